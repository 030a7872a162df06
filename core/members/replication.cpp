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
    , takingIn_({context_.house, context_.ownRole})
    , indexing_(context_.helper)
{
    // Of a fetch that was cut short.
    std::error_code error;
    std::filesystem::remove_all(context_.incoming, error);
    connect(&indexing_, &PackIndexing::finished, this, &Replication::indexed, Qt::QueuedConnection);
    retry_.setSingleShot(true);
    retry_.setTimerType(Qt::CoarseTimer);
    retry_.setInterval(change::Convergence::retryInterval);
    connect(&retry_, &QTimer::timeout, this, &Replication::tryAgain);
}

void Replication::tryAgain()
{
    takingIn_.tryAgain();
    // What could not be had, and that nobody says again as long as the channel lasts.
    for (const auto &[from, head] : heard_) {
        if (!std::ranges::contains(news_, from, &News::from) && takingIn_.isNews(head))
            news_.push_back({from, head, {}});
    }
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
    const auto onTheWay = fetching_.find(member);
    if (onTheWay != fetching_.end()
        && (frame.kind == FrameKind::pack_begun || frame.kind == FrameKind::pack_part
            || frame.kind == FrameKind::fetched))
        return onTheWay->second.fetching->received(frame);
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
    if (const auto onTheWay = fetching_.find(member); onTheWay != fetching_.end())
        onTheWay->second.fetching->closed(error);
}

void Replication::hear(ChannelId from, const Heads &heads)
{
    // Said again it costs nothing: what was not had then is had when the channel is opened anew, or by
    // others.
    if (std::exchange(heard_[from], heads.main) == heads.main)
        return;
    // What it said before is in what it says now.
    std::erase_if(news_, [from](const News &one) { return one.from == from; });
    if (!takingIn_.isNews(heads.main, heads.changes))
        return;
    news_.push_back({from, heads.main, heads.changes});
    next();
}

void Replication::next()
{
    while (fetching_.size() + takingIn_.queued() < mostAtOnce) {
        auto best = takeBest();
        if (!best)
            break;
        fetch(std::move(*best));
    }
    look();
}

std::optional<Replication::News> Replication::takeBest()
{
    std::erase_if(news_, [this](const News &one) { return !takingIn_.isNews(one.head, one.changes); });
    std::set<ObjectId> coming;
    for (const auto &[from, onTheWay] : fetching_) {
        coming.insert(onTheWay.news.head);
        coming.insert(onTheWay.news.changes.begin(), onTheWay.news.changes.end());
    }
    const auto worth = [&](const News &one) {
        const std::size_t brings
            = fetching_.contains(one.from) ? 0 : takingIn_.toGet(one.head, one.changes, coming);
        return std::tuple(brings > 0, !std::ranges::contains(asked_, one.from), brings);
    };
    const auto best = std::ranges::max_element(news_, {}, worth);
    if (best == news_.end() || !std::get<0>(worth(*best)))
        return std::nullopt;
    News taken = std::move(*best);
    news_.erase(best);
    return taken;
}

void Replication::fetch(News news)
{
    const ChannelId from = news.from;
    asked_.push_back(from);
    if (asked_.size() > mostAtOnce)
        asked_.pop_front();
    const auto haves = haves_.of(context_.house.pipeline->repository(), context_.house.pipeline->head());
    auto fetching
        = std::make_unique<Fetching>(context_.network, from, context_.incoming / std::to_string(folders_++));
    connect(
        fetching.get(), &Fetching::finished, this,
        [this, from](const Result<std::string> &head) { fetched(from, head); }, Qt::QueuedConnection);
    const auto &started = fetching_.insert_or_assign(from, OnTheWay{std::move(news), std::move(fetching)});
    started.first->second.fetching->start(haves.value_or(change::Haves()));
}

void Replication::fetched(ChannelId from, const Result<std::string> &head)
{
    OnTheWay over = std::move(fetching_.extract(from).mapped());
    if (head) {
        takingIn_.got({*head, std::move(over.news.changes), over.fetching->takeIncoming()});
    } else {
        log::write(log::Level::warning, "members",
            "what another member has could not be had: " + std::string(name(head.error().code)));
        retry_.start();
    }
    next();
}

void Replication::look()
{
    if (!takingIn_.begin())
        return;
    const auto folders = takingIn_.packFolders();
    if (folders.empty())
        return indexed({});
    indexing_.start(folders);
}

void Replication::indexed(const Result<void> &indexed)
{
    if (!indexed)
        return looked(std::unexpected(indexed.error()));
    const auto verdict = std::make_shared<Result<change::Counted>>();
    looking_.run([verdict, look = takingIn_.look()] { *verdict = look(); }, this,
        [this, verdict] { looked(std::move(*verdict)); });
}

void Replication::looked(Result<change::Counted> counted)
{
    switch (takingIn_.take(std::move(counted))) {
    case TakingIn::Became::taken_in:
        makeAgain();
        break;
    case TakingIn::Became::waits:
    case TakingIn::Became::failed:
        retry_.start();
        break;
    case TakingIn::Became::looked_at_again:
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
        if (!fetch || fetch->heads.size() > Fetch::mostHaves || fetch->older.size() > Fetch::mostHaves)
            return context_.network.close(to);
        const auto &pipeline = *context_.house.pipeline;
        auto packs = change::packsFor(
            context_.house.pipeline->repository(), pipeline.head(), {fetch->heads, fetch->older});
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
