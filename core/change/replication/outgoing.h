// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/replication/haves.h"
#include "change/repository.h"

#include <QIODevice>

#include <memory>
#include <vector>

namespace freehold::change {

/// What another member lacks of `head`'s history, as git packs to be read one after the other. Who has
/// nothing yet gets this repository's own packs as they are, which may hold more than is needed: to make one
/// of a long history takes longer than all the rest. `haves`: what the other has; those that are not known
/// here are passed over. House thread. Errors: repository_damaged, file_unreadable.
[[nodiscard]] Result<std::vector<std::unique_ptr<QIODevice>>> packsFor(
    const Repository &repository, const ObjectId &head, const Haves &haves);

} // namespace freehold::change
