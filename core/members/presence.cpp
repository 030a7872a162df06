// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/presence.h"

#include "change/admission.h"
#include "support/log.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace freehold::members {

Presence::Presence(Context context)
    : context_(std::move(context))
{
    calls_.setTimerType(Qt::VeryCoarseTimer);
    calls_.setInterval(callInterval);
    connect(&calls_, &QTimer::timeout, this, &Presence::callThoseAway);
    soon_.setSingleShot(true);
    soon_.setInterval(shortestPause);
    connect(&soon_, &QTimer::timeout, this, &Presence::callThoseAway);
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, [this] {
        callThoseAway();
        pause_ *= 2;
        if (pause_ < callInterval)
            again_.start(pause_);
    });
    answers_.setSingleShot(true);
    answers_.setInterval(answerTime);
    connect(&answers_, &QTimer::timeout, this, &Presence::lookWhoAnswered);
    looks_.setTimerType(Qt::CoarseTimer);
    looks_.setInterval(lookInterval);
    connect(&looks_, &QTimer::timeout, this, [this] { look(std::chrono::steady_clock::now()); });
}

void Presence::start()
{
    calls_.start();
    callThoseAway();
}

void Presence::callSoon()
{
    if (!soon_.isActive())
        soon_.start();
}

void Presence::callThoseAway()
{
    for (const auto &[member, places] : context_.members()) {
        if (isReached(member))
            continue;
        for (const Place &place : places) {
            const bool isCalled
                = std::ranges::any_of(wanted_ | std::views::values, [&](const Wanted &wanted) {
                      return !wanted.isOld && wanted.member == member && wanted.place == place;
                  });
            if (!isCalled)
                wanted_.emplace(context_.network.call(place.host, place.port), Wanted{member, place});
        }
    }
}

void Presence::callFound(const Place &place)
{
    // Announced again and again, and by who has called here: one call at a time is enough.
    constexpr std::size_t mostAtOnce = 16;
    const bool isThere
        = std::ranges::any_of(online_, [&](const auto &entry) { return entry.second.address == place.host; });
    if (!isThere && found_.size() < mostAtOnce)
        found_.insert(context_.network.call(place.host, place.port));
}

void Presence::callAgain(std::chrono::steady_clock::duration lasted)
{
    const bool isNew = lasted > callInterval;
    if (isNew)
        pause_ = shortestPause;
    if (pause_ < callInterval && (isNew || !again_.isActive()))
        again_.start(pause_);
}

void Presence::prompt()
{
    const auto now = std::chrono::steady_clock::now();
    if (prompted_ && now - *prompted_ < promptInterval)
        return;
    prompted_ = now;
    callSoon();
    for (auto &[channel, online] : online_) {
        online.pinged = now;
        context_.network.send(channel, {peer::FrameKind::ping, {}});
    }
    if (!online_.empty())
        answers_.start();
}

void Presence::lookWhoAnswered()
{
    bool isNew = false;
    for (Online &online : online_ | std::views::values) {
        if (online.heard < *prompted_)
            isNew = std::exchange(online.answers, false) || isNew;
    }
    if (isNew)
        Q_EMIT answersChanged();
}

void Presence::networkChanged(const std::set<std::string> &gone)
{
    for (Wanted &wanted : wanted_ | std::views::values)
        wanted.isOld = true;
    std::vector<peer::ChannelId> dead;
    for (const auto &[channel, online] : online_) {
        if (gone.contains(online.ownAddress))
            dead.push_back(channel);
    }
    for (const peer::ChannelId channel : dead) {
        context_.network.close(channel);
        closed(channel);
    }
    callSoon();
}

