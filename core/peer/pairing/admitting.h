// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/pairing/invitation_text.h"
#include "peer/pairing/pairing_code.h"
#include "peer/pairing/pairing_messages.h"

#include <cstdint>
#include <string>

namespace freehold::peer {

/// The member's side of one pairing. Knows neither sockets nor time; whoever drives it ends it when either is
/// over. The first error ends it.
class Admitting {
public:
    enum class State : std::uint8_t {
        asked, ///< nobody has to see it yet
        invited, ///< it says so
        waiting_for_digits, ///< those that the joining machine shows
        waiting_for_confirmation, ///< at the joining machine
        confirmed, ///< both sides want it
        over, ///< wrong digits
    };

    Admitting(std::string deviceName, const PairingKeys &keys);

    /// Takes a message, and gives what to answer, if anything. Errors: message_malformed, parameters_invalid,
    /// version_unsupported of what nobody honest says; what the other side refuses with.
    [[nodiscard]] Result<std::optional<Frame>> receive(const Frame &frame);
    /// A person typed digits; there is no second attempt. Errors: pairing_digits_wrong; pairing_missing where
    /// nobody is asked for any.
    [[nodiscard]] Result<Frame> accept(std::string_view digits, const PairAccepted &house);

    /// What it was invited by, where it says so.
    [[nodiscard]] const std::optional<InvitationText::Secret> &invitation() const { return invitation_; }
    /// The invitation is good. Errors: pairing_missing where there is none.
    [[nodiscard]] Result<Frame> welcome(const PairAccepted &house);

    [[nodiscard]] State state() const { return state_; }
    /// What the joining machine calls itself.
    [[nodiscard]] const std::string &peerName() const { return peerName_; }

private:
    State state_ = State::asked;
    bool isRequested_ = false;
    std::string deviceName_;
    PairingKeys keys_;
    std::optional<InvitationText::Secret> invitation_;
    Nonce nonce_ = newNonce();
    std::string digits_;
    std::string peerName_;
};

} // namespace freehold::peer
