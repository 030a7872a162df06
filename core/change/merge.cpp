// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/merge.h"

#include <algorithm>
#include <set>

namespace freehold::change {

namespace {

std::optional<Value> valueAt(const DocumentPointer &document, const std::string &key)
{
    const auto found = document->entries().find(key);
    return found == document->entries().end() ? std::nullopt : std::optional(found->second.value);
}

/// The text of a document that all three have, or the keys in conflict.
std::expected<std::string, std::vector<Conflict>> mergeKeys(const DocumentPointer &base,
    const DocumentPointer &theirs, const DocumentPointer &ours, OnConflict onConflict)
{
    std::set<std::string> keys;
    for (const auto &document : {base, theirs})
        std::ranges::copy(document->entries() | std::views::keys, std::inserter(keys, keys.end()));

    std::string text = ours->text();
    std::vector<Conflict> conflicts;
    for (const std::string &key : keys) {
        const auto was = valueAt(base, key);
        const auto wanted = valueAt(theirs, key);
        const auto is = valueAt(ours, key);
        if (was == wanted || is == wanted)
            continue;
        if (is != was && onConflict == OnConflict::refuse)
            conflicts.push_back({ours->path(), key});
        else
            text = withValue(text, key, wanted);
    }
    if (!conflicts.empty())
        return std::unexpected(std::move(conflicts));
    return text;
}

bool saySame(const DocumentPointer &one, const DocumentPointer &other)
{
    if (one == nullptr || other == nullptr)
        return one == other;
    return one->text() == other->text() || one->entries() == other->entries();
}

} // namespace

std::expected<std::vector<Edit>, std::vector<Conflict>> carryOver(const Configuration &base,
    const Configuration &theirs, const Configuration &ours, const std::vector<std::string> &paths,
    OnConflict onConflict)
{
    std::vector<Edit> edits;
    std::vector<Conflict> conflicts;
    const auto take = [&](const std::string &path, const DocumentPointer &document) {
        edits.push_back({path, document ? std::optional(document->text()) : std::nullopt});
    };
    for (const std::string &path : paths) {
        const auto was = base.find(path);
        const auto wanted = theirs.find(path);
        const auto is = ours.find(path);
        const bool unchanged = is == was || (is && was && is->text() == was->text());
        if (unchanged) {
            take(path, wanted);
        } else if (saySame(is, wanted)) {
            continue;
        } else if (was && wanted && is) {
            auto merged = mergeKeys(was, wanted, is, onConflict);
            if (merged)
                edits.push_back({path, std::move(*merged)});
            else
                std::ranges::move(merged.error(), std::back_inserter(conflicts));
        } else if (onConflict == OnConflict::take_theirs || (!wanted && saySame(is, was))) {
            take(path, wanted);
        } else {
            conflicts.push_back({path, {}});
        }
    }
    if (!conflicts.empty())
        return std::unexpected(std::move(conflicts));
    return edits;
}

} // namespace freehold::change
