// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settings/people_model.h"

#include "desktop/frame/moments.h"

namespace freehold::desktop {

PeopleModel::PeopleModel(HouseData &data, QObject *parent)
    : RowModel(parent)
    , data_(data)
{
    connect(&data_, &HouseData::peopleChanged, this, &PeopleModel::refresh);
    refresh();
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case PersonId:
        return json::toQString(row.id);
    case Name:
        return row.name;
    case Age:
        return row.age;
    case RoleIndex:
        return row.role;
    default:
        return {};
    }
}

QHash<int, QByteArray> PeopleModel::roleNames() const
{
    return {{PersonId, "personId"}, {Name, "name"}, {Age, "age"}, {RoleIndex, "roleIndex"}};
}

void PeopleModel::refresh()
{
    const int year = dayOf(data_.now()).year();
    std::vector<PersonRow> wanted;
    for (const auto &person : data_.people())
        wanted.push_back({person.id, json::toQString(person.name),
            person.birth_year ? tr("age %1").arg(year - *person.birth_year) : QString(),
            static_cast<int>(person.role)});
    const int before = rowCount();
    sync(std::move(wanted));
    if (before != rowCount())
        Q_EMIT countChanged();
}

void PeopleModel::add(const QString &name, int role, const QString &birthYear)
{
    bool isYear = false;
    const int year = birthYear.trimmed().toInt(&isYear);
    contract::PersonAdd call;
    call.name = name.trimmed().toStdString();
    call.role = static_cast<contract::Role>(role);
    if (isYear)
        call.birth_year = year;
    data_.act(call, this);
}

void PeopleModel::addNamed(const QString &name)
{
    add(name, rowCount() == 0 ? Owner : Member, {});
}

void PeopleModel::rename(const QString &person, const QString &name)
{
    data_.act(contract::PersonRename{person.toStdString(), name.toStdString()}, this);
}

void PeopleModel::setRole(const QString &person, int role)
{
    data_.act(contract::PersonSetRole{person.toStdString(), static_cast<contract::Role>(role)}, this);
    if (rowCount() > 0) // until the engine says so, the old role stands
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {RoleIndex});
}

void PeopleModel::remove(const QString &person)
{
    data_.act(contract::PersonRemove{person.toStdString()}, this);
}

} // namespace freehold::desktop
