// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_server/server.h"
#include "arguments.h"
#include "engine/engine.h"
#include "folder_lock.h"
#include "key_store/vault_opener.h"
#include "network_thread.h"

#include <QThread>

#include <memory>
#include <optional>
#include <set>

namespace freehold {

/// Brings the engine to the world: the house thread, the network thread, the socket and the vault, joined by
/// queued calls. Main thread.
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
    void listenForMembers();
    void tellDiscoveryProblem();
    void inHouse(std::function<void(engine::Engine &)> work);

    EngineArguments arguments_;
    SystemClock clock_;
    std::optional<FolderLock> lock_;
    QThread houseThread_;
    engine::Engine *engine_ = nullptr; ///< lives and dies in the house thread
    std::unique_ptr<platform::VaultOpener> vaultOpener_;
    std::unique_ptr<NetworkThread> network_;
    bool discoveryWorks_ = true;
    std::set<std::string> limitsMet_; ///< by discovery
    peer::MemberPort memberPort_;
    api::Server server_;
    bool listening_ = false;
};

} // namespace freehold
