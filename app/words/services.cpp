// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

#include "support/json.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace freehold::words {

namespace {

struct Known {
    std::string_view type; ///< as registered with IANA, or as its maker announces it
    const char *name;
};

constexpr std::array services{
    Known{"_adisk._tcp", QT_TRANSLATE_NOOP("Services", "Time Machine backup")},
    Known{"_afpovertcp._tcp", QT_TRANSLATE_NOOP("Services", "Shared files (Apple)")},
    Known{"_airplay._tcp", QT_TRANSLATE_NOOP("Services", "Screen and sound over AirPlay")},
    Known{"_amzn-wplay._tcp", QT_TRANSLATE_NOOP("Services", "Fire TV")},
    Known{"_androidtvremote2._tcp", QT_TRANSLATE_NOOP("Services", "Remote control (Android TV)")},
    Known{"_companion-link._tcp", QT_TRANSLATE_NOOP("Services", "Working together with Apple devices")},
    Known{"_daap._tcp", QT_TRANSLATE_NOOP("Services", "Shared music")},
    Known{"_device-info._tcp", QT_TRANSLATE_NOOP("Services", "Information about the device")},
    Known{"_esphomelib._tcp", QT_TRANSLATE_NOOP("Services", "Home automation (ESPHome)")},
    Known{"_freehold._tcp", QT_TRANSLATE_NOOP("Services", "Freehold")},
    Known{"_ftp._tcp", QT_TRANSLATE_NOOP("Services", "Files over FTP")},
    Known{"_googlecast._tcp", QT_TRANSLATE_NOOP("Services", "Screen and sound over Google Cast")},
    Known{"_googlezone._tcp", QT_TRANSLATE_NOOP("Services", "Speaker group (Google Cast)")},
    Known{"_hap._tcp", QT_TRANSLATE_NOOP("Services", "Home automation (HomeKit)")},
    Known{"_home-assistant._tcp", QT_TRANSLATE_NOOP("Services", "Home automation (Home Assistant)")},
    Known{"_http._tcp", QT_TRANSLATE_NOOP("Services", "Web page")},
    Known{"_https._tcp", QT_TRANSLATE_NOOP("Services", "Web page, encrypted")},
    Known{"_hue._tcp", QT_TRANSLATE_NOOP("Services", "Lights (Hue)")},
    Known{"_ipp._tcp", QT_TRANSLATE_NOOP("Services", "Shared printer")},
    Known{"_ipps._tcp", QT_TRANSLATE_NOOP("Services", "Shared printer, encrypted")},
    Known{"_ipp-usb._tcp", QT_TRANSLATE_NOOP("Services", "Printer on USB")},
    Known{"_kdeconnect._udp", QT_TRANSLATE_NOOP("Services", "KDE Connect")},
    Known{"_matter._tcp", QT_TRANSLATE_NOOP("Services", "Home automation (Matter)")},
    Known{"_mqtt._tcp", QT_TRANSLATE_NOOP("Services", "Messages of home automation (MQTT)")},
    Known{"_mqtts._tcp", QT_TRANSLATE_NOOP("Services", "Messages of home automation (MQTT), encrypted")},
    Known{"_nfs._tcp", QT_TRANSLATE_NOOP("Services", "Shared files (NFS)")},
    Known{"_pdl-datastream._tcp", QT_TRANSLATE_NOOP("Services", "Printer")},
    Known{"_printer._tcp", QT_TRANSLATE_NOOP("Services", "Printer")},
    Known{"_privet._tcp", QT_TRANSLATE_NOOP("Services", "Cloud printer")},
    Known{"_raop._tcp", QT_TRANSLATE_NOOP("Services", "Sound over AirPlay")},
    Known{"_rdp._tcp", QT_TRANSLATE_NOOP("Services", "Remote desktop")},
    Known{"_rfb._tcp", QT_TRANSLATE_NOOP("Services", "Remote screen")},
    Known{"_rtsp._tcp", QT_TRANSLATE_NOOP("Services", "Live video")},
    Known{"_scanner._tcp", QT_TRANSLATE_NOOP("Services", "Scanner")},
    Known{"_sftp-ssh._tcp", QT_TRANSLATE_NOOP("Services", "Files over SSH")},
    Known{"_sleep-proxy._udp", QT_TRANSLATE_NOOP("Services", "Answers for sleeping devices")},
    Known{"_smb._tcp", QT_TRANSLATE_NOOP("Services", "Shared files")},
    Known{"_sonos._tcp", QT_TRANSLATE_NOOP("Services", "Speaker (Sonos)")},
    Known{"_spotify-connect._tcp", QT_TRANSLATE_NOOP("Services", "Spotify")},
    Known{"_ssh._tcp", QT_TRANSLATE_NOOP("Services", "Remote command line")},
    Known{"_telnet._tcp", QT_TRANSLATE_NOOP("Services", "Remote command line, not encrypted")},
    Known{"_touch-able._tcp", QT_TRANSLATE_NOOP("Services", "Remote control (Apple)")},
    Known{"_uscan._tcp", QT_TRANSLATE_NOOP("Services", "Scanner")},
    Known{"_uscans._tcp", QT_TRANSLATE_NOOP("Services", "Scanner, encrypted")},
    Known{"_webdav._tcp", QT_TRANSLATE_NOOP("Services", "Files over WebDAV")},
    Known{"_webdavs._tcp", QT_TRANSLATE_NOOP("Services", "Files over WebDAV, encrypted")},
    Known{"_workstation._tcp", QT_TRANSLATE_NOOP("Services", "Computer")},
};

} // namespace

QString serviceName(const std::string &type)
{
    const auto *found = std::ranges::find(services, type, &Known::type);
    return found == services.end() ? json::toQString(type)
                                   : QCoreApplication::translate("Services", found->name);
}

} // namespace freehold::words
