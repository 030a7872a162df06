// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup_file/backup_sending.h"

namespace freehold {

BackupSending::BackupSending(api::Client &client, const std::filesystem::path &file)
    : client_(client)
    , file_(file)
{
}

void BackupSending::start()
{
    if (!file_.open(QIODevice::ReadOnly))
        return end(failure(ErrorCode::file_unreadable, {{"place", file_.fileName().toStdString()}}));
    client_.call<contract::BackupBegin>(
        {file_.size()}, this, [this](const Result<contract::BackupTransfer> &begun) {
            if (!begun)
                return end(std::unexpected(begun.error()));
            backup_ = begun->backup;
            sendNext();
        });
}

void BackupSending::sendNext()
{
    const QByteArray part = file_.read(contract::mostBackupPartBytes);
    if (part.isEmpty()) {
        if (file_.error() != QFileDevice::NoError)
            return end(failure(ErrorCode::file_unreadable, {{"place", file_.fileName().toStdString()}}));
        return end(backup_);
    }
    client_.call<contract::BackupWrite>(
        {backup_, part.toBase64().toStdString()}, this, [this](const Result<contract::Nothing> &written) {
            if (!written)
                return end(std::unexpected(written.error()));
            Q_EMIT progressed(file_.pos());
            sendNext();
        });
}

} // namespace freehold
