// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"
#include "desktop/frame/row_sync.h"

#include <QtQmlIntegration>

namespace freehold::desktop {

struct DeviceRow {
    QString id;
    QString name;
    QString line;
    QString icon;
    QString section; ///< "At home"; the same for neighbouring rows
    int sectionSize = 0;
    bool faint = false;

    friend bool operator==(const DeviceRow &, const DeviceRow &) = default;
};

/// The devices of the house by section: at home, elsewhere, not seen lately. New ones stand in a model of
/// their own, newest first, since they ask a question.
class DevicesModel : public RowModel<DeviceRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum class Which : quint8 { is_new, known };
    enum Role : quint16 { DeviceId = Qt::UserRole + 1, Name, Line, Icon, Section, SectionSize, Faint };

    DevicesModel(HouseData &data, Which which, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString search() const { return search_; }
    void setSearch(const QString &search);
    [[nodiscard]] int count() const { return rowCount(); }
    Q_INVOKABLE [[nodiscard]] int sectionSize(const QString &section) const;
    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString &id) const;

Q_SIGNALS:
    void searchChanged();
    void countChanged();

private:
    void refresh();
    [[nodiscard]] bool found(const contract::Device &device) const;

    HouseData &data_;
    Which which_;
    QString search_;
};

} // namespace freehold::desktop
