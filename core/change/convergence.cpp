// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/convergence.h"

#include "support/json.h"

#include <QJsonDocument>

#include <algorithm>

namespace freehold::change {

namespace {

/// A step may be days away, and the wall clock may be set meanwhile: it is looked at again this often.
constexpr std::chrono::hours longestSleep{1};

std::string textOf(const Arguments &arguments)
{
    return QJsonDocument(json::write(arguments).toObject()).toJson(QJsonDocument::Compact).toStdString();
}

Arguments argumentsOf(const std::string &text)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    return json::read<Arguments>(document.object(), "").value_or(Arguments());
}

} // namespace

Convergence::Convergence(store::Database &database, const Clock &clock)
    : database_(database)
    , clock_(clock)
{
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::CoarseTimer);
    connect(&timer_, &QTimer::timeout, this, &Convergence::look);
}

Result<void> Convergence::start(const std::vector<std::string> &domains)
{
    entries_.clear();
    store::Statement select
        = TRY(database_.prepare("SELECT change, domain, step, arguments, due FROM convergence"));
    while (TRY(select.step())) {
        if (!std::ranges::contains(domains, select.text(1)))
            continue;
        const Time due(std::chrono::milliseconds(select.number(4)));
        entries_.insert_or_assign(Key{select.text(0), select.text(1)},
            Entry{{select.text(2), argumentsOf(select.text(3)), due}, due});
    }
    schedule();
    return {};
}

Result<void> Convergence::set(const Pending &pending)
{
    const Step &step = pending.step;
    store::Statement put
        = TRY(database_.prepare("INSERT OR REPLACE INTO convergence (change, domain, step, arguments, due)"
                                " VALUES (?1, ?2, ?3, ?4, ?5)"));
    put.bind(1, pending.change).bind(2, pending.domain).bind(3, step.name).bind(4, textOf(step.arguments));
    put.bind(5, step.due.time_since_epoch().count());
    // In memory first: a store that can't be written must not stop what it only remembers.
    entries_.insert_or_assign(Key{pending.change, pending.domain}, Entry{step, step.due});
    schedule();
    return put.run();
}

Result<void> Convergence::end(const ObjectId &change, const std::string &domain)
{
    entries_.erase(Key{change, domain});
    schedule();
    store::Statement gone
        = TRY(database_.prepare("DELETE FROM convergence WHERE change = ?1 AND domain = ?2"));
    return gone.bind(1, change).bind(2, domain).run();
}

Result<void> Convergence::drop(const ObjectId &change)
{
    if (!nextStep(change))
        return {};
    std::erase_if(entries_, [&](const auto &entry) { return entry.first.first == change; });
    schedule();
    store::Statement gone = TRY(database_.prepare("DELETE FROM convergence WHERE change = ?1"));
    return gone.bind(1, change).run();
}

void Convergence::postpone(const Pending &pending)
{
    const auto found = entries_.find(Key{pending.change, pending.domain});
    if (found == entries_.end())
        return;
    found->second.tryAt = clock_.now() + retryInterval;
    schedule();
}

std::vector<Convergence::Pending> Convergence::all() const
{
    std::vector<Pending> found;
    found.reserve(entries_.size());
    for (const auto &[key, entry] : entries_)
        found.push_back({key.first, key.second, entry.step});
    return found;
}

std::optional<Time> Convergence::nextStep(const ObjectId &change) const
{
    std::optional<Time> next;
    for (auto at = entries_.lower_bound(Key{change, {}}); at != entries_.end() && at->first.first == change;
        ++at)
        next = std::min(next.value_or(at->second.tryAt), at->second.tryAt);
    return next;
}

bool Convergence::concerns(const std::string &domain) const
{
    return std::ranges::any_of(entries_, [&](const auto &entry) { return entry.first.second == domain; });
}

void Convergence::schedule()
{
    if (entries_.empty())
        return timer_.stop();
    const auto earliest
        = std::ranges::min_element(entries_, {}, [](const auto &entry) { return entry.second.tryAt; });
    const std::chrono::milliseconds left = earliest->second.tryAt - clock_.now();
    timer_.start(std::clamp<std::chrono::milliseconds>(left, std::chrono::milliseconds(0), longestSleep));
}

void Convergence::look()
{
    std::vector<Pending> ready;
    const Time now = clock_.now();
    for (const auto &[key, entry] : entries_) {
        if (entry.tryAt <= now)
            ready.push_back({key.first, key.second, entry.step});
    }
    for (const Pending &pending : ready) {
        // What one step did may have taken another's change back.
        if (entries_.contains(Key{pending.change, pending.domain}))
            Q_EMIT due(pending);
    }
    schedule();
}

} // namespace freehold::change
