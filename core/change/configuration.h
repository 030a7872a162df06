// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/document.h"

#include <compare>
#include <functional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace freehold::change {

/// More than any house has; bounds what one repository can make the engine load.
inline constexpr std::size_t maximumDocuments = 20'000;

/// What the house wants: its documents, by path. A value, whose copies share all until one of them is
/// changed. Copies stay in one thread.
class Configuration {
public:
    [[nodiscard]] DocumentPointer find(std::string_view path) const;
    [[nodiscard]] DocumentPointer find(std::string_view kind, std::string_view id) const;
    /// All, or those of one kind, in order of path; until this is changed.
    [[nodiscard]] std::span<const DocumentPointer> documents() const { return *documents_; }
    [[nodiscard]] auto ofKind(std::string_view kind) const
    {
        return near(kind) | std::views::filter([kind](const DocumentPointer &document) {
            return document->kind().name == kind;
        });
    }
    /// Whether a newer version wrote it, whose form this one doesn't know: then it is kept and not changed.
    [[nodiscard]] bool isOfNewerFormat() const;

    void set(DocumentPointer document);
    void remove(std::string_view path);

private:
    /// Those whose paths begin as the kind's do.
    [[nodiscard]] std::span<const DocumentPointer> near(std::string_view kind) const;

    using Documents = std::vector<DocumentPointer>;
    [[nodiscard]] Documents &own();

    std::shared_ptr<Documents> documents_ = std::make_shared<Documents>(); // sorted by path
};

/// One document as it is to become; without text it goes.
struct Edit {
    std::string path;
    std::optional<std::string> text;
};

/// A configuration before and after a change, and what differs. What domains look at.
struct Delta {
    Configuration before;
    Configuration after;
    std::vector<std::string> paths; ///< of the documents that differ, sorted
};

/// What in the changed documents can't be, beyond their form. Depends on nothing but the delta; what it
/// remembers is there to be quick alone, so that each thread needs one of its own.
using Validate = std::function<std::vector<Problem>(const Delta &)>;

/// Calls `tell(was, is)` for each document that is another one in the second configuration; null where there
/// is none. Documents that both share cost a comparison of pointers.
template <class Tell>
void forEachDifference(const Configuration &before, const Configuration &after, const Tell &tell)
{
    const auto old = before.documents();
    const auto fresh = after.documents();
    auto was = old.begin();
    auto is = fresh.begin();
    while (was != old.end() || is != fresh.end()) {
        if (was != old.end() && is != fresh.end() && *was == *is) {
            ++was;
            ++is;
            continue;
        }
        const auto order = was == old.end() ? std::strong_ordering::greater
            : is == fresh.end()             ? std::strong_ordering::less
                                            : (*was)->path() <=> (*is)->path();
        tell(order <= 0 ? *was : nullptr, order >= 0 ? *is : nullptr);
        was += order <= 0 ? 1 : 0;
        is += order >= 0 ? 1 : 0;
    }
}

/// From nothing to this configuration: what domains are given at start.
[[nodiscard]] Delta everythingIn(const Configuration &configuration);

/// Parses the edits and lays them over a configuration. All problems at once: form, then references.
[[nodiscard]] std::expected<Delta, std::vector<Problem>> withEdits(
    const Configuration &before, std::span<const Edit> edits);

/// What differs between two configurations, key by key.
struct KeyDifference {
    std::string document;
    std::string key;
    std::optional<Value> before;
    std::optional<Value> after;
};
[[nodiscard]] std::vector<KeyDifference> differences(const Delta &delta);

} // namespace freehold::change
