// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/backups.h"

#include "change/admission.h"
#include "change/replication/outgoing.h"
#include "support/file.h"
#include "support/json.h"

#include <QJsonDocument>

#include <algorithm>

namespace freehold::backup {

using change::Caller;

Backups::Backups(Context context)
    : context_(std::move(context))
{
    patience_.setSingleShot(true);
    patience_.setInterval(patience);
    connect(&patience_, &QTimer::timeout, this, &Backups::forget);
    forget();
}

void Backups::forget()
{
    // What is looked at goes on, and is let go of when that ends.
    if (restoring_)
        return;
    patience_.stop();
    id_.clear();
    making_.reset();
    taking_.close();
    missing_ = 0;
    std::error_code error;
    std::filesystem::remove_all(context_.folder, error);
}

void Backups::addCalls(change::CallTable &calls)
{
    calls.add<contract::HouseBackup>([this](const Caller &caller, const contract::HouseBackup &call) {
        return make(caller, Secret::of(call.passphrase), call.observations);
    });
    calls.add<contract::BackupRead>(
        [this](const Caller &, const contract::BackupRead &call) { return read(call.backup); });
    calls.add<contract::BackupList>([this](const Caller &, const contract::BackupList &) {
        return Result<std::vector<contract::AdmittingBackup>>(list());
    });
    calls.add<contract::BackupVoid>([this](const Caller &caller, const contract::BackupVoid &call) {
        return makeVoid(caller, call.backups);
    });
    calls.add<contract::BackupBegin>(
        [this](const Caller &, const contract::BackupBegin &call) { return begin(call.bytes); });
    calls.add<contract::BackupWrite>(
        [this](const Caller &, const contract::BackupWrite &call) { return write(call.backup, call.bytes); });
    calls.addLater<contract::BackupCheck>(
        [this](const Caller &, const contract::BackupCheck &call,
            const change::CallTable::Answer<contract::BackupContents> &answer) {
            look(call.backup, Secret::of(call.passphrase),
                [answer](const Result<std::shared_ptr<Restored>> &restored) {
                    if (!restored)
                        return answer(std::unexpected(restored.error()));
                    const Manifest &manifest = (*restored)->manifest;
                    answer(contract::BackupContents{manifest.house_name, manifest.device_name, manifest.made,
                        (*restored)->changes, (*restored)->observations.has_value()});
                });
        });
    calls.addLater<contract::HouseRestore>(
        [this](const Caller &, const contract::HouseRestore &call,
            const change::CallTable::Answer<contract::House> &answer) { restore(call, answer); });
}

Result<contract::BackupTransfer> Backups::make(
    const Caller &caller, const Secret &passphrase, bool withObservations)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    if (restoring_)
        return failure(ErrorCode::backup_busy);
    if (passphrase.isEmpty())
        return failure(ErrorCode::passphrase_missing);
    forget();
    bool hasRoot = false;
    Secret admits = TRY(seed(caller, hasRoot));
    // With the commit that tells the house of it, if there is one.
    auto packs = TRY(change::packsFor(pipeline->repository(), pipeline->head(), {}));
    const auto itself = pipeline->configuration().find("house.toml");
    Manifest manifest;
    manifest.house = itself->textAt("id");
    manifest.house_name = itself->textAt("name");
    manifest.head = pipeline->head();
    manifest.device = context_.ownId();
    manifest.device_name = context_.ownName();
    manifest.has_root = hasRoot;
    manifest.made = context_.clock.now();
    manifest.members = context_.facts.all<members::MemberPresence>();
    QByteArray seen;
    if (withObservations)
        seen = QJsonDocument(json::write(TRY(store::observationsIn(context_.database))).toObject())
                   .toJson(QJsonDocument::Compact);
    making_.emplace(
        TRY(Making::begin(std::move(manifest), std::move(admits), std::move(packs), seen, passphrase)));
    id_ = toHex(crypto::randomBytes(8));
    patience_.start();
    return contract::BackupTransfer{id_};
}

Result<Secret> Backups::seed(const Caller &caller, bool &isRoot)
{
    if (const auto root = context_.root()) {
        isRoot = true;
        return root->seed().copy();
    }
    const auto key = crypto::SigningKey::generate();
    change::Draft draft;
    draft.caller = caller;
    draft.edits.push_back({contract::pathOf("admission", change::memberId(key.publicKey())),
        change::admissionDocument(
            key.publicKey(), contract::Role::owner, context_.ownId(), context_.clock.now())});
    const auto change = TRY(context_.house.pipeline->submit(draft));
    if (change.state == contract::ChangeState::rolled_back)
        return failure(ErrorCode::apply_failed, {{"change", change.id}});
    return key.seed().copy();
}

