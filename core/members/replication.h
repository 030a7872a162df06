// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "members/beside.h"
#include "members/fetching.h"
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
        std::filesystem::path incoming; ///< a folder for what is not looked at yet
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
    [[nodiscard]] bool isBusy() const { return current_.has_value(); }

private:
    struct News {
        peer::ChannelId from = 0; ///< none where it lies here already
        change::ObjectId head;
        std::vector<change::ObjectId> changes; ///< that the head stands for, where that was said
        std::size_t unknown = 1; ///< how many of them were not here when it was heard
    };
    /// What this member says of its own.
    [[nodiscard]] Heads heads() const;
    void tellAll();
    void hear(peer::ChannelId from, const Heads &heads);
    /// The one that says it brings most: when many change something at once, all have all after few rounds.
    /// Who was asked last comes last, whatever it says.
    [[nodiscard]] std::optional<News> takeBest();
    void next();
    void fetched(const Result<std::string> &head);
    void check(const change::ObjectId &head);
    void checked(const change::ObjectId &head, const Result<change::Counted> &counted);
    /// This member's changes that count no more as they are.
    void makeAgain();
    /// What could not be taken in.
    void tryAgain();
    void send(peer::ChannelId to, const peer::Frame &frame);

    Context context_;
    std::set<peer::ChannelId> open_;
    std::deque<News> news_; ///< that nobody has looked at
    std::map<peer::ChannelId, change::ObjectId> heard_; ///< what each said last
    peer::ChannelId asked_ = 0; ///< last
    std::optional<News> current_; ///< what is being fetched and looked at
    std::unique_ptr<Fetching> fetching_;
    TakingIn takingIn_;
    std::map<peer::ChannelId, PackSending> sending_;
    QTimer retry_;
    Beside checking_;
};

} // namespace freehold::members
