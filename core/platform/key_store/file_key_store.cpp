// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/file_key_store.h"

#include "support/file.h"

#include <openssl/crypto.h>

namespace freehold::platform {

namespace {

Result<Secret> readKey(const std::filesystem::path &path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return keyStoreFailure(SealedBy::file, "missing");
    auto text = file::read(path, Vault::keyBytes);
    if (!text)
        return keyStoreFailure(
            SealedBy::file, text.error().code == ErrorCode::document_too_large ? "damaged" : "refused");
    Secret key = Secret::of(*text);
    OPENSSL_cleanse(text->data(), text->size());
    if (key.size() != Vault::keyBytes)
        return keyStoreFailure(SealedBy::file, "damaged");
    return key;
}

} // namespace

FileKeyStore::FileKeyStore(std::filesystem::path path)
    : path_(std::move(path))
{
}

void FileKeyStore::create(const std::string & /*id*/, Done<Secret> done)
{
    // A key that is there may open a vault that comes back, as from a backup: it is used again.
    if (auto kept = readKey(path_))
        return done(std::move(kept));
    Secret key = Secret::random(Vault::keyBytes);
    if (auto written = file::writeDurably(path_, key.text(), file::Mode::secret); !written)
        return done(std::unexpected(std::move(written).error()));
    done(std::move(key));
}

void FileKeyStore::fetch(const std::string & /*id*/, Done<Secret> done)
{
    done(readKey(path_));
}

void FileKeyStore::remove(const std::string & /*id*/, Done<void> done)
{
    done(file::removeDurably(path_));
}

} // namespace freehold::platform
