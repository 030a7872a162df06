// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the sentences of several codes share. Private to this library.
namespace freehold::words {

class Facts;
struct Told;

/// "owner"; what is not known as it came.
[[nodiscard]] QString roleName(const QString &wire);
/// "television"
[[nodiscard]] QString deviceKindName(const QString &wire);
/// "a whole number", for what an error says it expected.
[[nodiscard]] QString expectation(const QString &form);

/// Why the vault is locked, and what opens it: that depends on its seal.
[[nodiscard]] Told tellLockedVault(const Facts &fact);
/// Why a place that keeps vaults' keys does not give one.
[[nodiscard]] Told tellKeyStore(const Facts &fact);

} // namespace freehold::words
