// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/change_calls.h"
#include "devices/devices_domain.h"
#include "engine/data_folder.h"
#include "engine/identity.h"
#include "house/house_domain.h"
#include "people/people_domain.h"

#include <filesystem>
#include <memory>

namespace freehold::testing {

/// A house in a data folder as freeholdd keeps it, with the engine's own domains and pipeline in this
/// process, and nothing around them. An engine may have the folder before or after, never meanwhile.
/// The program holds a QCA::Initializer.
class OpenHouse {
public:
    /// Opens the house, and founds one where the folder has none. Its vault's key is a file.
    [[nodiscard]] static Result<std::unique_ptr<OpenHouse>> open(const std::filesystem::path &dataFolder);

    [[nodiscard]] change::Pipeline &pipeline() { return *house_.pipeline; }
    /// One document written by an owner. Without text it goes.
    [[nodiscard]] Result<contract::Change> write(
        const std::string &path, const std::optional<std::string> &text);
    /// A change taken back by an owner, as `change.undo` does.
    [[nodiscard]] Result<contract::Change> undo(const change::ObjectId &id);
    /// A page of the history, as `change.list` answers it.
    [[nodiscard]] Result<QJsonArray> history(int limit, const change::ObjectId &before = {});

private:
    OpenHouse() = default;
    [[nodiscard]] Result<void> found(const engine::DataFolder &folder);
    [[nodiscard]] change::Pipeline::Context context();
    [[nodiscard]] Result<QJsonValue> call(const std::string &method, const QJsonObject &parameters);

    change::Caller owner_{"ana", contract::Role::owner};
    SystemClock clock_;
    std::optional<Vault> vault_;
    std::optional<engine::DeviceIdentity> identity_;
    std::optional<store::Database> database_;
    std::unique_ptr<change::Convergence> convergence_;
    std::unique_ptr<house::HouseDomain> houseDomain_;
    std::unique_ptr<people::PeopleDomain> people_;
    std::unique_ptr<devices::DevicesDomain> devices_;
    std::unique_ptr<change::ChangeCalls> calls_;
    change::CallTable table_;
    change::HouseSlot house_;
};

} // namespace freehold::testing
