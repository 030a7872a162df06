// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/repository.h"

#include <vector>

namespace freehold::change {

/// Some of the commits that a repository has, by which another finds out what it lacks.
struct Haves {
    std::vector<ObjectId> heads; ///< its newest changes
    std::vector<ObjectId> older; ///< on the way back from the first of them, newest first and ever sparser
};

/// What this member has, as it asks others for more. The long way back is gone once, and then only as far as
/// what is remembered of it. House thread.
class OwnHaves {
public:
    /// Of all that `head` builds on. Errors: repository_damaged.
    [[nodiscard]] Result<Haves> of(const Repository &repository, const ObjectId &head);

private:
    ObjectId from_;
    std::vector<ObjectId> older_; ///< `from_` and what is behind it
};

} // namespace freehold::change
