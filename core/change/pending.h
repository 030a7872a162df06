// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/repository.h"

#include <vector>

namespace freehold::change {

/// Below it everything by hand is kept, whatever becomes of it.
inline constexpr const char *byHandPrefix = "refs/freehold/by-hand/";

/// Commits by plain git that are still to be taken in. Each has a reference, so that neither a locked vault
/// nor a kill lets one be forgotten: refs/freehold/by-hand-waiting/<id>, which names what was in force when
/// the commit came. House thread. Errors: those of the repository.
class Pending {
public:
    explicit Pending(Repository &repository)
        : repository_(repository)
    {
    }

    struct Entry {
        ObjectId id;
        ObjectId base; ///< what was in force when it came
    };
    /// Kept under refs/freehold/by-hand/ too. One that waits already goes on waiting on its former base.
    [[nodiscard]] Result<void> add(const Entry &entry);
    [[nodiscard]] Result<void> remove(const ObjectId &id);
    /// In the order in which they were made.
    [[nodiscard]] Result<std::vector<Entry>> all() const;

private:
    Repository &repository_;
};

/// What is still to be taken in when the engine starts: `main` as plain git left it.
struct FoundByHand {
    ObjectId trusted; ///< the last commit of the house's own
    ObjectId byHand; ///< empty where `main` is trusted
};

/// The newest commit of `main` that this engine made and that holds what was applied. Where `main` is
/// another, that one waits among the pending ones and `main` is put back, before anything is applied.
[[nodiscard]] Result<FoundByHand> settleMain(Repository &repository, const crypto::PublicKey &deviceKey);

} // namespace freehold::change
