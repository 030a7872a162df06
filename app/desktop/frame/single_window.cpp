// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/single_window.h"

#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

namespace freehold::desktop {

namespace {
constexpr int answerTime = 500; // ms; a local socket answers at once or not at all

QString place()
{
    const QString folder
        = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/freehold");
    QDir().mkpath(folder);
    return folder + QStringLiteral("/desktop.sock");
}
} // namespace

SingleWindow::SingleWindow(QObject *parent)
    : QObject(parent)
{
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, [this] {
        while (auto *asking = server_.nextPendingConnection()) {
            connect(asking, &QLocalSocket::readyRead, this, [this, asking] {
                if (asking->readAll().startsWith("raise"))
                    Q_EMIT raiseAsked();
            });
            connect(asking, &QLocalSocket::disconnected, asking, &QObject::deleteLater);
        }
    });
}

bool SingleWindow::acquire(bool quietly)
{
    QLocalSocket other;
    other.connectToServer(place());
    if (other.waitForConnected(answerTime)) {
        if (!quietly) {
            other.write("raise\n");
            other.waitForBytesWritten(answerTime);
        }
        return false;
    }
    QLocalServer::removeServer(place()); // left behind by one that died
    return server_.listen(place());
}

} // namespace freehold::desktop
