// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/restoring.h"

#include "backup/damaged.h"
#include "backup/reading.h"
#include "change/admission.h"
#include "change/loading.h"
#include "change/replication/history_check.h"
#include "support/ssh.h"

namespace freehold::backup {

struct Restoring::State {
    Places places;
    Secret passphrase;
    std::shared_ptr<Restored> restored = std::make_shared<Restored>();
    std::optional<change::Incoming> packs;
    Result<void> verdict;

    [[nodiscard]] Result<void> unseal();
    [[nodiscard]] Result<void> make();
};

Result<void> Restoring::State::unseal()
{
    packs.emplace(TRY(change::Incoming::in(places.incoming)));
    Reading reading = TRY(Reading::open(places.file, passphrase));
    auto read = reading.packs(
        [&] { return packs->beginPack(); }, [&](const QByteArray &part) { return packs->append(part); });
    if (!read)
        return read;
    restored->observations = TRY(reading.observations());
    restored->manifest = reading.manifest();
    restored->seed = reading.takeSeed();
    return packs->finish();
}

namespace {

/// Whether the key that is in the backup lets a machine into that house.
bool admits(const change::Configuration &house, const Manifest &manifest, const crypto::PublicKey &key)
{
    const std::string text = ssh::publicKeyText(key);
    if (manifest.has_root)
        return change::houseId(key) == manifest.house;
    const auto admission = house.find("admission", change::memberId(key));
    return admission && admission->textAt("key") == text && admission->textAt("used_by").empty();
}

} // namespace

Result<void> Restoring::State::make()
{
    const Manifest &manifest = restored->manifest;
    std::error_code error;
    std::filesystem::remove_all(places.making, error);
    auto repository = TRY(change::Repository::create(places.making));
    if (auto moved = packs->moveInto(places.making / ".git" / "objects" / "pack"); !moved)
        return moved;
    repository = TRY(change::Repository::openToRead(places.making));
    const auto counted
        = TRY(change::HistoryCheck(repository, manifest.house, places.validate).run({manifest.head}, {}));
    if (!counted.isWhole)
        return failure(ErrorCode::signature_invalid, {{"change", manifest.head}});
    const change::ObjectId tree = TRY(repository.commit(manifest.head)).tree;
    const auto house = TRY(change::load(repository, tree)).configuration;
    const auto key = TRY(crypto::SigningKey::fromSeed(restored->seed.copy())).publicKey();
    if (!house.find("member", manifest.device) || !admits(house, manifest, key))
        return damaged("admission");
    restored->changes = static_cast<std::int64_t>(TRY(repository.commitsBetween({}, {manifest.head})).size());
    // As after every taking in: nobody takes it for an edit by hand.
    if (auto set = repository.setReference(change::takingInReference, manifest.head); !set)
        return set;
    return repository.setReference(change::mainReference, manifest.head);
}

Restoring::Restoring(Places places, Secret passphrase)
    : state_(std::make_shared<State>(std::move(places), std::move(passphrase)))
    , indexing_(state_->places.helper)
{
    connect(&indexing_, &members::PackIndexing::finished, this, &Restoring::indexed, Qt::QueuedConnection);
}

void Restoring::start()
{
    beside_.run([state = state_] { state->verdict = state->unseal(); }, this, [this] { unsealed(); });
}

void Restoring::unsealed()
{
    if (!state_->verdict)
        return end(state_->verdict);
    indexing_.start({state_->packs->packs()});
}

void Restoring::indexed(const Result<void> &indexed)
{
    if (!indexed)
        return end(damaged("packs"));
    beside_.run([state = state_] { state->verdict = state->make(); }, this, [this] { end(state_->verdict); });
}

void Restoring::end(const Result<void> &done)
{
    Result<std::shared_ptr<Restored>> restored = state_->restored;
    if (!done)
        restored = std::unexpected(done.error());
    Q_EMIT finished(restored);
}

} // namespace freehold::backup
