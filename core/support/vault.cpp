// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/vault.h"

#include "support/file.h"
#include "support/seal.h"
#include "support/vault_format.h"

#include <algorithm>

namespace freehold {

namespace {

// No entry has an empty name, so that none can stand in for the check.
constexpr std::string_view checkName;
// A key, a certificate chain or a token; the whole file stays far below its limit.
constexpr std::size_t maxSecretBytes = 64 * 1024;
constexpr std::size_t maxNameBytes = 255;

Result<vault_format::Contents> readContents(const std::filesystem::path &path)
{
    const auto text = file::read(path, vault_format::maxFileBytes);
    if (!text && text.error().code == ErrorCode::document_too_large)
        return failure(ErrorCode::vault_damaged, {{"part", "file"}});
    if (!text)
        return std::unexpected(text.error());
    return vault_format::parse(*text);
}

Result<void> checkKey(const Secret &key)
{
    if (key.size() != Vault::keyBytes)
        return failure(ErrorCode::passphrase_wrong);
    return {};
}

} // namespace

Vault::Vault(std::filesystem::path path, Secret key, Header header, Sealed sealed)
    : path_(std::move(path))
    , key_(std::move(key))
    , header_(std::move(header))
    , sealed_(std::move(sealed))
{
}

Result<Vault> Vault::create(const std::filesystem::path &path, Secret key, SealedBy sealedBy, Bytes id)
{
    TRY(checkKey(key));
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
        return failure(ErrorCode::vault_damaged, {{"part", "file"}});
    Vault vault(path, std::move(key), Header{sealedBy, std::move(id), {}}, {});
    TRY(vault.save());
    return vault;
}

Result<Vault::Header> Vault::header(const std::filesystem::path &path)
{
    return TRY(readContents(path)).header;
}

Result<Vault> Vault::open(const std::filesystem::path &path, Secret key)
{
    vault_format::Contents contents = TRY(readContents(path));
    TRY(checkKey(key));
    const auto check = unseal(key, contents.header.id, checkName, contents.check);
    if (!check && check.error().code == ErrorCode::vault_damaged)
        return failure(ErrorCode::passphrase_wrong);
    if (!check)
        return std::unexpected(check.error());
    if (!std::ranges::equal(check->view(), vault_format::digest(contents)))
        return failure(ErrorCode::vault_damaged, {{"part", "check"}});
    return Vault(path, std::move(key), std::move(contents.header), std::move(contents.sealed));
}

bool Vault::contains(std::string_view name) const
{
    return sealed_.contains(name);
}

Result<Secret> Vault::entry(std::string_view name) const
{
    const auto found = sealed_.find(name);
    if (found == sealed_.end())
        return failure(ErrorCode::vault_damaged, {{"part", std::string(name)}});
    return unseal(key_, header_.id, name, found->second);
}

Result<void> Vault::put(std::string_view name, const Secret &secret)
{
    if (name.empty() || name.size() > maxNameBytes || secret.size() > maxSecretBytes)
        return failure(ErrorCode::document_too_large,
            {{"document", std::string(name.substr(0, maxNameBytes))},
                {"limit", std::to_string(maxSecretBytes)}});
    Sealed former = sealed_;
    sealed_.insert_or_assign(std::string(name), TRY(seal(key_, header_.id, name, secret.view())));
    auto saved = save();
    if (!saved)
        sealed_ = std::move(former);
    return saved;
}

Result<void> Vault::remove(std::string_view name)
{
    const auto found = sealed_.find(name);
    if (found == sealed_.end())
        return {};
    auto node = sealed_.extract(found);
    auto saved = save();
    if (!saved)
        sealed_.insert(std::move(node));
    return saved;
}

Result<void> Vault::reseal(Secret key, SealedBy sealedBy, std::optional<Derivation> derivation)
{
    TRY(checkKey(key));
    Vault anew(path_, std::move(key), Header{sealedBy, header_.id, std::move(derivation)}, {});
    for (const auto &[name, sealed] : sealed_) {
        const Secret secret = TRY(unseal(key_, header_.id, name, sealed));
        anew.sealed_.emplace(name, TRY(seal(anew.key_, header_.id, name, secret.view())));
    }
    TRY(anew.save());
    *this = std::move(anew);
    return {};
}

Result<void> Vault::save() const
{
    vault_format::Contents contents{header_, {}, sealed_};
    contents.check = TRY(seal(key_, header_.id, checkName, vault_format::digest(contents)));
    const std::string text = vault_format::write(contents);
    if (text.size() > vault_format::maxFileBytes)
        return failure(ErrorCode::document_too_large,
            {{"place", path_.string()}, {"limit", std::to_string(vault_format::maxFileBytes)}});
    return file::writeDurably(path_, text, file::Mode::secret);
}

} // namespace freehold
