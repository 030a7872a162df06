// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/by_hand.h"

#include "support/json.h"
#include "support/log.h"

#include <algorithm>

namespace freehold::change {

namespace {

/// The message of a commit that keeps an edit; no reason that a person gave.
constexpr std::string_view editMessage = "An edit of the work tree, as it was found\n";

/// What stands in the way for a while: it is tried again, and nobody has to do anything about the edit
/// itself.
bool passes(const Error &error)
{
    using enum ErrorCode;
    return std::ranges::contains(std::initializer_list{vault_locked, change_in_trial, disk_full,
                                     folder_read_only, repository_locked, edited_by_hand},
        error.code);
}

/// Why somebody committed, as they said: the first line of the message.
std::string reasonOf(const Commit &commit)
{
    constexpr std::size_t longestBytes = 200;
    std::string line
        = commit.message == editMessage ? "" : commit.message.substr(0, commit.message.find('\n'));
    std::size_t end = std::min(line.size(), longestBytes);
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
        --end;
    line.resize(end);
    return line;
}

std::string digestOf(const std::vector<HandEdit> &edits)
{
    std::string all;
    for (const HandEdit &edit : edits) {
        all += edit.path + '\0' + std::string(edit.unusable ? name(edit.unusable->code) : "") + '\0'
            + (edit.text ? '+' : '-');
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

ByHand::ByHand(Pipeline &pipeline, std::function<Caller()> caller)
    : pipeline_(pipeline)
    , caller_(std::move(caller))
    , refused_(pipeline_.repository())
    , pending_(pipeline_.repository())
{
    settling_.setSingleShot(true);
    settling_.setInterval(settlingTime);
    connect(&settling_, &QTimer::timeout, this, &ByHand::look);
    retry_.setSingleShot(true);
    retry_.setTimerType(Qt::CoarseTimer);
    retry_.setInterval(Convergence::retryInterval);
    connect(&retry_, &QTimer::timeout, this, &ByHand::lookAgain);
    // Why something was refused may be gone with the next change. It is in the midst of being made now.
    connect(&pipeline_, &Pipeline::trialsChanged, this, &ByHand::tryAgainSoon);
    connect(&pipeline_, &Pipeline::configurationChanged, this, &ByHand::tryAgainSoon);
    const auto settle = [this] { settling_.start(); };
    connect(&watcher_, &platform::FolderWatch::changed, this, settle);
}

void ByHand::start()
{
    const auto found = pending_.all();
    takePending();
    // settleMain() may just have moved `main` back under their files.
    for (const Pending::Entry &entry : found.value_or(std::vector<Pending::Entry>()))
        putFilesBack(entry.id);
    look();
}

void ByHand::lookAgain()
{
    lastRefused_.reset();
    look();
}

void ByHand::tryAgainSoon()
{
    if (!editRefusal_ && !commitRefusal_)
        return;
    lastRefused_.reset();
    settling_.start();
}

void ByHand::watch()
{
    const auto &folder = pipeline_.repository().folder();
    // git replaces `HEAD`, and `main` below refs/heads.
    std::vector<std::filesystem::path> folders{folder, folder / ".git", folder / ".git" / "refs" / "heads"};
    std::error_code error;
    std::filesystem::recursive_directory_iterator walk(folder, error);
    for (; !error && walk != std::filesystem::recursive_directory_iterator(); walk.increment(error)) {
        std::error_code gone;
        if (walk->path().filename() == ".git")
            walk.disable_recursion_pending();
        else if (walk->symlink_status(gone).type() == std::filesystem::file_type::directory)
            folders.push_back(walk->path());
    }
    watcher_.setFolders(folders);
}

void ByHand::look()
{
    watch();
    const auto head = pipeline_.repository().resolve(mainReference);
    if (head && *head != pipeline_.head())
        mainMoved(*head);
    else
        takePending();

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
    if (commit && pipeline_.workTree().isIndexStale() && !pipeline_.workTree().mendIndex(commit->tree))
        retry_.start();
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

Result<contract::Change> ByHand::submit(const ObjectId &id, std::vector<Edit> edits, const Caller &caller)
{
    Draft draft;
    draft.edits = std::move(edits);
    draft.caller = caller;
    draft.cause = contract::Cause::by_hand;
    draft.reason = reasonOf(TRY(pipeline_.repository().commit(id)));
    draft.byHand = id;
    draft.mends = true;
    return pipeline_.submit(draft);
}

Result<contract::Change> ByHand::takeIn(const ObjectId &id, std::vector<Edit> edits)
{
    auto change = TRY(submit(id, std::move(edits), caller_()));
    if (change.state == contract::ChangeState::rolled_back)
        return failure(ErrorCode::apply_failed, {{"change", change.id}});
    return change;
}

void ByHand::mainMoved(const ObjectId &to)
{
    // Recorded before `main` goes back, so that no kill in between forgets it. Where `main` is gone there is
    // nothing to take in.
    const auto noted = to.empty() ? Result<void>() : pending_.add({to, pipeline_.head()});
    const auto settled = noted ? pipeline_.setMainBack(to) : noted;
    if (!settled) {
        set(commitRefusal_, refusalOf(to, settled.error()));
        retry_.start();
        return;
    }
    takePending();
    if (!to.empty())
        putFilesBack(to);
}

void ByHand::takePending()
{
    const auto pending = pending_.all();
    if (!pending) {
        log::write(log::Level::error, "change", "the commits by hand that wait could not be read");
        return;
    }
    for (const auto &[id, base] : *pending) {
        const auto taken = [&]() -> Result<contract::Change> {
            auto edits = TRY(carriedOver(pipeline_, id, base));
            return takeIn(id, std::move(edits));
        }();
        const bool isIn = taken || taken.error().code == ErrorCode::nothing_to_change;
        if (!isIn && passes(taken.error())) {
            // Those after it were made later and wait for it.
            set(commitRefusal_, refusalOf(id, taken.error()));
            retry_.start();
            return;
        }
        const auto noted = isIn ? refused_.remove(id) : refused_.addCommit(id);
        if (const auto gone = noted ? pending_.remove(id) : noted; !gone)
            log::write(log::Level::error, "change", "what became of a commit by hand could not be recorded");
        set(commitRefusal_, isIn ? Refusal() : refusalOf(id, taken.error()));
    }
}

void ByHand::putFilesBack(const ObjectId &id)
{
    const auto putBack = [&]() -> Result<void> {
        Repository &repository = pipeline_.repository();
        if (repository.headReference() != mainReference)
            return {};
        const ObjectId ours = TRY(repository.commit(pipeline_.head())).tree;
        const ObjectId theirs = TRY(repository.commit(id)).tree;
        const auto paths = TRY(repository.changedPaths(ours, theirs));
        // What they committed is kept; the files go to what is in force, unless edited since.
        WorkTree &workTree = pipeline_.workTree();
        const auto files = TRY(workTree.filesOf(ours, paths));
        const auto shown = TRY(workTree.show({{theirs}}, files));
        for (const std::string &left : shown.left)
            log::write(log::Level::info, "change", "left as it is being edited: " + left);
        workTree.updateIndex(ours, files, shown);
        repository.replaced().release();
        return workTree.sync(shown);
    };
    if (!putBack())
        log::write(log::Level::warning, "change", "the files of a commit by hand could not all be put back");
}

Result<ObjectId> ByHand::keepEdit(const std::string &digest, const std::vector<Edit> &edits)
{
    if (lastKept_.first == digest)
        return lastKept_.second;
    Repository &repository = pipeline_.repository();
    const ObjectId tree = TRY(repository.commit(pipeline_.head())).tree;
    const ObjectId id = TRY(repository.writeCommit({pipeline_.head()}, tree, edits,
        {"by hand", "by-hand@freehold.invalid"}, pipeline_.clock().now(), std::string(editMessage), nullptr));
    if (auto kept = repository.setReference(byHandPrefix + id, id); !kept)
        return std::unexpected(std::move(kept).error());
    lastKept_ = {digest, id};
    return id;
}

void ByHand::takeEdits(const std::vector<HandEdit> &handEdits)
{
    std::vector<Edit> edits;
    std::vector<Problem> unusable;
    for (const HandEdit &edit : handEdits) {
        if (edit.unusable)
            unusable.push_back({edit.path, {}, 0, edit.unusable->code, edit.unusable->arguments});
        else
            edits.push_back({edit.path, edit.text});
    }
    const std::string digest = digestOf(handEdits);
    const auto id = keepEdit(digest, edits);
    const ObjectId kept = id.value_or(ObjectId());
    const Result<contract::Change> change = !id ? std::unexpected(id.error())
        : !unusable.empty() ? std::unexpected(Error{ErrorCode::documents_invalid, {}, std::move(unusable)})
                            : takeIn(kept, std::move(edits));
    if (change || change.error().code == ErrorCode::nothing_to_change) {
        editIsSettled();
        return;
    }
    lastRefused_ = digest;
    if (passes(change.error()))
        retry_.start();
    refuseEdit(kept, change.error());
}

void ByHand::refuseEdit(const ObjectId &id, const Error &error)
{
    const bool waits = !id.empty() && error.code != ErrorCode::vault_locked;
    if (auto kept = refused_.setEdit(waits ? id : ObjectId()); !kept)
        log::write(log::Level::error, "change", "a refused edit could not be recorded");
    set(editRefusal_, refusalOf(id, error));
}

void ByHand::editIsSettled()
{
    lastRefused_.reset();
    if (auto settled = refused_.setEdit({}); !settled)
        log::write(log::Level::error, "change", "a settled edit is still listed as refused");
    set(editRefusal_, std::nullopt);
}

void ByHand::set(Refusal &refusal, Refusal is)
{
    if (refusal == is)
        return;
    refusal = std::move(is);
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
    const ObjectId parted = TRY(pipeline_.repository().mergeBase(id, pipeline_.head()));
    auto edits = TRY(carriedOver(pipeline_, id, parted));
    auto change = TRY(submit(id, std::move(edits), caller));
    if (change.state == contract::ChangeState::rolled_back)
        return change;
    if (auto gone = refused_.remove(id); !gone)
        log::write(log::Level::error, "change", "a commit that was chosen is still listed as refused");
    set(commitRefusal_, std::nullopt);
    return change;
}

Result<bool> ByHand::isWaiting(const ObjectId &id) const
{
    return std::ranges::contains(TRY(pending_.all()), id, &Pending::Entry::id);
}

} // namespace freehold::change
