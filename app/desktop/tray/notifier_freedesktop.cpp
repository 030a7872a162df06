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

class FreedesktopNotifier final : public Notifier {
    Q_OBJECT

public:
    FreedesktopNotifier();
    void show(const QString &title, const QString &text, const QString &subject) override;

private:
    Q_SLOT void actionInvoked(uint id, const QString &action);
    Q_SLOT void closed(uint id, uint reason);

    QHash<uint, QString> subjects_;
};

FreedesktopNotifier::FreedesktopNotifier()
{
    auto bus = QDBusConnection::sessionBus();
    bus.connect(
        service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(closed(uint, uint)));
}

void FreedesktopNotifier::show(const QString &title, const QString &text, const QString &subject)
{
    auto call = QDBusMessage::createMethodCall(service, path, service, QStringLiteral("Notify"));
    const QStringList actions{QStringLiteral("default"), Notifier::tr("Open")};
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

void FreedesktopNotifier::actionInvoked(uint id, const QString &)
{
    if (subjects_.contains(id))
        Q_EMIT pressed(subjects_.value(id));
}

void FreedesktopNotifier::closed(uint id, uint)
{
    subjects_.remove(id);
}
} // namespace

std::unique_ptr<Notifier> desktopNotifier()
{
    return std::make_unique<FreedesktopNotifier>();
}

} // namespace freehold::desktop

#include "notifier_freedesktop.moc"
