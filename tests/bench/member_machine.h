// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/engine_process.h"
#include "network/host.h"

namespace freehold::bench {

/// A machine with an engine on it, which can be in a house with others.
class MemberMachine {
public:
    MemberMachine(const testing::Host &host, std::filesystem::path data);

    [[nodiscard]] Result<void> start();
    void stop() { engine_.reset(); }
    [[nodiscard]] EngineProcess &engine() { return *engine_; }
    [[nodiscard]] const testing::Host &host() const { return host_; }
    [[nodiscard]] std::filesystem::path repository() const { return data_ / "config"; }

    /// Joins the house of another by an invitation. Milliseconds from where both sides have said yes until
    /// this machine has the house.
    [[nodiscard]] Result<double> join(MemberMachine &other);
    /// What it last applied and checked: a commit's id.
    [[nodiscard]] std::string applied() const;

private:
    const testing::Host &host_;
    std::filesystem::path data_;
    std::filesystem::path socket_;
    std::unique_ptr<EngineProcess> engine_;
};

using MemberMachines = std::vector<std::unique_ptr<MemberMachine>>;

/// Milliseconds until all have applied what the first has, looked at every millisecond.
[[nodiscard]] Result<double> untilAllAreLike(
    const MemberMachine &first, const std::vector<const MemberMachine *> &others);

} // namespace freehold::bench
