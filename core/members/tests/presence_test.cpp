// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/presence.h"

#include <QSignalSpy>
#include <QTest>

using namespace freehold;
using namespace freehold::members;
using std::chrono::steady_clock;

namespace {

/// A member whose house has these members, at these places.
struct Machine {
    Machine()
    {
        unlock();
        at = *port.listen(QHostAddress::LocalHost, 0);
        QObject::connect(&port, &peer::MemberPort::opened, &presence, &Presence::opened);
        QObject::connect(
            &port, &peer::MemberPort::closed, &presence, [this](peer::ChannelId id) { presence.closed(id); });
        QObject::connect(&port, &peer::MemberPort::received, &presence,
            [this](peer::ChannelId id, const peer::Frame &frame) {
                heard.push_back(frame.kind);
                if (!isBusy)
                    presence.heard(id, frame);
            });
    }
    void unlock() { port.setSigner(std::make_shared<const crypto::SigningKey>(key.copy())); }
    void knows(const Machine &other)
    {
        members[other.key.publicKey()] = {{"127.0.0.1", other.at}};
        port.setMembers({other.key.publicKey()});
    }

    crypto::SigningKey key = crypto::SigningKey::generate();
    peer::MemberPort port;
    std::uint16_t at = 0;
    std::map<crypto::PublicKey, std::vector<Place>> members;
    std::vector<peer::FrameKind> heard;
    bool isBusy = false; ///< it answers nobody
    Presence presence{
        {peer::MemberNetwork(port), [this] { return key.publicKey(); }, [this] { return members; }}};
};

struct Two {
    Two()
    {
        one.knows(other);
        other.knows(one);
    }
    [[nodiscard]] bool areTogether() const
    {
        return one.presence.isOnline(other.key.publicKey()) && other.presence.isOnline(one.key.publicKey());
    }

    Machine one;
    Machine other;
};

} // namespace

class PresenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMemberThatIsThereIsReached()
    {
        Two two;
        two.one.presence.start();
        QTRY_VERIFY(two.areTogether());
    }

    void twoThatCallEachOtherKeepOneChannel()
    {
        for (int round = 0; round < 5; ++round) {
            Two two;
            two.one.presence.start();
            two.other.presence.start();
            QTRY_VERIFY(two.areTogether());
            QTRY_COMPARE(two.one.port.channelCount(), 1U);
            QTRY_COMPARE(two.other.port.channelCount(), 1U);
            QVERIFY(two.areTogether());
        }
    }

    void whoSaysGoodbyeIsAwayAtOnce()
    {
        Two two;
        two.one.presence.start();
        QTRY_VERIFY(two.areTogether());
        two.one.port.setSigner(nullptr);
        QTRY_VERIFY(!two.other.presence.isOnline(two.one.key.publicKey()));
    }

    void whoLeftIsCalledAgainSoon()
    {
        Two two;
        two.one.presence.start();
        QTRY_VERIFY(two.areTogether());
        two.other.port.setSigner(nullptr);
        QTRY_VERIFY(!two.one.presence.isOnline(two.other.key.publicKey()));
        two.other.unlock();
        QTRY_VERIFY(two.areTogether());
    }

    void whoEndsEachChannelIsCalledInPausesThatGrow()
    {
        Two two;
        std::vector<steady_clock::time_point> calls;
        connect(&two.other.port, &peer::MemberPort::opened, this, [&](peer::ChannelId id) {
            calls.push_back(steady_clock::now());
            two.other.port.close(id);
        });
        two.one.presence.start();
        QTRY_VERIFY(calls.size() > 4);
        QVERIFY(calls[1] - calls[0] >= Presence::shortestPause / 2);
        QVERIFY(calls[4] - calls[3] > 3 * Presence::shortestPause);
    }

    void whatGoesOverAnAddressThatIsGoneIsEndedAndCalledAnew()
    {
        Two two;
        two.one.presence.start();
        QTRY_VERIFY(two.areTogether());
        two.one.presence.networkChanged({"127.0.0.1"});
        QVERIFY(!two.one.presence.isOnline(two.other.key.publicKey()));
        QTRY_VERIFY(two.areTogether());
        QTRY_COMPARE(two.one.port.channelCount(), 1U);
    }

    void whatGoesOverAnotherAddressStays()
    {
        Two two;
        two.one.presence.start();
        QTRY_VERIFY(two.areTogether());
        two.one.presence.networkChanged({"192.0.2.1"});
        QVERIFY(two.areTogether());
    }

    void whoLooksHasThoseAwayCalled()
    {
        Two two;
        two.one.presence.prompt();
        QTRY_VERIFY(two.areTogether());
    }

    void whoLooksHasThoseAskedWhoAreThere()
    {
        Two two;
        two.one.presence.start();
        QTRY_VERIFY(two.areTogether());
        two.one.presence.prompt();
        two.one.presence.prompt(); // at once, that is the same
        QTRY_COMPARE(two.other.heard, std::vector{peer::FrameKind::ping});
        QTRY_COMPARE(two.one.heard, std::vector{peer::FrameKind::pong});
    }

    void whoDoesNotAnswerWhoeverLooksIsToldAsAwayWithinASecondAndIsNotLost()
    {
        Two two;
        const auto isThere = [&] { return two.one.presence.isOnline(two.other.key.publicKey()); };
        two.one.presence.start();
        QTRY_VERIFY(two.areTogether());
        const QSignalSpy told(&two.one.presence, &Presence::answersChanged);
        two.other.isBusy = true;
        two.one.presence.prompt();
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, 1000);
        QVERIFY(!isThere());
        QVERIFY(two.one.presence.channelTo(two.other.key.publicKey()));
        two.other.port.send(
            *two.other.presence.channelTo(two.one.key.publicKey()), {peer::FrameKind::pong, {}});
        QTRY_COMPARE(told.count(), 2);
        QVERIFY(isThere());
    }

    void whoCalledAsksNowAndThenWhetherTheOtherIsThere()
    {
        Two two;
        two.one.presence.start();
        QTRY_VERIFY(two.areTogether());
        const auto later = steady_clock::now() + Presence::pingInterval + std::chrono::seconds(1);
        two.other.presence.look(later);
        two.one.presence.look(later);
        QTRY_COMPARE(two.other.heard, std::vector{peer::FrameKind::ping});
        QTRY_COMPARE(two.one.heard, std::vector{peer::FrameKind::pong});
        QVERIFY(two.areTogether());
    }

    void whoIsSilentForLongIsAway()
    {
        Two two;
        two.one.presence.start();
        QTRY_VERIFY(two.areTogether());
        two.other.presence.look(steady_clock::now() + Presence::silence + std::chrono::seconds(1));
        QVERIFY(!two.other.presence.isOnline(two.one.key.publicKey()));
        QTRY_VERIFY(!two.one.presence.isOnline(two.other.key.publicKey()));
    }

    void aStrangerIsNotAMember()
    {
        Two two;
        two.other.members.clear();
        const QSignalSpy opened(&two.other.port, &peer::MemberPort::opened);
        two.one.presence.start();
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(!two.other.presence.isOnline(two.one.key.publicKey()));
    }
};

QTEST_GUILESS_MAIN(PresenceTest)
#include "presence_test.moc"
