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

ServiceTracker::ServiceTracker()
{
    look_.setSingleShot(true);
    look_.setInterval(lookInterval);
    connect(&look_, &QTimer::timeout, this, &ServiceTracker::lookForRoom);
    retry_.setTimerType(Qt::VeryCoarseTimer);
    retry_.setInterval(retryInterval);
    connect(&retry_, &QTimer::timeout, this, &ServiceTracker::tryAgain);
}

void ServiceTracker::use(ServiceStack *stack)
{
    stack_ = stack;
    types_.clear();
    waiting_.clear();
    inFlight_.clear();
    if (stack) {
        retry_.start();
        stack->announce(announcement_);
    } else {
        retry_.stop();
    }
    refusedFor_.clear();
    hasMissedTypes_ = false;
    missedInstancesOf_.clear();
    silent_.clear();
    liftLimits();
    const auto known = std::exchange(instances_, {});
    for (const auto &[instance, state] : known) {
        if (state.told)
            Q_EMIT gone(instance);
    }
}

void ServiceTracker::announce(std::optional<Announcement> announcement)
{
    announcement_ = std::move(announcement);
    if (stack_)
        stack_->announce(announcement_);
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
    } else if (stack_ && stack_->browse(type.type)) {
        types_[type.type].emplace(type.interface, type.transport);
        return;
    }
    hasMissedTypes_ = true;
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
            missedInstancesOf_.insert(found.instance.type);
            return;
        }
        known = instances_.try_emplace(found.instance).first;
        if (!look_.isActive())
            look_.start();
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
    silent_.erase(found);
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
    if (Path *asked = path(question); asked && asked->attempts < maxAttempts) {
        ask(question, *asked);
    } else if (asked && !asked->answer) {
        silent_.insert(question);
    }
    end(question);
}

void ServiceTracker::meet(const std::string &limit)
{
    refusedFor_.insert(limit);
    if (limitsMet_.insert(limit).second)
        Q_EMIT limitMet(limit);
}

/// All but those for which something was refused lately.
void ServiceTracker::liftLimits()
{
    for (const std::string &limit : std::exchange(limitsMet_, refusedFor_)) {
        if (!refusedFor_.contains(limit))
            Q_EMIT limitLifted(limit);
    }
}

void ServiceTracker::lookForRoom()
{
    if (stack_ && stack_->isFull())
        meet("records");
}

void ServiceTracker::tryAgain()
{
    if (!stack_)
        return;
    // What is still full refuses as before.
    if (hasMissedTypes_ && types_.size() >= maxTypes)
        refusedFor_.insert("types");
    if (!missedInstancesOf_.empty() && instances_.size() >= maxInstances)
        refusedFor_.insert("instances");
    lookForRoom();
    liftLimits();
    refusedFor_.clear();

    if (types_.size() < maxTypes && std::exchange(hasMissedTypes_, false))
        stack_->browseTypes();
    if (instances_.size() < maxInstances) {
        for (const std::string &type : std::exchange(missedInstancesOf_, {})) {
            if (!types_.contains(type))
                continue;
            // A new browser tells all instances again, and those that are known are no news.
            stack_->stopBrowsing(type);
            if (!stack_->browse(type))
                missedInstancesOf_.insert(type);
        }
    }
    for (const ServiceQuestion &question : std::exchange(silent_, {})) {
        if (Path *asked = path(question)) {
            asked->attempts = maxAttempts - 1; // once: a neighbour may have invented thousands
            ask(question, *asked);
        }
    }
    askWaiting();
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
        if (accepted) {
            inFlight_.insert(question);
        } else {
            silent_.insert(question);
        }
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
