// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_server/server.h"
#include "api_streams/member_streams.h"
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
        api::AnswerCall answer) override;
    void reach(const platform::PeerCredentials &user, const QJsonObject &parameters,
        const api::AnswerReach &answer) override;
    /// A stream that another member opened is a client like any other.
    void serve(const engine::FarUser &user, std::unique_ptr<api::Transport> stream);
    /// The same of a local user and of one at another member.
    template <class User>
    void callAs(
        const User &user, const std::string &method, const QJsonObject &parameters, api::AnswerCall answer);
    void goOn(const Result<engine::Engine::Reach> &reach, const api::AnswerReach &answer);
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
    api::MemberStreams streams_;
    api::Server server_;
    bool listening_ = false;
};

} // namespace freehold
