// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/facts.h"
#include "store/schema.h"
#include "testing/manual_clock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using freehold::testing::ManualClock;

namespace {

struct Whereabouts {
    std::string who;
    std::string place;
    static constexpr std::string_view type = "whereabouts";
    static constexpr std::chrono::seconds lifetime{60};
    [[nodiscard]] std::string key() const { return who; }
    static constexpr auto fields()
    {
        return std::tuple{field("who", &Whereabouts::who), field("place", &Whereabouts::place)};
    }
};

} // namespace

class FactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        const auto path = std::filesystem::path(folder_->path().toStdString()) / "x.sqlite";
        database_.emplace(std::move(*store::Database::open(path, store::migrations)));
    }

    void aFactIsTheOwnersAlone()
    {
        facts::Facts facts(*database_, clock_);
        QVERIFY(facts.put("nas", Whereabouts{"nas", "attic"}));
        QCOMPARE(facts.put("laptop", Whereabouts{"nas", "cellar"}).error().code, ErrorCode::not_permitted);
        QCOMPARE(facts.all<Whereabouts>().front().place, std::string("attic"));
    }

    void aFactExpires()
    {
        facts::Facts facts(*database_, clock_);
        QVERIFY(facts.put("nas", Whereabouts{"nas", "attic"}));
        clock_.advance(std::chrono::seconds(61));
        QVERIFY(facts.all<Whereabouts>().empty());
    }

    void theSameAgainIsNotTold()
    {
        facts::Facts facts(*database_, clock_);
        int told = 0;
        connect(&facts, &facts::Facts::changed, &facts, [&] { ++told; });
        QVERIFY(facts.put("nas", Whereabouts{"nas", "attic"}));
        QVERIFY(facts.put("nas", Whereabouts{"nas", "attic"}));
        QVERIFY(facts.put("nas", Whereabouts{"nas", "cellar"}));
        QCOMPARE(told, 2);
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::optional<store::Database> database_;
    ManualClock clock_;
};

QTEST_GUILESS_MAIN(FactsTest)
#include "facts_test.moc"
