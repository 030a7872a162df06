// SPDX-License-Identifier: GPL-3.0-or-later
#include "signed_house.h"

#include "change/loading.h"
#include "change/revocation.h"

#include <QTest>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;
using contract::Role;

/// What of histories counts once members were removed.
class RevocationTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SignedHouse> house_;
    ObjectId start_;

    std::string removed(const Key &who, const Key &by, const ObjectId &parent) const
    {
        const auto &repository = house_->repository;
        const auto member = documentAt(repository, repository.commit(parent)->tree, memberPath(who));
        return revoked(**member, memberId(by.publicKey()), parent);
    }
    /// `by` removes `who` on top of a commit.
    ObjectId remove(const Key &who, const Key &by, const ObjectId &parent)
    {
        return house_->commit(&by, {{memberPath(who), removed(who, by, parent)}}, parent);
    }
    /// The tablet is an owner's machine, too, and has been in the house for a shorter time than the nas.
    ObjectId tabletIsAnOwners()
    {
        return house_->commit(&house_->nas, memberPath(house_->tablet),
            memberText(house_->tablet, Role::owner, {}, "2026-11-23T16:50:00Z"));
    }
    ObjectId device(const Key &by, const std::string &id, const ObjectId &parent)
    {
        return house_->commit(&by, {{"devices/" + id + ".toml", "name = \"" + id + "\"\n"}}, parent);
    }
    ObjectId merged(const ObjectId &one, const ObjectId &other)
    {
        return *writeMerge(house_->repository, *mergeHeads(house_->repository, {one, other}, accept));
    }
    using Heads = std::vector<ObjectId>;
    static Heads sorted(Heads heads)
    {
        std::ranges::sort(heads);
        return heads;
    }

