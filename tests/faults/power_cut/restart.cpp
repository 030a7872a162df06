// SPDX-License-Identifier: GPL-3.0-or-later
#include "restart.h"

#include "change/by_hand.h"
#include "small_house.h"
#include "support/log.h"

#include <QProcess>
#include <QTemporaryDir>

namespace freehold::testing {

using namespace change;

namespace {

std::string told(const Error &error)
{
    std::string text(name(error.code));
    for (const auto &[key, value] : error.arguments)
        text += ' ' + key + '=' + value;
    return text;
}

/// git's exit code and everything that it said; empty where it had nothing to say.
std::string git(const std::filesystem::path &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(QString::fromStdString(folder.string()));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("git"), arguments);
    process.waitForFinished();
    std::string text = process.readAll().toStdString();
    if (process.exitCode() != 0)
        text += " (exit " + std::to_string(process.exitCode()) + ')';
    return text.empty() ? text : arguments.first().toStdString() + ": " + text;
}

/// What was said last of each change, by its id.
std::map<ObjectId, std::string> lastOf(const std::vector<std::string> &reports)
{
    std::map<ObjectId, std::string> last;
    for (const std::string &report : reports) {
        if (const auto space = report.find(' '); space != std::string::npos)
            last[report.substr(space + 1)] = report.substr(0, space);
    }
    return last;
}

/// What is wrong with a change of which something was reported.
Result<std::string> holds(Pipeline &pipeline, const std::string &what, const ObjectId &id)
{
    const ObjectId applied = TRY(pipeline.repository().resolve(appliedReference));
    const auto known = pipeline.history().contains(id);
    if (!known || !*known)
        return std::string(" is not in the history");
    if (!TRY(pipeline.repository().isAncestor(id, applied)))
        return std::string(" is not applied");
    const bool isTried = pipeline.trials().find(id) != nullptr;
    const bool isRolledBack = !pipeline.history().rolledBackBy(id).empty();
    if (what == "kept" && (isTried || isRolledBack))
        return std::string(" is on trial or rolled back");
    if (what == "tried" && !isTried && !isRolledBack)
        return std::string(" became kept by itself");
    if (what == "rolled-back" && !isRolledBack)
        return std::string(" is not");
    return std::string();
}

Result<std::string> start(const std::filesystem::path &folder, const std::vector<std::string> &reports)
{
    SmallHouse house;
    auto repository = TRY(Repository::open(folder));
    const auto found = TRY(settleMain(repository, house.key.publicKey()));
    if (!found.byHand.empty())
        return std::string("main was taken for a stranger's");
    Pipeline pipeline(std::move(repository), house.context());
    if (auto started = pipeline.start(); !started)
        return std::unexpected(started.error());
    const ObjectId applied = TRY(pipeline.repository().resolve(appliedReference));
    if (TRY(pipeline.repository().resolve(mainReference)) != applied)
        return std::string("main is not applied");
    for (const auto &[id, what] : lastOf(reports)) {
        if (const std::string wrong = TRY(holds(pipeline, what, id)); !wrong.empty())
            return what + ' ' + id + wrong;
    }
    const Commit head = TRY(pipeline.repository().commit(pipeline.head()));
    const auto last = lastOf(reports);
    const bool wasConfirmed
        = last.contains(head.id) && (last.at(head.id) == "confirming" || last.at(head.id) == "kept");
    if (fromMessage(head.message).trial && !wasConfirmed && pipeline.trials().find(head.id) == nullptr)
        return std::string("the trial of the newest change is forgotten");
    const ObjectId tree = TRY(pipeline.repository().commit(pipeline.head())).tree;
    for (const HandEdit &edit : TRY(pipeline.workTree().edits(tree)))
        return edit.path + " is not what HEAD says";
    if (std::string said = git(folder,
            {QStringLiteral("fsck"), QStringLiteral("--strict"), QStringLiteral("--no-dangling"),
                QStringLiteral("--no-progress")});
        !said.empty())
        return said;
    if (std::string said = git(folder, {QStringLiteral("status"), QStringLiteral("--porcelain")});
        !said.empty())
        return said;
    const auto next = pipeline.submit(draftOf("devices/next.toml", "name = \"next\"\n"));
    if (!next)
        return "no change can be made: " + told(next.error());
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
    if (!std::filesystem::exists(folder / "config")) {
        for (const std::string &report : reports) {
            if (report.starts_with("kept"))
                return "there is no house";
        }
        return {};
    }
    const auto wrong = start(folder / "config", reports);
    return wrong ? *wrong : "the engine does not start: " + told(wrong.error());
}

} // namespace freehold::testing
