// SPDX-License-Identifier: GPL-3.0-or-later
// freehold_screens DIR [PATTERN]: every page in its states, light and dark, wide and narrow, as
// PAGE-STATE-THEME-WIDTH.png, from the sample house.
#include "api_client/client.h"
#include "desktop/desktop.h"
#include "desktop/frame/window.h"
#include "fake_engine/fake_engine.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace freehold;
using desktop::FrameView;

namespace {

struct Scene {
    const char *name; ///< "home-ordinary"
    screens::SampleHouse (*house)();
    int page;
    std::function<void(desktop::Desktop &, screens::FakeEngine &)> prepare;
    QString language = QStringLiteral("en");
    bool inAllForms = true; ///< else light and wide alone
};

void nothing(desktop::Desktop &, screens::FakeEngine &) { }

void dies(desktop::Desktop &, screens::FakeEngine &engine)
{
    engine.stop();
}

void showsDevice(const char *device, desktop::Desktop &desktop)
{
    desktop.showDevice(QString::fromUtf8(device));
}

screens::SampleHouse calmHouse()
{
    auto house = screens::smithHouse();
    house.status.trials.clear();
    house.status.attention.clear();
    std::erase_if(house.devices, &contract::Device::is_new);
    return house;
}

screens::SampleHouse lockedHouse()
{
    auto house = screens::smithHouse();
    house.status.vault = {true, "passphrase"};
    house.status.attention.push_back({contract::FindingCode::vault_locked, contract::Severity::alert,
        {{"sealed_by", "passphrase"}}, {}, {}});
    return house;
}

void atStep(desktop::Desktop &desktop, int step)
{
    desktop.preferences()->setFirstRunEnded(false);
    desktop.preferences()->setFirstRunStep(step);
}

std::vector<Scene> scenes()
{
    const auto nas = [](desktop::Desktop &desktop, screens::FakeEngine &) { showsDevice("nas", desktop); };
    const auto pixel
        = [](desktop::Desktop &desktop, screens::FakeEngine &) { showsDevice("pixel", desktop); };
    const auto renamed = [](desktop::Desktop &desktop, screens::FakeEngine &engine) {
        desktop.change()->setChange(json::toQString(engine.house().changes[4].id));
    };
    const auto step = [](int number) {
        return [number](desktop::Desktop &desktop, screens::FakeEngine &) { atStep(desktop, number); };
    };
    const auto refused = [](desktop::Desktop &desktop, screens::FakeEngine &) {
        desktop.settings()->renameHouse(QStringLiteral("Jones"));
    };
    const auto german = QStringLiteral("de");
    return {
        {"home-ordinary", screens::smithHouse, FrameView::Home, nothing},
        {"home-calm", calmHouse, FrameView::Home, nothing},
        {"home-empty", screens::emptyHouse, FrameView::Home, nothing},
        {"home-locked", lockedHouse, FrameView::Home, nothing},
        {"home-error", screens::smithHouse, FrameView::Home, dies},
        {"home-large", screens::largeHouse, FrameView::Home,
            [](desktop::Desktop &desktop, screens::FakeEngine &) {
                desktop.map()->setOpenGroup(QStringLiteral("person:paul"));
            }},
        {"devices-ordinary", screens::smithHouse, FrameView::Devices, nas},
        {"devices-list", screens::smithHouse, FrameView::Devices, nothing},
        {"devices-new", screens::smithHouse, FrameView::Devices, pixel},
        {"devices-empty", screens::emptyHouse, FrameView::Devices, nothing},
        {"devices-error", screens::smithHouse, FrameView::Devices, dies},
        {"history-ordinary", screens::smithHouse, FrameView::History, renamed},
        {"history-list", screens::smithHouse, FrameView::History, nothing},
        {"history-empty", screens::emptyHouse, FrameView::History, nothing},
        {"history-error", screens::smithHouse, FrameView::History, dies},
        {"settings-ordinary", screens::smithHouse, FrameView::Settings, nothing},
        {"settings-empty", screens::emptyHouse, FrameView::Settings, nothing},
        {"settings-error", screens::smithHouse, FrameView::Settings, refused},
        {"firstrun-machine", screens::noHouse, FrameView::Home, step(0)},
        {"firstrun-house", screens::noHouse, FrameView::Home, step(1)},
        {"firstrun-people", screens::smithHouse, FrameView::Home, step(2)},
        {"firstrun-ready", screens::smithHouse, FrameView::Home, step(3)},
        {"home-german", screens::smithHouse, FrameView::Home, nothing, german},
        {"devices-german", screens::smithHouse, FrameView::Devices, nas, german},
        {"history-german", screens::smithHouse, FrameView::History, renamed, german, false},
        {"settings-german", screens::smithHouse, FrameView::Settings, nothing, german, false},
    };
}

struct Form {
    const char *theme;
    const char *width;
    QSize size;
};

constexpr int settleTime = 250; // ms: for what is loaded in the turns after the data came

bool draw(const Scene &scene, const QDir &folder, const QString &runtime)
{
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
    window.open();
    if (!window.window())
        return false;
    desktop.frame()->setPage(scene.page);
    scene.prepare(desktop, engine);
    const std::array forms{Form{"light", "wide", {1180, 760}}, Form{"dark", "wide", {1180, 760}},
        Form{"light", "narrow", {480, 640}}, Form{"dark", "narrow", {480, 640}},
        Form{"light", "middle", {760, 700}}};
    for (const auto &form : forms) {
        if (!scene.inAllForms && &form != &forms.front())
            continue;
        preferences.setAppearance(QString::fromLatin1(form.theme));
        window.window()->resize(form.size);
        QTest::qWait(settleTime);
        const QString file = QStringLiteral("%1-%2-%3.png")
                                 .arg(QString::fromLatin1(scene.name), QString::fromLatin1(form.theme),
                                     QString::fromLatin1(form.width));
        if (!window.window()->grabWindow().save(folder.filePath(file)))
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
    for (const auto &scene : scenes()) {
        if (!QString::fromLatin1(scene.name).contains(pattern))
            continue;
        if (!draw(scene, folder, home.path())) {
            std::fprintf(stderr, "error: %s could not be drawn. look at the messages above.\n", scene.name);
            return 1;
        }
    }
    return 0;
}
