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
/// both do. Who calls again later has lost the older one, and both end that. House thread.
class Presence : public QObject {
    Q_OBJECT

public:
    /// How often a member that is away is called. It calls, too, when it is back.
    static constexpr std::chrono::seconds callInterval{60};
    /// How often whoever called asks whether the other is still there, on a link where nothing else is said.
    static constexpr std::chrono::seconds pingInterval{60};
    /// Who has said nothing for so long is away.
    static constexpr std::chrono::seconds silence{120};
    /// Who left is called again after so long, and then in pauses that double until they are `callInterval`.
    /// Only who has been there for longer than that is called from the shortest on: nobody is to be called
    /// without end who ends each channel at once.
    static constexpr std::chrono::milliseconds shortestPause{200};
    static constexpr std::chrono::seconds promptInterval{2};
    /// Who has not answered whoever looked for so long is told as away. The channel stays: it may be busy.
    static constexpr std::chrono::milliseconds answerTime{500};
    /// Two that call each other within so long have done it at once.
    static constexpr std::chrono::seconds atOnce{10};
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
    /// A place where some member is, whichever; nothing where one is reached there already.
    void callFound(const Place &place);
    /// Whether a channel was opened by that. Once it is open, it is no more.
    [[nodiscard]] bool isFound(peer::ChannelId id) const { return found_.contains(id); }
    /// The same in a moment, once for all that is heard until then.
    void callSoon();
    /// Somebody looks at who is there: those away are called, and those there are asked. Not again within
    /// `promptInterval`.
    void prompt();
    /// This machine has other addresses now, and these no more: what goes over them is ended, and whoever is
    /// away is called anew.
    void networkChanged(const std::set<std::string> &gone);
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
    /// Whether it is reached, and has answered whoever looked.
    [[nodiscard]] bool isOnline(const crypto::PublicKey &key) const;
    /// The newest channel to it; nothing where it is away.
    [[nodiscard]] std::optional<peer::ChannelId> channelTo(const crypto::PublicKey &key) const;
    /// Those from which it speaks now.
    [[nodiscard]] std::set<std::string> addressesOf(const crypto::PublicKey &key) const;
    /// The member at the other end; nothing where there is none.
    [[nodiscard]] std::optional<crypto::PublicKey> memberAt(peer::ChannelId id) const;

Q_SIGNALS:
    void arrived(freehold::peer::ChannelId id, const freehold::crypto::PublicKey &member);
    void left(freehold::peer::ChannelId id, const freehold::crypto::PublicKey &member);
    /// Somebody reached doesn't answer, or does again.
    void answersChanged();

private:
    [[nodiscard]] bool isReached(const crypto::PublicKey &key) const;
    void lookWhoAnswered();
    /// Whoever has just left, after a channel of that age.
    void callAgain(std::chrono::steady_clock::duration lasted);

    Context context_;
    struct Online {
        crypto::PublicKey member{};
        std::string address; ///< numeric
        std::string ownAddress; ///< numeric
        bool called = false; ///< by this machine
        std::chrono::steady_clock::time_point since;
        std::chrono::steady_clock::time_point heard;
        std::chrono::steady_clock::time_point pinged;
        bool answers = true; ///< to whoever looked last
    };
    std::map<peer::ChannelId, Online> online_;
    struct Wanted {
        crypto::PublicKey member{};
        Place place;
        bool isOld = false; ///< it began on a network that is not there any more
    };
    std::map<peer::ChannelId, Wanted> wanted_; ///< by calls that go on
    std::set<peer::ChannelId> found_; ///< calls to whichever member is there
    QTimer calls_;
    QTimer soon_;
    QTimer again_;
    std::chrono::milliseconds pause_ = shortestPause; ///< that comes next
    std::optional<std::chrono::steady_clock::time_point> prompted_;
    QTimer answers_;
    QTimer looks_;
};

} // namespace freehold::members
