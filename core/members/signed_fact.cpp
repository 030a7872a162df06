// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/signed_fact.h"

#include <algorithm>

namespace freehold::members {

namespace {

std::string statement(SignedFact fact, const std::string &house)
{
    fact.signature.clear();
    return "freehold fact 1\n" + house + '\n' + peer::toFrame(fact).payload.toStdString();
}

} // namespace

SignedFact sign(const facts::StatedFact &fact, const std::string &house, const crypto::SigningKey &owner)
{
    SignedFact made = asSigned(fact);
    made.signature = toBase64(owner.sign(asBytes(statement(made, house))));
    return made;
}

SignedFact asSigned(const facts::StatedFact &fact)
{
    return {fact.type, fact.key, fact.owner, fact.version, fact.expires, fact.value, fact.signature};
}

bool isSignedBy(const SignedFact &fact, const crypto::PublicKey &owner, const std::string &house)
{
    const auto bytes = fromBase64(fact.signature);
    crypto::Signature signature;
    if (!bytes || bytes->size() != signature.size())
        return false;
    std::ranges::copy(*bytes, signature.begin());
    return crypto::verify(owner, asBytes(statement(fact, house)), signature);
}

std::optional<facts::StatedFact> statedFact(const SignedFact &fact)
{
    const bool isWithin = !fact.type.empty() && fact.type.size() <= facts::mostKeyBytes
        && fact.key.size() <= facts::mostKeyBytes && fact.owner.size() <= facts::mostKeyBytes
        && fact.value.size() <= facts::mostValueBytes && fact.version > 0
        && fact.version <= SignedFact::mostVersion;
    if (!isWithin)
        return std::nullopt;
    return facts::StatedFact{
        fact.type, fact.key, fact.owner, fact.version, fact.expires, fact.value, fact.signature};
}

} // namespace freehold::members
