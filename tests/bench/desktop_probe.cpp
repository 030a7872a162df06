// SPDX-License-Identifier: GPL-3.0-or-later
// desktop_probe: Freehold's window in this process, which says of itself what nobody can see from outside:
// "region X Y WIDTH HEIGHT", where the sentences about the house stand on the screen; "open MILLISECONDS",
// from choosing History until a frame with its first rows is presented; "scroll MILLISECONDS" for each window
// further down; and "fetched CHANGES" after that.
#include "desktop/desktop.h"
#include "desktop/frame/window.h"
#include "measurement.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QQuickItem>

#include <cstdio>

using namespace freehold;

namespace {

constexpr std::chrono::seconds patience{30};
constexpr int windowsToScroll = 10;

using Predicate = std::function<bool(QQuickItem &)>;

/// The first visible item in the window that is so; null where none is.
QQuickItem *find(QQuickItem *item, const Predicate &isIt)
{
    if (!item->isVisible())
        return nullptr;
    if (isIt(*item))
        return item;
    for (QQuickItem *child : item->childItems()) {
        if (QQuickItem *found = find(child, isIt))
            return found;
    }
    return nullptr;
}

/// Until a frame is presented in which this holds; false where that takes longer than patience.
bool isPresented(QQuickWindow &window, const std::function<bool()> &holds)
{
    QEventLoop loop;
    bool shown = false;
    QObject::connect(&window, &QQuickWindow::frameSwapped, &loop, [&] {
        shown = holds();
        if (shown)
            loop.quit();
        else
            window.update();
    });
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    window.update();
    loop.exec();
    return shown;
}

/// A row of the list that stands at this height of what it shows.
bool hasRowAt(QQuickItem &list, double height)
{
    QQuickItem *row = nullptr;
    QMetaObject::invokeMethod(
        &list, "itemAt", qReturnArg(row), list.width() / 2, list.property("contentY").toReal() + height);
    return row != nullptr;
}

bool tellRegion(QQuickWindow &window, desktop::HomeView &home)
{
    const auto saying = [&](const QString &text) {
        return find(window.contentItem(),
            [&](QQuickItem &item) { return !text.isEmpty() && item.property("text").toString() == text; });
    };
    QQuickItem *headline = nullptr;
    QQuickItem *counts = nullptr;
    const bool shown = isPresented(window, [&] {
        headline = saying(home.headline());
        counts = saying(home.counts());
        return headline != nullptr && counts != nullptr;
    });
    if (!shown)
        return false;
    const auto onScreen = [](QQuickItem &item) {
        return QRectF(item.mapToGlobal(QPointF(0, 0)), item.size()).toAlignedRect();
    };
    const QRect region = onScreen(*headline).united(onScreen(*counts));
    std::printf("region %d %d %d %d\n", region.x(), region.y(), region.width(), region.height());
    return true;
}

bool tellHistory(QQuickWindow &window, desktop::Desktop &freehold)
{
    constexpr double nearTheEdge = 60; // below a day's heading
    QQuickItem *list = nullptr;
    bool shown = false;
    const auto opened = bench::timed([&] {
        freehold.frame()->setPage(desktop::FrameView::History);
        shown = isPresented(window, [&] {
            list = find(window.contentItem(), [&](QQuickItem &item) {
                return item.property("model").value<QObject *>() == freehold.history();
            });
            return list != nullptr && hasRowAt(*list, nearTheEdge);
        });
    });
    if (!shown)
        return false;
    std::printf("open %.3f\n", opened);
    for (int count = 0; count < windowsToScroll; ++count) {
        const auto took = bench::timed([&] {
            list->setProperty("contentY", list->property("contentY").toReal() + list->height());
            shown = isPresented(window, [&] {
                return hasRowAt(*list, nearTheEdge) && hasRowAt(*list, list->height() - nearTheEdge);
            });
        });
        if (!shown)
            return false;
        std::printf("scroll %.3f\n", took);
    }
    std::printf("fetched %zu\n", freehold.history()->fetched());
    return true;
}

} // namespace

int main(int argumentCount, char *arguments[])
{
    QGuiApplication application(argumentCount, arguments);
    const SystemClock clock;
    api::Client client(api::engineSockets());
    desktop::Desktop freehold(client, clock, {});
    desktop::Window window(freehold);
    client.start();
    window.open();
    if (window.window() != nullptr && tellRegion(*window.window(), *freehold.home())
        && tellHistory(*window.window(), freehold))
        return 0;
    std::fputs("error: the window does not show what it should.\n", stderr);
    return 1;
}
