// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/text_cases.h"
#include "change/revert.h"
#include "house_fixture.h"

#include <QTest>

#include <algorithm>
#include <sstream>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::change::testing;
using freehold::testing::Lines;

namespace {

/// Carries out a case's steps on a house of its own and keeps what is to be said. A step is one of
///
///     @ write NAME PATH      the document's text follows; NAME is what the change is called below
///     @ try NAME PATH        the same, as a trial
///     @ delete NAME PATH
///     @ undo NAME OF         also redo; restore to just after OF; roll-back of a trial
class Course {
public:
    Lines run(const Lines &given)
    {
        for (auto line = given.begin(); line != given.end(); ++line) {
            std::istringstream words(line->starts_with("@ ") ? line->substr(2) : "");
            std::string verb;
            std::string called;
            std::string about;
            words >> verb >> called >> about;
            std::string text;
            for (auto next = line + 1; next != given.end() && !next->starts_with("@ "); ++next)
                text += *next + '\n';
            if (!verb.empty())
                note(called, take(verb, about, text));
        }
        const Lines now = states();
        house_.restart();
        tell(now);
        if (states() != now)
            tell({"not so after a restart"});
        tell(texts());
        return std::move(said_);
    }

private:
    Result<ObjectId> take(const std::string &verb, const std::string &about, const std::string &text)
    {
        const auto idOf = [](const contract::Change &change) { return change.id; };
        if (verb == "write")
            return house_.write(about, text).transform(idOf);
        if (verb == "delete")
            return house_.write(about, std::nullopt).transform(idOf);
        if (verb == "try") {
            Draft draft = house_.draft(about, text);
            draft.trial = std::chrono::hours(1);
            return house_.pipeline->submit(draft).transform(idOf);
        }
        const ObjectId id = ids_.at(about);
        if (verb == "roll-back")
            return house_.pipeline->rollBack(id, std::nullopt);
        house_.clock.advance(std::chrono::seconds(1));
        using contract::Cause;
        const Cause cause = contract::fromName<Cause>(verb).value_or(Cause::person);
        Reversal plan = TRY(cause == Cause::undo ? planUndo(*house_.pipeline, id)
                : cause == Cause::redo           ? planRedo(*house_.pipeline, id)
                                                 : planRestore(*house_.pipeline, id));
        for (const ObjectId &gone : plan.goes)
            said_.push_back("  takes " + nameOf(gone) + " back");
        for (const std::string &path : plan.stays)
            said_.push_back("  leaves " + path);
        return house_.pipeline->submit(draftOf(std::move(plan), cause, house_.owner)).transform(idOf);
    }
    void note(const std::string &called, const Result<ObjectId> &change)
    {
        if (change) {
            ids_[called] = *change;
            order_.push_back(called);
            return;
        }
        std::string line = called + " is refused: " + std::string(name(change.error().code));
        for (const auto &[key, value] : change.error().arguments)
            line += ' ' + key + '=' + nameOf(value);
        for (const Problem &problem : change.error().problems)
            line += ' ' + problem.document + ' ' + problem.key + ' ' + std::string(name(problem.code));
        said_.push_back(std::move(line));
    }
    [[nodiscard]] std::string nameOf(const std::string &id) const
    {
        const auto found = std::ranges::find(ids_, id, [](const auto &entry) { return entry.second; });
        return found == ids_.end() ? id : found->first;
    }
    Lines states()
    {
        Lines lines;
        for (const std::string &called : order_) {
            const ObjectId &id = ids_.at(called);
            const auto known = house_.pipeline->history().contains(id);
            const auto change = house_.pipeline->describe(id);
            if (!known || !*known || !change)
                qFatal("a change of a case is not in the history");
            std::string line = called + ": " + std::string(contract::nameOf(change->state));
            for (const auto &by : {change->undone_by, change->rolled_back_by}) {
                if (by)
                    line += " by " + nameOf(*by);
            }
            lines.push_back(std::move(line));
        }
        return lines;
    }
    [[nodiscard]] Lines texts() const
    {
        Lines lines;
        for (const DocumentPointer &document : house_.pipeline->configuration().documents()) {
            if (document->path() == "house.toml")
                continue;
            lines.push_back(document->path());
            std::istringstream text(document->text());
            for (std::string line; std::getline(text, line);)
                lines.push_back("| " + line);
        }
        return lines;
    }
    void tell(const Lines &lines) { std::ranges::copy(lines, std::back_inserter(said_)); }

    HouseFixture house_;
    std::map<std::string, ObjectId> ids_;
    Lines order_;
    Lines said_;
};

} // namespace

class UndoCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenBackIsAsItWasAndSaysSo_data()
    {
        freehold::testing::addCases("undo", [](const Lines &given) { return Course().run(given); });
    }
    void whatIsTakenBackIsAsItWasAndSaysSo()
    {
        QFETCH(QStringList, said);
        QFETCH(QStringList, expected);
        QCOMPARE(said, expected);
    }
};

QTEST_GUILESS_MAIN(UndoCasesTest)
#include "undo_cases_test.moc"
