// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/pipeline.h"

namespace freehold::change {

/// How to get back: edits for a new commit, since history is never rewritten. Kinds that only go forward
/// are left as they are and named in `stays`.
struct Reversal {
    std::vector<Edit> edits;
    std::vector<std::string> stays;
    std::vector<ObjectId> goes; ///< of a restore: changes that no longer hold, newest first
    ObjectId target; ///< the change that it is about
};

/// Takes one change back and leaves later ones. Errors: change_missing, change_in_trial,
/// change_already_undone, change_cannot_be_undone, undo_conflict (with the key and the change that stands in
/// the way).
[[nodiscard]] Result<Reversal> planUndo(Pipeline &pipeline, const ObjectId &id);

/// Makes a change again that was taken back. Errors: change_not_undone, and as planUndo().
[[nodiscard]] Result<Reversal> planRedo(Pipeline &pipeline, const ObjectId &id);

/// Makes a change again that a merge left out, also where another one holds now. Errors: no_choice_here, and
/// as planUndo().
[[nodiscard]] Result<Reversal> planChoice(Pipeline &pipeline, const ObjectId &id);

/// The house as it was just after a change, or at a time (RFC 3339).
[[nodiscard]] Result<Reversal> planRestore(Pipeline &pipeline, const std::string &target);

/// The draft that carries a reversal out: undo, redo or restore, as the cause says.
[[nodiscard]] Draft draftOf(Reversal reversal, contract::Cause cause, const Caller &caller);

} // namespace freehold::change
