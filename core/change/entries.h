// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace freehold::change {

/// Times are kept in their RFC 3339 form.
using Value = std::variant<std::string, std::int64_t, bool>;

struct Entry {
    Value value;
    std::int64_t line = 0; ///< from 1

    /// Where it stands is no part of what it says.
    friend bool operator==(const Entry &one, const Entry &other) { return one.value == other.value; }
};

/// What a document says, by dotted key, as in "users.ana.role", and in their order. Used as a std::map is,
/// but in one piece: a house holds thousands of documents, with few keys each, for as long as it runs.
class Entries {
public:
    using value_type = std::pair<std::string, Entry>;
    using const_iterator = std::vector<value_type>::const_iterator;

    [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
    [[nodiscard]] const_iterator end() const { return entries_.end(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] const_iterator find(std::string_view key) const
    {
        const auto found = std::ranges::lower_bound(entries_, key, {}, &value_type::first);
        return found != entries_.end() && found->first == key ? found : entries_.end();
    }
    [[nodiscard]] bool contains(std::string_view key) const { return find(key) != end(); }

    /// Unless there is one of that key.
    void emplace(std::string key, Entry entry)
    {
        const auto place = std::ranges::lower_bound(entries_, key, {}, &value_type::first);
        if (place == entries_.end() || place->first != key)
            entries_.emplace(place, std::move(key), std::move(entry));
    }
    template <class Predicate>
    void eraseIf(const Predicate &predicate)
    {
        std::erase_if(entries_, predicate);
    }
    void shrinkToFit() { entries_.shrink_to_fit(); }

    friend bool operator==(const Entries &, const Entries &) = default;

private:
    std::vector<value_type> entries_;
};

} // namespace freehold::change
