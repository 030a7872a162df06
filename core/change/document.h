// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/entries.h"
#include "contract/document_kind.h"
#include "support/result.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freehold::change {

using contract::maximumDocumentBytes;

/// As it stands in a TOML document: text quoted, the rest plain.
[[nodiscard]] std::string toToml(const Value &value);

/// One configuration document: its text and what it says. Immutable; made by parse() alone, so it has
/// the form that its kind describes.
class Document {
public:
    /// Problems name line and key. The path decides the kind.
    [[nodiscard]] static std::expected<std::shared_ptr<const Document>, std::vector<Problem>> parse(
        std::string path, std::string text);

    [[nodiscard]] const std::string &path() const { return path_; }
    [[nodiscard]] const std::string &id() const { return id_; }
    [[nodiscard]] const contract::DocumentKind &kind() const { return *kind_; }
    [[nodiscard]] const std::string &text() const { return text_; }
    [[nodiscard]] const Entries &entries() const { return entries_; }

    /// The text at a key; empty where it is absent.
    [[nodiscard]] std::string textAt(std::string_view key) const;
    /// The same, as long as this lives.
    [[nodiscard]] std::string_view viewAt(std::string_view key) const;
    [[nodiscard]] std::optional<std::int64_t> integerAt(std::string_view key) const;
    [[nodiscard]] std::int64_t lineOf(std::string_view key) const;

private:
    Document() = default;

    std::string path_;
    std::string id_;
    const contract::DocumentKind *kind_ = nullptr;
    std::string text_;
    Entries entries_;
};

using DocumentPointer = std::shared_ptr<const Document>;

/// The same text with a key set to a value, or without it; comments and layout stay. The text must parse.
[[nodiscard]] std::string withValue(
    const std::string &text, std::string_view key, const std::optional<Value> &value);

} // namespace freehold::change
