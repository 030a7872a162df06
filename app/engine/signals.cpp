// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace freehold {

namespace {

// A handler may only call what is safe in one (signal-safety(7)); it can be given nothing but globals.
int wakeUp[2] = {-1, -1};

void handle(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakeUp[1], &byte, 1);
}

} // namespace

EndSignals::EndSignals()
{
    if (::pipe(wakeUp) != 0)
        return;
    for (const int end : wakeUp)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    notifier_ = std::make_unique<QSocketNotifier>(wakeUp[0], QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const ssize_t count = ::read(wakeUp[0], &byte, 1);
        Q_EMIT received();
    });
    std::signal(SIGTERM, handle);
    std::signal(SIGINT, handle);
    std::signal(SIGPIPE, SIG_IGN);
}

EndSignals::~EndSignals()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    notifier_.reset();
    for (int &end : wakeUp)
        ::close(std::exchange(end, -1));
}

} // namespace freehold
