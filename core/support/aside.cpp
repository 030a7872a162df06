// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/aside.h"

#include <system_error>

namespace freehold {

std::jthread aside(const std::function<void()> &work)
{
    try {
        return std::jthread(work);
    } catch (const std::system_error &) {
        work();
        return {};
    }
}

} // namespace freehold
