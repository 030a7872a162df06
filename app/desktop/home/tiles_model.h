// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/row_sync.h"

#include <QtQmlIntegration>

#include <limits>

namespace freehold::desktop {

struct MapTile {
    QString id; ///< of the device, or "person:…" and "kind:…" of a group
    QString name;
    QString line;
    QString icon; ///< empty: the first letter of the name
    int row = 0;
    int column = 0;
    int count = 0; ///< of a group's devices; 0 for a device
    bool isNew = false;
    bool faint = false;

    friend bool operator==(const MapTile &, const MapTile &) = default;
};

/// Tiles in one room of the map. A room may show only some of what is in it: a thousand devices that nobody
/// has seen for long would be a thousand tiles that nobody looks at.
class TilesModel : public RowModel<MapTile> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int hidden READ hidden NOTIFY countChanged)
    Q_PROPERTY(QString firstName READ firstName NOTIFY firstNameChanged)

public:
    enum Role : quint16 { TileId = Qt::UserRole + 1, Name, Line, Icon, Row, Column, Count, IsNew, Faint };

    static constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

    explicit TilesModel(std::size_t atMost = all)
        : atMost_(atMost)
    {
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    /// How many are in the room, and how many of these have no tile.
    [[nodiscard]] int count() const { return rowCount() + hidden_; }
    [[nodiscard]] int hidden() const { return hidden_; }
    [[nodiscard]] QString firstName() const { return rows().empty() ? QString() : rows().front().name; }
    void show(std::vector<MapTile> tiles);
    [[nodiscard]] const std::vector<MapTile> &tiles() const { return rows(); }

Q_SIGNALS:
    void countChanged();
    void firstNameChanged();

private:
    std::size_t atMost_;
    int hidden_ = 0;
};

} // namespace freehold::desktop
