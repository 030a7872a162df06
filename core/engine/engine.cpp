// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "change/revocation.h"
#include "contract/calls.h"
#include "key_store/passphrase.h"
#include "platform/peer_credentials/user_name.h"
#include "store/schema.h"
#include "support/file.h"
#include "support/free_memory.h"
#include "support/log.h"
#include "support/ssh.h"

namespace freehold::engine {

namespace {

/// After the start and after the last change; packing old objects is never in anybody's way then.
constexpr std::chrono::seconds idleTime{5};

/// What this member states of itself never expires while its engine runs.
constexpr std::chrono::hours upkeepInterval{12};

std::string sharedEntry(const std::string &name)
{
    return "shared/" + name;
}

} // namespace

Engine::Engine(Options options)
    : options_(std::move(options))
    , idle_(this)
    , upkeep_(this)
{
    idle_.setSingleShot(true);
    idle_.setTimerType(Qt::VeryCoarseTimer);
    idle_.setInterval(idleTime);
    connect(&idle_, &QTimer::timeout, this, [this] {
        if (house_.pipeline == nullptr || members_->isBusy())
            return;
        if (auto packed = house_.pipeline->repository().packIfDue(); !packed)
            log::write(log::Level::warning, "engine", "old objects could not be packed");
        house_.pipeline->rest();
        database_->rest();
        releaseFreeMemory();
    });
    upkeep_.setTimerType(Qt::VeryCoarseTimer);
    upkeep_.setInterval(upkeepInterval);
    connect(&upkeep_, &QTimer::timeout, this, &Engine::keepUp);
}

Engine::~Engine() = default;

void Engine::setVault(std::optional<Vault> vault, const std::optional<Error> &locked)
{
    vault_ = std::move(vault);
    locked_ = locked;
    if (vault_) {
        sealedBy_ = name(vault_->header().sealedBy);
        auto identity = DeviceIdentity::fromVault(*vault_, options_.folder);
        if (identity)
            identity_ = std::move(*identity);
        else
            locked_ = identity.error();
    } else {
        if (const auto header = Vault::header(options_.folder.path / "vault"); header)
            sealedBy_ = name(header->sealedBy);
        if (auto identity = DeviceIdentity::withoutVault(options_.folder))
            identity_ = std::move(*identity);
    }
    if (!isOpen_) {
        isOpen_ = true;
        opened_ = open();
    } else {
        const crypto::SigningKey *signer = identity_ ? identity_->signer() : nullptr;
        if (members_)
            members_->setSigner(signer);
        if (house_.pipeline) {
            house_.pipeline->setSigner(signer);
            house_.byHand->lookAgain();
        }
    }
    if (opened_)
        record(vault_ ? "vault-opened" : "vault-locked", {{"sealed_by", sealedBy_}});
    for (const auto &answer : std::exchange(unlocking_, {})) {
        if (locked_)
            answer(std::unexpected(*locked_));
        else
            answer(vaultState());
    }
    notify(contract::StatusChanged());
}

Result<void> Engine::open()
{
    database_ = TRY(store::Database::open(options_.folder.database(), store::migrations));
    if (database_->keptAs())
        log::write(log::Level::warning, "engine", "the observations were damaged and begin anew");
    const std::string id = identity_ ? identity_->id() : std::string();
    convergence_ = std::make_unique<change::Convergence>(*database_, options_.clock);
    facts_ = std::make_unique<facts::Facts>(*database_, options_.clock);
    connect(facts_.get(), &facts::Facts::changed, this, [this](std::string_view type) {
        if (house_.pipeline)
            house_.pipeline->factsChanged(type);
    });
    events_ = std::make_unique<store::Events>(*database_);
    houseDomain_ = std::make_unique<house::HouseDomain>(house::HouseDomain::Context{house_, id,
        options_.isUser, [this](const std::string &member) { return members_->isOnline(member); }});
    people_ = std::make_unique<people::PeopleDomain>(house_);
    devices_ = std::make_unique<devices::DevicesDomain>(devices::DevicesDomain::Context{
        house_, *database_, options_.clock, id, options_.deviceName, [this] { members_->prompt(); }});
    members_ = std::make_unique<members::Members>(membersContext());
    // Before the house is there: who is called then is told who calls.
    members_->setSigner(identity_ ? identity_->signer() : nullptr);
    connect(members_.get(), &members::Members::pairingChanged, this,
        [this](const contract::Pairing &pairing) { notify(contract::PairingChanged{pairing}); });
    connect(members_.get(), &members::Members::presenceChanged, this, [this] {
        tellMembersToDevices();
        notify(contract::HouseChanged());
    });
    connect(members_.get(), &members::Members::announcementWanted, this, &Engine::announcementWanted);
    connect(members_.get(), &members::Members::findingsChanged, this,
        [this] { notify(contract::StatusChanged()); });
    backups_ = std::make_unique<backup::Backups>(backup::Backups::Context{house_, *facts_, *database_,
        options_.clock, [this] { return identity_->id(); }, [this] { return devices_->selfName(); },
        [this] { return ownRoot(); }, options_.folder.incoming() / "backup", options_.packIndexer,
        [this] { return change::validatorOf(domains()); }, [this] { return mayEnterHouse(); },
        [this](const backup::Restored &restored, const std::filesystem::path &repository) {
            return enterRestored(restored, repository);
        }});
    changeCalls_ = std::make_unique<change::ChangeCalls>(house_);
    connect(
        devices_.get(), &devices::DevicesDomain::deviceChanged, this, [this](const contract::Device &device) {
            notify(contract::DeviceChanged{device});
            if (device.gateway && !device.mac.empty())
                members_->gatewaySeen(device.mac);
        });
    connect(devices_.get(), &devices::DevicesDomain::deviceRemoved, this,
        [this](const std::string &gone) { notify(contract::DeviceRemoved{gone}); });
    connect(
        devices_.get(), &devices::DevicesDomain::newDeviceSeen, this, [this](const contract::Device &device) {
            record("device-new", {{"device", device.id}, {"name", device.name}, {"mac", device.mac}});
        });
    connect(devices_.get(), &devices::DevicesDomain::findingsChanged, this,
        [this] { notify(contract::StatusChanged()); });
    connect(devices_.get(), &devices::DevicesDomain::addressesChanged, this,
        [this](const std::vector<std::string> &addresses) {
            members_->setAddresses(addresses);
            members_->setGateways(devices_->gateways());
        });
    upkeep_.start();
    addCalls();
    record("engine-started", {{"version", FREEHOLD_VERSION}});
    if (const auto &kept = database_->keptAs())
        record("database-begun-anew", {{"kept_as", kept->string()}});

    std::error_code error;
    std::filesystem::remove_all(options_.folder.configurationInTheMaking(), error);
    if (!std::filesystem::exists(options_.folder.configuration() / ".git", error))
        return {};
    if (auto house = openHouse(); !house) {
        // The engine goes on and says what is wrong: a person has to see it to mend it.
        houseProblem_ = house.error();
        log::write(log::Level::error, "engine",
            "the house could not be opened: " + std::string(name(house.error().code)));
    }
    return {};
}

change::Pipeline::Context Engine::pipelineContext()
{
    return {identity_->id(), [this] { return devices_->selfName(); }, domains(), options_.clock,
        *convergence_, identity_->signer()};
}

std::vector<change::Domain *> Engine::domains() const
{
    return {houseDomain_.get(), people_.get(), devices_.get()};
}

members::Members::Context Engine::membersContext()
{
    return {options_.network, house_, *facts_, *database_, options_.clock,
        [this] { return identity_ ? identity_->publicKey() : crypto::PublicKey(); },
        [this] { return devices_->selfName(); }, [this] { return houseDomain_->roleOfMachine(); },
        [this] { return change::validatorOf(domains()); },
        [this](const std::string &device) { return placesOf(device); },
        [this](const std::string &address) { return devices_->isNeighbour(address); }, options_.packIndexer,
        options_.folder.incoming(), options_.folder.configurationInTheMaking(),
        [this](const std::string &name, const Secret &sealed) -> Result<void> {
            if (const auto problem = vaultProblem())
                return std::unexpected(*problem);
            return vault_->put(sharedEntry(name), sealed);
        },
        [this](const std::string &name) -> Result<Secret> {
            if (const auto problem = vaultProblem())
                return std::unexpected(*problem);
            return vault_->entry(sharedEntry(name));
        },
        [this] { return enterNewHouse(); }};
}

std::vector<members::Place> Engine::placesOf(const std::string &device) const
{
    std::vector<members::Place> places;
    for (const auto &[address, port] : devices_->addressesOffering(device, members::Announcing::serviceType))
        places.push_back({address, port});
    return places;
}

Result<void> Engine::openHouse()
{
    if (!identity_)
        return failure(ErrorCode::vault_damaged, {{"entry", "device/key"}});
    auto repository = TRY(change::Repository::open(options_.folder.configuration()));
    if (auto settled = change::settleMain(repository, identity_->publicKey()); !settled)
        return std::unexpected(std::move(settled).error());
    house_.pipeline = std::make_unique<change::Pipeline>(std::move(repository), pipelineContext());
    if (auto started = house_.pipeline->start(); !started) {
        house_.pipeline.reset();
        return started;
    }
    enterHouse();
    return {};
}

void Engine::enterHouse()
{
    house_.byHand = std::make_unique<change::ByHand>(*house_.pipeline,
        [this] { return change::Caller{options_.userName, houseDomain_->roleOfMachine()}; });
    connect(house_.byHand.get(), &change::ByHand::findingsChanged, this,
        [this] { notify(contract::StatusChanged()); });
    connect(house_.pipeline.get(), &change::Pipeline::changed, this, [this](const contract::Change &change) {
        notify(contract::ChangeChanged{change});
        if (change.state == contract::ChangeState::rolled_back)
            record("change-rolled-back", {{"change", change.id}});
        idle_.start();
    });
    for (const auto signal : {&change::Pipeline::trialsChanged, &change::Pipeline::findingsChanged})
        connect(house_.pipeline.get(), signal, this, [this] { notify(contract::StatusChanged()); });
    connect(
        house_.pipeline.get(), &change::Pipeline::configurationChanged, this, &Engine::configurationChanged);
    changeCalls_->follow(*house_.pipeline);
    // Where house.toml can't be read there is no name to show; that it can't is a finding, and it can be
    // mended.
    if (const auto house = houseDomain_->show())
        devices_->enterHouse(house->id);
    tellMembersToDevices();
    writeAllowedSigners();
    members_->houseEntered();
    house_.byHand->start();
    idle_.start();
    Q_EMIT houseEntered();
}

void Engine::configurationChanged()
{
    writeAllowedSigners();
    members_->configurationChanged();
    tellMembersToDevices();
    Q_EMIT accessMayHaveChanged();
    notify(contract::HouseChanged());
    notify(contract::StatusChanged());
}

void Engine::tellMembersToDevices()
{
    std::map<std::string, devices::MemberSeen> seen;
    for (const auto &member : house_.configuration().ofKind("member")) {
        if (!change::isRevoked(*member))
            seen.emplace(member->id(),
                devices::MemberSeen{members_->isOnline(member->id()), members_->addressesOf(member->id())});
    }
    devices_->setMembers(std::move(seen));
}

void Engine::writeAllowedSigners()
{
    // ssh-keygen(1), "ALLOWED SIGNERS".
    std::string text;
    for (const auto &member : house_.configuration().ofKind("member"))
        text += member->id() + "@freehold.invalid namespaces=\"git\" " + member->textAt("key") + '\n';
    constexpr std::size_t largest = 4UL * 1024 * 1024;
    if (file::read(options_.folder.allowedSigners(), largest) == text)
        return;
    if (auto written = file::writeDurably(options_.folder.allowedSigners(), text); !written)
        log::write(log::Level::warning, "engine", "allowed_signers could not be written");
}

void Engine::record(const std::string &code, Arguments arguments)
{
    if (auto added = events_->add({options_.clock.now(), code, std::move(arguments)}); !added)
        log::write(log::Level::warning, "engine", "an event could not be recorded: " + code);
}

void Engine::keepUp()
{
    if (auto expired = facts_->expire(); !expired)
        log::write(log::Level::warning, "engine", "facts that expired could not be dropped");
    members_->statePresence();
}

void Engine::setDiscoveryProblem(const std::optional<contract::Finding> &finding)
{
    if (discoveryProblem_ == finding)
        return;
    discoveryProblem_ = finding;
    notify(contract::StatusChanged());
}

void Engine::setMemberPort(const Result<std::uint16_t> &port)
{
    members_->setPort(port.value_or(0));
    memberPort_ = port;
    notify(contract::StatusChanged());
}

void Engine::close()
{
    if (devices_)
        devices_->save();
}

} // namespace freehold::engine
