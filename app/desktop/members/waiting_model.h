// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"
#include "desktop/frame/row_sync.h"

#include <QtQmlIntegration>

namespace freehold::desktop {

struct WaitingMachine {
    QString id; ///< of its request
    QString name;

    friend bool operator==(const WaitingMachine &, const WaitingMachine &) = default;
};

/// Machines that show six digits and want to join this house.
class WaitingModel : public RowModel<WaitingMachine> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role : quint16 { Request = Qt::UserRole + 1, Name };

    explicit WaitingModel(HouseData &data, QObject *parent = nullptr);

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
