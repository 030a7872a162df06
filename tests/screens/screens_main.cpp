// SPDX-License-Identifier: GPL-3.0-or-later
// freehold_screens DIR [PATTERN [SCALE]]: every page in its states, light and dark, wide and narrow, as
// PAGE-STATE-THEME-WIDTH.png, from the sample house; at a scale of more than 1 light alone, as …-SCALEx.png.
#include "api_client/client.h"
#include "desktop/frame/window.h"
#include "scenes.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <set>

using namespace freehold;
using screens::Scene;

namespace {

struct Form {
    const char *theme;
    const char *width;
    QSize size;
};

constexpr int settleTime = 250; // ms: for what is loaded in the turns after the data came

/// Pages are never of one colour: a loader that failed leaves the window's ground, or the rail beside it.
bool isBlank(const QImage &picture)
{
    constexpr int fewest = 6;
    constexpr int step = 3;
    std::set<QRgb> colours;
    for (int x = picture.width() / 4; x < picture.width(); x += step) {
        for (int y = 0; y < picture.height() * 3 / 4; y += step)
            colours.insert(picture.pixel(x, y));
    }
    return colours.size() < fewest;
}

bool draw(const Scene &scene, const QDir &folder, const QString &runtime, int scale)
{
    QGuiApplication::setLayoutDirection(scene.direction);
    const std::string socket = (runtime + QStringLiteral("/engine.sock")).toStdString();
    screens::FakeEngine engine(scene.house());
    const screens::FixedClock clock(engine.house().now);
    if (!engine.listen(json::toQString(socket)))
        return false;
    api::Client client({socket});
    desktop::Desktop desktop(client, clock, {{}, {}, QStringLiteral("/nowhere"), {}});
    auto &preferences = *desktop.preferences();
    preferences.setLanguage(scene.language);
    preferences.setFirstRunStep(3);
    preferences.setFirstRunEnded(true);
    desktop::Window window(desktop);
    client.start();
    if (!QTest::qWaitFor([&] { return desktop.data().isReady(); }))
        return false;
    if (scene.drawApart)
        return scene.drawApart(desktop, folder);
    window.open();
    if (!window.window())
        return false;
    desktop.frame()->setPage(scene.page);
    scene.prepare(desktop, engine);
    if (scene.press) {
        const QString words = QString::fromUtf8(scene.press);
        if (!QTest::qWaitFor([&] { return screens::press(*window.window(), words); }))
            return false;
    }
    const std::array forms{Form{"light", "wide", {1180, 760}}, Form{"dark", "wide", {1180, 760}},
        Form{"light", "narrow", {480, 640}}, Form{"dark", "narrow", {480, 640}},
        Form{"light", "middle", {760, 700}}};
    const QString scaled = scale > 1 ? QStringLiteral("-%1x").arg(scale) : QString();
    for (const auto &form : forms) {
        const bool isLight = std::string_view(form.theme) == "light";
        if ((!scene.inAllForms && &form != &forms.front()) || (scale > 1 && !isLight))
            continue;
        preferences.setAppearance(QString::fromLatin1(form.theme));
        window.window()->resize(form.size);
        QTest::qWait(settleTime);
        const QString file = QStringLiteral("%1-%2-%3%4.png")
                                 .arg(QString::fromLatin1(scene.name), QString::fromLatin1(form.theme),
                                     QString::fromLatin1(form.width), scaled);
        const QImage picture = window.window()->grabWindow();
        if (isBlank(picture) || !picture.save(folder.filePath(file)))
            return false;
        std::printf("%s\n", qPrintable(file));
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("TZ", "Europe/Berlin");
    qputenv("LC_ALL", "en_GB.UTF-8");
    qputenv("LANGUAGE", "en_GB");
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    const int scale = argc > 3 ? std::max(1, QByteArray(argv[3]).toInt()) : 1;
    qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("freehold"));
    QApplication::setApplicationName(QStringLiteral("freehold"));
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1, QStringLiteral("screens")));
    const QString pattern = arguments.value(2);
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "error: the folder can't be made. choose another.\n");
        return 1;
    }
    for (const auto &scene : screens::scenes()) {
        if (!QString::fromLatin1(scene.name).contains(pattern))
            continue;
        if (!draw(scene, folder, home.path(), scale)) {
            std::fprintf(stderr, "error: %s could not be drawn. look at the messages above.\n", scene.name);
            return 1;
        }
    }
    return 0;
}
