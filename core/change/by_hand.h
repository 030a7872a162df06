// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/pending.h"
#include "change/pipeline.h"
#include "change/refused.h"
#include "folder_watch/folder_watch.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>
#include <set>

namespace freehold::change {

/// Plain git and an editor on the work tree. A commit on `main` or a settled edit is kept under
/// refs/freehold/by-hand/, goes through the pipeline, and becomes a signed change or is refused with
/// its reason; a refused one stays under refs/freehold/refused/. What something stands in the way of that
/// passes, such as a locked vault, a trial or a full disk, is tried again. House thread.
class ByHand : public QObject {
    Q_OBJECT

public:
    /// An edit counts as settled when the files stayed as they are for so long.
    static constexpr std::chrono::milliseconds settlingTime{1'000};

    /// `caller`: as whom what is written by hand is taken in.
    ByHand(Pipeline &pipeline, std::function<Caller()> caller);

    /// Looks now and from now on.
    void start();
    /// Looks again, as after the vault was unlocked.
    void lookAgain();

    /// What is wrong with what was edited or committed; nothing where all is taken in.
    [[nodiscard]] std::vector<contract::Finding> findings() const;
    /// What was refused and waits for a person, newest first.
    [[nodiscard]] Result<std::vector<ObjectId>> refused() const { return refused_.all(); }
    /// Whether a commit by hand is still to be taken in.
    [[nodiscard]] Result<bool> isWaiting(const ObjectId &id) const;
    /// Tries a refused one again: what it changed is carried over to what holds now.
    [[nodiscard]] Result<contract::Change> choose(const ObjectId &id, const Caller &caller);

Q_SIGNALS:
    void findingsChanged();

private:
    void look();
    void watch();
    void mainMoved(const ObjectId &to);
    void takePending();
    void putFilesBack(const ObjectId &id);
    void takeEdits(const std::vector<HandEdit> &edits);
    [[nodiscard]] Result<ObjectId> keepEdit(const std::string &digest, const std::vector<Edit> &edits);
    [[nodiscard]] Result<contract::Change> submit(
        const ObjectId &id, std::vector<Edit> edits, const Caller &caller);
    /// The same as this class's own caller. Errors, more than the pipeline's: apply_failed where it went
    /// back.
    [[nodiscard]] Result<contract::Change> takeIn(const ObjectId &id, std::vector<Edit> edits);
    using Refusal = std::optional<contract::Finding>;
    void refuseEdit(const ObjectId &id, const Error &error);
    void editIsSettled();
    void set(Refusal &refusal, Refusal is);
    void tryAgainSoon();

    Pipeline &pipeline_;
    std::function<Caller()> caller_;
    Refused refused_;
    Pending pending_;
    platform::FolderWatch watcher_;
    QTimer settling_;
    QTimer retry_; ///< for what ends without being told of, such as a full disk
    std::optional<std::string> lastSeen_; // a digest of the edits at the last look
    std::optional<std::string> lastRefused_;
    std::pair<std::string, ObjectId> lastKept_; ///< the digest of edits, and the commit that keeps them
    Refusal editRefusal_; ///< of what lies in the work tree
    Refusal commitRefusal_; ///< of the last commit, whose files went back
    std::string elsewhere_; // the branch that the work tree shows instead of main
};

} // namespace freehold::change
