// SPDX-License-Identifier: GPL-3.0-or-later
#include "confinement.h"

#include <linux/landlock.h>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>

namespace freehold {

namespace {

// The C library has no names for these calls (landlock(7)).
int createRuleset(const landlock_ruleset_attr *attributes, std::size_t size, std::uint32_t flags)
{
    return static_cast<int>(::syscall(SYS_landlock_create_ruleset, attributes, size, flags));
}

bool allow(int ruleset, std::uint64_t access, const std::filesystem::path &folder)
{
    landlock_path_beneath_attr rule{};
    rule.allowed_access = access;
    rule.parent_fd = ::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (rule.parent_fd < 0)
        return false;
    const bool added = ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    ::close(rule.parent_fd);
    return added;
}

/// What each version of the interface can withhold (landlock(7), "Compatibility").
constexpr std::uint64_t accessOf(int version)
{
    constexpr std::uint64_t first = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE
        | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR
        | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR
        | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO
        | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    constexpr int withRefer = 2;
    constexpr int withTruncate = 3;
    constexpr int withDevices = 5;
    std::uint64_t access = first;
    access |= version >= withRefer ? LANDLOCK_ACCESS_FS_REFER : 0;
    access |= version >= withTruncate ? LANDLOCK_ACCESS_FS_TRUNCATE : 0;
    access |= version >= withDevices ? LANDLOCK_ACCESS_FS_IOCTL_DEV : 0;
    return access;
}

} // namespace

bool confineThisProcess(const std::vector<std::filesystem::path> &folders)
{
    constexpr int withNetwork = 4;
    const int version = createRuleset(nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return true;
    landlock_ruleset_attr withheld{};
    withheld.handled_access_fs = accessOf(version);
    if (version >= withNetwork)
        withheld.handled_access_net = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
    const int ruleset = createRuleset(&withheld, sizeof withheld, 0);
    if (ruleset < 0)
        return false;
    constexpr std::uint64_t files = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE
        | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE
        | LANDLOCK_ACCESS_FS_TRUNCATE;
    const bool confined
        = std::ranges::all_of(folders,
              [&](const auto &folder) { return allow(ruleset, files & withheld.handled_access_fs, folder); })
        && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    ::close(ruleset);
    return confined;
}

} // namespace freehold
