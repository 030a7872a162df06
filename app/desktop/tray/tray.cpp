// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/tray/tray.h"

#include "desktop/frame/icon_provider.h"

#include <QApplication>
#include <QStyleHints>

#include <array>

namespace freehold::desktop {

namespace {
constexpr std::array shapeNames{"well", "attention", "trial", "offline"};
constexpr std::array sizes{22, 44, 64};

QIcon iconFrom(const QString &drawing, const QString &colour)
{
    QIcon icon;
    for (const int size : sizes)
        icon.addPixmap(QPixmap::fromImage(drawn(drawing, colour, QSize(size, size))));
    return icon;
}

QIcon entryIcon(const QString &name)
{
    const QColor ink = QGuiApplication::palette().color(QPalette::WindowText);
    return iconFrom(QStringLiteral(":/freehold/icons/%1.svg").arg(name), ink.name());
}
} // namespace

QIcon Tray::icon(Shape shape)
{
    // Panels are dark more often than not; a desktop that says it is light gets the dark drawing.
    const bool dark = QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Light;
    const QString name = QString::fromLatin1(shapeNames[static_cast<std::size_t>(shape)]);
    return iconFrom(QStringLiteral(":/freehold/tray/%1.svg").arg(name),
        dark ? QStringLiteral("#F2EDE5") : QStringLiteral("#25211C"));
}

Tray::Tray(HouseData &data, HomeView &home, TrialsModel &trials, FrameView &frame, QObject *parent)
    : QObject(parent)
    , data_(data)
    , home_(home)
    , trials_(trials)
    , frame_(frame)
{
    icon_.setContextMenu(&menu_);
    connect(&icon_, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT openAsked();
    });
    // Without a tray nothing would be left to bring a closed window back. Asked then, as a tray may come
    // late.
    connect(qApp, &QGuiApplication::lastWindowClosed, this, [this] {
        if (!QSystemTrayIcon::isSystemTrayAvailable())
            frame_.quit();
    });
    connect(&menu_, &QMenu::aboutToShow, this, &Tray::fillMenu);
    connect(&home_, &HomeView::changed, this, &Tray::refresh);
    connect(&frame_, &FrameView::changed, this, &Tray::refresh);
    connect(&trials_, &TrialsModel::countChanged, this, &Tray::refresh);
    fillMenu();
    refresh();
    icon_.show();
}

Tray::Shape Tray::shape() const
{
    if (!data_.isReady())
        return Shape::offline;
    if (home_.needs() > 0)
        return Shape::attention;
    return trials_.count() > 0 ? Shape::trial : Shape::well;
}

QString Tray::state() const
{
    return data_.isReady() ? home_.headline() : frame_.engineWords();
}

void Tray::refresh()
{
    const bool named = data_.isReady() && !frame_.house().isEmpty();
    icon_.setToolTip(named ? tr("%1: %2").arg(frame_.house(), home_.headline()) : state());
    if (shown_ == shape())
        return;
    shown_ = shape();
    icon_.setIcon(icon(*shown_));
}

void Tray::fillMenu()
{
    menu_.clear();
    menu_.addAction(icon(shape()), state())->setEnabled(false);
    menu_.addSeparator();
    auto *open = menu_.addAction(entryIcon(QStringLiteral("home")), tr("Open Freehold"));
    connect(open, &QAction::triggered, this, &Tray::openAsked);
    if (const auto *device = data_.thisDevice(); device && !device->addresses.empty()) {
        const QString address = json::toQString(device->addresses.front());
        //: this machine's name and address
        auto *copy = menu_.addAction(
            entryIcon(QStringLiteral("copy")), tr("Copy %1, %2").arg(json::toQString(device->name), address));
        connect(copy, &QAction::triggered, this, [this, address] { frame_.copy(address); });
    }
    menu_.addSeparator();
    for (const auto &item : home_.attention()) {
        auto *entry = menu_.addAction(entryIcon(item.icon), item.title);
        connect(entry, &QAction::triggered, this, [this, subject = item.subject] {
            if (subject.isEmpty())
                Q_EMIT openAsked();
            else
                Q_EMIT deviceAsked(subject);
        });
    }
    for (int row = 0; row < trials_.count(); ++row) {
        const auto index = trials_.index(row);
        const QString change = index.data(TrialsModel::ChangeId).toString();
        //: %1 is a change, %2 is how much time it has left
        const QString words
            = tr("Keep: %1 (%2 left)")
                  .arg(index.data(TrialsModel::Title).toString(), index.data(TrialsModel::Left).toString());
        auto *keep = menu_.addAction(entryIcon(QStringLiteral("check")), words);
        connect(keep, &QAction::triggered, this, [this, change] { trials_.keep(change); });
    }
    menu_.addSeparator();
    auto *quit
        = menu_.addAction(entryIcon(QStringLiteral("power")), tr("Quit Freehold (your house goes on)"));
    connect(quit, &QAction::triggered, &frame_, &FrameView::quit);
}

} // namespace freehold::desktop
