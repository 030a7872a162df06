// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/call.h"
#include "contract/types.h"

/// How another machine becomes a member of the house: at one of the two a person reads six digits, at the
/// other a person types them.
namespace freehold::contract {

enum class PairingState : std::uint8_t {
    waiting_for_digits, ///< on both sides: they are typed at the member
    waiting_for_confirmation, ///< on both sides: at the joining machine
    joining, ///< the house is being copied
    joined,
    over,
};
constexpr auto enumNames(PairingState)
{
    return std::array<std::string_view, 5>{
        "waiting-for-digits", "waiting-for-confirmation", "joining", "joined", "over"};
}

struct Pairing {
    std::string request;
    std::string peer; ///< what the other machine calls itself
    PairingState state = PairingState::waiting_for_digits;
    std::optional<Time> expires;
    std::optional<std::string> digits; ///< at the joining machine alone
    std::optional<std::string> house; ///< at the joining machine, once the other side said yes: its name
    std::optional<std::int64_t> copied_bytes; ///< at the joining machine, while it copies the house
    std::optional<ErrorCode> ended; ///< why it is over

    static constexpr auto fields()
    {
        return std::tuple{field("request", &Pairing::request), field("peer", &Pairing::peer),
            field("state", &Pairing::state), field("expires", &Pairing::expires),
            field("digits", &Pairing::digits), field("house", &Pairing::house),
            field("copied_bytes", &Pairing::copied_bytes), field("ended", &Pairing::ended)};
    }
    friend bool operator==(const Pairing &, const Pairing &) = default;
};

/// Until when machines that want to join find this one by themselves.
struct OpenPairing {
    Time until{};
    static constexpr auto fields() { return std::tuple{field("until", &OpenPairing::until)}; }
};

struct PairOpen {
    using Result = OpenPairing;
    static constexpr CallInfo info{"pair.open", Role::owner, Kind::changes_engine,
        "Have machines that want to join find this one on its network, for ten minutes."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct PairClose {
    using Result = Nothing;
    static constexpr CallInfo info{
        "pair.close", Role::owner, Kind::changes_engine, "Be found by no machine any more."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct PairWith {
    std::string machine;
    using Result = Pairing;
    static constexpr CallInfo info{"pair.with", Role::owner, Kind::changes_engine,
        "Ask a member of a house to let this machine in, and show the digits to type there."};
    static constexpr auto fields()
    {
        return std::tuple{field("machine", &PairWith::machine,
            "Its address, as in nas.local or 192.168.1.20, with a port where it has another: "
            "192.168.1.20:7411. Or the id or the name of a device that offers Freehold, as device list has "
            "it.")};
    }
};

/// One machine may join by it, once, until it ends.
struct GivenInvitation {
    std::string invitation; ///< text; whoever reads it can use it
    Role role = Role::member;
    Time expires{};
    static constexpr auto fields()
    {
        return std::tuple{field("invitation", &GivenInvitation::invitation),
            field("role", &GivenInvitation::role), field("expires", &GivenInvitation::expires)};
    }
};

struct PairInvite {
    std::optional<Role> role;
    std::optional<std::int64_t> hours;
    using Result = GivenInvitation;
    static constexpr CallInfo info{"pair.invite", Role::owner, Kind::changes_house,
        "Invite a machine at which nobody can read digits: a text by which one machine joins, once."};
    static constexpr auto fields()
    {
        return std::tuple{
            field("role", &PairInvite::role,
                "What the machine may do at most: owner, member or guest; member where left out.",
                Given::option),
            field("hours", &PairInvite::hours, "For how long it is good; 24 where left out.", Given::option)};
    }
};

struct PairJoin {
    std::string invitation;
    using Result = Pairing;
    static constexpr CallInfo info{"pair.join", Role::owner, Kind::changes_engine,
        "Ask the house that gave an invitation to let this machine in. Then confirm."};
    static constexpr auto fields()
    {
        return std::tuple{
            field("invitation", &PairJoin::invitation, "The text that pair invite gave at a member.")};
    }
};

struct PairConfirm {
    std::string request;
    using Result = House;
    static constexpr CallInfo info{"pair.confirm", Role::owner, Kind::changes_engine,
        "Join the house, once the digits were typed at the member."};
    static constexpr auto fields()
    {
        return std::tuple{field("request", &PairConfirm::request, "The request that pair with gave.")};
    }
};

struct PairRequests {
    using Result = std::vector<Pairing>;
    static constexpr CallInfo info{"pair.requests", Role::member, Kind::reads,
        "List the machines that want to join, and what they wait for."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct PairAccept {
    std::string request;
    std::string digits;
    std::optional<Role> role;
    using Result = Pairing;
    static constexpr CallInfo info{"pair.accept", Role::owner, Kind::changes_house,
        "Let a machine into the house, by the digits that it shows. There is one attempt."};
    static constexpr auto fields()
    {
        return std::tuple{
            field("request", &PairAccept::request, "The request, one of those that pair requests lists."),
            field(
                "digits", &PairAccept::digits, "The six digits that the other machine shows.", Given::option),
            field("role", &PairAccept::role,
                "What the machine may do at most: owner, member or guest; member where left out.",
                Given::option)};
    }
};

struct PairRefuse {
    std::string request;
    using Result = Nothing;
    static constexpr CallInfo info{
        "pair.refuse", Role::owner, Kind::changes_engine, "Send a machine away that wants to join."};
    static constexpr auto fields()
    {
        return std::tuple{
            field("request", &PairRefuse::request, "The request, one of those that pair requests lists.")};
    }
};

/// A member that is talked to.
struct ReachedMember {
    std::string id;
    std::string name;
    static constexpr auto fields()
    {
        return std::tuple{field("id", &ReachedMember::id), field("name", &ReachedMember::name)};
    }
};

struct MemberReach {
    std::string member;
    using Result = ReachedMember;
    static constexpr CallInfo info{"member.reach", Role::guest, Kind::reads,
        "Talk to another member of the house: once this is answered, that one hears and answers all that "
        "follows on this connection, beginning with another `hello`. The connection ends with the way "
        "there."};
    static constexpr auto fields()
    {
        return std::tuple{
            field("member", &MemberReach::member, "Its id, or the name of its device.", Given::internal)};
    }
};

/// A machine wants to join, or what it waits for is another.
struct PairingChanged {
    Pairing pairing;
    static constexpr std::string_view method = "pairing.changed";
    static constexpr std::string_view help = "A machine wants to join the house, or this one is joining one.";
    static constexpr auto fields() { return std::tuple{field("pairing", &PairingChanged::pairing)}; }
};

} // namespace freehold::contract
