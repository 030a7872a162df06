// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/sealed_secret.h"

#include "change/admission.h"
#include "support/sealed_box.h"

#include <algorithm>
#include <tuple>

namespace freehold::members {

namespace {

/// What a sealed value is bound to, so that none passes for that of another secret or version.
std::string about(const SealedSecret &secret, const std::string &house)
{
    return "freehold secret 1\n" + house + '\n' + secret.name + '\n' + std::to_string(secret.version) + '\n';
}

std::string statement(SealedSecret secret, const std::string &house)
{
    secret.signature.clear();
    return about(secret, house) + peer::toFrame(secret).payload.toStdString();
}

} // namespace

bool isLater(const SealedSecret &one, const SealedSecret &other)
{
    return std::tie(one.version, one.author) > std::tie(other.version, other.author);
}

std::set<std::string> readersOf(const SealedSecret &secret)
{
    std::set<std::string> readers;
    for (const SealedSecret::Reader &reader : secret.readers)
        readers.insert(reader.member);
    return readers;
}

Result<SealedSecret> seal(SealedSecret version, const Secret &value,
    const std::vector<crypto::PublicKey> &readers, const std::string &house, const crypto::SigningKey &author)
{
    version.author = change::memberId(author.publicKey());
    version.readers.clear();
    for (const crypto::PublicKey &reader : readers) {
        const Bytes sealed = TRY(crypto::sealFor(reader, asBytes(about(version, house)), value.view()));
        version.readers.push_back({change::memberId(reader), toBase64(sealed)});
    }
    version.signature = toBase64(author.sign(asBytes(statement(version, house))));
    return version;
}

bool isSignedBy(const SealedSecret &secret, const crypto::PublicKey &author, const std::string &house)
{
    const auto bytes = fromBase64(secret.signature);
    crypto::Signature signature;
    if (!bytes || bytes->size() != signature.size())
        return false;
    std::ranges::copy(*bytes, signature.begin());
    return crypto::verify(author, asBytes(statement(secret, house)), signature);
}

Result<Secret> open(const SealedSecret &secret, const crypto::SigningKey &reader, const std::string &house)
{
    const auto own = std::ranges::find(
        secret.readers, change::memberId(reader.publicKey()), &SealedSecret::Reader::member);
    if (own == secret.readers.end())
        return failure(ErrorCode::not_permitted);
    const auto sealed = fromBase64(own->sealed);
    if (!sealed)
        return failure(ErrorCode::signature_invalid);
    return crypto::openSealed(reader, asBytes(about(secret, house)), *sealed);
}

} // namespace freehold::members
