// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/by_hand.h"

#include "change/signed_commit.h"
#include "support/json.h"
#include "support/log.h"

#include <QSet>

#include <algorithm>

namespace freehold::change {

namespace {

constexpr const char *byHandPrefix = "refs/freehold/by-hand/";

std::string digestOf(const std::vector<HandEdit> &edits)
{
    std::string all;
    for (const HandEdit &edit : edits) {
        all += edit.path + '\0' + (edit.isFile ? 'f' : 'x') + (edit.text ? '+' : '-');
        if (edit.text)
            all += toHex(crypto::sha256(asBytes(*edit.text)));
    }
    return toHex(crypto::sha256(asBytes(all)));
}

contract::Finding refusalOf(const ObjectId &id, const Error &error)
{
    const Problem problem
        = error.problems.empty() ? Problem{{}, {}, 0, error.code, error.arguments} : error.problems.front();
    Arguments arguments = problem.arguments;
    arguments["by_hand"] = id;
    arguments["document"] = problem.document;
    arguments["key"] = problem.key;
    arguments["line"] = std::to_string(problem.line);
    arguments["code"] = name(problem.code);
    return {
        contract::FindingCode::by_hand_refused, contract::Severity::warning, std::move(arguments), {}, {}};
}

} // namespace

Result<FoundByHand> settleMain(Repository &repository, const crypto::PublicKey &deviceKey)
{
    const ObjectId head = TRY(repository.resolve(mainReference));
    const ObjectId applied = TRY(repository.resolve(appliedReference));
    ObjectId at = head;
    ObjectId trusted;
    while (!at.empty() && trusted.empty()) {
        const bool holdsApplied = applied.empty() || TRY(repository.isAncestor(applied, at));
        if (!holdsApplied)
            break;
        const std::string raw = TRY(repository.rawCommit(at));
        if (signerOf(raw) == deviceKey) {
            trusted = at;
            break;
        }
        const Commit commit = TRY(repository.commit(at));
        at = commit.parents.empty() ? ObjectId() : commit.parents.front();
    }
    if (trusted.empty())
        trusted = applied;
    if (trusted.empty() || trusted == head)
        return FoundByHand{trusted, {}};
    if (!head.empty()) {
        if (auto kept = repository.setReference(byHandPrefix + head, head); !kept)
            return std::unexpected(std::move(kept).error());
    }
    if (auto moved = repository.setReference(mainReference, trusted); !moved)
        return std::unexpected(std::move(moved).error());
    return FoundByHand{trusted, head};
}

ByHand::ByHand(Pipeline &pipeline, Caller caller)
    : pipeline_(pipeline)
    , caller_(std::move(caller))
    , refused_(pipeline_.repository())
{
    settling_.setSingleShot(true);
    settling_.setInterval(settlingTime);
    connect(&settling_, &QTimer::timeout, this, &ByHand::look);
    const auto settle = [this] { settling_.start(); };
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, settle);
}

void ByHand::start(const ObjectId &left)
{
    if (!left.empty())
        takeCommits(left);
    look();
}

void ByHand::lookAgain()
{
    lastRefused_.reset();
    if (const ObjectId waiting = std::exchange(waitingForKey_, {}); !waiting.empty())
        takeCommits(waiting);
    look();
}

void ByHand::watch()
{
    QSet<QString> places;
    const auto add = [&](const std::filesystem::path &place) {
        std::error_code error;
        if (std::filesystem::exists(place, error))
            places.insert(json::toQString(place.string()));
    };
    const auto &folder = pipeline_.repository().folder();
    add(folder);
    // git replaces these files, so their folders are watched.
    add(folder / ".git");
    add(folder / ".git" / "refs" / "heads");
    std::error_code error;
    std::filesystem::recursive_directory_iterator walk(folder, error);
    for (; !error && walk != std::filesystem::recursive_directory_iterator(); walk.increment(error)) {
        if (walk->path().filename() == ".git") {
            walk.disable_recursion_pending();
            continue;
        }
        // A folder tells of files that come and go, a file of its own content.
        add(walk->path());
    }
    const QStringList watched = watcher_.files() + watcher_.directories();
    for (const QString &place : watched)
        places.remove(place);
    if (!places.isEmpty())
        watcher_.addPaths(places.values());
}

void ByHand::look()
{
    watch();
    const auto head = pipeline_.repository().resolve(mainReference);
    if (head && !head->empty() && *head != pipeline_.head())
        takeCommits(*head);

    // Files that the engine itself has not brought up to date yet are nobody's edits.
    if (!pipeline_.settleAgain())
        return;
    const std::string shown = pipeline_.repository().headReference();
    if (shown != mainReference) {
        elsewhere_ = shown.empty() ? "HEAD" : shown;
        Q_EMIT findingsChanged();
        return;
    }
    if (!std::exchange(elsewhere_, {}).empty())
        Q_EMIT findingsChanged();

    const auto commit = pipeline_.repository().commit(pipeline_.head());
    const auto edits = commit ? pipeline_.workTree().edits(commit->tree) : std::unexpected(commit.error());
    if (!edits) {
        log::write(log::Level::warning, "change", "the work tree could not be read");
        return;
    }
    if (edits->empty()) {
        lastSeen_.reset();
        editIsSettled();
        return;
    }
    const std::string digest = digestOf(*edits);
    if (lastRefused_ == digest)
        return;
    if (lastSeen_ != digest) {
        lastSeen_ = digest;
        settling_.start();
        return;
    }
    lastSeen_.reset();
    takeEdits(*edits);
}

Result<contract::Change> ByHand::takeIn(const ObjectId &id, std::vector<Edit> edits)
{
    Draft draft;
    draft.edits = std::move(edits);
    draft.caller = caller_;
    draft.cause = contract::Cause::by_hand;
    draft.byHand = id;
    draft.mends = true;
    return pipeline_.submit(draft);
}

