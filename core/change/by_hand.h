// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/pipeline.h"
#include "change/refused.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <set>

namespace freehold::change {

/// What is still to be taken in when the engine starts: `main` as plain git left it.
struct FoundByHand {
    ObjectId trusted; ///< the last commit of the house's own
    ObjectId byHand; ///< empty where `main` is trusted
};

/// The newest commit of `main` that this engine made and that holds what was applied. Where `main` is
/// another, that one is kept under refs/freehold/by-hand/ and `main` put back, before anything is applied.
[[nodiscard]] Result<FoundByHand> settleMain(Repository &repository, const crypto::PublicKey &deviceKey);

/// Plain git and an editor on the work tree. A commit on `main` or a settled edit is kept under
/// refs/freehold/by-hand/, goes through the pipeline, and becomes a signed change or is refused with
/// its reason; a refused one stays under refs/freehold/refused/. House thread.
class ByHand : public QObject {
    Q_OBJECT

public:
    /// An edit counts as settled when the files stayed as they are for so long.
    static constexpr std::chrono::milliseconds settlingTime{1'000};

    ByHand(Pipeline &pipeline, Caller caller);

    /// Looks now and from now on. `left` is what settleMain() found.
    void start(const ObjectId &left);
    /// Looks again, as after the vault was unlocked.
    void lookAgain();

    /// What is wrong with what was edited or committed; nothing where all is taken in.
    [[nodiscard]] std::vector<contract::Finding> findings() const;
    /// What was refused and waits for a person, newest first.
    [[nodiscard]] Result<std::vector<ObjectId>> refused() const { return refused_.all(); }
    /// Tries a refused one again: what it changed is carried over to what holds now.
    [[nodiscard]] Result<contract::Change> choose(const ObjectId &id, const Caller &caller);

Q_SIGNALS:
    void findingsChanged();

private:
    void look();
    void watch();
    void takeCommits(const ObjectId &id);
    void takeEdits(const std::vector<HandEdit> &edits);
    [[nodiscard]] Result<contract::Change> takeIn(const ObjectId &id, std::vector<Edit> edits);
    using Refusal = std::optional<contract::Finding>;
    void refuseEdit(const ObjectId &id, const Error &error);
    void refuseCommit(const ObjectId &id, const Error &error);
    void editIsSettled();
    void clear(Refusal &refusal);

    Pipeline &pipeline_;
    Caller caller_;
    Refused refused_;
    QFileSystemWatcher watcher_;
    QTimer settling_;
    std::optional<std::string> lastSeen_; // a digest of the edits at the last look
    std::optional<std::string> lastRefused_;
    Refusal editRefusal_; ///< of what lies in the work tree
    Refusal commitRefusal_; ///< of the last commit, whose files went back
    ObjectId waitingForKey_; ///< a commit that came while the vault was locked
    std::string elsewhere_; // the branch that the work tree shows instead of main
};

} // namespace freehold::change
