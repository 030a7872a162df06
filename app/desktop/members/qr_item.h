// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace freehold::desktop {

/// A text as a QR code, black on white in dark too, as cameras want it. As large as fits in whole pixels.
class QrItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    explicit QrItem(QQuickItem *parent = nullptr);

    void paint(QPainter *painter) override;
    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString &text);

Q_SIGNALS:
    void textChanged();

private:
    QString text_;
};

} // namespace freehold::desktop
