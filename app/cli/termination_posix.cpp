// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/termination.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace freehold::cli {

namespace {

// A handler may touch nothing else: a byte in a pipe is all that it does.
volatile std::sig_atomic_t writeEnd = -1;

void handle(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
}

} // namespace

Termination::Termination()
{
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        return;
    for (const int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    descriptor_ = ends[0];
    writeEnd = ends[1];
    notifier_ = std::make_unique<QSocketNotifier>(descriptor_, QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, &Termination::asked);
    std::signal(SIGINT, handle);
    std::signal(SIGTERM, handle);
}

Termination::~Termination()
{
    if (descriptor_ < 0)
        return;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    notifier_.reset();
    ::close(descriptor_);
    ::close(writeEnd);
    writeEnd = -1;
}

} // namespace freehold::cli
