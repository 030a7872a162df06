// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuts.h"
#include "network/home.h"
#include "recorded_disk.h"
#include "scenarios/engine/machine.h"

#include <cstdio>
#include <map>

using namespace freehold::testing;

/// A real engine joins a house, takes in what others changed, merges it with its own and removes a member, on
/// a disk that is written down. At each moment that can be seen after a power cut it is started again from
/// what is left, beside the house as it has become.
class MembersPowerCutTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    /// Before the hosts, which see only what was mounted then, and hold it.
    std::unique_ptr<RecordedDisk> disk_;
    std::unique_ptr<Home> home_;
    std::unique_ptr<Machine> nas_;
    std::unique_ptr<Machine> tablet_;
    std::vector<Operation> operations_;
    std::map<std::size_t, std::string> known_; ///< what is wrong, by what is left and how much was reported

    [[nodiscard]] bool invited(const Machine &joining) const
    {
        const auto given = nas_->ask({"pair", "invite", "--role", "owner"});
        const auto begun = joining.ask({"pair", "join", given[u"invitation"].toString().toStdString()});
        return joining.say({"pair", "confirm", begun[u"request"].toString().toStdString()}).exitCode == 0;
    }
    [[nodiscard]] static bool hasPerson(const Machine &machine, const std::string &name)
    {
        return machine.say({"person", "list"}).output.contains(name);
    }
    /// Where it has forgotten where the others are, it is they who call, each minute.
    [[nodiscard]] bool isLikeNas(const Machine &machine) const
    {
        return comesTrue([&] { return machine.head() == nas_->head(); }, std::chrono::seconds(90));
    }
    /// Its engine has said so: no cut may lose it from here on.
    void reportHead(const Machine &spare) const
    {
        std::string head = spare.head();
        head.erase(head.find_last_not_of('\n') + 1);
        disk_->report(head);
    }
    void join(Machine &spare) const
    {
        QVERIFY2(spare.start(), spare.lastWords().c_str());
        QVERIFY(invited(spare));
        reportHead(spare);
    }
    void takeIn(Machine &spare) const
    {
        QCOMPARE(nas_->say({"person", "add", "Emma"}).exitCode, 0);
        QVERIFY(comesTrue([&] { return hasPerson(spare, "Emma"); }));
        reportHead(spare);
    }
    void merge(Machine &spare) const
    {
        spare.stop();
        QCOMPARE(nas_->say({"person", "add", "Ben"}).exitCode, 0);
        nas_->stop();
        QVERIFY(spare.start());
        QCOMPARE(spare.say({"person", "add", "Ana"}).exitCode, 0);
        reportHead(spare);
        QVERIFY(nas_->start());
        QVERIFY(comesTrue([&] { return hasPerson(spare, "Ben") && hasPerson(*nas_, "Ana"); }));
        QVERIFY(isLikeNas(spare));
        reportHead(spare);
    }
    void remove(Machine &spare) const
    {
        const Said forgotten = spare.say({"device", "forget", "tablet"});
        QVERIFY2(forgotten.exitCode == 0, forgotten.output.c_str());
        reportHead(spare);
        QVERIFY(isLikeNas(spare));
    }

    /// What is wrong with a machine that is started on this; empty where nothing is.
    [[nodiscard]] std::string restarted(const Tree &left, const std::vector<std::string> &reports)
    {
        std::string all = std::to_string(reports.size());
        for (const auto &[path, content] : left)
            all += path + '\0' + (content ? 'f' + *content : "d") + '\0';
        const auto [known, isNew] = known_.try_emplace(std::hash<std::string>()(all));
        if (isNew)
            known->second = startedOn(left, reports);
        return known->second;
    }
    [[nodiscard]] std::string startedOn(const Tree &left, const std::vector<std::string> &reports) const
    {
        const QTemporaryDir place;
        Machine spare(home_->host(1), place);
        std::filesystem::create_directory(spare.engine().data());
        materialise(left, spare.engine().data());
        for (const std::string &reported : reports) {
            if (spare.engine().git({"merge-base", "--is-ancestor", reported, "main"}).exitCode != 0)
                return "what was reported is gone: " + reported;
        }
        if (!spare.start())
            return "it doesn't start: " + spare.lastWords();
        const bool isMember = spare.ask({"status"})[u"house"].isObject();
        std::string wrong;
        if (!reports.empty() && !isMember)
            wrong = "it is no member any more";
        else if (!isMember && !invited(spare))
            wrong = "it can't join";
        else if (!isLikeNas(spare))
            wrong = "it doesn't catch up: " + spare.say({"status"}).output;
        else
            wrong = spare.soundness() + spare.unsignedChanges();
        spare.stop();
        return wrong;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const std::string disk = folder_.filePath(QStringLiteral("spare")).toStdString();
        std::filesystem::create_directory(disk);
        disk_ = RecordedDisk::mount(disk);
        QVERIFY2(disk_ != nullptr, "FUSE is needed: /dev/fuse, and the right to mount");
        auto home = Home::create({"nas", "spare", "tablet"});
        QVERIFY(home);
        home_ = std::move(*home);
        nas_ = std::make_unique<Machine>(home_->host(0), folder_);
        tablet_ = std::make_unique<Machine>(home_->host(2), folder_);
        QVERIFY(nas_->start() && tablet_->start());
        QCOMPARE(nas_->say({"house", "create", "Smith", "--timezone", "UTC"}).exitCode, 0);
        QVERIFY(comesTrue([&] { return nas_->say({"pair", "invite"}).exitCode == 0; }));
        QVERIFY(invited(*tablet_));

        Machine spare(home_->host(1), folder_);
        for (const auto &step : {&MembersPowerCutTest::join, &MembersPowerCutTest::takeIn,
                 &MembersPowerCutTest::merge, &MembersPowerCutTest::remove}) {
            (this->*step)(spare);
            if (QTest::currentTestFailed())
                return;
        }
        spare.stop();
        operations_ = withoutSharedMemory(disk_->operations());
        std::printf("%zu operations\n", operations_.size());
    }

    void aCutLeavesNothingHalfMade_data()
    {
        QTest::addColumn<int>("loss");
        QTest::newRow("all that was not synced is lost") << static_cast<int>(Loss::everything);
        QTest::newRow("content that was not synced is lost") << static_cast<int>(Loss::content);
    }
    void aCutLeavesNothingHalfMade()
    {
        QFETCH(int, loss);
        int count = 0;
        int bad = 0;
        Cuts(operations_, static_cast<Loss>(loss))
            .play(0, operations_.size(), operations_.size(),
                [&](std::size_t at, const Tree &left, const std::vector<std::string> &reports) {
                    ++count;
                    if (const std::string wrong = restarted(left, reports); !wrong.empty()) {
                        ++bad;
                        std::printf("  cut after %zu, %s: %s\n", at, describe(operations_, at).c_str(),
                            wrong.c_str());
                    }
                    return true;
                });
        std::printf("  %d different cuts\n", count);
        QCOMPARE(bad, 0);
        QVERIFY(count > 0);
    }
};

QTEST_GUILESS_MAIN(MembersPowerCutTest)
#include "members_power_cut_test.moc"
