// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/pairing/admitting.h"

#include <algorithm>

namespace freehold::peer {

Admitting::Admitting(std::string deviceName, const PairingKeys &keys)
    : deviceName_(std::move(deviceName))
    , keys_(keys)
{
}

Result<std::optional<Frame>> Admitting::receive(const Frame &frame)
{
    if (frame.kind == FrameKind::pair_refused)
        return failure(TRY(fromFrame<PairRefused>(frame)).code, {{"peer", peerName_}});
    if (state_ == State::asked && !isRequested_) {
        PairRequest request = TRY(fromFrame<PairRequest>(frame));
        if (request.version != pairingVersion)
            return failure(ErrorCode::version_unsupported,
                {{"asked", std::to_string(request.version)}, {"known", std::to_string(pairingVersion)}});
        if (!isName(request.device_name))
            return failure(ErrorCode::message_malformed);
        peerName_ = std::move(request.device_name);
        isRequested_ = true;
        if (request.invitation) {
            const auto secret = fromBase64(*request.invitation);
            if (!secret || secret->size() != InvitationText::secretBytes)
                return failure(ErrorCode::message_malformed);
            std::ranges::copy(*secret, invitation_.emplace().begin());
            state_ = State::invited;
            return std::nullopt;
        }
        return toFrame(PairOffer{deviceName_, toBase64(commitmentTo(nonce_, keys_))});
    }
    if (state_ == State::asked) {
        const auto theirs = thirtyTwoBytesFrom(TRY(fromFrame<PairReveal>(frame)).nonce);
        if (!theirs)
            return failure(ErrorCode::message_malformed);
        digits_ = pairingDigits(*theirs, nonce_, keys_);
        state_ = State::waiting_for_digits;
        return toFrame(PairOpened{toBase64(nonce_)});
    }
    if (state_ == State::waiting_for_confirmation) {
        if (auto confirmed = fromFrame<PairConfirmed>(frame); !confirmed)
            return std::unexpected(std::move(confirmed).error());
        state_ = State::confirmed;
        return std::nullopt;
    }
    return failure(ErrorCode::message_malformed);
}

Result<Frame> Admitting::welcome(const PairAccepted &house)
{
    if (state_ != State::invited)
        return failure(ErrorCode::pairing_missing);
    state_ = State::waiting_for_confirmation;
    return toFrame(PairInvited{deviceName_, house.house_id, house.house_name});
}

Result<Frame> Admitting::accept(std::string_view digits, const PairAccepted &house)
{
    if (state_ != State::waiting_for_digits)
        return failure(ErrorCode::pairing_missing);
    if (digits != digits_) {
        state_ = State::over;
        return failure(ErrorCode::pairing_digits_wrong, {{"peer", peerName_}});
    }
    state_ = State::waiting_for_confirmation;
    return toFrame(house);
}

} // namespace freehold::peer
