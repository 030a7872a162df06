// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>

#include <cstdint>

namespace freehold::platform {

/// Tells when the system's D-Bus socket comes into being, or is replaced, without polling.
class BusWatch : public QObject {
    Q_OBJECT

public:
    explicit BusWatch(QObject *parent = nullptr);

    [[nodiscard]] bool exists() const { return inode_ != 0; }

Q_SIGNALS:
    void appeared();

private:
    /// Watches the nearest folder above the socket that exists.
    void watch();

    QString socket_;
    QFileSystemWatcher watcher_;
    std::uint64_t inode_ = 0; ///< of the socket; 0 where there is none
};

} // namespace freehold::platform
