// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/house.h"
#include "simulation/ledger.h"

#include <string>

namespace freehold::simulation {

/// What people, machines and the world do in one house, at random; and all of it in the ledger.
class History {
public:
    explicit History(House &house)
        : house_(house)
        , chance_(house.chance())
    {
        wrong_ = look(); // it begins with what the first machine has made
    }

    /// One thing happens, or is begun and does not come to its end. What was wrong with how it went, or
    /// nothing.
    [[nodiscard]] std::string goOn();
    /// All are on and reach each other, until nobody has anything left to tell.
    [[nodiscard]] std::string end();

    [[nodiscard]] const Ledger &ledger() const { return ledger_; }
    /// Machines that are not the house's any more, whatever they say; by number.
    [[nodiscard]] const std::set<std::size_t> &traitors() const { return traitors_; }

private:
    /// At whose machine.
    Member &happen(Member &member);
    void wish(Member &member);
    void takeBack(Member &member);
    void choose(Member &member);
    void remove(Member &member);
    void letIn(Member &member);
    void endTrial(Member &member);
    void betray(Member &member);
    void divide();
    void kill(Member &member);
    void turnOn(Member &member);
    void submit(Member &member, const change::Draft &draft);
    /// All that everybody has made since the last look is written down.
    [[nodiscard]] std::string look();

    House &house_;
    Chance &chance_;
    Ledger ledger_;
    std::set<std::size_t> traitors_;
    std::string wrong_;
};

} // namespace freehold::simulation
