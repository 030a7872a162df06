// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "members/beside.h"
#include "members/fetching.h"
#include "members/pack_indexing.h"
#include "members/pack_sending.h"
#include "members/taking_in.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>

namespace freehold::members {

/// Keeps the house's history the same at all members that are connected: says what `main` is whenever it
/// moves, gets what another has and this one lacks, and has it looked at and taken in (taking_in.h). House
/// thread; what takes long runs beside.
class Replication : public QObject {
    Q_OBJECT

public:
    struct Context {
        peer::MemberNetwork network;
        change::HouseSlot &house;
        std::filesystem::path helper; ///< freehold-index-pack
        std::filesystem::path incoming; ///< a folder of its own, for what is not looked at yet
        std::function<contract::Role()> ownRole; ///< what this machine may do
    };
    explicit Replication(Context context);
    ~Replication() override;

    /// This machine has a house now.
    void follow(change::Pipeline &pipeline);
    void opened(peer::ChannelId member);
    void received(peer::ChannelId member, const peer::Frame &frame);
    void closed(peer::ChannelId member, const Error &error);
    /// While something is looked at beside, old objects are not packed.
    [[nodiscard]] bool isBusy() const { return !fetching_.empty() || takingIn_.isLooking(); }

private:
    /// More at once would bring no more, as the same network and processor do it.
    static constexpr std::size_t mostAtOnce = 16;

    struct News {
        peer::ChannelId from = 0;
        change::ObjectId head;
        std::vector<change::ObjectId> changes; ///< that the head stands for, where that was said
    };
    /// On its way from one member.
    struct OnTheWay {
        News news;
        std::unique_ptr<Fetching> fetching;
    };
    /// What this member says of its own.
    [[nodiscard]] Heads heads() const;
    void tellAll();
    void hear(peer::ChannelId from, const Heads &heads);
    void next();
    /// The one that says it brings most of what nobody else is bringing. Who was asked lately comes last,
    /// whatever it says.
    [[nodiscard]] std::optional<News> takeBest();
    void fetch(News news);
    void fetched(peer::ChannelId from, const Result<std::string> &head);
    void look();
    void indexed(const Result<void> &indexed);
    void looked(Result<change::Counted> counted);
    /// This member's changes that count no more as they are.
    void makeAgain();
    /// What could not be taken in.
    void tryAgain();
    void send(peer::ChannelId to, const peer::Frame &frame);

    Context context_;
    std::set<peer::ChannelId> open_;
    std::deque<News> news_; ///< that nobody has looked at
    std::map<peer::ChannelId, change::ObjectId> heard_; ///< what each said last
    std::deque<peer::ChannelId> asked_; ///< lately
    std::map<peer::ChannelId, OnTheWay> fetching_;
    std::size_t folders_ = 0; ///< that were given to what is fetched
    change::OwnHaves haves_;
    TakingIn takingIn_;
    PackIndexing indexing_;
    std::map<peer::ChannelId, PackSending> sending_;
    QTimer retry_;
    Beside looking_;
};

} // namespace freehold::members
