// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/history_model.h"

#include "desktop/frame/moments.h"
#include "desktop/history/change_words.h"
#include "words/words.h"

namespace freehold::desktop {

namespace {
/// A window full and some scrolling; small enough to be read and drawn within a frame or two.
constexpr std::int64_t pageSize = 50;
/// While searching, since most of a page is not shown.
constexpr std::int64_t searchPageSize = 500;

bool isTried(const contract::Change *change)
{
    return change->state == contract::ChangeState::trial;
}
} // namespace

HistoryModel::HistoryModel(HouseData &data, QObject *parent)
    : QAbstractListModel(parent)
    , data_(data)
{
    connect(&data_, &HouseData::readyChanged, this, &HistoryModel::begin);
    data_.client().subscribe<contract::ChangeChanged>(
        this, [this](const contract::ChangeChanged &told) { changed(told.change); });
    second_.setInterval(std::chrono::seconds(1));
    connect(&second_, &QTimer::timeout, this, &HistoryModel::tick);
    begin();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &change = *rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case ChangeId:
        return json::toQString(change.id);
    case At:
        return clockTime(change.time);
    case Summary:
        return words::summary(change);
    case Who:
        return whoOf(change);
    case Icon:
        return iconOf(change.cause);
    case BadgeText:
        return badgeOf(change, undoOf(change), data_.now()).text;
    case BadgeIcon:
        return badgeOf(change, undoOf(change), data_.now()).icon;
    case BadgeKindRole:
        return static_cast<int>(badgeOf(change, undoOf(change), data_.now()).kind);
    case Struck:
        return change.state == contract::ChangeState::undone;
    case Day:
        return dayOf(change.time).toString(Qt::ISODate);
    case Goes:
        return going_.contains(change.id);
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const
{
    return {{ChangeId, "changeId"}, {At, "at"}, {Summary, "summary"}, {Who, "who"}, {Icon, "iconName"},
        {BadgeText, "badgeText"}, {BadgeIcon, "badgeIcon"}, {BadgeKindRole, "badgeKind"}, {Struck, "struck"},
        {Day, "day"}, {Goes, "goes"}};
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && data_.isReady() && !complete_ && !fetching_;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    fetching_ = true;
    contract::ChangeList call;
    call.limit = search_.isEmpty() ? pageSize : searchPageSize;
    if (!changes_.empty())
        call.before = changes_.back().id;
    data_.client().call(call, this,
        [this, asked = *call.limit, generation = generation_](Result<std::vector<contract::Change>> answer) {
            if (generation != generation_)
                return;
            fetching_ = false;
            if (!answer)
                return;
            complete_ = static_cast<std::int64_t>(answer->size()) < asked;
            loaded_ = true;
            const auto before = rows_.size();
            take(std::move(*answer));
            Q_EMIT countChanged();
            // A page that shows nothing would leave the view waiting.
            if (rows_.size() == before && !complete_)
                fetchMore({});
        });
}

void HistoryModel::take(std::vector<contract::Change> page)
{
    std::vector<contract::Change *> added;
    for (auto &change : page) {
        if (byId_.contains(change.id))
            continue;
        auto &kept = changes_.emplace_back(std::move(change));
        byId_.emplace(kept.id, &kept);
        if (hasRow(kept) && matches(kept))
            added.push_back(&kept);
    }
    if (added.empty())
        return;
    const auto first = static_cast<int>(rows_.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    rows_.insert(rows_.end(), added.begin(), added.end());
    endInsertRows();
    watchTrials();
}

void HistoryModel::begin()
{
    clear();
    if (data_.isReady())
        fetchMore({});
}

void HistoryModel::clear()
{
    ++generation_;
    beginResetModel();
    rows_.clear();
    byId_.clear();
    changes_.clear();
    fetching_ = complete_ = loaded_ = false;
    endResetModel();
    watchTrials();
    Q_EMIT countChanged();
}

void HistoryModel::changed(const contract::Change &change)
{
    if (const auto known = byId_.find(change.id); known != byId_.end()) {
        *known->second = change;
        const auto row = std::ranges::find(rows_, known->second);
        if (row == rows_.end())
            return;
        const QModelIndex at = index(static_cast<int>(row - rows_.begin()));
        Q_EMIT dataChanged(at, at);
        watchTrials();
        return;
    }
    // One that is older than what was fetched comes when the view gets there.
    if (!loaded_ || (!changes_.empty() && change.time < changes_.back().time && !complete_))
        return;
    auto &kept = changes_.emplace_front(change);
    byId_.emplace(kept.id, &kept);
    if (!hasRow(kept)) {
        if (kept.refers_to)
            if (const int row = rowOf(json::toQString(*kept.refers_to)); row >= 0)
                Q_EMIT dataChanged(index(row), index(row));
    } else if (matches(kept)) {
        beginInsertRows({}, 0, 0);
        rows_.insert(rows_.begin(), &kept);
        endInsertRows();
        watchTrials();
    }
    Q_EMIT countChanged();
}

void HistoryModel::setGoing(std::set<std::string> changes)
{
    if (changes == going_)
        return;
    const auto before = std::exchange(going_, std::move(changes));
    rowsChanged(
        {Goes}, [&](const auto &change) { return before.contains(change.id) != going_.contains(change.id); });
}

void HistoryModel::watchTrials()
{
    if (std::ranges::any_of(rows_, isTried))
        second_.start();
    else
        second_.stop();
}

void HistoryModel::tick()
{
    rowsChanged({BadgeText}, [](const auto &change) { return isTried(&change); });
    Q_EMIT secondPassed();
}

void HistoryModel::rowsChanged(
    const QList<int> &roles, const std::function<bool(const contract::Change &)> &concerned)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (concerned(*rows_[static_cast<std::size_t>(row)]))
            Q_EMIT dataChanged(index(row), index(row), roles);
    }
}

void HistoryModel::setSearch(const QString &search)
{
    if (search == search_)
        return;
    search_ = search;
    Q_EMIT searchChanged();
    rebuild();
}

void HistoryModel::rebuild()
{
    beginResetModel();
    rows_.clear();
    for (auto &change : changes_) {
        if (hasRow(change) && matches(change))
            rows_.push_back(&change);
    }
    endResetModel();
    watchTrials();
    Q_EMIT countChanged();
    if (rows_.empty())
        fetchMore({});
}

bool HistoryModel::hasRow(const contract::Change &change) const
{
    return change.cause != contract::Cause::roll_back
        && !(change.cause == contract::Cause::undo && change.refers_to);
}

bool HistoryModel::matches(const contract::Change &change) const
{
    const QString wanted = search_.trimmed();
    return wanted.isEmpty() || words::summary(change).contains(wanted, Qt::CaseInsensitive)
        || whoOf(change).contains(wanted, Qt::CaseInsensitive)
        || json::toQString(change.id).startsWith(wanted, Qt::CaseInsensitive);
}

const contract::Change *HistoryModel::undoOf(const contract::Change &change) const
{
    return change.undone_by ? find(*change.undone_by) : nullptr;
}

const contract::Change *HistoryModel::find(const std::string &id) const
{
    const auto found = byId_.find(id);
    return found == byId_.end() ? nullptr : found->second;
}

std::string HistoryModel::newestUndoable() const
{
    const auto found = std::ranges::find_if(changes_, [this](const auto &change) {
        return hasRow(change)
            && (change.state == contract::ChangeState::kept || change.state == contract::ChangeState::trial
                || change.state == contract::ChangeState::converging)
            && std::ranges::any_of(
                change.effects, [](const auto &effect) { return effect.undo != contract::Undo::never; });
    });
    return found == changes_.end() ? std::string() : found->id;
}

QString HistoryModel::dayTitle(const QString &day) const
{
    const auto date = QDate::fromString(day, Qt::ISODate);
    const QString title = desktop::dayTitle(date, dayOf(data_.now()));
    return title.isEmpty() ? longDay(date, dayOf(data_.now())) : title;
}

QString HistoryModel::dayDate(const QString &day) const
{
    const auto date = QDate::fromString(day, Qt::ISODate);
    const QDate today = dayOf(data_.now());
    if (desktop::dayTitle(date, today).isEmpty())
        return {};
    // Before yesterday the title is the day of the week already.
    return date.daysTo(today) > 1 ? shortDay(date, today) : longDay(date, today);
}

QString HistoryModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? json::toQString(rows_[static_cast<std::size_t>(row)]->id)
                                        : QString();
}

int HistoryModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(rows_, id.toStdString(), &contract::Change::id);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

} // namespace freehold::desktop
