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

    std::string removed(const Key &who, const Key &by, const ObjectId &parent, const ObjectId &last) const
    {
        const auto &repository = house_->repository;
        const auto member = documentAt(repository, repository.commit(parent)->tree, memberPath(who));
        return revoked(**member, memberId(by.publicKey()), last);
    }
    /// `by` removes `who` on top of a commit.
    ObjectId remove(const Key &who, const Key &by, const ObjectId &parent, const ObjectId &last = {})
    {
        return house_->commit(&by, {{memberPath(who), removed(who, by, parent, last)}}, parent);
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
        QCOMPARE(house_->verdict(device(house_->laptop, "tv", removal)), ErrorCode::signature_invalid);
    }

    void onlyAnOwnersMachineRemovesOthers()
    {
        const ObjectId removal = remove(house_->tablet, house_->laptop, start_);
        QCOMPARE(house_->verdict(removal), ErrorCode::not_permitted);
    }

    void whoRemovesSaysSoInItsOwnName()
    {
        const ObjectId removal = house_->commit(&house_->nas,
            {{memberPath(house_->tablet), removed(house_->tablet, house_->laptop, start_, {})}}, start_);
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

    void theNewestThatCountsIsOneThatIsKnown()
    {
        const ObjectId unknown = device(house_->laptop, "tv", start_);
        const ObjectId removal = remove(house_->laptop, house_->nas, start_, unknown);
        QCOMPARE(house_->verdict(removal), ErrorCode::not_permitted);
    }

    void whatTheRemovalDidNotKnowDoesNotCount()
    {
        const ObjectId known = device(house_->laptop, "tv", start_);
        const ObjectId removal = remove(house_->laptop, house_->nas, known, known);
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
        const ObjectId removal = remove(house_->laptop, house_->nas, merged(known, aside), known);
        QCOMPARE(house_->verdict(removal), SignedHouse::counts);
        const auto counted = house_->count(removal, known);
        QVERIFY(counted);
        QCOMPARE(counted->heads, Heads{removal});
        QVERIFY(counted->isWhole);
    }

    /// The nas had taken the laptop's change in before it heard that the laptop was removed.
    void whatLiesOnItIsLeftOutHereToo()
    {
        house_->commit(&house_->nas, memberPath(house_->tablet), memberText(house_->tablet, Role::owner));
        const ObjectId start = house_->head;
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
        house_->commit(&house_->nas, memberPath(house_->tablet), memberText(house_->tablet, Role::owner));
        const ObjectId start = house_->head;
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

    void whereTwoRemoveEachOtherBothAreGone()
    {
        house_->commit(&house_->nas, memberPath(house_->tablet), memberText(house_->tablet, Role::owner));
        const ObjectId start = house_->head;
        const ObjectId one = remove(house_->tablet, house_->nas, start, start);
        const ObjectId other = remove(house_->nas, house_->tablet, start, start);
        const auto counted = house_->count(other, one);
        QVERIFY(counted);
        QCOMPARE(counted->heads, sorted({one, other}));
        const ObjectId both = merged(one, other);
        QCOMPARE(house_->verdict(both, one), SignedHouse::counts);
        QCOMPARE(house_->verdict(device(house_->nas, "tv", both)), ErrorCode::signature_invalid);
        QCOMPARE(house_->verdict(device(house_->tablet, "tv", both)), ErrorCode::signature_invalid);
    }

    /// It removes somebody, and slips in something else.
    void aChangeThatDoesMoreThanRemoveDoesNotCount()
    {
        house_->commit(&house_->nas, memberPath(house_->tablet), memberText(house_->tablet, Role::owner));
        const ObjectId start = house_->head;
        const ObjectId removal = remove(house_->tablet, house_->nas, start);
        const ObjectId more = house_->commit(&house_->tablet,
            {{memberPath(house_->laptop), removed(house_->laptop, house_->tablet, start, {})},
                {"house.toml", house_->house("Jones")}},
            start);
        const auto counted = house_->count(more, removal);
        QVERIFY(counted);
        QCOMPARE(counted->heads, Heads{removal});
    }
};

QTEST_GUILESS_MAIN(RevocationTest)
#include "revocation_test.moc"
