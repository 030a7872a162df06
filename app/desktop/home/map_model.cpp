// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/home/map_model.h"

#include "desktop/devices/device_words.h"
#include "desktop/frame/moments.h"
#include "desktop/home/map_plan.h"
#include "words/words.h"

namespace freehold::desktop {

MapModel::MapModel(HouseData &data, QObject *parent)
    : QObject(parent)
    , data_(data)
{
    connect(&data_, &HouseData::devicesChanged, this, &MapModel::refresh);
    connect(&data_, &HouseData::peopleChanged, this, &MapModel::refresh);
    refresh();
}

void MapModel::setColumns(int columns)
{
    if (columns == columns_ || columns < 1)
        return;
    columns_ = columns;
    refresh();
    Q_EMIT columnsChanged();
}

void MapModel::setGrouping(int grouping)
{
    if (grouping == grouping_)
        return;
    grouping_ = grouping;
    openGroup_.clear();
    refresh();
}

void MapModel::setOpenGroup(const QString &group)
{
    if (group == openGroup_)
        return;
    openGroup_ = group;
    refresh();
}

MapTile MapModel::tileOf(const contract::Device &device) const
{
    return {json::toQString(device.id), nameOf(device), shortLineOf(device, data_), iconOf(device.kind), 0, 0,
        0, device.is_new, placeOf(device, data_.now()) == Place::not_seen_lately};
}

/// Empty for what stands alone: new, a gateway, or a member that is nobody's.
QString MapModel::groupOf(const contract::Device &device) const
{
    if (!large_ || grouping_ == NotAtAll || device.is_new || device.gateway)
        return {};
    const bool hasOwner = data_.person(device.owner) != nullptr;
    if (device.member && !hasOwner)
        return {};
    if (grouping_ == ByPerson && hasOwner)
        return QStringLiteral("person:") + json::toQString(device.owner);
    return QStringLiteral("kind:") + json::toQString(contract::nameOf(device.kind));
}

MapTile MapModel::groupTile(const QString &group, const std::vector<const contract::Device *> &devices) const
{
    const auto count = static_cast<int>(devices.size());
    const auto *first = devices.front();
    const auto *person = group.startsWith(u"person:") ? data_.person(first->owner) : nullptr;
    QStringList names;
    for (const auto *device : devices)
        names.append(nameOf(*device));
    names.sort();
    return {group, person ? json::toQString(person->name) : capitalised(words::name(first->kind)),
        names.join(tr(", ")), person ? QString() : iconOf(first->kind), 0, 0, count, false, false};
}

/// A visitor that nobody placed gives its place up when it has been gone for long.
bool MapModel::keepsPlace(const contract::Device &device) const
{
    return !device.gateway && !(device.is_new && placeOf(device, data_.now()) == Place::not_seen_lately);
}

void MapModel::refresh()
{
    std::vector<MapTile> gateways, elsewhere, lately;
    std::vector<const contract::Device *> settled;
    atHome_ = newAtHome_ = 0;
    for (const auto &device : data_.devices()) {
        if (keepsPlace(device))
            settled.push_back(&device);
        switch (placeOf(device, data_.now())) {
        case Place::home:
            ++atHome_;
            newAtHome_ += device.is_new ? 1 : 0;
            if (device.gateway)
                gateways.push_back(tileOf(device));
            break;
        case Place::elsewhere:
            elsewhere.push_back(tileOf(device));
            break;
        case Place::not_seen_lately:
            lately.push_back(tileOf(device));
            break;
        }
    }
    const bool wasLarge = std::exchange(large_, static_cast<std::size_t>(atHome_) >= groupedFrom);
    for (auto *list : {&gateways, &elsewhere, &lately})
        std::ranges::sort(*list, {}, &MapTile::id);
    gateways_.show(std::move(gateways));
    elsewhere_.show(std::move(elsewhere));
    lately_.show(std::move(lately));
    placeHome(std::move(settled));
    if (wasLarge != large_)
        Q_EMIT largeChanged();
    Q_EMIT changed();
}

void MapModel::placeHome(std::vector<const contract::Device *> settled)
{
    std::ranges::sort(
        settled, {}, [](const auto *device) { return std::tie(device->first_seen, device->id); });
    // What is shown as one tile stands where the first of it came.
    std::vector<std::string> ids;
    std::map<std::string, std::vector<const contract::Device *>> present;
    for (const auto *device : settled) {
        const QString group = groupOf(*device);
        const std::string id = group.isEmpty() ? device->id : group.toStdString();
        if (std::ranges::find(ids, id) == ids.end())
            ids.push_back(id);
        if (placeOf(*device, data_.now()) == Place::home)
            present[id].push_back(device);
    }
    const std::string wanted = openGroup_.toStdString();
    std::vector<MapTile> home, opened;
    rowCount_ = 0;
    openRow_ = openColumn_ = -1;
    for (const auto &slot : placeOnMap(std::move(ids), columns_)) {
        const auto devices = present.find(slot.id);
        if (devices == present.end())
            continue;
        const QString group = groupOf(*devices->second.front());
        MapTile tile = group.isEmpty() ? tileOf(*devices->second.front()) : groupTile(group, devices->second);
        tile.row = slot.row;
        tile.column = slot.column;
        rowCount_ = std::max(rowCount_, slot.row + 1);
        if (!group.isEmpty() && slot.id == wanted) {
            openRow_ = slot.row;
            openColumn_ = slot.column;
            std::ranges::transform(devices->second, std::back_inserter(opened),
                [this](const auto *device) { return tileOf(*device); });
        }
        home.push_back(std::move(tile));
    }
    if (openRow_ < 0)
        openGroup_.clear();
    std::ranges::sort(home, {}, [](const MapTile &tile) { return std::tuple(tile.row, tile.column); });
    std::ranges::sort(opened, {}, &MapTile::id);
    home_.show(std::move(home));
    opened_.show(std::move(opened));
}

} // namespace freehold::desktop
