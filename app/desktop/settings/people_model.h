// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"
#include "desktop/frame/row_sync.h"

#include <QtQmlIntegration>

namespace freehold::desktop {

struct PersonRow {
    std::string id;
    QString name;
    QString age; ///< "age 12"; empty where it is not known
    int role = 0;

    friend bool operator==(const PersonRow &, const PersonRow &) = default;
};

/// The people of the house.
class PeopleModel : public RowModel<PersonRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(int count READ rowCountNow NOTIFY countChanged)

public:
    enum Role : quint16 { PersonId = Qt::UserRole + 1, Name, Age, RoleIndex };
    /// What a person may do, in the order of SettingsView's roles.
    enum PersonRole : quint8 { Guest, Member, Owner };
    Q_ENUM(PersonRole)

    explicit PeopleModel(HouseData &data, QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int rowCountNow() const { return rowCount(); }

    Q_INVOKABLE void add(const QString &name, int role, const QString &birthYear);
    /// The first person of a house is its owner, whoever comes after a member.
    Q_INVOKABLE void addNamed(const QString &name);
    Q_INVOKABLE void rename(const QString &person, const QString &name);
    Q_INVOKABLE void setRole(const QString &person, int role);
    Q_INVOKABLE void remove(const QString &person);

Q_SIGNALS:
    void countChanged();

private:
    void refresh();
    HouseData &data_;
};

static_assert(PeopleModel::Guest == static_cast<int>(contract::Role::guest)
    && PeopleModel::Owner == static_cast<int>(contract::Role::owner));

} // namespace freehold::desktop
