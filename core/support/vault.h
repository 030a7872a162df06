// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/crypto.h"
#include "support/derivation.h"
#include "support/result.h"
#include "support/secret.h"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace freehold {

/// Where the key that seals a vault comes from. `file` lies on the same disk: it keeps out who reads
/// a backup of the vault alone, and nobody else, and is called that wherever it is shown.
enum class SealedBy : std::uint8_t { key_store, tpm, passphrase, service_credential, file };

[[nodiscard]] constexpr std::array<std::string_view, 5> enumNames(SealedBy)
{
    return {"key-store", "tpm", "passphrase", "service-credential", "file"};
}
[[nodiscard]] constexpr std::string_view name(SealedBy seal)
{
    return enumNames(seal)[static_cast<std::size_t>(seal)];
}

/// Named secrets in one file, each sealed with AES-256-GCM (NIST SP 800-38D) under the vault's key, bound
/// to its name and to the vault. Opened with its key; without one it does not exist as an object.
/// Used from one thread. Every write is durable when it returns; one that fails changes nothing.
///
/// The cipher is QCA's: main holds a `QCA::Initializer`, made before the first vault and gone after the
/// last. Without its provider (qca-ossl) every call here fails with `internal`.
class Vault {
public:
    static constexpr std::size_t keyBytes = 32;
    static constexpr std::size_t idBytes = 16;

    /// What the file says of itself, which can be read without a key.
    struct Header {
        SealedBy sealedBy = SealedBy::file;
        Bytes id; ///< idBytes random bytes; names the vault's key in a key store
        std::optional<Derivation> derivation; ///< with a passphrase, and only then

        friend bool operator==(const Header &, const Header &) = default;
    };

    /// Makes a new, empty vault. Its id is given where the key is already kept under it.
    /// Errors: vault_damaged where a file is there; those of file.h.
    [[nodiscard]] static Result<Vault> create(const std::filesystem::path &path, Secret key,
        SealedBy sealedBy, Bytes id = crypto::randomBytes(idBytes));
    /// Errors: vault_damaged, passphrase_wrong (the file is whole and the key does not fit),
    /// format_newer, file_unreadable.
    [[nodiscard]] static Result<Vault> open(const std::filesystem::path &path, Secret key);
    /// Errors: vault_damaged, format_newer, file_unreadable.
    [[nodiscard]] static Result<Header> header(const std::filesystem::path &path);

    [[nodiscard]] const Header &header() const { return header_; }
    [[nodiscard]] bool contains(std::string_view name) const;
    /// Errors: vault_damaged where the entry is missing or was tampered with.
    [[nodiscard]] Result<Secret> entry(std::string_view name) const;
    /// Errors: document_too_large; those of file.h.
    [[nodiscard]] Result<void> put(std::string_view name, const Secret &secret);
    [[nodiscard]] Result<void> remove(std::string_view name);

    /// Seals all anew under another key; the old one opens this file no more.
    [[nodiscard]] Result<void> reseal(
        Secret key, SealedBy sealedBy, std::optional<Derivation> derivation = {});

private:
    using Sealed = std::map<std::string, Bytes, std::less<>>;

    Vault(std::filesystem::path path, Secret key, Header header, Sealed sealed);
    [[nodiscard]] Result<void> save() const;

    std::filesystem::path path_;
    Secret key_;
    Header header_;
    Sealed sealed_;
};

} // namespace freehold
