// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/references.h"

#include <algorithm>
#include <set>

namespace freehold::change {

using contract::ValueType;

namespace {

struct Reference {
    std::string key;
    std::int64_t line;
    std::string target; ///< a path
    std::string id;
};

std::vector<Reference> referencesOf(const Document &document)
{
    std::vector<Reference> references;
    for (const auto &field : document.kind().fields) {
        if (field.type != ValueType::reference)
            continue;
        for (const auto &[key, entry] : document.entries()) {
            if (!contract::matches(field.key, key))
                continue;
            const auto &id = std::get<std::string>(entry.value);
            references.push_back({key, entry.line, contract::pathOf(field.refersTo, id), id});
        }
    }
    return references;
}

/// Follows references from a document; the one that closes a circle back to it, where there is one.
std::optional<Reference> circleFrom(const Configuration &configuration, const Document &start)
{
    for (const Reference &first : referencesOf(start)) {
        std::set<std::string> seen;
        std::vector<std::string> open{first.target};
        while (!open.empty()) {
            const std::string path = std::move(open.back());
            open.pop_back();
            if (path == start.path())
                return first;
            if (!seen.insert(path).second)
                continue;
            if (const auto document = configuration.find(path)) {
                for (const Reference &next : referencesOf(*document))
                    open.push_back(next.target);
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<Problem> checkReferences(const Delta &delta)
{
    std::vector<Problem> problems;
    bool someWent = false;
    const auto check = [&](const Document &document) {
        for (const Reference &reference : referencesOf(document)) {
            if (delta.after.find(reference.target) == nullptr)
                problems.push_back({document.path(), reference.key, reference.line,
                    ErrorCode::reference_missing, {{"target", reference.target}, {"value", reference.id}}});
        }
    };
    for (const std::string &path : delta.paths) {
        const auto document = delta.after.find(path);
        if (document == nullptr) {
            someWent = true;
            continue;
        }
        check(*document);
        if (const auto circle = circleFrom(delta.after, *document))
            problems.push_back(
                {path, circle->key, circle->line, ErrorCode::reference_cyclic, {{"value", circle->id}}});
    }
    if (someWent) {
        for (const DocumentPointer &document : delta.after.documents()) {
            if (!std::ranges::binary_search(delta.paths, document->path()))
                check(*document);
        }
    }
    return problems;
}

} // namespace freehold::change
