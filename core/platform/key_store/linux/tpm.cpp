// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_store/linux/tpm.h"

#include "key_store/key_store.h"

#include <openssl/crypto.h>
#include <tss2/tss2_esys.h>
#include <tss2/tss2_mu.h>
#include <tss2/tss2_tctildr.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <unistd.h>

namespace freehold::platform::tpm {

namespace {

struct FreeEsys {
    void operator()(void *memory) const { Esys_Free(memory); }
};
template <class Type>
using Given = std::unique_ptr<Type, FreeEsys>; ///< by ESYS

std::unexpected<Error> failed(std::string problem)
{
    return keyStoreFailure(SealedBy::tpm, std::move(problem));
}

/// A connection with a storage primary and a session that encrypts; its TPM objects end with it.
class Tpm {
public:
    static Result<std::unique_ptr<Tpm>> open(const std::string &tcti);
    Tpm() = default;
    Tpm(const Tpm &) = delete;
    Tpm &operator=(const Tpm &) = delete;
    ~Tpm();

    [[nodiscard]] ESYS_CONTEXT *context() const { return context_; }
    [[nodiscard]] ESYS_TR primary() const { return primary_; }
    [[nodiscard]] ESYS_TR session() const { return session_; }

private:
    [[nodiscard]] bool makePrimary();
    [[nodiscard]] bool startSession();

