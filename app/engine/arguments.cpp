// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include "api_wire/engine_sockets.h"
#include "peer/channel/member_port.h"

#include <QHostInfo>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace freehold {

namespace {

std::filesystem::path standardData(bool isService)
{
    // systemd.exec(5), "StateDirectory=".
    if (isService)
        return qEnvironmentVariable("STATE_DIRECTORY").toStdString();
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(base.toStdString()) / "freehold";
}

std::string standardSocket(bool isService)
{
    if (isService)
        return qEnvironmentVariable("RUNTIME_DIRECTORY").toStdString() + "/engine.sock";
    return api::ownEngineSocket();
}

constexpr std::array optionsWithValue{"--data", "--socket", "--name", "--listen", "--log"};

/// "[::]:7411", which is every address of this machine, or "192.168.1.2:7411".
bool readPlace(const std::string &value, EngineArguments &arguments)
{
    const QString text = QString::fromStdString(value);
    const auto colon = text.lastIndexOf(u':');
    bool isPort = false;
    const auto port = text.sliced(colon + 1).toUShort(&isPort);
    QString address = text.first(std::max<qsizetype>(colon, 0));
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.sliced(1, address.size() - 2);
    QHostAddress parsed;
    if (!isPort || !parsed.setAddress(address))
        return false;
    // Qt would take IPv6's word for "any address" for IPv6 alone.
    arguments.memberAddress = parsed == QHostAddress::AnyIPv6 ? QHostAddress(QHostAddress::Any) : parsed;
    arguments.memberPort = port;
    return true;
}

} // namespace

std::string engineHelp()
{
    return "usage: freeholdd [OPTION…]\n"
           "The Freehold engine. Programs reach it over its socket; see freeholdctl(1).\n\n"
           "  --data DIR      where the house lies ($XDG_DATA_HOME/freehold)\n"
           "  --socket PATH   where to listen ($XDG_RUNTIME_DIR/freehold/engine.sock)\n"
           "  --name NAME     what this machine is called (its host name)\n"
           "  --listen ADDRESS:PORT\n"
           "                  where other machines of the house reach this one ([::]:7411)\n"
           "  --log LEVEL     error, warning, info or debug (info)\n"
           "  --version       print the version\n"
           "  --help          print this text\n";
}

std::expected<EngineArguments, std::string> parseEngineArguments(const QStringList &arguments)
{
    EngineArguments parsed;
    parsed.memberPort = peer::MemberPort::standardPort;
    parsed.isService = !qEnvironmentVariableIsEmpty("STATE_DIRECTORY")
        && !qEnvironmentVariableIsEmpty("RUNTIME_DIRECTORY");
    parsed.data = standardData(parsed.isService);
    parsed.socket = standardSocket(parsed.isService);
    if (const QString place = qEnvironmentVariable("FREEHOLD_SOCKET"); !place.isEmpty())
        parsed.socket = place.toStdString();
    parsed.deviceName = QHostInfo::localHostName().section(QLatin1Char('.'), 0, 0).toStdString();
    if (parsed.deviceName.empty())
        parsed.deviceName = "this-machine";
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const std::string option = arguments.at(at).toStdString();
        if (option == "--help" || option == "--version") {
            (option == "--help" ? parsed.wantsHelp : parsed.wantsVersion) = true;
            continue;
        }
        if (!std::ranges::contains(optionsWithValue, option))
            return std::unexpected("freeholdd has no option \"" + option + '"');
        if (++at == arguments.size())
            return std::unexpected("the option " + option + " needs a value");
        const std::string value = arguments.at(at).toStdString();
        if (option == "--data")
            parsed.data = std::filesystem::absolute(value);
        else if (option == "--socket")
            parsed.socket = std::filesystem::absolute(value).string();
        else if (option == "--name")
            parsed.deviceName = value;
        else if (option == "--listen") {
            if (!readPlace(value, parsed))
                return std::unexpected(
                    "\"" + value + "\" is no address and port, as in [::]:7411 or 192.168.1.2:7411");
        } else if (const auto level = log::levelFromName(value))
            parsed.level = *level;
        else
            return std::unexpected("\"" + value + "\" is no level: error, warning, info or debug");
    }
    return parsed;
}

} // namespace freehold
