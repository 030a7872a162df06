// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/backup/admitting_backups.h"
#include "desktop/frame/house_data.h"

#include <QUrl>
#include <QtQmlIntegration>

namespace freehold::desktop {

/// What is left to be changed once a machine of the house is gone: what Freehold does by itself, what it can
/// do when asked, and what only a person can.
class LossView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(int backups READ backups NOTIFY changed)
    Q_PROPERTY(bool hadBackups READ hadBackups NOTIFY changed)
    Q_PROPERTY(QUrl router READ router NOTIFY changed)

public:
    /// `admitting` must outlive this.
    LossView(HouseData &data, AdmittingBackups &admitting, QObject *parent = nullptr);

    [[nodiscard]] QString name() const { return name_; }
    /// How many backups that the machine made can let one in.
    [[nodiscard]] int backups() const { return admitting_.countMadeOn(device_); }
    /// Whether there were any when it was lost.
    [[nodiscard]] bool hadBackups() const { return hadBackups_; }
    /// Where the network's own password is changed; empty where no router is known.
    [[nodiscard]] QUrl router() const;

    /// A machine is forgotten, by its id; what the house called it.
    void begin(const QString &device, const QString &name);
    Q_INVOKABLE void makeBackupsVoid() { admitting_.makeVoidMadeOn(device_); }

Q_SIGNALS:
    void changed();
    /// A machine is gone: a person is to look at this.
    void begun();

private:
    HouseData &data_;
    AdmittingBackups &admitting_;
    QString device_;
    QString name_;
    bool hadBackups_ = false;
};

} // namespace freehold::desktop
