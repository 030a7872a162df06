// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/fresh_objects.h"

#include <git2/sys/mempack.h>

#include <utility>

namespace freehold::change::git {

namespace {

/// Two dozen changes in a folder of a thousand documents, whose tree is 40 KiB.
constexpr std::size_t limitBytes = std::size_t{1024} * 1024;

/// Before libgit2's own for loose objects and packs (1 and 2), which would look at the disk first.
constexpr int firstPriority = 3;

} // namespace

void FreshObjects::add(git_odb *database, std::span<const Object> objects)
{
    for (const Object &object : objects)
        bytes_ += object.content.size();
    if (bytes_ > limitBytes) {
        settle(database);
        return;
    }
    if (backend_ == nullptr && !addBackend(database)) {
        settle(database);
        return;
    }
    for (const Object &object : objects)
        put_(backend_, &object.id, object.content.data(), object.content.size(), object.type);
}

void FreshObjects::settleAhead(git_odb *database)
{
    if (bytes_ > limitBytes / 2)
        settle(database);
}

bool FreshObjects::addBackend(git_odb *database)
{
    git_odb_backend *made = nullptr;
    if (git_mempack_new(&made) != 0)
        return false;
    // What libgit2 itself writes must go to the disk, not here.
    put_ = std::exchange(made->write, nullptr);
    if (git_odb_add_backend(database, made, firstPriority) != 0) {
        made->free(made);
        return false;
    }
    backend_ = made;
    return true;
}

void FreshObjects::settle(git_odb *database)
{
    git_odb_refresh(database);
    if (backend_ != nullptr)
        git_mempack_reset(backend_);
    bytes_ = 0;
}

} // namespace freehold::change::git
