// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/window.h"

#include "desktop/frame/icon_provider.h"
#include "desktop/frame/language.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace freehold::desktop {

Window::Window(Desktop &desktop, QObject *parent)
    : QObject(parent)
    , desktop_(desktop)
{
    speak();
    connect(desktop_.preferences(), &Preferences::languageChanged, this, &Window::speak);
}

void Window::speak()
{
    setLanguage(desktop_.preferences()->language());
    desktop_.data().tellAgain();
    if (window_)
        engine_.retranslate();
}

void Window::load()
{
    registerModules();
    if (QFontDatabase::hasFamily(QStringLiteral("Inter"))) {
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(14);
        QGuiApplication::setFont(font);
    }
    engine_.addImageProvider(QStringLiteral("icon"), new IconProvider); // the engine owns it
    engine_.setInitialProperties({{QStringLiteral("desktop"), QVariant::fromValue(&desktop_)}});
    engine_.loadFromModule("Freehold.Frame", "Main");
    if (!engine_.rootObjects().isEmpty())
        window_ = qobject_cast<QQuickWindow *>(engine_.rootObjects().constFirst());
}

void Window::open()
{
    if (!window_)
        load();
    if (!window_)
        return;
    window_->show();
    window_->raise();
    window_->requestActivate();
}

} // namespace freehold::desktop
