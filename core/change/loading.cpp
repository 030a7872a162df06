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

} // namespace

Result<Loaded> load(const Repository &repository, const ObjectId &tree)
{
    Loaded loaded;
    for (const TreeEntry &entry : TRY(repository.entries(tree))) {
        auto text = textOf(repository, entry.path, entry.blob);
        if (!text && text.error().code != ErrorCode::documents_invalid)
            return std::unexpected(std::move(text).error());
        auto document = text ? Document::parse(entry.path, std::move(*text))
                             : std::unexpected(std::move(text.error().problems));
        if (document)
            loaded.configuration.set(std::move(*document));
        else
            std::ranges::move(document.error(), std::back_inserter(loaded.unreadable));
    }
    return loaded;
}

Result<Configuration> loadDifference(const Repository &repository, Configuration base, const ObjectId &tree,
    const std::vector<std::string> &paths)
{
    for (const std::string &path : paths) {
        const ObjectId blob = TRY(repository.blobAt(tree, path));
        if (blob.empty()) {
            base.remove(path);
            continue;
        }
        std::string text = TRY(repository.blob(blob));
        if (const auto same = base.find(path); same != nullptr && same->text() == text)
            continue;
        if (auto document = Document::parse(path, std::move(text)))
            base.set(std::move(*document));
        else
            base.remove(path);
    }
    return base;
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
