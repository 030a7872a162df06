// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktop.h"
#include "fake_engine/fake_engine.h"

#include <QDir>
#include <QQuickWindow>

namespace freehold::screens {

/// One picture: which house, which page, and what was done there before.
struct Scene {
    const char *name; ///< "home-ordinary"
    SampleHouse (*house)();
    int page;
    std::function<void(desktop::Desktop &, FakeEngine &)> prepare;
    QString language = QStringLiteral("en");
    bool inAllForms = true; ///< else light and wide alone
    Qt::LayoutDirection direction = Qt::LeftToRight;
    const char *press = nullptr; ///< the words of a button that is pressed when the page stands
    bool (*drawApart)(desktop::Desktop &, const QDir &) = nullptr; ///< for what is not in the window
};

[[nodiscard]] std::vector<Scene> scenes();

/// Presses the button that has these words. False where there is none in sight.
[[nodiscard]] bool press(QQuickWindow &window, const QString &words);

} // namespace freehold::screens
