// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktop.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace freehold::desktop {

/// The window itself. Its QML is loaded when it is first opened, so that a start in the tray costs little.
class Window : public QObject {
    Q_OBJECT

public:
    /// `desktop` must outlive this.
    explicit Window(Desktop &desktop, QObject *parent = nullptr);

    /// Shows it, or brings it forward.
    void open();
    /// Null until it was opened.
    [[nodiscard]] QQuickWindow *window() const { return window_; }

private:
    void load();
    void speak();

    Desktop &desktop_;
    QQmlApplicationEngine engine_;
    QQuickWindow *window_ = nullptr;
};

/// Makes the QML modules that are linked in known to the program.
void registerModules();

} // namespace freehold::desktop
