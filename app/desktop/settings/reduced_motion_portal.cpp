// SPDX-License-Identifier: GPL-3.0-or-later
// org.freedesktop.portal.Settings: what the desktop tells every program, sandboxed or not.
#include "desktop/settings/reduced_motion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace freehold::desktop {

namespace {
const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");

/// A desktop has one of these two: the common one since 2025, GNOME's own before.
const QString commonGroup = QStringLiteral("org.freedesktop.appearance");
const QString commonKey = QStringLiteral("reduced-motion");
const QString gnomeGroup = QStringLiteral("org.gnome.desktop.interface");
const QString gnomeKey = QStringLiteral("enable-animations");

class PortalSetting : public QObject {
    Q_OBJECT

public:
    explicit PortalSetting(ReducedMotion &told)
        : QObject(&told)
        , told_(told)
    {
        QDBusConnection::sessionBus().connect(service, path, interface, QStringLiteral("SettingChanged"),
            this, SLOT(settingChanged(QString, QString, QDBusVariant)));
        read(commonGroup, commonKey);
        read(gnomeGroup, gnomeKey);
    }

private:
    Q_SLOT void settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
    {
        take(group, key, value.variant());
    }

    void read(const QString &group, const QString &key)
    {
        auto call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
        call << group << key;
        auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, group, key] {
            answer->deleteLater();
            const QDBusPendingReply<QDBusVariant> reply = *answer;
            if (!reply.isError()) // a desktop that doesn't know the setting says so with an error
                take(group, key, reply.value().variant());
        });
    }

    void take(const QString &group, const QString &key, QVariant value)
    {
        while (value.metaType() == QMetaType::fromType<QDBusVariant>()) // Read wraps it twice
            value = value.value<QDBusVariant>().variant();
        if (group == commonGroup && key == commonKey)
            asked_ = value.toUInt() == 1;
        else if (group == gnomeGroup && key == gnomeKey)
            stilled_ = !value.toBool();
        else
            return;
        Q_EMIT told_.changed(asked_ || stilled_);
    }

    ReducedMotion &told_;
    bool asked_ = false;
    bool stilled_ = false;
};
} // namespace

ReducedMotion::ReducedMotion(QObject *parent)
    : QObject(parent)
{
    new PortalSetting(*this); // this one's child
}

} // namespace freehold::desktop

#include "reduced_motion_portal.moc"
