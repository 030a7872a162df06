// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/frame_view.h"
#include "desktop/home/home_view.h"
#include "desktop/home/trials_model.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace freehold::desktop {

/// The icon in the desktop's tray: four shapes for four states, and a menu that repeats what Home says.
/// Nothing is reachable from here alone, since some desktops show none.
class Tray : public QObject {
    Q_OBJECT

public:
    enum class Shape : std::uint8_t { well, attention, trial, offline };

    Tray(HouseData &data, HomeView &home, TrialsModel &trials, FrameView &frame, QObject *parent = nullptr);

    [[nodiscard]] Shape shape() const;

Q_SIGNALS:
    void openAsked();
    void deviceAsked(const QString &device);

private:
    void refresh();
    void fillMenu();

    HouseData &data_;
    HomeView &home_;
    TrialsModel &trials_;
    FrameView &frame_;
    QSystemTrayIcon icon_;
    QMenu menu_;
    std::optional<Shape> shown_;
};

} // namespace freehold::desktop
