// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/members/found_model.h"

#include "desktop/devices/device_words.h"

namespace freehold::desktop {

FoundModel::FoundModel(HouseData &data, QObject *parent)
    : RowModel(parent)
    , data_(data)
{
    connect(&data_, &HouseData::devicesChanged, this, &FoundModel::refresh);
    refresh();
}

QVariant FoundModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Device:
        return row.id;
    case Name:
        return row.name;
    case Line:
        return row.line;
    default:
        return {};
    }
}

QHash<int, QByteArray> FoundModel::roleNames() const
{
    return {{Device, "device"}, {Name, "name"}, {Line, "line"}};
}

void FoundModel::refresh()
{
    std::vector<FoundMachine> wanted;
    for (const auto &device : data_.devices()) {
        const bool offers = std::ranges::contains(
            device.services, std::string_view("_freehold._tcp"), &contract::Service::type);
        if (!offers || device.is_this || device.state != contract::DeviceState::online)
            continue;
        const QString address
            = device.addresses.empty() ? QString() : json::toQString(device.addresses.front());
        //: %1 is an address
        wanted.push_back(
            {json::toQString(device.id), nameOf(device), tr("Lets machines join, at %1").arg(address)});
    }
    const int before = rowCount();
    sync(std::move(wanted));
    if (before != rowCount())
        Q_EMIT countChanged();
}

} // namespace freehold::desktop
