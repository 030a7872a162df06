// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/vault.h"

/// The vault's file: a first line "freehold-vault 1 DIGEST" and a JSON document. The digest is SHA-256 of
/// the document and tells a torn or rotten file from one that another key sealed. It keeps nobody out:
/// that is what the check is for, which holds the digest of all else under the vault's key.
namespace freehold::vault_format {

/// A house's vault holds some dozens of keys; what is larger was not written by us.
constexpr std::size_t maxFileBytes = 4 * 1024 * 1024;

struct Contents {
    Vault::Header header;
    Bytes check; ///< sealed: digest() of the contents
    std::map<std::string, Bytes, std::less<>> sealed;

    friend bool operator==(const Contents &, const Contents &) = default;
};

[[nodiscard]] std::string write(const Contents &contents);
/// Bounded in size and depth, strict. Errors: vault_damaged, format_newer.
[[nodiscard]] Result<Contents> parse(std::string_view file);

/// Over all but the check: header, names and sealed values.
[[nodiscard]] crypto::Sha256 digest(const Contents &contents);

/// The first line that fits a document.
[[nodiscard]] std::string firstLine(std::string_view document);

} // namespace freehold::vault_format
