// SPDX-License-Identifier: GPL-3.0-or-later
#include "member_home.h"

#include "members/sealed_secret.h"

using namespace freehold;
using namespace freehold::engine::testing;
using members::Announcing;
using members::SealedSecret;
using members::SharedSecrets;

namespace {

constexpr const char *routersMac = "9c:6b:00:2f:41:d8";

/// As text, to be compared; empty where a machine has none.
std::string secretOf(const Member &member)
{
    const auto secret = member.engine->members().secret(SharedSecrets::announcing);
    return secret ? toHex(secret->view()) : std::string();
}

/// What a machine tells its network, as another finds it.
platform::ResolvedService found(const platform::Announcement &announcement)
{
    platform::ResolvedService service;
    service.instance = {1, announcement.name, announcement.type, "local"};
    service.port = announcement.port;
    service.addresses = {"127.0.0.1"};
    for (const std::string &text : announcement.txt)
        service.txt.emplace(text.substr(0, text.find('=')), text.substr(text.find('=') + 1));
    return service;
}

} // namespace

/// What members share, and what they know each other's announcements by.
class SharedSecretsTest : public QObject {
    Q_OBJECT

    QCA::Initializer cryptography_;
    std::unique_ptr<Member> nas_;
    std::unique_ptr<Member> laptop_;
    std::optional<platform::Announcement> told_; ///< by the nas

    void follow(const Member &member)
    {
        told_.reset();
        connect(member.engine.get(), &engine::Engine::announcementWanted, this,
            [this](const auto &announcement) { told_ = announcement; });
    }
    std::unique_ptr<Member> joined(const char *name, Role role = Role::owner)
    {
        auto member = std::make_unique<Member>(name);
        if (!join(*member, *nas_, role))
            qFatal("%s has not joined", name);
        member->listen();
        return member;
    }

private Q_SLOTS:
    void init()
    {
        nas_ = std::make_unique<Member>("nas");
        follow(*nas_);
        QVERIFY(ask(*nas_, HouseCreate{"Smith", {}, "UTC"}));
        nas_->listen();
        laptop_ = joined("laptop");
        QTRY_COMPARE(nas_->membersOnline(), 2U);
    }
    void cleanup()
    {
        laptop_.reset();
        nas_.reset();
    }

    void whoJoinsIsToldWhatTheOthersShare()
    {
        const std::string alone = secretOf(*nas_);
        QTRY_COMPARE(secretOf(*laptop_), secretOf(*nas_));
        QVERIFY(!alone.empty());
        const auto tablet = joined("tablet", Role::guest);
        QTRY_COMPARE(secretOf(*tablet), secretOf(*nas_));
        QTRY_COMPARE(secretOf(*laptop_), secretOf(*nas_));
        QCOMPARE(secretOf(*nas_), alone);
    }

    void whoIsRemovedCanNotReadWhatComesThen()
    {
        const auto tablet = joined("tablet");
        QTRY_COMPARE(secretOf(*tablet), secretOf(*nas_));
        const std::string before = secretOf(*nas_);
        QVERIFY(ask(*laptop_, DeviceForget{"tablet"}));
        QTRY_VERIFY(secretOf(*nas_) != before);
        QTRY_COMPARE(secretOf(*laptop_), secretOf(*nas_));
        QVERIFY(secretOf(*tablet) != secretOf(*nas_));
    }

    void aLockedVaultGivesNothingAway()
    {
        QTRY_COMPARE(secretOf(*laptop_), secretOf(*nas_));
        laptop_->leave();
        laptop_->restart();
        laptop_->lockVault(Error{ErrorCode::key_store_unavailable, {}, {}});
        QCOMPARE(secretOf(*laptop_), std::string());
        laptop_->openVault();
        QCOMPARE(secretOf(*laptop_), secretOf(*nas_));
    }

    void aSecretThatNoOwnersMachineSignedIsNotTaken()
    {
        const auto tablet = joined("tablet", Role::guest);
        QTRY_COMPARE(secretOf(*tablet), secretOf(*nas_));
        const std::string before = secretOf(*nas_);
        const auto forger = crypto::SigningKey::generate();
        SealedSecret forged;
        forged.name = SharedSecrets::announcing;
        forged.version = 1'000;
        const auto sealed = members::seal(forged, Secret::of(Bytes(32, 1)),
            {nas_->engine->members().ownKey()}, nas_->call(smith, HouseShow())->id, forger);
        QVERIFY(sealed);
        // Over the channel of a member that is none of the owner's.
        const auto channels = tablet->port.channelCount();
        QVERIFY(channels > 0);
        for (peer::ChannelId id = 1; id <= 10; ++id)
            tablet->port.send(id, peer::toFrame(*sealed));
        // What is said after it has been heard, it has been, too.
        QVERIFY(ask(*laptop_, HouseRename{"Jones"}));
        QTRY_COMPARE(tablet->houseName(), "Jones");
        QTRY_COMPARE(nas_->houseName(), "Jones");
        QCOMPARE(secretOf(*nas_), before);
    }

