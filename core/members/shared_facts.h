// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/house_slot.h"
#include "facts/facts.h"
#include "peer/channel/member_network.h"
#include "support/crypto.h"

#include <QObject>

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace freehold::members {

/// What members state of themselves, told to all the others: each fact is signed by the member that owns it,
/// and passed on by whoever hears of it, so that those learn of it too who are never there at the same time.
/// Whoever is a member states facts, and of nothing but what is its own; a removed one states none any more.
/// A type that this version does not know is kept and passed on all the same. House thread.
class SharedFacts : public QObject {
    Q_OBJECT

public:
    struct Context {
        peer::MemberNetwork network;
        change::HouseSlot &house;
        facts::Facts &facts;
        const Clock &clock;
        std::function<const crypto::SigningKey *()> signer; ///< null while the vault is locked
        /// To all members that can be reached, but for whoever is at the other end of one channel.
        std::function<void(const peer::Frame &frame, peer::ChannelId butNotTo)> tellAll;
    };
    explicit SharedFacts(Context context);

    /// A member can be reached: it is told all that is known.
    void opened(peer::ChannelId member);
    /// False where it is nothing that a member says.
    [[nodiscard]] bool hear(peer::ChannelId from, const peer::Frame &frame);
    /// Who belongs to the house may be another now: what was heard of a new member before counts.
    void configurationChanged();

private:
    /// Facts whose owner is no member, as far as was heard.
    static constexpr std::size_t mostEarly = 64;

    [[nodiscard]] std::string houseId() const;
    /// As it goes to others; nothing where it can't be signed now.
    [[nodiscard]] std::optional<peer::Frame> frameOf(const facts::StatedFact &fact) const;

    Context context_;
    std::deque<std::pair<peer::ChannelId, peer::Frame>> early_;
};

} // namespace freehold::members
