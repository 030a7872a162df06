// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/engine/engine_at_work.h"
#include "network/host.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

namespace freehold::testing {

/// A machine with an engine on it.
class Machine {
public:
    /// Its data lies in a folder of its name.
    Machine(Host &host, const QTemporaryDir &folder)
        : host_(host)
        , engine_(folder.filePath(QString::fromStdString(host.name())).toStdString(), host.name())
    {
    }
    /// `behind`: as strace.
    bool start(const Command &behind = {}) { return engine_.start(host_.inside(behind)); }
    void stop() { engine_.stop(); }
    void kill() { engine_.kill(); }

    [[nodiscard]] const std::string &name() const { return host_.name(); }
    [[nodiscard]] const EngineAtWork &engine() const { return engine_; }
    [[nodiscard]] Said say(const std::vector<std::string> &arguments) const { return engine_.ctl(arguments); }
    [[nodiscard]] QJsonDocument ask(std::vector<std::string> arguments) const
    {
        arguments.emplace_back("--json");
        return QJsonDocument::fromJson(QByteArray::fromStdString(say(arguments).output));
    }
    [[nodiscard]] std::string houseName() const
    {
        return ask({"house", "show"})[u"name"].toString().toStdString();
    }
    /// How many members of the house it can reach, itself included.
    [[nodiscard]] int membersOnline() const
    {
        int count = 0;
        for (const auto member : ask({"house", "show"})[u"members"].toArray())
            count += member[u"state"] == QStringLiteral("online") ? 1 : 0;
        return count;
    }
    [[nodiscard]] std::unique_ptr<PlainClient> client() const { return engine_.client(); }
    [[nodiscard]] std::string head() const { return engine_.git({"rev-parse", "main"}).output; }
    /// Empty where git finds all of it sound.
    [[nodiscard]] std::string soundness() const
    {
        return engine_.git({"fsck", "--strict", "--no-dangling"}).output
            + engine_.git({"status", "--porcelain"}).output;
    }
    [[nodiscard]] std::string lastWords() const { return engine_.lastWords(); }
    /// Commits with at most one parent whose signature git does not find good.
    [[nodiscard]] std::string unsignedChanges() const
    {
        std::string found;
        std::istringstream lines(engine_.git({"log", "--max-parents=1", "--format=%G? %H"}).output);
        for (std::string line; std::getline(lines, line);)
            found += line.starts_with("G ") ? "" : line + '\n';
        return found;
    }

private:
    Host &host_;
    EngineAtWork engine_;
};

/// Until it is so, or the time ends.
template <class So>
bool comesTrue(So &&so, std::chrono::milliseconds atMost = patience)
{
    return QTest::qWaitFor(std::forward<So>(so), static_cast<int>(atMost.count()));
}

/// As two people do it by digits, where the member is at that address. What went wrong, or nothing.
inline std::string join(
    const Machine &joining, const Machine &member, const std::string &address, const std::string &role)
{
    const auto shown = joining.ask({"pair", "with", address});
    const std::string digits = shown[u"digits"].toString().toStdString();
    if (digits.empty())
        return "no digits: " + shown.toJson().toStdString();
    std::string request;
    const auto isAsked = [&] {
        request = member.ask({"pair", "requests"})[0][u"request"].toString().toStdString();
        return !request.empty();
    };
    if (!comesTrue(isAsked))
        return "no request";
    const Said accepted = member.say({"pair", "accept", request, "--digits", digits, "--role", role});
    if (accepted.exitCode != 0)
        return accepted.output;
    // The member's yes is on its way.
    const std::string own = shown[u"request"].toString().toStdString();
    Said confirmed;
    const auto isConfirmed = [&] {
        confirmed = joining.say({"pair", "confirm", own});
        return confirmed.exitCode == 0;
    };
    return comesTrue(isConfirmed) ? std::string() : confirmed.output;
}

} // namespace freehold::testing
