// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/bytes.h"
#include "support/derivation.h"
#include "support/result.h"
#include "support/secret.h"

#include <cstdint>
#include <string>
#include <string_view>

/// How a backup is sealed: a first line that says how its key comes from a passphrase (Argon2id, RFC 9106),
/// then chunks of AES-256-GCM (NIST SP 800-38D). Each is sealed under its number and bound to the first line,
/// and the last says that it is: so none can be left out, moved or cut off (STREAM; Hoang, Reyhanitabar,
/// Rogaway, Vizár 2015, section 6). A key seals one backup.
namespace freehold::backup {

/// What is in a chunk; the last may be shorter.
inline constexpr std::size_t chunkBytes = 64UL * 1024;
/// What a sealed chunk is longer.
inline constexpr std::size_t tagBytes = 16;
/// No first line is longer.
inline constexpr std::size_t mostFirstLineBytes = 1'024;

/// What the first line says.
struct FirstLine {
    Derivation derivation;
    std::string check; ///< what tells a wrong passphrase from a damaged file
};
/// Errors: backup_damaged where it is no such line, or costs too much; format_newer.
[[nodiscard]] Result<FirstLine> parseFirstLine(std::string_view line);

class Sealer {
public:
    /// A key of its own for this passphrase. Takes as long as Argon2id does. Errors: passphrase_missing,
    /// key_store_unavailable.
    [[nodiscard]] static Result<Sealer> create(const Secret &passphrase);

    /// With which the file begins, its line feed included.
    [[nodiscard]] const std::string &firstLine() const { return firstLine_; }
    /// The next chunk. Errors: internal.
    [[nodiscard]] Result<Bytes> seal(ByteView chunk, bool isLast);

private:
    Sealer(Secret key, std::string firstLine)
        : key_(std::move(key))
        , firstLine_(std::move(firstLine))
    {
    }

    Secret key_;
    std::string firstLine_;
    std::uint64_t next_ = 0;
};

class Opener {
public:
    /// Errors: those of parseFirstLine(), passphrase_wrong, passphrase_missing, key_store_unavailable.
    [[nodiscard]] static Result<Opener> create(std::string_view firstLine, const Secret &passphrase);

    /// The next chunk. Errors: backup_damaged.
    [[nodiscard]] Result<Secret> open(ByteView sealed, bool isLast);

private:
    Opener(Secret key, std::string firstLine)
        : key_(std::move(key))
        , firstLine_(std::move(firstLine))
    {
    }

    Secret key_;
    std::string firstLine_;
    std::uint64_t next_ = 0;
};

} // namespace freehold::backup
