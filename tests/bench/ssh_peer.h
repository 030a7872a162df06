// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/host.h"
#include "support/result.h"

#include <filesystem>
#include <memory>

namespace freehold::bench {

/// OpenSSH's server on a host, by which others clone and fetch its repositories with git.
class SshPeer {
public:
    /// Keys and settings lie in `folder`. Nothing where no server is installed.
    [[nodiscard]] static Result<std::unique_ptr<SshPeer>> start(
        const testing::Host &host, const std::string &address, const std::filesystem::path &folder);

    /// Milliseconds of `git clone` of a repository there into `target`, as another host does it.
    [[nodiscard]] Result<double> clone(const testing::Host &from, const std::filesystem::path &repository,
        const std::filesystem::path &target) const;
    /// Milliseconds of `git fetch` in such a clone.
    [[nodiscard]] Result<double> fetch(const testing::Host &from, const std::filesystem::path &target) const;

private:
    [[nodiscard]] Result<double> git(const testing::Host &from, const testing::Command &arguments) const;

    std::string address_;
    std::filesystem::path key_;
    std::unique_ptr<testing::Program> server_;
};

} // namespace freehold::bench
