// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/house_slot.h"
#include "contract/change_calls.h"

#include <QObject>

#include <map>
#include <vector>

namespace freehold::change {

/// The calls `config.*` and `change.*`. House thread.
class ChangeCalls : public QObject {
    Q_OBJECT

public:
    explicit ChangeCalls(HouseSlot &house)
        : house_(house)
    {
    }
    void addCalls(CallTable &calls);
    /// After the house's pipeline was made: answers who waits for a trial's end.
    void follow(Pipeline &pipeline);

private:
    using Answer = CallTable::Answer<contract::Change>;

    void apply(const Caller &caller, const contract::ConfigApply &call, const Answer &answer);
    [[nodiscard]] Result<std::vector<contract::Change>> list(const contract::ChangeList &call);
    [[nodiscard]] Result<std::vector<contract::Change>> show(const std::string &prefix);
    [[nodiscard]] Result<contract::Change> undo(const Caller &caller, const std::string &id);
    [[nodiscard]] Result<contract::Explanation> explainRestore(
        const Caller &caller, const std::string &target);
    void addConfigCalls(CallTable &calls);
    void addRevertCalls(CallTable &calls);

    HouseSlot &house_;
    std::map<ObjectId, std::vector<Answer>> waiting_; // for the end of a trial
};

} // namespace freehold::change
