// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/reference_lock.h"

#include <utility>

namespace freehold::change {

ReferenceLock::ReferenceLock(
    const std::filesystem::path &passing, std::filesystem::path reference, const std::string &target)
    : reference_(std::move(reference))
{
    auto written = file::PassingFile::write(passing, reference_, target + '\n');
    if (!written)
        return;
    written->start();
    auto lock = reference_;
    lock += ".lock";
    if (!written->moveOn(lock))
        file_ = std::move(*written);
}

Result<void> ReferenceLock::sync()
{
    return file_ ? file_->sync() : Result<void>();
}

Result<void> ReferenceLock::move()
{
    auto file = std::exchange(file_, std::nullopt);
    if (auto synced = file->sync(); !synced)
        return synced;
    if (auto put = file->put(); !put)
        return put;
    return file::syncFolder(reference_.parent_path());
}

} // namespace freehold::change
