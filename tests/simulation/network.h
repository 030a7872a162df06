// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/exchange.h"

#include <memory>
#include <set>
#include <vector>

namespace freehold::simulation {

/// Who can reach whom, and what is on its way between them. Two have a channel where each regards the other
/// as a member; when it opens they say what they have, and again whenever that changes.
class Network {
public:
    explicit Network(Chance &chance)
        : chance_(chance)
    {
    }

    void add(Member &member);
    /// Members of one part reach each other, and nobody else. By the numbers of members.
    void divide(std::vector<std::size_t> parts);
    /// All reach each other from now on, and nothing is lost any more.
    void heal();
    /// A member was switched on, or off.
    void switched(Member &member);
    void mainMoved(std::size_t number) { moved_.insert(number); }

    [[nodiscard]] bool isReachable(const Member &one, const Member &other) const;
    /// One thing happens somewhere; false where nothing is left to happen.
    [[nodiscard]] bool goOn();
    /// Where the last thing happened that a disk has to do with, by number.
    [[nodiscard]] std::size_t lastAtWork() const { return lastAtWork_; }
    /// What waits for a time is tried again; false where nothing does. `except`: numbers of machines that may
    /// wait for ever.
    [[nodiscard]] bool tryAgain(const std::set<std::size_t> &except);

private:
    struct Place {
        Member &member;
        std::unique_ptr<Exchange> exchange;
    };
    using Channel = std::pair<std::size_t, std::size_t>; ///< from, to
    struct Said {
        Channel on;
        change::ObjectId head;
    };
    /// After anything that a channel depends on.
    void openAndClose();
    void say(const Channel &channel);
    [[nodiscard]] bool somebodyGoesOn();
    void somebodyHears();

    Chance &chance_;
    std::vector<Place> places_;
    std::vector<std::size_t> parts_;
    std::set<Channel> open_;
    std::set<std::size_t> moved_; ///< and have not said so yet
    std::vector<Said> said_; ///< and not heard yet
    bool isRedrawn_ = true; ///< somebody reaches others than before
    bool losesNothing_ = false;
    std::size_t lastAtWork_ = 0;
};

} // namespace freehold::simulation
