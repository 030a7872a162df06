// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/convergence.h"
#include "change/domain.h"
#include "change/history.h"
#include "change/loading.h"
#include "change/merge.h"
#include "change/record.h"
#include "change/replication/history_check.h"
#include "change/repository.h"
#include "change/trials.h"
#include "change/work_tree.h"

#include <QObject>

#include <functional>
#include <memory>
#include <span>

namespace freehold::change {

/// What somebody wants changed.
struct Draft {
    std::vector<Edit> edits;
    Caller caller;
    contract::Cause cause = contract::Cause::person;
    std::string reason;
    ObjectId refersTo;
    ObjectId byHand;
    ObjectId replaces; ///< a change that counts no more, and which this makes again
    bool mends = false; ///< its texts may take the place of documents that can't be read
    std::optional<std::chrono::seconds> trial; ///< by a person's wish: goes back unless confirmed
};

/// The one way in which the configuration changes: validate, explain, commit, apply, check, keep or roll
/// back. What it reports as kept is on the disk and in force. House thread.
///
/// Errors of every change: vault_locked, documents_invalid (with problems), not_permitted,
/// nothing_to_change, edited_by_hand, change_in_trial, format_newer, and those of the repository;
/// parameters_invalid for a trial of what this machine might not take back any more. Then nothing changed.
class Pipeline : public QObject {
    Q_OBJECT

public:
    struct Context {
        std::string deviceId;
        std::function<std::string()> deviceName;
        std::vector<Domain *> domains; ///< in the order in which they apply
        const Clock &clock;
        Convergence &convergence;
        const crypto::SigningKey *signer = nullptr; ///< null while the vault is locked
    };

    Pipeline(Repository repository, Context context);

    /// Reads `main`, settles what a crash left, and applies. Once, before anything else.
    [[nodiscard]] Result<void> start();
    /// The first commit of a house, which nothing precedes. Instead of start().
    [[nodiscard]] Result<ObjectId> found(std::vector<Edit> edits, const Caller &caller);

    /// The vault was unlocked, or locked (null).
    void setSigner(const crypto::SigningKey *signer);
    /// Tries again what a full disk or the like left undone after `main` had moved.
    [[nodiscard]] Result<void> settleAgain();

    [[nodiscard]] Repository &repository() { return repository_; }
    /// Lets go of what is kept at hand for the next change and can be read again.
    void rest();
    [[nodiscard]] WorkTree &workTree() { return workTree_; }
    [[nodiscard]] const Configuration &configuration() const { return main_; }
    [[nodiscard]] const ObjectId &head() const { return head_; }
    [[nodiscard]] const Trials &trials() const { return trials_; }
    [[nodiscard]] History &history() { return history_; }
    [[nodiscard]] const std::vector<Problem> &unreadable() const { return unreadable_; }
    [[nodiscard]] const Clock &clock() const { return context_.clock; }
    /// Applies again in the domains that use this type of facts.
    void factsChanged(std::string_view type);

    /// What `main` says and this machine could not do yet, and is trying again.
    [[nodiscard]] std::vector<contract::Finding> findings() const;
    /// How far the newest change lies ahead of this machine's clock; zero or less where it doesn't.
    [[nodiscard]] std::chrono::milliseconds clockBehind() const
    {
        return hybridClock_.last().time - context_.clock.now();
    }

    /// What all domains say of a delta, for another thread or this one.
    [[nodiscard]] Validate validator() const { return validatorOf(context_.domains); }
    /// Whether what was found of another history still holds: not where something was changed here since, and
    /// something of what is here counts no more or somebody was removed.
    [[nodiscard]] Result<bool> isCurrent(const Counted &counted) const;
    /// Takes in what counts of what another member has and of what is here; it lies in the repository, and is
    /// current. This member's own changes among what counts no more are kept for makeAgain(). What can't be
    /// put into force here becomes a finding and is tried again; it takes nothing back. Errors:
    /// change_in_trial, edited_by_hand, and those of the repository; then nothing has changed.
    [[nodiscard]] Result<void> takeIn(const Counted &counted);

    /// Whether a caller's role may change these documents. Errors: not_permitted, scope_other_device.
    [[nodiscard]] Result<void> mayChange(const Caller &caller, const std::vector<std::string> &paths) const;
    /// What a draft would do. Nothing changes. Refusals that name documents are in its errors.
    [[nodiscard]] Result<contract::Explanation> explain(const Draft &draft) const;
    /// The change: kept, in its trial, or rolled back at once.
    [[nodiscard]] Result<contract::Change> submit(const Draft &draft);
    [[nodiscard]] Result<contract::Change> confirm(const ObjectId &id, const Caller &caller);
    /// Ends a trial, or takes back a change that failed, with a roll-back commit of that change alone.
    [[nodiscard]] Result<ObjectId> rollBack(
        const ObjectId &id, const std::optional<contract::Finding> &because);

    /// The house as it was when a change was the latest of all that are known now.
    [[nodiscard]] Result<Commit> stateAfter(const ObjectId &id);
    /// One change as clients see it.
    [[nodiscard]] Result<contract::Change> describe(const ObjectId &id);
    /// What a change did to the configuration.
    [[nodiscard]] Result<Delta> deltaOf(const ObjectId &id) const;

