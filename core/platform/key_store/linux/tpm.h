// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/bytes.h"
#include "support/result.h"
#include "support/secret.h"

#include <string>

/// Sealing under a TPM 2.0's owner hierarchy: its storage primary is made anew from the TCG's ECC P-256
/// template each time, so nothing is left in the TPM. Bound to the chip, not to what booted. What passes
/// the bus is encrypted (a session salted with the primary's key). Thread-safe; a call blocks up to seconds.
/// Errors: key_store_unavailable.
namespace freehold::platform::tpm {

/// `tcti` as for Tss2_TctiLdr_Initialize. The secret has at most 128 bytes.
[[nodiscard]] Result<Bytes> seal(const std::string &tcti, const Secret &secret);
[[nodiscard]] Result<Secret> unseal(const std::string &tcti, ByteView blob);

} // namespace freehold::platform::tpm
