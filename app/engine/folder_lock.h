// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QFile>

#include <filesystem>
#include <memory>

namespace freehold {

/// Held by the one engine that works on a data folder. The kernel lets go of it when the process ends,
/// however it ends and whatever the machine is called by then.
class FolderLock {
public:
    /// Errors: engine_already_running (with its process), and those of files.
    [[nodiscard]] static Result<FolderLock> take(const std::filesystem::path &path);

private:
    explicit FolderLock(std::unique_ptr<QFile> file)
        : file_(std::move(file))
    {
    }
    std::unique_ptr<QFile> file_; ///< locked while it is open
};

} // namespace freehold
