// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/member.h"

#include "change/revocation.h"
#include "store/schema.h"

namespace freehold::simulation {

Member::Member(Context context)
    : context_(std::move(context))
    , id_(change::memberId(context_.key.publicKey()))
    , clock_(context_.world)
    , houseDomain_(
          {house_, id(), [](const std::string &) { return true; }, [](const std::string &) { return false; }})
    , people_(house_)
    , database_(store::Database::open(":memory:", store::migrations).value())
{
}

Member::~Member() = default;

std::vector<change::Domain *> Member::domains()
{
    return {&houseDomain_, &people_, &devices_};
}

change::Validate Member::validator()
{
    return change::validatorOf(domains());
}

change::Pipeline::Context Member::pipelineContext()
{
    convergence_ = std::make_unique<change::Convergence>(database_, clock_);
    return {id(), [this] { return context_.name; }, domains(), clock_, *convergence_, &context_.key};
}

Result<void> Member::found(std::vector<change::Edit> documents)
{
    house_.pipeline = std::make_unique<change::Pipeline>(
        TRY(change::Repository::create(configuration())), pipelineContext());
    if (auto founded = house_.pipeline->found(std::move(documents), caller()); !founded)
        return std::unexpected(std::move(founded).error());
    enter();
    return {};
}

Result<void> Member::open()
{
    auto repository = TRY(change::Repository::open(configuration()));
    if (auto settled = change::settleMain(repository, context_.key.publicKey()); !settled)
        return std::unexpected(std::move(settled).error());
    house_.pipeline = std::make_unique<change::Pipeline>(std::move(repository), pipelineContext());
    if (auto started = house_.pipeline->start(); !started) {
        house_.pipeline.reset();
        return started;
    }
    enter();
    return {};
}

void Member::enter()
{
    takingIn_
        = std::make_unique<members::TakingIn>(members::TakingIn::Context{house_, [this] { return role(); }});
    QObject::connect(house_.pipeline.get(), &change::Pipeline::mainMoved, house_.pipeline.get(),
        [this] { context_.mainMoved(); });
}

void Member::drop()
{
    takingIn_.reset();
    house_.pipeline.reset();
    convergence_.reset();
}

void Member::endTrials()
{
    // One whose roll-back fails is tried again, as by the pipeline.
    for (const auto &trial : pipeline().trials().all()) [[maybe_unused]]
        const auto back = pipeline().rollBack(trial.id, std::nullopt);
}

bool Member::knows(const Member &other) const
{
    const auto document = house_.configuration().find("member", other.id());
    return document != nullptr && !change::isRevoked(*document);
}

} // namespace freehold::simulation
