// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/distinct.h"

#include <algorithm>
#include <set>

namespace freehold::change {

std::string_view Distinct::textOf(const Document *document) const
{
    const bool isOfKind = document != nullptr && document->kind().name == kind_;
    return isOfKind ? document->viewAt(key_) : std::string_view();
}

void Distinct::follow(const Configuration &configuration)
{
    const auto forget = [this](const Document *document) {
        const auto [begin, end] = documents_.equal_range(textOf(document));
        const auto found
            = std::find_if(begin, end, [&](const auto &entry) { return entry.second == document; });
        if (found != end)
            documents_.erase(found);
    };
    forEachDifference(known_, configuration, [&](const DocumentPointer &was, const DocumentPointer &is) {
        forget(was.get());
        if (const auto text = textOf(is.get()); !text.empty())
            documents_.emplace(text, is.get());
    });
    known_ = configuration;
}

std::vector<Problem> Distinct::check(const Delta &delta)
{
    follow(delta.before);
    std::multimap<std::string_view, std::string_view> changed;
    for (const std::string &path : delta.paths) {
        if (const auto text = textOf(delta.after.find(path).get()); !text.empty())
            changed.emplace(text, path);
    }
    std::vector<Problem> problems;
    for (const auto &[text, path] : changed) {
        // Nobody else has taken meanwhile what it had already.
        if (textOf(delta.before.find(path).get()) == text)
            continue;
        std::set<std::string_view> others;
        for (auto [at, end] = changed.equal_range(text); at != end; ++at)
            others.insert(at->second);
        for (auto [at, end] = documents_.equal_range(text); at != end; ++at)
            others.insert(at->second->path());
        others.erase(path);
        for (const std::string_view other : others) {
            if (textOf(delta.after.find(other).get()) == text)
                problems.push_back(
                    {std::string(path), std::string(key_), delta.after.find(path)->lineOf(key_),
                        ErrorCode::value_taken, {{"value", std::string(text)}, {"by", std::string(other)}}});
        }
    }
    std::ranges::stable_sort(problems, {}, &Problem::document);
    return problems;
}

} // namespace freehold::change
