// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/document.h"
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

/// How a backup may let one machine in: the document of the key that is in it. `made_at` is a member's id.
[[nodiscard]] std::string admissionDocument(
    const crypto::PublicKey &key, contract::Role role, const std::string &madeAt, Time made);
/// Whether a member's document carries the signature of the house's root, or of the key of a backup that lets
/// one in (`backup`, of kind admission; null where there is none).
[[nodiscard]] bool letsItselfIn(const Document &member, const Document &house, const Document *backup);

/// A member's document. `admission` is the root's signature, or empty.
[[nodiscard]] std::string memberDocument(
    const crypto::PublicKey &device, contract::Role role, Time admitted, const std::string &admission);

} // namespace freehold::change
