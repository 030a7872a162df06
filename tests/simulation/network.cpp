// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/network.h"

#include <algorithm>

namespace freehold::simulation {

void Network::add(Member &member)
{
    places_.push_back({member, nullptr});
    switched(member);
}

void Network::divide(std::vector<std::size_t> parts)
{
    parts_ = std::move(parts);
    isRedrawn_ = true;
}

void Network::heal()
{
    divide({});
    losesNothing_ = true;
    // Where something went wrong nobody asks again before the other says it again: they meet anew.
    for (const Place &place : places_) {
        place.exchange->losesNothing();
        for (const Place &other : places_)
            place.exchange->closed(other.member);
    }
    open_.clear();
    said_.clear();
}

void Network::switched(Member &member)
{
    isRedrawn_ = true;
    const std::size_t number = member.number();
    const auto isOfIt = [&](const Channel &on) { return on.first == number || on.second == number; };
    std::erase_if(open_, isOfIt);
    std::erase_if(said_, [&](const Said &said) { return isOfIt(said.on); });
    auto &own = places_[number].exchange;
    own = std::make_unique<Exchange>(member, chance_);
    if (losesNothing_)
        own->losesNothing();
    for (const Place &other : places_)
        other.exchange->closed(member);
    if (member.isOn())
        own->follow();
}

bool Network::isReachable(const Member &one, const Member &other) const
{
    const auto partOf = [this](const Member &member) {
        return member.number() < parts_.size() ? parts_[member.number()] : 0;
    };
    return one.isOn() && other.isOn() && partOf(one) == partOf(other);
}

void Network::openAndClose()
{
    for (const Place &from : places_) {
        for (const Place &to : places_) {
            const Channel channel{from.member.number(), to.member.number()};
            const bool isOpen = &from != &to && isReachable(from.member, to.member)
                && from.member.knows(to.member) && to.member.knows(from.member);
            if (isOpen && open_.insert(channel).second)
                say(channel);
            if (!isOpen && open_.erase(channel) != 0) {
                std::erase_if(said_, [&](const Said &said) { return said.on == channel; });
                to.exchange->closed(from.member);
            }
        }
    }
}

void Network::say(const Channel &channel)
{
    said_.push_back({channel, places_[channel.first].member.head()});
}

bool Network::goOn()
{
    if (std::exchange(isRedrawn_, false) || !moved_.empty())
        openAndClose();
    for (const std::size_t speaker : std::exchange(moved_, {})) {
        for (const Channel &channel : open_) {
            if (channel.first == speaker)
                say(channel);
        }
    }
    if (said_.empty() || chance_.oneIn(2)) {
        if (somebodyGoesOn())
            return true;
    }
    if (said_.empty())
        return false;
    somebodyHears();
    return true;
}

bool Network::somebodyGoesOn()
{
    const std::size_t first = chance_.below(places_.size());
    for (std::size_t at = 0; at < places_.size(); ++at) {
        const Place &place = places_[(first + at) % places_.size()];
        if (!place.member.isOn() || !place.exchange->goOn())
            continue;
        lastAtWork_ = place.member.number();
        return true;
    }
    return false;
}

void Network::somebodyHears()
{
    // What one says to another arrives in its order.
    const Channel on = said_[chance_.below(said_.size())].on;
    const auto next = std::ranges::find(said_, on, &Said::on);
    const change::ObjectId head = std::move(next->head);
    said_.erase(next);
    places_[on.second].exchange->hear(places_[on.first].member, head);
}

bool Network::tryAgain(const std::set<std::size_t> &except)
{
    bool waited = false;
    for (const Place &place : places_) {
        const bool waits = place.member.isOn() && place.exchange->isWaiting();
        if (!waits || except.contains(place.member.number()))
            continue;
        place.exchange->tryAgain();
        waited = true;
    }
    return waited;
}

} // namespace freehold::simulation
