// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peer_credentials/user_name.h"

#include <pwd.h>

#include <cerrno>
#include <vector>

namespace freehold::platform {

std::string userName(std::uint32_t userId)
{
    // An entry from a directory service may be long; getpwuid_r says ERANGE until it fits.
    constexpr std::size_t firstSize = 1024;
    constexpr std::size_t largestSize = 1024 * 1024;
    for (std::size_t size = firstSize; size <= largestSize; size *= 2) {
        std::vector<char> buffer(size);
        passwd entry{};
        passwd *found = nullptr;
        const int error = ::getpwuid_r(userId, &entry, buffer.data(), buffer.size(), &found);
        if (error != ERANGE)
            return found ? found->pw_name : std::string();
    }
    return {};
}

} // namespace freehold::platform
