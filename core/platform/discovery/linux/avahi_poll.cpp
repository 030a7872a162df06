// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/linux/avahi_poll.h"

#include <QSocketNotifier>
#include <QTimer>

#include <avahi-common/timeval.h>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace std::chrono_literals;

// Avahi leaves these two types to whoever implements its interface.

struct AvahiWatch {
    AvahiWatch(int descriptor, AvahiWatchEvent wanted, AvahiWatchCallback callback, void *userdata)
        : callback_(callback)
        , userdata_(userdata)
        , read_(descriptor, QSocketNotifier::Read)
        , write_(descriptor, QSocketNotifier::Write)
    {
        watch(read_, AVAHI_WATCH_IN);
        watch(write_, AVAHI_WATCH_OUT);
        update(wanted);
    }

    void update(AvahiWatchEvent wanted)
    {
        read_.setEnabled(wanted & AVAHI_WATCH_IN);
        write_.setEnabled(wanted & AVAHI_WATCH_OUT);
    }

    [[nodiscard]] AvahiWatchEvent happened() const { return happened_; }

    /// Avahi may free a watch from within its callback, when a notifier's signal is still on the stack.
    void free()
    {
        update({});
        retired_ = true;
        if (!inCallback_)
            delete this;
    }

private:
    void watch(QSocketNotifier &notifier, AvahiWatchEvent event)
    {
        QObject::connect(&notifier, &QSocketNotifier::activated, &notifier,
            [this, event, descriptor = static_cast<int>(notifier.socket())] {
                happened_ = event;
                inCallback_ = true;
                callback_(this, descriptor, event, userdata_);
                inCallback_ = false;
                happened_ = {};
                if (retired_)
                    QTimer::singleShot(0, [this] { delete this; });
            });
    }

    AvahiWatchCallback callback_;
    void *userdata_;
    QSocketNotifier read_;
    QSocketNotifier write_;
    AvahiWatchEvent happened_{};
    bool inCallback_ = false;
    bool retired_ = false;
};

struct AvahiTimeout {
    AvahiTimeout(const timeval *time, AvahiTimeoutCallback callback, void *userdata)
        : timer_(new QTimer)
    {
        timer_->setSingleShot(true);
        timer_->setTimerType(Qt::PreciseTimer);
        QObject::connect(
            timer_, &QTimer::timeout, timer_, [this, callback, userdata] { callback(this, userdata); });
        update(time);
    }
    ~AvahiTimeout()
    {
        // Avahi may free a timeout from within its callback.
        timer_->disconnect();
        timer_->stop();
        timer_->deleteLater();
    }
    AvahiTimeout(const AvahiTimeout &) = delete;
    AvahiTimeout &operator=(const AvahiTimeout &) = delete;

    void update(const timeval *time)
    {
        if (!time) {
            timer_->stop();
            return;
        }
        // Avahi asks again for what is further away, so a clock that jumps costs a day at most.
        constexpr auto longest = std::chrono::microseconds(24h);
        const std::chrono::microseconds left(-avahi_age(time));
        timer_->start(std::chrono::ceil<std::chrono::milliseconds>(
            std::clamp(left, std::chrono::microseconds(0), longest)));
    }

private:
    QTimer *timer_;
};

namespace freehold::platform {

const AvahiPoll &qtAvahiPoll()
{
    static constexpr AvahiPoll poll{
        .userdata = nullptr,
        .watch_new
        = [](const AvahiPoll *, int descriptor, AvahiWatchEvent wanted, AvahiWatchCallback callback,
              void *userdata) { return new AvahiWatch(descriptor, wanted, callback, userdata); },
        .watch_update = [](AvahiWatch *watch, AvahiWatchEvent wanted) { watch->update(wanted); },
        .watch_get_events = [](AvahiWatch *watch) { return watch->happened(); },
        .watch_free = [](AvahiWatch *watch) { watch->free(); },
        .timeout_new = [](const AvahiPoll *, const timeval *time, AvahiTimeoutCallback callback,
                           void *userdata) { return new AvahiTimeout(time, callback, userdata); },
        .timeout_update = [](AvahiTimeout *timeout, const timeval *time) { timeout->update(time); },
        .timeout_free = [](AvahiTimeout *timeout) { delete timeout; },
    };
    return poll;
}

} // namespace freehold::platform
