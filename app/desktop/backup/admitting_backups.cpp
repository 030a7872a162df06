// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/backup/admitting_backups.h"

#include "contract/backup_calls.h"
#include "desktop/frame/moments.h"

namespace freehold::desktop {

AdmittingBackups::AdmittingBackups(HouseData &data, QObject *parent)
    : RowModel(parent)
    , data_(data)
{
    connect(&data_, &HouseData::readyChanged, this, &AdmittingBackups::refresh);
    connect(&data_, &HouseData::statusChanged, this, &AdmittingBackups::refresh);
}

QVariant AdmittingBackups::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Backup:
        return row.id;
    case Machine:
        return row.name;
    case Made:
        return row.made;
    default:
        return {};
    }
}

QHash<int, QByteArray> AdmittingBackups::roleNames() const
{
    return {{Backup, "backup"}, {Machine, "machine"}, {Made, "made"}};
}

int AdmittingBackups::countMadeOn(const QString &device) const
{
    return static_cast<int>(std::ranges::count(rows(), device, &AdmittingBackupRow::device));
}

void AdmittingBackups::makeVoid(const QString &backup)
{
    makeVoid(std::vector{backup.toStdString()});
}

void AdmittingBackups::makeVoidMadeOn(const QString &device)
{
    std::vector<std::string> backups;
    for (const AdmittingBackupRow &row : rows()) {
        if (row.device == device)
            backups.push_back(row.id.toStdString());
    }
    makeVoid(std::move(backups));
}

void AdmittingBackups::makeVoid(std::vector<std::string> backups)
{
    data_.act(
        contract::BackupVoid{std::move(backups)}, this, [this](const contract::Change &) { refresh(); });
}

void AdmittingBackups::refresh()
{
    if (!data_.house())
        return;
    data_.client().call<contract::BackupList>(
        {}, this, [this](const Result<std::vector<contract::AdmittingBackup>> &listed) {
            if (!listed)
                return; // what was shown stays; the connection's own state is told elsewhere
            std::vector<AdmittingBackupRow> wanted;
            for (const contract::AdmittingBackup &backup : *listed)
                wanted.push_back({json::toQString(backup.id), json::toQString(backup.made_at),
                    json::toQString(backup.name), longDay(dayOf(backup.made), dayOf(data_.now()))});
            sync(std::move(wanted));
            Q_EMIT changed();
        });
}

} // namespace freehold::desktop
