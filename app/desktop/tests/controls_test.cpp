// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the tst_*.qml beside it, against the style's own controls and what the pages make of them.
#include "desktop/frame/icon_provider.h"
#include "desktop/frame/window.h"

#include <QQmlEngine>
#include <QtQuickTest>

class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        freehold::desktop::registerModules();
        engine->addImageProvider(QStringLiteral("icon"), new freehold::desktop::IconProvider);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)
#include "controls_test.moc"
