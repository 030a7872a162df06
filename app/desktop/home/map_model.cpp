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

void MapModel::refresh()
{
    std::vector<const contract::Device *> atHome;
    std::vector<MapTile> gateways, elsewhere, lately, opened;
    newAtHome_ = 0;
    for (const auto &device : data_.devices()) {
        switch (placeOf(device, data_.now())) {
        case Place::home:
            newAtHome_ += device.is_new ? 1 : 0;
            if (device.gateway)
                gateways.push_back(tileOf(device));
            else
                atHome.push_back(&device);
            break;
        case Place::elsewhere:
            elsewhere.push_back(tileOf(device));
            break;
        case Place::not_seen_lately:
            lately.push_back(tileOf(device));
            break;
        }
    }
    atHome_ = static_cast<int>(atHome.size() + gateways.size());
    const bool wasLarge = std::exchange(large_, atHome.size() + gateways.size() >= groupedFrom);

    std::map<QString, std::vector<const contract::Device *>> groups;
    std::map<std::string, MapTile> tiles;
    for (const auto *device : atHome) {
        if (const QString group = groupOf(*device); !group.isEmpty())
            groups[group].push_back(device);
        else
            tiles.emplace(device->id, tileOf(*device));
    }
    for (const auto &[group, devices] : groups)
        tiles.emplace(group.toStdString(), groupTile(group, devices));
    if (!groups.contains(openGroup_))
        openGroup_.clear();
    else
        std::ranges::transform(groups.at(openGroup_), std::back_inserter(opened),
            [this](const auto *device) { return tileOf(*device); });

    std::vector<std::string> ids;
    for (const auto &[id, tile] : tiles)
        ids.push_back(id);
    rowCount_ = 0;
    openRow_ = -1;
    std::vector<MapTile> home;
    for (const auto &slot : placeOnMap(std::move(ids), columns_)) {
        MapTile tile = tiles.at(slot.id);
        tile.row = slot.row;
        tile.column = slot.column;
        rowCount_ = std::max(rowCount_, slot.row + 1);
        if (tile.id == openGroup_)
            openRow_ = slot.row;
        home.push_back(std::move(tile));
    }
    std::ranges::sort(home, {}, [](const MapTile &tile) { return std::tuple(tile.row, tile.column); });
    for (auto *list : {&gateways, &elsewhere, &lately, &opened})
        std::ranges::sort(*list, {}, &MapTile::id);
    home_.show(std::move(home));
    gateways_.show(std::move(gateways));
    elsewhere_.show(std::move(elsewhere));
    lately_.show(std::move(lately));
    opened_.show(std::move(opened));
    if (wasLarge != large_)
        Q_EMIT largeChanged();
    Q_EMIT changed();
}

} // namespace freehold::desktop
