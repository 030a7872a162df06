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

std::string newId()
{
    constexpr std::size_t bytes = 5; // eight letters
    return toBase32(crypto::randomBytes(bytes));
}

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

Result<contract::GivenInvitation> Pairings::invite(
    const change::Caller &caller, const contract::PairInvite &call)
{
    if (!context_.house())
        return failure(ErrorCode::house_missing);
    const std::chrono::hours time(call.hours.value_or(invitationTime.count()));
    if (time < std::chrono::hours(1) || time > longestInvitationTime)
        return failure(ErrorCode::parameters_invalid,
            {{"field", "hours"},
                {"expected", "1 to " + std::to_string(longestInvitationTime.count()) + " hours"}});
    const Reach reach = context_.reach();
    if (reach.port == 0 || reach.addresses.empty())
        return failure(ErrorCode::member_port_closed);
    const auto role = call.role.value_or(contract::Role::member);
    const Time ends = context_.clock.now() + time;
    const auto secret = TRY(context_.invitations.give({role, caller.actor}, ends));
    return contract::GivenInvitation{
        toText(peer::InvitationText{context_.ownKey(), secret, reach.port, reach.addresses}), role, ends};
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

Result<Pairing> Pairings::accept(const change::Caller &caller, const contract::PairAccept &call)
{
    Request *request = find(call.request);
    auto *admitting = request == nullptr ? nullptr : std::get_if<Admitting>(&request->side);
    const auto house = context_.house();
    if (admitting == nullptr || !house)
        return failure(ErrorCode::pairing_missing);
    // As people type what they read in groups. What can't be the digits costs no attempt.
    std::string digits = call.digits;
    std::erase_if(digits, [](char character) { return character == ' ' || character == '-'; });
    constexpr std::size_t count = 6;
    if (digits.size() != count || digits.find_first_not_of("0123456789") != std::string::npos)
        return failure(ErrorCode::parameters_invalid, {{"field", "digits"}, {"expected", "six digits"}});
    const auto accepted = admitting->accept(digits, *house);
    if (!accepted) {
        if (accepted.error().code == ErrorCode::pairing_digits_wrong)
            end(request->channel, accepted.error(), Tells::other_side);
        return std::unexpected(accepted.error());
    }
    if (!shown_.empty())
        shown_.erase(shown_.begin()); // a person was there
    request->acceptedBy = caller;
    request->role = call.role.value_or(contract::Role::member);
    context_.network.send(request->channel, *accepted);
    tell(*request);
    return describe(*request);
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

void Pairings::goAdmitting(Request &request, Admitting &admitting, const Frame &frame)
{
    const auto reply = admitting.receive(frame);
    if (!reply)
        return end(request.channel, reply.error(),
            frame.kind == peer::FrameKind::pair_refused ? Tells::nobody : Tells::other_side);
    if (admitting.state() == Admitting::State::invited)
        return welcome(request, admitting);
    if (admitting.state() == Admitting::State::waiting_for_digits) {
        if (!mayBeShown())
            return end(request.channel, Error{ErrorCode::pairing_busy, {}, {}}, Tells::other_side);
        endOlderThan(request);
        waitForPeople(request);
        tell(request);
    }
    if (*reply)
        context_.network.send(request.channel, **reply);
    if (admitting.state() != Admitting::State::confirmed)
        return;
    // Somebody else may have used the same one meanwhile.
    if (const auto &secret = admitting.invitation()) {
        const auto given = context_.invitations.find(*secret);
        const auto used = given ? context_.invitations.remove(*secret) : std::unexpected(given.error());
        if (!used)
            return end(request.channel, used.error(), Tells::other_side);
    }
    const auto admitted
        = context_.admit({request.key, admitting.peerName(), request.role}, request.acceptedBy);
    if (!admitted)
        return end(request.channel, admitted.error(), Tells::other_side);
    context_.network.send(request.channel, toFrame(peer::PairAdmitted()));
    tell(request);
    requests_.erase(request.channel);
}

void Pairings::welcome(Request &request, Admitting &admitting)
{
    const auto given = context_.invitations.find(*admitting.invitation());
    const auto house = context_.house();
    if (!given || !house)
        return end(request.channel, given ? Error{ErrorCode::house_missing, {}, {}} : given.error(),
            Tells::other_side);
    const auto welcome = admitting.welcome(*house);
    if (!welcome)
        return end(request.channel, welcome.error(), Tells::other_side);
    request.acceptedBy = {given->by, contract::Role::owner};
    request.role = given->role;
    waitForPeople(request);
    context_.network.send(request.channel, *welcome);
    tell(request);
}

void Pairings::endOlderThan(const Request &request)
{
    std::vector<ChannelId> older;
    for (const auto &[channel, other] : requests_) {
        const auto *admitting = std::get_if<Admitting>(&other.side);
        if (channel != request.channel && other.key == request.key && other.isVisible()
            && admitting != nullptr && admitting->state() == Admitting::State::waiting_for_digits)
            older.push_back(channel);
    }
    for (const ChannelId channel : older)
        end(channel, Error{ErrorCode::pairing_ended, {{"peer", context_.ownName()}}, {}}, Tells::other_side);
}

bool Pairings::mayBeShown()
{
    const Time now = context_.clock.now();
    std::erase_if(shown_, [now](Time at) { return now - at >= lifetime; });
    if (shown_.size() >= mostWaiting)
        return false;
    shown_.push_back(now);
    return true;
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
