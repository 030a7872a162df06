// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/distinct.h"

#include <map>

namespace freehold::change {

std::vector<Problem> checkDistinct(const Delta &delta, std::string_view kind, std::string_view key)
{
    std::multimap<std::string, DocumentPointer> changed;
    for (const std::string &path : delta.paths) {
        const auto document = delta.after.find(path);
        if (document == nullptr || document->kind().name != kind)
            continue;
        const auto before = delta.before.find(path);
        // Nobody else has taken meanwhile what it had already; looking at all others takes longer.
        if (before != nullptr && before->textAt(key) == document->textAt(key))
            continue;
        if (std::string value = document->textAt(key); !value.empty())
            changed.emplace(std::move(value), document);
    }
    std::vector<Problem> problems;
    if (changed.empty())
        return problems;
    for (const DocumentPointer &other : delta.after.ofKind(kind)) {
        const auto [begin, end] = changed.equal_range(other->textAt(key));
        for (const auto &[value, document] : std::ranges::subrange(begin, end)) {
            if (document->path() != other->path())
                problems.push_back({document->path(), std::string(key), document->lineOf(key),
                    ErrorCode::value_taken, {{"value", value}, {"by", other->path()}}});
        }
    }
    return problems;
}

} // namespace freehold::change
