// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/founding.h"

#include "contract/calls.h"
#include "key_store/passphrase.h"
#include "support/file.h"
#include "support/log.h"

#include <QTimeZone>

#include <algorithm>

namespace freehold::engine {

using change::Caller;

namespace {

/// Less than this goes unnoticed by people too, and members' clocks may differ by as much.
constexpr std::chrono::hours toleratedClockError{1};

/// What is kept and not in force: of a newer version's form, or, in the form that is known, not as it has to
/// be.
void addUnreadable(const change::Pipeline &pipeline, std::vector<contract::Finding> &found)
{
    using enum contract::FindingCode;
    const bool isNewer = pipeline.configuration().isOfNewerFormat();
    if (isNewer)
        found.push_back({document_newer, contract::Severity::warning, {{"document", "house.toml"}}, {}, {}});
    std::string_view former;
    for (const Problem &problem : pipeline.unreadable()) {
        if (std::exchange(former, problem.document) == problem.document)
            continue; // The first says enough to look there.
        Arguments arguments = problem.arguments;
        arguments.insert({{"document", problem.document}, {"key", problem.key},
            {"line", std::to_string(problem.line)}, {"code", std::string(name(problem.code))}});
        found.push_back({isNewer ? document_newer : document_unreadable, contract::Severity::warning,
            std::move(arguments), {}, {}});
    }
}

} // namespace

contract::VaultState Engine::vaultState() const
{
    return {!vault_.has_value(), sealedBy_};
}

std::optional<Error> Engine::vaultProblem() const
{
    // A damaged vault is no locked one: nothing would unlock it.
    if (locked_ && locked_->code == ErrorCode::vault_damaged)
        return locked_;
    if (vault_ && identity_ && identity_->signer() != nullptr)
        return std::nullopt;
    Arguments arguments = locked_ ? locked_->arguments : Arguments();
    if (locked_)
        arguments["reason"] = name(locked_->code);
    arguments["sealed_by"] = sealedBy_;
    return Error{ErrorCode::vault_locked, std::move(arguments), {}};
}

std::vector<contract::Finding> Engine::attention() const
{
    using contract::Finding;
    using contract::FindingCode;
    using contract::Severity;
    std::vector<Finding> found;
    if (auto problem = vaultProblem())
        found.push_back({problem->code == ErrorCode::vault_damaged ? FindingCode::vault_damaged
                                                                   : FindingCode::vault_locked,
            Severity::alert, std::move(problem->arguments), {}, {}});
    else if (vault_->header().sealedBy == SealedBy::file)
        found.push_back({FindingCode::vault_key_on_disk, Severity::info, {}, {}, {}});
    if (houseProblem_) {
        Arguments arguments = houseProblem_->arguments;
        arguments["reason"] = name(houseProblem_->code);
        found.push_back({FindingCode::not_in_force, Severity::alert, std::move(arguments), {}, {}});
    } else if (house_.pipeline == nullptr) {
        found.push_back({FindingCode::house_missing, Severity::info, {}, {}, {}});
    }
    if (const auto &kept = database_->keptAs())
        found.push_back(
            {FindingCode::database_begun_anew, Severity::warning, {{"kept_as", kept->string()}}, {}, {}});
    if (house_.pipeline) {
        addUnreadable(*house_.pipeline, found);
        std::ranges::move(house_.pipeline->findings(), std::back_inserter(found));
        std::ranges::move(house_.byHand->findings(), std::back_inserter(found));
        if (const auto behind = house_.pipeline->clockBehind(); behind > toleratedClockError) {
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(behind).count();
            found.push_back({FindingCode::clock_behind, Severity::warning,
                {{"seconds", std::to_string(seconds)}}, {}, {}});
        }
        std::ranges::move(members_->findings(), std::back_inserter(found));
        if (!memberPort_)
            found.push_back({FindingCode::members_cant_call, Severity::warning,
                {{"why", memberPort_.error().arguments.at("why")}}, {}, {}});
        for (const change::Domain *domain : domains())
            std::ranges::move(domain->check(), std::back_inserter(found));
    }
    if (discoveryProblem_)
        found.push_back(*discoveryProblem_);
    return found;
}

contract::Status Engine::status() const
{
    contract::Status status;
    const auto uptime = std::chrono::steady_clock::now() - started_;
    status.engine = {FREEHOLD_VERSION, std::chrono::duration_cast<std::chrono::seconds>(uptime).count(),
        options_.folder.path.string(), devices_->selfName(), {}, memberPort_.value_or(0)};
    status.vault = vaultState();
    if (const auto house = houseDomain_->show())
        status.house = contract::HouseName{house->id, house->name, house->domain};
    status.devices = devices_->count();
    if (house_.pipeline) {
        for (const auto &trial : house_.pipeline->trials().all())
            status.trials.push_back({trial.id, trial.ends, trial.evidence});
    }
    status.attention = attention();
    return status;
}

void Engine::addCalls()
{
    houseDomain_->addCalls(calls_);
    people_->addCalls(calls_);
    devices_->addCalls(calls_);
    members_->addCalls(calls_);
    backups_->addCalls(calls_);
    changeCalls_->addCalls(calls_);
    calls_.add<contract::Hello>(
        [](const Caller &caller, const contract::Hello &call) -> Result<contract::Greeting> {
            if (call.protocol > contract::protocolVersion)
                return failure(ErrorCode::version_unsupported,
                    {{"asked", std::to_string(call.protocol)},
                        {"known", std::to_string(contract::protocolVersion)}});
            return contract::Greeting{contract::protocolVersion, FREEHOLD_VERSION, caller.role};
        });
    calls_.add<contract::GetStatus>(
        [this](const Caller &, const contract::GetStatus &) -> Result<contract::Status> { return status(); });
    // The server watches for the connection that asks; here it only has to be allowed.
    calls_.add<contract::Watch>([](const Caller &, const contract::Watch &) -> Result<contract::Nothing> {
        return contract::Nothing();
    });
    calls_.add<contract::EventList>(
        [this](const Caller &, const contract::EventList &call) -> Result<std::vector<contract::Event>> {
            constexpr std::int64_t standard = 50;
            constexpr std::int64_t most = 1'000;
            std::vector<contract::Event> events;
            for (auto &event :
                TRY(events_->newest(std::clamp<std::int64_t>(call.limit.value_or(standard), 0, most))))
                events.push_back({event.time, std::move(event.code), std::move(event.arguments)});
            return events;
        });
    calls_.add<contract::HouseCreate>([this](const Caller &caller, const contract::HouseCreate &call) {
        return createHouse(caller, call);
    });
    calls_.add<contract::HouseExportRoot>(
        [this](const Caller &, const contract::HouseExportRoot &call) { return exportRoot(call); });
    calls_.add<contract::VaultSetPassphrase>(
        [this](const Caller &, const contract::VaultSetPassphrase &call) {
            return setPassphrase(call.passphrase);
        });
    calls_.addLater<contract::VaultUnlock>(
        [this](const Caller &, const contract::VaultUnlock &call,
            const change::CallTable::Answer<contract::VaultState> &answer) {
            if (vault_)
                return answer(vaultState());
            if (sealedBy_ == name(SealedBy::passphrase) && !call.passphrase)
                return answer(failure(ErrorCode::passphrase_missing));
            unlocking_.push_back(answer);
            Q_EMIT unlockWanted(std::make_shared<Secret>(Secret::of(call.passphrase.value_or(""))));
        });
}

Result<void> Engine::mayEnterHouse() const
{
    if (house_.pipeline || houseProblem_ || members_->isJoining())
        return failure(ErrorCode::house_exists);
    if (const auto problem = vaultProblem())
        return std::unexpected(*problem);
    return {};
}

Result<contract::House> Engine::createHouse(const Caller &caller, const contract::HouseCreate &call)
{
    if (auto may = mayEnterHouse(); !may)
        return std::unexpected(std::move(may).error());
    const auto root = TRY(makeRootKey(*vault_));
    const auto documents = foundingDocuments(root, *identity_,
        {call.name, call.domain.value_or(""),
            call.timezone.value_or(QTimeZone::systemTimeZoneId().toStdString()), options_.deviceName,
            options_.clock.now()});

    const auto making = options_.folder.configurationInTheMaking();
    std::error_code error;
    std::filesystem::remove_all(making, error);
    {
        auto repository = TRY(change::Repository::create(making));
        change::Pipeline pipeline(std::move(repository), pipelineContext());
        const auto id = TRY(pipeline.found(documents, caller));
        log::write(log::Level::info, "engine", "a house was made: " + id);
    }
    auto house = enterNewHouse();
    if (house)
        members_->houseMade();
    return house;
}

Result<contract::House> Engine::enterNewHouse()
{
    const auto making = options_.folder.configurationInTheMaking();
    std::error_code error;
    std::filesystem::rename(making, options_.folder.configuration(), error);
    if (error)
        return std::unexpected(file::errorFor(error.value(), making, true));
    if (auto synced = file::syncFolder(options_.folder.path); !synced)
        return std::unexpected(std::move(synced).error());
    if (auto opened = openHouse(); !opened) {
        // The house is there all the same; status says what is wrong with it.
        houseProblem_ = opened.error();
        notify(contract::StatusChanged());
        return std::unexpected(std::move(opened).error());
    }
    notify(contract::HouseChanged());
    notify(contract::StatusChanged());
    return houseDomain_->show();
}

Result<contract::SealedRoot> Engine::exportRoot(const contract::HouseExportRoot &call)
{
    if (const auto problem = vaultProblem())
        return std::unexpected(*problem);
    if (house_.pipeline == nullptr)
        return failure(ErrorCode::house_missing);
    const auto root = TRY(rootKey(*vault_, house_.configuration().find("house.toml")->textAt("id")));
    return sealRoot(root, Secret::of(call.passphrase));
}

Result<contract::VaultState> Engine::setPassphrase(const std::string &passphrase)
{
    if (const auto problem = vaultProblem())
        return std::unexpected(*problem);
    if (passphrase.empty())
        return failure(ErrorCode::passphrase_missing);
    const Vault::Header former = vault_->header();
    if (auto sealed = platform::setPassphrase(*vault_, Secret::of(passphrase)); !sealed)
        return std::unexpected(std::move(sealed).error());
    sealedBy_ = name(vault_->header().sealedBy);
    if (former.sealedBy != SealedBy::passphrase)
        Q_EMIT sealChanged(former);
    notify(contract::StatusChanged());
    return vaultState();
}

} // namespace freehold::engine
