// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/pairings.h"
#include "store/schema.h"
#include "testing/manual_clock.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace freehold;
using namespace freehold::members;
using contract::PairingState;
using freehold::testing::ManualClock;

namespace {

/// A machine with a member port and pairings, and a person at it.
struct Machine {
    explicit Machine(std::string called, std::optional<peer::PairAccepted> itsHouse = std::nullopt)
        : name(std::move(called))
        , house(std::move(itsHouse))
        , pairings({peer::MemberNetwork(port), clock, [this] { return key.publicKey(); },
              [this] { return name; }, [this] { return house; },
              [this](const Candidate &candidate, const change::Caller &caller) -> Result<void> {
                  if (refusesToAdmit)
                      return failure(ErrorCode::disk_full);
                  admitted.push_back(candidate);
                  admittedBy = caller.actor;
                  return {};
              },
              invitations, [this] { return Reach{{"192.0.2.1", "127.0.0.1"}, listening}; },
              [this](const std::string &device) { return device == "found" ? found : std::vector<Place>(); },
              [this](const Invitation &invitation, const Pairings::Joined &joined) {
                  house = invitation.house;
                  joined(contract::House{invitation.house.house_id, invitation.house.house_name, {}, {}, {}});
              }})
    {
        port.setSigner(std::make_shared<const crypto::SigningKey>(key.copy()));
        QObject::connect(&port, &peer::MemberPort::opened, &pairings, &Pairings::opened);
        QObject::connect(&port, &peer::MemberPort::received, &pairings, &Pairings::received);
        QObject::connect(&port, &peer::MemberPort::closed, &pairings, &Pairings::closed);
        QObject::connect(&pairings, &Pairings::changed, &pairings,
            [this](const contract::Pairing &pairing) { told.push_back(pairing); });
        pairings.addCalls(calls);
    }

    template <contract::Call Parameters>
    std::shared_ptr<std::optional<Result<typename Parameters::Result>>> call(const Parameters &parameters)
    {
        using Given = typename Parameters::Result;
        auto given = std::make_shared<std::optional<Result<Given>>>();
        calls.find(Parameters::info.method)
            ->handle({"ana", contract::Role::owner}, json::write(parameters).toObject(),
                [given](const Result<QJsonValue> &result) {
                    if (result)
                        *given = json::read<Given>(*result, "");
                    else
                        *given = std::unexpected(result.error());
                });
        return given;
    }
    std::vector<contract::Pairing> requests() { return ***call(contract::PairRequests()); }
    contract::PairWith callTo(const std::string &host = "127.0.0.1")
    {
        return {host + ':' + std::to_string(listen())};
    }
    std::uint16_t listen() { return listening = *port.listen(QHostAddress::LocalHost, 0); }
    std::string invite(const contract::PairInvite &call = {}) { return (**this->call(call))->invitation; }

    std::string name;
    std::optional<peer::PairAccepted> house;
    crypto::SigningKey key = crypto::SigningKey::generate();
    ManualClock clock;
    std::vector<Place> found; ///< where the device "found" offers Freehold
    QTemporaryDir folder;
    store::Database database
        = *store::Database::open(folder.filePath(QStringLiteral("d")).toStdString(), store::migrations);
    Invitations invitations{database, clock};
    peer::MemberPort port;
    std::uint16_t listening = 0;
    bool refusesToAdmit = false;
    std::vector<Candidate> admitted;
    std::string admittedBy;
    std::vector<contract::Pairing> told;
    Pairings pairings;
    change::CallTable calls;
};

const peer::PairAccepted smith{"abc", "Smith"};

template <class Given>
ErrorCode codeOf(const std::optional<Result<Given>> &given)
{
    return !given || *given ? ErrorCode::internal : given->error().code;
}

/// Both sides at the point where a person reads digits at one and types them at the other.
struct Asked {
    contract::Pairing shown;
    contract::Pairing request;
};
std::optional<Asked> ask(Machine &laptop, Machine &nas)
{
    const auto with = laptop.call(nas.callTo());
    if (!QTest::qWaitFor([&] { return with->has_value() && !nas.requests().empty(); }) || !**with)
        return std::nullopt;
    return Asked{***with, nas.requests().front()};
}

} // namespace

class PairingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMachineJoinsByTheDigitsThatItShows()
    {
        Machine nas("nas", smith);
        Machine laptop("laptop");
        const auto asked = ask(laptop, nas);
        QVERIFY(asked);
        QCOMPARE(asked->shown.peer, "nas");
        QCOMPARE(asked->request.peer, "laptop");
        QCOMPARE(asked->request.digits, std::nullopt);
        QVERIFY(!asked->shown.house);

        const auto accepted = nas.call(
            contract::PairAccept{asked->request.request, *asked->shown.digits, contract::Role::guest});
        QVERIFY(*accepted && **accepted);
        QCOMPARE((**accepted)->state, PairingState::waiting_for_confirmation);
        QTRY_COMPARE(laptop.told.back().state, PairingState::waiting_for_confirmation);
        QCOMPARE(laptop.told.back().house, "Smith");

        const auto joined = laptop.call(contract::PairConfirm{asked->shown.request});
        QTRY_VERIFY(joined->has_value());
        QVERIFY(**joined);
        QCOMPARE((**joined)->name, "Smith");
        QCOMPARE(nas.admitted.size(), 1);
        QCOMPARE(nas.admitted[0].key, laptop.key.publicKey());
        QCOMPARE(nas.admitted[0].name, "laptop");
        QCOMPARE(nas.admitted[0].role, contract::Role::guest);
        QCOMPARE(nas.admittedBy, "ana");
        QCOMPARE(nas.told.back().state, PairingState::joined);
        QCOMPARE(laptop.told.back().state, PairingState::joined);
        QVERIFY(nas.requests().empty());
    }

    void aMachineJoinsByAnInvitationOnce()
    {
        Machine nas("nas", smith);
        nas.listen();
        const std::string invitation = nas.invite({contract::Role::guest, {}});
        Machine box("box");
        const auto asked = box.call(contract::PairJoin{invitation});
        QTRY_VERIFY(asked->has_value());
        QVERIFY(**asked);
        // Of the two places that it names, nobody is at the first.
        QCOMPARE((**asked)->peer, "nas");
        QCOMPARE((**asked)->house, "Smith");
        QVERIFY(!(**asked)->digits);
        const auto joined = box.call(contract::PairConfirm{(**asked)->request});
        QTRY_VERIFY(joined->has_value());
        QVERIFY(**joined);
        QCOMPARE(nas.admitted.size(), 1);
        QCOMPARE(nas.admitted[0].key, box.key.publicKey());
        QCOMPARE(nas.admitted[0].role, contract::Role::guest);
        QCOMPARE(nas.admittedBy, "ana");

        Machine other("other");
        const auto again = other.call(contract::PairJoin{invitation});
        QTRY_VERIFY(again->has_value());
        QCOMPARE(codeOf(*again), ErrorCode::invitation_invalid);
    }

    /// Two machines have read the same invitation, and both were let come so far.
    void ofTwoWithOneInvitationTheFirstJoins()
    {
        Machine nas("nas", smith);
        nas.listen();
        const std::string invitation = nas.invite();
        Machine one("one");
        Machine other("other");
        const auto first = one.call(contract::PairJoin{invitation});
        const auto second = other.call(contract::PairJoin{invitation});
        QTRY_VERIFY(first->has_value() && second->has_value());
        QVERIFY(**first && **second);
        const auto joined = one.call(contract::PairConfirm{(**first)->request});
        QTRY_VERIFY(joined->has_value());
        QVERIFY(**joined);
        const auto late = other.call(contract::PairConfirm{(**second)->request});
        QTRY_VERIFY(late->has_value());
        QCOMPARE(codeOf(*late), ErrorCode::invitation_invalid);
        QCOMPARE(nas.admitted.size(), 1);
    }

    void anInvitationEnds()
    {
        Machine nas("nas", smith);
        nas.listen();
        const std::string invitation = nas.invite({{}, 1});
        nas.clock.advance(std::chrono::hours(1));
        Machine box("box");
        const auto asked = box.call(contract::PairJoin{invitation});
        QTRY_VERIFY(asked->has_value());
        QCOMPARE(codeOf(*asked), ErrorCode::invitation_invalid);
    }

    /// It has the nas's address and name, and not its key. It is told nothing.
    void whoImitatesTheMemberThatInvitedGetsNothing()
    {
        Machine nas("nas", smith);
        Machine imitator("nas", smith);
        nas.listening = imitator.listen();
        const std::string invitation = nas.invite();
        Machine box("box");
        const auto asked = box.call(contract::PairJoin{invitation});
        QTRY_VERIFY(asked->has_value());
        QCOMPARE(codeOf(*asked), ErrorCode::peer_is_another);
        QVERIFY(imitator.requests().empty());
    }

    void whoIsReachedNowhereInvitesNobody()
    {
        Machine nas("nas", smith);
        QCOMPARE(codeOf(*nas.call(contract::PairInvite())), ErrorCode::member_port_closed);
        QCOMPARE(codeOf(*nas.call(contract::PairInvite{{}, 0})), ErrorCode::parameters_invalid);
        Machine box("box");
        QCOMPARE(codeOf(*box.call(contract::PairJoin{"FREEHOLD:NONSENSE"})), ErrorCode::invitation_invalid);
    }

    void nothingIsJoinedBeforeTheOtherSideSaidYes()
    {
        Machine nas("nas", smith);
        Machine laptop("laptop");
        const auto asked = ask(laptop, nas);
        QVERIFY(asked);
        QCOMPARE(codeOf(*laptop.call(contract::PairConfirm{asked->shown.request})),
            ErrorCode::pairing_not_accepted);
        QVERIFY(nas.admitted.empty());
    }

    void wrongDigitsEndTheRequestOnBothSides()
    {
        Machine nas("nas", smith);
        Machine laptop("laptop");
        const auto asked = ask(laptop, nas);
        QVERIFY(asked);
        const std::string wrong = *asked->shown.digits == "000000" ? "000001" : "000000";
        QCOMPARE(codeOf(*nas.call(contract::PairAccept{asked->request.request, wrong, {}})),
            ErrorCode::pairing_digits_wrong);
        QCOMPARE(codeOf(*nas.call(contract::PairAccept{asked->request.request, *asked->shown.digits, {}})),
            ErrorCode::pairing_missing);
        QTRY_COMPARE(laptop.told.back().state, PairingState::over);
        QCOMPARE(laptop.told.back().ended, ErrorCode::pairing_digits_wrong);
        QCOMPARE(
            codeOf(*laptop.call(contract::PairConfirm{asked->shown.request})), ErrorCode::pairing_missing);
    }

    void aMachineThatAsksOnceMoreWaitsOnce()
    {
        Machine nas("nas", smith);
        Machine laptop("laptop");
        const auto first = ask(laptop, nas);
        QVERIFY(first);
        const auto with = laptop.call(contract::PairWith{"127.0.0.1:" + std::to_string(nas.listening)});
        QTRY_VERIFY(with->has_value() && **with);
        QCOMPARE(nas.requests().size(), 1);
        QVERIFY(nas.requests().front().request != first->request.request);
        const auto isEnded = [&](const contract::Pairing &pairing) {
            return pairing.request == first->shown.request && pairing.ended == ErrorCode::pairing_ended;
        };
        QTRY_VERIFY(std::ranges::any_of(laptop.told, isEnded));
        QVERIFY(**nas.call(contract::PairAccept{nas.requests().front().request, *(***with).digits, {}}));
    }

    void aRefusalIsToldToTheOtherSide()
    {
        Machine nas("nas", smith);
        Machine laptop("laptop");
        const auto asked = ask(laptop, nas);
        QVERIFY(asked);
        QVERIFY(*nas.call(contract::PairRefuse{asked->request.request}));
        QTRY_COMPARE(laptop.told.back().ended, ErrorCode::pairing_refused);
        QVERIFY(nas.requests().empty());
    }

    /// It answers the joining machine as the nas, asks the nas as the laptop, and a person types what the
    /// laptop shows.
    void aMachineInTheMiddleIsFoundOut()
    {
        Machine nas("nas", smith);
        Machine laptop("laptop");
        Machine towardsNas("laptop");
        Machine towardsLaptop("nas", smith);
        const auto far = ask(towardsNas, nas);
        QVERIFY(far);
        const auto near = ask(laptop, towardsLaptop);
        QVERIFY(near);
        const auto accepted = nas.call(contract::PairAccept{far->request.request, *near->shown.digits, {}});
        // The one chance in a million is none for a test to fail by.
        QCOMPARE((*accepted)->has_value(), near->shown.digits == far->shown.digits);
        QVERIFY(nas.admitted.empty());
    }

    void whatCantBeTheDigitsCostsNoAttempt()
    {
        Machine nas("nas", smith);
        Machine laptop("laptop");
        const auto asked = ask(laptop, nas);
        QVERIFY(asked);
        for (const char *typed : {"", "12345", "1234567", "12345x"})
            QCOMPARE(codeOf(*nas.call(contract::PairAccept{asked->request.request, typed, {}})),
                ErrorCode::parameters_invalid);
        std::string inGroups = *asked->shown.digits;
        inGroups.insert(3, " ");
        const auto accepted = nas.call(contract::PairAccept{asked->request.request, inGroups, {}});
        QVERIFY(*accepted && **accepted);
    }

    void aMachineThatGoesIsTold()
    {
        Machine nas("nas", smith);
        auto laptop = std::make_unique<Machine>("laptop");
        QVERIFY(ask(*laptop, nas));
        laptop.reset();
        QTRY_COMPARE(nas.told.back().ended, ErrorCode::pairing_ended);
        QVERIFY(nas.requests().empty());
    }

    void whoCantBeAdmittedIsToldWhy()
    {
        Machine nas("nas", smith);
        nas.refusesToAdmit = true;
        Machine laptop("laptop");
        const auto asked = ask(laptop, nas);
        QVERIFY(asked);
        QVERIFY(*nas.call(contract::PairAccept{asked->request.request, *asked->shown.digits, {}}));
        QTRY_COMPARE(laptop.told.back().state, PairingState::waiting_for_confirmation);
        const auto joined = laptop.call(contract::PairConfirm{asked->shown.request});
        QTRY_VERIFY(joined->has_value());
        QCOMPARE(codeOf(*joined), ErrorCode::disk_full);
        QCOMPARE(nas.told.back().ended, ErrorCode::disk_full);
    }

    void aMachineWithoutAHouseLetsNobodyIn()
    {
        Machine nas("nas");
        Machine laptop("laptop");
        const auto with = laptop.call(nas.callTo());
        QTRY_VERIFY(with->has_value());
        QCOMPARE(codeOf(*with), ErrorCode::house_missing);
    }

    void aMachineOfAHouseJoinsNoOther()
    {
        Machine nas("nas", smith);
        QCOMPARE(codeOf(*nas.call(contract::PairWith{"127.0.0.1:1"})), ErrorCode::house_exists);
    }

    void nobodyThereIsTold_data()
    {
        QTest::addColumn<QString>("machine");
        for (const char *machine :
            {"", "127.0.0.1:1", "[::1]:1", "127.0.0.1:0", "127.0.0.1:x", "[::1", "::1:1:"})
            QTest::newRow(machine) << QString::fromLatin1(machine);
    }
    void nobodyThereIsTold()
    {
        QFETCH(QString, machine);
        Machine laptop("laptop");
        const auto with = laptop.call(contract::PairWith{machine.toStdString()});
        QTRY_VERIFY(with->has_value());
        QCOMPARE(codeOf(*with), ErrorCode::peer_unreachable);
    }

    void aMachineThatWasFoundIsCalledWhereverItMayBe()
    {
        Machine nas("nas", smith);
        Machine laptop("laptop");
        laptop.found = {{"127.0.0.1", 1}, {"127.0.0.1", nas.listen()}};
        const auto with = laptop.call(contract::PairWith{"found"});
        QTRY_VERIFY(with->has_value());
        QVERIFY(**with);
        QCOMPARE((**with)->peer, "nas");
    }

    /// Each has learned the digits by then: one in the middle would go on until they fit.
    void whoComesAndGoesIsShownAFewTimesAlone()
    {
        Machine nas("nas", smith);
        for (std::size_t count = 0; count < Pairings::mostWaiting; ++count) {
            Machine visitor("visitor");
            QVERIFY(ask(visitor, nas));
            QVERIFY(*nas.call(contract::PairRefuse{nas.requests().front().request}));
        }
        Machine laptop("laptop");
        const auto where = nas.callTo();
        const auto refused = laptop.call(where);
        QTRY_VERIFY(refused->has_value());
        QCOMPARE(codeOf(*refused), ErrorCode::pairing_busy);
        nas.clock.advance(Pairings::lifetime);
        QVERIFY(ask(laptop, nas));
    }

    void aFloodOfRequestsIsSentAwayButForTheFirstFew()
    {
        Machine nas("nas", smith);
        const auto where = nas.callTo();
        std::vector<std::unique_ptr<Machine>> crowd;
        std::size_t waiting = 0;
        for (std::size_t count = 0; count < Pairings::mostWaiting + 3; ++count) {
            crowd.push_back(std::make_unique<Machine>("crowd"));
            const auto with = crowd.back()->call(where);
            QTRY_VERIFY(with->has_value());
            waiting += **with ? 1 : 0;
        }
        QTRY_COMPARE(nas.requests().size(), Pairings::mostWaiting);
        QVERIFY(waiting >= Pairings::mostWaiting);
    }
};

QTEST_GUILESS_MAIN(PairingsTest)
#include "pairings_test.moc"
