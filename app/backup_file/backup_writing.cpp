// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup_file/backup_writing.h"

#include "support/file.h"

#include <cerrno>

namespace freehold {

namespace {

/// What the file system said last: Qt has it as a sentence alone, and libc as a number.
Error writingError(const std::filesystem::path &path)
{
    return file::errorFor(errno, path, true);
}

} // namespace

BackupWriting::BackupWriting(
    api::Client &client, std::filesystem::path file, Secret passphrase, bool withObservations)
    : client_(client)
    , path_(std::move(file))
    , passphrase_(std::move(passphrase))
    , withObservations_(withObservations)
    , file_(path_)
{
}

BackupWriting::~BackupWriting()
{
    discard();
}

void BackupWriting::start()
{
    errno = 0;
    if (!file_.open(
            QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return end(std::unexpected(writingError(path_)));
    isMade_ = true;
    client_.call<contract::HouseBackup>(
        {{}, passphrase(), withObservations_}, this, [this](const Result<contract::BackupTransfer> &begun) {
            if (!begun)
                return end(std::unexpected(begun.error()));
            backup_ = begun->backup;
            readNext();
        });
}

void BackupWriting::readNext()
{
    client_.call<contract::BackupRead>({backup_}, this, [this](const Result<contract::BackupPart> &part) {
        if (!part)
            return end(std::unexpected(part.error()));
        if (auto taken = take(*part); !taken)
            return end(std::unexpected(std::move(taken).error()));
        Q_EMIT progressed(file_.size());
        if (!part->is_last)
            return readNext();
        if (auto settled = settle(); !settled)
            return end(std::unexpected(std::move(settled).error()));
        verify();
    });
}

Result<void> BackupWriting::take(const contract::BackupPart &part)
{
    const QByteArray bytes = QByteArray::fromBase64(QByteArray::fromStdString(part.bytes));
    errno = 0;
    if (file_.write(bytes) != bytes.size() || !file_.flush())
        return std::unexpected(writingError(path_));
    return {};
}

Result<void> BackupWriting::settle()
{
    file_.close();
    if (auto synced = file::syncFile(path_); !synced)
        return synced;
    return file::syncFolder(std::filesystem::absolute(path_).parent_path());
}

void BackupWriting::verify()
{
    sending_ = std::make_unique<BackupSending>(client_, path_);
    connect(
        sending_.get(), &BackupSending::finished, this,
        [this](const Result<std::string> &backup) {
            if (!backup)
                return end(std::unexpected(backup.error()));
            look(*backup);
        },
        Qt::QueuedConnection);
    sending_->start();
}

void BackupWriting::look(const std::string &backup)
{
    client_.call<contract::BackupCheck>(
        {backup, passphrase()}, this, [this](const Result<contract::BackupContents> &contents) {
            if (!contents)
                return end(std::unexpected(contents.error()));
            isMade_ = false;
            end(BackupMade{path_.string(), file_.size(), true});
        });
}

void BackupWriting::discard()
{
    if (!std::exchange(isMade_, false))
        return;
    // QFile does not remove what it could not write to its end.
    file_.close();
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

void BackupWriting::end(const Result<BackupMade> &made)
{
    discard();
    Q_EMIT finished(made);
}

} // namespace freehold
