// SPDX-License-Identifier: GPL-3.0-or-later
#include "signed_house.h"

#include "change/replication/outgoing.h"

#include <QTest>
#include <QtEndian>

#include <algorithm>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;

/// What a member says it has, and what another sends it for that.
class HavesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SignedHouse> house_;

    void change(int times)
    {
        for (int time = 0; time < times; ++time)
            house_->commit(
                &house_->nas, "house.toml", house_->house("Smith " + std::to_string(house_->time)));
    }
    [[nodiscard]] Haves said(OwnHaves &own) const { return own.of(house_->repository, house_->head).value(); }
    /// Of each pack that is sent, how many objects it holds (gitformat-pack(5)).
    [[nodiscard]] std::vector<quint32> sentFor(const Haves &haves) const
    {
        constexpr qsizetype count = 8;
        std::vector<quint32> objects;
        const auto packs = packsFor(house_->repository, house_->head, haves);
        for (const auto &pack : *packs)
            objects.push_back(qFromBigEndian<quint32>(pack->readAll().constData() + count));
        return objects;
    }

private Q_SLOTS:
    void init() { house_ = std::make_unique<SignedHouse>(); }

    void whoLacksOneChangeIsSentThatAlone()
    {
        OwnHaves own;
        const Haves before = said(own);
        change(1);
        constexpr quint32 commitTreeAndBlob = 3;
        QCOMPARE(sentFor(before), std::vector{commitTreeAndBlob});
        QVERIFY(sentFor(said(own)).empty());
    }

    void whoHasChangesThatAreUnknownHereIsSentNoMoreThanSinceTheyParted()
    {
        OwnHaves own;
        Haves apart = said(own);
        apart.heads = {std::string(40, '1')};
        change(2);
        QCOMPARE(sentFor(apart), std::vector<quint32>{6});
    }

    void whoHasNothingIsSentThePacksAsTheyAre()
    {
        change(3);
        QVERIFY(sentFor({}).size() > 1);
    }

    void whatIsSaidLeadsBackToTheBeginningAndStaysShort()
    {
        OwnHaves own;
        change(400);
        const Haves first = said(own);
        QCOMPARE(first.heads, std::vector{house_->head});
        QCOMPARE(first.older.front(), house_->head);
        QVERIFY(first.older.size() < 64);
        change(5);
        const Haves next = said(own);
        QCOMPARE(next.older.front(), house_->head);
        // What is old is said as before.
        QCOMPARE(next.older.back(), first.older.back());
        change(300);
        const Haves later = said(own);
        QCOMPARE(later.older.front(), house_->head);
        QVERIFY(later.older.size() < 64);
        QVERIFY(!std::ranges::contains(later.older, first.older.front()));
    }
};

QTEST_GUILESS_MAIN(HavesTest)
#include "haves_test.moc"
