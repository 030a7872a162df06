// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/configuration.h"

#include <map>
#include <string_view>

namespace freehold::change {

/// Finds documents of a kind that say the same at a key where each has to say its own. Remembers what the
/// documents of the configuration before say: to read all of them for each change would take longer than most
/// of the rest. Used from one thread.
class Distinct {
public:
    /// `kind` and `key` must outlive this.
    Distinct(std::string_view kind, std::string_view key)
        : kind_(kind)
        , key_(key)
    {
    }

    /// Changed documents whose text at the key another one has too. No text at all is shared by any number.
    [[nodiscard]] std::vector<Problem> check(const Delta &delta);

private:
    void follow(const Configuration &configuration);
    [[nodiscard]] std::string_view textOf(const Document *document) const;

    std::string_view kind_;
    std::string_view key_;
    Configuration known_;
    std::multimap<std::string_view, const Document *> documents_; ///< of `known_`, by what they say
};

} // namespace freehold::change
