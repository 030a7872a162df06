// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/syncthing_peer.h"

#include "bench/workbench.h"
#include "folder_watch/folder_watch.h"

#include <QSignalSpy>
#include <QStandardPaths>

#include <format>
#include <fstream>

namespace freehold::bench {

namespace {

struct Side {
    std::filesystem::path settings;
    std::filesystem::path shared;
    std::string id;
    std::string address;
};

std::string device(const Side &side)
{
    return std::format(
        R"(<device id="{}" name="peer"><address>tcp://{}:22000</address></device>)", side.id, side.address);
}

/// As Syncthing's own screens make a folder: a file without these attributes would have it watch nothing.
std::string settings(const Side &own, const Side &other)
{
    return std::format(R"(<configuration version="37">
<folder id="house" path="{}" type="sendreceive" fsWatcherEnabled="true" fsWatcherDelayS="10" rescanIntervalS="3600"><device id="{}"></device><device id="{}"></device></folder>
{}{}
<gui enabled="false"></gui>
<options><listenAddress>tcp://0.0.0.0:22000</listenAddress><globalAnnounceEnabled>false</globalAnnounceEnabled>
<localAnnounceEnabled>false</localAnnounceEnabled><relaysEnabled>false</relaysEnabled>
<natEnabled>false</natEnabled><startBrowser>false</startBrowser><urAccepted>-1</urAccepted>
<crashReportingEnabled>false</crashReportingEnabled></options>
</configuration>
)",
        own.shared.string(), own.id, other.id, device(own), device(other));
}

Result<Side> prepare(
    const testing::Host &host, const std::string &address, const std::filesystem::path &folder)
{
    Side side{folder / "settings", folder / "shared", {}, address};
    std::filesystem::create_directories(side.shared / ".stfolder"); // by which it knows that a disk is there
    TRY(host.run({"syncthing", "generate", "--home=" + side.settings.string(), "--no-default-folder"}));
    side.id = TRY(host.run({"syncthing", "--device-id", "--home=" + side.settings.string()}));
    while (!side.id.empty() && side.id.back() == '\n')
        side.id.pop_back();
    return side;
}

} // namespace

Result<std::unique_ptr<SyncthingPeer>> SyncthingPeer::start(
    testing::Home &home, const std::filesystem::path &folder)
{
    if (QStandardPaths::findExecutable(QStringLiteral("syncthing")).isEmpty())
        return because("syncthing is not installed");
    std::vector<Side> sides;
    for (const std::size_t index : {0U, 1U})
        sides.push_back(TRY(prepare(home.host(index), home.address(index), folder / std::to_string(index))));
    auto peer = std::make_unique<SyncthingPeer>();
    peer->from_ = sides[0].shared;
    peer->to_ = sides[1].shared;
    for (const std::size_t index : {0U, 1U}) {
        std::ofstream(sides[index].settings / "config.xml") << settings(sides[index], sides[1 - index]);
        peer->programs_.push_back(TRY(home.host(index).start({"env", "HOME=" + folder.string(), "syncthing",
            "serve", "--no-browser", "--home=" + sides[index].settings.string()})));
    }
    constexpr std::size_t small = 10;
    TRY(peer->share("first", small));
    return peer;
}

Result<double> SyncthingPeer::share(const std::string &name, std::size_t bytes) const
{
    const auto begin = std::chrono::steady_clock::now();
    std::ofstream(from_ / name) << std::string(bytes, 'x');
    const auto isThere = [&] {
        std::error_code missing;
        return std::filesystem::file_size(to_ / name, missing) == bytes && !missing;
    };
    // Watched for, so that nothing of the measure is how often somebody looks.
    platform::FolderWatch watch;
    QSignalSpy changed(&watch, &platform::FolderWatch::changed);
    watch.setFolders({to_});
    while (!isThere()) {
        if (!changed.wait(testing::longPatience))
            return because("Syncthing did not share a file");
    }
    return Milliseconds(std::chrono::steady_clock::now() - begin).count();
}

} // namespace freehold::bench
