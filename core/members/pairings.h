// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/call_table.h"
#include "contract/member_calls.h"
#include "members/invitations.h"
#include "members/place.h"
#include "peer/channel/member_network.h"
#include "peer/pairing/admitting.h"
#include "peer/pairing/joining.h"
#include "support/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <variant>

namespace freehold::members {

/// A machine that both sides want in the house.
struct Candidate {
    crypto::PublicKey key{};
    std::string name; ///< what it calls itself
    contract::Role role = contract::Role::member;
};

/// Where a machine is.
struct Reach {
    std::vector<std::string> addresses;
    std::uint16_t port = 0; ///< 0 where it listens nowhere
};

/// What another machine let this one into.
struct Invitation {
    peer::ChannelId channel = 0; ///< over which the house is to be had
    peer::PairAccepted house;
};

/// All pairings that are under way, on both of their sides. House thread.
class Pairings : public QObject {
    Q_OBJECT

public:
    /// From when a person can read the digits.
    static constexpr std::chrono::minutes lifetime{2};
    /// Machines that are shown to a person in so much time, also those that go again: each knows the digits
    /// from then on, and one in the middle would else try until they fit. Nor has anybody to look for theirs
    /// among a hundred.
    static constexpr std::size_t mostWaiting = 4;

    /// An invitation is good for so long, where nobody says otherwise, and for so long at most.
    static constexpr std::chrono::hours invitationTime{24};
    static constexpr std::chrono::hours longestInvitationTime{24 * 7};

    using Joined = std::function<void(Result<contract::House>)>;
    struct Context {
        peer::MemberNetwork network;
        const Clock &clock;
        std::function<crypto::PublicKey()> ownKey;
        std::function<std::string()> ownName;
        /// The house that this machine lets others into; nothing where it has none.
        std::function<std::optional<peer::PairAccepted>()> house;
        /// Makes a machine a member.
        std::function<Result<void>(const Candidate &, const change::Caller &)> admit;
        Invitations &invitations;
        /// Where others reach this machine.
        std::function<Reach()> reach;
        /// Where a device offers Freehold, by its id or name; empty where it is none or doesn't.
        std::function<std::vector<Place>(const std::string &)> placesOf;
        /// Gets the house that this machine was let into.
        std::function<void(const Invitation &, const Joined &)> join;
    };
    explicit Pairings(Context context);

    void addCalls(change::CallTable &calls);

    /// Whether it was called from here.
    [[nodiscard]] bool isCalling(peer::ChannelId id) const { return requests_.contains(id); }
    // What the member port tells of channels that are no members', or that were called from here.
    void opened(peer::ChannelId id, const peer::Peer &peer);
    void received(peer::ChannelId id, const peer::Frame &frame);
    void closed(peer::ChannelId id, const Error &error);
    /// So much of the house has arrived over this channel.
    void copied(peer::ChannelId id, std::int64_t bytes);

Q_SIGNALS:
    void changed(const freehold::contract::Pairing &pairing);

private:
    using Answer = change::CallTable::Answer<contract::Pairing>;
    struct Request {
        std::string id;
        peer::ChannelId channel = 0;
        crypto::PublicKey key{};
        std::variant<std::monostate, peer::Joining, peer::Admitting> side; ///< none before it is connected
        Answer answer; ///< to who waits for the digits
        Joined joined; ///< to who waits for the house
        change::Caller acceptedBy;
        contract::Role role = contract::Role::member;
        std::optional<peer::InvitationText> invitation; ///< by which this machine joins
        std::vector<Place> places; ///< of the other machine, not called yet
        std::optional<std::int64_t> copiedBytes;
        std::optional<Time> expires;
        std::unique_ptr<QTimer> timer;

        /// Whether people have to do with it.
        [[nodiscard]] bool isVisible() const;
    };
    enum class Tells : std::uint8_t { other_side, nobody };

    [[nodiscard]] static std::string newId();
    [[nodiscard]] Request *find(const std::string &id);
    [[nodiscard]] static std::string nameOf(const Request &request);
    [[nodiscard]] static contract::Pairing describe(const Request &request);
    void begin(const std::string &machine, const Answer &answer);
    void beginInvited(const std::string &text, const Answer &answer);
    /// Calls the next place where the other machine may be; false where there is none left.
    [[nodiscard]] bool callNext(Request request);
    [[nodiscard]] Result<contract::GivenInvitation> invite(
        const change::Caller &caller, const contract::PairInvite &call);
    /// A machine that asks once more shows other digits: nobody shall have to guess which of its requests
    /// these belong to.
    void endOlderThan(const Request &request);
    /// A machine says that it was invited.
    void welcome(Request &request, peer::Admitting &admitting);
    void confirm(const std::string &id, const Joined &joined);
    [[nodiscard]] Result<contract::Pairing> accept(
        const change::Caller &caller, const contract::PairAccept &call);
    void goJoining(Request &request, peer::Joining &joining, const peer::Frame &frame);
    void goAdmitting(Request &request, peer::Admitting &admitting, const peer::Frame &frame);
    /// Whether one more machine is shown to people now.
    [[nodiscard]] bool mayBeShown();
    void waitForPeople(Request &request);
    void joined(peer::ChannelId channel, const Result<contract::House> &house);
    /// Tells whoever waits here why, and perhaps the other side.
    void end(peer::ChannelId channel, Error error, Tells tells);
    void tell(const Request &request) { Q_EMIT changed(describe(request)); }

    Context context_;
    std::map<peer::ChannelId, Request> requests_;
    std::vector<Time> shown_; ///< when, to people here
};

} // namespace freehold::members
