// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/admission.h"

#include "support/ssh.h"

#include <algorithm>

namespace freehold::change {

namespace {

/// 130 bits: no two by accident, and short enough for a path.
constexpr std::size_t idLength = 26;

std::string statement(const crypto::PublicKey &root, const crypto::PublicKey &device, contract::Role role)
{
    return "freehold admission 1\n" + houseId(root) + '\n' + ssh::publicKeyText(device) + '\n'
        + std::string(nameOf(role)) + '\n';
}

} // namespace

std::string houseId(const crypto::PublicKey &root)
{
    return toBase32(crypto::sha256(root)).substr(0, idLength);
}

std::string memberId(const crypto::PublicKey &device)
{
    return toBase32(crypto::sha256(device)).substr(0, idLength);
}

std::string admit(const crypto::SigningKey &root, const crypto::PublicKey &device, contract::Role role)
{
    return toBase64(root.sign(asBytes(statement(root.publicKey(), device, role))));
}

bool isAdmitted(const crypto::PublicKey &root, const crypto::PublicKey &device, contract::Role role,
    std::string_view admission)
{
    const auto bytes = fromBase64(admission);
    crypto::Signature signature;
    if (!bytes || bytes->size() != signature.size())
        return false;
    std::ranges::copy(*bytes, signature.begin());
    return crypto::verify(root, asBytes(statement(root, device, role)), signature);
}

std::string admissionDocument(
    const crypto::PublicKey &key, contract::Role role, const std::string &madeAt, Time made)
{
    std::string text = withValue({}, "key", ssh::publicKeyText(key));
    text = withValue(text, "role", std::string(nameOf(role)));
    text = withValue(text, "made_at", madeAt);
    return text + "made = " + toRfc3339(std::chrono::floor<std::chrono::seconds>(made)) + '\n';
}

bool letsItselfIn(const Document &member, const Document &house, const Document *backup)
{
    const auto key = ssh::publicKeyFromText(member.textAt("key"));
    const auto role = contract::fromName<contract::Role>(member.textAt("role"));
    if (!key || !role || memberId(*key) != member.id())
        return false;
    const auto signedBy = [&](const std::string &text) {
        const auto signer = ssh::publicKeyFromText(text);
        return signer && isAdmitted(*signer, *key, *role, member.textAt("admission"));
    };
    if (signedBy(house.textAt("root")))
        return true;
    const auto most = backup ? contract::fromName<contract::Role>(backup->textAt("role")) : std::nullopt;
    return most && *role <= *most && signedBy(backup->textAt("key"));
}

std::string memberDocument(
    const crypto::PublicKey &device, contract::Role role, Time admitted, const std::string &admission)
{
    std::string text = withValue({}, "key", ssh::publicKeyText(device));
    text = withValue(text, "role", std::string(nameOf(role)));
    if (!admission.empty())
        text = withValue(text, "admission", admission);
    return text + "admitted = " + toRfc3339(std::chrono::floor<std::chrono::seconds>(admitted)) + '\n';
}

} // namespace freehold::change
