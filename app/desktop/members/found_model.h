// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"
#include "desktop/frame/row_sync.h"

#include <QtQmlIntegration>

namespace freehold::desktop {

struct FoundMachine {
    QString id; ///< of the device
    QString name;
    QString line;

    friend bool operator==(const FoundMachine &, const FoundMachine &) = default;
};

/// Machines nearby that let others find them, because somebody there wants to add one to a house.
class FoundModel : public RowModel<FoundMachine> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role : quint16 { Device = Qt::UserRole + 1, Name, Line };

    explicit FoundModel(HouseData &data, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }

Q_SIGNALS:
    void countChanged();

private:
    void refresh();

    HouseData &data_;
};

} // namespace freehold::desktop
