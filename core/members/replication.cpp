// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/replication.h"

#include "change/replication/made_again.h"
#include "change/replication/merge_order.h"
#include "change/replication/outgoing.h"
#include "support/log.h"

#include <algorithm>
#include <array>

namespace freehold::members {

using change::ObjectId;
using peer::ChannelId;
using peer::Frame;
using peer::FrameKind;

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

Replication::Replication(Context context)
    : context_(std::move(context))
{
    retry_.setSingleShot(true);
    retry_.setTimerType(Qt::CoarseTimer);
    retry_.setInterval(change::Convergence::retryInterval);
    connect(&retry_, &QTimer::timeout, this, &Replication::tryAgain);
}

void Replication::tryAgain()
{
    for (const ObjectId &head : std::exchange(waiting_, {}))
        news_.push_back({0, head});
    next();
    makeAgain();
}

Replication::~Replication() = default;

void Replication::follow(change::Pipeline &pipeline)
{
    connect(&pipeline, &change::Pipeline::mainMoved, this, &Replication::tellAll);
    connect(&pipeline, &change::Pipeline::trialsChanged, this, &Replication::tryAgain, Qt::QueuedConnection);
    makeAgain();
    tellAll();
}

void Replication::opened(ChannelId member)
{
    open_.insert(member);
    if (context_.house.pipeline)
        context_.network.send(member, peer::toFrame(Heads{context_.house.pipeline->head()}));
}

void Replication::tellAll()
{
    for (const ChannelId member : open_)
        context_.network.send(member, peer::toFrame(Heads{context_.house.pipeline->head()}));
}

void Replication::received(ChannelId member, const Frame &frame)
{
    if (current_ && current_->from == member && fetching_
        && (frame.kind == FrameKind::pack_begun || frame.kind == FrameKind::pack_part
            || frame.kind == FrameKind::fetched))
        return fetching_->received(frame);
    if (frame.kind != FrameKind::heads)
        return send(member, frame);
    const auto heads = peer::fromFrame<Heads>(frame);
    if (!heads)
        return context_.network.close(member);
    hear(member, heads->main);
}

void Replication::closed(ChannelId member, const Error &error)
{
    open_.erase(member);
    sending_.erase(member);
    std::erase_if(news_, [member](const News &one) { return one.from == member; });
    if (current_ && current_->from == member && fetching_)
        fetching_->closed(error);
}

void Replication::hear(ChannelId from, const ObjectId &head)
{
    if (!context_.house.pipeline || settled_.contains(head) || isKnown(head))
        return;
    std::erase_if(news_, [from](const News &one) { return one.from == from; });
    news_.push_back({from, head});
    next();
}

bool Replication::isKnown(const ObjectId &head) const
{
    const auto &pipeline = *context_.house.pipeline;
    const auto &repository = context_.house.pipeline->repository();
    if (head == pipeline.head())
        return true;
    if (!repository.holds(head))
        return false;
    const auto changes = changesAt(repository, head);
    return changes && std::ranges::all_of(*changes, [&](const ObjectId &change) {
        return repository.isAncestor(change, pipeline.head()).value_or(false);
    });
}

void Replication::next()
{
    if (current_ || news_.empty())
        return;
    current_ = news_.front();
    news_.pop_front();
    const bool isGone = current_->from != 0 && !open_.contains(current_->from);
    if (isGone || isKnown(current_->head)) {
        current_.reset();
        return next();
    }
    if (current_->from == 0)
        return check(current_->head);
    const auto &pipeline = *context_.house.pipeline;
    const auto haves = change::havesOf(context_.house.pipeline->repository(), pipeline.head());
    fetching_ = std::make_unique<Fetching>(
        context_.network, current_->from, Fetching::Places{context_.helper, context_.incoming / "pack"});
    connect(fetching_.get(), &Fetching::finished, this, &Replication::fetched, Qt::QueuedConnection);
    fetching_->start(haves.value_or(std::vector<ObjectId>()));
}

void Replication::fetched(const Result<std::string> &head)
{
    if (!current_)
        return;
    if (head)
        return check(*head);
    log::write(log::Level::warning, "members",
        "what another member has could not be had: " + std::string(name(head.error().code)));
    fetching_.reset();
    current_.reset();
    next();
}

void Replication::check(const ObjectId &head)
{
    const auto house = context_.house.configuration().find("house.toml");
    const auto verdict = std::make_shared<Result<change::Counted>>();
    checking_.run(
        [verdict, head, id = house ? house->textAt("id") : std::string(),
            known = context_.house.pipeline->head(), folder = context_.house.pipeline->repository().folder(),
            incoming = context_.incoming, validate = context_.house.pipeline->validator()] {
            *verdict = change::Repository::openToRead(folder, incoming).and_then([&](auto &&repository) {
                return change::HistoryCheck(repository, id, validate).run(head, known);
            });
        },
        this, [this, head, verdict] { checked(head, *verdict); });
}

void Replication::checked(const ObjectId &head, const Result<change::Counted> &counted)
{
    Result<change::Counted> taken = counted;
    if (taken && fetching_) {
        const auto folder = context_.house.pipeline->repository().folder() / ".git" / "objects" / "pack";
        if (auto moved = fetching_->incoming().moveInto(folder); !moved)
            taken = std::unexpected(std::move(moved).error());
    }
    fetching_.reset();
    current_.reset();
    if (taken) {
        takeIn(head, *taken);
    } else {
        // A full disk is no fault of theirs: they say it again.
        if (isVerdict(taken.error().code))
            settled_.insert(head);
        const auto &arguments = taken.error().arguments;
        const auto change = arguments.find("change");
        log::write(log::Level::warning, "members",
            "a change of another member does not count: " + std::string(name(taken.error().code))
                + (change == arguments.end() ? "" : ' ' + change->second));
    }
    next();
}

void Replication::takeIn(const ObjectId &head, const change::Counted &counted)
{
    const auto taken = context_.house.pipeline->takeIn(counted);
    if (!taken && taken.error().code == ErrorCode::history_moved)
        return news_.push_front({0, head});
    if (!taken) {
        // A trial ends, and what else stands in the way passes.
        waiting_.insert(head);
        retry_.start();
        log::write(log::Level::info, "members",
            "what another member has is not taken in yet: " + std::string(name(taken.error().code)));
        return;
    }
    // What counts is judged by who was removed.
    if (revocations_ != counted.revocations)
        settled_.clear();
    revocations_ = counted.revocations;
    if (!counted.isWhole)
        settled_.insert(head);
    makeAgain();
}

void Replication::makeAgain()
{
    if (context_.house.pipeline == nullptr)
        return;
    if (auto made = change::makeAgain(*context_.house.pipeline, context_.ownRole()); !made) {
        retry_.start();
        log::write(log::Level::info, "members",
            "what counts no more can't be made again yet: " + std::string(name(made.error().code)));
    }
}

void Replication::send(ChannelId to, const Frame &frame)
{
    auto sending = sending_.find(to);
    if (frame.kind == FrameKind::fetch && sending == sending_.end() && context_.house.pipeline) {
        const auto fetch = peer::fromFrame<Fetch>(frame);
        if (!fetch || fetch->have.size() > Fetch::mostHaves)
            return context_.network.close(to);
        const auto &pipeline = *context_.house.pipeline;
        auto packs = change::packsFor(context_.house.pipeline->repository(), pipeline.head(), fetch->have);
        if (!packs) {
            log::write(log::Level::warning, "members", "what a member lacks could not be read");
            return context_.network.close(to);
        }
        sending = sending_.try_emplace(to, context_.network, to, std::move(*packs), pipeline.head()).first;
    } else if (frame.kind == FrameKind::pack_taken) {
        if (sending == sending_.end())
            return; // of the last parts, which nothing follows
        const auto taken = peer::fromFrame<PackTaken>(frame);
        if (!taken)
            return context_.network.close(to);
        sending->second.taken(taken->bytes);
    } else {
        return context_.network.close(to);
    }
    if (sending->second.goOn())
        sending_.erase(sending);
}

} // namespace freehold::members