    TSS2_TCTI_CONTEXT *tcti_ = nullptr;
    ESYS_CONTEXT *context_ = nullptr;
    ESYS_TR primary_ = ESYS_TR_NONE;
    ESYS_TR session_ = ESYS_TR_NONE;
};

Result<std::unique_ptr<Tpm>> Tpm::open(const std::string &tcti)
{
    // The loader writes to standard error where there is no such device.
    constexpr std::string_view device = "device:";
    if (tcti.starts_with(device) && ::access(tcti.c_str() + device.size(), R_OK | W_OK) != 0)
        return failed("unreachable");
    auto tpm = std::make_unique<Tpm>();
    if (Tss2_TctiLdr_Initialize(tcti.c_str(), &tpm->tcti_) != TSS2_RC_SUCCESS
        || Esys_Initialize(&tpm->context_, tpm->tcti_, nullptr) != TSS2_RC_SUCCESS)
        return failed("unreachable");
    if (!tpm->makePrimary() || !tpm->startSession())
        return failed("refused");
    return tpm;
}

Tpm::~Tpm()
{
    for (const ESYS_TR handle : {session_, primary_})
        if (handle != ESYS_TR_NONE)
            Esys_FlushContext(context_, handle);
    Esys_Finalize(&context_);
    Tss2_TctiLdr_Finalize(&tcti_);
}

bool Tpm::makePrimary()
{
    // TCG TPM v2.0 Provisioning Guidance 7.5.1, with template L-2 of the EK Credential Profile B.3.4.
    TPM2B_PUBLIC area{};
    area.publicArea.type = TPM2_ALG_ECC;
    area.publicArea.nameAlg = TPM2_ALG_SHA256;
    area.publicArea.objectAttributes = TPMA_OBJECT_RESTRICTED | TPMA_OBJECT_DECRYPT | TPMA_OBJECT_FIXEDTPM
        | TPMA_OBJECT_FIXEDPARENT | TPMA_OBJECT_SENSITIVEDATAORIGIN | TPMA_OBJECT_USERWITHAUTH
        | TPMA_OBJECT_NODA;
    auto &parameters = area.publicArea.parameters.eccDetail;
    parameters.symmetric.algorithm = TPM2_ALG_AES;
    parameters.symmetric.keyBits.aes = 128;
    parameters.symmetric.mode.aes = TPM2_ALG_CFB;
    parameters.scheme.scheme = TPM2_ALG_NULL;
    parameters.curveID = TPM2_ECC_NIST_P256;
    parameters.kdf.scheme = TPM2_ALG_NULL;
    area.publicArea.unique.ecc.x.size = 32;
    area.publicArea.unique.ecc.y.size = 32;

    const TPM2B_SENSITIVE_CREATE sensitive{};
    const TPM2B_DATA outside{};
    const TPML_PCR_SELECTION pcrs{};
    return Esys_CreatePrimary(context_, ESYS_TR_RH_OWNER, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE,
               &sensitive, &area, &outside, &pcrs, &primary_, nullptr, nullptr, nullptr, nullptr)
        == TSS2_RC_SUCCESS;
}

bool Tpm::startSession()
{
    TPMT_SYM_DEF symmetric{};
    symmetric.algorithm = TPM2_ALG_AES;
    symmetric.keyBits.aes = 128;
    symmetric.mode.aes = TPM2_ALG_CFB;
    constexpr TPMA_SESSION attributes
        = TPMA_SESSION_CONTINUESESSION | TPMA_SESSION_DECRYPT | TPMA_SESSION_ENCRYPT;
    return Esys_StartAuthSession(context_, primary_, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE,
               nullptr, TPM2_SE_HMAC, &symmetric, TPM2_ALG_SHA256, &session_)
        == TSS2_RC_SUCCESS
        && Esys_TRSess_SetAttributes(context_, session_, attributes, 0xff) == TSS2_RC_SUCCESS;
}

/// The blob's two halves, in the TPM's own wire format, one after the other.
struct Blob {
    TPM2B_PUBLIC publicArea{};
    TPM2B_PRIVATE privateArea{};
};

std::optional<Bytes> marshal(const TPM2B_PUBLIC &publicArea, const TPM2B_PRIVATE &privateArea)
{
    Bytes bytes(sizeof(TPM2B_PUBLIC) + sizeof(TPM2B_PRIVATE));
    std::size_t offset = 0;
    if (Tss2_MU_TPM2B_PUBLIC_Marshal(&publicArea, bytes.data(), bytes.size(), &offset) != TSS2_RC_SUCCESS
        || Tss2_MU_TPM2B_PRIVATE_Marshal(&privateArea, bytes.data(), bytes.size(), &offset)
            != TSS2_RC_SUCCESS)
        return std::nullopt;
    bytes.resize(offset);
    return bytes;
}

std::optional<Blob> unmarshal(ByteView bytes)
{
    Blob blob;
    std::size_t offset = 0;
    if (Tss2_MU_TPM2B_PUBLIC_Unmarshal(bytes.data(), bytes.size(), &offset, &blob.publicArea)
            != TSS2_RC_SUCCESS
        || Tss2_MU_TPM2B_PRIVATE_Unmarshal(bytes.data(), bytes.size(), &offset, &blob.privateArea)
            != TSS2_RC_SUCCESS
        || offset != bytes.size())
        return std::nullopt;
    return blob;
}

} // namespace

Result<Bytes> seal(const std::string &tcti, const Secret &secret)
{
    TPM2B_SENSITIVE_CREATE sensitive{};
    if (secret.size() > sizeof sensitive.sensitive.data.buffer)
        return failed("refused");
    const auto tpm = TRY(Tpm::open(tcti));

    TPM2B_PUBLIC area{};
    area.publicArea.type = TPM2_ALG_KEYEDHASH;
    area.publicArea.nameAlg = TPM2_ALG_SHA256;
    area.publicArea.objectAttributes
        = TPMA_OBJECT_FIXEDTPM | TPMA_OBJECT_FIXEDPARENT | TPMA_OBJECT_USERWITHAUTH | TPMA_OBJECT_NODA;
    area.publicArea.parameters.keyedHashDetail.scheme.scheme = TPM2_ALG_NULL;
    const TPM2B_DATA outside{};
    const TPML_PCR_SELECTION pcrs{};
    TPM2B_PRIVATE *privateArea = nullptr;
    TPM2B_PUBLIC *publicArea = nullptr;

    sensitive.sensitive.data.size = static_cast<UINT16>(secret.size());
    std::ranges::copy(secret.view(), sensitive.sensitive.data.buffer);
    const TSS2_RC result
        = Esys_Create(tpm->context(), tpm->primary(), tpm->session(), ESYS_TR_NONE, ESYS_TR_NONE, &sensitive,
            &area, &outside, &pcrs, &privateArea, &publicArea, nullptr, nullptr, nullptr);
    OPENSSL_cleanse(&sensitive, sizeof sensitive);
    const Given<TPM2B_PRIVATE> ownedPrivate(privateArea);
    const Given<TPM2B_PUBLIC> ownedPublic(publicArea);
    if (result != TSS2_RC_SUCCESS)
        return failed("refused");
    auto blob = marshal(*publicArea, *privateArea);
    if (!blob)
        return failed("refused");
    return std::move(*blob);
}

Result<Secret> unseal(const std::string &tcti, ByteView bytes)
{
    const auto blob = unmarshal(bytes);
    if (!blob)
        return failed("damaged");
    const auto tpm = TRY(Tpm::open(tcti));
    ESYS_TR object = ESYS_TR_NONE;
    const TSS2_RC loaded = Esys_Load(tpm->context(), tpm->primary(), tpm->session(), ESYS_TR_NONE,
        ESYS_TR_NONE, &blob->privateArea, &blob->publicArea, &object);
    // Format-one codes also number the parameter (TPM 2.0 Library part 2, 6.6.3).
    constexpr TSS2_RC withoutNumber = 0xbf;
    if (loaded != TSS2_RC_SUCCESS)
        return failed((loaded & withoutNumber) == TPM2_RC_INTEGRITY ? "damaged" : "refused");
    TPM2B_SENSITIVE_DATA *data = nullptr;
    // Unseal has no parameter that the session could encrypt on the way in.
    const TSS2_RC result = Esys_TRSess_SetAttributes(tpm->context(), tpm->session(), 0, TPMA_SESSION_DECRYPT)
            == TSS2_RC_SUCCESS
        ? Esys_Unseal(tpm->context(), object, tpm->session(), ESYS_TR_NONE, ESYS_TR_NONE, &data)
        : TSS2_ESYS_RC_GENERAL_FAILURE;
    Esys_FlushContext(tpm->context(), object);
    const Given<TPM2B_SENSITIVE_DATA> owned(data);
    if (result != TSS2_RC_SUCCESS)
        return failed("refused");
    Secret secret = Secret::of(ByteView(data->buffer, data->size));
    OPENSSL_cleanse(data, sizeof *data);
    return secret;
}

} // namespace freehold::platform::tpm