    /// `main` is at another commit than the one that the pipeline made: takes its documents as `main` was.
    [[nodiscard]] Result<void> setMainBack(const ObjectId &from);

Q_SIGNALS:
    void changed(const freehold::contract::Change &change);
    void configurationChanged(const freehold::change::Delta &delta);
    void trialsChanged();
    void findingsChanged();
    /// `main` is another, and on the disk: what other members may have now.
    void mainMoved();

private:
    struct Prepared {
        Delta delta;
        std::vector<contract::Effect> effects;
        std::optional<std::chrono::seconds> trial;
        contract::Evidence evidence = contract::Evidence::confirmation;
    };
    /// Whose a member is decides what it may do: only an owner says so. Errors: not_permitted.
    [[nodiscard]] Result<void> mayGive(const Caller &caller, const Delta &delta) const;
    /// A removal is this machine's own, and of now: no other would be taken in elsewhere. Errors:
    /// parameters_invalid.
    [[nodiscard]] Result<void> mayRemove(const Delta &delta) const;
    /// Nothing that this version can't read is overwritten unseen. Errors: format_newer, documents_invalid.
    [[nodiscard]] Result<void> mayReplace(const Draft &draft) const;
    [[nodiscard]] Result<Prepared> prepare(const Draft &draft) const;
    [[nodiscard]] Result<NextMain> commit(const std::vector<Edit> &edits, const Record &record);
    [[nodiscard]] Record recordFor(
        const Draft &draft, const Prepared &prepared, std::vector<contract::Finding> known);
    [[nodiscard]] std::vector<contract::Finding> alerts() const;
    /// The first step of a domain that is converging.
    using FirstStep = std::pair<std::string, Step>;
    /// The domains' first steps, or what failed; an alert of `known`, from before, is no fault of this
    /// change.
    [[nodiscard]] std::expected<std::vector<FirstStep>, contract::Finding> apply(
        const Delta &delta, const std::vector<contract::Finding> &known);
    void converge(const ObjectId &id, const std::vector<FirstStep> &steps);
    /// The steps of what this change took back are not gone on with.
    void dropStepsTakenBack(const Draft &draft);
    /// After a start: a cut may have come between a roll-back and the end of its steps.
    void resumeSteps();
    void dropSteps(const ObjectId &change);
    [[nodiscard]] bool changesForwardOnly(const ObjectId &id) const;
    void stepIsDue(const Convergence::Pending &pending);
    void applyAgain(const std::vector<Domain *> &domains);
    void take(const ObjectId &id, const Record &record, const Delta &delta);
    /// Brings `files`, which are as the head has them, git's index and `applied` to the head. `from`: the
    /// commits as of which the files may be.
    [[nodiscard]] Result<void> settle(std::vector<ObjectId> from, const std::vector<Edit> &files);
    [[nodiscard]] Result<void> noteApplied();
    [[nodiscard]] Result<void> settleFromApplied();
    [[nodiscard]] Result<void> resumeTrials();
    [[nodiscard]] Result<void> applyMain();
    /// The change at the head could not be applied: takes it back, or keeps that for later.
    [[nodiscard]] Result<ObjectId> takeBack(const contract::Finding &because);
    void noteSettled(const Result<void> &settled);
    /// What taking a change back would do to a configuration. Errors: undo_conflict, documents_invalid.
    [[nodiscard]] Result<Delta> planRollBack(const ObjectId &id, const Configuration &from) const;
    /// Whether this machine may make what takes a trial back: others would not take it in otherwise, and
    /// this machine would be alone with it. One that is removed is alone anyway.
    [[nodiscard]] bool mayTakeBack(const Delta &back) const;
    /// The trial that changes one of these keys too, or that could not be taken back once `after` holds, or
    /// not by this machine; empty where there is none.
    /// `ending`: trials that are over when this is done.
    [[nodiscard]] Result<ObjectId> trialInTheWay(const std::vector<Conflict> &keys,
        const Configuration &after, const std::set<ObjectId> &ending = {}) const;
    void trialIsOver(const ObjectId &id);
    /// What failed a while ago, as on a full disk.
    void tryAgain();
    void announce(const ObjectId &id);
    /// `main` as it is when this is taken in; a merge is written, where there has to be one.
    [[nodiscard]] Result<ObjectId> mainOf(const Counted &counted);
    /// What counts no more: this member's own changes wait to be made again.
    [[nodiscard]] Result<void> keepForAgain(const std::set<ObjectId> &excluded);
    /// Its trials end, and its steps are dropped.
    void letGo(const std::set<ObjectId> &excluded);
    /// Stamps from here on are later than those of a commit.
    [[nodiscard]] Result<void> observe(const ObjectId &head);
    /// Errors: edited_by_hand where one of these files is, and has not become a change yet.
    [[nodiscard]] Result<void> areSettled(const ObjectId &tree, const std::vector<std::string> &paths) const;
    void applyTakenIn(const Delta &delta);
    /// Tells the changes that `main` has now and did not have before.
    void announceSince(const ObjectId &before);

    Repository repository_;
    Context context_;
    WorkTree workTree_;
    History history_;
    Trials trials_;
    HybridClock hybridClock_;
    Validate validate_;
    Configuration main_;
    ObjectId head_;
    ObjectId applied_;
    std::vector<Problem> unreadable_;
    std::optional<Error> notSettled_; ///< why `main` is not all applied
    /// The change at the head that could not be applied and is still to be taken back: why, and why not yet.
    struct NotApplied {
        contract::Finding because;
        Error error;
    };
    std::optional<NotApplied> notApplied_;
    std::map<std::string, contract::Finding> notInForce_; ///< by domain: why what it applies is not in force
    QTimer retry_;
    std::map<ObjectId, Error> overdue_; ///< trials whose time is up and whose roll-back failed
};

} // namespace freehold::change
