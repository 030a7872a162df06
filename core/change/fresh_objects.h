// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/pack_writer.h"

#include <git2/sys/odb_backend.h>

#include <span>

namespace freehold::change::git {

/// Objects of the newest commits, which lie in packs that libgit2 has not seen yet: to see one it reads the
/// whole pack folder again, which would take a fifth of a change's time. What is asked for is read from here;
/// the packs are looked at once in a dozen changes. Of one repository, used from its thread.
class FreshObjects {
public:
    /// Makes objects readable that are in a pack on the disk.
    void add(git_odb *database, std::span<const Object> objects);
    /// Lets libgit2 look at the packs now if that will be due soon.
    void settleAhead(git_odb *database);
    /// Lets libgit2 look at the packs now: by a part of an id it finds only what it has seen.
    void settle(git_odb *database);
    /// The repository has let go of its database, and opens it anew with all packs that are there.
    void forget() { *this = {}; }

private:
    [[nodiscard]] bool addBackend(git_odb *database);

    git_odb_backend *backend_ = nullptr; // the database's own
    decltype(git_odb_backend::write) put_ = nullptr;
    std::size_t bytes_ = 0;
};

} // namespace freehold::change::git
