// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <thread>

namespace freehold {

/// Work that waits, as for the disk, beside what its caller does meanwhile; done when the thread is joined or
/// destroyed. Where the system has no more threads, it is done at once.
[[nodiscard]] std::jthread aside(const std::function<void()> &work);

} // namespace freehold
