// SPDX-License-Identifier: GPL-3.0-or-later
// Where this machine and the other members are: what it tells of itself, and what it hears and finds of them.
#include "members/home_network.h"
#include "members/member_reached.h"
#include "members/members.h"

#include "change/admission.h"
#include "change/revocation.h"
#include "support/log.h"
#include "support/ssh.h"

#include <algorithm>
#include <utility>

namespace freehold::members {

using peer::ChannelId;

void Members::setGateways(std::set<std::string> gateways)
{
    if (std::exchange(gateways_, std::move(gateways)) != gateways_)
        announceAtHome();
}

void Members::gatewaySeen(const std::string &gateway)
{
    if (gateways_.insert(gateway).second)
        announceAtHome();
}

void Members::houseMade()
{
    isNewHere_ = true;
    announceAtHome();
}

void Members::announceAtHome()
{
    if (context_.house.pipeline == nullptr)
        return;
    if (!gateways_.empty() && std::exchange(isNewHere_, false)) {
        for (const std::string &gateway : gateways_) {
            const HomeNetwork network{gateway};
            if (auto stated = context_.facts.put(change::memberId(context_.ownKey()), network); !stated)
                log::write(log::Level::warning, "members", "a network of the house could not be kept");
        }
    }
    const auto homes = context_.facts.all<HomeNetwork>();
    const bool isAtHome = std::ranges::any_of(
        homes, [this](const HomeNetwork &network) { return gateways_.contains(network.gateway); });
    announcing_.setAtHome(isAtHome ? secrets_.value(SharedSecrets::announcing) : std::nullopt, port_);
}

void Members::serviceSeen(const platform::ResolvedService &service)
{
    const auto id = service.txt.find("id");
    if (service.instance.type != Announcing::serviceType || id == service.txt.end()
        || announcing_.isOwn(service.instance.name))
        return;
    const auto secret = secrets_.value(SharedSecrets::announcing);
    if (!secret || !Announcing::isOurs(*secret, id->second, context_.clock.now()))
        return;
    for (const std::string &address : service.addresses)
        presence_.callFound({address, service.port});
}

void Members::setAddresses(std::vector<std::string> addresses)
{
    const std::vector<std::string> former = std::exchange(addresses_, std::move(addresses));
    if (addresses_ != former) {
        std::set<std::string> gone(former.begin(), former.end());
        for (const std::string &address : addresses_)
            gone.erase(address);
        presence_.networkChanged(gone);
    }
    statePresence();
}

void Members::setPort(std::uint16_t port)
{
    port_ = port;
    statePresence();
    announceAtHome();
}

void Members::statePresence()
{
    if (context_.house.pipeline == nullptr)
        return;
    const MemberPresence own = ownPresence();
    if (auto stated = context_.facts.put(own.member, own); !stated)
        log::write(log::Level::warning, "members", "where this member is could not be stated");
}

MemberPresence Members::ownPresence() const
{
    std::vector<std::string> addresses = addresses_;
    addresses.resize(std::min(addresses.size(), MemberPresence::mostAddresses));
    return {change::memberId(context_.ownKey()), std::move(addresses), port_};
}

Reach Members::reach() const
{
    Reach reach{addresses_, port_};
    std::erase_if(reach.addresses, [](const std::string &address) {
        const QHostAddress parsed(QString::fromStdString(address));
        return parsed.isLinkLocal();
    });
    return reach;
}

std::set<std::string> Members::addressesOf(const std::string &member) const
{
    const auto document = context_.house.configuration().find("member", member);
    const auto key = document ? ssh::publicKeyFromText(document->textAt("key")) : std::nullopt;
    return key ? presence_.addressesOf(*key) : std::set<std::string>();
}

void Members::keepPlace(const peer::Peer &peer)
{
    const std::string member = change::memberId(peer.key);
    const auto known = context_.facts.all<MemberPresence>();
    const auto presence = std::ranges::find(known, member, &MemberPresence::member);
    const bool isKnown = presence != known.end() && presence->port == peer.port
        && std::ranges::contains(presence->addresses, peer.host);
    if (peer.called && !isKnown) {
        const MemberReached place{member, peer.host, peer.port};
        if (auto kept = context_.facts.put(change::memberId(context_.ownKey()), place); !kept)
            log::write(log::Level::warning, "members", "where a member was reached could not be kept");
    }
}

void Members::reached(ChannelId id, const peer::Peer &peer)
{
    keepPlace(peer);
    presence_.opened(id, peer);
}

std::map<crypto::PublicKey, std::vector<Place>> Members::others() const
{
    const auto known = context_.facts.all<MemberPresence>();
    const auto reached = context_.facts.all<MemberReached>();
    std::map<crypto::PublicKey, std::vector<Place>> others;
    for (const auto &member : context_.house.configuration().ofKind("member")) {
        const auto key = ssh::publicKeyFromText(member->textAt("key"));
        if (!key || *key == context_.ownKey() || change::isRevoked(*member))
            continue;
        std::vector<Place> &places = others[*key];
        if (const auto place = std::ranges::find(reached, member->id(), &MemberReached::member);
            place != reached.end() && place->port > 0 && place->port <= UINT16_MAX)
            places.push_back({place->host, static_cast<std::uint16_t>(place->port)});
        const auto presence = std::ranges::find(known, member->id(), &MemberPresence::member);
        if (presence == known.end() || presence->port == 0)
            continue;
        for (const std::string &address : presence->addresses)
            places.push_back({address, static_cast<std::uint16_t>(presence->port)});
    }
    for (const crypto::PublicKey &key : entering_.keys())
        others.try_emplace(key);
    return others;
}

} // namespace freehold::members
