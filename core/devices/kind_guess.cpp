// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/kind_guess.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace freehold::devices {

using contract::DeviceKind;
using contract::Service;

namespace {

struct Hint {
    std::string_view text;
    DeviceKind kind;
};

/// The stronger first: a television that plays sound is a television, a printer that scans is a printer.
constexpr std::array byType{
    Hint{"_ipp._tcp", DeviceKind::printer},
    Hint{"_ipps._tcp", DeviceKind::printer},
    Hint{"_printer._tcp", DeviceKind::printer},
    Hint{"_pdl-datastream._tcp", DeviceKind::printer},
    Hint{"_androidtvremote2._tcp", DeviceKind::television},
    Hint{"_mediaremotetv._tcp", DeviceKind::television},
    Hint{"_viziocast._tcp", DeviceKind::television},
    Hint{"_apple-mobdev2._tcp", DeviceKind::phone},
    Hint{"_axis-video._tcp", DeviceKind::camera},
    Hint{"_rtsp._tcp", DeviceKind::camera},
    Hint{"_hue._tcp", DeviceKind::light},
    Hint{"_wled._tcp", DeviceKind::light},
    Hint{"_sonos._tcp", DeviceKind::speaker},
    Hint{"_spotify-connect._tcp", DeviceKind::speaker},
    Hint{"_raop._tcp", DeviceKind::speaker},
    Hint{"_airplay._tcp", DeviceKind::television},
    Hint{"_googlecast._tcp", DeviceKind::television},
    Hint{"_adisk._tcp", DeviceKind::storage},
    Hint{"_nfs._tcp", DeviceKind::storage},
    Hint{"_smb._tcp", DeviceKind::storage},
    Hint{"_afpovertcp._tcp", DeviceKind::storage},
    Hint{"_workstation._tcp", DeviceKind::computer},
    Hint{"_rfb._tcp", DeviceKind::computer},
    Hint{"_sftp-ssh._tcp", DeviceKind::computer},
    Hint{"_ssh._tcp", DeviceKind::computer},
};

/// A printer offers none of these; who does and prints shares somebody else's printer.
constexpr std::array<std::string_view, 5> onComputers{
    "_ssh._tcp", "_sftp-ssh._tcp", "_workstation._tcp", "_smb._tcp", "_rfb._tcp"};

/// In the models and names that devices give of themselves, lower case.
constexpr std::array byWord{
    Hint{"iphone", DeviceKind::phone},
    Hint{"pixel", DeviceKind::phone},
    Hint{"android", DeviceKind::phone},
    Hint{"galaxy-tab", DeviceKind::tablet},
    Hint{"galaxy", DeviceKind::phone},
    Hint{"ipad", DeviceKind::tablet},
    Hint{"tablet", DeviceKind::tablet},
    Hint{"macbook", DeviceKind::laptop},
    Hint{"laptop", DeviceKind::laptop},
    Hint{"thinkpad", DeviceKind::laptop},
    Hint{"imac", DeviceKind::computer},
    Hint{"macmini", DeviceKind::computer},
    Hint{"mac1", DeviceKind::computer}, // "Mac14,3": Apple's models since 2021
    Hint{"appletv", DeviceKind::television},
    Hint{"bravia", DeviceKind::television},
    Hint{"chromecast", DeviceKind::television},
    Hint{"playstation", DeviceKind::console},
    Hint{"xbox", DeviceKind::console},
    Hint{"nintendo", DeviceKind::console},
    Hint{"synology", DeviceKind::storage},
    Hint{"diskstation", DeviceKind::storage},
    Hint{"homepod", DeviceKind::speaker},
    Hint{"audioaccessory", DeviceKind::speaker}, // a HomePod's own model
    Hint{"google home", DeviceKind::speaker},
    Hint{"nest audio", DeviceKind::speaker},
    Hint{"nest mini", DeviceKind::speaker},
    Hint{"smarttv", DeviceKind::television},
    Hint{"webos", DeviceKind::television},
    Hint{"printer", DeviceKind::printer},
};

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
        [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
    return result;
}

DeviceKind byWords(std::string_view text)
{
    const std::string words = lower(text);
    const auto found
        = std::ranges::find_if(byWord, [&](const Hint &hint) { return words.contains(hint.text); });
    return found == byWord.end() ? DeviceKind::unknown : found->kind;
}

/// TXT keys in which a device names its model: Apple's device-info and RAOP, Google Cast, printers.
constexpr std::array<std::string_view, 4> modelKeys{"model", "am", "md", "ty"};

} // namespace

DeviceKind guessKind(std::span<const Service> services, std::string_view hostName)
{
    const bool isComputer = std::ranges::any_of(
        services, [](const Service &service) { return std::ranges::contains(onComputers, service.type); });
    for (const Hint &hint : byType) {
        const bool isPrinter = hint.kind == DeviceKind::printer && !isComputer;
        if (isPrinter && std::ranges::contains(services, hint.text, &Service::type))
            return hint.kind;
    }
    for (const Service &service : services) {
        for (const std::string_view key : modelKeys) {
            const auto model = service.txt.find(std::string(key));
            if (model == service.txt.end())
                continue;
            if (const auto kind = byWords(model->second); kind != DeviceKind::unknown)
                return kind;
        }
    }
    if (const auto kind = byWords(hostName); kind != DeviceKind::unknown)
        return kind;
    for (const Hint &hint : byType) {
        // What plays sound beside all that is a computer with loudspeakers.
        const bool isBySide
            = hint.kind == DeviceKind::printer || hint.text == "_raop._tcp" || hint.text == "_airplay._tcp";
        if (!(isComputer && isBySide) && std::ranges::contains(services, hint.text, &Service::type))
            return hint.kind;
    }
    return DeviceKind::unknown;
}

std::string friendlyName(std::span<const Service> services, std::string_view hostName)
{
    // Google Cast's friendly name is what its owner typed.
    for (const Service &service : services) {
        const auto name = service.txt.find("fn");
        if (service.type == "_googlecast._tcp" && name != service.txt.end() && !name->second.empty())
            return name->second;
    }
    // These are named by people, not by machines.
    constexpr std::array<std::string_view, 6> named{"_ipp._tcp", "_ipps._tcp", "_printer._tcp",
        "_airplay._tcp", "_device-info._tcp", "_companion-link._tcp"};
    for (const std::string_view type : named) {
        const auto found = std::ranges::find(services, type, &Service::type);
        if (found != services.end())
            return found->name;
    }
    return std::string(hostName.substr(0, hostName.find('.')));
}

} // namespace freehold::devices
