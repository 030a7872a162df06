// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peer_credentials/user_name.h"

#include <pwd.h>

#include <cerrno>
#include <vector>

namespace freehold::platform {

namespace {

/// The login name that a look-up of getpwuid_r(3)'s kind finds, or nothing.
template <class LookUp>
std::string nameFoundBy(const LookUp &lookUp)
{
    // An entry from a directory service may be long; the look-up says ERANGE until it fits.
    constexpr std::size_t firstSize = 1024;
    constexpr std::size_t largestSize = std::size_t{1024} * 1024;
    for (std::size_t size = firstSize; size <= largestSize; size *= 2) {
        std::vector<char> buffer(size);
        passwd entry{};
        passwd *found = nullptr;
        const int error = lookUp(&entry, buffer.data(), buffer.size(), &found);
        if (error != ERANGE)
            return found ? found->pw_name : std::string();
    }
    return {};
}

} // namespace

std::string userName(std::uint32_t userId)
{
    return nameFoundBy([&](passwd *entry, char *buffer, std::size_t size, passwd **found) {
        return ::getpwuid_r(userId, entry, buffer, size, found);
    });
}

bool isUser(const std::string &name)
{
    // A look-up may ignore case or complete a name; access is checked by the name as the system has it.
    return nameFoundBy([&](passwd *entry, char *buffer, std::size_t size, passwd **found) {
        return ::getpwnam_r(name.c_str(), entry, buffer, size, found);
    }) == name
        && !name.empty();
}

} // namespace freehold::platform
