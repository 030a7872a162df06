// SPDX-License-Identifier: GPL-3.0-or-later
// freeholdd without Freehold: its libraries loaded and started, an event loop, and nothing to do.
#include <QCoreApplication>
#include <QtCrypto>

#include <git2.h>
#include <sqlite3.h>

#include <cstdio>

int main(int argumentCount, char *arguments[])
{
    QCoreApplication application(argumentCount, arguments);
    const QCA::Initializer cryptography;
    const bool works = QCA::isSupported("aes256-gcm");
    git_libgit2_init();
    sqlite3_initialize();
    std::puts(works ? "ready" : "no provider");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
