// SPDX-License-Identifier: GPL-3.0-or-later
#include "member_home.h"

#include "change/admission.h"
#include "members/signed_fact.h"

#include <QSignalSpy>

using namespace freehold;
using namespace freehold::engine::testing;
using members::SignedFact;

namespace {

/// Something that a member states of itself.
struct Whereabouts {
    std::string who;
    std::string place;

    static constexpr std::string_view type = "whereabouts";
    static constexpr std::chrono::seconds lifetime = std::chrono::days(30);
    [[nodiscard]] std::string key() const { return who; }
    [[nodiscard]] bool isOf(const std::string &owner) const { return who == owner; }
    static constexpr auto fields()
    {
        return std::tuple{field("who", &Whereabouts::who), field("place", &Whereabouts::place)};
    }
};

std::string idOf(const Member &member)
{
    return change::memberId(member.engine->members().ownKey());
}

void state(const Member &member, const char *place)
{
    if (!member.engine->facts().put(idOf(member), Whereabouts{idOf(member), place}))
        qFatal("a fact could not be stated");
}

/// Where one machine believes another to be; empty where it knows nothing.
std::string placeOf(const Member &member, const Member &who)
{
    const auto known = member.engine->facts().all<Whereabouts>();
    const auto found = std::ranges::find(known, idOf(who), &Whereabouts::who);
    return found == known.end() ? std::string() : found->place;
}

} // namespace

/// What members state of themselves, and whom the others believe.
class SharedFactsTest : public QObject {
    Q_OBJECT

    QCA::Initializer cryptography_;
    std::unique_ptr<Member> nas_;
    std::unique_ptr<Member> laptop_;
    std::unique_ptr<Member> tablet_;

    std::unique_ptr<Member> joined(const char *name)
    {
        auto member = std::make_unique<Member>(name);
        if (!join(*member, *nas_, Role::guest))
            qFatal("%s has not joined", name);
        member->listen();
        return member;
    }
    [[nodiscard]] facts::StatedFact statedBy(const Member &owner, const char *place) const
    {
        const auto now
            = std::chrono::duration_cast<std::chrono::milliseconds>(nas_->clock.now().time_since_epoch());
        const auto value = json::write(Whereabouts{idOf(owner), place}).toObject();
        return {std::string(Whereabouts::type), idOf(owner), idOf(owner), now.count() + 1,
            nas_->clock.now() + Whereabouts::lifetime,
            QJsonDocument(value).toJson(QJsonDocument::Compact).toStdString(), {}};
    }

private Q_SLOTS:
    void init()
    {
        nas_ = std::make_unique<Member>("nas");
        QVERIFY(ask(*nas_, HouseCreate{"Smith", {}, "UTC"}));
        nas_->listen();
        laptop_ = joined("laptop");
        tablet_ = joined("tablet");
        QTRY_COMPARE(nas_->membersOnline(), 3U);
        QTRY_COMPARE(laptop_->membersOnline(), 3U);
    }
    void cleanup()
    {
        tablet_.reset();
        laptop_.reset();
        nas_.reset();
    }

    void whatAMemberStatesIsHeardByAllAndSoIsWhatItStatesNext()
    {
        state(*tablet_, "kitchen");
        QTRY_COMPARE(placeOf(*nas_, *tablet_), std::string("kitchen"));
        QTRY_COMPARE(placeOf(*laptop_, *tablet_), std::string("kitchen"));
        state(*tablet_, "garden");
        QTRY_COMPARE(placeOf(*nas_, *tablet_), std::string("garden"));
        QTRY_COMPARE(placeOf(*laptop_, *tablet_), std::string("garden"));
    }

    void whoWasNeverThereAtTheSameTimeHearsOfItFromOthers()
    {
        laptop_->leave();
        state(*tablet_, "kitchen");
        QTRY_COMPARE(placeOf(*nas_, *tablet_), std::string("kitchen"));
        const std::string id = idOf(*tablet_);
        tablet_->leave();
        laptop_->comeBack();
        const auto isHeard = [&] {
            const auto known = laptop_->engine->facts().all<Whereabouts>();
            return std::ranges::contains(known, id, &Whereabouts::who);
        };
        QTRY_VERIFY(isHeard());
    }

