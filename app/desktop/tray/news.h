// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/preferences.h"
#include "desktop/home/home_view.h"
#include "desktop/tray/notifier.h"

#include <QSet>

namespace freehold::desktop {

/// Decides what is worth a notification: a new device, a change that went back by itself, and, where wanted,
/// what others changed. Each once, and nothing that was there before the window was.
class News : public QObject {
    Q_OBJECT

public:
    News(HouseData &data, HomeView &home, const Preferences &preferences, Notifier &notifier,
        QObject *parent = nullptr);

private:
    void readyChanged();
    void attentionChanged();
    void changeChanged(const contract::Change &change);

    HouseData &data_;
    HomeView &home_;
    const Preferences &preferences_;
    Notifier &notifier_;
    QSet<QString> known_; ///< what needs a person now, told or there from the start
    QSet<QString> toldBack_; ///< changes that went back by themselves
    QSet<QString> toldChanges_;
    bool begun_ = false; ///< what stood there when the house was first known is no news
};

} // namespace freehold::desktop
