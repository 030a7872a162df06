// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/exchange.h"

#include "change/replication/outgoing.h"
#include "pack_indexer/indexing.h"
#include "simulation/disk.h"

namespace freehold::simulation {

using Became = members::TakingIn::Became;

Result<bool> carryPacks(const change::Repository &from, const change::ObjectId &head,
    const std::vector<change::ObjectId> &have, change::Incoming &to, const std::function<bool()> &isLost)
{
    const disk::ManyThreads threads;
    constexpr qint64 part = 1'024;
    for (const auto &pack : TRY(change::packsFor(from, head, have))) {
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
    if (const std::string wrong = indexPacks(to.folder()); !wrong.empty())
        return failure(ErrorCode::repository_damaged, {{"place", to.folder().string()}, {"detail", wrong}});
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
    for (const change::ObjectId &head : member_.takingIn().takeWaiting())
        news_.push_back({nullptr, head});
    makeAgain();
}

bool Exchange::goOn()
{
    if (std::exchange(trialsChanged_, false)) {
        tryAgain();
        return true;
    }
    if (auto lookedAt = std::exchange(lookedAt_, std::nullopt)) {
        take(std::move(*lookedAt));
        return true;
    }
    if (news_.empty())
        return false;
    const News news = news_.front();
    news_.pop_front();
    if (member_.takingIn().isNews(news.head))
        look(news);
    return true;
}

void Exchange::look(const News &news)
{
    if (news.from == nullptr) {
        lookedAt_ = LookedAt{news, member_.takingIn().lookAt(news.head)(), std::nullopt};
        return;
    }
    if (auto fetched = fetch(news))
        lookedAt_ = std::move(*fetched);
}

Result<Exchange::LookedAt> Exchange::fetch(const News &news)
{
    const change::ObjectId head = news.from->head(); // it may have gone on since it said so
    auto packs = TRY(change::Incoming::in(member_.incoming() / "pack"));
    const auto haves = TRY(change::havesOf(member_.pipeline().repository(), member_.head()));
    constexpr std::size_t seldom = 30;
    const bool isWhole = TRY(carryPacks(news.from->pipeline().repository(), head, haves, packs,
        [this] { return mayLose_ && chance_.oneIn(seldom); }));
    if (!isWhole)
        return failure(ErrorCode::peer_unreachable);
    auto counted = member_.takingIn().lookAt(head)();
    return LookedAt{{news.from, head}, std::move(counted), std::move(packs)};
}

void Exchange::take(LookedAt lookedAt)
{
    const auto &head = lookedAt.news.head;
    const auto became = member_.takingIn().take(
        head, std::move(lookedAt.counted), lookedAt.packs ? &*lookedAt.packs : nullptr);
    switch (became) {
    case Became::taken_in:
        makeAgain();
        break;
    case Became::looked_at_too_early:
        news_.push_front({nullptr, head});
        break;
    case Became::waits:
        isWaiting_ = true;
        break;
    case Became::refused:
        break;
    }
}

void Exchange::makeAgain()
{
    isWaiting_ |= !member_.takingIn().makeAgain();
}

} // namespace freehold::simulation
