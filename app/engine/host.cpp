// SPDX-License-Identifier: GPL-3.0-or-later
#include "host.h"

#include "platform/peer_credentials/user_name.h"
#include "support/file.h"

#include <QCoreApplication>

#include <unistd.h>

namespace freehold {

using platform::VaultOpener;

namespace {

/// Beside this program, as it is built; or where it is installed.
std::filesystem::path packIndexer()
{
    constexpr const char *name = "freehold-index-pack";
    const std::filesystem::path beside
        = std::filesystem::path(QCoreApplication::applicationDirPath().toStdString()) / name;
    std::error_code unknown;
    return std::filesystem::exists(beside, unknown) ? beside : std::filesystem::path(FREEHOLD_HELPERS) / name;
}

} // namespace

Host::Host(EngineArguments arguments)
    : arguments_(std::move(arguments))
    , streams_(memberPort_,
          [this](const crypto::PublicKey &member, const api::StreamOpen &open,
              std::unique_ptr<api::Transport> stream) {
              serve({member, open.role, open.user}, std::move(stream));
          })
    , server_(*this)
{
    houseThread_.setObjectName(QStringLiteral("house"));
}

Host::~Host()
{
    // Nothing may arrive in the house thread while it ends.
    network_.reset();
    if (engine_ != nullptr) {
        QMetaObject::invokeMethod(
            engine_,
            [engine = engine_] {
                engine->close();
                delete engine;
            },
            Qt::BlockingQueuedConnection);
    }
    houseThread_.quit();
    houseThread_.wait();
}

Result<void> Host::start()
{
    if (auto made = file::makeFolder(arguments_.data); !made)
        return made;
    std::error_code ignored;
    std::filesystem::permissions(arguments_.data, std::filesystem::perms::owner_all, ignored);
    const engine::DataFolder folder{arguments_.data};
    lock_ = TRY(FolderLock::take(folder.lock()));

    engine_ = new engine::Engine({folder, arguments_.deviceName, ::geteuid(), platform::userName(::geteuid()),
        clock_, peer::MemberNetwork(memberPort_), packIndexer()});
    connect(engine_, &engine::Engine::notified, this,
        [this](const std::string &method, const QJsonObject &fields) { server_.notify(method, fields); });
    connect(engine_, &engine::Engine::accessMayHaveChanged, &server_, &api::Server::checkStandings);
    connect(engine_, &engine::Engine::unlockWanted, this,
        [this](const std::shared_ptr<Secret> &passphrase) { vaultOpener_->unlock(std::move(*passphrase)); });
    connect(engine_, &engine::Engine::sealChanged, this,
        [this](const Vault::Header &former) { vaultOpener_->forgetKey(former); });
    connect(engine_, &engine::Engine::houseEntered, this, &Host::listenForMembers);
    connect(engine_, &engine::Engine::announcementWanted, this,
        [this](const std::optional<platform::Announcement> &announcement) {
            if (network_)
                network_->announce(announcement);
        });
    connect(
        &memberPort_, &peer::MemberPort::opened, this, [this](peer::ChannelId id, const peer::Peer &peer) {
            inHouse([id, peer](engine::Engine &engine) { engine.members().opened(id, peer); });
        });
    connect(&memberPort_, &peer::MemberPort::received, this,
        [this](peer::ChannelId id, const peer::Frame &frame) {
            inHouse([id, frame](engine::Engine &engine) { engine.members().received(id, frame); });
        });
    connect(&memberPort_, &peer::MemberPort::closed, this, [this](peer::ChannelId id, const Error &error) {
        inHouse([id, error](engine::Engine &engine) { engine.members().closed(id, error); });
    });
    engine_->moveToThread(&houseThread_);
    houseThread_.start();

    vaultOpener_ = std::make_unique<VaultOpener>(arguments_.data, platform::systemKeyStores(arguments_.data));
    connect(vaultOpener_.get(), &VaultOpener::opened, this, [this] { vaultSettled(std::nullopt); });
    connect(vaultOpener_.get(), &VaultOpener::locked, this,
        [this](const Error &reason) { vaultSettled(reason); });
    vaultOpener_->open();
    return {};
}

void Host::inHouse(std::function<void(engine::Engine &)> work)
{
    QMetaObject::invokeMethod(engine_, [engine = engine_, work = std::move(work)] { work(*engine); });
}

void Host::vaultSettled(const std::optional<Error> &locked)
{
    // The vault can't be copied and a queued call must be: it travels in a box.
    auto box = std::make_shared<std::optional<Vault>>(vaultOpener_->take());
    inHouse([this, box, locked](engine::Engine &engine) {
        engine.setVault(std::move(*box), locked);
        const Result<void> opened = engine.opened();
        QMetaObject::invokeMethod(this, [this, opened] { listen(opened); });
    });
}

void Host::listen(const Result<void> &opened)
{
    if (listening_)
        return;
    listening_ = true;
    if (!opened) {
        Q_EMIT failed(opened.error());
        return;
    }
    startDiscovery();
    const auto door = arguments_.isService ? api::Server::Door::every_user : api::Server::Door::own_user;
    if (auto listens = server_.listen(arguments_.socket, door); !listens) {
        Q_EMIT failed(listens.error());
        return;
    }
    Q_EMIT ready();
}

void Host::listenForMembers()
{
    const auto port = memberPort_.listen(arguments_.memberAddress, arguments_.memberPort);
    if (!port)
        log::write(log::Level::warning, "engine",
            "other machines of the house can't reach this one: " + port.error().arguments.at("why"));
    inHouse([port](engine::Engine &engine) { engine.setMemberPort(port); });
}

void Host::startDiscovery()
{
    using devices::DevicesDomain;
    auto &devices = engine_->devices();
    network_ = std::make_unique<NetworkThread>();
    const auto pass
        = [&](auto told, auto to) { connect(network_.get(), told, &devices, to, Qt::QueuedConnection); };
    pass(&NetworkThread::serviceSeen, &DevicesDomain::serviceSeen);
    connect(network_.get(), &NetworkThread::serviceSeen, &engine_->members(), &members::Members::serviceSeen,
        Qt::QueuedConnection);
    pass(&NetworkThread::serviceGone, &DevicesDomain::serviceGone);
    pass(&NetworkThread::neighbourSeen, &DevicesDomain::neighbourSeen);
    pass(&NetworkThread::neighbourGone, &DevicesDomain::neighbourGone);
    pass(&NetworkThread::interfacesChanged, &DevicesDomain::interfacesChanged);
    const auto take
        = [&](auto told, auto with) { connect(network_.get(), told, this, with, Qt::QueuedConnection); };
    take(&NetworkThread::stateChanged, [this](platform::DiscoveryState state) {
        discoveryWorks_ = state != platform::DiscoveryState::unavailable;
        tellDiscoveryProblem();
    });
    take(&NetworkThread::limitMet, [this](const std::string &limit) {
        limitsMet_.insert(limit);
        tellDiscoveryProblem();
    });
    take(&NetworkThread::limitLifted, [this](const std::string &limit) {
        limitsMet_.erase(limit);
        tellDiscoveryProblem();
    });
    network_->start();
}

void Host::tellDiscoveryProblem()
{
    using contract::Finding;
    using contract::FindingCode;
    using contract::Severity;
    std::optional<Finding> problem;
    if (!discoveryWorks_)
        problem = Finding{FindingCode::discovery_unavailable, Severity::warning, {}, {}, {}};
    else if (!limitsMet_.empty())
        problem = Finding{
            FindingCode::discovery_limit, Severity::warning, {{"limit", *limitsMet_.begin()}}, {}, {}};
    inHouse([problem](engine::Engine &engine) { engine.setDiscoveryProblem(problem); });
}

template <class User>
void Host::callAs(
    const User &user, const std::string &method, const QJsonObject &parameters, api::AnswerCall answer)
{
    // Back in this thread before anything of the session is touched: it may be gone by then, and lives here.
    // Not even a pointer to it is copied elsewhere.
    const auto kept = std::make_shared<const api::AnswerCall>(std::move(answer));
    const auto comeBack = [this, kept](Result<QJsonValue> result) {
        QMetaObject::invokeMethod(
            this, [kept, result = std::move(result)] { (*kept)(result); }, Qt::QueuedConnection);
    };
    inHouse([user, method, parameters, comeBack](
                engine::Engine &engine) { engine.call(user, method, parameters, comeBack); });
}

void Host::call(const platform::PeerCredentials &user, const std::string &method,
    const QJsonObject &parameters, api::AnswerCall answer)
{
    callAs(user, method, parameters, std::move(answer));
}

void Host::serve(const engine::FarUser &user, std::unique_ptr<api::Transport> stream)
{
    server_.serve(std::move(stream),
        {[this, user](const std::string &method, const QJsonObject &parameters, api::AnswerCall answer) {
             callAs(user, method, parameters, std::move(answer));
         },
            {}});
}

void Host::reach(
    const platform::PeerCredentials &user, const QJsonObject &parameters, const api::AnswerReach &answer)
{
    const auto kept = std::make_shared<const api::AnswerReach>(answer);
    inHouse([this, user, parameters, kept](engine::Engine &engine) {
        QMetaObject::invokeMethod(
            this, [this, kept, reach = engine.reach(user, parameters)] { goOn(reach, *kept); },
            Qt::QueuedConnection);
    });
}

void Host::goOn(const Result<engine::Engine::Reach> &reach, const api::AnswerReach &answer)
{
    if (!reach)
        return answer(std::unexpected(reach.error()));
    api::Reached reached{reach->answer, reach->role, nullptr};
    if (reach->channel) {
        auto stream = streams_.open(*reach->channel, reach->role, reach->user);
        if (!stream) {
            Error error = std::move(stream).error();
            error.arguments.emplace("member", reach->member);
            return answer(std::unexpected(std::move(error)));
        }
        reached.engine = std::move(*stream);
    }
    answer(std::move(reached));
}

} // namespace freehold
