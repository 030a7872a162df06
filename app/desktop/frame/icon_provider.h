// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace freehold::desktop {

/// "image://icon/NAME/RRGGBB": one of the line drawings in resources/icons, in a colour.
class IconProvider final : public QQuickImageProvider {
public:
    IconProvider();
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

/// A drawing from the resources in one colour; a null image where there is none of that name.
[[nodiscard]] QImage drawn(const QString &resource, const QString &colour, QSize size);

} // namespace freehold::desktop
