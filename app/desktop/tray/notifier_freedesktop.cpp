// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/tray/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace freehold::desktop {

namespace {
const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
} // namespace

Notifier::Notifier(QObject *parent)
    : QObject(parent)
{
    auto bus = QDBusConnection::sessionBus();
    bus.connect(
        service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(closed(uint, uint)));
}

void Notifier::show(const QString &title, const QString &text, const QString &subject)
{
    auto call = QDBusMessage::createMethodCall(service, path, service, QStringLiteral("Notify"));
    const QStringList actions{QStringLiteral("default"), tr("Open")};
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("org.freehold.Freehold")}};
    call << QStringLiteral("Freehold") << 0U << QStringLiteral("freehold") << title << text.toHtmlEscaped()
         << actions << hints << -1;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, subject] {
        answer->deleteLater();
        const QDBusPendingReply<uint> reply = *answer;
        if (!reply.isError())
            subjects_.insert(reply.value(), subject);
    });
}

void Notifier::actionInvoked(uint id, const QString &)
{
    if (subjects_.contains(id))
        Q_EMIT pressed(subjects_.value(id));
}

void Notifier::closed(uint id, uint)
{
    subjects_.remove(id);
}

} // namespace freehold::desktop
