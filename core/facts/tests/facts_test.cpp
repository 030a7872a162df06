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

    void twoOwnersStateTheSameSideBySide()
    {
        facts::Facts facts(*database_, clock_);
        QVERIFY(facts.put("nas", Whereabouts{"nas", "attic"}));
        QVERIFY(facts.put("laptop", Whereabouts{"nas", "cellar"}));
        QVERIFY(facts.put("nas", Whereabouts{"nas", "garden"}));
        const auto all = facts.all<Whereabouts>();
        QCOMPARE(all.size(), 2U);
        QCOMPARE(all.front().place, std::string("cellar"));
        QCOMPARE(all.back().place, std::string("garden"));
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

    void theSameAgainLivesOn()
    {
        facts::Facts facts(*database_, clock_);
        QVERIFY(facts.put("nas", Whereabouts{"nas", "attic"}));
        clock_.advance(std::chrono::seconds(40));
        QVERIFY(facts.put("nas", Whereabouts{"nas", "attic"}));
        clock_.advance(std::chrono::seconds(40));
        QCOMPARE(facts.all<Whereabouts>().size(), 1U);
    }

    void aNewerStatementIsTakenAndAnOlderIsNot()
    {
        facts::Facts facts(*database_, clock_);
        const auto by = [&](std::int64_t version, const char *value) {
            return facts.take(
                {"whereabouts", "nas", "nas", version, clock_.now() + std::chrono::seconds(60), value, "s"});
        };
        QVERIFY(*by(7, R"({"who":"nas","place":"attic"})"));
        QVERIFY(!*by(7, R"({"who":"nas","place":"cellar"})"));
        QVERIFY(!*by(6, R"({"who":"nas","place":"cellar"})"));
        QCOMPARE(facts.all<Whereabouts>().front().place, std::string("attic"));
        QVERIFY(*by(8, R"({"who":"nas","place":"cellar"})"));
        QCOMPARE(facts.all<Whereabouts>().front().place, std::string("cellar"));
        QCOMPARE(facts.travelling().front().signature, std::string("s"));
    }

    void whoStatesTooMuchIsNotHeardOfTheRest()
    {
        facts::Facts facts(*database_, clock_);
        const auto by = [&](std::size_t number) {
            return facts.take({"whereabouts", std::to_string(number), "nas", 1,
                clock_.now() + std::chrono::seconds(60), "{}", "s"});
        };
        for (std::size_t number = 0; number < facts::mostFacts; ++number)
            QVERIFY(by(number));
        QCOMPARE(by(facts::mostFacts).error().code, ErrorCode::message_too_large);
        QVERIFY(by(0));
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::optional<store::Database> database_;
    ManualClock clock_;
};

QTEST_GUILESS_MAIN(FactsTest)
#include "facts_test.moc"
