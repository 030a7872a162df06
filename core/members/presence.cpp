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
        if (online_.contains(member))
            continue;
        for (const Place &place : places)
            calling_.insert(context_.network.call(place.host, place.port));
    }
}

void Presence::opened(peer::ChannelId id, const peer::Peer &peer)
{
    calling_.erase(id);
    if (!context_.members().contains(peer.key))
        return;
    const auto [online, isFirst] = online_.try_emplace(peer.key, Online{id, peer.called});
    if (!isFirst) {
        // Both called: the one that the smaller key called stays, at both ends. Of two calls of one side, the
        // later, as it has the better evidence.
        const bool keepsCalled = context_.ownKey() < peer.key;
        const bool isBetter = online->second.called == peer.called || peer.called == keepsCalled;
        if (!isBetter)
            return context_.network.close(id);
        const peer::ChannelId former = std::exchange(online->second, Online{id, peer.called}).channel;
        Q_EMIT left(former, peer.key);
        context_.network.close(former);
    }
    context_.network.keep(id);
    log::write(log::Level::info, "members", "reached: " + change::memberId(peer.key) + " at " + peer.address);
    Q_EMIT arrived(id, peer.key);
}

void Presence::closed(peer::ChannelId id)
{
    calling_.erase(id);
    const auto gone
        = std::ranges::find_if(online_, [id](const auto &one) { return one.second.channel == id; });
    if (gone == online_.end())
        return;
    const crypto::PublicKey member = gone->first;
    online_.erase(gone);
    log::write(log::Level::info, "members", "away: " + change::memberId(member));
    Q_EMIT left(id, member);
}

void Presence::sendToAll(const peer::Frame &frame) const
{
    for (const auto &[member, online] : online_)
        context_.network.send(online.channel, frame);
}

bool Presence::isOnline(const crypto::PublicKey &key) const
{
    return online_.contains(key);
}

std::optional<crypto::PublicKey> Presence::memberAt(peer::ChannelId id) const
{
    const auto found
        = std::ranges::find_if(online_, [id](const auto &one) { return one.second.channel == id; });
    return found == online_.end() ? std::nullopt : std::optional(found->first);
}

} // namespace freehold::members
