// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/devices/offered_services.h"

#include "words/words.h"

#include <QHostAddress>

#include <array>

namespace freehold::desktop {

namespace {
struct Opening {
    std::string_view type;
    std::string_view scheme; ///< empty: nothing on a desktop opens it
    std::string_view icon;
};

constexpr std::array openings{
    Opening{"_http._tcp", "http", "globe"},
    Opening{"_https._tcp", "https", "globe"},
    Opening{"_smb._tcp", "smb", "folder"},
    Opening{"_sftp-ssh._tcp", "sftp", "folder"},
    Opening{"_nfs._tcp", "nfs", "folder"},
    Opening{"_webdav._tcp", "dav", "folder"},
    Opening{"_webdavs._tcp", "davs", "folder"},
    Opening{"_ssh._tcp", "", "terminal"},
    Opening{"_daap._tcp", "", "music"},
    Opening{"_raop._tcp", "", "music"},
    Opening{"_spotify-connect._tcp", "", "music"},
    Opening{"_airplay._tcp", "", "television"},
    Opening{"_googlecast._tcp", "", "television"},
    Opening{"_ipp._tcp", "", "printer"},
    Opening{"_ipps._tcp", "", "printer"},
    Opening{"_printer._tcp", "", "printer"},
    Opening{"_pdl-datastream._tcp", "", "printer"},
};

QString urlOf(std::string_view scheme, const contract::Device &device, const contract::Service &service)
{
    if (scheme.empty() || device.addresses.empty())
        return {};
    const QString address = json::toQString(device.addresses.front());
    const bool six = address.contains(u':');
    const auto path = service.txt.find("path");
    QString url = QStringLiteral("%1://%2:%3")
                      .arg(json::toQString(scheme), six ? u'[' + address + u']' : address)
                      .arg(service.port);
    if (path != service.txt.end() && path->second.starts_with('/'))
        url += json::toQString(path->second);
    return url;
}
} // namespace

QList<OfferedService> offeredServices(const contract::Device &device)
{
    QList<OfferedService> offered;
    for (const auto &service : device.services) {
        const auto *opening = std::ranges::find(openings, service.type, &Opening::type);
        const bool isKnown = opening != openings.end();
        OfferedService entry{words::serviceName(service.type), json::toQString(service.name),
            isKnown ? json::toQString(opening->icon) : QStringLiteral("info"),
            isKnown ? urlOf(opening->scheme, device, service) : QString()};
        const auto same = std::ranges::find(offered, entry.name, &OfferedService::name);
        if (same == offered.end())
            offered.append(std::move(entry));
    }
    return offered;
}

} // namespace freehold::desktop
