// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"
#include "desktop/frame/row_sync.h"

#include "desktop/home/tiles_model.h"
#include <QtQmlIntegration>

namespace freehold::desktop {

/// The map of the house: three rooms, the gateway, and from 16 devices at home on groups.
class MapModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(freehold::desktop::TilesModel *home READ home CONSTANT)
    Q_PROPERTY(freehold::desktop::TilesModel *gateways READ gateways CONSTANT)
    Q_PROPERTY(freehold::desktop::TilesModel *elsewhere READ elsewhere CONSTANT)
    Q_PROPERTY(freehold::desktop::TilesModel *lately READ lately CONSTANT)
    Q_PROPERTY(freehold::desktop::TilesModel *opened READ opened CONSTANT)
    Q_PROPERTY(int atHome READ atHome NOTIFY changed)
    Q_PROPERTY(int newAtHome READ newAtHome NOTIFY changed)
    Q_PROPERTY(int rowCount READ rowCount NOTIFY changed)
    Q_PROPERTY(int columns READ columns WRITE setColumns NOTIFY columnsChanged)
    Q_PROPERTY(bool large READ isLarge NOTIFY largeChanged)
    Q_PROPERTY(int grouping READ grouping WRITE setGrouping NOTIFY changed)
    Q_PROPERTY(QString openGroup READ openGroup WRITE setOpenGroup NOTIFY changed)
    Q_PROPERTY(int openRow READ openRow NOTIFY changed)
    Q_PROPERTY(int openColumn READ openColumn NOTIFY changed)

public:
    enum Grouping : quint8 { ByPerson, ByKind, NotAtAll };

    explicit MapModel(HouseData &data, QObject *parent = nullptr);

    [[nodiscard]] TilesModel *home() { return &home_; }
    [[nodiscard]] TilesModel *gateways() { return &gateways_; }
    [[nodiscard]] TilesModel *elsewhere() { return &elsewhere_; }
    [[nodiscard]] TilesModel *lately() { return &lately_; }
    [[nodiscard]] TilesModel *opened() { return &opened_; }
    [[nodiscard]] int atHome() const { return atHome_; }
    [[nodiscard]] int newAtHome() const { return newAtHome_; }
    [[nodiscard]] int rowCount() const { return rowCount_; }
    [[nodiscard]] int columns() const { return columns_; }
    void setColumns(int columns);
    [[nodiscard]] bool isLarge() const { return large_; }
    [[nodiscard]] int grouping() const { return grouping_; }
    void setGrouping(int grouping);
    [[nodiscard]] QString openGroup() const { return openGroup_; }
    void setOpenGroup(const QString &group);
    /// Where the open group stands, whose devices are shown below its row; -1 for none.
    [[nodiscard]] int openRow() const { return openRow_; }
    [[nodiscard]] int openColumn() const { return openColumn_; }

Q_SIGNALS:
    void changed();
    void largeChanged();
    void columnsChanged();

private:
    void refresh();
    void placeHome(std::vector<const contract::Device *> settled);
    [[nodiscard]] bool keepsPlace(const contract::Device &device) const;
    [[nodiscard]] MapTile tileOf(const contract::Device &device) const;
    [[nodiscard]] QString groupOf(const contract::Device &device) const;
    [[nodiscard]] MapTile groupTile(
        const QString &group, const std::vector<const contract::Device *> &devices) const;

    HouseData &data_;
    TilesModel home_;
    TilesModel gateways_;
    static constexpr std::size_t tilesOfRoom = 12; ///< the rest is a press away, on Devices
    TilesModel elsewhere_{tilesOfRoom};
    TilesModel lately_{tilesOfRoom};
    TilesModel opened_;
    int atHome_ = 0;
    int newAtHome_ = 0;
    int rowCount_ = 0;
    int columns_ = 3;
    bool large_ = false;
    int grouping_ = ByPerson;
    QString openGroup_;
    int openRow_ = -1;
    int openColumn_ = -1;
};

} // namespace freehold::desktop
