// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How a kind of configuration document is described, once, as data. Reading, validation with line
/// numbers, differences, docs, completion and editors' hints follow from it.
namespace freehold::contract {

/// Above what any household writes; a larger file is a mistake or an attack.
inline constexpr std::size_t maximumDocumentBytes = 256 * 1024;

enum class ValueType : std::uint8_t {
    text, ///< one line, any script, no control characters
    integer,
    boolean,
    choice, ///< one of `choices`
    reference, ///< the id of a document of kind `refersTo`
    public_key, ///< "ssh-ed25519 AAAA…"
    base64,
    time, ///< RFC 3339, as a TOML offset date-time
    timezone, ///< an IANA name
    domain_name, ///< RFC 1035 section 2.3.1, no dot at the end
    mac, ///< "9c:6b:00:2f:41:d8"
    user_name, ///< of this machine
};

/// Who may learn a value from screens and logs.
enum class Sensitivity : std::uint8_t { open, personal };

struct FieldDescription {
    std::string_view key; ///< dotted; `*` stands for any one name, as in "users.*.role"
    ValueType type = ValueType::text;
    bool required = false;
    std::int64_t least = 0; ///< of an integer's value, or a text's bytes
    std::int64_t most = 200;
    std::string_view unit = {};
    std::string_view standard = {}; ///< what counts where the key is left out
    std::span<const std::string_view> choices = {};
    std::string_view refersTo = {}; ///< a kind's name
    Sensitivity sensitivity = Sensitivity::open;
    std::string_view help = {};
};

enum class Scope : std::uint8_t {
    house, ///< every member applies it
    device, ///< only the member in its path applies it, and only that or an owner writes it
};

enum class History : std::uint8_t {
    undoable,
    forward_only, ///< undo and restore leave it as it is, and say so
};

struct DocumentKind {
    std::string_view name; ///< "device"
    std::string_view path; ///< "devices/*.toml"; `*` is the id
    Scope scope = Scope::house;
    Role rights = Role::owner; ///< the least that may change it
    History history = History::undoable;
    std::string_view help;
    std::span<const FieldDescription> fields;
};

/// The form of documents that this version knows: house.toml's `format`. One with a higher number is kept as
/// it is, and not changed.
inline constexpr std::int64_t houseFormat = 1;

/// All kinds that this version knows.
[[nodiscard]] std::span<const DocumentKind> documentKinds();

/// Ids in paths: 1 to 64 of a-z, 0-9 and -, not at either end.
[[nodiscard]] bool isValidId(std::string_view id);

/// The kind to which a path belongs, and the id in it (empty for a document without one).
struct DocumentPath {
    const DocumentKind *kind = nullptr;
    std::string id;
};
[[nodiscard]] std::optional<DocumentPath> classify(std::string_view path);

/// Whether a path can be a document's, of this version or a newer one: names of a-z, 0-9, - and _, in at most
/// four folders, that end with ".toml". No other is ever written into the work tree.
[[nodiscard]] bool isDocumentPath(std::string_view path);

/// True of a document that undo and restore leave as it is.
[[nodiscard]] bool goesOnlyForward(std::string_view path);

/// The path of a document: pathOf("device", "x") is "devices/x.toml".
[[nodiscard]] std::string pathOf(std::string_view kind, std::string_view id);

/// Dotted keys are written as TOML writes them (toml.io, v1.0.0, "Keys"): a name that is not of letters,
/// digits,
/// - and _ stands in quotes, as in `users."ana.smith".role`.
[[nodiscard]] std::string keyPart(std::string_view name);
/// A key's parts, as they stand in it.
[[nodiscard]] std::vector<std::string_view> keyParts(std::string_view key);
/// What a part names: itself, or what stands in its quotes.
[[nodiscard]] std::string nameOfPart(std::string_view part);

/// True where the key matches the description's, `*` included.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view key);

} // namespace freehold::contract
