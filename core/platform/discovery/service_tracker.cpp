// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/service_tracker.h"

#include "platform/discovery/service_text.h"

#include <QByteArrayView>

#include <algorithm>
#include <utility>

namespace freehold::platform {

namespace {

bool sameName(const std::string &one, const std::string &other)
{
    return one.size() == other.size()
        && qstrnicmp(one.data(), static_cast<qsizetype>(one.size()), other.data(),
               static_cast<qsizetype>(other.size()))
        == 0;
}

} // namespace

void ServiceTracker::use(ServiceStack *stack)
{
    stack_ = stack;
    types_.clear();
    waiting_.clear();
    inFlight_.clear();
    limitsMet_.clear();
    const auto known = std::exchange(instances_, {});
    for (const auto &[instance, state] : known) {
        if (state.told)
            Q_EMIT gone(instance);
    }
}

void ServiceTracker::refresh(const std::string &host)
{
    for (auto &[instance, known] : instances_) {
        if (!known.told || !sameName(known.told->host, host))
            continue;
        for (auto &[transport, path] : known.paths) {
            path.attempts = 0;
            ask({instance, transport}, path);
        }
    }
    askWaiting();
}

void ServiceTracker::typeAppeared(const ServiceType &type)
{
    if (!isAcceptableType(type.type))
        return;
    if (const auto known = types_.find(type.type); known != types_.end()) {
        known->second.emplace(type.interface, type.transport);
        return;
    }
    if (types_.size() >= maxTypes) {
        meet("types");
        return;
    }
    if (stack_ && stack_->browse(type.type))
        types_[type.type].emplace(type.interface, type.transport);
}

void ServiceTracker::typeWithdrawn(const ServiceType &type)
{
    const auto known = types_.find(type.type);
    if (known == types_.end())
        return;
    known->second.erase({type.interface, type.transport});
    if (!known->second.empty())
        return;
    types_.erase(known);
    if (stack_)
        stack_->stopBrowsing(type.type);
    // No browser will tell of their going any more.
    std::vector<ServiceQuestion> orphans;
    for (const auto &[instance, state] : instances_) {
        if (instance.type != type.type)
            continue;
        for (const auto &[transport, path] : state.paths)
            orphans.push_back({instance, transport});
    }
    for (const auto &orphan : orphans)
        withdrawn(orphan);
}

void ServiceTracker::appeared(const ServiceQuestion &found)
{
    if (!stack_ || !isAcceptable(found.instance))
        return;
    auto known = instances_.find(found.instance);
    if (known == instances_.end()) {
        if (instances_.size() >= maxInstances) {
            meet("instances");
            return;
        }
        known = instances_.try_emplace(found.instance).first;
    }
    const auto [path, isNew] = known->second.paths.try_emplace(found.transport);
    if (!isNew)
        return;
    ask(found, path->second);
    askWaiting();
}

void ServiceTracker::withdrawn(const ServiceQuestion &found)
{
    const auto known = instances_.find(found.instance);
    if (known == instances_.end())
        return;
    const auto path = known->second.paths.find(found.transport);
    if (path == known->second.paths.end())
        return;
    if (path->second.turn)
        waiting_.erase(*path->second.turn);
    known->second.paths.erase(path);
    if (!known->second.paths.empty()) {
        tell(found.instance, known->second);
        return;
    }
    const bool wasTold = known->second.told.has_value();
    instances_.erase(known);
    if (wasTold)
        Q_EMIT gone(found.instance);
}

void ServiceTracker::answered(const ServiceQuestion &question, ServiceAnswer answer)
{
    if (Path *asked = path(question); asked && isAcceptableHost(answer.host)) {
        asked->answer = std::move(answer);
        tell(question.instance, instances_.find(question.instance)->second);
    }
    end(question);
}

void ServiceTracker::unanswered(const ServiceQuestion &question)
{
    inFlight_.erase(question);
    if (Path *asked = path(question); asked && asked->attempts < maxAttempts)
        ask(question, *asked);
    end(question);
}

void ServiceTracker::meet(const std::string &limit)
{
    if (limitsMet_.insert(limit).second)
        Q_EMIT limitMet(limit);
}

ServiceTracker::Path *ServiceTracker::path(const ServiceQuestion &question)
{
    const auto known = instances_.find(question.instance);
    if (known == instances_.end())
        return nullptr;
    const auto found = known->second.paths.find(question.transport);
    return found == known->second.paths.end() ? nullptr : &found->second;
}

void ServiceTracker::ask(const ServiceQuestion &question, Path &path)
{
    if (path.turn)
        return;
    path.turn = nextTurn_++;
    waiting_.emplace(*path.turn, question);
}

void ServiceTracker::askWaiting()
{
    for (auto turn = waiting_.begin(); turn != waiting_.end() && inFlight_.size() < maxQuestionsInFlight;) {
        const ServiceQuestion question = turn->second;
        if (inFlight_.contains(question)) {
            ++turn; // from before a withdrawal or a refresh: its end is waited for
            continue;
        }
        const bool accepted = stack_->resolve(question);
        if (!accepted && !inFlight_.empty())
            return; // the end of one in flight makes room
        // Where not even one question can be asked, there is nothing to wait for.
        turn = waiting_.erase(turn);
        Path &asked = *path(question);
        asked.turn.reset();
        ++asked.attempts;
        if (accepted)
            inFlight_.insert(question);
    }
}

void ServiceTracker::tell(const ServiceInstance &instance, Known &known)
{
    ResolvedService service;
    for (const auto &[transport, path] : known.paths) {
        if (!path.answer)
            continue;
        if (service.host.empty()) {
            service = {instance, path.answer->host, path.answer->port, {}, path.answer->txt};
        } else if (!sameName(service.host, path.answer->host)) {
            continue; // two hosts claim one name; the addresses of both would join them
        }
        for (const auto &address : path.answer->addresses) {
            if (std::ranges::find(service.addresses, address) == service.addresses.end())
                service.addresses.push_back(address);
        }
    }
    if (service.host.empty() || known.told == service)
        return;
    known.told = service;
    Q_EMIT resolved(service);
}

void ServiceTracker::end(const ServiceQuestion &question)
{
    inFlight_.erase(question);
    askWaiting();
}

} // namespace freehold::platform
