// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "change/admission.h"
#include "change/revocation.h"
#include "change/rights.h"
#include "contract/calls.h"

#include <algorithm>

namespace freehold::engine {

std::optional<change::Caller> Engine::callerFor(const platform::PeerCredentials &user) const
{
    constexpr std::uint32_t root = 0;
    const bool owns = user.userId == options_.userId || user.userId == root;
    const auto role = owns ? std::optional(contract::Role::owner) : houseDomain_->roleOf(user.userName);
    if (!role)
        return std::nullopt;
    return change::Caller{houseDomain_->actorOf(user.userName), *role};
}

std::optional<change::Caller> Engine::callerFor(const FarUser &user) const
{
    const change::Configuration &configuration = house_.configuration();
    const std::string id = change::memberId(user.member);
    const auto member = configuration.find("member", id);
    if (member == nullptr || change::isRevoked(*member))
        return std::nullopt;
    const contract::Role machines = change::roleOfMember(configuration, id).value_or(contract::Role::guest);
    const auto device = configuration.find("device", id);
    const std::string machine = device ? device->textAt("name") : id;
    return change::Caller{
        user.name.empty() ? machine : user.name + " (" + machine + ')', std::min(user.role, machines)};
}

void Engine::call(const platform::PeerCredentials &user, const std::string &method,
    const QJsonObject &parameters, const Answer &answer)
{
    if (!opened_)
        return answer(std::unexpected(opened_.error()));
    callAs(callerFor(user), method, parameters, answer);
}

void Engine::call(
    const FarUser &user, const std::string &method, const QJsonObject &parameters, const Answer &answer)
{
    if (!opened_)
        return answer(std::unexpected(opened_.error()));
    // From member to member to member, nobody would know who asks.
    if (method == contract::MemberReach::info.method)
        return answer(failure(ErrorCode::method_unknown, {{"method", method}}));
    callAs(callerFor(user), method, parameters, answer);
}

void Engine::callAs(std::optional<change::Caller> caller, const std::string &method,
    const QJsonObject &parameters, const Answer &answer)
{
    const auto *handler = calls_.find(method);
    if (handler == nullptr)
        return answer(failure(ErrorCode::method_unknown, {{"method", method}}));
    // The house is changed by this machine's key: nobody can do more with it than it may.
    if (caller && handler->info.kind == contract::Kind::changes_house)
        caller->role = std::min(caller->role, houseDomain_->roleOfMachine());
    if (!caller || caller->role < handler->info.role)
        return answer(failure(ErrorCode::not_permitted,
            {{"method", method}, {"role", caller ? std::string(nameOf(caller->role)) : "none"},
                {"needed", std::string(nameOf(handler->info.role))}}));
    if (handler->info.kind == contract::Kind::changes_house) {
        if (house_.pipeline == nullptr)
            return answer(std::unexpected(houseProblem_.value_or(Error{ErrorCode::house_missing, {}, {}})));
        if (const auto problem = vaultProblem())
            return answer(std::unexpected(*problem));
    }
    handler->handle(*caller, parameters, answer);
}

Result<Engine::Reach> Engine::reach(const platform::PeerCredentials &user, const QJsonObject &parameters)
{
    Result<QJsonValue> answer = failure(ErrorCode::internal);
    // It is answered within the call.
    call(user, std::string(contract::MemberReach::info.method), parameters,
        [&answer](Result<QJsonValue> given) { answer = std::move(given); });
    const QJsonValue told = TRY(std::move(answer));
    const auto call = TRY(json::read<contract::MemberReach>(parameters, ""));
    const auto way = TRY(members_->wayTo(call.member));
    const auto caller = callerFor(user).value_or(change::Caller());
    return Reach{told, caller.role, caller.actor, way.member.name, way.channel};
}

} // namespace freehold::engine
