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

bool TakingIn::isNews(const ObjectId &head, const std::vector<ObjectId> &changes) const
{
    if (!context_.house.pipeline || settled_.contains(head) || isKnown(head))
        return false;
    return changes.empty()
        || std::ranges::any_of(changes, [this](const ObjectId &change) { return !isIn(change); });
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

std::size_t TakingIn::toGet(
    const ObjectId &head, const std::vector<ObjectId> &changes, std::set<ObjectId> coming) const
{
    const auto add = [&](const Got &one) {
        coming.insert(one.head);
        coming.insert(one.changes.begin(), one.changes.end());
    };
    std::ranges::for_each(got_, add);
    std::ranges::for_each(alone_, add);
    std::ranges::for_each(looking_, add);
    std::ranges::for_each(waiting_, add);
    if (coming.contains(head))
        return 0;
    const auto unknown = std::ranges::count_if(
        changes, [&](const ObjectId &change) { return !coming.contains(change) && !isIn(change); });
    return changes.empty() ? 1 : static_cast<std::size_t>(unknown);
}

bool TakingIn::isIn(const ObjectId &change) const
{
    change::Pipeline &pipeline = *context_.house.pipeline;
    if (known_.contains(change))
        return true;
    const change::Repository &repository = pipeline.repository();
    if (!repository.holds(change) || !repository.isAncestor(change, pipeline.head()).value_or(false))
        return false;
    if (known_.size() >= mostKnown)
        known_.clear();
    known_.insert(change);
    return true;
}

bool TakingIn::begin()
{
    if (isLooking() || !context_.house.pipeline)
        return false;
    if (!alone_.empty()) {
        looking_.push_back(std::move(alone_.front()));
        alone_.pop_front();
    } else {
        std::ranges::move(got_, std::back_inserter(looking_));
        got_.clear();
    }
    return isLooking();
}

std::vector<std::filesystem::path> TakingIn::packFolders() const
{
    std::vector<std::filesystem::path> folders;
    for (const Got &one : looking_) {
        if (one.packs)
            folders.push_back(one.packs->packs());
    }
    return folders;
}

std::function<Result<change::Counted>()> TakingIn::look() const
{
    const auto house = context_.house.configuration().find("house.toml");
    std::vector<ObjectId> heads;
    std::vector<std::filesystem::path> objects;
    for (const Got &one : looking_) {
        heads.push_back(one.head);
        if (one.packs)
            objects.push_back(one.packs->folder());
    }
    return
        [heads, objects, id = house ? house->textAt("id") : std::string(),
            known = context_.house.pipeline->head(), folder = context_.house.pipeline->repository().folder(),
            validate = context_.house.pipeline->validator()] {
            return change::Repository::openToRead(folder, objects).and_then([&](auto &&repository) {
                return change::HistoryCheck(repository, id, validate).run(heads, known);
            });
        };
}

TakingIn::Became TakingIn::take(Result<change::Counted> counted)
{
    if (counted) {
        if (auto kept = keepPacks(); !kept)
            counted = std::unexpected(std::move(kept).error());
    }
    if (!counted)
        return refuse(counted.error());
    return takeIn(std::exchange(looking_, {}), *counted);
}

Result<void> TakingIn::keepPacks()
{
    const auto place = context_.house.pipeline->repository().folder() / ".git" / "objects" / "pack";
    for (Got &one : looking_) {
        if (auto moved = one.packs ? one.packs->moveInto(place) : Result<void>(); !moved)
            return moved;
        one.packs.reset();
    }
    return {};
}

TakingIn::Became TakingIn::refuse(const Error &error)
{
    auto looked = std::exchange(looking_, {});
    if (looked.size() > 1) {
        std::ranges::move(looked, std::back_inserter(alone_));
        return Became::looked_at_again;
    }
    const auto change = error.arguments.find("change");
    const std::string why
        = std::string(name(error.code)) + (change == error.arguments.end() ? "" : ' ' + change->second);
    if (!isVerdict(error.code)) {
        log::write(log::Level::warning, "members", "what another member has can't be taken in: " + why);
        return Became::failed;
    }
    settled_.insert(looked.front().head);
    log::write(log::Level::warning, "members", "a change of another member does not count: " + why);
    return Became::refused;
}

TakingIn::Became TakingIn::takeIn(std::vector<Got> looked, const change::Counted &counted)
{
    if (!counted.excluded.empty())
        known_.clear();
    const auto taken = context_.house.pipeline->takeIn(counted);
    if (!taken && taken.error().code == ErrorCode::history_moved) {
        std::ranges::move(looked, std::back_inserter(got_));
        return Became::looked_at_again;
    }
    if (!taken && looked.size() > 1) {
        // What stands in one's way is not in all others'.
        std::ranges::move(looked, std::back_inserter(alone_));
        return Became::looked_at_again;
    }
    if (!taken) {
        // A trial ends, and what else stands in the way passes.
        std::ranges::move(looked, std::back_inserter(waiting_));
        log::write(log::Level::info, "members",
            "what another member has is not taken in yet: " + std::string(name(taken.error().code)));
        return Became::waits;
    }
    // What counts is judged by who was removed.
    if (revocations_ != counted.revocations)
        settled_.clear();
    revocations_ = counted.revocations;
    for (const Got &one : looked) {
        if (!counted.isWhole)
            settled_.insert(one.head);
    }
    return Became::taken_in;
}

void TakingIn::tryAgain()
{
    std::ranges::move(std::exchange(waiting_, {}), std::back_inserter(got_));
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
