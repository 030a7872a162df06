// SPDX-License-Identifier: GPL-3.0-or-later
#include "member_home.h"

using namespace freehold;
using namespace freehold::engine::testing;
using namespace freehold::contract;

/// Whole engines in one process, over real connections.
class MembersTest : public QObject {
    Q_OBJECT

    QCA::Initializer cryptography_;
    std::unique_ptr<Member> nas_;
    std::unique_ptr<Member> laptop_;

    void haveTwo(Role role = Role::owner)
    {
        nas_ = std::make_unique<Member>("nas");
        laptop_ = std::make_unique<Member>("laptop");
        QVERIFY(ask(*nas_, HouseCreate{"Smith", {}, "UTC"}));
        nas_->listen();
        QVERIFY(join(*laptop_, *nas_, role));
        laptop_->listen();
        meet();
    }
    void meet()
    {
        QTRY_COMPARE(nas_->membersOnline(), 2U);
        QTRY_COMPARE(laptop_->membersOnline(), 2U);
        QTRY_COMPARE(laptop_->head(), nas_->head());
    }
    void goApart() { laptop_->leave(); }
    void meetAgain()
    {
        laptop_->comeBack();
        meet();
    }

private Q_SLOTS:
    void cleanup()
    {
        for (auto *member : {&nas_, &laptop_}) {
            if (*member && (*member)->engine)
                QCOMPARE((*member)->soundness(), QString());
        }
        laptop_.reset();
        nas_.reset();
    }

    void whatOneChangesTheOtherHas()
    {
        haveTwo();
        QVERIFY(ask(*nas_, HouseRename{"Jones"}));
        QTRY_COMPARE(laptop_->houseName(), "Jones");
        QVERIFY(ask(*laptop_, HouseRename{"Miller"}));
        QTRY_COMPARE(nas_->houseName(), "Miller");
        QTRY_COMPARE(laptop_->head(), nas_->head());
    }

    /// As behind a router: what it says of itself leads nowhere.
    void whoIsElsewhereThanItSaysIsCalledWhereItAnswered()
    {
        nas_ = std::make_unique<Member>("nas");
        laptop_ = std::make_unique<Member>("laptop");
        QVERIFY(ask(*nas_, HouseCreate{"Smith", {}, "UTC"}));
        nas_->listen();
        nas_->engine->members().setAddresses({"192.0.2.1"});
        QVERIFY(join(*laptop_, *nas_, Role::owner));
        laptop_->listen();
        meet();
        goApart();
        QVERIFY(ask(*nas_, HouseRename{"Jones"}));
        laptop_->comeBack();
        laptop_->port.stopListening(); // nobody can call it
        QTRY_COMPARE(laptop_->houseName(), "Jones");
    }

    void whatBothChangedApartMeets()
    {
        haveTwo();
        goApart();
        QVERIFY(ask(*nas_, PersonAdd{"Emma", {}, {}}));
        laptop_->comeBack();
        laptop_->port.stopListening();
        QVERIFY(ask(*laptop_, PersonAdd{"Ben", {}, {}}));
        laptop_->listen();
        meet();
        QCOMPARE(nas_->call(smith, PersonList())->size(), 2U);
        QCOMPARE(laptop_->call(smith, PersonList())->size(), 2U);
    }

    void ofOneThingTheLaterHoldsAndTheOtherIsAChoice()
    {
        haveTwo();
        goApart();
        QVERIFY(ask(*nas_, HouseRename{"Early"}));
        const std::string early = nas_->idOfNewest();
        nas_->leave();
        laptop_->comeBack();
        laptop_->clock.advance(std::chrono::minutes(1));
        QVERIFY(ask(*laptop_, HouseRename{"Late"}));
        nas_->comeBack();
        meet();
        for (const Member *member : {nas_.get(), laptop_.get()}) {
            QCOMPARE(member->houseName(), "Late");
            QCOMPARE(member->stateOf(early), ChangeState::choice);
        }
        QVERIFY(ask(*laptop_, ChangeChoose{early}));
        QTRY_COMPARE(nas_->houseName(), "Early");
        QCOMPARE(nas_->stateOf(early), ChangeState::kept);
    }

    void whatATrialStandsInTheWayOfIsTakenInAfterIt()
    {
        haveTwo();
        std::string text = nas_->call(smith, ConfigGet{"house.toml"})->content;
        QVERIFY(ask(
            *nas_, ConfigApply{{{"house.toml", change::withValue(text, "name", "Tried")}}, 600, false, {}}));
        const std::string tried = nas_->idOfNewest();
        QTRY_COMPARE(laptop_->houseName(), "Tried");
        QVERIFY(ask(*laptop_, HouseRename{"Jones"}));
        QVERIFY(ask(*laptop_, PersonAdd{"Emma", {}, {}}));
        // It is here, was looked at, and waits.
        const QStringList kind{QStringLiteral("cat-file"), QStringLiteral("-t"), laptop_->head()};
        QTRY_COMPARE(nas_->git(kind), QStringLiteral("commit"));
        QCOMPARE(nas_->houseName(), "Tried");
        QVERIFY(ask(*nas_, ChangeConfirm{tried}));
        QTRY_COMPARE(nas_->houseName(), "Jones");
        QTRY_COMPARE(laptop_->head(), nas_->head());
    }

