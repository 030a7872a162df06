// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include "contract/calls.h"
#include "testing/manual_clock.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtCrypto>

#include <memory>

namespace freehold::engine::testing {

using freehold::testing::ManualClock;

/// Callers as the kernel would tell them.
inline const platform::PeerCredentials smith{1000, 1, "smith"}; ///< whose engine it is
inline const platform::PeerCredentials root{0, 1, "root"};
inline const platform::PeerCredentials ana{1001, 1, "ana"};
inline const platform::PeerCredentials ben{1002, 1, "ben"};
inline const platform::PeerCredentials stranger{1003, 1, "eve"};

/// An engine on a data folder of its own, with a vault whose key the test holds.
class EngineHome {
public:
    explicit EngineHome(std::string deviceName = "study", std::filesystem::path packIndexer = {})
        : deviceName_(std::move(deviceName))
        , packIndexer_(std::move(packIndexer))
    {
        restart();
    }

    /// Begins again from the disk, without a vault until it is opened or locked.
    void restart()
    {
        engine.reset();
        engine = std::make_unique<Engine>(Engine::Options{folder(), deviceName_, smith.userId, smith.userName,
            clock, peer::MemberNetwork(port), packIndexer_,
            [](const std::string &name) { return name == "ana" || name == "ben"; }});
    }
    void openVault()
    {
        const auto path = folder().path / "vault";
        auto vault = std::filesystem::exists(path) ? Vault::open(path, key_.copy())
                                                   : Vault::create(path, key_.copy(), sealedBy);
        if (!vault)
            qFatal("the vault can't be opened: %s", std::string(name(vault.error().code)).c_str());
        engine->setVault(std::move(*vault), std::nullopt);
    }
    void lockVault(const Error &reason) { engine->setVault(std::nullopt, reason); }
    /// A house, made by its owner.
    void makeHouse()
    {
        openVault();
        if (const auto made = call(smith, contract::HouseCreate{"Smith", {}, "Europe/Berlin"}); !made)
            qFatal("no house was made: %s", std::string(name(made.error().code)).c_str());
    }

    /// The answer that comes at once; engine_unreachable where none does.
    Result<QJsonValue> call(
        const platform::PeerCredentials &user, std::string_view method, const QJsonObject &parameters) const
    {
        // Shared, as an answer that waits for something comes when this has returned.
        const auto given = std::make_shared<std::optional<Result<QJsonValue>>>();
        engine->call(
            user, std::string(method), parameters, [given](auto answer) { *given = std::move(answer); });
        return given->value_or(failure(ErrorCode::engine_unreachable));
    }
    template <contract::Call Type>
    Result<typename Type::Result> call(const platform::PeerCredentials &user, const Type &parameters) const
    {
        const auto answer = call(user, Type::info.method, json::write(parameters).toObject());
        if (!answer)
            return std::unexpected(answer.error());
        return json::read<typename Type::Result>(*answer, "result");
    }
    [[nodiscard]] std::optional<contract::Finding> finding(contract::FindingCode code) const
    {
        const auto status = call(smith, contract::GetStatus());
        const auto found = std::ranges::find(status->attention, code, &contract::Finding::code);
        return found == status->attention.end() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] std::string document(const std::string &path) const
    {
        return call(smith, contract::ConfigGet{path}).value_or(contract::DocumentContent()).content;
    }
    /// What a git program in the configuration says, without the last line's end.
    [[nodiscard]] QString git(const QStringList &arguments) const
    {
        QProcess git;
        git.setWorkingDirectory(QString::fromStdString(folder().configuration().string()));
        git.start(QStringLiteral("git"), arguments);
        git.waitForFinished();
        return QString::fromUtf8(git.readAllStandardOutput()).trimmed();
    }
    [[nodiscard]] DataFolder folder() const { return {folder_.path().toStdString()}; }

    ManualClock clock;
    peer::MemberPort port;
    SealedBy sealedBy = SealedBy::file; ///< of a vault that is yet to be made
    std::unique_ptr<Engine> engine;

private:
    std::string deviceName_;
    std::filesystem::path packIndexer_;
    QTemporaryDir folder_;
    Secret key_ = Secret::random(Vault::keyBytes);
};

} // namespace freehold::engine::testing
