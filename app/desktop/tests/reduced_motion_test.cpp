// SPDX-License-Identifier: GPL-3.0-or-later
// On a session bus of the test's own, where it is the desktop.
#include "desktop/settings/reduced_motion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using freehold::desktop::ReducedMotion;

namespace {

/// A desktop's settings, as its portal gives them to programs.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QMap<QString, QVariant> settings;

    void change(const QString &group, const QString &key, const QVariant &value)
    {
        settings[group + u'/' + key] = value;
        Q_EMIT SettingChanged(group, key, QDBusVariant(value));
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key, const QDBusMessage &call)
    {
        const auto found = settings.constFind(group + u'/' + key);
        if (found != settings.cend())
            return QDBusVariant(QVariant::fromValue(QDBusVariant(*found)));
        call.setDelayedReply(true);
        QDBusConnection::sessionBus().send(call.createErrorReply(
            QStringLiteral("org.freedesktop.portal.Error.NotFound"), QStringLiteral("no such setting")));
        return {};
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

const QString common = QStringLiteral("org.freedesktop.appearance");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");

} // namespace

class ReducedMotionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    }
    void init()
    {
        portal_ = std::make_unique<Portal>();
        QVERIFY(
            QDBusConnection::sessionBus().registerObject(QStringLiteral("/org/freedesktop/portal/desktop"),
                portal_.get(), QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    }

    void theCommonSettingIsRead()
    {
        portal_->settings[common + QStringLiteral("/reduced-motion")] = 1U;
        const ReducedMotion motion;
        QSignalSpy told(&motion, &ReducedMotion::changed);
        QVERIFY(told.wait());
        QCOMPARE(told.back().front().toBool(), true);
    }

    void gnomesOwnIsReadAndFollowed()
    {
        portal_->settings[gnome + QStringLiteral("/enable-animations")] = true;
        const ReducedMotion motion;
        QSignalSpy told(&motion, &ReducedMotion::changed);
        QVERIFY(told.wait());
        QCOMPARE(told.back().front().toBool(), false);
        portal_->change(gnome, QStringLiteral("enable-animations"), false);
        QVERIFY(told.wait());
        QCOMPARE(told.back().front().toBool(), true);
        portal_->change(gnome, QStringLiteral("enable-animations"), true);
        QVERIFY(told.wait());
        QCOMPARE(told.back().front().toBool(), false);
    }

private:
    std::unique_ptr<Portal> portal_;
};

QTEST_GUILESS_MAIN(ReducedMotionTest)
#include "reduced_motion_test.moc"
