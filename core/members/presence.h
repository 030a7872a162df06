// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "members/place.h"
#include "peer/channel/member_network.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace freehold::members {

/// Open channels to members that can be reached, and calls to the others now and then. Two members may have
/// called each other at once; then the one with the smaller key ends the channel that is older, so that not
/// both do. House thread.
class Presence : public QObject {
    Q_OBJECT

public:
    /// How often a member that is away is called. It calls, too, when it is back.
    static constexpr std::chrono::seconds callInterval{60};
    /// How often whoever called asks whether the other is still there, on a link where nothing else is said.
    static constexpr std::chrono::seconds pingInterval{60};
    /// Who has said nothing for so long is away.
    static constexpr std::chrono::seconds silence{120};
    /// How often it is looked who has become silent.
    static constexpr std::chrono::seconds lookInterval{15};

    struct Context {
        peer::MemberNetwork network;
        std::function<crypto::PublicKey()> ownKey;
        /// Members but this one, and where they may be.
        std::function<std::map<crypto::PublicKey, std::vector<Place>>()> members;
    };
    explicit Presence(Context context);

    /// Calls whoever is away now, and from now on.
    void start();
    void callThoseAway();
    /// The same in a moment, once for all that is heard until then.
    void callSoon();
    void opened(peer::ChannelId id, const peer::Peer &peer);
    void closed(peer::ChannelId id);
    /// Whom this machine wanted to reach by a channel that it opened; nothing of any other.
    [[nodiscard]] std::optional<crypto::PublicKey> wantedAt(peer::ChannelId id) const;
    /// The other end of a channel has said something. Answers a ping.
    void heard(peer::ChannelId id, const peer::Frame &frame);
    /// As after so much time: pings, and ends what has been silent. By itself every `lookInterval`.
    void look(std::chrono::steady_clock::time_point now);
    /// Ends the channels to those that are members no more.
    void dropOthers();
    /// To all members that can be reached, but for whoever is at the other end of one channel.
    void sendToAll(const peer::Frame &frame, peer::ChannelId butNotTo = 0) const;
    [[nodiscard]] bool isOnline(const crypto::PublicKey &key) const;
    /// Those from which it speaks now.
    [[nodiscard]] std::set<std::string> addressesOf(const crypto::PublicKey &key) const;
    /// The member at the other end; nothing where there is none.
    [[nodiscard]] std::optional<crypto::PublicKey> memberAt(peer::ChannelId id) const;

Q_SIGNALS:
    void arrived(freehold::peer::ChannelId id, const freehold::crypto::PublicKey &member);
    void left(freehold::peer::ChannelId id, const freehold::crypto::PublicKey &member);

private:
    Context context_;
    struct Online {
        crypto::PublicKey member{};
        std::string address; ///< numeric
        bool called = false; ///< by this machine
        std::chrono::steady_clock::time_point heard;
        std::chrono::steady_clock::time_point pinged;
    };
    std::map<peer::ChannelId, Online> online_;
    std::map<peer::ChannelId, crypto::PublicKey> wanted_; ///< by calls that go on
    QTimer calls_;
    QTimer soon_;
    QTimer looks_;
};

} // namespace freehold::members
