// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/pairing/joining.h"

namespace freehold::peer {

Joining::Joining(
    std::string deviceName, const PairingKeys &keys, const std::optional<InvitationText::Secret> &invitation)
    : deviceName_(std::move(deviceName))
    , keys_(keys)
    , invitation_(invitation)
{
}

Frame Joining::begin() const
{
    return toFrame(PairRequest{
        pairingVersion, deviceName_, invitation_ ? std::optional(toBase64(*invitation_)) : std::nullopt});
}

Result<std::optional<Frame>> Joining::receive(const Frame &frame)
{
    if (frame.kind == FrameKind::pair_refused)
        return failure(TRY(fromFrame<PairRefused>(frame)).code, {{"peer", peerName_}});
    if (state_ == State::asking && invitation_)
        return beInvited(frame).transform([] { return std::optional<Frame>(); });
    if (state_ == State::asking) {
        PairOffer offer = TRY(fromFrame<PairOffer>(frame));
        const auto commitment = thirtyTwoBytesFrom(offer.commitment);
        if (!commitment || !isName(offer.device_name))
            return failure(ErrorCode::message_malformed);
        commitment_ = *commitment;
        peerName_ = std::move(offer.device_name);
        state_ = State::revealed;
        return toFrame(PairReveal{toBase64(nonce_)});
    }
    if (state_ == State::revealed) {
        const auto theirs = thirtyTwoBytesFrom(TRY(fromFrame<PairOpened>(frame)).nonce);
        if (!theirs || commitmentTo(*theirs, keys_) != commitment_)
            return failure(ErrorCode::message_malformed);
        digits_ = pairingDigits(nonce_, *theirs, keys_);
        state_ = State::waiting_for_yes;
        return std::nullopt;
    }
    if (state_ == State::waiting_for_yes) {
        accepted_ = TRY(fromFrame<PairAccepted>(frame));
        if (!isName(accepted_.house_name) || !isName(accepted_.house_id))
            return failure(ErrorCode::message_malformed);
        state_ = State::waiting_for_confirmation;
        return std::nullopt;
    }
    if (state_ == State::waiting_for_admission) {
        if (auto admitted = fromFrame<PairAdmitted>(frame); !admitted)
            return std::unexpected(std::move(admitted).error());
        state_ = State::admitted;
        return std::nullopt;
    }
    return failure(ErrorCode::message_malformed);
}

Result<void> Joining::beInvited(const Frame &frame)
{
    PairInvited invited = TRY(fromFrame<PairInvited>(frame));
    if (!isName(invited.device_name) || !isName(invited.house_name) || !isName(invited.house_id))
        return failure(ErrorCode::message_malformed);
    peerName_ = std::move(invited.device_name);
    accepted_ = {std::move(invited.house_id), std::move(invited.house_name)};
    state_ = State::waiting_for_confirmation;
    return {};
}

Result<Frame> Joining::confirm()
{
    if (state_ != State::waiting_for_confirmation)
        return failure(ErrorCode::pairing_not_accepted, {{"peer", peerName_}});
    state_ = State::waiting_for_admission;
    return toFrame(PairConfirmed());
}

} // namespace freehold::peer
