// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/history.h"

#include "change/revert.h"
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
    if (!member.isOn())
        return turnOn(member);
    const std::size_t what = chance_.below(100);
    if (what < 35)
        wish(member);
    else if (what < 41)
        takeBack(member);
    else if (what < 43)
        choose(member);
    else if (what < 45)
        remove(member);
    else if (what < 46)
        letIn(member);
    else if (what < 50)
        endTrial(member);
    else if (what < 56)
        divide();
    else if (what < 59)
        kill(member);
    else if (what < 61)
        member.clock().jump(milliseconds(hours(chance_.below(48))) - milliseconds(hours(24)));
    else
        (void)house_.network().goOn();
    return look();
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
    if (change && change->state != contract::ChangeState::trial)
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
    if (member.knows(*joining) && copyHouse(member, *joining))
        house_.add(std::move(joining));
}

void History::endTrial(Member &member)
{
    const auto trials = member.pipeline().trials().all();
    if (!trials.empty() && chance_.oneIn(2)) {
        if (auto kept = member.pipeline().confirm(trials.front().id, member.caller()))
            ledger_.noteKept(kept->id);
        return;
    }
    member.endTrials();
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

std::string History::turnOn(Member &member)
{
    if (const auto opened = house_.open(member); !opened)
        return member.name() + " does not open: " + std::string(name(opened.error().code));
    return look();
}

std::string History::end()
{
    for (std::size_t number = 0; number < house_.size(); ++number) {
        if (!house_.at(number).isOn()) {
            if (auto wrong = turnOn(house_.at(number)); !wrong.empty())
                return wrong;
        }
    }
    house_.network().heal();
    // Far more than it takes, for as many as there can be.
    constexpr int most = 3'000;
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
        if (house_.network().tryAgain())
            hasNews = true;
        if (++done > most)
            return "what waits does not come to an end";
    }
    return look();
}

} // namespace freehold::simulation
