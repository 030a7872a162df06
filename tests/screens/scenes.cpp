// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes.h"

#include "tray_pictures.h"

#include <QQuickItem>

namespace freehold::screens {

using desktop::FrameView;

namespace {

QQuickItem *buttonWith(QQuickItem &item, const QString &words)
{
    if (item.isVisible() && item.property("text").toString() == words
        && item.inherits("QQuickAbstractButton"))
        return &item;
    for (QQuickItem *child : item.childItems()) {
        if (QQuickItem *found = buttonWith(*child, words))
            return found;
    }
    return nullptr;
}

void nothing(desktop::Desktop &, FakeEngine &) { }

void dies(desktop::Desktop &, FakeEngine &engine)
{
    engine.stop();
}

void showsDevice(const char *device, desktop::Desktop &desktop)
{
    desktop.showDevice(QString::fromUtf8(device));
}

SampleHouse calmHouse()
{
    auto house = smithHouse();
    house.status.trials.clear();
    house.status.attention.clear();
    std::erase_if(house.devices, &contract::Device::is_new);
    return house;
}

/// The nas stands in another home.
SampleHouse apartHouse()
{
    auto house = calmHouse();
    for (auto &device : house.devices) {
        if (device.id == "nas")
            device.network = contract::Network::other;
    }
    return house;
}

SampleHouse lockedHouse()
{
    auto house = smithHouse();
    house.status.vault = {true, "passphrase"};
    house.status.attention.push_back({contract::FindingCode::vault_locked, contract::Severity::alert,
        {{"sealed_by", "passphrase"}}, {}, {}});
    return house;
}

/// Nothing is known of the way to the internet.
SampleHouse unplacedHouse()
{
    auto house = calmHouse();
    for (auto &device : house.devices)
        device.gateway = false;
    return house;
}

SampleHouse troubledHouse()
{
    using enum contract::FindingCode;
    auto house = calmHouse();
    const auto &newest = house.changes.front().id;
    house.status.attention = {
        {not_in_force, contract::Severity::alert,
            {{"change", newest}, {"reason", "disk-full"}, {"place", "/var"}}, {}, {}},
        {by_hand_refused, contract::Severity::warning,
            {{"document", "devices/nas.toml"}, {"line", "3"}, {"code", "key-unknown"}, {"key", "nmae"},
                {"by_hand", "refs/freehold/by-hand/1"}},
            {}, {}},
        {discovery_unavailable, contract::Severity::warning, {}, {}, {}},
        {vault_key_on_disk, contract::Severity::info, {}, {}, {}},
    };
    return house;
}

SampleHouse askedHouse()
{
    auto house = calmHouse();
    for (const char *name : {"study-pc", "attic-box"}) {
        contract::Pairing pairing;
        pairing.request = name;
        pairing.peer = name;
        pairing.expires = house.now + std::chrono::seconds(102);
        house.pairings.push_back(std::move(pairing));
    }
    return house;
}

/// What the laptop called the nas while both were apart.
SampleHouse choiceHouse()
{
    auto house = smithHouse();
    auto &change = house.changes[4];
    change.state = contract::ChangeState::choice;
    return house;
}

/// Two machines nearby let others join.
SampleHouse foundHouse()
{
    auto house = noHouse();
    for (const auto &known : smithHouse().devices) {
        if (known.id != "nas" && known.id != "hall-box")
            continue;
        auto &device = house.devices.emplace_back(known);
        device.services = {{"_freehold._tcp", "freehold-3f9a", 7411, {}}};
        device.member = false;
    }
    return house;
}

void adds(desktop::Desktop &desktop, FakeEngine &)
{
    desktop.showAddMachine();
}

void invites(desktop::Desktop &desktop, FakeEngine &)
{
    desktop.showAddMachine();
    desktop.addMachine()->invite();
}

void types(desktop::Desktop &desktop, FakeEngine &)
{
    desktop.showAddMachine();
    desktop.addMachine()->choose(QStringLiteral("study-pc"));
}

void typesWrongly(desktop::Desktop &desktop, FakeEngine &engine)
{
    types(desktop, engine);
    desktop.addMachine()->accept(QStringLiteral("111111"));
}

void joins(desktop::Desktop &desktop, const char *where)
{
    desktop.preferences()->setFirstRunEnded(false);
    desktop.preferences()->setFirstRunStep(1);
    desktop.firstRun()->setWay(desktop::FirstRunView::Join);
    desktop.join()->ask(QString::fromUtf8(where));
}

/// Both said yes, and the house is coming.
void copies(desktop::Desktop &desktop, FakeEngine &engine)
{
    desktop::JoinView &join = *desktop.join();
    QObject::connect(&join, &desktop::JoinView::changed, &engine, [&join, &engine] {
        if (join.stage() != desktop::JoinView::Digits)
            return;
        contract::Pairing copying;
        copying.request = "joining";
        copying.peer = "ana-laptop";
        copying.house = "Smith";
        copying.state = contract::PairingState::joining;
        copying.copied_bytes = 3'000'000;
        engine.tell(contract::PairingChanged{copying});
    });
    joins(desktop, "192.168.1.20");
}

void restores(desktop::Desktop &desktop, const QString &passphrase)
{
    desktop.preferences()->setFirstRunEnded(false);
    desktop.preferences()->setFirstRunStep(1);
    desktop.firstRun()->setWay(desktop::FirstRunView::Restore);
    if (passphrase.isEmpty())
        return;
    QFile file(QDir::temp().filePath(QStringLiteral("smith.freehold")));
    if (file.open(QIODevice::WriteOnly) && file.write("a backup") > 0)
        desktop.restoreBackup()->look(file.fileName(), passphrase);
}

void atStep(desktop::Desktop &desktop, int step)
{
    desktop.preferences()->setFirstRunEnded(false);
    desktop.preferences()->setFirstRunStep(step);
}

/// With this button pressed, which opens a sheet.
Scene pressed(Scene scene, const char *words)
{
    scene.press = words;
    return scene;
}

Scene tray()
{
    Scene scene{"tray", smithHouse, FrameView::Home, nothing};
    scene.drawApart = drawTray;
    return scene;
}

Scene rightToLeft(Scene scene)
{
    scene.direction = Qt::RightToLeft;
    return scene;
}

} // namespace

bool press(QQuickWindow &window, const QString &words)
{
    QQuickItem *button = buttonWith(*window.contentItem(), words);
    return button && QMetaObject::invokeMethod(button, "click");
}

std::vector<Scene> scenes()
{
    const auto nas = [](desktop::Desktop &desktop, FakeEngine &) { showsDevice("nas", desktop); };
    const auto forgotten = [](desktop::Desktop &desktop, FakeEngine &) {
        showsDevice("nas", desktop);
        desktop.device()->forget();
    };
    const auto pixel = [](desktop::Desktop &desktop, FakeEngine &) { showsDevice("pixel", desktop); };
    const auto renamed = [](desktop::Desktop &desktop, FakeEngine &engine) {
        desktop.change()->setChange(json::toQString(engine.house().changes[4].id));
    };
    const auto tried = [](desktop::Desktop &desktop, FakeEngine &engine) {
        desktop.change()->setChange(json::toQString(engine.house().changes.front().id));
    };
    const auto step = [](int number) {
        return [number](desktop::Desktop &desktop, FakeEngine &) { atStep(desktop, number); };
    };
    const auto refused = [](desktop::Desktop &desktop, FakeEngine &) {
        desktop.settings()->renameHouse(QStringLiteral("Jones"));
    };
    const auto noDisk = [](desktop::Desktop &desktop, FakeEngine &engine) {
        atStep(desktop, 1);
        engine.refuse("house.create", {ErrorCode::disk_full, {{"place", "/home/ana"}}, {}});
        desktop.firstRun()->createHouse(QStringLiteral("Smith"));
    };
    const auto openGroup = [](desktop::Desktop &desktop, FakeEngine &) {
        desktop.map()->setOpenGroup(QStringLiteral("person:paul"));
    };
    const auto german = QStringLiteral("de");
    return {
        {"home-ordinary", smithHouse, FrameView::Home, nothing},
        {"home-calm", calmHouse, FrameView::Home, nothing},
        {"home-empty", emptyHouse, FrameView::Home, nothing},
        {"home-locked", lockedHouse, FrameView::Home, nothing},
        {"home-error", smithHouse, FrameView::Home, dies},
        {"home-large", largeHouse, FrameView::Home, openGroup},
        {"devices-ordinary", smithHouse, FrameView::Devices, nas},
        {"devices-apart", apartHouse, FrameView::Devices, nas},
        {"devices-list", smithHouse, FrameView::Devices, nothing},
        {"devices-new", smithHouse, FrameView::Devices, pixel},
        {"devices-empty", emptyHouse, FrameView::Devices, nothing},
        {"devices-error", smithHouse, FrameView::Devices, dies},
        {"history-ordinary", smithHouse, FrameView::History, renamed},
        {"history-list", smithHouse, FrameView::History, nothing},
        {"history-empty", emptyHouse, FrameView::History, nothing},
        {"history-error", smithHouse, FrameView::History, dies},
        {"settings-ordinary", smithHouse, FrameView::Settings, nothing},
        {"settings-empty", emptyHouse, FrameView::Settings, nothing},
        {"settings-error", smithHouse, FrameView::Settings, refused},
        {"firstrun-machine", noHouse, FrameView::Home, step(0)},
        {"firstrun-house", noHouse, FrameView::Home, step(1)},
        {"firstrun-people", smithHouse, FrameView::Home, step(2)},
        {"firstrun-ready", smithHouse, FrameView::Home, step(3)},
        {"home-asked", askedHouse, FrameView::Home, nothing},
        {"devices-add", askedHouse, FrameView::Devices, adds},
        {"devices-addempty", calmHouse, FrameView::Devices, adds},
        {"devices-invite", askedHouse, FrameView::Devices, invites},
        {"devices-digits", askedHouse, FrameView::Devices, types},
        {"devices-digitswrong", askedHouse, FrameView::Devices, typesWrongly},
        {"devices-addgerman", askedHouse, FrameView::Devices, invites, german},
        {"devices-digitsrighttoleft", askedHouse, FrameView::Devices, types, QStringLiteral("en"), false,
            Qt::RightToLeft},
        pressed({"devices-forget", smithHouse, FrameView::Devices, nas}, "Forget nas…"),
        {"devices-forgotten", smithHouse, FrameView::Devices, forgotten},
        {"devices-forgottengerman", smithHouse, FrameView::Devices, forgotten, german, false},
        {"firstrun-join", noHouse, FrameView::Home, [](auto &desktop, auto &) { joins(desktop, ""); }},
        {"firstrun-found", foundHouse, FrameView::Home, [](auto &desktop, auto &) { joins(desktop, ""); }},
        {"firstrun-digits", noHouse, FrameView::Home,
            [](auto &desktop, auto &) { joins(desktop, "192.168.1.20"); }},
        {"firstrun-agreed", noHouse, FrameView::Home,
            [](auto &desktop, auto &) { joins(desktop, std::string(100, 'A').c_str()); }},
        {"firstrun-copying", noHouse, FrameView::Home, copies},
        {"firstrun-copyinggerman", noHouse, FrameView::Home, copies, german, false},
        {"firstrun-unreachable", noHouse, FrameView::Home,
            [](auto &desktop, auto &) { joins(desktop, "192.0.2.9"); }},
        {"home-elsewhere", smithHouse, FrameView::Home,
            [](auto &desktop, auto &) {
                desktop.frame()->showMember(QStringLiteral("nas"), QStringLiteral("nas"));
            }},
        pressed({"settings-backup", smithHouse, FrameView::Settings, nothing}, "Back up…"),
        pressed({"settings-endbackup", smithHouse, FrameView::Settings, nothing}, "Make invalid…"),
        pressed({"settings-backupgerman", smithHouse, FrameView::Settings, nothing, german}, "Sichern …"),
        {"firstrun-restore", noHouse, FrameView::Home, [](auto &desktop, auto &) { restores(desktop, {}); }},
        {"firstrun-restoreknown", noHouse, FrameView::Home,
            [](auto &desktop, auto &) { restores(desktop, QStringLiteral("correct horse")); }},
        {"firstrun-restorewrong", noHouse, FrameView::Home,
            [](auto &desktop, auto &) { restores(desktop, QStringLiteral("wrong")); }},
        {"history-choice", choiceHouse, FrameView::History, renamed},
        {"home-german", smithHouse, FrameView::Home, nothing, german},
        {"devices-german", smithHouse, FrameView::Devices, nas, german},
        {"history-german", smithHouse, FrameView::History, renamed, german, false},
        {"home-unplaced", unplacedHouse, FrameView::Home, nothing},
        {"home-findings", troubledHouse, FrameView::Home, nothing},
        pressed({"home-unlock", lockedHouse, FrameView::Home, nothing}, "Unlock…"),
        {"history-trial", smithHouse, FrameView::History, tried},
        pressed({"history-restore", smithHouse, FrameView::History, nothing}, "Put the house back…"),
        {"firstrun-error", noHouse, FrameView::Home, noDisk},
        tray(),
        rightToLeft({"home-righttoleft", smithHouse, FrameView::Home, nothing}),
        rightToLeft({"home-largerighttoleft", largeHouse, FrameView::Home, openGroup}),
        rightToLeft({"devices-righttoleft", smithHouse, FrameView::Devices, nas}),
        rightToLeft({"history-righttoleft", smithHouse, FrameView::History, renamed}),
        rightToLeft({"settings-righttoleft", smithHouse, FrameView::Settings, nothing}),
        {"home-largegerman", largeHouse, FrameView::Home, openGroup, german, false},
        {"home-findingsgerman", troubledHouse, FrameView::Home, nothing, german, false},
        pressed({"history-restoregerman", smithHouse, FrameView::History, nothing, german, false},
            "Haus zurückversetzen …"),
        {"settings-german", smithHouse, FrameView::Settings, nothing, german, false},
    };
}

} // namespace freehold::screens
