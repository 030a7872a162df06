// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/language.h"

#include "words/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>
#include <QTranslator>

namespace freehold::desktop {

void setLanguage(const QString &language)
{
    // Given to the application, so that the one before goes when the next comes.
    static QPointer<QTranslator> installed;
    const QLocale system = QLocale::system();
    // A language of one's own choice keeps the system's country, and with it how times are written.
    const QLocale locale = language.isEmpty() || system.language() == QLocale(language).language()
        ? system
        : QLocale(language);
    QLocale::setDefault(locale);
    if (installed) {
        QCoreApplication::removeTranslator(installed);
        installed->deleteLater();
    }
    installed = words::translatorFor(locale).release();
    installed->setParent(QCoreApplication::instance());
    QCoreApplication::installTranslator(installed);
}

} // namespace freehold::desktop
