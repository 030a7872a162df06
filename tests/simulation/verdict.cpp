// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/verdict.h"

#include "change/replication/made_again.h"
#include "simulation/laid_over.h"

#include <QProcess>

#include <algorithm>

namespace freehold::simulation {

namespace {

using Group = std::vector<Member *>;

/// Members that regard each other as such: what they hold is one house. Who was removed and has heard of it
/// is alone.
std::vector<Group> groupsOf(House &house, const std::set<std::size_t> &traitors)
{
    std::vector<Group> groups;
    std::set<std::size_t> grouped = traitors;
    for (std::size_t first = 0; first < house.size(); ++first) {
        if (grouped.contains(first) || !house.at(first).knows(house.at(first)))
            continue;
        Group group{&house.at(first)};
        grouped.insert(first);
        for (std::size_t at = 0; at < group.size(); ++at) {
            for (std::size_t other = 0; other < house.size(); ++other) {
                const bool areOne = group[at]->knows(house.at(other)) && house.at(other).knows(*group[at]);
                if (areOne && grouped.insert(other).second)
                    group.push_back(&house.at(other));
            }
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

class Judge {
public:
    Judge(const Ledger &ledger, Group group, Verdict &verdict)
        : ledger_(ledger)
        , group_(std::move(group))
        , held_(changesOf(group_))
        , counting_(ledger, [this](const ObjectId &id) { return isHeard(*ledger_.find(id)); })
        , verdict_(verdict)
    {
    }

    void run()
    {
        std::set<ObjectId> expected;
        for (const Deed *deed : ledger_.inOrder()) {
            if (counting_.counts(*deed) && isHeard(*deed))
                expected.insert(deed->id);
        }
        const LaidOver laidOver(ledger_, expected);
        if (isUnclear(laidOver)) {
            verdict_.isUnclear = true;
            return;
        }
        const Member &first = *group_.front();
        for (const Member *member : group_) {
            if (member->head() != first.head())
                say(member->name() + " and " + first.name() + " do not hold the same commit");
        }
        for (const Deed *deed : ledger_.inOrder())
            judge(*deed, expected);
        if (verdict_.wrong.empty())
            judgeWhatIsSaid(laidOver);
    }

private:
    void say(const std::string &wrong) { verdict_.wrong.push_back(wrong); }

    [[nodiscard]] bool isUnclear(const LaidOver &laidOver)
    {
        const bool losesRemoval = std::ranges::any_of(
            laidOver.invalid(), [&](const ObjectId &id) { return Counting::isRemoval(*ledger_.find(id)); });
        const bool makesNotAgain = counting_.isUnclear([this](const std::string &id) { return isOf(id); });
        // Somebody has looked at it, and it is in nobody's history.
        const bool wasHeardOnce = std::ranges::any_of(ledger_.inOrder(), [&](const Deed *deed) {
            return Counting::isRemoval(*deed) && !deed->isForbidden && !isHeard(*deed) && isStored(deed->id);
        });
        return losesRemoval || makesNotAgain || wasHeardOnce;
    }
    [[nodiscard]] bool isStored(const ObjectId &id) const
    {
        return std::ranges::any_of(
            group_, [&](const Member *member) { return member->repository().holds(id); });
    }
    /// One of them has made it, or has it in its history.
    [[nodiscard]] bool isHeard(const Deed &deed) const { return isOfGroup(deed) || held_.contains(deed.id); }
    [[nodiscard]] bool isOf(const std::string &member) const
    {
        return std::ranges::contains(group_, member, &Member::id);
    }
    [[nodiscard]] bool isOfGroup(const Deed &deed) const { return isOf(deed.by); }
    [[nodiscard]] std::set<ObjectId> changesOf(const Group &group) const
    {
        std::set<ObjectId> changes;
        for (const Member *member : group) {
            const auto commits = member->repository().commitsBetween({}, {member->head()});
            std::ranges::copy_if(*commits, std::inserter(changes, changes.end()),
                [this](const ObjectId &id) { return ledger_.find(id) != nullptr; });
        }
        return changes;
    }

    void judge(const Deed &deed, const std::set<ObjectId> &expected)
    {
        const bool isThere = held_.contains(deed.id);
        if (isThere && !expected.contains(deed.id))
            say("a change counts that must not: " + deed.id + " by " + deed.by);
        if (!isThere && expected.contains(deed.id))
            say("a change is lost: " + deed.id + " by " + deed.by);
        const bool needsAPlace
            = !isThere && deed.isKept && !deed.isForbidden && isOfGroup(deed) && !expected.contains(deed.id);
        if (needsAPlace && !isMadeAgain(deed, expected) && !isShown(deed) && !isSaidElsewhere(deed, expected))
            say("a kept change lay on what does not count, and is nowhere: " + deed.id + " by " + deed.by);
    }

    [[nodiscard]] bool isMadeAgain(const Deed &deed, const std::set<ObjectId> &expected) const
    {
        return std::ranges::any_of(ledger_.inOrder(), [&](const Deed *other) {
            return other->replaces == deed.id
                && (expected.contains(other->id) || isMadeAgain(*other, expected) || isShown(*other)
                    || isSaidElsewhere(*other, expected));
        });
    }
    /// To its maker, as waiting for a person.
    [[nodiscard]] bool isShown(const Deed &deed) const
    {
        const auto maker = std::ranges::find(group_, deed.by, &Member::id);
        return maker != group_.end()
            && !(*maker)->repository().resolve("refs/freehold/refused/" + deed.id).value().empty();
    }
    /// Others have said the same, or it was rolled back and both went.
    [[nodiscard]] bool isSaidElsewhere(const Deed &deed, const std::set<ObjectId> &expected) const
    {
        const auto deeds = ledger_.inOrder();
        const bool isRolledBack = std::ranges::any_of(deeds, [&](const Deed *other) {
            return other->cause == contract::Cause::roll_back && other->refersTo == deed.id;
        });
        return isRolledBack || std::ranges::all_of(deed.documents, [&](const auto &document) {
            return std::ranges::any_of(deeds, [&](const Deed *other) {
                const auto found = other->documents.find(document.first);
                return expected.contains(other->id) && found != other->documents.end()
                    && includes(found->second.is, document.second);
            });
        });
    }
    /// Whether a document says all that a change wanted it to.
    [[nodiscard]] static bool includes(const std::optional<Sayings> &is, const Deed::Sides &wanted)
    {
        if (!is || !wanted.is)
            return !is && !wanted.is;
        return std::ranges::all_of(*wanted.is, [&](const auto &said) {
            const bool isOld
                = wanted.was && wanted.was->contains(said.first) && wanted.was->at(said.first) == said.second;
            return isOld || (is->contains(said.first) && is->at(said.first) == said.second);
        });
    }

    void judgeWhatIsSaid(const LaidOver &laidOver)
    {
        for (Member *member : group_) {
            auto &pipeline = member->pipeline();
            Said said;
            for (const auto &document : pipeline.configuration().documents())
                said.emplace(document->path(), sayingsOf(*document));
            if (said != laidOver.said())
                say(member->name()
                    + " says otherwise than all changes together: " + difference(said, laidOver.said()));
            for (const ObjectId &lost : laidOver.lost()) {
                using enum contract::ChangeState;
                const bool isRead = pipeline.history().contains(lost).value_or(false);
                const auto change = pipeline.describe(lost);
                const bool isShown = isRead && change
                    && (change->state == choice || change->state == undone || change->state == rolled_back);
                if (!isShown && !isChosen(lost))
                    say(member->name() + " does not show the other choice: " + lost);
            }
            for (const std::string_view prefix : {change::toMakeAgain, change::toTryAgain}) {
                if (!member->repository().references(std::string(prefix) + '*').value().empty())
                    say(member->name() + " has something left to be made again");
            }
        }
    }
    [[nodiscard]] bool isChosen(const ObjectId &lost) const
    {
        return std::ranges::any_of(ledger_.inOrder(),
            [&](const Deed *deed) { return deed->cause == contract::Cause::redo && deed->refersTo == lost; });
    }
    [[nodiscard]] static std::string difference(const Said &is, const Said &wanted)
    {
        std::string text;
        for (const auto &[sign, one, other] :
            {std::tuple(" +", &is, &wanted), std::tuple(" -", &wanted, &is)}) {
            for (const auto &[path, sayings] : *one) {
                const auto there = other->find(path);
                if (there == other->end())
                    text.append(sign).append(path);
                for (const auto &[key, value] : sayings) {
                    const bool isSame = there != other->end() && there->second.contains(key)
                        && there->second.at(key) == value;
                    if (!isSame)
                        text.append(sign).append(path).append(" ").append(key).append(" = ").append(
                            change::toToml(value));
                }
            }
        }
        return text;
    }

    const Ledger &ledger_;
    Group group_;
    std::set<ObjectId> held_; ///< changes in their histories
    Counting counting_;
    Verdict &verdict_;
};

} // namespace

Verdict judge(House &house, const Ledger &ledger, const std::set<std::size_t> &traitors)
{
    Verdict verdict;
    for (Group &group : groupsOf(house, traitors))
        Judge(ledger, std::move(group), verdict).run();
    return verdict;
}

std::vector<std::string> wrongByGit(House &house)
{
    std::vector<std::string> wrong;
    for (std::size_t number = 0; number < house.size(); ++number) {
        QProcess git;
        git.setProcessChannelMode(QProcess::MergedChannels);
        git.setWorkingDirectory(QString::fromStdString(house.at(number).configuration().string()));
        git.start(QStringLiteral("git"), {QStringLiteral("fsck"), QStringLiteral("--strict")});
        git.waitForFinished();
        if (git.exitStatus() != QProcess::NormalExit || git.exitCode() != 0)
            wrong.push_back(house.at(number).name() + ": " + git.readAll().toStdString());
    }
    return wrong;
}

} // namespace freehold::simulation
