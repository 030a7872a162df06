// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/repository.h"
#include "support/crypto.h"

#include <string>
#include <vector>

namespace freehold::change {

/// Whether a change, which changes `paths` of the tree `before`, is that by which a machine lets itself in
/// that was restored from a backup: it adds its own document and what it is called, signed by the house's
/// root or by the key of a backup that has let nobody in yet and is marked so; and nothing else.
[[nodiscard]] Result<bool> isEntering(const Repository &repository, const Commit &change,
    const ObjectId &before, const crypto::PublicKey &signer, const std::vector<std::string> &paths);

} // namespace freehold::change
