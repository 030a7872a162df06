// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole_engine.h"

#include "contract/calls.h"
#include "key_store/file_key_store.h"
#include "key_store/vault_opener.h"

#include <QTest>

namespace freehold::testing {

namespace {

/// For what an engine does by itself: it waits a second for an edit to settle.
constexpr int patienceMilliseconds = 30'000;

} // namespace

std::string told(const Error &error)
{
    std::string text(name(error.code));
    for (const auto &[key, value] : error.arguments)
        text.append(" ").append(key).append("=").append(value);
    return text;
}

Result<Vault> openVault(const std::filesystem::path &folder)
{
    platform::KeyStores stores;
    stores.emplace_back(SealedBy::file, std::make_unique<platform::FileKeyStore>(folder / "vault.key"));
    platform::VaultOpener opener(folder, std::move(stores));
    Error reason{ErrorCode::internal, {}, {}};
    QObject::connect(&opener, &platform::VaultOpener::locked, [&](const Error &locked) { reason = locked; });
    opener.open(); // a key file answers at once
    auto vault = opener.take();
    if (!vault)
        return std::unexpected(std::move(reason));
    return std::move(*vault);
}

WholeEngine::WholeEngine(const std::filesystem::path &folder)
    : engine_({engine::DataFolder{folder}, "box", 0, "ana", clock_, peer::MemberNetwork(port_), {}})
{
    QObject::connect(&engine_, &engine::Engine::notified, &engine_,
        [this](const std::string &method, const QJsonObject &parameters) {
            if (method != contract::ChangeChanged::method)
                return;
            const auto told = json::read<contract::ChangeChanged>(parameters, "");
            if (told && told->change.cause == contract::Cause::by_hand)
                takenIn_ = told->change;
        });
}

Result<std::unique_ptr<WholeEngine>> WholeEngine::open(const std::filesystem::path &folder)
{
    auto vault = TRY(openVault(folder));
    std::unique_ptr<WholeEngine> made(new WholeEngine(folder));
    made->engine_.setVault(std::move(vault), std::nullopt);
    if (auto opened = made->engine_.opened(); !opened)
        return std::unexpected(std::move(opened).error());
    return made;
}

Result<contract::Change> WholeEngine::takenIn()
{
    if (!QTest::qWaitFor([this] { return takenIn_.has_value(); }, patienceMilliseconds))
        return failure(ErrorCode::internal, {{"reason", "nothing was taken in"}});
    return *std::exchange(takenIn_, std::nullopt);
}

Result<QJsonValue> WholeEngine::ask(const std::string &method, const QJsonObject &parameters)
{
    Result<QJsonValue> answer = failure(ErrorCode::internal, {{"reason", "no answer"}});
    engine_.call({.userId = 0, .processId = 0, .userName = "ana"}, method, parameters,
        [&](Result<QJsonValue> given) { answer = std::move(given); });
    return answer;
}

} // namespace freehold::testing
