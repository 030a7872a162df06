// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/crypto.h"

#include <optional>
#include <string>
#include <string_view>

namespace freehold::change {

/// The key that signed a raw commit object (gitformat-signature(5)), where the signature is sound.
[[nodiscard]] std::optional<crypto::PublicKey> signerOf(std::string_view rawCommit);

} // namespace freehold::change
