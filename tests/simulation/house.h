// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/disk.h"
#include "simulation/network.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace freehold::simulation {

/// A house with all its machines, in one process, on a clock of the simulation's.
class House {
public:
    /// As it was when it was new: so many machines, each of which has its copy.
    struct New {
        std::filesystem::path copy; ///< of its configuration
        std::size_t size = 0;
    };
    /// `folder`: empty, and its own. The first machine lets in the others. With `roles[0]` an owner's.
    [[nodiscard]] static New found(
        const std::filesystem::path &folder, const std::vector<contract::Role> &roles);

    /// `folder`: empty, and this house's own.
    House(std::filesystem::path folder, const New &asNew, std::uint32_t seed);

    [[nodiscard]] Chance &chance() { return chance_; }
    [[nodiscard]] testing::ManualClock &clock() { return clock_; }
    [[nodiscard]] Network &network() { return network_; }
    [[nodiscard]] std::size_t size() const { return members_.size(); }
    [[nodiscard]] Member &at(std::size_t number) { return *members_[number]; }
    [[nodiscard]] Member &anyMember() { return at(chance_.below(size())); }

    /// The next machine, without anything on its disk; none of the house's until add().
    [[nodiscard]] std::unique_ptr<Member> newMachine();
    void add(std::unique_ptr<Member> machine);
    void drop(Member &member);
    [[nodiscard]] Result<void> open(Member &member);

private:
    disk::OneThread oneThread_;
    std::filesystem::path folder_;
    Chance chance_;
    testing::ManualClock clock_;
    std::vector<std::unique_ptr<Member>> members_;
    Network network_;
};

/// The documents by which a machine becomes a member of a house that has one by its side.
[[nodiscard]] std::vector<change::Edit> admissionOf(const Member &machine, contract::Role role, Time when);

/// The copy of the house that a machine gets from a member that has let it in (members/house_copy.h); then it
/// is on. Errors: those of a copy that is not sound.
[[nodiscard]] Result<void> copyHouse(Member &from, Member &to);

} // namespace freehold::simulation