    void undoingWhatTheOtherMadeReachesIt()
    {
        haveTwo();
        QVERIFY(ask(*nas_, HouseRename{"Jones"}));
        QTRY_COMPARE(laptop_->houseName(), "Jones");
        QVERIFY(ask(*laptop_, ChangeUndo{laptop_->idOfNewest()}));
        QTRY_COMPARE(nas_->houseName(), "Smith");
    }

    void anotherMemberIsReachedByAChannelThatHasProvenItsKey()
    {
        haveTwo(Role::guest);
        for (const auto &[here, there, name] :
            {std::tuple(laptop_.get(), nas_.get(), "nas"), std::tuple(nas_.get(), laptop_.get(), "laptop")}) {
            const auto reach = here->engine->reach(smith, json::write(MemberReach{name}).toObject());
            QVERIFY(reach && reach->channel);
            QCOMPARE(reach->role, Role::owner);
            QCOMPARE(here->port.memberAt(*reach->channel)->key, there->engine->members().ownKey());
        }
    }

    void aMemberThatMayNotChangeSomethingIsRefused()
    {
        haveTwo(Role::member);
        const QString before = nas_->head();
        const auto refused = ask(*laptop_, HouseRename{"Jones"});
        QCOMPARE(refused.error().code, ErrorCode::not_permitted);
        QCOMPARE(nas_->head(), before);
    }

    void whoIsRemovedIsTalkedToNoMore()
    {
        haveTwo();
        const auto removal = ask(*nas_, DeviceForget{"laptop"});
        QVERIFY(removal);
        QCOMPARE(nas_->call(smith, HouseShow())->members.size(), 1U);
        QTRY_COMPARE(laptop_->membersOnline(), 1U);
        // What it makes from now on, nobody hears of.
        QVERIFY(ask(*laptop_, HouseRename{"Jones"}));
        QCOMPARE(nas_->houseName(), "Smith");
        QCOMPARE(nas_->membersOnline(), 1U);
        QTRY_VERIFY(std::ranges::contains(
            laptop_->call(smith, GetStatus())->attention, FindingCode::removed_from_house, &Finding::code));
    }

    void whoAnswersInAMembersPlaceIsToldNothing()
    {
        haveTwo();
        laptop_->leave();
        // Somebody with its address, its port, and a key of their own.
        const auto key = std::make_shared<const crypto::SigningKey>(crypto::SigningKey::generate());
        peer::MemberPort imitation;
        imitation.setSigner(key);
        imitation.setMembers({nas_->engine->members().ownKey()});
        std::vector<peer::FrameKind> told;
        QObject::connect(&imitation, &peer::MemberPort::received, this,
            [&](peer::ChannelId, const peer::Frame &frame) { told.push_back(frame.kind); });
        QVERIFY(imitation.listen(QHostAddress::LocalHost, laptop_->at));
        nas_->leave();
        nas_->comeBack();
        QTRY_VERIFY(nas_->finding(FindingCode::member_imitated));
        const auto finding = nas_->finding(FindingCode::member_imitated);
        QCOMPARE(finding->args.at("member"), "laptop");
        QCOMPARE(finding->args.at("address"), "127.0.0.1");
        QCOMPARE(nas_->membersOnline(), 1U);
        QVERIFY(told.empty());
        imitation.stopListening();
        imitation.setSigner(nullptr);
        laptop_->comeBack();
        QTRY_COMPARE(nas_->membersOnline(), 2U);
        QVERIFY(!nas_->finding(FindingCode::member_imitated));
    }

