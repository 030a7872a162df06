// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/pairings.h"

#include <algorithm>

namespace freehold::members {

using contract::Pairing;
using contract::PairingState;
using peer::Admitting;
using peer::ChannelId;
using peer::Frame;
using peer::Joining;

namespace {

PairingState stateOf(Joining::State state)
{
    switch (state) {
    case Joining::State::asking:
    case Joining::State::revealed:
    case Joining::State::waiting_for_yes:
        return PairingState::waiting_for_digits;
    case Joining::State::waiting_for_confirmation:
        return PairingState::waiting_for_confirmation;
    case Joining::State::waiting_for_admission:
    case Joining::State::admitted:
        break;
    }
    return PairingState::joining;
}

PairingState stateOf(Admitting::State state)
{
    switch (state) {
    case Admitting::State::asked:
    case Admitting::State::invited:
    case Admitting::State::waiting_for_digits:
        return PairingState::waiting_for_digits;
    case Admitting::State::waiting_for_confirmation:
        return PairingState::waiting_for_confirmation;
    case Admitting::State::confirmed:
        return PairingState::joined;
    case Admitting::State::over:
        break;
    }
    return PairingState::over;
}

} // namespace

Pairings::Pairings(Context context)
    : context_(std::move(context))
{
}

std::string Pairings::newId()
{
    constexpr std::size_t bytes = 5; // eight letters
    return toBase32(crypto::randomBytes(bytes));
}

void Pairings::addCalls(change::CallTable &calls)
{
    using change::Caller;
    calls.addLater<contract::PairWith>([this](const Caller &, const contract::PairWith &call,
                                           const Answer &answer) { begin(call.machine, answer); });
    calls.addLater<contract::PairJoin>([this](const Caller &, const contract::PairJoin &call,
                                           const Answer &answer) { beginInvited(call.invitation, answer); });
    calls.add<contract::PairInvite>(
        [this](const Caller &caller, const contract::PairInvite &call) { return invite(caller, call); });
    calls.addLater<contract::PairConfirm>([this](const Caller &, const contract::PairConfirm &call,
                                              const Joined &joined) { confirm(call.request, joined); });
    calls.add<contract::PairRequests>(
        [this](const Caller &, const contract::PairRequests &) -> Result<std::vector<Pairing>> {
            std::vector<Pairing> all;
            for (const auto &[channel, request] : requests_) {
                if (!request.isVisible())
                    continue;
                all.push_back(describe(request));
                all.back().digits.reset();
            }
            return all;
        });
    calls.add<contract::PairAccept>(
        [this](const Caller &caller, const contract::PairAccept &call) { return accept(caller, call); });
    calls.add<contract::PairRefuse>(
        [this](const Caller &, const contract::PairRefuse &call) -> Result<contract::Nothing> {
            const Request *request = find(call.request);
            if (request == nullptr)
                return failure(ErrorCode::pairing_missing);
            end(request->channel, Error{ErrorCode::pairing_refused, {}, {}}, Tells::other_side);
            return contract::Nothing();
        });
}

void Pairings::opened(ChannelId id, const peer::Peer &peer)
{
    const auto called = requests_.find(id);
    if (called == requests_.end()) {
        if (peer.called)
            return;
        Request request;
        request.id = newId();
        request.channel = id;
        request.key = peer.key;
        requests_.emplace(id, std::move(request));
        return;
    }
    Request &request = called->second;
    if (request.invitation && request.invitation->member != peer.key) {
        context_.network.close(id);
        return closed(id, Error{ErrorCode::peer_is_another, {{"address", peer.address}}, {}});
    }
    request.key = peer.key;
    const auto secret = request.invitation
        ? std::optional<peer::InvitationText::Secret>(request.invitation->secret)
        : std::nullopt;
    const auto &joining = request.side.emplace<Joining>(
        context_.ownName(), peer::PairingKeys{.joining = context_.ownKey(), .member = peer.key}, secret);
    context_.network.send(id, joining.begin());
}

void Pairings::received(ChannelId id, const Frame &frame)
{
    const auto found = requests_.find(id);
    if (found == requests_.end())
        return;
    Request &request = found->second;
    if (auto *joining = std::get_if<Joining>(&request.side)) {
        goJoining(request, *joining, frame);
        return;
    }
    if (!context_.house())
        return end(id, Error{ErrorCode::house_missing, {}, {}}, Tells::other_side);
    if (std::holds_alternative<std::monostate>(request.side))
        request.side.emplace<Admitting>(
            context_.ownName(), peer::PairingKeys{.joining = request.key, .member = context_.ownKey()});
    goAdmitting(request, std::get<Admitting>(request.side), frame);
}

void Pairings::waitForPeople(Request &request)
{
    request.expires = context_.clock.now() + lifetime;
    request.timer = std::make_unique<QTimer>();
    request.timer->setSingleShot(true);
    connect(request.timer.get(), &QTimer::timeout, this, [this, channel = request.channel] {
        // The timer is the request's, which goes.
        QMetaObject::invokeMethod(
            this,
            [this, channel] { end(channel, Error{ErrorCode::pairing_expired, {}, {}}, Tells::other_side); },
            Qt::QueuedConnection);
    });
    request.timer->start(lifetime);
    context_.network.keep(request.channel);
}

void Pairings::closed(ChannelId id, const Error &error)
{
    const auto found = requests_.find(id);
    if (found == requests_.end())
        return;
    // It may be at any of its places.
    if (std::holds_alternative<std::monostate>(found->second.side) && !found->second.places.empty()) {
        static_cast<void>(callNext(std::move(requests_.extract(found).mapped())));
        return;
    }
    const std::string name = nameOf(found->second);
    end(id, name.empty() ? error : Error{ErrorCode::pairing_ended, {{"peer", name}}, {}}, Tells::nobody);
}

void Pairings::end(ChannelId channel, Error error, Tells tells)
{
    const auto found = requests_.find(channel);
    if (found == requests_.end())
        return;
    const Request request = std::move(requests_.extract(found).mapped());
    if (tells == Tells::other_side)
        context_.network.send(channel, toFrame(peer::PairRefused{error.code}));
    context_.network.close(channel);
    if (request.isVisible()) {
        Pairing told = describe(request);
        told.state = PairingState::over;
        told.ended = error.code;
        Q_EMIT changed(told);
    }
    if (request.answer)
        request.answer(std::unexpected(error));
    if (request.joined)
        request.joined(std::unexpected(error));
}

Pairings::Request *Pairings::find(const std::string &id)
{
    const auto found = std::ranges::find_if(
        requests_, [&](const auto &one) { return one.second.id == id && one.second.isVisible(); });
    return found == requests_.end() ? nullptr : &found->second;
}

std::string Pairings::nameOf(const Request &request)
{
    if (const auto *joining = std::get_if<Joining>(&request.side))
        return joining->peerName();
    const auto *admitting = std::get_if<Admitting>(&request.side);
    return admitting == nullptr ? std::string() : admitting->peerName();
}

bool Pairings::Request::isVisible() const
{
    return expires.has_value();
}

Pairing Pairings::describe(const Request &request)
{
    Pairing told;
    told.request = request.id;
    told.peer = nameOf(request);
    told.expires = request.expires;
    told.copied_bytes = request.copiedBytes;
    if (const auto *joining = std::get_if<Joining>(&request.side)) {
        told.state = stateOf(joining->state());
        if (!joining->digits().empty())
            told.digits = joining->digits();
        if (!joining->accepted().house_name.empty())
            told.house = joining->accepted().house_name;
    } else if (const auto *admitting = std::get_if<Admitting>(&request.side)) {
        told.state = stateOf(admitting->state());
    }
    return told;
}

} // namespace freehold::members
