// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include "api_wire/engine_sockets.h"

#include <QHostInfo>
#include <QStandardPaths>

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

} // namespace

std::string engineHelp()
{
    return "usage: freeholdd [OPTION…]\n"
           "The Freehold engine. Programs reach it over its socket; see freeholdctl(1).\n\n"
           "  --data DIR      where the house lies ($XDG_DATA_HOME/freehold)\n"
           "  --socket PATH   where to listen ($XDG_RUNTIME_DIR/freehold/engine.sock)\n"
           "  --name NAME     what this machine is called (its host name)\n"
           "  --log LEVEL     error, warning, info or debug (info)\n"
           "  --version       print the version\n"
           "  --help          print this text\n";
}

std::expected<EngineArguments, std::string> parseEngineArguments(const QStringList &arguments)
{
    EngineArguments parsed;
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
        if (option != "--data" && option != "--socket" && option != "--name" && option != "--log")
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
        else if (const auto level = log::levelFromName(value))
            parsed.level = *level;
        else
            return std::unexpected("\"" + value + "\" is no level: error, warning, info or debug");
    }
    return parsed;
}

} // namespace freehold
