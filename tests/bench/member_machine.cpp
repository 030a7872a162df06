// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/member_machine.h"

#include "contract/member_calls.h"

#include <QTest>

#include <algorithm>
#include <fstream>

namespace freehold::bench {

MemberMachine::MemberMachine(const testing::Host &host, std::filesystem::path data)
    : host_(host)
    , data_(std::move(data))
    , socket_(data_.string() + ".s")
{
    std::filesystem::create_directories(data_);
}

Result<void> MemberMachine::start()
{
    engine_ = TRY(EngineProcess::start(host_.inside(engineCommand(data_, socket_, host_.name())), socket_));
    return {};
}

Result<double> MemberMachine::join(MemberMachine &other)
{
    const auto given = TRY(other.engine().call(contract::PairInvite{contract::Role::owner, {}}));
    const auto pairing = TRY(engine_->call(contract::PairJoin{given.invitation}));
    Result<contract::House> house = because("it did not join");
    const double took = timed([&] { house = engine_->call(contract::PairConfirm{pairing.request}); });
    if (!house)
        return std::unexpected(std::move(house).error());
    return took;
}

std::string MemberMachine::applied() const
{
    std::string id;
    std::ifstream(repository() / ".git" / "refs" / "freehold" / "applied") >> id;
    return id;
}

Result<double> untilAllAreLike(const MemberMachine &first, const std::vector<const MemberMachine *> &others)
{
    const auto begin = std::chrono::steady_clock::now();
    const auto took = [&] { return Milliseconds(std::chrono::steady_clock::now() - begin); };
    const auto areSame = [&] {
        const std::string wanted = first.applied();
        return !wanted.empty()
            && std::ranges::all_of(others, [&](const auto *other) { return other->applied() == wanted; });
    };
    while (!areSame()) {
        if (took() > testing::longPatience)
            return because("the members did not come to the same");
        QTest::qWait(1);
    }
    return took().count();
}

} // namespace freehold::bench
