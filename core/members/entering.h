// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/house_slot.h"
#include "peer/channel/member_network.h"

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace freehold::members {

/// How a machine that was restored from a backup gets to talk to members that don't know of it yet: it shows
/// them its document, which carries what admits it, before anything else. Both sides. House thread.
class Entering {
public:
    /// At once, of machines that no member knows.
    static constexpr std::size_t mostAtOnce = 4;

    Entering(peer::MemberNetwork network, const change::HouseSlot &house,
        std::function<crypto::PublicKey()> ownKey);

    /// This machine has called a member. True where that may not know it and is shown what admits it: nothing
    /// else is said there until it has answered.
    [[nodiscard]] bool begin(peer::ChannelId channel, const peer::Peer &member);
    /// The member at a channel where this machine has begun has answered; nothing where it has not begun.
    [[nodiscard]] std::optional<peer::Peer> answered(peer::ChannelId channel);

    /// What a machine shows that is no member. False where it admits nobody; else it may talk as one.
    [[nodiscard]] bool hear(peer::ChannelId channel, const crypto::PublicKey &key, const peer::Frame &frame);
    /// Of the machines that may talk as members though the house doesn't know them yet.
    [[nodiscard]] std::set<crypto::PublicKey> keys() const;
    void closed(peer::ChannelId channel);

private:
    peer::MemberNetwork network_;
    const change::HouseSlot &house_;
    std::function<crypto::PublicKey()> ownKey_;
    std::map<peer::ChannelId, peer::Peer> begun_;
    std::map<peer::ChannelId, crypto::PublicKey> heard_;
};

} // namespace freehold::members
