// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key_store/key_store.h"

#include <QObject>

namespace freehold::platform {

/// One key, sealed by this machine's TPM 2.0 into a file. The calls to the TPM run on a worker.
class TpmKeyStore : public KeyStore {
public:
    /// `tcti` as for Tss2_TctiLdr_Initialize ("device:/dev/tpmrm0").
    TpmKeyStore(std::filesystem::path path, std::string tcti);

    void create(const std::string &id, Done<Secret> done) override;
    void fetch(const std::string &id, Done<Secret> done) override;
    void remove(const std::string &id, Done<void> done) override;

private:
    std::filesystem::path path_;
    std::string tcti_;
    QObject context_; ///< ends with the store, and with it the calls of `done`
};

} // namespace freehold::platform