void ByHand::takeCommits(const ObjectId &id)
{
    Repository &repository = pipeline_.repository();
    const auto takeThem = [&]() -> Result<void> {
        if (auto kept = repository.setReference(byHandPrefix + id, id); !kept)
            return kept;
        if (TRY(repository.resolve(mainReference)) == id) {
            if (auto back = pipeline_.setMainBack(id); !back)
                return back;
        }
        const ObjectId ours = TRY(repository.commit(pipeline_.head())).tree;
        const ObjectId theirs = TRY(repository.commit(id)).tree;
        const auto paths = TRY(repository.changedPaths(ours, theirs));
        Result<contract::Change> change = [&]() -> Result<contract::Change> {
            const auto strange = TRY(repository.strangeEntries(theirs));
            if (!strange.empty())
                return std::unexpected(Error{ErrorCode::documents_invalid, {},
                    {{strange.front(), {}, 0, ErrorCode::link_in_tree, {}}}});
            auto edits = TRY(editsBetween(repository, ours, theirs));
            return takeIn(id, std::move(edits));
        }();
        if (change || change.error().code == ErrorCode::nothing_to_change) {
            clear(commitRefusal_);
            return {};
        }
        if (change.error().code == ErrorCode::vault_locked)
            waitingForKey_ = id;
        refuseCommit(id, change.error());
        // What they committed is kept; the files go back to what is in force, unless edited since.
        if (repository.headReference() == mainReference) {
            const auto left = TRY(pipeline_.workTree().update({{theirs}}, ours, paths));
            return pipeline_.workTree().updateIndex(ours, paths);
        }
        return {};
    };
    if (auto taken = takeThem(); !taken)
        refuseCommit(id, taken.error());
}

void ByHand::takeEdits(const std::vector<HandEdit> &handEdits)
{
    Repository &repository = pipeline_.repository();
    std::vector<Edit> edits;
    std::vector<Problem> links;
    for (const HandEdit &edit : handEdits) {
        if (!edit.isFile)
            links.push_back({edit.path, {}, 0, ErrorCode::link_in_tree, {}});
        else
            edits.push_back({edit.path, edit.text});
    }
    const auto keep = [&]() -> Result<ObjectId> {
        const ObjectId tree = TRY(repository.commit(pipeline_.head())).tree;
        const ObjectId id = TRY(
            repository.writeCommit({pipeline_.head()}, tree, edits, {"by hand", "by-hand@freehold.invalid"},
                std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
                "An edit of the work tree, as it was found\n", nullptr));
        if (auto kept = repository.setReference(byHandPrefix + id, id); !kept)
            return std::unexpected(std::move(kept).error());
        return id;
    };
    const auto id = keep();
    const ObjectId kept = id.value_or(ObjectId());
    Result<contract::Change> change = !id ? std::unexpected(id.error())
        : !links.empty() ? std::unexpected(Error{ErrorCode::documents_invalid, {}, std::move(links)})
                         : takeIn(kept, std::move(edits));
    if (change || change.error().code == ErrorCode::nothing_to_change) {
        editIsSettled();
        return;
    }
    lastRefused_ = digestOf(handEdits);
    refuseEdit(kept, change.error());
}

void ByHand::refuseEdit(const ObjectId &id, const Error &error)
{
    const bool waits = !id.empty() && error.code != ErrorCode::vault_locked;
    if (auto kept = refused_.setEdit(waits ? id : ObjectId()); !kept)
        log::write(log::Level::error, "change", "a refused edit could not be recorded");
    editRefusal_ = refusalOf(id, error);
    Q_EMIT findingsChanged();
}

void ByHand::refuseCommit(const ObjectId &id, const Error &error)
{
    if (error.code != ErrorCode::vault_locked) {
        if (auto kept = refused_.addCommit(id); !kept)
            log::write(log::Level::error, "change", "a refused commit could not be recorded");
    }
    commitRefusal_ = refusalOf(id, error);
    Q_EMIT findingsChanged();
}

void ByHand::editIsSettled()
{
    lastRefused_.reset();
    if (auto settled = refused_.setEdit({}); !settled)
        log::write(log::Level::error, "change", "a settled edit is still listed as refused");
    clear(editRefusal_);
}

void ByHand::clear(Refusal &refusal)
{
    if (std::exchange(refusal, std::nullopt))
        Q_EMIT findingsChanged();
}

std::vector<contract::Finding> ByHand::findings() const
{
    std::vector<contract::Finding> found;
    for (const Refusal *refusal : {&editRefusal_, &commitRefusal_}) {
        if (*refusal)
            found.push_back(**refusal);
    }
    if (!elsewhere_.empty())
        found.push_back({contract::FindingCode::work_tree_elsewhere, contract::Severity::info,
            {{"branch", elsewhere_}}, {}, {}});
    return found;
}

Result<contract::Change> ByHand::choose(const ObjectId &id, const Caller &caller)
{
    const auto waiting = TRY(refused());
    if (!std::ranges::contains(waiting, id))
        return failure(ErrorCode::no_choice_here, {{"change", id}});
    auto edits = TRY(carriedOver(pipeline_.repository(), id, pipeline_.head(), pipeline_.configuration()));
    Draft draft;
    draft.edits = std::move(edits);
    draft.caller = caller;
    draft.cause = contract::Cause::by_hand;
    draft.byHand = id;
    draft.mends = true;
    auto change = TRY(pipeline_.submit(draft));
    if (auto gone = refused_.remove(id); !gone)
        return std::unexpected(std::move(gone).error());
    clear(commitRefusal_);
    return change;
}

} // namespace freehold::change
