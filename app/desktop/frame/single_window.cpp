// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/single_window.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

namespace freehold::desktop {

namespace {
constexpr int answerTime = 500; // ms; a local socket answers at once or not at all

constexpr qsizetype shortHash = 16; // letters: a socket's path is limited to 107 bytes

QString placeFor(const QString &engine)
{
    const QString folder
        = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/freehold");
    QDir().mkpath(folder);
    if (engine.isEmpty())
        return folder + QStringLiteral("/desktop.sock");
    const auto hash = QCryptographicHash::hash(engine.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("%1/desktop-%2.sock").arg(folder, QString::fromLatin1(hash.left(shortHash)));
}
} // namespace

SingleWindow::SingleWindow(const QString &chosenEngine, QObject *parent)
    : QObject(parent)
    , place_(placeFor(chosenEngine))
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
    other.connectToServer(place_);
    if (other.waitForConnected(answerTime)) {
        if (!quietly) {
            other.write("raise\n");
            other.waitForBytesWritten(answerTime);
        }
        return false;
    }
    QLocalServer::removeServer(place_); // left behind by one that died
    if (!server_.listen(place_))
        qWarning("a second start will open a second window: %s", qPrintable(server_.errorString()));
    return true;
}

} // namespace freehold::desktop
