// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/signed_commit.h"

#include "support/ssh.h"

namespace freehold::change {

std::optional<crypto::PublicKey> signerOf(std::string_view rawCommit)
{
    constexpr std::string_view header = "gpgsig ";
    std::string signature;
    std::string signedPart;
    std::string_view rest = rawCommit;
    bool inSignature = false;
    // The header is folded: its further lines begin with a space. What is signed is all the rest.
    while (!rest.empty()) {
        const auto newline = rest.find('\n');
        const auto line = rest.substr(0, newline);
        if (line.empty())
            break;
        const auto whole = rest.substr(0, newline == std::string_view::npos ? rest.size() : newline + 1);
        if (line.starts_with(header)) {
            if (!signature.empty())
                return std::nullopt;
            inSignature = true;
            signature = line.substr(header.size());
        } else if (inSignature && line.starts_with(' ')) {
            signature += '\n';
            signature += line.substr(1);
        } else {
            inSignature = false;
            signedPart += whole;
        }
        rest.remove_prefix(whole.size());
    }
    if (signature.empty())
        return std::nullopt;
    signedPart += rest;
    return ssh::signedBy(signature, signedPart);
}

} // namespace freehold::change
