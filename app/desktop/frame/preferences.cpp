// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/preferences.h"

namespace freehold::desktop {

Preferences::Preferences(QObject *parent)
    : QObject(parent)
{
}

QString Preferences::appearance() const
{
    return settings_.value(QStringLiteral("appearance"), QStringLiteral("system")).toString();
}

void Preferences::setAppearance(const QString &value)
{
    if (value == appearance())
        return;
    settings_.setValue(QStringLiteral("appearance"), value);
    Q_EMIT appearanceChanged();
}

QString Preferences::language() const
{
    return settings_.value(QStringLiteral("language"), QString()).toString();
}

void Preferences::setLanguage(const QString &value)
{
    if (value == language())
        return;
    settings_.setValue(QStringLiteral("language"), value);
    Q_EMIT languageChanged();
}

bool Preferences::tellsNeeds() const
{
    return settings_.value(QStringLiteral("notifications/needs"), true).toBool();
}

void Preferences::setTellsNeeds(bool value)
{
    if (value == tellsNeeds())
        return;
    settings_.setValue(QStringLiteral("notifications/needs"), value);
    Q_EMIT tellsNeedsChanged();
}

bool Preferences::tellsOthers() const
{
    return settings_.value(QStringLiteral("notifications/others"), false).toBool();
}

void Preferences::setTellsOthers(bool value)
{
    if (value == tellsOthers())
        return;
    settings_.setValue(QStringLiteral("notifications/others"), value);
    Q_EMIT tellsOthersChanged();
}

int Preferences::firstRunStep() const
{
    return settings_.value(QStringLiteral("first_run/step"), 0).toInt();
}

void Preferences::setFirstRunStep(int value)
{
    if (value == firstRunStep())
        return;
    settings_.setValue(QStringLiteral("first_run/step"), value);
    Q_EMIT firstRunChanged();
}

bool Preferences::isFirstRunEnded() const
{
    return settings_.value(QStringLiteral("first_run/ended"), false).toBool();
}

void Preferences::setFirstRunEnded(bool value)
{
    if (value == isFirstRunEnded())
        return;
    settings_.setValue(QStringLiteral("first_run/ended"), value);
    Q_EMIT firstRunChanged();
}

QString Preferences::machineName() const
{
    return settings_.value(QStringLiteral("first_run/machine"), QString()).toString();
}

void Preferences::setMachineName(const QString &value)
{
    if (value == machineName())
        return;
    settings_.setValue(QStringLiteral("first_run/machine"), value);
    Q_EMIT firstRunChanged();
}

void Preferences::setReducedMotion(bool reduced)
{
    if (reduced == reducedMotion_)
        return;
    reducedMotion_ = reduced;
    Q_EMIT reducedMotionChanged();
}

} // namespace freehold::desktop
