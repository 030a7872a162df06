// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/house.h"

#include "change/loading.h"
#include "support/ssh.h"

namespace freehold::simulation {

using contract::Role;

namespace {

/// The same in each run; no two of a house are the same.
crypto::SigningKey keyOf(const std::string &name)
{
    std::string seed = name;
    seed.resize(32, '.');
    return crypto::SigningKey::fromSeed(Secret::of(seed)).value();
}

template <class Value>
Value expect(Result<Value> result)
{
    if (!result)
        qFatal("the house could not be made: %s", std::string(name(result.error().code)).c_str());
    return std::move(*result);
}

} // namespace

House::House(std::filesystem::path folder, std::uint32_t seed)
    : folder_(std::move(folder))
    , chance_(seed)
    , root_(keyOf("root"))
    , network_(chance_)
{
    auto first = newMember();
    if (auto founded = first->found(foundingDocuments()); !founded)
        qFatal("no house: %s", std::string(name(founded.error().code)).c_str());
    members_.push_back(std::move(first));
    network_.add(*members_.back());
}

std::unique_ptr<Member> House::newMember()
{
    const std::size_t number = members_.size();
    const std::string name = "machine-" + std::to_string(number);
    return std::make_unique<Member>(Member::Context{number, name, folder_ / name, keyOf(name), clock_,
        [this, number] { network_.mainMoved(*members_[number]); }});
}

std::vector<change::Edit> House::foundingDocuments() const
{
    const auto first = keyOf("machine-0").publicKey();
    const std::string id = change::memberId(first);
    std::string house = "format = 1\nname = \"Smith\"\ntimezone = \"UTC\"\n";
    house = change::withValue(house, "id", change::houseId(root_.publicKey()));
    house = change::withValue(house, "root", ssh::publicKeyText(root_.publicKey()));
    return {{"house.toml", house},
        {contract::pathOf("member", id),
            change::memberDocument(
                first, Role::owner, clock_.now(), change::admit(root_, first, Role::owner))},
        {contract::pathOf("device", id), "name = \"machine-0\"\n"}};
}

Result<void> House::admit(Member &by, Role role)
{
    auto joining = newMember();
    change::Draft draft;
    draft.caller = by.caller();
    draft.edits = {{contract::pathOf("member", joining->id()),
                       change::memberDocument(joining->key().publicKey(), role, by.clock().now(), {})},
        {contract::pathOf("device", joining->id()), "name = \"" + joining->name() + "\"\n"}};
    if (auto admitted = by.pipeline().submit(draft); !admitted)
        return std::unexpected(std::move(admitted).error());
    // As members/house_copy.h.
    auto packs = TRY(change::Incoming::in(joining->incoming() / "pack"));
    const change::ObjectId head = by.head();
    (void)TRY(carryPacks(by.pipeline().repository(), head, {}, packs, [] { return false; }));
    {
        auto repository = TRY(change::Repository::create(joining->configuration()));
        if (auto moved = packs.moveInto(joining->configuration() / ".git" / "objects" / "pack"); !moved)
            return moved;
        const auto counted
            = TRY(change::HistoryCheck(repository, change::houseId(root_.publicKey()), joining->validator())
                      .run(head, {}));
        if (!counted.isWhole)
            return failure(ErrorCode::signature_invalid, {{"change", head}});
        for (const char *reference : {change::takingInReference, change::mainReference}) {
            if (auto set = repository.setReference(reference, head); !set)
                return set;
        }
    }
    members_.push_back(std::move(joining));
    if (auto opened = members_.back()->open(); !opened)
        return opened;
    network_.add(*members_.back());
    return {};
}

void House::drop(Member &member)
{
    member.drop();
    network_.switched(member);
}

Result<void> House::open(Member &member)
{
    if (auto opened = member.open(); !opened)
        return opened;
    network_.switched(member);
    return {};
}

} // namespace freehold::simulation
