// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/pairing/invitation_text.h"
#include "peer/pairing/pairing_code.h"
#include "peer/pairing/pairing_messages.h"

#include <cstdint>
#include <string>

namespace freehold::peer {

/// The joining machine's side of one pairing: what it says, and what it may show. Knows neither sockets nor
/// time; whoever drives it ends it when either is over. The first error ends it.
class Joining {
public:
    enum class State : std::uint8_t {
        asking,
        revealed, ///< its own number; the member's is to come
        waiting_for_yes, ///< the digits are known; a person types them at the member
        waiting_for_confirmation, ///< a person here has to want it, too
        waiting_for_admission,
        admitted,
    };

    /// `invitation`: the secret of one that the member whose key this is has given.
    Joining(std::string deviceName, const PairingKeys &keys,
        const std::optional<InvitationText::Secret> &invitation = std::nullopt);

    /// The first message.
    [[nodiscard]] Frame begin() const;
    /// Takes a message, and gives what to answer, if anything. Errors: what the other side refuses with;
    /// message_malformed, parameters_invalid, version_unsupported of what nobody honest says.
    [[nodiscard]] Result<std::optional<Frame>> receive(const Frame &frame);
    /// A person here wants it. Errors: pairing_not_accepted.
    [[nodiscard]] Result<Frame> confirm();

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const std::string &digits() const { return digits_; }
    /// What the other machine calls itself.
    [[nodiscard]] const std::string &peerName() const { return peerName_; }
    /// Once accepted: which house it is.
    [[nodiscard]] const PairAccepted &accepted() const { return accepted_; }

private:
    [[nodiscard]] Result<void> beInvited(const Frame &frame);

    State state_ = State::asking;
    std::string deviceName_;
    PairingKeys keys_;
    std::optional<InvitationText::Secret> invitation_;
    Nonce nonce_ = newNonce();
    crypto::Sha256 commitment_{}; ///< the member's
    std::string digits_;
    std::string peerName_;
    PairAccepted accepted_;
};

} // namespace freehold::peer
