// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray_pictures.h"

#include "desktop/tray/tray.h"

#include <QPainter>
#include <QTest>

#include <array>

namespace freehold::screens {

bool drawTray(desktop::Desktop &desktop, const QDir &folder)
{
    using enum desktop::Tray::Shape;
    constexpr std::array sizes{22, 32, 48};
    constexpr int cell = 64;
    constexpr std::array shapes{well, attention, trial, offline};
    QImage picture(cell * static_cast<int>(shapes.size()), cell * static_cast<int>(sizes.size()),
        QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::black); // as most panels are
    QPainter painter(&picture);
    for (int row = 0; const int size : sizes) {
        for (int column = 0; const auto shape : shapes) {
            const QPoint corner(column * cell + (cell - size) / 2, row * cell + (cell - size) / 2);
            painter.drawPixmap(corner, desktop::Tray::icon(shape).pixmap(size));
            ++column;
        }
        ++row;
    }
    painter.end();
    if (!QTest::qWaitFor([&] { return desktop.trials()->count() > 0; }))
        return false;
    desktop::Tray tray(desktop.data(), *desktop.home(), *desktop.trials(), *desktop.frame());
    return picture.save(folder.filePath(QStringLiteral("tray-shapes-dark-wide.png")))
        && tray.menu().grab().save(folder.filePath(QStringLiteral("tray-menu-light-wide.png")));
}

} // namespace freehold::screens
