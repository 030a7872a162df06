// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/backups.h"
#include "change/change_calls.h"
#include "contract/house_calls.h"
#include "devices/devices_domain.h"
#include "engine/data_folder.h"
#include "engine/far_user.h"
#include "engine/identity.h"
#include "facts/facts.h"
#include "house/house_domain.h"
#include "members/members.h"
#include "people/people_domain.h"
#include "platform/peer_credentials/peer_credentials.h"
#include "platform/peer_credentials/user_name.h"
#include "store/events.h"
#include "support/vault.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace freehold::engine {

/// The composition root: makes the domains and the pipeline, and answers calls. Lives in the house thread,
/// where all git, SQLite and crypto work is done; others reach it through queued calls.
class Engine : public QObject {
    Q_OBJECT

public:
    struct Options {
        DataFolder folder;
        std::string deviceName; ///< where no document names this machine
        std::uint32_t userId = 0; ///< whose engine it is
        std::string userName;
        const Clock &clock;
        peer::MemberNetwork network;
        std::filesystem::path packIndexer; ///< freehold-index-pack
        std::function<bool(const std::string &)> isUser = platform::isUser; ///< of this machine
    };
    explicit Engine(Options options);
    ~Engine() override;

    /// The vault, or why it is locked. The first call opens the store and the house.
    void setVault(std::optional<Vault> vault, const std::optional<Error> &locked);
    [[nodiscard]] Result<void> opened() const { return opened_; }
    [[nodiscard]] devices::DevicesDomain &devices() { return *devices_; }
    [[nodiscard]] members::Members &members() { return *members_; }
    [[nodiscard]] facts::Facts &facts() { return *facts_; }
    [[nodiscard]] store::Database &database() { return *database_; }
    void setDiscoveryProblem(const std::optional<contract::Finding> &finding);
    /// The port at which members reach this machine; or why they don't, with `why` as the system says it.
    void setMemberPort(const Result<std::uint16_t> &port);

    using Answer = std::function<void(Result<QJsonValue>)>;
    /// A call from a local user. The answer comes in the house thread, perhaps later.
    void call(const platform::PeerCredentials &user, const std::string &method, const QJsonObject &parameters,
        const Answer &answer);
    /// A call from a user of another member, who may do what both that member and its user may, by the
    /// configuration in force now.
    void call(
        const FarUser &user, const std::string &method, const QJsonObject &parameters, const Answer &answer);

    /// How a local user's connection goes on to another member.
    struct Reach {
        QJsonValue answer; ///< to the call
        contract::Role role = contract::Role::guest; ///< of the user, on this machine
        std::string user; ///< for the history
        std::string member; ///< what the other's device is called
        std::optional<peer::ChannelId> channel; ///< nothing where it is this machine
    };
    /// The call `member.reach`. Errors: its refusals; device_no_member, device_ambiguous, peer_unreachable.
    [[nodiscard]] Result<Reach> reach(const platform::PeerCredentials &user, const QJsonObject &parameters);

    /// What must be on the disk is; observations are written too.
    void close();

Q_SIGNALS:
    void notified(const std::string &method, const QJsonObject &parameters);
    /// Who may call what depends on the configuration, which is another now.
    void accessMayHaveChanged();
    /// This machine has a house now, which members may reach it for.
    void houseEntered();
    /// What this machine is to tell its networks of itself from now on, without its places; nothing: nothing.
    void announcementWanted(const std::optional<freehold::platform::Announcement> &announcement);
    /// A person wants the vault open, and perhaps gave a passphrase; whoever opens vaults answers with
    /// setVault().
    void unlockWanted(std::shared_ptr<freehold::Secret> passphrase);
    /// The vault has another seal; its former key can go.
    void sealChanged(const freehold::Vault::Header &former);

private:
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> openHouse();
    void enterHouse();
    /// In the order in which they apply.
    [[nodiscard]] std::vector<change::Domain *> domains() const;
    [[nodiscard]] change::Pipeline::Context pipelineContext();
    [[nodiscard]] members::Members::Context membersContext();
    /// Where a device offers Freehold.
    [[nodiscard]] std::vector<members::Place> placesOf(const std::string &device) const;
    [[nodiscard]] Result<contract::House> createHouse(
        const change::Caller &caller, const contract::HouseCreate &call);
    /// Errors: house_exists, vault_locked, vault_damaged.
    [[nodiscard]] Result<void> mayEnterHouse() const;
    /// Makes a repository that came out of a backup this machine's house, with this machine as a new member.
    [[nodiscard]] Result<contract::House> enterRestored(
        const backup::Restored &restored, const std::filesystem::path &repository);
    /// The house's root key, where this machine has it.
    [[nodiscard]] std::optional<crypto::SigningKey> ownRoot() const;
    /// Makes the repository in the making this machine's house.
    [[nodiscard]] Result<contract::House> enterNewHouse();
    [[nodiscard]] Result<contract::SealedRoot> exportRoot(const contract::HouseExportRoot &call);
    [[nodiscard]] Result<contract::VaultState> setPassphrase(const std::string &passphrase);
    /// Nothing for a user without access.
    [[nodiscard]] std::optional<change::Caller> callerFor(const platform::PeerCredentials &user) const;
    /// Nothing for a user of a machine that is no member.
    [[nodiscard]] std::optional<change::Caller> callerFor(const FarUser &user) const;
    void callAs(std::optional<change::Caller> caller, const std::string &method,
        const QJsonObject &parameters, const Answer &answer);
    [[nodiscard]] contract::Status status() const;
    [[nodiscard]] contract::VaultState vaultState() const;
    /// Why nothing that needs the vault is done, while it is locked or damaged.
    [[nodiscard]] std::optional<Error> vaultProblem() const;
    [[nodiscard]] std::vector<contract::Finding> attention() const;
    void addCalls();
    void writeAllowedSigners();
    /// For whoever looks into it later: `freeholdctl event list`.
    void record(const std::string &code, Arguments arguments);
    void keepUp();
    void configurationChanged();
    /// Which of the devices are the other machines of the house, and where.
    void tellMembersToDevices();
    template <contract::Notification Type>
    void notify(const Type &notification);

    Options options_;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    Result<void> opened_;
    bool isOpen_ = false;
    std::optional<Vault> vault_;
    std::optional<Error> locked_;
    std::string sealedBy_;
    std::optional<DeviceIdentity> identity_;
    std::optional<Error> houseProblem_;
    std::optional<contract::Finding> discoveryProblem_;
    Result<std::uint16_t> memberPort_ = 0; ///< 0 before anybody has said
    std::optional<store::Database> database_;
    std::unique_ptr<change::Convergence> convergence_;
    std::unique_ptr<facts::Facts> facts_;
    std::unique_ptr<store::Events> events_;
    change::HouseSlot house_;
    std::unique_ptr<house::HouseDomain> houseDomain_;
    std::unique_ptr<people::PeopleDomain> people_;
    std::unique_ptr<devices::DevicesDomain> devices_;
    std::unique_ptr<members::Members> members_;
    std::unique_ptr<backup::Backups> backups_;
    std::unique_ptr<change::ChangeCalls> changeCalls_;
    change::CallTable calls_;
    std::vector<change::CallTable::Answer<contract::VaultState>> unlocking_;
    QTimer idle_;
    QTimer upkeep_;
};

template <contract::Notification Type>
void Engine::notify(const Type &notification)
{
    Q_EMIT notified(std::string(Type::method), json::write(notification).toObject());
}

} // namespace freehold::engine
