// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/icon_provider.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace freehold::desktop {

QImage drawn(const QString &resource, const QString &colour, QSize size)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.toUtf8());
    QSvgRenderer renderer(svg);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

IconProvider::IconProvider()
    : QQuickImageProvider(QQuickImageProvider::Image)
{
}

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QString name = id.section(u'/', 0, 0);
    const QString colour = u'#' + id.section(u'/', 1, 1);
    const QSize wanted = requestedSize.isEmpty() ? QSize(20, 20) : requestedSize;
    *size = wanted;
    return drawn(QStringLiteral(":/freehold/icons/%1.svg").arg(name), colour, wanted);
}

} // namespace freehold::desktop
