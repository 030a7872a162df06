// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "contract/types.h"
#include "support/result.h"
#include "support/secret.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the client opens itself, because no call carries a path.
namespace freehold::cli {

/// The content of the named files; "-" is standard input. Not UTF-8, or larger than
/// contract::maximumDocumentBytes: documents_invalid with the document.
[[nodiscard]] Result<std::vector<contract::DocumentContent>> readDocuments(
    std::span<const Invocation::Document> documents);

/// file_unwritable where something has that name already.
[[nodiscard]] Result<void> checkIsNew(const std::string &path);

/// Makes the file, readable by its owner alone. Never replaces one.
[[nodiscard]] Result<void> writeNewSecretFile(const std::string &path, std::string_view content);

/// A passphrase from an open file, up to its first line feed.
[[nodiscard]] Result<Secret> readPassphrase(int descriptor);

/// A passphrase typed on the terminal, which doesn't show it; twice where it is a new one. Without a
/// terminal: passphrase_missing; where the two differ: passphrase_wrong.
[[nodiscard]] Result<Secret> askForPassphrase(bool isNew);

} // namespace freehold::cli
