// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/members/qr_item.h"

#include "qr_code/qr_code.h"

#include <QPainter>

#include <algorithm>

namespace freehold::desktop {

QrItem::QrItem(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
}

void QrItem::setText(const QString &text)
{
    if (text == text_)
        return;
    text_ = text;
    update();
    Q_EMIT textChanged();
}

void QrItem::paint(QPainter *painter)
{
    const auto code = QrCode::of(text_.toStdString());
    if (!code)
        return;
    const int side = code->size() + 2 * QrCode::quietZone;
    const int module = std::max(1, static_cast<int>(std::min(width(), height())) / side);
    const QPointF corner((width() - module * side) / 2, (height() - module * side) / 2);
    painter->fillRect(QRectF(0, 0, width(), height()), Qt::white);
    for (int row = 0; row < code->size(); ++row) {
        for (int column = 0; column < code->size(); ++column) {
            if (code->isDark(row, column))
                painter->fillRect(QRectF(corner.x() + module * (column + QrCode::quietZone),
                                      corner.y() + module * (row + QrCode::quietZone), module, module),
                    Qt::black);
        }
    }
}

} // namespace freehold::desktop