    void aMachineTakesThePlaceOfAnother()
    {
        haveTwo(Role::owner);
        Member tablet("tablet");
        QVERIFY(join(tablet, *nas_, Role::member));
        tablet.listen();
        QVERIFY(ask(*nas_, PersonAdd{"Emma", Role::owner, {}}));
        QVERIFY(ask(*nas_, DeviceAssign{"laptop", "Emma"}));
        QVERIFY(ask(*nas_,
            ConfigApply{{{"devices/lamp.toml",
                            "name = \"lamp\"\nattached_to = \"" + nas_->memberCalled("laptop") + "\"\n"}},
                {}, {}, {}}));
        const std::string id = nas_->memberCalled("tablet");
        const auto replaced = ask(*nas_, DeviceReplace{"laptop", "tablet"});
        QVERIFY(replaced);
        QTRY_COMPARE(tablet.head(), nas_->head());
        const auto house = tablet.call(smith, HouseShow());
        QCOMPARE(house->members.size(), 2U);
        const auto successor = std::ranges::find(house->members, id, &HouseMember::id);
        QCOMPARE(successor->name, "laptop");
        QCOMPARE(successor->role, Role::owner);
        QCOMPARE(
            tablet.call(smith, DeviceShow{id})->front().owner, nas_->call(smith, PersonList())->front().id);
        QVERIFY(nas_->call(smith, ConfigGet{"devices/lamp.toml"})->content.contains(id));
        QTRY_COMPARE(laptop_->membersOnline(), 1U);
        QCOMPARE(ask(*nas_, DeviceReplace{"nas", "laptop"}).error().code, ErrorCode::device_is_this);
    }

    /// No other machine would take it in, and this one would be alone with it.
    void aRemovalWrittenByHandInAnothersNameIsRefused()
    {
        haveTwo();
        const std::string path = "members/" + nas_->memberCalled("laptop") + ".toml";
        const std::string text = nas_->call(smith, ConfigGet{path})->content;
        const QString before = nas_->head();
        for (const std::string &by : {nas_->memberCalled("laptop"), nas_->memberCalled("nas")}) {
            const std::string removed = change::withValue(text, "revoked." + by, std::string(40, 'a'));
            QCOMPARE(ask(*nas_, ConfigApply{{{path, removed}}, {}, true, {}}).error().code,
                ErrorCode::parameters_invalid);
        }
        QCOMPARE(nas_->head(), before);
    }

    void theLastOwnersMachineCanNotBeRemoved()
    {
        haveTwo(Role::member);
        QCOMPARE(ask(*nas_, DeviceForget{"nas"}).error().code, ErrorCode::device_is_this);
        QCOMPARE(ask(*laptop_, DeviceForget{"nas"}).error().code, ErrorCode::not_permitted);
    }

    /// The laptop, apart, removes the tablet, whose late changes the nas has built on.
    void whatARemovedMachineMadeMeanwhileIsLeftOutEverywhere()
    {
        haveTwo();
        Member tablet("tablet");
        QVERIFY(join(tablet, *nas_, Role::owner));
        tablet.listen();
        QTRY_COMPARE(laptop_->membersOnline(), 3U);
        QTRY_COMPARE(laptop_->head(), tablet.head());
        goApart();
        QVERIFY(ask(tablet, PersonAdd{"Eve", {}, {}}));
        QTRY_COMPARE(nas_->call(smith, PersonList())->size(), 1U);
        QVERIFY(ask(*nas_, PersonAdd{"Emma", {}, {}}));
        QTRY_COMPARE(tablet.head(), nas_->head());
        tablet.leave();
        laptop_->comeBack();
        laptop_->port.stopListening();
        QVERIFY(ask(*laptop_, DeviceForget{"tablet"}));
        laptop_->listen();
        meet();
        for (const Member *member : {nas_.get(), laptop_.get()}) {
            QTRY_COMPARE(member->call(smith, PersonList())->size(), 1U);
            QCOMPARE(member->call(smith, PersonList())->front().name, "Emma");
        }
        QTRY_COMPARE(laptop_->head(), nas_->head());
        // The tablet comes back and gives what it has to nobody.
        tablet.comeBack();
        QVERIFY(ask(tablet, PersonAdd{"Mallory", {}, {}}));
        QTRY_VERIFY(std::ranges::contains(
            tablet.call(smith, GetStatus())->attention, FindingCode::removed_from_house, &Finding::code));
        QCOMPARE(nas_->call(smith, PersonList())->size(), 1U);
    }

    void aThirdGetsWhatTheFirstTwoHave()
    {
        haveTwo();
        QVERIFY(ask(*laptop_, HouseRename{"Jones"}));
        Member tablet("tablet");
        QTRY_COMPARE(nas_->houseName(), "Jones");
        QVERIFY(join(tablet, *laptop_, Role::owner));
        tablet.listen();
        QTRY_COMPARE(tablet.houseName(), "Jones");
        QTRY_COMPARE(nas_->membersOnline(), 3U);
        QVERIFY(ask(tablet, HouseRename{"Miller"}));
        QTRY_COMPARE(nas_->houseName(), "Miller");
        QTRY_COMPARE(laptop_->houseName(), "Miller");
        QTRY_COMPARE(tablet.head(), nas_->head());
        QCOMPARE(tablet.soundness(), QString());
    }
};

QTEST_GUILESS_MAIN(MembersTest)
#include "members_test.moc"
