// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/aside.h"

#include <system_error>
#include <utility>

namespace freehold {

Aside::~Aside()
{
    {
        const std::lock_guard lock(mutex_);
        isEnding_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable())
        thread_.join();
}

Aside::Running Aside::begin(std::function<void()> work)
{
    try {
        if (!thread_.joinable())
            thread_ = std::thread(&Aside::run, this);
    } catch (const std::system_error &) {
        work();
        return Running(*this);
    }
    {
        const std::lock_guard lock(mutex_);
        work_ = std::move(work);
    }
    changed_.notify_all();
    return Running(*this);
}

void Aside::wait()
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !work_; });
}

void Aside::run()
{
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return work_ || isEnding_; });
        if (!work_)
            return;
        lock.unlock();
        work_();
        lock.lock();
        work_ = nullptr;
        changed_.notify_all();
    }
}

} // namespace freehold
