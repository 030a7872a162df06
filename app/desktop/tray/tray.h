// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/frame_view.h"
#include "desktop/home/home_view.h"
#include "desktop/home/trials_model.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace freehold::desktop {

/// The icon in the desktop's tray: four shapes for four states, and a menu that repeats what Home says.
/// Nothing is reachable from here alone, since some desktops show none: there the program ends with its
/// window.
class Tray : public QObject {
    Q_OBJECT

public:
    enum class Shape : std::uint8_t { well, attention, trial, offline };

    Tray(HouseData &data, HomeView &home, TrialsModel &trials, FrameView &frame, QObject *parent = nullptr);

    [[nodiscard]] Shape shape() const;
    [[nodiscard]] QMenu &menu() { return menu_; }
    [[nodiscard]] QString toolTip() const { return icon_.toolTip(); }

    /// The drawing of a shape in the sizes that panels have, light or dark as the desktop is.
    [[nodiscard]] static QIcon icon(Shape shape);

Q_SIGNALS:
    void openAsked();
    void deviceAsked(const QString &device);

private:
    /// How the house is, in one sentence.
    [[nodiscard]] QString state() const;
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
