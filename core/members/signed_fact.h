// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/stated_fact.h"
#include "peer/channel/frame.h"
#include "support/crypto.h"

#include <cstdint>
#include <optional>
#include <string>

namespace freehold::members {

/// A fact as it travels.
struct SignedFact {
    std::string type;
    std::string key;
    std::string owner;
    std::int64_t version = 0;
    Time expires{};
    std::string value;
    std::string signature; ///< base64, over all else and the house's id

    static constexpr peer::FrameKind kind = peer::FrameKind::fact;
    static constexpr std::int64_t mostVersion = 1LL << 52; ///< a whole number in JSON, and room above it
    static constexpr auto fields()
    {
        return std::tuple{field("type", &SignedFact::type), field("key", &SignedFact::key),
            field("owner", &SignedFact::owner), field("version", &SignedFact::version),
            field("expires", &SignedFact::expires), field("value", &SignedFact::value),
            field("signature", &SignedFact::signature)};
    }
};

[[nodiscard]] SignedFact sign(
    const facts::StatedFact &fact, const std::string &house, const crypto::SigningKey &owner);
/// As it was signed by its owner.
[[nodiscard]] SignedFact asSigned(const facts::StatedFact &fact);
/// Whether this key has signed it.
[[nodiscard]] bool isSignedBy(
    const SignedFact &fact, const crypto::PublicKey &owner, const std::string &house);
/// Nothing where it is not within what a fact may be (facts/stated_fact.h).
[[nodiscard]] std::optional<facts::StatedFact> statedFact(const SignedFact &fact);

} // namespace freehold::members
