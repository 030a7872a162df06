// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/shared_facts.h"

#include "change/admission.h"
#include "change/revocation.h"
#include "members/signed_fact.h"
#include "support/log.h"
#include "support/ssh.h"

#include <algorithm>

namespace freehold::members {

using facts::StatedFact;
using peer::ChannelId;
using peer::Frame;

namespace {

/// No clock is ahead by more, and no fact lives longer.
constexpr std::chrono::days mostAhead{1};
constexpr std::chrono::days longestLife{400};

/// Whose key has to be under what a member states; nothing where it is none.
std::optional<crypto::PublicKey> keyOf(const change::Configuration &house, const std::string &owner)
{
    const auto member = house.find("member", owner);
    if (!member || change::isRevoked(*member))
        return std::nullopt;
    return ssh::publicKeyFromText(member->textAt("key"));
}

} // namespace

SharedFacts::SharedFacts(Context context)
    : context_(std::move(context))
{
    connect(&context_.facts, &facts::Facts::stated, this, [this](const StatedFact &fact) {
        if (const auto frame = frameOf(fact))
            context_.tellAll(*frame, 0);
    });
}

std::string SharedFacts::houseId() const
{
    const auto house = context_.house.configuration().find("house.toml");
    return house ? house->textAt("id") : std::string();
}

std::optional<Frame> SharedFacts::frameOf(const StatedFact &fact) const
{
    if (!fact.signature.empty())
        return peer::toFrame(asSigned(fact));
    const auto *signer = context_.signer();
    // What it stated while it was another machine's is not its own to say.
    if (signer == nullptr || change::memberId(signer->publicKey()) != fact.owner)
        return std::nullopt;
    return peer::toFrame(sign(fact, houseId(), *signer));
}

void SharedFacts::opened(ChannelId member)
{
    for (const StatedFact &fact : context_.facts.travelling()) {
        if (!keyOf(context_.house.configuration(), fact.owner))
            continue;
        if (const auto frame = frameOf(fact))
            context_.network.send(member, *frame);
    }
}

bool SharedFacts::hear(ChannelId from, const Frame &frame)
{
    const auto said = peer::fromFrame<SignedFact>(frame);
    auto fact = said ? statedFact(*said) : std::nullopt;
    if (!fact)
        return false;
    const auto key = keyOf(context_.house.configuration(), fact->owner);
    if (!key) {
        // Who passes it on may have heard of a member that this one has not, or not heard that it was
        // removed.
        early_.emplace_back(from, frame);
        if (early_.size() > mostEarly)
            early_.pop_front();
        return true;
    }
    if (!isSignedBy(*said, *key, houseId()))
        return false;
    // However far back this machine's clock went since it said so.
    if (const auto *signer = context_.signer(); signer != nullptr && signer->publicKey() == *key) {
        if (auto outdone = context_.facts.outdo(*fact); !outdone)
            log::write(log::Level::warning, "members", "what this member states could not be stated anew");
        return true;
    }
    const Time now = context_.clock.now();
    if (fact->statedAt() > now + mostAhead || fact->expires <= now)
        return true;
    fact->expires = std::min<Time>(fact->expires, now + longestLife);
    const auto isNew = context_.facts.take(*fact);
    if (!isNew)
        log::write(log::Level::warning, "members",
            "what " + fact->owner + " states is not kept: " + std::string(name(isNew.error().code)));
    else if (*isNew)
        context_.tellAll(frame, from);
    return true;
}

void SharedFacts::configurationChanged()
{
    for (const auto &[from, frame] : std::exchange(early_, {})) {
        if (!hear(from, frame))
            context_.network.close(from);
    }
}

} // namespace freehold::members
