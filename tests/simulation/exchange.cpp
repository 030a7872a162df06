// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/exchange.h"

#include "change/replication/outgoing.h"
#include "pack_indexer/indexing.h"
#include "simulation/disk.h"

namespace freehold::simulation {

using Became = members::TakingIn::Became;

Result<bool> carryPacks(const change::Repository &from, const change::ObjectId &head,
    const change::Haves &haves, change::Incoming &to, const std::function<bool()> &isLost)
{
    const disk::ManyThreads threads;
    constexpr qint64 part = 1'024;
    for (const auto &pack : TRY(change::packsFor(from, head, haves))) {
        if (auto begun = to.beginPack(); !begun)
            return std::unexpected(std::move(begun).error());
        for (QByteArray bytes = pack->read(part); !bytes.isEmpty(); bytes = pack->read(part)) {
            if (isLost())
                return false;
            if (auto appended = to.append(bytes); !appended)
                return std::unexpected(std::move(appended).error());
        }
    }
    if (auto finished = to.finish(); !finished)
        return std::unexpected(std::move(finished).error());
    if (const std::string wrong = indexPacks({to.packs()}); !wrong.empty())
        return failure(ErrorCode::repository_damaged, {{"place", to.packs().string()}, {"detail", wrong}});
    return true;
}

void Exchange::follow()
{
    QObject::connect(&member_.pipeline(), &change::Pipeline::trialsChanged, &member_.pipeline(),
        [this] { trialsChanged_ = true; });
    makeAgain();
}

void Exchange::hear(Member &from, const change::ObjectId &head)
{
    if (!member_.takingIn().isNews(head))
        return;
    std::erase_if(news_, [&](const News &one) { return one.from == &from; });
    news_.push_back({&from, head});
}

void Exchange::closed(const Member &from)
{
    std::erase_if(news_, [&](const News &one) { return one.from == &from; });
}

void Exchange::tryAgain()
{
    isWaiting_ = false;
    member_.takingIn().tryAgain();
    makeAgain();
}

bool Exchange::goOn()
{
    if (std::exchange(trialsChanged_, false)) {
        tryAgain();
        return true;
    }
    if (auto counted = std::exchange(counted_, std::nullopt)) {
        take(std::move(*counted));
        return true;
    }
    members::TakingIn &takingIn = member_.takingIn();
    const bool mayWait = !news_.empty() && chance_.oneIn(2);
    if (!mayWait && takingIn.begin()) {
        counted_ = takingIn.look()();
        return true;
    }
    if (news_.empty())
        return false;
    const News news = news_.front();
    news_.pop_front();
    // What is lost on the way is said again when the channel is opened anew.
    if (takingIn.isNews(news.head)) [[maybe_unused]]
        const auto fetched = fetch(news);
    return true;
}

Result<void> Exchange::fetch(const News &news)
{
    const change::ObjectId head = news.from->head(); // it may have gone on since it said so
    auto packs = TRY(change::Incoming::in(member_.incoming() / std::to_string(folders_++)));
    const auto haves = TRY(change::OwnHaves().of(member_.pipeline().repository(), member_.head()));
    constexpr std::size_t seldom = 30;
    const bool isWhole = TRY(carryPacks(news.from->pipeline().repository(), head, haves, packs,
        [this] { return mayLose_ && chance_.oneIn(seldom); }));
    if (!isWhole)
        return failure(ErrorCode::peer_unreachable);
    member_.takingIn().got({head, {}, std::move(packs)});
    return {};
}

void Exchange::take(Result<change::Counted> counted)
{
    switch (member_.takingIn().take(std::move(counted))) {
    case Became::taken_in:
        makeAgain();
        break;
    case Became::waits:
        isWaiting_ = true;
        break;
    case Became::looked_at_again:
    case Became::refused:
    case Became::failed: // the other says it again when they meet anew
        break;
    }
}

void Exchange::makeAgain()
{
    isWaiting_ |= !member_.takingIn().makeAgain();
}

} // namespace freehold::simulation
