// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/workbench.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>

namespace freehold::bench {

Workbench::Workbench(std::filesystem::path house)
    : folder_(QCoreApplication::applicationDirPath() + QStringLiteral("/run-XXXXXX"))
    , house_(std::move(house))
{
}

Result<std::filesystem::path> Workbench::grownHouse()
{
    if (!house_.empty())
        return house_;
    const auto place = folder() / "house";
    say("Making a house of 1,000 documents and 10,000 changes");
    QProcess maker;
    maker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    maker.start(QString::fromStdString(program("make_house")), {QString::fromStdString(place.string())});
    constexpr int forEver = -1;
    if (!maker.waitForFinished(forEver) || maker.exitCode() != 0)
        return because("the house could not be made");
    house_ = place;
    return place;
}

std::string Workbench::program(const std::string &name)
{
    return QCoreApplication::applicationDirPath().toStdString() + '/' + name;
}

std::unexpected<Error> because(const std::string &reason)
{
    return failure(ErrorCode::internal, {{"reason", reason}});
}

void say(const std::string &what)
{
    std::fprintf(stderr, "\033[1m==>\033[0m %s\n", what.c_str());
}

} // namespace freehold::bench
