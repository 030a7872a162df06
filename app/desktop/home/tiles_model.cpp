// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/home/tiles_model.h"

namespace freehold::desktop {

QVariant TilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &tile = rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case TileId:
        return tile.id;
    case Name:
        return tile.name;
    case Line:
        return tile.line;
    case Icon:
        return tile.icon;
    case Row:
        return tile.row;
    case Column:
        return tile.column;
    case Count:
        return tile.count;
    case IsNew:
        return tile.isNew;
    case Faint:
        return tile.faint;
    default:
        return {};
    }
}

QHash<int, QByteArray> TilesModel::roleNames() const
{
    return {{TileId, "tileId"}, {Name, "name"}, {Line, "line"}, {Icon, "iconName"}, {Row, "row"},
        {Column, "column"}, {Count, "count"}, {IsNew, "isNew"}, {Faint, "faint"}};
}

void TilesModel::show(std::vector<MapTile> tiles)
{
    const int before = count();
    const std::size_t shown = std::min(tiles.size(), atMost_);
    hidden_ = static_cast<int>(tiles.size() - shown);
    tiles.resize(shown);
    sync(std::move(tiles));
    if (before != count())
        Q_EMIT countChanged();
    Q_EMIT firstNameChanged();
}

} // namespace freehold::desktop
