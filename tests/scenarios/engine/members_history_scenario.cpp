// SPDX-License-Identifier: GPL-3.0-or-later
// Random histories of three real engines in one home. tests/simulation has thousands in one process; here are
// the sockets, timers, threads and processes that are not there.
#include "machine.h"
#include "network/home.h"
#include "network/verify.h"
#include "simulation/chance.h"
#include "testing/run.h"

#include <format>
#include <map>
#include <set>

using namespace freehold;
using namespace freehold::testing;

namespace {

/// What people do, and what happens to machines and cables, from one seed. What goes wrong is told as text;
/// empty means that nothing does.
class History {
public:
    explicit History(std::uint32_t seed)
        : chance_(seed)
    {
    }

    std::string begin()
    {
        auto home = Home::create({"nas", "laptop", "tablet"});
        if (!home)
            return reason(home);
        home_ = std::move(*home);
        for (std::size_t index = 0; index < hosts; ++index) {
            machines_.push_back({std::make_unique<Machine>(home_->host(index), folder_), index});
            if (!machines_.back().machine->start())
                return "no engine";
        }
        const Machine &first = *machines_.front().machine;
        if (first.say({"house", "create", "Smith", "--timezone", "UTC"}).exitCode != 0)
            return "no house";
        for (std::size_t index = 1; index < hosts; ++index) {
            const std::string wrong = join(*machines_.at(index).machine, first, home_->address(0), "owner");
            if (!wrong.empty())
                return wrong;
        }
        return comesTrue([this] { return isOne(); }) ? std::string() : "they don't meet at first";
    }

    std::string goOn()
    {
        Member &member = chance_.oneOf(running());
        switch (chance_.below(12)) {
        case 0:
        case 1:
        case 2:
            return change(member, {"person", "add", newName("Person")});
        case 3:
            return change(member, {"house", "rename", newName("House")});
        case 4:
            return renameSomebody(member);
        case 5:
            return undo(member);
        case 6:
        case 7:
            return renameAtOnce();
        case 8:
            return turnOff(member);
        case 9:
            return turnOn();
        default:
            return setConnected(machines_.at(chance_.below(hosts)));
        }
    }

    /// All are on and connected, until they hold the same.
    std::string end()
    {
        for (Member &member : machines_) {
            if (!member.isOn && !start(member))
                return member.machine->name() + " does not start again";
            if (!member.isConnected)
                static_cast<void>(setConnected(member));
        }
        return comesTrue([this] { return isOne(); }) ? std::string() : "they don't meet in the end\n";
    }

    /// What is not as it has to be then, one a line.
    [[nodiscard]] std::string judge() const
    {
        std::string wrong;
        for (const Member &member : machines_) {
            const Machine &machine = *member.machine;
            std::map<std::string, std::string> states;
            for (const auto change : machine.ask({"change", "list", "--limit", "1000"}).array())
                states.emplace(
                    change[u"id"].toString().toStdString(), change[u"state"].toString().toStdString());
            for (const std::string &id : kept_) {
                if (!states.contains(id))
                    wrong += std::format("{} does not show {}\n", machine.name(), id);
                if (machine.engine().git({"merge-base", "--is-ancestor", id, "main"}).exitCode != 0)
                    wrong += std::format("{} is not in the history at {}\n", id, machine.name());
            }
            for (const auto &[id, state] : states) {
                if (!std::set<std::string>{"kept", "undone", "choice"}.contains(state))
                    wrong += std::format("{} shows {} as {}\n", machine.name(), id, state);
            }
            wrong += machine.soundness() + machine.unsignedChanges();
        }
        return wrong;
    }

    /// All that was done, and what the engines said, for a failing test's message.
    [[nodiscard]] std::string story() const
    {
        std::string text = story_;
        for (const Member &member : machines_)
            text += member.machine->name() + ": " + member.machine->lastWords() + '\n';
        return text;
    }

private:
    static constexpr std::size_t hosts = 3;
    struct Member {
        std::unique_ptr<Machine> machine;
        std::size_t index = 0;
        bool isOn = true;
        bool isConnected = true;
    };

    [[nodiscard]] std::vector<std::reference_wrapper<Member>> running()
    {
        std::vector<std::reference_wrapper<Member>> found;
        for (Member &member : machines_) {
            if (member.isOn)
                found.push_back(member);
        }
        return found;
    }
    std::string newName(const std::string &what) { return std::format("{} {}", what, ++names_); }
    void tell(const Member &member, const std::string &what)
    {
        story_ += std::format("{}: {}\n", member.machine->name(), what);
    }
    /// Whether all see all, and hold the same.
    [[nodiscard]] bool isOne() const
    {
        const std::string head = machines_.front().machine->head();
        return std::ranges::all_of(machines_, [&](const Member &member) {
            return member.machine->head() == head
                && member.machine->membersOnline() == static_cast<int>(hosts);
        });
    }

