// SPDX-License-Identifier: GPL-3.0-or-later
#include "limits.h"

#include <sys/resource.h>

#include <cerrno>

namespace freehold {

namespace {

// A program that sanitizers watch keeps a shadow of all its memory, which takes more room than any limit of
// use.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isWatched = true;
#elif defined(__has_feature)
constexpr bool isWatched = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool isWatched = false;
#endif

bool limit(decltype(RLIMIT_CPU) resource, rlim_t most)
{
    const rlimit both{most, most};
    // Where a service manager lets nobody set limits, its own hold (installer/systemd).
    return ::setrlimit(resource, &both) == 0 || errno == EPERM;
}

} // namespace

bool limitThisProcess()
{
    constexpr rlim_t mebibyte = 1024UL * 1024;
    constexpr rlim_t seconds = 120;
    return limit(RLIMIT_CPU, seconds) && (isWatched || limit(RLIMIT_AS, 2048 * mebibyte))
        && limit(RLIMIT_FSIZE, 1024 * mebibyte) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 256);
}

} // namespace freehold
