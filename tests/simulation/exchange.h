// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/replication/haves.h"
#include "simulation/chance.h"
#include "simulation/member.h"

#include <deque>
#include <optional>

namespace freehold::simulation {

/// What one member does about what others say they have, in the order of core/members/replication.cpp, but in
/// steps of its own, between which anything may happen. What is judged and taken in is the engine's own code.
class Exchange {
public:
    Exchange(Member &member, Chance &chance)
        : member_(member)
        , chance_(chance)
    {
    }

    /// The member has a house, since now or since it was switched on.
    void follow();
    void hear(Member &from, const change::ObjectId &head);
    /// The channel to another is gone, with what was on its way.
    void closed(const Member &from);
    /// What something stood in the way of.
    void tryAgain();
    /// Does the next thing; false where nothing is left to be done.
    [[nodiscard]] bool goOn();
    /// Whether it will try again by itself, later.
    [[nodiscard]] bool isWaiting() const { return isWaiting_; }
    /// From now on packs arrive whole.
    void losesNothing() { mayLose_ = false; }

private:
    struct News {
        Member *from = nullptr;
        change::ObjectId head;
    };
    /// Gets it; more may come before it is looked at.
    [[nodiscard]] Result<void> fetch(const News &news);
    void take(Result<change::Counted> counted);
    void makeAgain();

    Member &member_;
    Chance &chance_;
    std::deque<News> news_;
    std::optional<Result<change::Counted>> counted_; ///< of what is not yet taken in
    std::size_t folders_ = 0;
    bool isWaiting_ = false;
    bool trialsChanged_ = false;
    bool mayLose_ = true;
};

/// All packs of `head`'s history that somebody lacks, as they are received; false where the connection ends
/// before. Errors: those of the repository and of change::Incoming.
[[nodiscard]] Result<bool> carryPacks(const change::Repository &from, const change::ObjectId &head,
    const change::Haves &haves, change::Incoming &to, const std::function<bool()> &isLost);

} // namespace freehold::simulation
