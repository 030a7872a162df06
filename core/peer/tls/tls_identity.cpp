// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer/tls/tls_identity.h"

#include "support/freed.h"

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>

namespace freehold::peer {

namespace {

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

/// Application-Layer Protocol Negotiation (RFC 7301): its first byte is the length of the rest.
constexpr std::array<unsigned char, 11> protocols{10, 'f', 'r', 'e', 'e', 'h', 'o', 'l', 'd', '/', '1'};

/// A certificate like ours has about 200 bytes.
constexpr long mostCertificateBytes = 2'048;

std::optional<crypto::PublicKey> keyIn(const X509 *certificate)
{
    const EVP_PKEY *key = certificate == nullptr ? nullptr : X509_get0_pubkey(certificate);
    crypto::PublicKey bytes{};
    std::size_t size = bytes.size();
    if (key == nullptr || EVP_PKEY_get_id(key) != EVP_PKEY_ED25519
        || EVP_PKEY_get_raw_public_key(key, bytes.data(), &size) != 1 || size != bytes.size())
        return std::nullopt;
    return bytes;
}

/// Nobody vouches for a device key, and a pinned one does not end: it is the handshake's own signature that
/// proves that its holder is there.
int isDeviceKey(X509_STORE_CTX *chain, void *)
{
    return keyIn(X509_STORE_CTX_get0_cert(chain)) ? 1 : 0;
}

int selectProtocol(SSL *, const unsigned char **chosen, unsigned char *chosenSize,
    const unsigned char *offered, unsigned int offeredSize, void *)
{
    unsigned char *found = nullptr;
    if (SSL_select_next_proto(&found, chosenSize, protocols.data(), protocols.size(), offered, offeredSize)
        != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

Certificate certificateOf(EVP_PKEY *key)
{
    Certificate certificate(X509_new());
    if (!certificate)
        return nullptr;
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    // RFC 5280, section 4.1.2.5: a certificate that has no end.
    ASN1_TIME_set_string(X509_getm_notBefore(certificate.get()), "700101000000Z");
    ASN1_TIME_set_string(X509_getm_notAfter(certificate.get()), "99991231235959Z");
    X509_set_pubkey(certificate.get(), key);
    if (X509_sign(certificate.get(), key, nullptr) <= 0)
        return nullptr;
    return certificate;
}

bool prepare(SSL_CTX *context, EVP_PKEY *key)
{
    const Certificate certificate = certificateOf(key);
    if (!certificate || SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) != 1
        || SSL_CTX_use_certificate(context, certificate.get()) != 1
        || SSL_CTX_use_PrivateKey(context, key) != 1 || SSL_CTX_set1_sigalgs_list(context, "ed25519") != 1
        || SSL_CTX_set1_client_sigalgs_list(context, "ed25519") != 1
        || SSL_CTX_set1_groups_list(context, "?X25519MLKEM768:X25519") != 1
        || SSL_CTX_set_alpn_protos(context, protocols.data(), protocols.size()) != 0)
        return false;
    SSL_CTX_set_alpn_select_cb(context, selectProtocol, nullptr);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_cert_verify_callback(context, isDeviceKey, nullptr);
    SSL_CTX_set_max_cert_list(context, mostCertificateBytes);
    // Each connection proves both keys anew: there is nothing to resume.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 0);
    // Most connections are silent most of the time.
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    return true;
}

} // namespace

Result<std::shared_ptr<const TlsIdentity>> TlsIdentity::of(const crypto::SigningKey &key)
{
    const ByteView seed = key.seed().view();
    const Key own(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    std::shared_ptr<const TlsIdentity> identity(new TlsIdentity(SSL_CTX_new(TLS_method()), key.publicKey()));
    if (!own || identity->context() == nullptr || !prepare(identity->context(), own.get()))
        return failure(ErrorCode::internal, {{"what", "TLS 1.3 with Ed25519"}});
    return identity;
}

void TlsIdentity::Free::operator()(SSL_CTX *context) const
{
    SSL_CTX_free(context);
}

std::optional<crypto::PublicKey> peerOf(const SSL *session)
{
    // Who names no protocol is not asked for one (RFC 7301, section 3.2).
    const unsigned char *protocol = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(session, &protocol, &size);
    if (SSL_is_init_finished(session) != 1 || size == 0)
        return std::nullopt;
    return keyIn(SSL_get0_peer_certificate(session));
}

} // namespace freehold::peer
