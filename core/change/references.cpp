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

/// Follows references from the changed documents, each document once, and reports the changed ones that stand
/// on a circle. A circle that is new goes through a changed document.
class CircleSearch {
public:
    explicit CircleSearch(const Delta &delta)
        : delta_(delta)
    {
    }
    std::vector<Problem> run()
    {
        for (const std::string &path : delta_.paths) {
            enter(path);
            while (!way_.empty())
                step();
        }
        return std::move(problems_);
    }

private:
    struct Stop {
        DocumentPointer document;
        std::vector<Reference> references;
        std::size_t next = 0;
    };

    void enter(const std::string &path)
    {
        const auto document = delta_.after.find(path);
        if (document != nullptr && seen_.insert(path).second)
            way_.push_back({document, referencesOf(*document), 0});
    }
    void step()
    {
        Stop &here = way_.back();
        if (here.next == here.references.size()) {
            way_.pop_back();
            return;
        }
        const std::string target = here.references[here.next++].target;
        const auto begin
            = std::ranges::find(way_, target, [](const Stop &stop) { return stop.document->path(); });
        if (begin == way_.end())
            return enter(target);
        for (const Stop &stop : std::ranges::subrange(begin, way_.end())) {
            const Reference &followed = stop.references[stop.next - 1];
            if (std::ranges::binary_search(delta_.paths, stop.document->path()))
                problems_.push_back({stop.document->path(), followed.key, followed.line,
                    ErrorCode::reference_cyclic, {{"value", followed.id}}});
        }
    }

    const Delta &delta_;
    std::set<std::string> seen_;
    std::vector<Stop> way_;
    std::vector<Problem> problems_;
};

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
    }
    std::ranges::move(CircleSearch(delta).run(), std::back_inserter(problems));
    if (someWent) {
        for (const DocumentPointer &document : delta.after.documents()) {
            if (!std::ranges::binary_search(delta.paths, document->path()))
                check(*document);
        }
    }
    return problems;
}

std::vector<Edit> redirected(
    const Configuration &configuration, std::string_view kind, const std::string &from, const std::string &to)
{
    std::vector<Edit> edits;
    const std::string target = contract::pathOf(kind, from);
    for (const auto &document : configuration.documents()) {
        std::string text = document->text();
        bool refers = false;
        for (const Reference &reference : referencesOf(*document)) {
            if (reference.target != target)
                continue;
            refers = true;
            text = withValue(text, reference.key, to);
        }
        if (refers)
            edits.push_back({document->path(), std::move(text)});
    }
    return edits;
}

} // namespace freehold::change
