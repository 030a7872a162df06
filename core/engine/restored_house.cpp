// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/founding.h"

#include "change/admission.h"
#include "support/file.h"
#include "support/log.h"

namespace freehold::engine {

namespace {

/// The change by which this machine enters the house as it was: as itself, never as the machine that made the
/// backup, which may still be there.
change::Draft enteringDraft(const change::Configuration &house, const crypto::PublicKey &device,
    const crypto::SigningKey &admitting, const backup::Manifest &manifest, const std::string &name, Time now)
{
    const std::string id = change::memberId(device);
    const std::string member
        = change::memberDocument(device, manifest.role, now, change::admit(admitting, device, manifest.role));
    change::Draft draft;
    draft.edits
        = {{contract::pathOf("member", id), change::withValue(member, "restored_from", manifest.device)},
            {contract::pathOf("device", id),
                change::withValue({}, "name", members::freeDeviceName(house, name))}};
    const std::string backup = contract::pathOf("admission", change::memberId(admitting.publicKey()));
    if (const auto document = house.find(backup))
        draft.edits.push_back({backup, change::withValue(document->text(), "used_by", id)});
    return draft;
}

} // namespace

std::optional<crypto::SigningKey> Engine::ownRoot() const
{
    const auto house = house_.configuration().find("house.toml");
    if (!vault_ || !house)
        return std::nullopt;
    auto root = rootKey(*vault_, house->textAt("id"));
    return root ? std::optional(std::move(*root)) : std::nullopt;
}

Result<contract::House> Engine::enterRestored(
    const backup::Restored &restored, const std::filesystem::path &place)
{
    const backup::Manifest &manifest = restored.manifest;
    if (manifest.has_root) {
        if (auto kept = keepRootKey(*vault_, restored.seed); !kept)
            return std::unexpected(std::move(kept).error());
    }
    const auto making = options_.folder.configurationInTheMaking();
    std::error_code error;
    std::filesystem::remove_all(making, error);
    std::filesystem::rename(place, making, error);
    if (error)
        return std::unexpected(file::errorFor(error.value(), making, true));
    {
        auto repository = TRY(change::Repository::open(making));
        change::Pipeline pipeline(std::move(repository), pipelineContext());
        if (auto started = pipeline.start(); !started)
            return std::unexpected(std::move(started).error());
        const auto admitting = TRY(crypto::SigningKey::fromSeed(restored.seed.copy()));
        change::Draft draft = enteringDraft(pipeline.configuration(), identity_->publicKey(), admitting,
            manifest, options_.deviceName, options_.clock.now());
        draft.caller = {options_.userName, contract::Role::owner};
        if (auto submitted = pipeline.submit(draft); !submitted)
            return std::unexpected(std::move(submitted).error());
        log::write(log::Level::info, "engine", "the house was restored from a backup");
    }
    if (restored.observations) {
        if (auto added = store::addObservations(*database_, *restored.observations); !added)
            log::write(log::Level::warning, "engine", "what the other machine had seen could not be kept");
    }
    // By which the other members are called.
    for (const members::MemberPresence &member : manifest.members) {
        if (auto kept = facts_->suppose(member.member, member); !kept)
            log::write(log::Level::warning, "engine", "where a member was could not be kept");
    }
    return enterNewHouse();
}

} // namespace freehold::engine
