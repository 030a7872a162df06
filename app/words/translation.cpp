// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

namespace freehold::words {

std::unique_ptr<QTranslator> translatorFor(const QLocale &locale)
{
    auto translator = std::make_unique<QTranslator>();
    const QString folder = QStringLiteral(":/i18n");
    const QString file = QStringLiteral("freehold");
    const QString separator = QStringLiteral("_");
    if (!translator->load(locale, file, separator, folder))
        (void)translator->load(QLocale(QLocale::English), file, separator, folder);
    return translator;
}

} // namespace freehold::words
