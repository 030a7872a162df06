// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/devices/devices_model.h"

#include "desktop/devices/device_words.h"
#include "words/words.h"

#include <QCollator>

#include <array>

namespace freehold::desktop {

namespace {
/// Gateways and members first: they carry the house.
int rankOf(const contract::Device &device)
{
    if (device.gateway)
        return 0;
    if (device.member)
        return device.is_this ? 2 : 1;
    return 3;
}
} // namespace

DevicesModel::DevicesModel(HouseData &data, Which which, QObject *parent)
    : RowModel(parent)
    , data_(data)
    , which_(which)
{
    connect(&data_, &HouseData::devicesChanged, this, &DevicesModel::refresh);
    connect(&data_, &HouseData::peopleChanged, this, &DevicesModel::refresh);
    refresh();
}

QVariant DevicesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case DeviceId:
        return row.id;
    case Name:
        return row.name;
    case Line:
        return row.line;
    case Icon:
        return row.icon;
    case Section:
        return row.section;
    case SectionSize:
        return row.sectionSize;
    case Faint:
        return row.faint;
    default:
        return {};
    }
}

QHash<int, QByteArray> DevicesModel::roleNames() const
{
    return {{DeviceId, "deviceId"}, {Name, "name"}, {Line, "line"}, {Icon, "iconName"}, {Section, "section"},
        {SectionSize, "sectionSize"}, {Faint, "faint"}};
}

void DevicesModel::setSearch(const QString &search)
{
    if (search == search_)
        return;
    search_ = search;
    Q_EMIT searchChanged();
    refresh();
}

int DevicesModel::sectionSize(const QString &section) const
{
    const auto found = std::ranges::find(rows(), section, &DeviceRow::section);
    return found == rows().end() ? 0 : found->sectionSize;
}

QString DevicesModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? rows()[static_cast<std::size_t>(row)].id : QString();
}

int DevicesModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(rows(), id, &DeviceRow::id);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

bool DevicesModel::found(const contract::Device &device) const
{
    const QString wanted = search_.trimmed();
    if (wanted.isEmpty())
        return true;
    const auto contains = [&](const QString &text) { return text.contains(wanted, Qt::CaseInsensitive); };
    return contains(json::toQString(device.name)) || contains(words::name(device.kind))
        || contains(lineOf(device, data_)) || contains(json::toQString(device.mac))
        || std::ranges::any_of(
            device.addresses, [&](const auto &address) { return contains(json::toQString(address)); });
}

void DevicesModel::refresh()
{
    const std::array sections{tr("At home"), tr("Elsewhere"), tr("Not seen lately")};
    std::array<int, 3> sizes{};
    std::vector<const contract::Device *> shown;
    for (const auto &device : data_.devices()) {
        if (device.is_new != (which_ == Which::is_new) || !found(device))
            continue;
        shown.push_back(&device);
        ++sizes[static_cast<std::size_t>(placeOf(device, data_.now()))];
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::ranges::sort(shown, [&](const auto *left, const auto *right) {
        if (which_ == Which::is_new)
            return std::tuple(right->first_seen, left->id) < std::tuple(left->first_seen, right->id);
        const auto key
            = [&](const auto *device) { return std::tuple(placeOf(*device, data_.now()), rankOf(*device)); };
        if (key(left) != key(right))
            return key(left) < key(right);
        const int names = collator.compare(json::toQString(left->name), json::toQString(right->name));
        return names != 0 ? names < 0 : left->id < right->id;
    });
    std::vector<DeviceRow> wanted;
    wanted.reserve(shown.size());
    for (const auto *device : shown) {
        const auto place = static_cast<std::size_t>(placeOf(*device, data_.now()));
        wanted.push_back(
            {json::toQString(device->id), nameOf(*device), lineOf(*device, data_), iconOf(device->kind),
                sections[place], sizes[place], placeOf(*device, data_.now()) == Place::not_seen_lately});
    }
    const int before = rowCount();
    sync(std::move(wanted));
    if (before != rowCount())
        Q_EMIT countChanged();
}

} // namespace freehold::desktop
