// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace freehold {

/// Does work beside what its owner does meanwhile, in a thread of its own, which is made with the first work
/// and kept: to make one takes longer than what there is to do. Used from one thread.
class Aside {
public:
    Aside() = default;
    Aside(const Aside &) = delete;
    Aside &operator=(const Aside &) = delete;
    ~Aside();

    /// Work under way; its end waits for the work's.
    class Running {
    public:
        explicit Running(Aside &aside)
            : aside_(aside)
        {
        }
        Running(const Running &) = delete;
        Running &operator=(const Running &) = delete;
        ~Running() { aside_.wait(); }

    private:
        Aside &aside_;
    };
    /// One at a time. Where the system has no more threads, the work is done at once.
    [[nodiscard]] Running begin(std::function<void()> work);

private:
    void run();
    void wait();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::function<void()> work_; ///< empty: none is under way
    bool isEnding_ = false;
    std::thread thread_;
};

} // namespace freehold
