// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/trials.h"

#include <algorithm>

namespace freehold::change {

namespace {

constexpr const char *prefix = "refs/freehold/trial/";

} // namespace

std::vector<Conflict> keysOf(const Delta &delta)
{
    std::vector<Conflict> keys;
    for (KeyDifference &difference : differences(delta))
        keys.push_back({std::move(difference.document), std::move(difference.key)});
    // Who makes or removes a document changes all that may ever stand in it.
    for (const std::string &path : delta.paths) {
        if (delta.before.find(path) == nullptr || delta.after.find(path) == nullptr)
            keys.push_back({path, {}});
    }
    std::ranges::sort(keys);
    return keys;
}

Result<void> Trials::prepare(const ObjectId &id)
{
    return repository_.setReference(prefix + id, id);
}

void Trials::begin(Trial trial, std::chrono::milliseconds left)
{
    const ObjectId id = trial.id;
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    timer->setTimerType(Qt::CoarseTimer);
    connect(timer.get(), &QTimer::timeout, this, [this, id] { Q_EMIT timeIsUp(id); });
    timer->start(std::max(left, std::chrono::milliseconds(0)));
    if (const auto before = running_.find(id); before != running_.end())
        before->second.timer.release()->deleteLater();
    running_.insert_or_assign(id, Running{std::move(trial), std::move(timer)});
}

Result<void> Trials::end(const ObjectId &id)
{
    // The disk first: a trial that memory has forgotten and the disk has not would come back.
    if (auto removed = repository_.removeReference(prefix + id); !removed)
        return removed;
    if (const auto found = running_.find(id); found != running_.end()) {
        // It may be this timer's own signal that brought us here.
        found->second.timer.release()->deleteLater();
        running_.erase(found);
    }
    return {};
}

Result<void> Trials::clearAbandoned(const std::function<Result<bool>(const ObjectId &)> &isInHistory)
{
    for (const ObjectId &id : TRY(prepared())) {
        if (!TRY(isInHistory(id))) {
            if (auto removed = repository_.removeReference(prefix + id); !removed)
                return removed;
        }
    }
    return {};
}

Result<std::vector<ObjectId>> Trials::prepared() const
{
    std::vector<ObjectId> ids;
    for (Reference &reference : TRY(repository_.references(std::string(prefix) + '*')))
        ids.push_back(std::move(reference.target));
    return ids;
}

const Trials::Trial *Trials::find(const ObjectId &id) const
{
    const auto found = running_.find(id);
    return found == running_.end() ? nullptr : &found->second.trial;
}

std::vector<Trials::Trial> Trials::all() const
{
    std::vector<Trial> trials;
    trials.reserve(running_.size());
    for (const auto &[id, running] : running_)
        trials.push_back(running.trial);
    std::ranges::sort(trials, {}, &Trial::ends);
    return trials;
}

bool Trials::Trial::meets(const std::vector<Conflict> &others) const
{
    return std::ranges::any_of(keys, [&](const Conflict &tried) {
        return std::ranges::any_of(others, [&](const Conflict &key) {
            return key.document == tried.document
                && (key.key == tried.key || key.key.empty() || tried.key.empty());
        });
    });
}

} // namespace freehold::change
