// SPDX-License-Identifier: GPL-3.0-or-later
// house_keeper FOLDER: makes a house there and changes it in every way there is. Tells each result on
// standard output, one a line (restart.h says which), and waits for a line of answer before it goes on.
#include "contract/calls.h"
#include "plain_git.h"
#include "support/file.h"
#include "support/log.h"
#include "whole_engine.h"

#include <QCoreApplication>
#include <QTest>
#include <QtCrypto>

#include <iostream>

using namespace freehold;
using namespace freehold::change;
using namespace freehold::testing;

namespace {

/// More than git's own limit of packs, so that packing has something to do.
constexpr int changesBeforePacking = 50;
constexpr int patienceMilliseconds = 30'000;

void tell(const std::string &what)
{
    std::cout << what << '\n' << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
}

Result<ObjectId> tellChange(const Result<contract::Change> &change)
{
    if (!change)
        return std::unexpected(change.error());
    using contract::ChangeState;
    switch (change->state) {
    case ChangeState::kept:
    case ChangeState::converging:
        tell("kept " + change->id);
        return change->id;
    case ChangeState::trial:
        tell("tried " + change->id);
        return change->id;
    case ChangeState::rolled_back:
        tell("rolled-back " + change->id);
        return change->id;
    default:
        return failure(ErrorCode::internal, {{"state", std::string(nameOf(change->state))}});
    }
}

std::string person(const std::string &name)
{
    return "name = \"" + name + "\"\nrole = \"member\"\n";
}

Result<ObjectId> makeHouse(WholeEngine &engine)
{
    TRY(engine.call(contract::HouseCreate{"Smith", std::nullopt, "UTC"}));
    const auto changes = TRY(engine.call(contract::ChangeList{}));
    tell("kept " + changes.front().id);
    return changes.front().id;
}

/// Through the calls that clients make.
Result<void> changeByCalls(WholeEngine &engine, const ObjectId &founding)
{
    const auto apply
        = [&](const char *path, const std::string &text, std::optional<std::int64_t> trial = {}) {
              contract::ConfigApply call;
              call.documents = {{path, text}};
              call.trial = trial;
              return tellChange(engine.call(call));
          };
    constexpr std::int64_t hour = 3'600;
    TRY(apply("people/ana.toml", person("Ana")));
    const ObjectId renamed = TRY(apply("devices/box.toml", "name = \"attic box\"\n"));
    TRY(tellChange(engine.call(contract::ChangeUndo{renamed})));
    TRY(tellChange(engine.call(contract::ChangeRedo{renamed})));
    const ObjectId confirmed = TRY(apply("people/tom.toml", person("Tom"), hour));
    tell("ending " + confirmed);
    TRY(tellChange(engine.call(contract::ChangeConfirm{confirmed})));
    const ObjectId ended = TRY(apply("people/tom.toml", person("Thomas"), hour));
    TRY(tellChange(engine.call(contract::ChangeUndo{ended})));
    tell("rolled-back " + ended);
    contract::ConfigDelete gone;
    gone.documents = {"people/ana.toml"};
    TRY(tellChange(engine.call(gone)));
    TRY(tellChange(engine.call(contract::ChangeRestore{founding})));
    return {};
}

/// With plain git and an editor, while the engine runs and while it doesn't.
Result<void> changeByHand(const std::filesystem::path &folder, std::unique_ptr<WholeEngine> engine)
{
    const auto commit = [&](const std::string &name) -> Result<void> {
        tell("pause");
        const ObjectId id = TRY(commitByHand(folder / "config", HandWritten(name)));
        tell("by-hand " + id);
        tell("edited " + name);
        tell("resume");
        return {};
    };
    TRY(commit("committed"));
    TRY(tellChange(engine->takenIn()));
    const HandWritten edited("edited");
    tell("pause");
    TRY(file::writeDurably(folder / "config" / edited.path, edited.text));
    tell("edited edited");
    tell("resume");
    TRY(tellChange(engine->takenIn()));
    engine.reset();
    TRY(commit("found"));
    engine = TRY(WholeEngine::open(folder));
    TRY(tellChange(engine->takenIn()));
    return {};
}

/// With a domain that fails, proves itself and takes its time, as none of the engine's own does yet.
Result<void> changeByDomain(Pipeline &pipeline)
{
    TRY(tellChange(pipeline.submit(draftOf("devices/lamp.toml", "name = \"unusable\"\n"))));
    for (const char *name : {"proving", "slow"}) {
        const ObjectId id = TRY(tellChange(
            pipeline.submit(draftOf("devices/lamp.toml", "name = \"" + std::string(name) + "\"\n"))));
        tell("ending " + id);
        const auto isKept = [&] {
            const auto change = pipeline.describe(id);
            return change && change->state == contract::ChangeState::kept;
        };
        if (!QTest::qWaitFor(isKept, patienceMilliseconds))
            return failure(ErrorCode::internal, {{"reason", "never kept"}, {"device", name}});
        tell("kept " + id);
    }
    return {};
}

std::ptrdiff_t packsIn(const std::filesystem::path &folder)
{
    return std::ranges::count(std::filesystem::directory_iterator(folder / "config/.git/objects/pack"),
        ".pack", [](const auto &entry) { return entry.path().extension(); });
}

Result<void> packOldObjects(const std::filesystem::path &folder, Pipeline &pipeline)
{
    tell("pause");
    for (int at = 0; at < changesBeforePacking; ++at)
        TRY(tellChange(
            pipeline.submit(draftOf("devices/box.toml", "name = \"box " + std::to_string(at) + "\"\n"))));
    tell("resume");
    const auto before = packsIn(folder);
    TRY(pipeline.repository().packIfDue());
    if (packsIn(folder) >= before)
        return failure(ErrorCode::internal, {{"reason", "nothing was packed"}});
    TRY(tellChange(pipeline.submit(draftOf("devices/box.toml", "name = \"box\"\n"))));
    return {};
}

Result<void> work(const std::filesystem::path &folder)
{
    auto engine = TRY(WholeEngine::open(folder));
    TRY(makeHouse(*engine));
    // A house begun anew beside what the former one left, as its allowed_signers.
    engine.reset();
    tell("pause");
    tell("gone");
    std::filesystem::remove_all(folder / "config");
    TRY(file::syncFolder(folder));
    tell("resume");
    engine = TRY(WholeEngine::open(folder));
    const ObjectId founding = TRY(makeHouse(*engine));
    TRY(changeByCalls(*engine, founding));
    TRY(changeByHand(folder, std::move(engine)));

    auto vault = TRY(openVault(folder));
    const auto identity = TRY(engine::DeviceIdentity::fromVault(vault, {folder}));
    SmallHouse house(engine::DataFolder{folder}.database());
    auto context = house.context();
    context.deviceId = identity.id();
    context.signer = identity.signer();
    Pipeline pipeline(TRY(Repository::open(folder / "config")), std::move(context));
    TRY(pipeline.start());
    TRY(changeByDomain(pipeline));
    return packOldObjects(folder, pipeline);
}

} // namespace

int main(int argumentCount, char *arguments[])
{
    const QCoreApplication application(argumentCount, arguments);
    const QCA::Initializer cryptography;
    log::setLevel(log::Level::error);
    if (argumentCount != 2)
        return 2;
    if (const auto worked = work(arguments[1]); !worked) {
        std::cerr << "house_keeper: " << told(worked.error()) << '\n';
        return 1;
    }
    return 0;
}
