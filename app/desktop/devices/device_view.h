// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"

#include <QtQmlIntegration>

namespace freehold::desktop {

/// Something a device offers.
struct OfferedService {
    Q_GADGET
    QML_VALUE_TYPE(offeredService)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString line MEMBER line)
    Q_PROPERTY(QString icon MEMBER icon)
    Q_PROPERTY(QString url MEMBER url)

public:
    QString name;
    QString line;
    QString icon;
    QString url; ///< empty where nothing on a desktop opens it

    friend bool operator==(const OfferedService &, const OfferedService &) = default;
};

/// One device in full: the detail beside the list.
class DeviceView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(QString device READ device WRITE setDevice NOTIFY changed)
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed)
    Q_PROPERTY(bool online READ isOnline NOTIFY changed)
    Q_PROPERTY(bool member READ isMember NOTIFY changed)
    Q_PROPERTY(bool mayForget READ mayForget NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString shownName READ shownName NOTIFY changed)
    Q_PROPERTY(QString icon READ icon NOTIFY changed)
    Q_PROPERTY(QString stateWords READ stateWords NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QStringList owners READ owners NOTIFY changed)
    Q_PROPERTY(int owner READ owner NOTIFY changed)
    Q_PROPERTY(QStringList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(int kind READ kind NOTIFY changed)
    Q_PROPERTY(QList<freehold::desktop::OfferedService> services READ services NOTIFY changed)
    Q_PROPERTY(QStringList addresses READ addresses NOTIFY changed)
    Q_PROPERTY(QString hardware READ hardware NOTIFY changed)
    Q_PROPERTY(QString firstSeen READ firstSeen NOTIFY changed)
    Q_PROPERTY(QString lastSeen READ lastSeen NOTIFY changed)
    Q_PROPERTY(QString recognised READ recognised NOTIFY changed)

public:
    explicit DeviceView(HouseData &data, QObject *parent = nullptr);

    [[nodiscard]] QString device() const { return json::toQString(id_); }
    void setDevice(const QString &id);
    [[nodiscard]] bool isKnown() const { return shown() != nullptr; }
    [[nodiscard]] bool isNew() const;
    [[nodiscard]] bool isOnline() const;
    /// Another machine that holds the house.
    [[nodiscard]] bool isMember() const;
    [[nodiscard]] bool mayForget() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString shownName() const;
    [[nodiscard]] QString icon() const;
    [[nodiscard]] QString stateWords() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QStringList owners() const;
    [[nodiscard]] int owner() const;
    [[nodiscard]] QStringList kinds() const;
    [[nodiscard]] int kind() const;
    [[nodiscard]] QList<OfferedService> services() const;
    [[nodiscard]] QStringList addresses() const;
    [[nodiscard]] QString hardware() const;
    [[nodiscard]] QString firstSeen() const;
    [[nodiscard]] QString lastSeen() const;
    [[nodiscard]] QString recognised() const;

    Q_INVOKABLE void rename(const QString &name);
    /// For a name that was typed before another device was chosen.
    Q_INVOKABLE void renameDevice(const QString &device, const QString &name);
    Q_INVOKABLE void give(int owner);
    Q_INVOKABLE void setKind(int kind);
    Q_INVOKABLE void forget();
    /// For the buttons of a new device's card: `owner` counts as in owners().
    Q_INVOKABLE void giveDevice(const QString &device, int owner);

Q_SIGNALS:
    /// A machine is no member of the house any more; what the house called it.
    void memberForgotten(const QString &device, const QString &name);
    void changed();

private:
    [[nodiscard]] const contract::Device *shown() const { return data_.device(id_); }

    HouseData &data_;
    std::string id_;
};

} // namespace freehold::desktop
