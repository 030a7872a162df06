// SPDX-License-Identifier: GPL-3.0-or-later
#include "restart.h"

#include "contract/calls.h"
#include "plain_git.h"
#include "support/file.h"
#include "support/log.h"
#include "whole_engine.h"

#include <QTemporaryDir>

#include <format>
#include <fstream>
#include <iterator>

namespace freehold::testing {

using namespace change;
using contract::ChangeState;

namespace {

struct Told {
    std::map<ObjectId, std::string> changes; ///< what was told last of each
    std::vector<ObjectId> byHand;
    std::vector<HandWritten> edited;
};

Told read(const std::vector<std::string> &reports)
{
    Told told;
    for (const std::string &report : reports) {
        const auto space = report.find(' ');
        const std::string word = report.substr(0, space);
        if (word == "gone")
            told = {};
        if (space == std::string::npos)
            continue;
        const std::string of = report.substr(space + 1);
        if (word == "by-hand")
            told.byHand.push_back(of);
        else if (word == "edited")
            told.edited.emplace_back(of);
        else
            told.changes[of] = word;
    }
    return told;
}

bool fits(const std::string &word, ChangeState state)
{
    if (word == "kept")
        return state == ChangeState::kept || state == ChangeState::converging || state == ChangeState::undone;
    if (word == "tried")
        return state == ChangeState::trial || state == ChangeState::rolled_back;
    return word != "rolled-back" || state == ChangeState::rolled_back;
}

Result<std::string> changesHold(WholeEngine &engine, const Told &told)
{
    contract::ChangeList all;
    all.limit = 1'000;
    std::map<ObjectId, ChangeState> states;
    for (const contract::Change &change : TRY(engine.call(all)))
        states.emplace(change.id, change.state);
    for (const auto &[id, word] : told.changes) {
        // Roll-backs are told with what they took back; that they are there is looked at in the folder.
        const auto found = states.find(id);
        if (found != states.end() && !fits(word, found->second))
            return std::format("{} {} is {}", word, id, nameOf(found->second));
    }
    return std::string();
}

/// What the house's own folder says, beside the engine.
Result<std::string> folderHolds(Repository &repository, const Told &told)
{
    const ObjectId main = TRY(repository.resolve(mainReference));
    if (main != TRY(repository.resolve(appliedReference)))
        return std::string("main is not applied");
    for (const ObjectId &id : told.changes | std::views::keys) {
        if (!TRY(repository.isAncestor(id, main)))
            return id + " is not in the history";
    }
    for (const ObjectId &id : told.byHand) {
        if (TRY(repository.resolve("refs/freehold/by-hand/" + id)) != id)
            return "by-hand " + id + " is not kept";
    }
    const Commit head = TRY(repository.commit(main));
    const auto last = told.changes.find(main);
    const bool mayHaveEnded = last != told.changes.end() && last->second != "tried";
    if (fromMessage(head.message).trial && !mayHaveEnded
        && TRY(repository.resolve("refs/freehold/trial/" + main)).empty())
        return std::string("the trial of the newest change is forgotten");
    for (const HandWritten &document : told.edited) {
        if (file::read(repository.folder() / document.path, maximumDocumentBytes) != document.text)
            return document.path + " is lost";
    }
    for (const HandEdit &edit : TRY(WorkTree(repository).edits(head.tree))) {
        // The engine takes an edit in when it has settled.
        if (!std::ranges::contains(told.edited, edit.path, &HandWritten::path))
            return edit.path + " is not what HEAD says";
    }
    return std::string();
}

/// git's programs take longest, so each state of the folder is shown to them once.
std::string gitHolds(const std::filesystem::path &workTree, const Tree &survivors)
{
    const auto index = survivors.find("config/.git/index");
    std::string all = index == survivors.end() ? std::string() : index->second.value_or("");
    std::map<std::string, std::string> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(workTree)) {
        // Our own index names the inodes of this very folder; it was made from the one that survived.
        if (!entry.is_regular_file() || entry.path().filename() == "index")
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        files[entry.path().lexically_relative(workTree)].assign(
            std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    for (const auto &[path, content] : files)
        all.append(path).append(1, '\0').append(content).append(1, '\0');
    static std::map<std::size_t, std::string> known;
    const auto [found, isNew] = known.try_emplace(std::hash<std::string>()(all));
    if (isNew)
        found->second = whatGitSays(workTree, {"fsck", "--strict", "--no-dangling", "--no-progress"});
    if (isNew && found->second.empty())
        found->second
            = whatGitSays(workTree, {"status", "--porcelain", "--", ".", ":!" + HandWritten("*").path});
    if (isNew && found->second.empty()) {
        const std::string said = whatGitSays(workTree, {"log", "--max-count=1", "--format=%G?"});
        found->second = said == "log: G\n" ? std::string() : "not signed: " + said;
    }
    return found->second;
}

Result<std::string> startOn(
    const std::filesystem::path &folder, const Tree &survivors, const std::vector<std::string> &reports)
{
    const Told reported = read(reports);
    const auto engine = TRY(WholeEngine::open(folder));
    if (!TRY(engine->call(contract::GetStatus())).house) {
        if (!reported.changes.empty())
            return std::string("there is no house");
        TRY(engine->call(contract::HouseCreate{"Smith", std::nullopt, "UTC"}));
    }
    if (std::string wrong = TRY(changesHold(*engine, reported)); !wrong.empty())
        return wrong;
    auto repository = TRY(Repository::open(folder / "config"));
    if (std::string wrong = TRY(folderHolds(repository, reported)); !wrong.empty())
        return wrong;
    if (std::string wrong = gitHolds(folder / "config", survivors); !wrong.empty())
        return wrong;
    contract::ConfigApply next;
    next.documents = {{"devices/next.toml", "name = \"next\"\n"}};
    if (const auto change = TRY(engine->call(next)); change.state != ChangeState::kept)
        return "the next change is " + std::string(nameOf(change.state));
    return std::string();
}

} // namespace

std::string restart(const Tree &survivors, const std::vector<std::string> &reports)
{
    log::setLevel(log::Level::error);
    // In memory where there is such a place: nothing is cut here any more.
    QTemporaryDir place(QStringLiteral("/dev/shm/freehold-restart-XXXXXX"));
    const std::filesystem::path folder = place.path().toStdString();
    materialise(survivors, folder);
    const auto wrong = startOn(folder, survivors, reports);
    return wrong ? *wrong : "the engine does not start: " + told(wrong.error());
}

} // namespace freehold::testing
