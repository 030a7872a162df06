// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/house_slot.h"
#include "change/replication/history_check.h"
#include "change/replication/incoming.h"
#include "contract/codes.h"

#include <filesystem>
#include <functional>
#include <set>

namespace freehold::members {

/// What this member makes of others' histories: what is news, whether it counts, and taking it in. Knows
/// neither the network nor time: who brings what, and when it is tried again, is for whoever calls. House
/// thread.
class TakingIn {
public:
    struct Context {
        change::HouseSlot &house;
        std::filesystem::path incoming; ///< where packs lie that are not looked at yet
        std::function<contract::Role()> ownRole; ///< what this machine may do
    };
    explicit TakingIn(Context context)
        : context_(std::move(context))
    {
    }

    /// Whether another's head has something that is not here and was not judged yet.
    [[nodiscard]] bool isNews(const change::ObjectId &head) const;
    /// The same where the other says which changes its head stands for: how many of them are not here.
    [[nodiscard]] std::size_t newsIn(
        const change::ObjectId &head, const std::vector<change::ObjectId> &changes) const;
    /// Looks at a head as this member would now; for another thread, in which it takes long.
    [[nodiscard]] std::function<Result<change::Counted>()> lookAt(const change::ObjectId &head) const;

    enum class Became : std::uint8_t {
        taken_in, ///< what counts of it, which may be nothing
        looked_at_too_early, ///< something was changed here since: it is to be looked at again
        waits, ///< for tryAgain()
        refused,
    };
    /// Takes in what was found, with the packs that it came in; none where it lies here already.
    [[nodiscard]] Became take(
        const change::ObjectId &head, Result<change::Counted> counted, change::Incoming *packs);
    /// Those that count and that something stood in the way of; each once.
    [[nodiscard]] std::set<change::ObjectId> takeWaiting() { return std::exchange(waiting_, {}); }
    /// This member's changes that count no more as they are. False where some still wait.
    [[nodiscard]] bool makeAgain();

private:
    [[nodiscard]] bool isKnown(const change::ObjectId &head) const;
    /// Whether `main` builds on it.
    [[nodiscard]] bool isIn(const change::ObjectId &change) const;
    [[nodiscard]] Became takeIn(const change::ObjectId &head, const change::Counted &counted);

    Context context_;
    std::set<change::ObjectId> settled_; ///< heads that don't count, or of which all that does is here
    change::Revocations revocations_; ///< by which those were judged
    std::set<change::ObjectId> waiting_;
};

} // namespace freehold::members
