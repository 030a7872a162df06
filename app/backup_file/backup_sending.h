// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_client/client.h"

#include <QFile>
#include <QObject>

#include <filesystem>
#include <string>

namespace freehold {

/// Gives a backup's file to the engine, part by part, because no call carries a path. Lives in the client's
/// thread.
class BackupSending : public QObject {
    Q_OBJECT

public:
    BackupSending(api::Client &client, const std::filesystem::path &file);

    void start();

Q_SIGNALS:
    /// Bytes that the engine has.
    void progressed(qint64 bytes);
    /// The last thing it tells: by what the engine knows the file from now on. Errors: file_unreadable, and
    /// those of the calls.
    void finished(const freehold::Result<std::string> &backup);

private:
    void sendNext();
    void end(const Result<std::string> &backup) { Q_EMIT finished(backup); }

    api::Client &client_;
    QFile file_;
    std::string backup_;
};

} // namespace freehold
