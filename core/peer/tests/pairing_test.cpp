// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/pairing/admitting.h"
#include "peer/pairing/joining.h"

#include <QTest>

#include <set>

using namespace freehold;
using namespace freehold::peer;

namespace {

crypto::PublicKey newKey()
{
    return crypto::SigningKey::generate().publicKey();
}

const PairAccepted house{"abc", "Smith"};

/// Two sides whose keys are what each has seen, at the point where a person reads and types digits.
struct Pairing {
    explicit Pairing(const PairingKeys &seenByJoining, const PairingKeys &seenByMember)
        : joining("laptop", seenByJoining)
        , admitting("nas", seenByMember)
    {
    }
    void goUntilDigits()
    {
        const auto offer = admitting.receive(joining.begin());
        QVERIFY(offer && *offer);
        const auto reveal = joining.receive(**offer);
        QVERIFY(reveal && *reveal);
        const auto opened = admitting.receive(**reveal);
        QVERIFY(opened && *opened);
        const auto nothing = joining.receive(**opened);
        QVERIFY(nothing && !*nothing);
    }

    Joining joining;
    Admitting admitting;
};

Pairing honest()
{
    const PairingKeys keys{newKey(), newKey()};
    return Pairing(keys, keys);
}

template <class Value>
ErrorCode codeOf(const Result<Value> &result)
{
    return result ? ErrorCode::internal : result.error().code;
}

} // namespace

class PairingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoMachinesBecomeOneHouse()
    {
        Pairing pairing = honest();
        pairing.goUntilDigits();
        QCOMPARE(pairing.joining.peerName(), "nas");
        QCOMPARE(pairing.admitting.peerName(), "laptop");
        QCOMPARE(pairing.joining.digits().size(), 6);
        QCOMPARE(codeOf(pairing.joining.confirm()), ErrorCode::pairing_not_accepted);

        const auto accepted = pairing.admitting.accept(pairing.joining.digits(), house);
        QVERIFY(accepted);
        QVERIFY(pairing.joining.receive(*accepted));
        QCOMPARE(pairing.joining.accepted().house_name, "Smith");
        const auto confirmed = pairing.joining.confirm();
        QVERIFY(confirmed);
        QVERIFY(pairing.admitting.receive(*confirmed));
        QCOMPARE(pairing.admitting.state(), Admitting::State::confirmed);
        QVERIFY(pairing.joining.receive(toFrame(PairAdmitted())));
        QCOMPARE(pairing.joining.state(), Joining::State::admitted);
    }

    void wrongDigitsEndItAndThereIsNoSecondAttempt()
    {
        Pairing pairing = honest();
        pairing.goUntilDigits();
        const std::string wrong = pairing.joining.digits() == "000000" ? "000001" : "000000";
        QCOMPARE(codeOf(pairing.admitting.accept(wrong, house)), ErrorCode::pairing_digits_wrong);
        QCOMPARE(
            codeOf(pairing.admitting.accept(pairing.joining.digits(), house)), ErrorCode::pairing_missing);
    }

    /// Somebody with a key of its own is the member for one side and the joining machine for the other, and
    /// plays the member's side to its end first, so that it knows which digits it would have to hit.
    void oneInTheMiddleHasOneChanceInAMillion()
    {
        int hits = 0;
        std::set<std::string> shown;
        constexpr int rounds = 2'000;
        for (int round = 0; round < rounds; ++round) {
            const auto middle = newKey();
            const PairingKeys near{newKey(), middle};
            const PairingKeys far{middle, newKey()};
            Pairing joiningSide(near, near);
            Pairing memberSide(far, far);
            memberSide.goUntilDigits();
            joiningSide.goUntilDigits();
            const std::string &read = joiningSide.joining.digits();
            hits += memberSide.admitting.accept(read, house) ? 1 : 0;
            shown.insert(read);
        }
        // Three of 2,000 happen once in a thousand million runs.
        QVERIFY(hits <= 2);
        // And the digits are no fewer than they seem.
        QVERIFY(shown.size() > rounds - 20);
    }

    void aCommitmentPassedOnIsWorthNothing()
    {
        const auto middle = newKey();
        const PairingKeys near{newKey(), middle};
        const PairingKeys far{middle, newKey()};
        Pairing across(near, far);
        const auto offer = across.admitting.receive(across.joining.begin());
        QVERIFY(offer && *offer);
        const auto reveal = across.joining.receive(**offer);
        QVERIFY(reveal && *reveal);
        const auto opened = across.admitting.receive(**reveal);
        QVERIFY(opened && *opened);
        QCOMPARE(codeOf(across.joining.receive(**opened)), ErrorCode::message_malformed);
    }

    /// Else one in the middle could try numbers at the member until the digits fit, and go unseen each time.
    void theMemberTellsItsNumberOnlyWhenAPersonSeesTheRequest()
    {
        Pairing pairing = honest();
        const auto offer = pairing.admitting.receive(pairing.joining.begin());
        QVERIFY(offer && *offer);
        QCOMPARE((*offer)->kind, FrameKind::pair_offer);
        QCOMPARE(pairing.admitting.state(), Admitting::State::asked);
        const auto reveal = pairing.joining.receive(**offer);
        const auto opened = pairing.admitting.receive(**reveal);
        QCOMPARE((*opened)->kind, FrameKind::pair_opened);
        QCOMPARE(pairing.admitting.state(), Admitting::State::waiting_for_digits);
    }

    void anotherNumberThanTheOneCommittedToIsFoundOut()
    {
        Pairing pairing = honest();
        const auto offer = pairing.admitting.receive(pairing.joining.begin());
        QVERIFY(pairing.joining.receive(**offer));
        QCOMPARE(codeOf(pairing.joining.receive(toFrame(PairOpened{toBase64(newNonce())}))),
            ErrorCode::message_malformed);
    }

    void whatIsSaidOutOfTurnIsRefused()
    {
        Pairing pairing = honest();
        QCOMPARE(codeOf(pairing.admitting.receive(toFrame(PairConfirmed()))), ErrorCode::message_malformed);
        QCOMPARE(codeOf(pairing.joining.receive(toFrame(house))), ErrorCode::message_malformed);
        Pairing later = honest();
        later.goUntilDigits();
        QCOMPARE(codeOf(later.admitting.receive(toFrame(PairConfirmed()))), ErrorCode::message_malformed);
        QCOMPARE(codeOf(later.joining.receive(toFrame(PairAdmitted()))), ErrorCode::message_malformed);
    }

    void aRefusalSaysWhy()
    {
        Pairing pairing = honest();
        pairing.goUntilDigits();
        QCOMPARE(codeOf(pairing.joining.receive(toFrame(PairRefused{ErrorCode::pairing_digits_wrong}))),
            ErrorCode::pairing_digits_wrong);
    }

    void namesThatCantBeShownAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("none") << QString();
        QTest::newRow("two lines") << QStringLiteral("nas\nnas");
        QTest::newRow("turned round") << QStringLiteral("nas\u202Esan");
        QTest::newRow("long") << QString(101, QLatin1Char('n'));
    }
    void namesThatCantBeShownAreRefused()
    {
        QFETCH(QString, name);
        const PairingKeys keys{newKey(), newKey()};
        Admitting admitting("nas", keys);
        QCOMPARE(codeOf(admitting.receive(Joining(name.toStdString(), keys).begin())),
            ErrorCode::message_malformed);
        Joining joining("laptop", keys);
        QCOMPARE(codeOf(joining.receive(toFrame(PairOffer{name.toStdString(), toBase64(newNonce())}))),
            ErrorCode::message_malformed);
    }

    void aNewerWayOfPairingIsToldApart()
    {
        Pairing pairing = honest();
        QCOMPARE(codeOf(pairing.admitting.receive(toFrame(PairRequest{pairingVersion + 1, "laptop", {}}))),
            ErrorCode::version_unsupported);
    }
};

QTEST_APPLESS_MAIN(PairingTest)
#include "pairing_test.moc"
