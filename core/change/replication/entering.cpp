// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/replication/entering.h"

#include "change/admission.h"
#include "change/loading.h"
#include "change/revocation.h"
#include "support/ssh.h"

namespace freehold::change {

Result<bool> isEntering(const Repository &repository, const Commit &change, const ObjectId &before,
    const crypto::PublicKey &signer, const std::vector<std::string> &paths)
{
    const std::string id = memberId(signer);
    const std::string memberPath = contract::pathOf("member", id);
    const std::string devicePath = contract::pathOf("device", id);
    DocumentPointer backup;
    for (const std::string &path : paths) {
        if (path == memberPath || path == devicePath) {
            // Who was a member once comes back with another key.
            if (!TRY(repository.blobAt(before, path)).empty())
                return false;
            continue;
        }
        const auto was = TRY(documentAt(repository, before, path));
        const auto is = TRY(documentAt(repository, change.tree, path));
        const bool isMarked = was && is && was->kind().name == "admission" && was->textAt("used_by").empty()
            && is->text() == withValue(was->text(), "used_by", id);
        if (!isMarked || backup)
            return false;
        backup = was;
    }
    const auto member = TRY(documentAt(repository, change.tree, memberPath));
    const auto device = TRY(documentAt(repository, change.tree, devicePath));
    const auto house = TRY(documentAt(repository, before, "house.toml"));
    return member && house && member->textAt("key") == ssh::publicKeyText(signer) && !isRevoked(*member)
        && (!device || device->textAt("owner").empty()) && letsItselfIn(*member, *house, backup.get());
}

} // namespace freehold::change
