// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/crypto.h"

#include <memory>
#include <optional>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace freehold::peer {

/// How this machine shows itself to others: TLS 1.3 alone (RFC 8446), both sides by their device key, an
/// Ed25519 key in a self-signed certificate (RFC 8410) that says nothing else. Any such key is let in: whose
/// it is, and what its holder may do, is decided by whoever asks `peerOf`. Immutable, so threads may share
/// it.
class TlsIdentity {
public:
    /// Errors: internal where OpenSSL has no Ed25519 or no TLS 1.3.
    [[nodiscard]] static Result<std::shared_ptr<const TlsIdentity>> of(const crypto::SigningKey &key);

    [[nodiscard]] SSL_CTX *context() const { return context_.get(); }
    [[nodiscard]] const crypto::PublicKey &publicKey() const { return publicKey_; }

private:
    struct Free {
        void operator()(SSL_CTX *context) const;
    };
    TlsIdentity(SSL_CTX *context, const crypto::PublicKey &publicKey)
        : context_(context)
        , publicKey_(publicKey)
    {
    }

    std::unique_ptr<SSL_CTX, Free> context_;
    crypto::PublicKey publicKey_;
};

/// The key that the other side has proven to hold; nothing before the handshake is done, or where the other
/// side does not speak our protocol.
[[nodiscard]] std::optional<crypto::PublicKey> peerOf(const SSL *session);

} // namespace freehold::peer
