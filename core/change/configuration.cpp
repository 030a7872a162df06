// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/configuration.h"

#include "change/references.h"

#include <algorithm>
#include <set>

namespace freehold::change {

namespace {

constexpr auto pathOfPointer
    = [](const DocumentPointer &document) -> const std::string & { return document->path(); };

} // namespace

DocumentPointer Configuration::find(std::string_view path) const
{
    const auto found = std::ranges::lower_bound(*documents_, path, {}, pathOfPointer);
    return found != documents_->end() && (*found)->path() == path ? *found : nullptr;
}

DocumentPointer Configuration::find(std::string_view kind, std::string_view id) const
{
    return find(contract::pathOf(kind, id));
}

std::span<const DocumentPointer> Configuration::near(std::string_view kind) const
{
    const auto &kinds = contract::documentKinds();
    const auto pattern = std::ranges::find(kinds, kind, &contract::DocumentKind::name)->path;
    const std::string_view head = pattern.substr(0, pattern.find('*'));
    const auto begin = std::ranges::lower_bound(*documents_, head, {}, pathOfPointer);
    const auto isElsewhere
        = [&](const DocumentPointer &document) { return !document->path().starts_with(head); };
    return {begin, std::find_if(begin, documents_->end(), isElsewhere)};
}

bool Configuration::isOfNewerFormat() const
{
    const auto house = find("house.toml");
    return house != nullptr
        && house->integerAt("format").value_or(contract::houseFormat) > contract::houseFormat;
}

Configuration::Documents &Configuration::own()
{
    if (documents_.use_count() > 1)
        documents_ = std::make_shared<Documents>(*documents_);
    return *documents_;
}

void Configuration::set(DocumentPointer document)
{
    Documents &documents = own();
    const auto place = std::ranges::lower_bound(documents, document->path(), {}, pathOfPointer);
    if (place != documents.end() && (*place)->path() == document->path())
        *place = std::move(document);
    else
        documents.insert(place, std::move(document));
}

void Configuration::remove(std::string_view path)
{
    Documents &documents = own();
    const auto place = std::ranges::lower_bound(documents, path, {}, pathOfPointer);
    if (place != documents.end() && (*place)->path() == path)
        documents.erase(place);
}

Delta everythingIn(const Configuration &configuration)
{
    Delta delta{{}, configuration, {}};
    for (const DocumentPointer &document : configuration.documents())
        delta.paths.push_back(document->path());
    return delta;
}

std::expected<Delta, std::vector<Problem>> withEdits(const Configuration &before, std::span<const Edit> edits)
{
    Delta delta{before, before, {}};
    std::vector<Problem> problems;
    std::set<std::string_view> named;
    for (const Edit &edit : edits) {
        // Which of them holds is not for us to choose.
        if (!named.insert(edit.path).second) {
            problems.push_back({edit.path, {}, 0, ErrorCode::document_twice, {}});
            continue;
        }
        const DocumentPointer old = before.find(edit.path);
        if (!edit.text) {
            if (old == nullptr) {
                problems.push_back({edit.path, {}, 0, ErrorCode::document_missing, {}});
                continue;
            }
            delta.after.remove(edit.path);
            delta.paths.push_back(edit.path);
            continue;
        }
        if (old != nullptr && old->text() == *edit.text)
            continue;
        auto document = Document::parse(edit.path, *edit.text);
        if (!document) {
            std::ranges::move(document.error(), std::back_inserter(problems));
            continue;
        }
        delta.after.set(std::move(*document));
        delta.paths.push_back(edit.path);
    }
    if (delta.after.documents().size() > maximumDocuments)
        problems.push_back(
            {{}, {}, 0, ErrorCode::too_many_documents, {{"limit", std::to_string(maximumDocuments)}}});
    std::ranges::sort(delta.paths);
    if (problems.empty())
        problems = checkReferences(delta);
    if (!problems.empty())
        return std::unexpected(std::move(problems));
    return delta;
}

std::vector<KeyDifference> differences(const Delta &delta)
{
    std::vector<KeyDifference> found;
    const Entries none;
    for (const std::string &path : delta.paths) {
        const auto before = delta.before.find(path);
        const auto after = delta.after.find(path);
        const auto &old = before ? before->entries() : none;
        const auto &fresh = after ? after->entries() : none;
        for (const auto &[key, entry] : old) {
            const auto other = fresh.find(key);
            if (other == fresh.end())
                found.push_back({path, key, entry.value, std::nullopt});
            else if (other->second.value != entry.value)
                found.push_back({path, key, entry.value, other->second.value});
        }
        for (const auto &[key, entry] : fresh) {
            if (!old.contains(key))
                found.push_back({path, key, std::nullopt, entry.value});
        }
    }
    return found;
}

} // namespace freehold::change