    /// A change that nothing stands in the way of.
    std::string change(Member &member, const Command &words)
    {
        return submit(member, words) ? std::string() : words.back() + " was not kept";
    }
    /// Whether it was reported kept.
    bool submit(Member &member, Command words)
    {
        words.emplace_back("--json");
        return note(member, words, member.machine->say(words));
    }
    bool note(const Member &member, const Command &words, const Said &said)
    {
        std::string text;
        for (const std::string &word : words)
            text += word + ' ';
        tell(member, text + (said.exitCode == 0 ? "" : said.output));
        const auto change = QJsonDocument::fromJson(QByteArray::fromStdString(said.output));
        const std::string id = change[u"id"].toString().toStdString();
        if (said.exitCode != 0 || id.empty())
            return false;
        kept_.push_back(id);
        return true;
    }

    std::string renameSomebody(Member &member)
    {
        const QJsonArray people = member.machine->ask({"person", "list"}).array();
        if (people.isEmpty())
            return {};
        const auto person
            = people[static_cast<qsizetype>(chance_.below(static_cast<std::size_t>(people.size())))];
        // Another machine may have taken that person back meanwhile.
        static_cast<void>(
            submit(member, {"person", "rename", person[u"id"].toString().toStdString(), newName("Person")}));
        return {};
    }
    std::string undo(Member &member)
    {
        // Where it is there, and nothing stands in the way.
        if (!kept_.empty())
            static_cast<void>(submit(member, {"change", "undo", chance_.oneOf(kept_)}));
        return {};
    }
    /// All that are on give the house another name at once.
    std::string renameAtOnce()
    {
        struct Begun {
            Member &member;
            Command words;
            Result<std::unique_ptr<Program>> program;
        };
        std::vector<Begun> all;
        for (Member &member : running()) {
            Command words{"house", "rename", newName("House"), "--json"};
            all.push_back({member, words, member.machine->engine().startCtl(words)});
        }
        std::string wrong;
        for (const Begun &begun : all) {
            Said said;
            if (begun.program) {
                said.exitCode = (*begun.program)->waitForEnd();
                for (const std::string &line : (*begun.program)->lines())
                    said.output += line;
            }
            if (!note(begun.member, begun.words, said))
                wrong += begun.words.at(2) + " was not kept\n";
        }
        return wrong;
    }

    std::string turnOff(Member &member)
    {
        if (running().size() == 1)
            return {};
        const bool dies = chance_.oneIn(2);
        tell(member, dies ? "killed" : "stopped");
        if (dies)
            member.machine->kill();
        else
            member.machine->stop();
        member.isOn = false;
        return {};
    }
    std::string turnOn()
    {
        for (Member &member : machines_) {
            if (!member.isOn)
                return start(member) ? std::string() : member.machine->name() + " does not start again";
        }
        return {};
    }
    bool start(Member &member)
    {
        tell(member, "started");
        member.isOn = member.machine->start();
        return member.isOn;
    }
    std::string setConnected(Member &member)
    {
        member.isConnected = !member.isConnected;
        tell(member, member.isConnected ? "connected" : "cut off");
        return reason(home_->setConnected(member.index, member.isConnected));
    }

    simulation::Chance chance_;
    QTemporaryDir folder_;
    std::unique_ptr<Home> home_;
    std::vector<Member> machines_;
    std::vector<std::string> kept_; ///< ids of what was reported kept
    std::string story_;
    int names_ = 0;
};

} // namespace

class MembersHistoryScenario : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whateverHappensAllHoldAllOfItInTheEnd_data()
    {
        QTest::addColumn<std::uint32_t>("seed");
        const std::uint32_t first = seed();
        const int count = qEnvironmentVariableIsSet("FREEHOLD_SEED") ? 1 : 5;
        for (int at = 0; at < count; ++at) {
            const std::uint32_t one = first + static_cast<std::uint32_t>(at);
            QTest::addRow("FREEHOLD_SEED=%u", one) << one;
        }
    }
    void whateverHappensAllHoldAllOfItInTheEnd()
    {
        QFETCH(const std::uint32_t, seed);
        constexpr int steps = 24;
        History history(seed);
        std::string wrong = history.begin();
        for (int step = 0; step < steps && wrong.empty(); ++step)
            wrong = history.goOn();
        if (wrong.empty())
            wrong = history.end();
        if (wrong.empty())
            wrong = history.judge();
        QVERIFY2(wrong.empty(), (wrong + history.story()).c_str());
    }
};

QTEST_GUILESS_MAIN(MembersHistoryScenario)
#include "members_history_scenario.moc"
