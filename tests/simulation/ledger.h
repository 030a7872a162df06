// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/member.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace freehold::simulation {

using change::ObjectId;

/// What a document says, by key; what a house says, by path.
using Sayings = std::map<std::string, change::Value>;
using Said = std::map<std::string, Sayings>;

[[nodiscard]] Sayings sayingsOf(const change::Document &document);

/// One change, as the simulation saw it made.
struct Deed {
    struct Sides {
        std::optional<Sayings> was;
        std::optional<Sayings> is;
    };
    ObjectId id;
    std::string by; ///< the member's id
    change::Stamp stamp;
    contract::Cause cause = contract::Cause::person;
    ObjectId refersTo;
    ObjectId replaces;
    std::map<std::string, Sides> documents; ///< that it changed, by path
    bool isKept = false; ///< somebody was told so
    bool isForbidden = false; ///< its maker might not make it

    friend bool operator<(const Deed &one, const Deed &other)
    {
        return std::tie(one.stamp, one.id) < std::tie(other.stamp, other.id);
    }
};

/// All that was done in one history, written down when it was done; what is found at the end is held against
/// it.
class Ledger {
public:
    /// Whatever a member has made since the last look. False where its history has a change that nobody made.
    [[nodiscard]] bool look(const Member &member);
    void noteKept(const ObjectId &id);
    void noteForbidden(const Member &by, const ObjectId &id);

    /// In their order of time.
    [[nodiscard]] std::vector<const Deed *> inOrder() const;
    [[nodiscard]] const Deed *find(const ObjectId &id) const;
    /// What a commit builds on, itself included.
    [[nodiscard]] const std::set<ObjectId> &historyOf(const ObjectId &id) const;

    /// For a person: a line for each change, in their order.
    [[nodiscard]] std::string text() const;

private:
    void note(const Member &by, const change::Commit &commit);
    /// The changes that it builds on, through a merge where there is one.
    [[nodiscard]] std::vector<ObjectId> changesUnder(const ObjectId &id) const;

    std::map<ObjectId, Deed> deeds_;
    std::map<ObjectId, std::vector<ObjectId>> parents_; ///< of all commits that were seen
    mutable std::map<ObjectId, std::set<ObjectId>> histories_;
};

} // namespace freehold::simulation
