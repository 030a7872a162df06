// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine_home.h"

#include <QTest>

#include <algorithm>

namespace freehold::engine::testing {

using namespace freehold::contract;

/// An engine whose member port is open on this machine's own network.
class Member : public EngineHome {
public:
    explicit Member(std::string name)
        : EngineHome(std::move(name), FREEHOLD_INDEX_PACK)
    {
        openVault();
        connectPort();
    }
    void connectPort()
    {
        using members::Members;
        auto &members = engine->members();
        QObject::connect(&port, &peer::MemberPort::opened, &members, &Members::opened);
        QObject::connect(&port, &peer::MemberPort::received, &members, &Members::received);
        QObject::connect(&port, &peer::MemberPort::closed, &members, &Members::closed);
        listen();
    }
    void listen()
    {
        at = *port.listen(QHostAddress::LocalHost, at);
        engine->members().setAddresses({"127.0.0.1"});
        engine->setMemberPort(at);
    }
    /// Off, with nothing lost that was on the disk.
    void leave()
    {
        port.stopListening();
        port.setSigner(nullptr);
        engine.reset();
    }
    void comeBack()
    {
        restart();
        openVault();
        connectPort();
    }
    [[nodiscard]] QString head() const { return git({QStringLiteral("rev-parse"), QStringLiteral("main")}); }
    [[nodiscard]] std::string houseName() const { return call(smith, HouseShow())->name; }
    [[nodiscard]] std::string idOfNewest() const { return call(smith, ChangeList{1, {}})->front().id; }
    [[nodiscard]] ChangeState stateOf(const std::string &id) const
    {
        return call(smith, ChangeShow{id})->front().state;
    }
    [[nodiscard]] std::string memberCalled(const std::string &deviceName) const
    {
        const auto house = call(smith, HouseShow());
        return std::ranges::find(house->members, deviceName, &HouseMember::name)->id;
    }
    [[nodiscard]] std::size_t membersOnline() const
    {
        const auto house = call(smith, HouseShow());
        return house ? static_cast<std::size_t>(
                           std::ranges::count(house->members, DeviceState::online, &HouseMember::state))
                     : 0;
    }
    /// Empty where git's own programs find all of it sound.
    [[nodiscard]] QString soundness() const
    {
        return git({QStringLiteral("fsck"), QStringLiteral("--strict"), QStringLiteral("--no-dangling")})
            + git({QStringLiteral("status"), QStringLiteral("--porcelain")});
    }

    std::uint16_t at = 0;
};

/// A call whose answer is waited for.
template <contract::Call Type>
Result<typename Type::Result> ask(const Member &member, const Type &parameters)
{
    const auto given = std::make_shared<std::optional<Result<QJsonValue>>>();
    member.engine->call(smith, std::string(Type::info.method), json::write(parameters).toObject(),
        [given](auto answer) { *given = std::move(answer); });
    if (!QTest::qWaitFor([&] { return given->has_value(); }, 10'000))
        return failure(ErrorCode::engine_unreachable);
    if (!**given)
        return std::unexpected((*given)->error());
    return json::read<typename Type::Result>(***given, "result");
}

/// As two people would do it.
inline bool join(const Member &joining, const Member &member, Role role)
{
    const auto shown = ask(joining, PairWith{"127.0.0.1:" + std::to_string(member.at)});
    if (!shown)
        return false;
    std::string request;
    const bool isAsked = QTest::qWaitFor([&] {
        const auto requests = ask(member, PairRequests());
        if (requests && !requests->empty())
            request = requests->front().request;
        return !request.empty();
    });
    if (!isAsked || !ask(member, PairAccept{request, *shown->digits, role}))
        return false;
    // The member's yes is on its way.
    Result<House> joined = failure(ErrorCode::pairing_not_accepted);
    const bool isOver = QTest::qWaitFor([&] {
        joined = ask(joining, PairConfirm{shown->request});
        return joined || joined.error().code != ErrorCode::pairing_not_accepted;
    });
    if (!joined)
        qWarning() << "not joined:" << std::string(name(joined.error().code)).c_str()
                   << joined.error().arguments;
    return isOver && joined;
}

} // namespace freehold::engine::testing
