// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/merge.h"
#include "change/repository.h"
#include "contract/types.h"
#include "support/time.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace freehold::change {

/// The changes that are being tried: one reference each, refs/freehold/trial/<id>, so that a trial and
/// its deadline survive a restart. The time that is left runs on a steady clock: a wall clock that
/// jumps neither ends a trial nor prolongs it. House thread.
class Trials : public QObject {
    Q_OBJECT

public:
    struct Trial {
        ObjectId id;
        Time ends{};
        contract::Evidence evidence = contract::Evidence::confirmation;
        std::vector<Conflict> keys; ///< what it changes
        std::vector<contract::Finding> known; ///< alerts from before it, which don't count against it

        /// Whether it changes one of these keys too.
        [[nodiscard]] bool meets(const std::vector<Conflict> &others) const;
    };

    explicit Trials(Repository &repository)
        : repository_(repository)
    {
    }

    /// Durable, before `main` moves to the change.
    [[nodiscard]] Result<void> prepare(const ObjectId &id);
    /// Starts the time.
    void begin(Trial trial, std::chrono::milliseconds left);
    [[nodiscard]] Result<void> end(const ObjectId &id);
    [[nodiscard]] Result<void> clearAbandoned(
        const std::function<Result<bool>(const ObjectId &)> &isInHistory);

    [[nodiscard]] const Trial *find(const ObjectId &id) const;
    [[nodiscard]] std::vector<Trial> all() const;
    /// Ids of all trials that have a reference.
    [[nodiscard]] Result<std::vector<ObjectId>> prepared() const;

Q_SIGNALS:
    void timeIsUp(const std::string &id);

private:
    struct Running {
        Trial trial;
        std::unique_ptr<QTimer> timer;
    };

    Repository &repository_;
    std::map<ObjectId, Running> running_;
};

/// The keys that a delta changes, sorted.
[[nodiscard]] std::vector<Conflict> keysOf(const Delta &delta);

} // namespace freehold::change
