// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/house.h"

#include "change/loading.h"
#include "change/revocation.h"
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

const crypto::SigningKey &rootKey()
{
    static const crypto::SigningKey key = keyOf("root");
    return key;
}

void expect(const Result<void> &result)
{
    if (!result)
        qFatal("the house could not be made: %s", std::string(name(result.error().code)).c_str());
}

std::unique_ptr<Member> machine(const std::filesystem::path &folder, std::size_t number, const Clock &world,
    std::function<void()> mainMoved)
{
    const std::string name = "machine-" + std::to_string(number);
    return std::make_unique<Member>(
        Member::Context{number, name, folder / name, keyOf(name), world, std::move(mainMoved)});
}

std::vector<change::Edit> foundingDocuments(const Member &first, Time when)
{
    const auto key = first.key().publicKey();
    std::string house = "format = 1\nname = \"Smith\"\ntimezone = \"UTC\"\n";
    house = change::withValue(house, "id", change::houseId(rootKey().publicKey()));
    house = change::withValue(house, "root", ssh::publicKeyText(rootKey().publicKey()));
    const std::string admission = change::admit(rootKey(), key, Role::owner);
    return {{"house.toml", house},
        {contract::pathOf("member", first.id()), change::memberDocument(key, Role::owner, when, admission)},
        {contract::pathOf("device", first.id()), "name = \"" + first.name() + "\"\n"}};
}

} // namespace

std::vector<change::Edit> admissionOf(const Member &machine, Role role, Time when)
{
    return {{contract::pathOf("member", machine.id()),
                change::memberDocument(machine.key().publicKey(), role, when, {})},
        {contract::pathOf("device", machine.id()), "name = \"" + machine.name() + "\"\n"}};
}

House::New House::found(const std::filesystem::path &folder, const std::vector<Role> &roles)
{
    testing::ManualClock clock;
    const auto first = machine(folder, 0, clock, [] { });
    expect(first->found(foundingDocuments(*first, clock.now())));
    change::Draft draft;
    draft.caller = first->caller();
    for (std::size_t number = 1; number < roles.size(); ++number) {
        clock.advance(std::chrono::minutes(1));
        const auto other = machine(folder, number, clock, [] { });
        for (change::Edit &edit : admissionOf(*other, roles[number], clock.now()))
            draft.edits.push_back(std::move(edit));
    }
    expect(first->pipeline().submit(draft).transform([](const contract::Change &) { }));
    return {first->configuration(), roles.size()};
}

House::House(std::filesystem::path folder, const New &asNew, std::uint32_t seed)
    : folder_(std::move(folder))
    , chance_(seed)
    , network_(chance_)
{
    clock_.advance(std::chrono::hours(1));
    while (size() < asNew.size) {
        auto next = newMachine();
        std::filesystem::create_directories(next->configuration());
        std::filesystem::copy(asNew.copy, next->configuration(), std::filesystem::copy_options::recursive);
        expect(next->open());
        add(std::move(next));
    }
}

std::unique_ptr<Member> House::newMachine()
{
    const std::size_t number = size();
    return machine(folder_, number, clock_, [this, number] { network_.mainMoved(number); });
}

void House::add(std::unique_ptr<Member> machine)
{
    members_.push_back(std::move(machine));
    network_.add(*members_.back());
}

Result<void> copyHouse(Member &from, Member &to)
{
    std::error_code error;
    std::filesystem::remove_all(to.configuration(), error); // of an attempt that was cut short
    auto packs = TRY(change::Incoming::in(to.incoming() / "copy"));
    const change::ObjectId &head = from.head();
    (void)TRY(carryPacks(from.repository(), head, {}, packs, [] { return false; }));
    {
        auto repository = TRY(change::Repository::create(to.configuration()));
        if (auto moved = packs.moveInto(to.configuration() / ".git" / "objects" / "pack"); !moved)
            return moved;
        const auto counted
            = TRY(change::HistoryCheck(repository, change::houseId(rootKey().publicKey()), to.validator())
                    .run({head}, {}));
        const auto commit = TRY(repository.commit(head));
        const auto loaded = TRY(change::load(repository, commit.tree));
        const auto self = loaded.configuration.find("member", to.id());
        if (!counted.isWhole || self == nullptr || change::isRevoked(*self))
            return failure(ErrorCode::pairing_ended);
        for (const char *reference : {change::takingInReference, change::mainReference}) {
            if (auto set = repository.setReference(reference, head); !set)
                return set;
        }
    }
    return to.open();
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
