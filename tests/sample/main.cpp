// SPDX-License-Identifier: GPL-3.0-or-later
// freehold_sample DATA SOCKET: an engine with a made-up, fully furnished house, until SIGTERM.
#include "api_server/server.h"
#include "contract/calls.h"
#include "key_store/file_key_store.h"
#include "key_store/vault_opener.h"
#include "sample_house.h"
#include "support/file.h"
#include "support/json.h"

#include <QCoreApplication>
#include <QtCrypto>

#include <unistd.h>

using namespace freehold;

namespace {

class Backend final : public api::Backend {
public:
    explicit Backend(engine::Engine &engine)
        : engine_(engine)
    {
    }
    void call(const platform::PeerCredentials &user, const std::string &method, const QJsonObject &parameters,
        std::function<void(Result<QJsonValue>)> answer) override
    {
        engine_.call(user, method, parameters, answer);
    }

private:
    engine::Engine &engine_;
};

} // namespace

int main(int argumentCount, char *argumentValues[])
{
    protectProcessMemory();
    QCoreApplication application(argumentCount, argumentValues);
    const QCA::Initializer cryptography;
    if (argumentCount != 3)
        qFatal("usage: freehold_sample DATA SOCKET");
    const std::filesystem::path data = argumentValues[1];
    if (!file::makeFolder(data))
        qFatal("the folder could not be made");

    sample::SampleClock clock;
    peer::MemberPort port;
    engine::Engine engine({{data}, "ana-laptop", ::geteuid(), "Ana", clock, peer::MemberNetwork(port), {}});
    Backend backend(engine);
    api::Server server(backend);
    QObject::connect(&engine, &engine::Engine::notified, &server,
        [&](const std::string &method, const QJsonObject &fields) { server.notify(method, fields); });

    platform::KeyStores stores;
    stores.emplace_back(SealedBy::file, std::make_unique<platform::FileKeyStore>(data / "vault.key"));
    platform::VaultOpener opener(data, std::move(stores));
    QObject::connect(&opener, &platform::VaultOpener::opened, &application, [&] {
        engine.setVault(opener.take(), std::nullopt);
        sample::SampleHouse(engine, clock, data / "config").furnish();
    });
    // The edit by hand comes last and settles by itself; whoever opens the house finds it taken in.
    bool isReady = false;
    QObject::connect(&engine, &engine::Engine::notified, &application,
        [&](const std::string &method, const QJsonObject &fields) {
            const auto cause = fields[QStringLiteral("change")][QStringLiteral("cause")];
            if (isReady || method != contract::ChangeChanged::method
                || cause != json::toQString(contract::nameOf(contract::Cause::by_hand)))
                return;
            isReady = true;
            if (!server.listen(argumentValues[2], api::Server::Door::own_user))
                qFatal("the socket could not be made");
        });
    opener.open();
    return QCoreApplication::exec();
}