std::vector<contract::AdmittingBackup> Backups::list() const
{
    std::vector<contract::AdmittingBackup> found;
    const change::Configuration &house = context_.house.configuration();
    for (const auto &admission : house.ofKind("admission")) {
        if (!admission->textAt("used_by").empty())
            continue;
        const std::string madeAt = admission->textAt("made_at");
        const auto device = house.find("device", madeAt);
        found.push_back({admission->id(), madeAt, device ? device->textAt("name") : madeAt,
            fromRfc3339(admission->textAt("made")).value_or(Time())});
    }
    std::ranges::sort(found, {}, &contract::AdmittingBackup::made);
    return found;
}

Result<contract::Change> Backups::makeVoid(const Caller &caller, const std::vector<std::string> &backups)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    change::Draft draft;
    draft.caller = caller;
    for (const std::string &id : backups) {
        const auto admission = pipeline->configuration().find("admission", id);
        if (!admission || !admission->textAt("used_by").empty())
            return failure(ErrorCode::document_missing, {{"document", contract::pathOf("admission", id)}});
        draft.edits.push_back({admission->path(), std::nullopt});
    }
    return pipeline->submit(draft);
}

Result<contract::BackupPart> Backups::read(const std::string &backup)
{
    if (!making_ || backup != id_)
        return failure(ErrorCode::backup_missing);
    const QByteArray part = TRY(making_->next(contract::mostBackupPartBytes));
    contract::BackupPart answer{part.toBase64().toStdString(), making_->isWhole()};
    patience_.start();
    if (answer.is_last)
        forget();
    return answer;
}

Result<contract::BackupTransfer> Backups::begin(std::int64_t bytes)
{
    if (bytes > mostBytes)
        return failure(
            ErrorCode::message_too_large, {{"part", "backup"}, {"limit", std::to_string(mostBytes)}});
    if (restoring_)
        return failure(ErrorCode::backup_busy);
    forget();
    if (auto made = file::makeFolder(context_.folder); !made)
        return std::unexpected(std::move(made).error());
    taking_.open(file(), std::ios::binary | std::ios::trunc);
    if (!taking_)
        return std::unexpected(file::errorFor(errno, file(), true));
    missing_ = bytes;
    id_ = toHex(crypto::randomBytes(8));
    patience_.start();
    return contract::BackupTransfer{id_};
}

Result<contract::Nothing> Backups::write(const std::string &backup, const std::string &text)
{
    if (!taking_.is_open() || backup != id_)
        return failure(ErrorCode::backup_missing);
    const auto bytes = fromBase64(text);
    if (!bytes || std::ssize(*bytes) > std::min(missing_, contract::mostBackupPartBytes))
        return failure(ErrorCode::parameters_invalid, {{"field", "bytes"}, {"expected", "a part in base64"}});
    patience_.start();
    taking_.write(reinterpret_cast<const char *>(bytes->data()), std::ssize(*bytes));
    missing_ -= std::ssize(*bytes);
    if (missing_ == 0)
        taking_.flush();
    if (!taking_)
        return std::unexpected(file::errorFor(errno, file(), true));
    return contract::Nothing();
}

void Backups::look(const std::string &backup, Secret passphrase, const Answered &answered)
{
    if (restoring_)
        return answered(failure(ErrorCode::backup_busy));
    if (!taking_.is_open() || backup != id_)
        return answered(failure(ErrorCode::backup_missing));
    if (missing_ != 0)
        return answered(failure(ErrorCode::backup_damaged, {{"part", "end"}}));
    patience_.stop();
    restoring_ = std::make_unique<Restoring>(Restoring::Places{file(), context_.helper,
                                                 context_.folder / "incoming", house(), context_.validator()},
        std::move(passphrase));
    connect(
        restoring_.get(), &Restoring::finished, this,
        [this, answered](const Result<std::shared_ptr<Restored>> &restored) {
            restoring_.reset();
            // Another passphrase may be tried without the file being sent again.
            patience_.start();
            answered(restored);
        },
        Qt::QueuedConnection);
    restoring_->start();
}

void Backups::restore(
    const contract::HouseRestore &call, const change::CallTable::Answer<contract::House> &answer)
{
    if (auto may = context_.mayEnter(); !may)
        return answer(std::unexpected(std::move(may).error()));
    if (!call.passphrase || call.passphrase->empty())
        return answer(failure(ErrorCode::passphrase_missing));
    look(call.backup, Secret::of(*call.passphrase),
        [this, answer](const Result<std::shared_ptr<Restored>> &restored) {
            if (!restored)
                return answer(std::unexpected(restored.error()));
            if (auto may = context_.mayEnter(); !may)
                return answer(std::unexpected(std::move(may).error()));
            const auto entered = context_.enter(**restored, house());
            if (entered)
                forget();
            answer(entered);
        });
}

} // namespace freehold::backup
