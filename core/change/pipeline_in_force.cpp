// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/pipeline.h"

#include "support/log.h"

#include <algorithm>

namespace freehold::change {

std::vector<contract::Finding> Pipeline::alerts() const
{
    std::vector<contract::Finding> found;
    for (const Domain *domain : context_.domains)
        std::ranges::move(domain->alerts(), std::back_inserter(found));
    return found;
}

std::expected<std::vector<Pipeline::FirstStep>, contract::Finding> Pipeline::apply(
    const Delta &delta, const std::vector<contract::Finding> &known)
{
    std::vector<FirstStep> steps;
    for (Domain *domain : context_.domains) {
        Applied applied = domain->apply(delta);
        if (!applied)
            return std::unexpected(std::move(applied).error());
        notInForce_.erase(std::string(domain->name()));
        if (*applied)
            steps.emplace_back(domain->name(), std::move(**applied));
    }
    for (contract::Finding &alert : alerts()) {
        if (!std::ranges::contains(known, alert))
            return std::unexpected(std::move(alert));
    }
    return steps;
}

void Pipeline::converge(const ObjectId &id, const std::vector<FirstStep> &steps)
{
    for (const auto &[domain, step] : steps) {
        if (auto set = context_.convergence.set({id, domain, step}); !set)
            log::write(log::Level::error, "change", "a next step could not be recorded: " + step.name);
    }
}

void Pipeline::dropStepsTakenBack(const Draft &draft)
{
    for (const Convergence::Pending &pending : context_.convergence.all()) {
        const bool restored = draft.cause == contract::Cause::restore
            && !repository_.isAncestor(pending.change, draft.refersTo).value_or(true)
            && !changesForwardOnly(pending.change);
        const bool undone = draft.cause == contract::Cause::undo && draft.refersTo == pending.change;
        if (restored || undone)
            dropSteps(pending.change);
    }
}

bool Pipeline::changesForwardOnly(const ObjectId &id) const
{
    const auto delta = deltaOf(id);
    return delta && std::ranges::any_of(delta->paths, contract::goesOnlyForward);
}

void Pipeline::dropSteps(const ObjectId &change)
{
    if (auto dropped = context_.convergence.drop(change); !dropped)
        log::write(log::Level::error, "change", "the steps of a change that is gone could not be dropped");
}

void Pipeline::resumeSteps()
{
    std::vector<std::string> domains;
    domains.reserve(context_.domains.size());
    for (const Domain *domain : context_.domains)
        domains.emplace_back(domain->name());
    if (auto started = context_.convergence.start(domains); !started)
        log::write(log::Level::error, "change", "the next steps could not be read; they begin again");
    for (const Convergence::Pending &pending : context_.convergence.all()) {
        const bool holds = history_.contains(pending.change).value_or(true)
            && history_.undoneBy(pending.change).empty() && history_.rolledBackBy(pending.change).empty();
        if (!holds)
            dropSteps(pending.change);
    }
}

void Pipeline::stepIsDue(const Convergence::Pending &pending)
{
    const auto found = std::ranges::find(context_.domains, pending.domain, &Domain::name);
    Applied applied = found == context_.domains.end() ? Applied() : (*found)->proceed(pending.step);
    if (!applied) {
        const bool isTried = trials_.find(pending.change) != nullptr;
        if (isTried && rollBack(pending.change, applied.error()))
            return;
        context_.convergence.postpone(pending);
        notInForce_.insert_or_assign(pending.domain, std::move(applied).error());
    } else {
        notInForce_.erase(pending.domain);
        const auto recorded = *applied
            ? context_.convergence.set({pending.change, pending.domain, std::move(**applied)})
            : context_.convergence.end(pending.change, pending.domain);
        if (!recorded)
            log::write(log::Level::error, "change", "a next step could not be recorded");
    }
    Q_EMIT findingsChanged();
    announce(pending.change);
}

void Pipeline::applyAgain(const std::vector<Domain *> &domains)
{
    const Delta all = everythingIn(main_);
    const auto before = notInForce_;
    for (Domain *domain : domains) {
        const std::string name(domain->name());
        Applied applied = domain->apply(all);
        if (!applied) {
            notInForce_.insert_or_assign(name, std::move(applied).error());
            continue;
        }
        notInForce_.erase(name);
        // What is still to be done from before goes on; else this is where it begins.
        if (*applied && !context_.convergence.concerns(name))
            converge(head_, {{name, std::move(**applied)}});
    }
    if (!notInForce_.empty())
        retry_.start();
    if (notInForce_ != before)
        Q_EMIT findingsChanged();
}

void Pipeline::factsChanged(std::string_view type)
{
    std::vector<Domain *> users;
    std::ranges::copy_if(context_.domains, std::back_inserter(users),
        [&](const Domain *domain) { return std::ranges::contains(domain->usedFacts(), type); });
    if (!users.empty())
        applyAgain(users);
}

std::vector<contract::Finding> Pipeline::findings() const
{
    std::vector<contract::Finding> found;
    const auto add = [&](contract::FindingCode code, const ObjectId &id, const Error &error) {
        Arguments arguments = error.arguments;
        arguments["change"] = id;
        arguments["reason"] = name(error.code);
        found.push_back({code, contract::Severity::alert, std::move(arguments), {}, {}});
    };
    if (notSettled_)
        add(contract::FindingCode::not_in_force, head_, *notSettled_);
    if (notApplied_)
        add(contract::FindingCode::roll_back_waits, head_, notApplied_->error);
    for (const auto &[id, error] : overdue_)
        add(contract::FindingCode::roll_back_waits, id, error);
    std::ranges::copy(notInForce_ | std::views::values, std::back_inserter(found));
    return found;
}

} // namespace freehold::change
