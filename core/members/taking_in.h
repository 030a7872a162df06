// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/house_slot.h"
#include "change/replication/history_check.h"
#include "change/replication/incoming.h"
#include "contract/codes.h"

#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>

namespace freehold::members {

/// What this member makes of others' histories: what is news, whether it counts, and taking it in. What has
/// come while something was looked at is looked at together, so that many changes at once cost little more
/// than one; where one of them is wrong or in the way, each is looked at by itself. Knows neither the network
/// nor time: who brings what, and when it is tried again, is for whoever calls. House thread.
class TakingIn {
public:
    struct Context {
        change::HouseSlot &house;
        std::function<contract::Role()> ownRole; ///< what this machine may do
    };
    explicit TakingIn(Context context)
        : context_(std::move(context))
    {
    }

    /// Another's history, as far as it was not here, with the packs that it came in.
    struct Got {
        change::ObjectId head;
        std::vector<change::ObjectId> changes; ///< that the head was said to stand for
        std::optional<change::Incoming> packs; ///< none where it lies here already
    };

    /// Whether another's head has something that is not here and was not judged yet. `changes`: what the
    /// other says that its head stands for; empty where that is not known.
    [[nodiscard]] bool isNews(
        const change::ObjectId &head, const std::vector<change::ObjectId> &changes = {}) const;
    /// How much of it was not got yet, and is not among `coming`: changes and heads that are on their way.
    [[nodiscard]] std::size_t toGet(const change::ObjectId &head,
        const std::vector<change::ObjectId> &changes, std::set<change::ObjectId> coming) const;

    void got(Got one) { got_.push_back(std::move(one)); }
    /// How many were got and are not looked at yet.
    [[nodiscard]] std::size_t queued() const { return got_.size() + alone_.size(); }

    /// Begins to look at what was got. False where there is nothing, or something is being looked at.
    [[nodiscard]] bool begin();
    [[nodiscard]] bool isLooking() const { return !looking_.empty(); }
    /// Where the packs lie that are to be indexed first.
    [[nodiscard]] std::vector<std::filesystem::path> packFolders() const;
    /// Looks, as this member would now; for another thread, in which it takes long.
    [[nodiscard]] std::function<Result<change::Counted>()> look() const;

    enum class Became : std::uint8_t {
        taken_in, ///< what counts of it, which may be nothing
        looked_at_again, ///< something was changed here since, or each is to be looked at by itself
        waits, ///< for tryAgain()
        refused, ///< it does not count
        failed, ///< through nobody's fault, as on a full disk: it is to be got again, later
    };
    /// Takes in what was looked at; or says why it can't be, whatever that is.
    [[nodiscard]] Became take(Result<change::Counted> counted);
    /// Looks again, once it is time, at those that count and that something stood in the way of.
    void tryAgain();
    /// This member's changes that count no more as they are. False where some still wait.
    [[nodiscard]] bool makeAgain();

private:
    [[nodiscard]] bool isKnown(const change::ObjectId &head) const;
    /// Whether `main` builds on it.
    [[nodiscard]] bool isIn(const change::ObjectId &change) const;
    /// More are asked again.
    static constexpr std::size_t mostKnown = 4'096;
    [[nodiscard]] Result<void> keepPacks();
    [[nodiscard]] Became takeIn(std::vector<Got> looked, const change::Counted &counted);
    [[nodiscard]] Became refuse(const Error &error);

    Context context_;
    std::deque<Got> got_;
    std::deque<Got> alone_; ///< of which at least one can't be taken in
    std::vector<Got> looking_; ///< being looked at
    std::set<change::ObjectId> settled_; ///< heads that don't count, or of which all that does is here
    change::Revocations revocations_; ///< by which those were judged
    /// Changes that `main` builds on, as all others name them again and again; what is in it stays, until a
    /// removal leaves some of it out.
    mutable std::set<change::ObjectId> known_;
    std::vector<Got> waiting_; ///< for tryAgain(), without packs
};

} // namespace freehold::members
