// SPDX-License-Identifier: GPL-3.0-or-later
// The side of the member that lets others in.
#include "members/pairings.h"

namespace freehold::members {

using contract::Pairing;
using peer::Admitting;
using peer::ChannelId;
using peer::Frame;

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

} // namespace freehold::members
