// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"
#include "desktop/frame/row_sync.h"

#include <QtQmlIntegration>

namespace freehold::desktop {

struct AdmittingBackupRow {
    QString id;
    QString device; ///< the machine that made it
    QString name; ///< what the house calls that
    QString made;

    friend bool operator==(const AdmittingBackupRow &, const AdmittingBackupRow &) = default;
};

/// The backups that can still let a machine into the house.
class AdmittingBackups : public RowModel<AdmittingBackupRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    enum Role : quint16 { Backup = Qt::UserRole + 1, Machine, Made };

    explicit AdmittingBackups(HouseData &data, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }

    /// How many of them one machine has made.
    [[nodiscard]] Q_INVOKABLE int countMadeOn(const QString &device) const;
    Q_INVOKABLE void makeVoid(const QString &backup);
    Q_INVOKABLE void makeVoidMadeOn(const QString &device);
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void changed();

private:
    void makeVoid(std::vector<std::string> backups);

    HouseData &data_;
};

} // namespace freehold::desktop
