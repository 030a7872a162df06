// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/domain.h"
#include "change/repository.h"
#include "store/database.h"
#include "support/clock.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace freehold::change {

/// What is still to be done for changes that are kept: each domain's next step for each of them, kept in the
/// store, so that it goes on after a restart. Where the store was lost, apply() at start begins again. House
/// thread.
class Convergence : public QObject {
    Q_OBJECT

public:
    /// A step that failed is tried again after this: soon enough to be of use, seldom enough to harm nothing.
    static constexpr std::chrono::seconds retryInterval{30};

    struct Pending {
        ObjectId change;
        std::string domain;
        Step step;
    };

    Convergence(store::Database &database, const Clock &clock);

    /// Reads what is left from before. Once, before anything else. Steps of a domain that this version does
    /// not have stay where they are.
    [[nodiscard]] Result<void> start(const std::vector<std::string> &domains);
    /// What a domain does next for a change, in place of what it was to do before.
    [[nodiscard]] Result<void> set(const Pending &pending);
    /// The domain has nothing more to do for the change.
    [[nodiscard]] Result<void> end(const ObjectId &change, const std::string &domain);
    /// The change was taken back.
    [[nodiscard]] Result<void> drop(const ObjectId &change);
    /// Tries a step that failed again, later.
    void postpone(const Pending &pending);

    [[nodiscard]] std::vector<Pending> all() const;
    /// When the next step for a change is due; nothing where there is none.
    [[nodiscard]] std::optional<Time> nextStep(const ObjectId &change) const;
    [[nodiscard]] bool concerns(const std::string &domain) const;

Q_SIGNALS:
    void due(const freehold::change::Convergence::Pending &pending);

private:
    struct Entry {
        Step step;
        Time tryAt{}; ///< the step's time, or later where it failed
    };
    using Key = std::pair<ObjectId, std::string>;

    void schedule();
    void look();

    store::Database &database_;
    const Clock &clock_;
    std::map<Key, Entry> entries_;
    QTimer timer_;
};

} // namespace freehold::change