private Q_SLOTS:
    void init()
    {
        house_ = std::make_unique<SignedHouse>();
        start_ = house_->head;
    }
    void cleanup() { house_.reset(); }

    void whoWasRemovedChangesNothingAnyMore()
    {
        const ObjectId removal = remove(house_->laptop, house_->nas, start_);
        QCOMPARE(house_->verdict(removal), SignedHouse::counts);
        const auto counted = house_->count(device(house_->laptop, "tv", removal), removal);
        QVERIFY(counted);
        QCOMPARE(counted->heads, Heads{removal});
    }

    void onlyAnOwnersMachineRemovesOthers()
    {
        const ObjectId removal = remove(house_->tablet, house_->laptop, start_);
        QCOMPARE(house_->verdict(removal), ErrorCode::not_permitted);
    }

    void whoRemovesSaysSoInItsOwnName()
    {
        const ObjectId removal = house_->commit(&house_->nas,
            {{memberPath(house_->tablet), removed(house_->tablet, house_->laptop, start_)}}, start_);
        QCOMPARE(house_->verdict(removal), ErrorCode::not_permitted);
    }

    void whoWasRemovedStaysRemoved()
    {
        const auto text = house_->repository.blob(
            *house_->repository.blobAt(house_->repository.commit(start_)->tree, memberPath(house_->laptop)));
        const ObjectId removal = remove(house_->laptop, house_->nas, start_);
        const ObjectId back = house_->commit(&house_->nas, {{memberPath(house_->laptop), *text}}, removal);
        QCOMPARE(house_->verdict(back), ErrorCode::forward_only);
    }

    /// Else it could say that what others made since was not known to it.
    void aRemovalKnowsWhatItBuildsOn()
    {
        const ObjectId newer = device(house_->nas, "tv", start_);
        const ObjectId removal = house_->commit(&house_->nas,
            {{memberPath(house_->laptop), removed(house_->laptop, house_->nas, start_)}}, newer);
        QCOMPARE(house_->verdict(removal), ErrorCode::not_permitted);
    }

    void nobodyComesIntoTheHouseRemoved()
    {
        const Key phone = Key::generate();
        const ObjectId born = house_->commit(&house_->nas,
            {{memberPath(phone),
                memberText(phone, Role::member) + "[revoked]\n" + memberId(house_->nas.publicKey()) + " = \""
                    + start_ + "\"\n"}},
            start_);
        QCOMPARE(house_->verdict(born), ErrorCode::not_permitted);
    }

    void whatTheRemovalDidNotKnowDoesNotCount()
    {
        const ObjectId known = device(house_->laptop, "tv", start_);
        const ObjectId removal = remove(house_->laptop, house_->nas, known);
        const ObjectId late = device(house_->laptop, "lamp", known);
        const auto counted = house_->count(late, removal);
        QVERIFY(counted);
        QCOMPARE(counted->heads, Heads{removal});
        QVERIFY(!counted->isWhole);
        QVERIFY(counted->excluded.empty());
    }

    void whatTheRemovalKnewCounts()
    {
        const ObjectId known = device(house_->laptop, "tv", start_);
        const ObjectId aside = device(house_->nas, "lamp", start_);
        const ObjectId removal = remove(house_->laptop, house_->nas, merged(known, aside));
        QCOMPARE(house_->verdict(removal), SignedHouse::counts);
        const auto counted = house_->count(removal, known);
        QVERIFY(counted);
        QCOMPARE(counted->heads, Heads{removal});
        QVERIFY(counted->isWhole);
    }

    /// The nas had taken the laptop's change in before it heard that the laptop was removed.
    void whatLiesOnItIsLeftOutHereToo()
    {
        const ObjectId start = tabletIsAnOwners();
        const ObjectId late = device(house_->laptop, "lamp", start);
        const ObjectId onIt = device(house_->nas, "radio", late);
        const ObjectId removal = remove(house_->laptop, house_->tablet, start);
        const auto counted = house_->count(removal, onIt);
        QVERIFY(counted);
        QCOMPARE(counted->heads, Heads{removal});
        QCOMPARE(counted->excluded, (std::set{late, onIt}));
        // Whoever hears of the nas's history from the other side sees the same.
        const auto other = house_->count(onIt, removal);
        QVERIFY(other);
        QCOMPARE(other->heads, counted->heads);
        QVERIFY(!other->isWhole);
    }

    void ofAMergeWhatIsGoodStays()
    {
        const ObjectId start = tabletIsAnOwners();
        const ObjectId good = device(house_->nas, "tv", start);
        const ObjectId late = device(house_->laptop, "lamp", start);
        const ObjectId both = merged(good, late);
        const ObjectId onIt = device(house_->nas, "radio", both);
        const ObjectId removal = remove(house_->laptop, house_->tablet, start);
        const auto counted = house_->count(removal, onIt);
        QVERIFY(counted);
        QCOMPARE(counted->heads, sorted({good, removal}));
        QCOMPARE(counted->excluded, (std::set{late, both, onIt}));
    }

    void whereTwoRemoveEachOtherWhoWasThereForLongerStays()
    {
        const ObjectId start = tabletIsAnOwners();
        const ObjectId before = device(house_->tablet, "tv", start);
        const ObjectId tablets = remove(house_->nas, house_->tablet, before);
        const ObjectId own = device(house_->nas, "lamp", start);
        const ObjectId nas = remove(house_->tablet, house_->nas, own);
        // In whatever order they are heard of.
        const auto one = house_->count(tablets, nas);
        const auto other = house_->count(nas, tablets);
        QVERIFY(one && other);
        QCOMPARE(one->heads, Heads{nas});
        QCOMPARE(other->heads, Heads{nas});
        QCOMPARE(other->excluded, (std::set{before, tablets}));
    }

    /// With its key, somebody says on an old state of the house that all others are removed.
    void whoWasRemovedRemovesNobodyFromAnOldState()
    {
        const ObjectId start = tabletIsAnOwners();
        const ObjectId later = device(house_->nas, "lamp", start);
        const ObjectId removal = remove(house_->tablet, house_->nas, later);
        const ObjectId late = remove(house_->nas, house_->tablet, start);
        const auto counted = house_->count(late, removal);
        QVERIFY(counted);
        QCOMPARE(counted->heads, Heads{removal});
        QVERIFY(counted->excluded.empty());
    }

    /// The nas's removal of the laptop lies on a change of the tablet's that does not count.
    void aRemovalIsHeardThoughItLiesOnWhatDoesNotCount()
    {
        const ObjectId start = tabletIsAnOwners();
        const ObjectId late = device(house_->tablet, "tv", start);
        const ObjectId nas = remove(house_->laptop, house_->nas, late);
        const ObjectId laptops = device(house_->laptop, "radio", start);
        const Key phone = Key::generate();
        const ObjectId withPhone
            = house_->commit(&house_->nas, {{memberPath(phone), memberText(phone, Role::owner)}}, start);
        const ObjectId removal = remove(house_->tablet, phone, withPhone);
        const auto counted = house_->count(nas, merged(removal, laptops));
        QVERIFY(counted);
        QCOMPARE(counted->heads, Heads{removal});
    }

    /// It removes somebody, and slips in something else.
    void aChangeThatDoesMoreThanRemoveDoesNotCount()
    {
        const ObjectId start = tabletIsAnOwners();
        const ObjectId removal = remove(house_->tablet, house_->nas, start);
        const ObjectId more = house_->commit(&house_->tablet,
            {{memberPath(house_->laptop), removed(house_->laptop, house_->tablet, start)},
                {"house.toml", house_->house("Jones")}},
            start);
        const auto counted = house_->count(more, removal);
        QVERIFY(counted);
        QCOMPARE(counted->heads, Heads{removal});
    }
};

QTEST_GUILESS_MAIN(RevocationTest)
#include "revocation_test.moc"
