// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/home/trials_model.h"

#include "desktop/frame/moments.h"
#include "words/words.h"

namespace freehold::desktop {

TrialsModel::TrialsModel(HouseData &data, QObject *parent)
    : RowModel(parent)
    , data_(data)
{
    second_.setInterval(std::chrono::seconds(1));
    connect(&second_, &QTimer::timeout, this, &TrialsModel::tick);
    connect(&data_, &HouseData::statusChanged, this, &TrialsModel::refresh);
    refresh();
}

QVariant TrialsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = rows()[static_cast<std::size_t>(index.row())];
    const auto left = std::max(std::chrono::milliseconds(0), row.ends - data_.now());
    switch (role) {
    case ChangeId:
        return json::toQString(row.id);
    case Title:
        return row.title;
    case Left:
        return timeLeft(left);
    case Share: {
        const auto whole = row.ends - row.begun;
        return whole.count() > 0 ? static_cast<double>(left.count()) / static_cast<double>(whole.count())
                                 : 0.0;
    }
    case AsksPerson:
        return row.asksPerson;
    default:
        return {};
    }
}

QHash<int, QByteArray> TrialsModel::roleNames() const
{
    return {{ChangeId, "changeId"}, {Title, "title"}, {Left, "timeLeft"}, {Share, "share"},
        {AsksPerson, "asksPerson"}};
}

void TrialsModel::refresh()
{
    std::vector<TrialRow> wanted;
    const auto &status = data_.status();
    for (const auto &trial : status ? status->trials : std::vector<contract::Trial>()) {
        const auto known = changes_.find(trial.id);
        if (known == changes_.end()) {
            learn(trial.id);
            continue;
        }
        wanted.push_back({trial.id, known->second.time, trial.ends, words::summary(known->second),
            trial.evidence == contract::Evidence::confirmation});
    }
    const int before = rowCount();
    sync(std::move(wanted));
    if (before != rowCount())
        Q_EMIT countChanged();
    if (rowCount() > 0)
        second_.start();
    else
        second_.stop();
}

void TrialsModel::learn(const std::string &change)
{
    data_.client().call(
        contract::ChangeShow{change}, this, [this](const Result<std::vector<contract::Change>> &answer) {
            if (!answer || answer->empty())
                return;
            changes_.insert_or_assign(answer->front().id, answer->front());
            refresh();
        });
}

void TrialsModel::tick()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Left, Share});
}

void TrialsModel::keep(const QString &change)
{
    data_.act(contract::ChangeConfirm{change.toStdString()}, this);
}

void TrialsModel::stop(const QString &change)
{
    data_.act(contract::ChangeUndo{change.toStdString()}, this);
}

} // namespace freehold::desktop