    void whoEntersLaterHearsWhatIsStillSo()
    {
        state(*tablet_, "kitchen");
        QTRY_COMPARE(placeOf(*nas_, *tablet_), std::string("kitchen"));
        const auto attic = joined("attic");
        QTRY_COMPARE(placeOf(*attic, *tablet_), std::string("kitchen"));
    }

    /// Also while that one is off, and could say nothing against it.
    void nobodyStatesInAnothersName()
    {
        state(*nas_, "attic");
        QTRY_COMPARE(placeOf(*laptop_, *nas_), std::string("attic"));
        const auto house = nas_->call(smith, HouseShow())->id;
        const SignedFact forged
            = members::sign(statedBy(*nas_, "elsewhere"), house, crypto::SigningKey::generate());
        nas_->leave();
        QTRY_COMPARE(laptop_->membersOnline(), 2U);
        QTRY_COMPARE(tablet_->membersOnline(), 2U);
        const QSignalSpy ended(&tablet_->port, &peer::MemberPort::closed);
        for (peer::ChannelId id = 1; id <= 10; ++id)
            tablet_->port.send(id, peer::toFrame(forged));
        QTRY_VERIFY(!ended.isEmpty());
        const auto known = laptop_->engine->facts().all<Whereabouts>();
        QVERIFY(std::ranges::contains(known, std::string("attic"), &Whereabouts::place));
        QVERIFY(!std::ranges::contains(known, std::string("elsewhere"), &Whereabouts::place));
    }

    void aFactThatIsNotItsOwnersToStateIsNotBelieved()
    {
        const std::string id = idOf(*tablet_);
        QVERIFY(tablet_->engine->facts().put(id, Whereabouts{idOf(*nas_), "elsewhere"}));
        state(*tablet_, "kitchen");
        QTRY_COMPARE(placeOf(*laptop_, *tablet_), std::string("kitchen"));
        QCOMPARE(placeOf(*laptop_, *nas_), std::string());
    }

    void whatARemovedMemberStatedIsPassedOnNoMore()
    {
        state(*tablet_, "kitchen");
        QTRY_COMPARE(placeOf(*nas_, *tablet_), std::string("kitchen"));
        QVERIFY(ask(*nas_, DeviceForget{"tablet"}));
        state(*nas_, "attic");
        const auto attic = joined("attic");
        QTRY_COMPARE(placeOf(*attic, *nas_), std::string("attic"));
        QCOMPARE(placeOf(*attic, *tablet_), std::string());
    }

    void whoseClockWentBackIsHeardAllTheSame()
    {
        state(*tablet_, "kitchen");
        QTRY_COMPARE(placeOf(*nas_, *tablet_), std::string("kitchen"));
        tablet_->leave();
        for (const char *part : {"", "-wal", "-shm"})
            std::filesystem::remove(tablet_->folder().database().string() + part);
        tablet_->clock.advance(-std::chrono::days(7));
        tablet_->comeBack();
        // With its facts it has lost where the others are.
        QVERIFY(ask(*nas_, DeviceList{}));
        QTRY_COMPARE_WITH_TIMEOUT(tablet_->membersOnline(), 3U, 30'000);
        state(*tablet_, "garden");
        QTRY_COMPARE(placeOf(*nas_, *tablet_), std::string("garden"));
    }

    void aSignatureHoldsForOneFactOfOneHouse()
    {
        const auto key = crypto::SigningKey::generate();
        const SignedFact fact = members::sign(statedBy(*nas_, "attic"), "house", key);
        QVERIFY(members::isSignedBy(fact, key.publicKey(), "house"));
        QVERIFY(!members::isSignedBy(fact, key.publicKey(), "other"));
        QVERIFY(!members::isSignedBy(fact, crypto::SigningKey::generate().publicKey(), "house"));
        SignedFact altered = fact;
        altered.version += 1;
        QVERIFY(!members::isSignedBy(altered, key.publicKey(), "house"));
        altered = fact;
        altered.expires += std::chrono::hours(1);
        QVERIFY(!members::isSignedBy(altered, key.publicKey(), "house"));
        altered = fact;
        altered.value = "{}";
        QVERIFY(!members::isSignedBy(altered, key.publicKey(), "house"));
    }
};

QTEST_GUILESS_MAIN(SharedFactsTest)
#include "shared_facts_test.moc"
