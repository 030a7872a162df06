// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/house_merge.h"

#include "change/loading.h"
#include "change/record.h"
#include "change/replication/merge_order.h"
#include "testing/run.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace freehold;
using namespace freehold::change;

namespace {

std::vector<Problem> acceptAll(const Delta &)
{
    return {};
}

/// No two devices may have the same name.
std::vector<Problem> namesAreDistinct(const Delta &delta)
{
    std::set<std::string> names;
    for (const auto &device : delta.after.ofKind("device")) {
        if (!names.insert(device->textAt("name")).second)
            return {{device->path(), "name", 1, ErrorCode::value_taken, {}}};
    }
    return {};
}

} // namespace

class HouseMergeTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::optional<Repository> repository_;
    crypto::SigningKey key_ = crypto::SigningKey::generate();
    ObjectId first_;

    ObjectId change(int time, const ObjectId &parent, const std::vector<Edit> &edits)
    {
        Record record;
        record.stamp = {Time(std::chrono::seconds(time)), 0};
        const auto made
            = repository_->writeCommit(parent.empty() ? std::vector<ObjectId>() : std::vector{parent},
                parent.empty() ? ObjectId() : repository_->commit(parent)->tree, edits, {"a", "b"},
                record.stamp.time, toMessage(record), &key_);
        if (!made)
            qFatal("no commit");
        return *made;
    }
    static Edit device(const std::string &id, const std::string &name, const std::string &kind = {})
    {
        return {"devices/" + id + ".toml",
            "name = \"" + name + "\"\n" + (kind.empty() ? "" : "kind = \"" + kind + "\"\n")};
    }
    HouseMerge merge(const std::vector<ObjectId> &heads, const Validate &validate = acceptAll) const
    {
        auto made = mergeHeads(*repository_, heads, validate);
        if (!made)
            qFatal("no merge: %s", std::string(name(made.error().code)).c_str());
        return std::move(*made);
    }
    Configuration configurationOf(const ObjectId &commit) const
    {
        return load(*repository_, repository_->commit(commit)->tree)->configuration;
    }
    Configuration merged(const std::vector<ObjectId> &heads, const Validate &validate = acceptAll)
    {
        return configurationOf(*writeMerge(*repository_, merge(heads, validate)));
    }
    std::string valueAt(
        const Configuration &configuration, const std::string &id, const std::string &key) const
    {
        const auto document = configuration.find("device", id);
        return document ? document->textAt(key) : "(none)";
    }

