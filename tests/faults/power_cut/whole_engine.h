// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "small_house.h"

namespace freehold::testing {

/// For a person who has to know what went wrong.
[[nodiscard]] std::string told(const Error &error);

/// The vault of a data folder, made where there is none; its key is a file beside it.
[[nodiscard]] Result<Vault> openVault(const std::filesystem::path &folder);

/// The engine of freeholdd in this process, without the world around it. The program holds a
/// QCA::Initializer.
class WholeEngine {
public:
    /// Errors: those of the vault. What is wrong with the house is answered by its calls.
    [[nodiscard]] static Result<std::unique_ptr<WholeEngine>> open(const std::filesystem::path &folder);

    /// As its owner.
    template <contract::Call Call>
    [[nodiscard]] Result<typename Call::Result> call(const Call &call)
    {
        const QJsonValue answer = TRY(ask(std::string(Call::info.method), json::write(call).toObject()));
        return json::read<typename Call::Result>(answer, "");
    }
    [[nodiscard]] SteppingClock &clock() { return clock_; }
    /// Waits until a change by hand is taken in. Each is waited for once.
    [[nodiscard]] Result<contract::Change> takenIn();

private:
    explicit WholeEngine(const std::filesystem::path &folder);
    [[nodiscard]] Result<QJsonValue> ask(const std::string &method, const QJsonObject &parameters);

    SteppingClock clock_;
    peer::MemberPort port_;
    engine::Engine engine_;
    std::optional<contract::Change> takenIn_;
};

} // namespace freehold::testing
