// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk.h"

#include <memory>
#include <mutex>
#include <thread>

struct fuse;

namespace freehold::testing {

/// A mounted Disk that writes down what is asked of it. Served by a thread of its own, so the thread that
/// made it must not touch the mounted folder; other programs do.
class RecordedDisk {
public:
    /// Null where FUSE is not to be had; says why on standard error.
    static std::unique_ptr<RecordedDisk> mount(const std::filesystem::path &folder);
    ~RecordedDisk();
    RecordedDisk(const RecordedDisk &) = delete;
    RecordedDisk &operator=(const RecordedDisk &) = delete;

    /// What a program told, at this point of its operations.
    void report(const std::string &text);
    [[nodiscard]] std::vector<Operation> operations() const;

    /// For the file system's functions: the disk as it is, and a new operation.
    [[nodiscard]] std::unique_lock<std::mutex> lock() const { return std::unique_lock(mutex_); }
    [[nodiscard]] const Disk &disk() const { return disk_; }
    void record(Operation operation);

private:
    explicit RecordedDisk(std::filesystem::path folder)
        : folder_(std::move(folder))
    {
    }

    mutable std::mutex mutex_;
    Disk disk_;
    std::vector<Operation> operations_;
    std::filesystem::path folder_;
    fuse *fuse_ = nullptr;
    std::thread server_;
};

} // namespace freehold::testing
