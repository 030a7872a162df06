// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key_store/key_store.h"

namespace freehold::platform {

/// One key in a file that its owner alone may read. It protects what leaves the disk without it, and is
/// never called more than that.
class FileKeyStore : public KeyStore {
public:
    explicit FileKeyStore(std::filesystem::path path);

    void create(const std::string &id, Done<Secret> done) override;
    void fetch(const std::string &id, Done<Secret> done) override;
    void remove(const std::string &id, Done<void> done) override;

private:
    std::filesystem::path path_;
};

} // namespace freehold::platform
