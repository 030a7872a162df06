// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace freehold::members {

/// One thing at a time in a thread of its own, so that nobody waits for it; waited for only when this goes.
class Beside {
public:
    Beside() = default;
    Beside(const Beside &) = delete;
    Beside &operator=(const Beside &) = delete;
    ~Beside() { finish(); }

    /// `done` is called in the thread of `context`, unless that is gone.
    void run(std::function<void()> work, QObject *context, std::function<void()> done)
    {
        finish();
        thread_.reset(QThread::create(std::move(work)));
        QObject::connect(thread_.get(), &QThread::finished, context, std::move(done));
        thread_->start();
    }

private:
    void finish()
    {
        if (thread_)
            thread_->wait();
    }

    std::unique_ptr<QThread> thread_;
};

} // namespace freehold::members
