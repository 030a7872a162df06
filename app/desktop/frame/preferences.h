// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QtQmlIntegration>

namespace freehold::desktop {

/// What this person chose for this window; stays on this machine.
class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(QString appearance READ appearance WRITE setAppearance NOTIFY appearanceChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(bool tellsNeeds READ tellsNeeds WRITE setTellsNeeds NOTIFY tellsNeedsChanged)
    Q_PROPERTY(bool tellsOthers READ tellsOthers WRITE setTellsOthers NOTIFY tellsOthersChanged)
    Q_PROPERTY(int firstRunStep READ firstRunStep WRITE setFirstRunStep NOTIFY firstRunChanged)
    Q_PROPERTY(bool firstRunEnded READ isFirstRunEnded WRITE setFirstRunEnded NOTIFY firstRunChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY reducedMotionChanged)

public:
    explicit Preferences(QObject *parent = nullptr);

    /// "system", "light" or "dark".
    [[nodiscard]] QString appearance() const;
    void setAppearance(const QString &appearance);
    /// "en" or "de"; empty follows the system.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    [[nodiscard]] bool tellsNeeds() const;
    void setTellsNeeds(bool tells);
    [[nodiscard]] bool tellsOthers() const;
    void setTellsOthers(bool tells);
    [[nodiscard]] int firstRunStep() const;
    void setFirstRunStep(int step);
    [[nodiscard]] bool isFirstRunEnded() const;
    void setFirstRunEnded(bool ended);
    [[nodiscard]] QString machineName() const;
    void setMachineName(const QString &name);
    [[nodiscard]] bool reducedMotion() const { return reducedMotion_; }
    void setReducedMotion(bool reduced);

Q_SIGNALS:
    void appearanceChanged();
    void languageChanged();
    void tellsNeedsChanged();
    void tellsOthersChanged();
    void firstRunChanged();
    void reducedMotionChanged();

private:
    QSettings settings_;
    bool reducedMotion_ = false;
};

} // namespace freehold::desktop
