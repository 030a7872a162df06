// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/presence.h"

#include "change/admission.h"
#include "support/log.h"

#include <algorithm>

namespace freehold::members {

Presence::Presence(Context context)
    : context_(std::move(context))
{
    calls_.setTimerType(Qt::VeryCoarseTimer);
    calls_.setInterval(callInterval);
    connect(&calls_, &QTimer::timeout, this, &Presence::callThoseAway);
}

void Presence::start()
{
    calls_.start();
    callThoseAway();
}

void Presence::callThoseAway()
{
    for (const auto &[member, places] : context_.members()) {
        if (isOnline(member))
            continue;
        for (const Place &place : places)
            static_cast<void>(context_.network.call(place.host, place.port));
    }
}

void Presence::opened(peer::ChannelId id, const peer::Peer &peer)
{
    if (!context_.members().contains(peer.key))
        return;
    std::vector<peer::ChannelId> older;
    for (const auto &[channel, member] : online_) {
        if (member == peer.key)
            older.push_back(channel);
    }
    online_.emplace(id, peer.key);
    context_.network.keep(id);
    log::write(log::Level::info, "members", "reached: " + change::memberId(peer.key) + " at " + peer.address);
    Q_EMIT arrived(id, peer.key);
    if (context_.ownKey() < peer.key) {
        for (const peer::ChannelId channel : older) {
            context_.network.close(channel);
            closed(channel);
        }
    }
}

void Presence::closed(peer::ChannelId id)
{
    const auto gone = online_.extract(id);
    if (gone.empty())
        return;
    if (!isOnline(gone.mapped()))
        log::write(log::Level::info, "members", "away: " + change::memberId(gone.mapped()));
    Q_EMIT left(id, gone.mapped());
}

void Presence::sendToAll(const peer::Frame &frame, peer::ChannelId butNotTo) const
{
    for (const auto &[channel, member] : online_) {
        if (channel != butNotTo)
            context_.network.send(channel, frame);
    }
}

bool Presence::isOnline(const crypto::PublicKey &key) const
{
    return std::ranges::contains(online_ | std::views::values, key);
}

std::optional<crypto::PublicKey> Presence::memberAt(peer::ChannelId id) const
{
    const auto found = online_.find(id);
    return found == online_.end() ? std::nullopt : std::optional(found->second);
}

} // namespace freehold::members
