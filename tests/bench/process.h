// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace freehold::bench {

/// What the kernel says of a process and all that it started (proc(5)).
class ProcessTree {
public:
    explicit ProcessTree(std::int64_t pid)
        : root_(pid)
    {
    }
    /// The descendant that runs a program of this name, as the root of its own; nothing found: pid 0.
    [[nodiscard]] ProcessTree named(const std::string &program) const;
    [[nodiscard]] bool exists() const { return root_ != 0; }

    /// Memory that nobody else maps, clean or not, in bytes.
    [[nodiscard]] std::int64_t privateBytes() const;
    /// The same but for clean pages of files, which are private wherever nobody else happens to map them.
    [[nodiscard]] std::int64_t dirtyBytes() const;
    [[nodiscard]] std::int64_t residentBytes() const;
    /// How often any thread was given a processor so far.
    [[nodiscard]] std::int64_t wakeUps() const;
    /// What was sent to disks so far.
    [[nodiscard]] std::int64_t writtenBytes() const;
    /// The shared libraries that are mapped, by file name.
    [[nodiscard]] std::set<std::string> libraries() const;

    /// Ends all that it started, at once.
    void endDescendants() const;

private:
    [[nodiscard]] std::vector<std::int64_t> members() const;

    std::int64_t root_;
};

/// From here on a daemon that leaves whoever started it counts to this process (prctl(2),
/// PR_SET_CHILD_SUBREAPER).
void adoptDaemons();

} // namespace freehold::bench
