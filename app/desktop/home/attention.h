// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtQmlIntegration>

namespace freehold::desktop {

/// One thing that needs a person, with its remedy.
struct Attention {
    Q_GADGET
    QML_VALUE_TYPE(attention)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString meaning MEMBER meaning)
    Q_PROPERTY(QString icon MEMBER icon)
    Q_PROPERTY(QString remedy MEMBER remedy)
    Q_PROPERTY(int action MEMBER action)
    Q_PROPERTY(QString subject MEMBER subject)
    Q_PROPERTY(bool calm MEMBER calm)

public:
    QString title;
    QString meaning;
    QString icon;
    QString remedy; ///< the button's words; empty where the screen can't do it
    int action = 0; ///< a HomeView::Action
    QString subject; ///< the device or the change
    bool calm = false; ///< good to know, and nothing that needs anyone

    friend bool operator==(const Attention &, const Attention &) = default;
};

} // namespace freehold::desktop
