// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/entering.h"

#include "change/admission.h"
#include "change/revocation.h"
#include "peer/pairing/pairing_messages.h"
#include "support/ssh.h"

#include <algorithm>

namespace freehold::members {

Entering::Entering(
    peer::MemberNetwork network, const change::HouseSlot &house, std::function<crypto::PublicKey()> ownKey)
    : network_(network)
    , house_(house)
    , ownKey_(std::move(ownKey))
{
}

bool Entering::begin(peer::ChannelId channel, const peer::Peer &member)
{
    const auto own = house_.configuration().find("member", change::memberId(ownKey_()));
    if (!own || own->textAt("restored_from").empty() || !member.called)
        return false;
    begun_.insert_or_assign(channel, member);
    network_.send(channel, peer::toFrame(peer::PairRestored{own->text()}));
    return true;
}

std::optional<peer::Peer> Entering::answered(peer::ChannelId channel)
{
    const auto begun = begun_.extract(channel);
    return begun ? std::optional(begun.mapped()) : std::nullopt;
}

bool Entering::hear(peer::ChannelId channel, const crypto::PublicKey &key, const peer::Frame &frame)
{
    const change::Configuration &house = house_.configuration();
    const auto said = peer::fromFrame<peer::PairRestored>(frame);
    const std::string id = change::memberId(key);
    const auto itself = house.find("house.toml");
    if (!said || !itself || house.find("member", id) || heard_.size() >= mostAtOnce)
        return false;
    const auto member = change::Document::parse(contract::pathOf("member", id), said->member);
    if (!member || (*member)->textAt("key") != ssh::publicKeyText(key) || change::isRevoked(**member))
        return false;
    const auto letsIn
        = [&](const change::Document *backup) { return change::letsItselfIn(**member, *itself, backup); };
    const bool isLetIn = letsIn(nullptr)
        || std::ranges::any_of(house.ofKind("admission"), [&](const change::DocumentPointer &backup) {
               return backup->textAt("used_by").empty() && letsIn(backup.get());
           });
    if (isLetIn)
        heard_.insert_or_assign(channel, key);
    return isLetIn;
}

std::set<crypto::PublicKey> Entering::keys() const
{
    std::set<crypto::PublicKey> keys;
    for (const auto &[channel, key] : heard_)
        keys.insert(key);
    return keys;
}

void Entering::closed(peer::ChannelId channel)
{
    begun_.erase(channel);
    heard_.erase(channel);
}

} // namespace freehold::members
