// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"
#include "desktop/frame/preferences.h"

#include <QtQmlIntegration>

namespace freehold::desktop {

/// The first minutes: this machine, the house, people, ready. What was done stays done: closing the window
/// and opening it again goes on at the same step.
class FirstRunView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(bool needed READ isNeeded NOTIFY changed)
    Q_PROPERTY(int step READ step NOTIFY changed)
    Q_PROPERTY(QString machine READ machine NOTIFY changed)
    Q_PROPERTY(QString house READ house NOTIFY changed)
    Q_PROPERTY(int found READ found NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(int way READ way WRITE setWay NOTIFY changed)

public:
    enum Step : quint8 { Machine, House, People, Ready };
    Q_ENUM(Step)
    /// How this machine comes to a house.
    enum Way : quint8 { New, Join, Restore };
    Q_ENUM(Way)

    FirstRunView(HouseData &data, Preferences &preferences, QObject *parent = nullptr);

    /// There is no house yet, or one was made here and the steps were not walked to their end.
    [[nodiscard]] bool isNeeded() const;
    [[nodiscard]] int step() const;
    [[nodiscard]] QString machine() const;
    [[nodiscard]] QString house() const;
    /// How many other devices answered on the network.
    [[nodiscard]] int found() const;
    [[nodiscard]] bool isBusy() const { return busy_; }
    [[nodiscard]] int way() const { return way_; }
    void setWay(int way);

    Q_INVOKABLE void nameMachine(const QString &name);
    Q_INVOKABLE void createHouse(const QString &name);
    /// Its people are there already.
    void houseJoined();
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();
    void ended();

private:
    void goOnFrom(Step step);

    HouseData &data_;
    Preferences &preferences_;
    bool busy_ = false;
    int way_ = New;
};

} // namespace freehold::desktop