    void nothingIsAnnouncedWhereTheHouseIsNotAtHome()
    {
        QVERIFY(!told_);
        nas_->engine->members().setGateways({routersMac});
        QVERIFY(told_);
        // Nothing that is another's network's, or none's.
        nas_->engine->members().setGateways({"02:00:00:00:00:01"});
        QVERIFY(!told_);
        nas_->engine->members().setGateways({});
        QVERIFY(!told_);
        nas_->engine->members().gatewaySeen(routersMac);
        QVERIFY(told_);
        QCOMPARE(told_->txt.front(), "v=1");
    }

    void whatIsAnnouncedIsAnotherEachDayAndKnownToMembersAlone()
    {
        nas_->engine->members().setGateways({routersMac});
        const auto secret = nas_->engine->members().secret(SharedSecrets::announcing);
        const std::string id = told_->txt.back().substr(3);
        const Time now = nas_->clock.now();
        QVERIFY(Announcing::isOurs(*secret, id, now));
        QVERIFY(Announcing::isOurs(*secret, id, now + std::chrono::days(1)));
        QVERIFY(!Announcing::isOurs(*secret, id, now + std::chrono::days(2)));
        QVERIFY(!Announcing::isOurs(Secret::random(SharedSecrets::valueBytes), id, now));
    }

    void machinesThatLetOthersJoinAreNotKnownByIt()
    {
        nas_->engine->members().setGateways({routersMac});
        const auto atHome = *told_;
        QVERIFY(ask(*nas_, PairOpen{}));
        QVERIFY(told_->txt != atHome.txt);
        QVERIFY(ask(*nas_, PairClose{}));
        QCOMPARE(told_->txt, atHome.txt);
    }

    /// Both have another address, and neither was told the other's.
    void membersFindEachOtherByWhatTheyAnnounce()
    {
        QTRY_COMPARE(secretOf(*laptop_), secretOf(*nas_));
        nas_->engine->members().setGateways({routersMac});
        laptop_->leave();
        nas_->leave();
        nas_->at = 0; // another port, as another address would be
        laptop_->at = 0;
        nas_->comeBack();
        follow(*nas_);
        nas_->engine->members().setGateways({routersMac});
        QVERIFY(told_);
        laptop_->comeBack();
        QCOMPARE(laptop_->membersOnline(), 1U);
        laptop_->engine->members().serviceSeen(found(*told_));
        QTRY_COMPARE(laptop_->membersOnline(), 2U);
        QTRY_COMPARE(nas_->membersOnline(), 2U);
    }

    /// What was known of where the others are is long forgotten then.
    void whoWasAwayForAYearFindsTheOthersAndCatchesUp()
    {
        QTRY_COMPARE(secretOf(*laptop_), secretOf(*nas_));
        nas_->engine->members().setGateways({routersMac});
        laptop_->leave();
        for (int month = 1; month <= 13; ++month) {
            nas_->clock.advance(std::chrono::days(30));
            QVERIFY(ask(*nas_, HouseRename{"Month " + std::to_string(month)}));
        }
        nas_->leave();
        nas_->at = 0;
        nas_->comeBack();
        follow(*nas_);
        nas_->engine->members().setGateways({routersMac});
        QVERIFY(told_);
        laptop_->clock.advance(std::chrono::days(390));
        laptop_->at = 0;
        laptop_->comeBack();
        laptop_->engine->members().serviceSeen(found(*told_));
        QTRY_COMPARE(laptop_->houseName(), "Month 13");
        QCOMPARE(laptop_->head(), nas_->head());
        QVERIFY(ask(*laptop_, HouseRename{"Jones"}));
        QTRY_COMPARE(nas_->houseName(), "Jones");
    }

    void whoRepeatsWhatAMemberAnnouncedIsToldNothing()
    {
        nas_->engine->members().setGateways({routersMac});
        auto service = found(*told_);
        laptop_->leave();
        nas_->leave();
        peer::MemberPort imitation;
        imitation.setSigner(std::make_shared<const crypto::SigningKey>(crypto::SigningKey::generate()));
        imitation.setMembers({laptop_->engine ? laptop_->engine->members().ownKey() : crypto::PublicKey()});
        int heard = 0;
        bool isOver = false;
        QObject::connect(&imitation, &peer::MemberPort::received, this,
            [&](peer::ChannelId, const peer::Frame &) { ++heard; });
        QObject::connect(&imitation, &peer::MemberPort::closed, this,
            [&](peer::ChannelId, const Error &) { isOver = true; });
        const auto at = imitation.listen(QHostAddress::LocalHost, 0);
        QVERIFY(at);
        service.port = *at;
        laptop_->at = 0;
        laptop_->comeBack();
        laptop_->engine->members().serviceSeen(service);
        QTRY_VERIFY(isOver);
        QCOMPARE(heard, 0);
        QCOMPARE(laptop_->membersOnline(), 1U);
    }
};

QTEST_GUILESS_MAIN(SharedSecretsTest)
#include "shared_secrets_test.moc"
