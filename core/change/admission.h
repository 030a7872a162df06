// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codes.h"
#include "support/crypto.h"
#include "support/time.h"

#include <string>

/// How a house knows its own: its id is the hash of its root key. A member is admitted by the root's
/// signature over house, member key and role, or by the change that adds it, signed by a member who may.
namespace freehold::change {

[[nodiscard]] std::string houseId(const crypto::PublicKey &root);
[[nodiscard]] std::string memberId(const crypto::PublicKey &device);

/// The root's signature, base64.
[[nodiscard]] std::string admit(
    const crypto::SigningKey &root, const crypto::PublicKey &device, contract::Role role);
[[nodiscard]] bool isAdmitted(const crypto::PublicKey &root, const crypto::PublicKey &device,
    contract::Role role, std::string_view admission);

/// A member's document. `admission` is the root's signature, or empty.
[[nodiscard]] std::string memberDocument(
    const crypto::PublicKey &device, contract::Role role, Time admitted, const std::string &admission);

} // namespace freehold::change
