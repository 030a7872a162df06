// SPDX-License-Identifier: GPL-3.0-or-later
// The side of the machine that wants to join.
#include "members/pairings.h"

namespace freehold::members {

using contract::Pairing;
using contract::PairingState;
using peer::ChannelId;
using peer::Frame;
using peer::Joining;

void Pairings::begin(const std::string &machine, const Answer &answer)
{
    if (context_.house())
        return answer(failure(ErrorCode::house_exists));
    Request request;
    request.id = newId();
    request.answer = answer;
    // What is an address is none that a device on the network may call itself by.
    if (machine.find_first_of(".:") == std::string::npos)
        request.places = context_.placesOf(machine);
    const auto place = request.places.empty() ? placeFrom(machine) : std::nullopt;
    if (place)
        request.places.push_back(*place);
    if (!callNext(std::move(request)))
        answer(failure(ErrorCode::peer_unreachable, {{"address", machine}}));
}

void Pairings::beginInvited(const std::string &text, const Answer &answer)
{
    if (context_.house())
        return answer(failure(ErrorCode::house_exists));
    auto invitation = peer::invitationFrom(text);
    if (!invitation)
        return answer(failure(ErrorCode::invitation_invalid));
    Request request;
    request.id = newId();
    request.answer = answer;
    for (const std::string &address : invitation->addresses)
        request.places.push_back({address, invitation->port});
    request.invitation = std::move(invitation);
    static_cast<void>(callNext(std::move(request)));
}

bool Pairings::callNext(Request request)
{
    if (request.places.empty())
        return false;
    request.channel = context_.network.call(request.places.front().host, request.places.front().port);
    request.places.erase(request.places.begin());
    request.side.emplace<std::monostate>();
    const ChannelId channel = request.channel;
    requests_.emplace(channel, std::move(request));
    return true;
}

void Pairings::confirm(const std::string &id, const Joined &joined)
{
    Request *request = find(id);
    auto *joining = request == nullptr ? nullptr : std::get_if<Joining>(&request->side);
    if (joining == nullptr)
        return joined(failure(ErrorCode::pairing_missing));
    const auto confirmed = joining->confirm();
    if (!confirmed)
        return joined(std::unexpected(confirmed.error()));
    request->joined = joined;
    context_.network.send(request->channel, *confirmed);
    tell(*request);
}

void Pairings::goJoining(Request &request, Joining &joining, const Frame &frame)
{
    const auto reply = joining.receive(frame);
    if (!reply)
        return end(request.channel, reply.error(),
            frame.kind == peer::FrameKind::pair_refused ? Tells::nobody : Tells::other_side);
    if (*reply)
        context_.network.send(request.channel, **reply);
    if (joining.state() == Joining::State::revealed)
        return;
    const bool isInvited = joining.state() == Joining::State::waiting_for_confirmation && request.answer;
    if (joining.state() == Joining::State::waiting_for_yes || isInvited) {
        waitForPeople(request);
        std::exchange(request.answer, {})(describe(request));
    } else if (joining.state() == Joining::State::admitted) {
        request.timer.reset();
        const ChannelId channel = request.channel;
        context_.join({channel, joining.accepted()},
            [this, channel](const Result<contract::House> &house) { joined(channel, house); });
        return;
    }
    tell(request);
}

void Pairings::joined(ChannelId channel, const Result<contract::House> &house)
{
    const auto found = requests_.find(channel);
    if (found == requests_.end())
        return;
    if (!house)
        return end(channel, house.error(), Tells::other_side);
    const Request request = std::move(requests_.extract(found).mapped());
    Pairing told = describe(request);
    told.state = PairingState::joined;
    Q_EMIT changed(told);
    if (request.joined)
        request.joined(house);
}

void Pairings::copied(ChannelId id, std::int64_t bytes)
{
    const auto found = requests_.find(id);
    if (found == requests_.end())
        return;
    // Small parts arrive by the thousand.
    constexpr std::int64_t worthTelling = std::int64_t{256} * 1024;
    auto &told = found->second.copiedBytes;
    if (told && bytes - *told < worthTelling)
        return;
    told = bytes;
    tell(found->second);
}

} // namespace freehold::members
