// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/history.h"

#include "change/revert.h"
#include "simulation/disk.h"
#include "simulation/traitor.h"
#include "simulation/wishes.h"

namespace freehold::simulation {

using contract::Cause;
using contract::Role;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

std::string History::goOn()
{
    house_.clock().advance(milliseconds(chance_.below(40'000)));
    Member &member = house_.anyMember();
    constexpr std::size_t seldom = 10;
    if (!chance_.oneIn(seldom)) {
        happen(member);
        return look();
    }
    const std::vector<disk::Fault> faults{disk::Fault::full, disk::Fault::broken, disk::Fault::cut};
    const disk::Fault fault = chance_.oneOf(faults);
    constexpr std::size_t mostWrites = 60; // about as many as there are in the longest of what happens
    {
        const disk::Faulty faulty(fault, chance_.below(mostWrites));
        Member &atWork = happen(member);
        const auto main = atWork.isOn() ? atWork.repository().resolve(change::mainReference) : ObjectId();
        const bool isAstray = atWork.isOn() && main != atWork.head();
        if (isAstray && fault == disk::Fault::broken)
            wrong_ = atWork.name() + " has another main than it says, after an error";
        // A full disk may not even let it be put back: the next start finds out whose it is.
        if (disk::isCut() || isAstray)
            kill(atWork);
    }
    return look();
}

Member &History::happen(Member &member)
{
    const std::size_t what = chance_.below(100);
    if (!member.isOn())
        turnOn(member);
    else if (what < 35)
        wish(member);
    else if (what < 41)
        takeBack(member);
    else if (what < 43)
        choose(member);
    else if (what < 45)
        remove(member);
    else if (what < 46)
        letIn(member);
    else if (what < 49)
        endTrial(member);
    else if (what < 50)
        betray(member);
    else if (what < 56)
        divide();
    else if (what < 59)
        kill(member);
    else if (what < 61)
        member.clock().jump(milliseconds(hours(chance_.below(48))) - milliseconds(hours(24)));
    else if (house_.network().goOn())
        return house_.at(house_.network().lastAtWork());
    return member;
}

std::string History::look()
{
    for (std::size_t number = 0; number < house_.size(); ++number) {
        const Member &member = house_.at(number);
        if (member.isOn() && !ledger_.look(member))
            wrong_ = member.name() + " holds a change that nobody made";
    }
    return wrong_;
}

void History::submit(Member &member, const change::Draft &draft)
{
    const ObjectId before = member.head();
    const auto change = member.pipeline().submit(draft);
    if (!change && member.head() != before)
        wrong_ = member.name() + " changed something and said that nothing has changed";
    if (!ledger_.look(member))
        wrong_ = member.name() + " holds a change that nobody made";
    if (change && change->state != contract::ChangeState::trial && !disk::isCut())
        ledger_.noteKept(change->id);
}

void History::wish(Member &member)
{
    change::Draft draft = someWish(chance_, member);
    if (chance_.oneIn(6))
        draft.trial = seconds(60);
    submit(member, draft);
}

void History::takeBack(Member &member)
{
    const auto rows = member.pipeline().history().rows({}, 12);
    const auto &row = chance_.oneOf(*rows);
    if (member.pipeline().trials().find(row.id) != nullptr)
        return (void)member.pipeline().rollBack(row.id, std::nullopt);
    if (auto reversal = change::planUndo(member.pipeline(), row.id))
        submit(member, change::draftOf(std::move(*reversal), Cause::undo, member.caller()));
}

void History::choose(Member &member)
{
    const auto rows = member.pipeline().history().rows({}, 30);
    for (const auto &row : *rows) {
        auto reversal = change::planChoice(member.pipeline(), row.id);
        if (reversal)
            return submit(member, change::draftOf(std::move(*reversal), Cause::redo, member.caller()));
    }
}

void History::remove(Member &member)
{
    const Member &removed = house_.anyMember();
    if (member.knows(removed))
        submit(member, removalOf(removed, member));
}

void History::letIn(Member &member)
{
    constexpr std::size_t most = 7;
    if (house_.size() == most)
        return;
    const std::vector<Role> roles{Role::owner, Role::member, Role::guest};
    auto joining = house_.newMachine();
    if (!member.knows(*joining)) {
        change::Draft draft;
        draft.caller = member.caller();
        draft.edits = admissionOf(*joining, chance_.oneOf(roles), member.clock().now());
        submit(member, draft);
    }
    if (member.knows(*joining) && copyHouse(member, *joining) && !disk::isCut())
        house_.add(std::move(joining));
}

void History::endTrial(Member &member)
{
    const auto trials = member.pipeline().trials().all();
    if (!trials.empty() && chance_.oneIn(2)) {
        const auto kept = member.pipeline().confirm(trials.front().id, member.caller());
        if (kept && !disk::isCut())
            ledger_.noteKept(kept->id);
        return;
    }
    member.endTrials();
}

void History::betray(Member &member)
{
    constexpr std::size_t most = 2;
    if (traitors_.size() >= most || !chance_.oneIn(2))
        return;
    // Whoever has one of their changes in its history has left the house with it.
    const ObjectId made = simulation::betray(chance_, member);
    if (made.empty())
        return;
    traitors_.insert(member.number());
    ledger_.noteForbidden(member, made);
    kill(member);
    if (!chance_.oneIn(2))
        return;
    Member &helper = house_.anyMember();
    if (helper.number() == member.number() || !helper.isOn() || !house_.open(member))
        return;
    traitors_.insert(helper.number());
    // Where its disk fails, nobody knows how far it has come.
    [[maybe_unused]] const auto helped = help(member, helper);
    kill(helper);
}

void History::divide()
{
    std::vector<std::size_t> parts(house_.size());
    const std::size_t most = 1 + chance_.below(3);
    for (std::size_t &part : parts)
        part = chance_.below(most);
    house_.network().divide(std::move(parts));
}

void History::kill(Member &member)
{
    house_.drop(member);
}

void History::turnOn(Member &member)
{
    const auto opened = house_.open(member);
    if (!opened && !disk::hasFailed())
        wrong_ = member.name() + " does not open: " + std::string(name(opened.error().code));
}

std::string History::end()
{
    for (std::size_t number = 0; number < house_.size(); ++number) {
        if (!house_.at(number).isOn())
            turnOn(house_.at(number));
    }
    // What a fault left undone is tried again.
    for (std::size_t number = 0; number < house_.size(); ++number) {
        if (!house_.at(number).pipeline().settleAgain())
            wrong_ = house_.at(number).name() + " can't go on after its disk had failed";
    }
    if (auto wrong = look(); !wrong.empty())
        return wrong;
    house_.network().heal();
    // Far more than it takes, for as many as there can be.
    constexpr int most = 1'000;
    int done = 0;
    for (bool hasNews = true; hasNews;) {
        hasNews = false;
        while (house_.network().goOn()) {
            hasNews = true;
            if (auto wrong = look(); !wrong.empty())
                return wrong;
            if (++done > most)
                return "the members do not come to an end";
        }
        // Trials end, and what waited for that goes on.
        for (std::size_t number = 0; number < house_.size(); ++number)
            house_.at(number).endTrials();
        if (house_.network().tryAgain(traitors_))
            hasNews = true;
        if (++done > most)
            return "what waits does not come to an end";
    }
    return look();
}

} // namespace freehold::simulation
