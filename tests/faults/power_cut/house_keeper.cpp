// SPDX-License-Identifier: GPL-3.0-or-later
// house_keeper FOLDER: makes a house there and changes it in every way there is. Tells each result on
// standard output, one a line, and waits for a line of answer before it goes on.
#include "change/revert.h"
#include "small_house.h"
#include "support/file.h"

#include <QCoreApplication>

#include <iostream>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::testing;

namespace {

/// git's own limit of packs is met so that packing has something to do.
constexpr int changesBefore = 46;

void tell(const std::string &what)
{
    std::cout << what << std::endl;
    std::string answer;
    std::getline(std::cin, answer);
}

Result<void> tellChange(const Result<contract::Change> &change)
{
    if (!change)
        return std::unexpected(change.error());
    switch (change->state) {
    case contract::ChangeState::kept:
        tell("kept " + change->id);
        break;
    case contract::ChangeState::trial:
        tell("tried " + change->id);
        break;
    case contract::ChangeState::rolled_back:
        tell("rolled-back " + change->id);
        break;
    default:
        return failure(ErrorCode::internal, {{"state", std::string(nameOf(change->state))}});
    }
    return {};
}

std::string person(const std::string &name)
{
    return "name = \"" + name + "\"\nrole = \"member\"\n";
}

/// As the engine does it: made beside its place and moved there as a whole.
Result<void> makeHouse(const std::filesystem::path &folder, SmallHouse &house)
{
    ObjectId id;
    {
        auto repository = TRY(Repository::create(folder / "config.new"));
        Pipeline pipeline(std::move(repository), house.context());
        id = TRY(pipeline.found(SmallHouse::foundingDocuments(), SmallHouse::owner()));
    }
    std::filesystem::rename(folder / "config.new", folder / "config");
    if (auto synced = file::syncFolder(folder); !synced)
        return synced;
    tell("kept " + id);
    return {};
}

Result<void> changeIt(Pipeline &pipeline)
{
    const auto submit = [&](Draft draft) -> Result<ObjectId> {
        const auto change = pipeline.submit(draft);
        if (auto told = tellChange(change); !told)
            return std::unexpected(told.error());
        return change->id;
    };
    const auto undo = [&](const ObjectId &id) -> Result<ObjectId> {
        Reversal reversal = TRY(planUndo(pipeline, id));
        Draft draft;
        draft.edits = std::move(reversal.edits);
        draft.caller = SmallHouse::owner();
        draft.cause = contract::Cause::undo;
        draft.refersTo = id;
        return submit(std::move(draft));
    };
    Draft proposal = draftOf("people/tom.toml", person("Tom"));
    proposal.trial = std::chrono::seconds(3'600);

    if (auto added = submit(draftOf("people/ana.toml", person("Ana"))); !added)
        return std::unexpected(added.error());
    const ObjectId renamed = TRY(submit(draftOf("devices/box.toml", "name = \"attic box\"\n")));
    if (auto undone = undo(renamed); !undone)
        return std::unexpected(undone.error());
    const ObjectId confirmed = TRY(submit(proposal));
    tell("confirming " + confirmed);
    if (auto told = tellChange(pipeline.confirm(confirmed, SmallHouse::owner())); !told)
        return told;
    proposal.edits.front().text = person("Thomas");
    const ObjectId ended = TRY(submit(proposal));
    if (auto back = pipeline.rollBack(ended, std::nullopt); !back)
        return std::unexpected(back.error());
    tell("rolled-back " + ended);
    if (auto failed = submit(draftOf("devices/lamp.toml", "name = \"unusable\"\n")); !failed)
        return std::unexpected(failed.error());
    if (auto packed = pipeline.repository().packIfDue(); !packed)
        return packed;
    const ObjectId gone = TRY(submit(draftOf("people/ana.toml", std::nullopt)));
    if (auto again = undo(gone); !again)
        return std::unexpected(again.error());
    return {};
}

Result<void> work(const std::filesystem::path &folder)
{
    SmallHouse house;
    if (auto made = makeHouse(folder, house); !made)
        return made;
    Pipeline pipeline(TRY(Repository::open(folder / "config")), house.context());
    if (auto started = pipeline.start(); !started)
        return started;
    for (int at = 0; at < changesBefore; ++at) {
        const auto change
            = pipeline.submit(draftOf("devices/box.toml", "name = \"box " + std::to_string(at) + "\"\n"));
        if (auto told = tellChange(change); !told)
            return told;
    }
    tell("steady");
    return changeIt(pipeline);
}

} // namespace

int main(int argumentCount, char *arguments[])
{
    const QCoreApplication application(argumentCount, arguments);
    if (argumentCount != 2)
        return 2;
    if (const auto worked = work(arguments[1]); !worked) {
        std::cerr << "house_keeper: " << name(worked.error().code);
        for (const auto &[key, value] : worked.error().arguments)
            std::cerr << ' ' << key << '=' << value;
        std::cerr << std::endl;
        return 1;
    }
    return 0;
}
