// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/pairing/joining.h"

namespace freehold::peer {

Joining::Joining(std::string deviceName, const PairingKeys &keys)
    : deviceName_(std::move(deviceName))
    , keys_(keys)
{
}

Frame Joining::begin() const
{
    return toFrame(PairRequest{pairingVersion, deviceName_, toBase64(commitmentTo(nonce_, keys_))});
}

Result<std::optional<Frame>> Joining::receive(const Frame &frame)
{
    if (frame.kind == FrameKind::pair_refused)
        return failure(TRY(fromFrame<PairRefused>(frame)).code, {{"peer", peerName_}});
    if (state_ == State::asking) {
        PairOffer offer = TRY(fromFrame<PairOffer>(frame));
        const auto theirs = thirtyTwoBytesFrom(offer.nonce);
        if (!theirs || !isName(offer.device_name))
            return failure(ErrorCode::message_malformed);
        peerName_ = std::move(offer.device_name);
        digits_ = pairingDigits(nonce_, *theirs, keys_);
        state_ = State::waiting_for_yes;
        return toFrame(PairReveal{toBase64(nonce_)});
    }
    if (state_ == State::waiting_for_yes) {
        accepted_ = TRY(fromFrame<PairAccepted>(frame));
        if (!isName(accepted_.house_name) || !isName(accepted_.house_id))
            return failure(ErrorCode::message_malformed);
        state_ = State::waiting_for_confirmation;
        return std::nullopt;
    }
    if (state_ == State::waiting_for_admission) {
        head_ = TRY(fromFrame<PairAdmitted>(frame)).head;
        state_ = State::admitted;
        return std::nullopt;
    }
    return failure(ErrorCode::message_malformed);
}

Result<Frame> Joining::confirm()
{
    if (state_ != State::waiting_for_confirmation)
        return failure(ErrorCode::pairing_not_accepted, {{"peer", peerName_}});
    state_ = State::waiting_for_admission;
    return toFrame(PairConfirmed());
}

} // namespace freehold::peer
