// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/ledger.h"

#include <functional>

namespace freehold::simulation {

/// Which changes count, by the rules of ARCHITECTURE.md ("More members, one history") and by what the ledger
/// has, without asking the code that is tested.
class Counting {
public:
    /// `isHeard`: whether a change lies at one of the members for which this is asked.
    Counting(const Ledger &ledger, const std::function<bool(const ObjectId &)> &isHeard);

    /// Whether it was made by right, and not by who was removed without knowing of it, nor on top of that.
    [[nodiscard]] bool counts(const Deed &deed) const { return counting_.contains(deed.id); }
    /// Whether a removal lies on what does not count, of somebody who won't make it again: who hears of it
    /// when decides then what becomes of it (README.md).
    [[nodiscard]] bool isUnclear(const std::function<bool(const std::string &)> &makesAgain) const;
    [[nodiscard]] static bool isRemoval(const Deed &deed);

private:
    struct Removal {
        std::string member;
        std::string by;
        ObjectId known; ///< what the removal builds on
        const Deed *deed = nullptr;
        Time seniority; ///< since when who removes is in the house
    };
    void findThoseThatHold(const std::function<bool(const ObjectId &)> &isHeard);
    [[nodiscard]] bool isExcluded(const Deed &deed) const;
    [[nodiscard]] bool onlyRemoves(const Deed &deed) const;
    [[nodiscard]] Time admittedAt(const std::string &member) const;

    const Ledger &ledger_;
    std::vector<Removal> heard_;
    std::vector<Removal> holding_;
    std::set<ObjectId> excluded_;
    std::set<ObjectId> counting_;
};

} // namespace freehold::simulation
