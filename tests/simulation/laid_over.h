// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/counting.h"

namespace freehold::simulation {

/// What a house says when all changes that count are laid one over the other in their order of time, key by
/// key; and whose words somebody who did not know of them has written over.
class LaidOver {
public:
    LaidOver(const Ledger &ledger, const std::set<ObjectId> &counting);

    [[nodiscard]] const Said &said() const { return said_; }
    /// Changes that have lost something, of which a person has to be told.
    [[nodiscard]] const std::set<ObjectId> &lost() const { return lost_; }

    /// Changes with which the house would not be as it has to be.
    [[nodiscard]] const std::set<ObjectId> &invalid() const { return invalid_; }

private:
    using Key = std::pair<std::string, std::string>; ///< of a document, and in it; empty: the document itself
    void lay(const Deed &deed);
    void note(const Deed &deed, const Key &key, const std::optional<change::Value> &value);
    void noteAll(const Deed &deed, const Said &before);

    const Ledger &ledger_;
    Said said_;
    std::set<ObjectId> lost_;
    std::set<ObjectId> invalid_;
    struct Writer {
        ObjectId change;
        std::optional<change::Value> value;
    };
    std::map<Key, Writer> writers_;
};

} // namespace freehold::simulation
