// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/replication.h"

#include "change/replication/outgoing.h"
#include "support/log.h"

#include <algorithm>

namespace freehold::members {

using change::ObjectId;
using peer::ChannelId;
using peer::Frame;
using peer::FrameKind;

Replication::Replication(Context context)
    : context_(std::move(context))
    , takingIn_({context_.house, context_.incoming, context_.ownRole})
{
    retry_.setSingleShot(true);
    retry_.setTimerType(Qt::CoarseTimer);
    retry_.setInterval(change::Convergence::retryInterval);
    connect(&retry_, &QTimer::timeout, this, &Replication::tryAgain);
}

void Replication::tryAgain()
{
    for (const ObjectId &head : takingIn_.takeWaiting())
        news_.push_back({0, head, {}, 1});
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
        context_.network.send(member, peer::toFrame(heads()));
}

Heads Replication::heads() const
{
    change::Pipeline &pipeline = *context_.house.pipeline;
    auto changes
        = change::changesAt(pipeline.repository(), pipeline.head()).value_or(std::vector<ObjectId>());
    if (changes.size() > Heads::mostChanges)
        changes.clear();
    return {pipeline.head(), std::move(changes)};
}

void Replication::tellAll()
{
    const Frame frame = peer::toFrame(heads());
    for (const ChannelId member : open_)
        context_.network.send(member, frame);
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
    if (!heads || heads->changes.size() > Heads::mostChanges)
        return context_.network.close(member);
    hear(member, *heads);
}

void Replication::closed(ChannelId member, const Error &error)
{
    open_.erase(member);
    heard_.erase(member);
    sending_.erase(member);
    std::erase_if(news_, [member](const News &one) { return one.from == member; });
    if (current_ && current_->from == member && fetching_)
        fetching_->closed(error);
}

void Replication::hear(ChannelId from, const Heads &heads)
{
    // Said again it costs nothing: what was not had then is had when the channel is opened anew, or by
    // others.
    if (std::exchange(heard_[from], heads.main) == heads.main)
        return;
    // What it said before is in what it says now.
    std::erase_if(news_, [from](const News &one) { return one.from == from; });
    const std::size_t unknown = takingIn_.newsIn(heads.main, heads.changes);
    if (unknown == 0)
        return;
    news_.push_back({from, heads.main, heads.changes, unknown});
    next();
}

std::optional<Replication::News> Replication::takeBest()
{
    while (!news_.empty()) {
        const auto best = std::ranges::max_element(news_, {},
            [this](const News &one) { return std::pair(one.from == 0 || one.from != asked_, one.unknown); });
        News taken = std::move(*best);
        news_.erase(best);
        const bool isGone = taken.from != 0 && !open_.contains(taken.from);
        if (!isGone && takingIn_.newsIn(taken.head, taken.changes) > 0) {
            asked_ = taken.from;
            return taken;
        }
    }
    return std::nullopt;
}

void Replication::next()
{
    if (current_)
        return;
    current_ = takeBest();
    if (!current_)
        return;
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
    const auto verdict = std::make_shared<Result<change::Counted>>();
    checking_.run([verdict, look = takingIn_.lookAt(head)] { *verdict = look(); }, this,
        [this, head, verdict] { checked(head, *verdict); });
}

void Replication::checked(const ObjectId &head, const Result<change::Counted> &counted)
{
    const auto became = takingIn_.take(head, counted, fetching_ ? &fetching_->incoming() : nullptr);
    fetching_.reset();
    current_.reset();
    switch (became) {
    case TakingIn::Became::taken_in:
        makeAgain();
        break;
    case TakingIn::Became::looked_at_too_early:
        news_.push_front({0, head, {}, 1});
        break;
    case TakingIn::Became::waits:
        retry_.start();
        break;
    case TakingIn::Became::refused:
        break;
    }
    next();
}

void Replication::makeAgain()
{
    if (!takingIn_.makeAgain())
        retry_.start();
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
