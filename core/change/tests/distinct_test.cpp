// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/distinct.h"
#include "testing/run.h"

#include <QTest>

#include <random>

using namespace freehold;
using namespace freehold::change;

namespace {

Edit device(const std::string &id, const std::string &name)
{
    return {"devices/" + id + ".toml", "name = \"" + name + "\"\n"};
}

std::vector<std::string> takenIn(Distinct &distinct, const Delta &delta)
{
    std::vector<std::string> found;
    for (const Problem &problem : distinct.check(delta))
        found.push_back(problem.document + " says as " + problem.arguments.at("by"));
    return found;
}

} // namespace

class DistinctTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTextIsTakenUntilItsDocumentGivesItUp()
    {
        Distinct names("device", "name");
        const auto first = *withEdits({}, std::vector{device("a", "Lamp"), device("b", "Printer")});
        QVERIFY(names.check(first).empty());
        const std::vector<std::string> taken{"devices/c.toml says as devices/a.toml"};
        const auto third = *withEdits(first.after, std::vector{device("c", "Lamp")});
        QVERIFY(takenIn(names, third) == taken);

        const auto handedOver
            = *withEdits(first.after, std::vector{device("a", "Old lamp"), device("c", "Lamp")});
        QVERIFY(names.check(handedOver).empty());
        const auto gone = *withEdits(first.after, std::vector{Edit{"devices/a.toml", std::nullopt}});
        QVERIFY(names.check(*withEdits(gone.after, std::vector{device("c", "Lamp")})).empty());
        // Of the configuration before again, as after a change that was refused.
        QVERIFY(takenIn(names, third) == taken);
    }

    void twoOfOneChangeCanNotSayTheSame()
    {
        Distinct names("device", "name");
        const auto both = *withEdits({}, std::vector{device("a", "Lamp"), device("b", "Lamp")});
        QCOMPARE(names.check(both).size(), std::size_t{2});
    }

    void whatItRemembersChangesNothing()
    {
        std::mt19937 random(testing::seed());
        const auto upTo = [&](unsigned most) { return std::to_string(random() % (most + 1)); };
        Distinct names("device", "name");
        Configuration configuration;
        for (int step = 0; step < 500; ++step) {
            std::vector<Edit> edits{device(upTo(20), upTo(30)), device(upTo(20), upTo(30))};
            const std::string goes = "devices/" + upTo(20) + ".toml";
            if (configuration.find(goes) != nullptr && edits.front().path != goes
                && edits.back().path != goes)
                edits.push_back({goes, std::nullopt});
            if (edits[0].path == edits[1].path)
                edits.erase(edits.begin());
            const auto delta = *withEdits(configuration, edits);
            Distinct fresh("device", "name");
            QVERIFY(takenIn(names, delta) == takenIn(fresh, delta));
            if (names.check(delta).empty() || random() % 4 == 0)
                configuration = delta.after;
        }
    }
};

QTEST_GUILESS_MAIN(DistinctTest)
#include "distinct_test.moc"
