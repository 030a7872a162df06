// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/members/waiting_model.h"

namespace freehold::desktop {

WaitingModel::WaitingModel(HouseData &data, QObject *parent)
    : RowModel(parent)
    , data_(data)
{
    connect(&data_, &HouseData::pairingsChanged, this, &WaitingModel::refresh);
    refresh();
}

QVariant WaitingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Request:
        return row.id;
    case Name:
        return row.name;
    default:
        return {};
    }
}

QHash<int, QByteArray> WaitingModel::roleNames() const
{
    return {{Request, "request"}, {Name, "name"}};
}

void WaitingModel::refresh()
{
    std::vector<WaitingMachine> wanted;
    for (const auto &pairing : data_.pairings()) {
        if (pairing.state == contract::PairingState::waiting_for_digits)
            wanted.push_back({json::toQString(pairing.request), json::toQString(pairing.peer)});
    }
    const int before = rowCount();
    sync(std::move(wanted));
    if (before != rowCount())
        Q_EMIT countChanged();
}

} // namespace freehold::desktop
