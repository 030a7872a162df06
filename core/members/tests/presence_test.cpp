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
        port.setSigner(std::make_shared<const crypto::SigningKey>(key.copy()));
        at = *port.listen(QHostAddress::LocalHost, 0);
        QObject::connect(&port, &peer::MemberPort::opened, &presence, &Presence::opened);
        QObject::connect(
            &port, &peer::MemberPort::closed, &presence, [this](peer::ChannelId id) { presence.closed(id); });
        QObject::connect(&port, &peer::MemberPort::received, &presence,
            [this](peer::ChannelId id, const peer::Frame &frame) {
                heard.push_back(frame.kind);
                presence.heard(id, frame);
            });
    }
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
