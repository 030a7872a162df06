// SPDX-License-Identifier: GPL-3.0-or-later
#include "folder_lock.h"

#include "support/file.h"

#include <cerrno>
#include <sys/file.h>
#include <unistd.h>

namespace freehold {

Result<FolderLock> FolderLock::take(const std::filesystem::path &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadWrite))
        return std::unexpected(file::errorFor(errno, path, true));
    if (::flock(file->handle(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return std::unexpected(file::errorFor(errno, path, true));
        return failure(ErrorCode::engine_already_running,
            {{"place", path.parent_path().string()}, {"process", file->readAll().trimmed().toStdString()}});
    }
    // For the one who is refused. On a full disk it is not there, and the lock holds all the same.
    file->resize(0);
    file->write(QByteArray::number(::getpid()));
    file->flush();
    return FolderLock(std::move(file));
}

} // namespace freehold