void Presence::opened(peer::ChannelId id, const peer::Peer &peer)
{
    wanted_.erase(id);
    found_.erase(id);
    if (!context_.members().contains(peer.key))
        return;
    const auto now = std::chrono::steady_clock::now();
    const bool endsOlder = context_.ownKey() < peer.key;
    std::vector<peer::ChannelId> older;
    for (const auto &[channel, online] : online_) {
        if (online.member == peer.key && (endsOlder || now - online.since > atOnce))
            older.push_back(channel);
    }
    online_.emplace(id, Online{peer.key, peer.address, peer.ownAddress, peer.called, now, now, now});
    if (!looks_.isActive())
        looks_.start();
    context_.network.keep(id);
    log::write(log::Level::info, "members", "reached: " + change::memberId(peer.key) + " at " + peer.address);
    Q_EMIT arrived(id, peer.key);
    for (const peer::ChannelId channel : older) {
        context_.network.close(channel);
        closed(channel);
    }
}

void Presence::closed(peer::ChannelId id)
{
    wanted_.erase(id);
    found_.erase(id);
    const auto gone = online_.extract(id);
    if (gone.empty())
        return;
    const crypto::PublicKey member = gone.mapped().member;
    if (online_.empty())
        looks_.stop();
    if (!isReached(member)) {
        log::write(log::Level::info, "members", "away: " + change::memberId(member));
        callAgain(std::chrono::steady_clock::now() - gone.mapped().since);
    }
    Q_EMIT left(id, member);
}

std::optional<crypto::PublicKey> Presence::wantedAt(peer::ChannelId id) const
{
    const auto found = wanted_.find(id);
    return found == wanted_.end() ? std::nullopt : std::optional(found->second.member);
}

void Presence::heard(peer::ChannelId id, const peer::Frame &frame)
{
    const auto online = online_.find(id);
    if (online == online_.end())
        return;
    online->second.heard = std::chrono::steady_clock::now();
    if (frame.kind == peer::FrameKind::ping)
        context_.network.send(id, {peer::FrameKind::pong, {}});
    if (!std::exchange(online->second.answers, true))
        Q_EMIT answersChanged();
}

void Presence::look(std::chrono::steady_clock::time_point now)
{
    std::vector<peer::ChannelId> silent;
    for (auto &[channel, online] : online_) {
        if (now - online.heard >= silence)
            silent.push_back(channel);
        else if (online.called && now - std::max(online.heard, online.pinged) >= pingInterval) {
            online.pinged = now;
            context_.network.send(channel, {peer::FrameKind::ping, {}});
        }
    }
    for (const peer::ChannelId channel : silent) {
        context_.network.close(channel);
        closed(channel);
    }
}

void Presence::dropOthers()
{
    const auto members = context_.members();
    std::vector<peer::ChannelId> gone;
    for (const auto &[channel, online] : online_) {
        if (!members.contains(online.member))
            gone.push_back(channel);
    }
    for (const peer::ChannelId channel : gone) {
        context_.network.close(channel);
        closed(channel);
    }
}

void Presence::sendToAll(const peer::Frame &frame, peer::ChannelId butNotTo) const
{
    for (const auto &[channel, online] : online_) {
        if (channel != butNotTo)
            context_.network.send(channel, frame);
    }
}

bool Presence::isOnline(const crypto::PublicKey &key) const
{
    return std::ranges::any_of(
        online_, [&](const auto &one) { return one.second.member == key && one.second.answers; });
}

bool Presence::isReached(const crypto::PublicKey &key) const
{
    return std::ranges::any_of(online_, [&](const auto &one) { return one.second.member == key; });
}

std::optional<peer::ChannelId> Presence::channelTo(const crypto::PublicKey &key) const
{
    std::optional<peer::ChannelId> newest;
    for (const auto &[channel, online] : online_) {
        if (online.member == key)
            newest = channel;
    }
    return newest;
}

std::set<std::string> Presence::addressesOf(const crypto::PublicKey &key) const
{
    std::set<std::string> addresses;
    for (const auto &[channel, online] : online_) {
        if (online.member == key && !online.address.empty())
            addresses.insert(online.address);
    }
    return addresses;
}

std::optional<crypto::PublicKey> Presence::memberAt(peer::ChannelId id) const
{
    const auto found = online_.find(id);
    return found == online_.end() ? std::nullopt : std::optional(found->second.member);
}

} // namespace freehold::members
