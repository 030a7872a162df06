// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/people_domain.h"

#include "change/distinct.h"
#include "contract/house_calls.h"
#include "support/crypto.h"

#include <algorithm>

namespace freehold::people {

using change::Delta;
using change::DocumentPointer;
using contract::Effect;
using contract::EffectCode;
using contract::Role;

namespace {

bool isPerson(const std::string &path)
{
    return contract::classify(path)->kind->name == "person";
}

std::string textOf(const std::optional<std::int64_t> &number)
{
    return number ? std::to_string(*number) : std::string();
}

Role roleOf(const DocumentPointer &person)
{
    return contract::fromName<Role>(person->textAt("role")).value_or(Role::guest);
}

} // namespace

std::string idFor(const std::string &name, const change::Configuration &configuration)
{
    std::string id;
    for (const QChar character : json::toQString(name).normalized(QString::NormalizationForm_KD)) {
        const auto lower = character.toLower().unicode();
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9'))
            id += static_cast<char>(lower);
        else if (lower == ' ' && !id.empty() && id.back() != '-')
            id += '-';
    }
    constexpr std::size_t longest = 32;
    id.resize(std::min(id.size(), longest));
    while (id.ends_with('-'))
        id.pop_back();
    // A name in a script that has no letters of ours still gets an id of its own.
    if (id.empty())
        id = "person-" + toBase32(crypto::randomBytes(4));
    std::string free = id;
    for (int number = 2; configuration.find("person", free) != nullptr; ++number)
        free = id + '-' + std::to_string(number);
    return free;
}

change::Validate PeopleDomain::validator() const
{
    return [names = change::Distinct("person", "name")](
               const Delta &delta) mutable { return names.check(delta); };
}

std::vector<Effect> PeopleDomain::effects(const Delta &delta) const
{
    std::vector<Effect> effects;
    const auto add = [&](EffectCode code, Arguments arguments) {
        effects.push_back({"people", code, std::move(arguments), {}, {}, {}});
    };
    for (const std::string &path : delta.paths) {
        if (!isPerson(path))
            continue;
        const auto before = delta.before.find(path);
        const auto after = delta.after.find(path);
        if (before == nullptr) {
            add(EffectCode::person_added, {{"name", after->textAt("name")}, {"role", after->textAt("role")}});
            continue;
        }
        if (after == nullptr) {
            add(EffectCode::person_removed, {{"name", before->textAt("name")}});
            continue;
        }
        const std::string name = after->textAt("name");
        if (before->textAt("name") != name)
            add(EffectCode::person_renamed, {{"from", before->textAt("name")}, {"to", name}});
        if (before->textAt("role") != after->textAt("role"))
            add(EffectCode::person_role_changed,
                {{"name", name}, {"from", before->textAt("role")}, {"to", after->textAt("role")}});
        if (before->integerAt("birth_year") != after->integerAt("birth_year"))
            add(EffectCode::person_birth_year_changed,
                {{"name", name}, {"from", textOf(before->integerAt("birth_year"))},
                    {"to", textOf(after->integerAt("birth_year"))}});
    }
    return effects;
}

change::Applied PeopleDomain::apply(const Delta &)
{
    // People act on nothing by themselves; others' domains refer to them.
    return {};
}

Result<std::vector<contract::Person>> PeopleDomain::list() const
{
    const change::Pipeline *pipeline = TRY(house_.get());
    std::vector<contract::Person> people;
    for (const DocumentPointer &document : pipeline->configuration().ofKind("person"))
        people.push_back({document->id(), document->textAt("name"), roleOf(document),
            document->integerAt("birth_year"), {}});
    for (const DocumentPointer &device : pipeline->configuration().ofKind("device")) {
        const auto owner = std::ranges::find(people, device->textAt("owner"), &contract::Person::id);
        if (owner != people.end())
            owner->devices.push_back(device->id());
    }
    return people;
}

Result<DocumentPointer> PeopleDomain::find(const std::string &person) const
{
    const change::Pipeline *pipeline = TRY(house_.get());
    for (const DocumentPointer &document : pipeline->configuration().ofKind("person")) {
        if (document->id() == person || document->textAt("name") == person)
            return document;
    }
    return failure(ErrorCode::person_missing, {{"person", person}});
}

Result<contract::Change> PeopleDomain::submit(
    const change::Caller &caller, const std::string &path, std::optional<std::string> text)
{
    change::Pipeline *pipeline = TRY(house_.get());
    change::Draft draft;
    draft.edits.push_back({path, std::move(text)});
    draft.caller = caller;
    return pipeline->submit(draft);
}

Result<contract::Change> PeopleDomain::remove(const change::Caller &caller, const std::string &person)
{
    const DocumentPointer document = TRY(find(person));
    for (const contract::Person &one : TRY(list())) {
        if (one.id == document->id() && !one.devices.empty())
            return failure(ErrorCode::person_has_devices,
                {{"person", one.name}, {"count", std::to_string(one.devices.size())}});
    }
    return submit(caller, document->path(), std::nullopt);
}

void PeopleDomain::addCalls(change::CallTable &calls)
{
    using change::Caller;
    using Changed = Result<contract::Change>;
    calls.add<contract::PersonList>([this](const Caller &, const contract::PersonList &) { return list(); });
    calls.add<contract::PersonAdd>([this](const Caller &caller, const contract::PersonAdd &call) -> Changed {
        const change::Pipeline *pipeline = TRY(house_.get());
        std::string text = change::withValue({}, "name", call.name);
        text = change::withValue(text, "role", std::string(nameOf(call.role.value_or(Role::member))));
        if (call.birth_year)
            text = change::withValue(text, "birth_year", *call.birth_year);
        const std::string id = idFor(call.name, pipeline->configuration());
        return submit(caller, contract::pathOf("person", id), text);
    });
    calls.add<contract::PersonRename>(
        [this](const Caller &caller, const contract::PersonRename &call) -> Changed {
            const DocumentPointer document = TRY(find(call.person));
            return submit(caller, document->path(), change::withValue(document->text(), "name", call.name));
        });
    calls.add<contract::PersonSetRole>(
        [this](const Caller &caller, const contract::PersonSetRole &call) -> Changed {
            const DocumentPointer document = TRY(find(call.person));
            return submit(caller, document->path(),
                change::withValue(document->text(), "role", std::string(nameOf(call.role))));
        });
    calls.add<contract::PersonRemove>([this](const Caller &caller, const contract::PersonRemove &call) {
        return remove(caller, call.person);
    });
}

} // namespace freehold::people
