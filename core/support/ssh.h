// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/crypto.h"

#include <optional>
#include <string>
#include <string_view>

/// OpenSSH's text forms, so that plain git and ssh-keygen verify what we sign
/// (openssh PROTOCOL.sshsig; RFC 8709 for Ed25519 in SSH).
namespace freehold::ssh {

/// "ssh-ed25519 AAAA…", as in an authorized_keys line without its comment.
[[nodiscard]] std::string publicKeyText(const crypto::PublicKey &key);
[[nodiscard]] std::optional<crypto::PublicKey> publicKeyFromText(std::string_view text);

/// An armoured signature over `message` in the namespace "git".
[[nodiscard]] std::string sign(const crypto::SigningKey &key, std::string_view message);

/// The key that signed, where the armoured signature is sound for this message; nothing otherwise.
[[nodiscard]] std::optional<crypto::PublicKey> signedBy(std::string_view armoured, std::string_view message);

} // namespace freehold::ssh
