// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine/fake_engine.h"

namespace freehold::screens {

using namespace contract;

namespace {
constexpr std::chrono::seconds left{102};
constexpr const char *shownDigits = "482071";
constexpr const char *givenInvitation
    = "FH1AEBAGBAFAYDQQCIKBMGA2DQPCAIREEYUCULBOGA3DEMZUGVZXQ6DZPJ6X47TFNZ2HK5TXPB4XU63FEYDQAFRAKA";
} // namespace

void FakeEngine::becomeSmith()
{
    const SampleHouse smith = smithHouse();
    house_.house = smith.house;
    house_.people = smith.people;
    house_.devices = smith.devices;
    house_.status = smith.status;
    tell(StatusChanged{});
    tell(HouseChanged{});
}

void FakeEngine::registerPairing()
{
    on<PairRequests>([this](const PairRequests &) { return house_.pairings; });
    on<PairOpen>([this](const PairOpen &) { return OpenPairing{house_.now + std::chrono::minutes(10)}; });
    on<PairClose>([](const PairClose &) { return Nothing{}; });
    on<PairAccept>([this](const PairAccept &call) -> Result<Pairing> {
        const auto waiting = std::ranges::find(house_.pairings, call.request, &Pairing::request);
        if (waiting == house_.pairings.end())
            return failure(ErrorCode::pairing_missing);
        if (call.digits == shownDigits) {
            waiting->state = PairingState::waiting_for_confirmation;
            tell(PairingChanged{*waiting});
            return *waiting;
        }
        Pairing over = *waiting;
        over.state = PairingState::over;
        over.ended = ErrorCode::pairing_digits_wrong;
        house_.pairings.erase(waiting);
        tell(PairingChanged{over});
        return failure(ErrorCode::pairing_digits_wrong, {{"peer", over.peer}});
    });
    on<PairRefuse>([this](const PairRefuse &call) -> Result<Nothing> {
        std::erase_if(house_.pairings, [&](const auto &one) { return one.request == call.request; });
        Pairing over;
        over.request = call.request;
        over.state = PairingState::over;
        over.ended = ErrorCode::pairing_refused;
        tell(PairingChanged{over});
        return Nothing{};
    });
    on<PairInvite>([this](const PairInvite &call) {
        return GivenInvitation{
            givenInvitation, call.role.value_or(Role::member), house_.now + std::chrono::hours(24)};
    });
    on<PairWith>([this](const PairWith &call) -> Result<Pairing> {
        if (call.machine.starts_with("192.0.2."))
            return failure(ErrorCode::peer_unreachable, {{"address", call.machine}});
        Pairing pairing;
        pairing.request = "joining";
        pairing.peer = "ana-laptop";
        pairing.digits = shownDigits;
        pairing.expires = house_.now + left;
        return pairing;
    });
    on<PairJoin>([this](const PairJoin &) {
        Pairing pairing;
        pairing.request = "joining";
        pairing.peer = "ana-laptop";
        pairing.state = PairingState::waiting_for_confirmation;
        pairing.house = "Smith";
        pairing.expires = house_.now + left;
        return pairing;
    });
    on<PairConfirm>([this](const PairConfirm &) -> Result<House> {
        becomeSmith();
        return *house_.house;
    });
}

} // namespace freehold::screens