private Q_SLOTS:
    void initTestCase()
    {
        repository_.emplace(
            std::move(*Repository::create(folder_.filePath(QStringLiteral("c")).toStdString())));
        first_ = change(1, {}, {device("tv", "television"), device("lamp", "lamp")});
    }
    void cleanupTestCase() { repository_.reset(); }

    void changesOfDifferentDocumentsBothHold()
    {
        const auto one = change(2, first_, {device("tv", "TV")});
        const auto other = change(3, first_, {device("lamp", "light")});
        const auto both = merged({one, other});
        QCOMPARE(valueAt(both, "tv", "name"), "TV");
        QCOMPARE(valueAt(both, "lamp", "name"), "light");
        QVERIFY(merge({one, other}).leftOut.empty());
    }

    void changesOfDifferentKeysBothHold()
    {
        const auto one = change(2, first_, {device("tv", "TV")});
        const auto other = change(3, first_, {device("tv", "television", "television")});
        const auto both = merged({one, other});
        QCOMPARE(valueAt(both, "tv", "name"), "TV");
        QCOMPARE(valueAt(both, "tv", "kind"), "television");
    }

    void ofOneKeyTheLaterHoldsAndTheOtherIsNamed()
    {
        const auto late = change(9, first_, {device("tv", "late")});
        const auto early = change(2, first_, {device("tv", "early")});
        QCOMPARE(valueAt(merged({early, late}), "tv", "name"), "late");
        const auto made = merge({late, early});
        QCOMPARE(made.leftOut, (std::vector<LeftOut>{{early, "devices/tv.toml", "name"}}));
        QCOMPARE(leftOutIn(made.message()), made.leftOut);
    }

    void whoKnewOfTheOtherHasNotLeftItOut()
    {
        const auto early = change(2, first_, {device("tv", "early")});
        const auto late = change(9, early, {device("tv", "late")});
        const auto other = change(5, first_, {device("lamp", "light")});
        QVERIFY(merge({late, other}).leftOut.empty());
    }

    void whatWouldBeInvalidTogetherIsLeftOut()
    {
        const auto early = change(2, first_, {device("box", "screen")});
        const auto late = change(3, first_, {device("tv", "screen")});
        const auto both = merged({early, late}, namesAreDistinct);
        QCOMPARE(valueAt(both, "box", "name"), "screen");
        QCOMPARE(valueAt(both, "tv", "name"), "television");
        QCOMPARE(merge({early, late}, namesAreDistinct).leftOut, (std::vector<LeftOut>{{late, {}, {}}}));
    }

    void aDocumentThatOneDeletesAndAnotherChangesLaterIsThere()
    {
        const auto gone = change(2, first_, {{"devices/tv.toml", std::nullopt}});
        const auto changed = change(3, first_, {device("tv", "TV")});
        QCOMPARE(valueAt(merged({gone, changed}), "tv", "name"), "TV");
        QCOMPARE(merge({gone, changed}).leftOut, (std::vector<LeftOut>{{gone, "devices/tv.toml", {}}}));
    }

    void aDocumentThatIsDeletedLaterIsGone()
    {
        const auto changed = change(2, first_, {device("tv", "TV", "television")});
        const auto gone = change(3, first_, {{"devices/tv.toml", std::nullopt}});
        QCOMPARE(valueAt(merged({gone, changed}), "tv", "name"), "(none)");
        QCOMPARE(merge({gone, changed}).leftOut,
            (std::vector<LeftOut>{
                {changed, "devices/tv.toml", "kind"}, {changed, "devices/tv.toml", "name"}}));
    }

    /// One was merged as the earlier of two. It stays so when that merge is merged again.
    void anEarlierChangeStaysEarlier()
    {
        const auto late = change(9, first_, {device("tv", "late")});
        const auto early = change(2, first_, {device("tv", "early")});
        const auto both = *writeMerge(*repository_, merge({early, late}));
        const auto onBoth = change(20, both, {device("lamp", "light")});
        const auto onLate = change(21, late, {device("box", "box")});
        QCOMPARE(valueAt(merged({onBoth, onLate}), "tv", "name"), "late");
    }

    void aDocumentThatBothMakeSaysWhatBothSay()
    {
        const auto one = change(2, first_, {{"devices/box.toml", "kind = \"light\"\n"}});
        const auto other = change(3, first_, {device("box", "box")});
        const auto both = merged({one, other});
        QCOMPARE(valueAt(both, "box", "name"), "box");
        QCOMPARE(valueAt(both, "box", "kind"), "light");
    }

    void aCommentIsKept()
    {
        const auto comment
            = change(2, first_, {{"devices/tv.toml", "# in the hall\nname = \"television\"\n"}});
        const auto other = change(3, first_, {device("lamp", "light")});
        QVERIFY(merged({comment, other}).find("device", "tv")->text().starts_with("# in the hall"));
    }

    void whatThisVersionCantReadIsKept()
    {
        const auto newer = change(2, first_, {{"robots/r2.toml", "wheels = 3\n"}});
        const auto other = change(3, first_, {device("lamp", "light")});
        const auto made = *writeMerge(*repository_, merge({newer, other}));
        QVERIFY(!repository_->blobAt(repository_->commit(made)->tree, "robots/r2.toml")->empty());
    }

    void theHouseAtATimeHasAllThatWasEarlier()
    {
        const auto early = change(2, first_, {device("box", "box")});
        const auto middle = change(5, first_, {device("lamp", "light")});
        const auto late = change(9, middle, {device("tv", "TV")});
        const auto head = *writeMerge(*repository_, merge({early, late}));
        auto both = std::vector{early, middle};
        std::ranges::sort(both);
        QCOMPARE(*headsUpTo(*repository_, head, middle), both);
        QCOMPARE(*headsUpTo(*repository_, head, early), std::vector{early});
        QCOMPARE(headsUpTo(*repository_, early, late).error().code, ErrorCode::change_missing);
    }

    void historiesOfTwoHousesAreNotMerged()
    {
        const auto other = change(1, {}, {device("tv", "other")});
        QCOMPARE(mergeHeads(*repository_, {first_, other}, acceptAll).error().code,
            ErrorCode::house_identity_changed);
    }

    /// Members that change, and hear of each other in any order.
    void membersThatMeetAgreeAndTheLatestOfEachKeyHolds()
    {
        std::mt19937 random(freehold::testing::seed());
        const auto below = [&](std::size_t limit) {
            return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
        };
        const int rounds = freehold::testing::runsLong() ? 2'000 : 30;
        for (int round = 0; round < rounds; ++round) {
            const std::size_t members = 2 + below(4);
            std::vector<std::vector<ObjectId>> heads(members, {first_});
            const auto mainOf = [&](std::size_t member) {
                return heads[member].size() == 1 ? heads[member].front()
                                                 : *writeMerge(*repository_, merge(heads[member]));
            };
            const auto hear = [&](std::size_t of, std::size_t member) {
                auto all = heads[member];
                all.insert(all.end(), heads[of].begin(), heads[of].end());
                heads[member] = *newestOf(*repository_, std::move(all));
            };
            // The clocks of members differ; a change is later than what it builds on all the same.
            std::vector<int> clocks(members);
            for (int &clock : clocks)
                clock = 10 + static_cast<int>(below(50));
            using Key = std::pair<std::string, std::string>; // of a device, and in its document
            std::vector<std::tuple<Stamp, ObjectId, Key, std::string>> writes;
            for (int step = 0; step < 15; ++step) {
                const std::size_t member = below(members);
                if (below(3) == 0) {
                    const std::size_t other = below(members);
                    hear(other, member);
                    clocks[member] = std::max(clocks[member], clocks[other]);
                    continue;
                }
                const ObjectId main = mainOf(member);
                const auto now = configurationOf(main);
                const std::string id = below(2) == 0 ? "tv" : "lamp";
                const std::string key = below(2) == 0 ? "name" : "kind";
                const std::string value = key == "name" ? "n" + std::to_string(step)
                    : below(2) == 0                     ? "television"
                                                        : "light";
                const auto text = withValue(now.find("device", id)->text(), key, value);
                if (text == now.find("device", id)->text())
                    continue;
                const int time = ++clocks[member];
                const auto made = change(time, main, {{"devices/" + id + ".toml", text}});
                heads[member] = {made};
                writes.emplace_back(Stamp{Time(std::chrono::seconds(time)), 0}, made, Key(id, key), value);
            }
            for (std::size_t member = 1; member < members; ++member)
                hear(member, 0);
            for (std::size_t member = 1; member < members; ++member) {
                hear(0, member);
                QCOMPARE(mainOf(member), mainOf(0));
            }
            std::ranges::sort(writes);
            std::map<Key, std::string> latest;
            for (const auto &[stamp, made, key, value] : writes)
                latest[key] = value;
            const auto met = configurationOf(mainOf(0));
            for (const auto &[key, value] : latest)
                QCOMPARE(valueAt(met, key.first, key.second), value);
        }
    }
};

QTEST_GUILESS_MAIN(HouseMergeTest)
#include "house_merge_test.moc"
