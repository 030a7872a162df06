// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/vault_format.h"

#include "support/json.h"

#include <QJsonDocument>

namespace freehold::vault_format {

namespace {

constexpr std::string_view magic = "freehold-vault ";
constexpr std::string_view version = "1 ";

struct EntryDocument {
    std::string name;
    std::string sealed;
    static constexpr auto fields()
    {
        return std::tuple{field("name", &EntryDocument::name), field("sealed", &EntryDocument::sealed)};
    }
};

struct Document {
    std::string id;
    SealedBy sealedBy = SealedBy::file;
    std::optional<DerivationDocument> argon2id;
    std::optional<std::string> check;
    std::vector<EntryDocument> entries;
    static constexpr auto fields()
    {
        return std::tuple{field("id", &Document::id), field("sealed_by", &Document::sealedBy),
            field("argon2id", &Document::argon2id), field("check", &Document::check),
            field("entries", &Document::entries)};
    }
};

Document documentOf(const Contents &contents)
{
    Document document;
    document.id = toBase64(contents.header.id);
    document.sealedBy = contents.header.sealedBy;
    if (const auto &derivation = contents.header.derivation)
        document.argon2id = freehold::documentOf(*derivation);
    for (const auto &[name, sealed] : contents.sealed)
        document.entries.push_back({name, toBase64(sealed)});
    return document;
}

std::string textOf(const Document &document)
{
    return QJsonDocument(json::write(document).toObject()).toJson(QJsonDocument::Compact).toStdString();
}

std::unexpected<Error> damaged(std::string_view part)
{
    return failure(ErrorCode::vault_damaged, {{"part", std::string(part)}});
}

Result<Contents> contentsOf(const Document &document)
{
    auto id = fromBase64(document.id);
    auto check = fromBase64(document.check.value_or(""));
    if (!id || id->size() != Vault::idBytes || !check || check->empty())
        return damaged("header");
    if ((document.sealedBy == SealedBy::passphrase) != document.argon2id.has_value())
        return damaged("derivation");
    Contents contents{{document.sealedBy, std::move(*id), {}}, std::move(*check), {}};
    if (document.argon2id) {
        contents.header.derivation = derivationOf(*document.argon2id);
        if (!contents.header.derivation)
            return damaged("derivation");
    }
    for (const auto &entry : document.entries) {
        auto sealed = fromBase64(entry.sealed);
        if (!sealed || !contents.sealed.emplace(entry.name, std::move(*sealed)).second)
            return damaged(entry.name);
    }
    return contents;
}

} // namespace

std::string firstLine(std::string_view document)
{
    std::string line(magic);
    line += version;
    line += toHex(crypto::sha256(asBytes(document)));
    line += '\n';
    return line;
}

crypto::Sha256 digest(const Contents &contents)
{
    return crypto::sha256(asBytes(textOf(documentOf(contents))));
}

std::string write(const Contents &contents)
{
    Document document = documentOf(contents);
    document.check = toBase64(contents.check);
    const std::string text = textOf(document);
    return firstLine(text) + text;
}

Result<Contents> parse(std::string_view file)
{
    if (file.size() > maxFileBytes || !file.starts_with(magic))
        return damaged("file");
    const std::size_t end = file.find('\n');
    if (end == std::string_view::npos)
        return damaged("file");
    const std::string_view document = file.substr(end + 1);
    if (file.substr(0, end + 1) != firstLine(document)) {
        const bool isOurs = file.substr(magic.size()).starts_with(version);
        return isOurs ? damaged("file") : failure(ErrorCode::format_newer, {{"part", "vault"}});
    }
    // Qt stops at a depth of 1024 by itself.
    const auto parsed = QJsonDocument::fromJson(
        QByteArray::fromRawData(document.data(), static_cast<qsizetype>(document.size())));
    if (!parsed.isObject())
        return damaged("document");
    const auto shaped = json::read<Document>(parsed.object(), {});
    if (!shaped)
        return damaged("document");
    return contentsOf(*shaped);
}

} // namespace freehold::vault_format
