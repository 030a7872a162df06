// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "contract/types.h"
#include "support/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the client opens itself, because no call carries a path.
namespace freehold::cli {

/// Larger files are refused before they are read: no document comes near it.
inline constexpr std::size_t documentLimitBytes = 10 * 1024 * 1024;

/// The content of the named files; "-" is standard input. Not UTF-8 or too large: documents_invalid with
/// the document.
[[nodiscard]] Result<std::vector<contract::DocumentContent>> readDocuments(
    std::span<const Invocation::Document> documents);

/// file_unwritable where something has that name already.
[[nodiscard]] Result<void> checkIsNew(const std::string &path);

/// Makes the file, readable by its owner alone. Never replaces one.
[[nodiscard]] Result<void> writeNewSecretFile(const std::string &path, std::string_view content);

/// A passphrase from an open file, up to its first line feed.
[[nodiscard]] Result<std::string> readPassphrase(int descriptor);

/// A passphrase typed on the terminal, which doesn't show it; twice where it is a new one. Without a
/// terminal: passphrase_missing; where the two differ: passphrase_wrong.
[[nodiscard]] Result<std::string> askForPassphrase(bool isNew);

} // namespace freehold::cli
