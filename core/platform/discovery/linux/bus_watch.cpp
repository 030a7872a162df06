// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/linux/bus_watch.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <utility>

namespace freehold::platform {

namespace {

/// Where the system bus listens: what the D-Bus specification's "Well-known Message Bus Instances" says.
QString systemBusSocket()
{
    const QString address = qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS");
    const QString prefix = QStringLiteral("unix:path=");
    if (address.startsWith(prefix))
        return address.mid(prefix.size()).section(u',', 0, 0).section(u';', 0, 0);
    return QStringLiteral("/run/dbus/system_bus_socket");
}

std::uint64_t inodeOf(const QString &path)
{
    struct stat status{};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_ino : 0;
}

} // namespace

BusWatch::BusWatch(QObject *parent)
    : QObject(parent)
    , socket_(systemBusSocket())
{
    inode_ = inodeOf(socket_);
    watch();
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, [this] {
        watch();
        // A bus that was killed leaves its socket behind, and the next one replaces it.
        const auto before = std::exchange(inode_, inodeOf(socket_));
        if (inode_ != 0 && inode_ != before)
            Q_EMIT appeared();
    });
}

void BusWatch::watch()
{
    QString folder = QFileInfo(socket_).path();
    while (!QFileInfo::exists(folder))
        folder = QFileInfo(folder).path();
    if (watcher_.directories().contains(folder))
        return;
    if (!watcher_.directories().isEmpty())
        watcher_.removePaths(watcher_.directories());
    watcher_.addPath(folder);
}

} // namespace freehold::platform
