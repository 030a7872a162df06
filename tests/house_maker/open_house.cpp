// SPDX-License-Identifier: GPL-3.0-or-later
#include "house_maker/open_house.h"

#include "engine/founding.h"
#include "key_store/file_key_store.h"
#include "store/schema.h"
#include "support/file.h"

namespace freehold::testing {

namespace {

Result<Vault> openVault(const std::filesystem::path &folder)
{
    platform::FileKeyStore keys(folder / "vault.key");
    Result<Secret> key = failure(ErrorCode::internal);
    keys.create({}, [&](Result<Secret> made) { key = std::move(made); }); // answers at once
    Secret secret = TRY(std::move(key));
    const auto path = folder / "vault";
    if (std::filesystem::exists(path))
        return Vault::open(path, std::move(secret));
    return Vault::create(path, std::move(secret), SealedBy::file);
}

} // namespace

Result<std::unique_ptr<OpenHouse>> OpenHouse::open(const std::filesystem::path &dataFolder)
{
    const engine::DataFolder folder{dataFolder};
    std::unique_ptr<OpenHouse> made(new OpenHouse);
    made->vault_ = TRY(openVault(dataFolder));
    made->identity_ = TRY(engine::DeviceIdentity::fromVault(*made->vault_, folder));
    made->database_ = TRY(store::Database::open(folder.database(), store::migrations));
    const std::string id = made->identity_->id();
    made->convergence_ = std::make_unique<change::Convergence>(*made->database_, made->clock_);
    made->houseDomain_ = std::make_unique<house::HouseDomain>(house::HouseDomain::Context{made->house_, id,
        [](const std::string &) { return true; }, [](const std::string &) { return false; }});
    made->people_ = std::make_unique<people::PeopleDomain>(made->house_);
    made->devices_ = std::make_unique<devices::DevicesDomain>(
        devices::DevicesDomain::Context{made->house_, *made->database_, made->clock_, id, "study"});
    made->calls_ = std::make_unique<change::ChangeCalls>(made->house_);
    made->calls_->addCalls(made->table_);
    if (!std::filesystem::exists(folder.configuration())) {
        if (auto founded = made->found(folder); !founded)
            return std::unexpected(std::move(founded).error());
    }
    auto repository = TRY(change::Repository::open(folder.configuration()));
    made->house_.pipeline = std::make_unique<change::Pipeline>(std::move(repository), made->context());
    if (auto started = made->house_.pipeline->start(); !started)
        return std::unexpected(std::move(started).error());
    made->house_.byHand
        = std::make_unique<change::ByHand>(*made->house_.pipeline, [owner = made->owner_] { return owner; });
    return made;
}

change::Pipeline::Context OpenHouse::context()
{
    return {identity_->id(), [this] { return devices_->selfName(); },
        {houseDomain_.get(), people_.get(), devices_.get()}, clock_, *convergence_, identity_->signer()};
}

Result<void> OpenHouse::found(const engine::DataFolder &folder)
{
    const auto root = TRY(engine::makeRootKey(*vault_));
    const auto documents
        = engine::foundingDocuments(root, *identity_, {"Smith", "", "Europe/Berlin", "study", clock_.now()});
    change::Pipeline pipeline(TRY(change::Repository::create(folder.configuration())), context());
    return pipeline.found(documents, owner_).transform([](const auto &) { });
}

Result<contract::Change> OpenHouse::write(const std::string &path, const std::optional<std::string> &text)
{
    change::Draft draft;
    draft.edits.push_back({path, text});
    draft.caller = owner_;
    return pipeline().submit(draft);
}

Result<contract::Change> OpenHouse::undo(const change::ObjectId &id)
{
    const QJsonValue change = TRY(call("change.undo", json::write(contract::ChangeUndo{id}).toObject()));
    return json::read<contract::Change>(change, "");
}

Result<QJsonArray> OpenHouse::history(int limit, const change::ObjectId &before)
{
    contract::ChangeList list;
    list.limit = limit;
    if (!before.empty())
        list.before = before;
    return call("change.list", json::write(list).toObject()).transform([](const QJsonValue &page) {
        return page.toArray();
    });
}

Result<QJsonValue> OpenHouse::call(const std::string &method, const QJsonObject &parameters)
{
    Result<QJsonValue> answer = failure(ErrorCode::internal);
    table_.find(method)->handle(
        owner_, parameters, [&](Result<QJsonValue> given) { answer = std::move(given); });
    return answer;
}

} // namespace freehold::testing
