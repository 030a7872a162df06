// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/taking_in.h"

#include "change/replication/made_again.h"
#include "change/replication/merge_order.h"
#include "support/log.h"

#include <algorithm>
#include <array>

namespace freehold::members {

using change::ObjectId;

namespace {

/// Whether it says that a change doesn't count, as long as nobody else is removed.
bool isVerdict(ErrorCode code)
{
    using enum ErrorCode;
    return std::ranges::contains(
        std::array{signature_invalid, not_permitted, house_identity_changed, link_in_tree,
            document_path_invalid, document_too_large, message_malformed, nothing_to_change, forward_only},
        code);
}

} // namespace

bool TakingIn::isNews(const ObjectId &head) const
{
    return context_.house.pipeline && !settled_.contains(head) && !isKnown(head);
}

bool TakingIn::isKnown(const ObjectId &head) const
{
    const auto &pipeline = *context_.house.pipeline;
    const auto &repository = context_.house.pipeline->repository();
    if (head == pipeline.head())
        return true;
    if (!repository.holds(head))
        return false;
    const auto changes = changesAt(repository, head);
    return changes && std::ranges::all_of(*changes, [&](const ObjectId &change) { return isIn(change); });
}

std::size_t TakingIn::newsIn(const ObjectId &head, const std::vector<ObjectId> &changes) const
{
    if (!isNews(head))
        return 0;
    const auto unknown = std::ranges::count_if(changes, [&](const ObjectId &change) {
        return !context_.house.pipeline->repository().holds(change) || !isIn(change);
    });
    return changes.empty() ? 1 : static_cast<std::size_t>(unknown);
}

bool TakingIn::isIn(const ObjectId &change) const
{
    change::Pipeline &pipeline = *context_.house.pipeline;
    return pipeline.repository().isAncestor(change, pipeline.head()).value_or(false);
}

std::function<Result<change::Counted>()> TakingIn::lookAt(const ObjectId &head) const
{
    const auto house = context_.house.configuration().find("house.toml");
    return [head, id = house ? house->textAt("id") : std::string(), known = context_.house.pipeline->head(),
               folder = context_.house.pipeline->repository().folder(), incoming = context_.incoming,
               validate = context_.house.pipeline->validator()] {
        return change::Repository::openToRead(folder, incoming).and_then([&](auto &&repository) {
            return change::HistoryCheck(repository, id, validate).run(head, known);
        });
    };
}

TakingIn::Became TakingIn::take(
    const ObjectId &head, Result<change::Counted> counted, change::Incoming *packs)
{
    if (counted && packs != nullptr) {
        const auto folder = context_.house.pipeline->repository().folder() / ".git" / "objects" / "pack";
        if (auto moved = packs->moveInto(folder); !moved)
            counted = std::unexpected(std::move(moved).error());
    }
    if (counted)
        return takeIn(head, *counted);
    // A full disk is no fault of theirs: they say it again.
    if (isVerdict(counted.error().code))
        settled_.insert(head);
    const auto &arguments = counted.error().arguments;
    const auto change = arguments.find("change");
    log::write(log::Level::warning, "members",
        "a change of another member does not count: " + std::string(name(counted.error().code))
            + (change == arguments.end() ? "" : ' ' + change->second));
    return Became::refused;
}

TakingIn::Became TakingIn::takeIn(const ObjectId &head, const change::Counted &counted)
{
    const auto taken = context_.house.pipeline->takeIn(counted);
    if (!taken && taken.error().code == ErrorCode::history_moved)
        return Became::looked_at_too_early;
    if (!taken) {
        // A trial ends, and what else stands in the way passes.
        waiting_.insert(head);
        log::write(log::Level::info, "members",
            "what another member has is not taken in yet: " + std::string(name(taken.error().code)));
        return Became::waits;
    }
    // What counts is judged by who was removed.
    if (revocations_ != counted.revocations)
        settled_.clear();
    revocations_ = counted.revocations;
    if (!counted.isWhole)
        settled_.insert(head);
    return Became::taken_in;
}

bool TakingIn::makeAgain()
{
    if (context_.house.pipeline == nullptr)
        return true;
    const auto made = change::makeAgain(*context_.house.pipeline, context_.ownRole());
    if (!made)
        log::write(log::Level::info, "members",
            "what counts no more can't be made again yet: " + std::string(name(made.error().code)));
    return made.has_value();
}

} // namespace freehold::members
