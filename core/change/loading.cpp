// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/loading.h"

#include <algorithm>

namespace freehold::change {

namespace {

/// The text of a document's blob. One that is too large is an invalid document, named as such.
Result<std::string> textOf(const Repository &repository, const std::string &path, const ObjectId &blob)
{
    auto text = repository.blob(blob);
    if (text || text.error().code != ErrorCode::document_too_large)
        return text;
    Problem problem{path, {}, 0, text.error().code, std::move(text.error().arguments)};
    return std::unexpected(Error{ErrorCode::documents_invalid, {}, {std::move(problem)}});
}

using Parsed = std::expected<DocumentPointer, std::vector<Problem>>;

/// A document, or why it can't be read; `likely` itself where that says the same, so that it is not parsed.
Result<Parsed> documentOf(const Repository &repository, const std::string &path, const ObjectId &blob,
    const DocumentPointer &likely = nullptr)
{
    auto text = textOf(repository, path, blob);
    if (text && likely != nullptr && likely->text() == *text)
        return likely;
    if (text)
        return Document::parse(path, std::move(*text));
    if (text.error().code == ErrorCode::documents_invalid)
        return Parsed(std::unexpected(std::move(text.error().problems)));
    return std::unexpected(std::move(text).error());
}

} // namespace

Result<DocumentPointer> documentAt(
    const Repository &repository, const ObjectId &tree, const std::string &path)
{
    const ObjectId blob = TRY(repository.blobAt(tree, path));
    if (blob.empty())
        return nullptr;
    return Document::parse(path, TRY(repository.blob(blob))).value_or(nullptr);
}

Result<Loaded> load(const Repository &repository, const ObjectId &tree)
{
    Loaded loaded;
    for (const TreeEntry &entry : TRY(repository.entries(tree))) {
        auto document = TRY(documentOf(repository, entry.path, entry.blob));
        if (document)
            loaded.configuration.set(std::move(*document));
        else
            std::ranges::move(document.error(), std::back_inserter(loaded.unreadable));
    }
    return loaded;
}

Result<Loaded> loadChanges(const Repository &repository, Configuration base, const ObjectId &tree,
    const std::vector<std::string> &paths)
{
    Loaded loaded{std::move(base), {}};
    for (const std::string &path : paths) {
        const ObjectId blob = TRY(repository.blobAt(tree, path));
        if (blob.empty()) {
            loaded.configuration.remove(path);
            continue;
        }
        auto document = TRY(documentOf(repository, path, blob, loaded.configuration.find(path)));
        if (!document) {
            loaded.configuration.remove(path);
            std::ranges::move(document.error(), std::back_inserter(loaded.unreadable));
        } else if (*document != loaded.configuration.find(path)) {
            loaded.configuration.set(std::move(*document));
        }
    }
    return loaded;
}

Result<Configuration> loadDifference(const Repository &repository, Configuration base, const ObjectId &tree,
    const std::vector<std::string> &paths)
{
    return TRY(loadChanges(repository, std::move(base), tree, paths)).configuration;
}

Result<std::vector<Edit>> editsBetween(
    const Repository &repository, const ObjectId &fromTree, const ObjectId &toTree)
{
    std::vector<Edit> edits;
    for (std::string &path : TRY(repository.changedPaths(fromTree, toTree))) {
        const ObjectId blob = TRY(repository.blobAt(toTree, path));
        std::optional<std::string> text;
        if (!blob.empty())
            text = TRY(textOf(repository, path, blob));
        edits.push_back({std::move(path), std::move(text)});
    }
    return edits;
}

} // namespace freehold::change
