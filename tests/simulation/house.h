// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/network.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace freehold::simulation {

/// A house with all its machines, in one process, on a clock of the simulation's.
class House {
public:
    /// `folder`: empty, and this house's own. The first member has founded it.
    House(std::filesystem::path folder, std::uint32_t seed);

    [[nodiscard]] Chance &chance() { return chance_; }
    [[nodiscard]] testing::ManualClock &clock() { return clock_; }
    [[nodiscard]] Network &network() { return network_; }
    [[nodiscard]] std::size_t size() const { return members_.size(); }
    [[nodiscard]] Member &at(std::size_t number) { return *members_[number]; }
    [[nodiscard]] Member &anyMember() { return at(chance_.below(size())); }

    /// A new machine is let in by a member, and gets its copy of the house from it.
    [[nodiscard]] Result<void> admit(Member &by, contract::Role role);
    void drop(Member &member);
    [[nodiscard]] Result<void> open(Member &member);

private:
    [[nodiscard]] std::unique_ptr<Member> newMember();
    [[nodiscard]] std::vector<change::Edit> foundingDocuments() const;

    std::filesystem::path folder_;
    Chance chance_;
    testing::ManualClock clock_;
    crypto::SigningKey root_;
    std::vector<std::unique_ptr<Member>> members_;
    Network network_;
};

} // namespace freehold::simulation
