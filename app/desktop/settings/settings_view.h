// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"
#include "desktop/frame/preferences.h"
#include "desktop/frame/row_sync.h"

#include "desktop/settings/people_model.h"
#include <QtQmlIntegration>

namespace freehold::desktop {

/// What concerns this machine and the house. Each is a change at once; there is nothing to save.
class SettingsView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(QString machine READ machine NOTIFY changed)
    Q_PROPERTY(bool machineKnown READ isMachineKnown NOTIFY changed)
    Q_PROPERTY(QString house READ house NOTIFY changed)
    Q_PROPERTY(bool owner READ isOwner NOTIFY changed)
    Q_PROPERTY(QString version READ version NOTIFY changed)
    Q_PROPERTY(QStringList timezones READ timezones CONSTANT)
    Q_PROPERTY(int timezone READ timezone NOTIFY changed)
    Q_PROPERTY(QStringList roles READ roles CONSTANT)
    Q_PROPERTY(QStringList languages READ languages CONSTANT)
    Q_PROPERTY(int language READ language NOTIFY languageChanged)
    Q_PROPERTY(bool startsAtLogin READ startsAtLogin NOTIFY startsAtLoginChanged)
    Q_PROPERTY(freehold::desktop::PeopleModel *people READ people CONSTANT)

public:
    SettingsView(HouseData &data, Preferences &preferences, QObject *parent = nullptr);

    [[nodiscard]] QString machine() const;
    [[nodiscard]] bool isMachineKnown() const { return data_.thisDevice() != nullptr; }
    [[nodiscard]] QString house() const;
    [[nodiscard]] bool isOwner() const;
    [[nodiscard]] QString version() const;
    [[nodiscard]] QStringList timezones() const;
    [[nodiscard]] int timezone() const;
    [[nodiscard]] QStringList roles() const;
    [[nodiscard]] QStringList languages() const;
    [[nodiscard]] int language() const;
    [[nodiscard]] bool startsAtLogin() const;
    [[nodiscard]] PeopleModel *people() { return &people_; }

    Q_INVOKABLE void renameMachine(const QString &name);
    Q_INVOKABLE void renameHouse(const QString &name);
    Q_INVOKABLE void setTimezone(int index);
    Q_INVOKABLE void setLanguage(int index);
    Q_INVOKABLE void setStartsAtLogin(bool starts);

Q_SIGNALS:
    void changed();
    void languageChanged();
    void startsAtLoginChanged();

private:
    HouseData &data_;
    Preferences &preferences_;
    PeopleModel people_;
};

} // namespace freehold::desktop
