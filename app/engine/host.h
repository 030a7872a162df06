// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_server/server.h"
#include "arguments.h"
#include "engine/engine.h"
#include "key_store/vault_opener.h"
#include "platform/discovery/service_discovery.h"
#include "platform/neighbours/neighbours.h"

#include <QLockFile>
#include <QThread>

#include <memory>
#include <set>
#include <utility>

namespace freehold {

/// Brings the engine to the world: the house thread, the socket, discovery and the vault, each in its
/// thread, joined by queued calls. Main thread.
class Host : public QObject, private api::Backend {
    Q_OBJECT

public:
    explicit Host(EngineArguments arguments);
    ~Host() override;

    /// Takes the data folder. Errors: engine_already_running, file_unwritable, folder_read_only, disk_full.
    [[nodiscard]] Result<void> start();

Q_SIGNALS:
    void ready();
    void failed(const freehold::Error &error);

private:
    void call(const platform::PeerCredentials &user, const std::string &method, const QJsonObject &parameters,
        std::function<void(Result<QJsonValue>)> answer) override;
    void vaultSettled(const std::optional<Error> &locked);
    void listen(const Result<void> &opened);
    void startDiscovery();
    void askWhoHolds(const platform::ResolvedService &service);
    void discoveryState(platform::DiscoveryState state);
    void inHouse(std::function<void(engine::Engine &)> work);

    EngineArguments arguments_;
    SystemClock clock_;
    std::unique_ptr<QLockFile> lock_;
    QThread houseThread_;
    engine::Engine *engine_ = nullptr; ///< lives and dies in the house thread
    std::unique_ptr<platform::VaultOpener> vaultOpener_;
    std::unique_ptr<platform::ServiceDiscovery> discovery_;
    std::unique_ptr<platform::Neighbours> neighbours_;
    std::set<std::pair<int, std::string>> asked_;
    api::Server server_;
    bool listening_ = false;
};

} // namespace freehold
