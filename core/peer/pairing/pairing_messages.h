// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/channel/frame.h"

#include <cstdint>
#include <optional>
#include <string>

/// What two machines say while one of them joins the other's house, in this order. Numbers and commitments
/// are base64 of 32 bytes. Names are whatever the other side says.
namespace freehold::peer {

inline constexpr std::int64_t pairingVersion = 1;

/// Whether what somebody calls a machine or a house can be shown to people: one plain line, 1 to 100 bytes.
[[nodiscard]] bool isName(const std::string &name);

/// From the joining machine.
struct PairRequest {
    std::int64_t version = pairingVersion;
    std::string device_name;
    std::optional<std::string> invitation; ///< its secret, base64: nobody is asked for digits

    static constexpr FrameKind kind = FrameKind::pair_request;
    static constexpr auto fields()
    {
        return std::tuple{field("version", &PairRequest::version),
            field("device_name", &PairRequest::device_name), field("invitation", &PairRequest::invitation)};
    }
};

/// From the member.
struct PairOffer {
    std::string device_name;
    std::string commitment;

    static constexpr FrameKind kind = FrameKind::pair_offer;
    static constexpr auto fields()
    {
        return std::tuple{
            field("device_name", &PairOffer::device_name), field("commitment", &PairOffer::commitment)};
    }
};

/// From the joining machine: from here on the member knows the digits, and a person there sees the request.
struct PairReveal {
    std::string nonce;

    static constexpr FrameKind kind = FrameKind::pair_reveal;
    static constexpr auto fields() { return std::tuple{field("nonce", &PairReveal::nonce)}; }
};

/// From the member: what it had committed to.
struct PairOpened {
    std::string nonce;

    static constexpr FrameKind kind = FrameKind::pair_opened;
    static constexpr auto fields() { return std::tuple{field("nonce", &PairOpened::nonce)}; }
};

/// From the member: somebody there typed the digits. What the house is called is told to nobody before.
struct PairAccepted {
    std::string house_id;
    std::string house_name;

    static constexpr FrameKind kind = FrameKind::pair_accepted;
    static constexpr auto fields()
    {
        return std::tuple{
            field("house_id", &PairAccepted::house_id), field("house_name", &PairAccepted::house_name)};
    }
};

/// From the member, instead of an offer and all that follows it: the invitation is good.
struct PairInvited {
    std::string device_name;
    std::string house_id;
    std::string house_name;

    static constexpr FrameKind kind = FrameKind::pair_invited;
    static constexpr auto fields()
    {
        return std::tuple{field("device_name", &PairInvited::device_name),
            field("house_id", &PairInvited::house_id), field("house_name", &PairInvited::house_name)};
    }
};

/// From a machine that was restored from a backup, with which it has the house: what lets it in.
struct PairRestored {
    std::string member; ///< its document in the house as it has it

    static constexpr FrameKind kind = FrameKind::pair_restored;
    static constexpr auto fields() { return std::tuple{field("member", &PairRestored::member)}; }
};

/// From either side, at any time: it is over, and why.
struct PairRefused {
    ErrorCode code = ErrorCode::pairing_refused;

    static constexpr FrameKind kind = FrameKind::pair_refused;
    static constexpr auto fields() { return std::tuple{field("code", &PairRefused::code)}; }
};

/// From the joining machine: somebody there wants it, too.
struct PairConfirmed {
    static constexpr FrameKind kind = FrameKind::pair_confirmed;
    static constexpr auto fields() { return std::tuple{}; }
};

/// From the member: the other is one now.
struct PairAdmitted {
    static constexpr FrameKind kind = FrameKind::pair_admitted;
    static constexpr auto fields() { return std::tuple{}; }
};

} // namespace freehold::peer
