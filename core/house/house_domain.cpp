// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/house_domain.h"

#include "change/admission.h"
#include "change/revocation.h"
#include "change/rights.h"
#include "contract/engine_calls.h"
#include "contract/house_calls.h"
#include "support/ssh.h"

#include <algorithm>

namespace freehold::house {

using change::Configuration;
using change::Delta;
using change::DocumentPointer;
using contract::Effect;
using contract::EffectCode;
using contract::Role;
using contract::Severity;
using contract::Undo;

namespace {

constexpr const char *housePath = "house.toml";

/// What a member is called: as a device it has its name, in its own document.
std::string memberName(const Configuration &configuration, const std::string &id)
{
    const auto device = configuration.find("device", id);
    return device == nullptr ? id : device->textAt("name");
}

void checkHouse(const Delta &delta, std::vector<Problem> &problems)
{
    const auto before = delta.before.find(housePath);
    const auto after = delta.after.find(housePath);
    if (after == nullptr) {
        problems.push_back({housePath, {}, 0, ErrorCode::house_identity_changed, {}});
        return;
    }
    const auto root = ssh::publicKeyFromText(after->textAt("root"));
    if (!root || change::houseId(*root) != after->textAt("id"))
        problems.push_back({housePath, "id", after->lineOf("id"), ErrorCode::house_identity_changed, {}});
    if (before == nullptr)
        return;
    for (const char *key : {"id", "root"}) {
        if (before->textAt(key) != after->textAt(key))
            problems.push_back({housePath, key, after->lineOf(key), ErrorCode::house_identity_changed, {}});
    }
    if (after->integerAt("format") != contract::houseFormat)
        problems.push_back({housePath, "format", after->lineOf("format"), ErrorCode::format_newer,
            {{"known", std::to_string(contract::houseFormat)}}});
}

DocumentPointer backupUsedBy(const Configuration &configuration, const std::string &member)
{
    for (const DocumentPointer &backup : configuration.ofKind("admission")) {
        if (backup->textAt("used_by") == member)
            return backup;
    }
    return nullptr;
}

/// A backup lets one machine in, and which one it was stays known.
void checkAdmission(const Delta &delta, const std::string &path, std::vector<Problem> &problems)
{
    const auto before = delta.before.find(path);
    const auto after = delta.after.find(path);
    const auto was = before ? before->textAt("used_by") : std::string();
    if (!was.empty() && (!after || after->textAt("used_by") != was))
        problems.push_back({path, "used_by", 0, ErrorCode::forward_only, {}});
    if (before && after && before->textAt("key") != after->textAt("key"))
        problems.push_back({path, "key", after->lineOf("key"), ErrorCode::forward_only, {}});
}

void checkMember(const Delta &delta, const std::string &path, std::vector<Problem> &problems)
{
    const auto before = delta.before.find(path);
    const auto after = delta.after.find(path);
    if (after == nullptr) {
        if (before != nullptr)
            problems.push_back({path, {}, 0, ErrorCode::forward_only, {}});
        return;
    }
    if (before && !std::ranges::includes(change::revocationsIn(*after), change::revocationsIn(*before)))
        problems.push_back({path, "revoked", after->lineOf("revoked"), ErrorCode::forward_only, {}});
    const auto house = delta.after.find(housePath);
    const auto root = house ? ssh::publicKeyFromText(house->textAt("root")) : std::nullopt;
    const auto key = ssh::publicKeyFromText(after->textAt("key"));
    const auto role = contract::fromName<Role>(after->textAt("role"));
    // The first member has only the root to speak for it; another is admitted by whoever signs the change, or
    // by the backup that it was restored from.
    const std::string admission = after->textAt("admission");
    const bool isFirst = delta.before.find(housePath) == nullptr;
    const bool isAdmittedByOthers = !isFirst && admission.empty();
    const bool wasSound = before && before->textAt("key") == after->textAt("key")
        && before->textAt("role") == after->textAt("role") && before->textAt("admission") == admission;
    const bool sound = root && key && role && change::memberId(*key) == after->id()
        && (isAdmittedByOthers || wasSound
            || change::letsItselfIn(*after, *house, backupUsedBy(delta.after, after->id()).get()));
    if (!sound)
        problems.push_back({path, "admission", after->lineOf("admission"), ErrorCode::signature_invalid, {}});
}

bool isOwner(const DocumentPointer &member)
{
    return member->textAt("role") == nameOf(Role::owner) && !change::isRevoked(*member);
}

/// Somebody has to be able to change the house.
void checkOwners(const Delta &delta, const std::string &path, std::vector<Problem> &problems)
{
    const auto before = delta.before.find(path);
    const auto after = delta.after.find(path);
    const bool losesOne = before && isOwner(before) && !(after && isOwner(after));
    if (losesOne && std::ranges::none_of(delta.after.ofKind("member"), isOwner))
        problems.push_back({path, {}, 0, ErrorCode::last_owner, {}});
}

std::vector<Problem> validate(const Delta &delta)
{
    std::vector<Problem> problems;
    for (const std::string &path : delta.paths) {
        const auto kind = contract::classify(path)->kind->name;
        if (kind == "house")
            checkHouse(delta, problems);
        else if (kind == "member") {
            checkMember(delta, path, problems);
            checkOwners(delta, path, problems);
        } else if (kind == "admission") {
            checkAdmission(delta, path, problems);
        }
    }
    return problems;
}

Effect effect(EffectCode code, Arguments arguments, Undo undo = Undo::yes, Severity severity = Severity::info)
{
    return {"house", code, std::move(arguments), {}, severity, undo};
}

void houseEffects(const Delta &delta, std::vector<Effect> &effects)
{
    const auto before = delta.before.find(housePath);
    const auto after = delta.after.find(housePath);
    if (after == nullptr)
        return;
    if (before == nullptr) {
        effects.push_back(effect(EffectCode::house_created, {{"house", after->textAt("name")}}, Undo::never));
        return;
    }
    const auto compare = [&](const char *key, EffectCode code) {
        const auto from = before->textAt(key);
        const auto to = after->textAt(key);
        if (from != to)
            effects.push_back(effect(code, {{"from", from}, {"to", to}}));
    };
    compare("name", EffectCode::house_renamed);
    compare("domain", EffectCode::house_domain_changed);
    compare("timezone", EffectCode::house_timezone_changed);
}

void memberEffects(const Delta &delta, const std::string &path, std::vector<Effect> &effects)
{
    const auto before = delta.before.find(path);
    const auto after = delta.after.find(path);
    const std::string id = (after ? after : before)->id();
    if (before == nullptr) {
        effects.push_back(effect(EffectCode::member_added,
            {{"name", memberName(delta.after, id)}, {"role", after->textAt("role")}}, Undo::never));
    } else if (after == nullptr || change::isRevoked(*after) != change::isRevoked(*before)) {
        const std::string successor = after ? after->textAt("successor") : std::string();
        if (!successor.empty()) {
            effects.push_back(effect(EffectCode::member_replaced,
                {{"name", memberName(delta.before, id)}, {"by", memberName(delta.before, successor)}},
                Undo::never, Severity::warning));
            return;
        }
        effects.push_back(effect(EffectCode::member_removed, {{"name", memberName(delta.before, id)}},
            Undo::never, Severity::warning));
    } else if (before->textAt("role") != after->textAt("role")) {
        effects.push_back(effect(EffectCode::member_role_changed,
            {{"name", memberName(delta.after, id)}, {"from", before->textAt("role")},
                {"to", after->textAt("role")}},
            Undo::never));
    }
}

void admissionEffects(const Delta &delta, const std::string &path, std::vector<Effect> &effects)
{
    const auto before = delta.before.find(path);
    const auto after = delta.after.find(path);
    const auto lets
        = [](const DocumentPointer &backup) { return backup && backup->textAt("used_by").empty(); };
    const std::string device = memberName(delta.after, (after ? after : before)->textAt("made_at"));
    if (!lets(before) && lets(after))
        effects.push_back(effect(
            EffectCode::backup_admits, {{"device", device}, {"role", after->textAt("role")}}, Undo::never));
    else if (lets(before) && !lets(after))
        effects.push_back(effect(EffectCode::backup_admits_no_more, {{"device", device}}, Undo::never));
}

std::string accessKey(const std::string &user)
{
    return "users." + contract::keyPart(user) + ".role";
}

std::map<std::string, std::string> usersOf(const DocumentPointer &access)
{
    std::map<std::string, std::string> users;
    if (access == nullptr)
        return users;
    for (const auto &[key, entry] : access->entries()) {
        if (contract::matches("users.*.role", key))
            users.emplace(contract::nameOfPart(contract::keyParts(key)[1]), access->textAt(key));
    }
    return users;
}

void accessEffects(const Delta &delta, const std::string &path, std::vector<Effect> &effects)
{
    const auto before = delta.before.find(path);
    const auto after = delta.after.find(path);
    const std::string device = memberName(delta.after, (after ? after : before)->id());
    const auto old = usersOf(before);
    const auto fresh = usersOf(after);
    for (const auto &[user, role] : fresh) {
        const auto had = old.find(user);
        if (had == old.end())
            effects.push_back(
                effect(EffectCode::access_granted, {{"user", user}, {"role", role}, {"device", device}}));
        else if (had->second != role)
            effects.push_back(effect(EffectCode::access_changed,
                {{"user", user}, {"from", had->second}, {"to", role}, {"device", device}}));
    }
    for (const auto &[user, role] : old) {
        if (!fresh.contains(user))
            effects.push_back(effect(EffectCode::access_withdrawn, {{"user", user}, {"device", device}}));
    }
}

} // namespace

change::Validate HouseDomain::validator() const
{
    return validate;
}

std::vector<Effect> HouseDomain::effects(const Delta &delta) const
{
    std::vector<Effect> effects;
    for (const std::string &path : delta.paths) {
        const auto kind = contract::classify(path)->kind->name;
        if (kind == "house")
            houseEffects(delta, effects);
        else if (kind == "member")
            memberEffects(delta, path, effects);
        else if (kind == "access")
            accessEffects(delta, path, effects);
        else if (kind == "admission")
            admissionEffects(delta, path, effects);
    }
    return effects;
}

change::Applied HouseDomain::apply(const Delta &)
{
    // Roles and names are read from the configuration whenever they are asked for.
    return {};
}

Result<contract::House> HouseDomain::show() const
{
    const change::Pipeline *pipeline = TRY(context_.house.get());
    const Configuration &configuration = pipeline->configuration();
    const auto document = configuration.find(housePath);
    if (document == nullptr)
        return failure(ErrorCode::document_missing, {{"document", housePath}});
    contract::House house{document->textAt("id"), document->textAt("name"), document->textAt("domain"),
        document->textAt("timezone"), {}};
    for (const DocumentPointer &member : configuration.ofKind("member")) {
        if (change::isRevoked(*member))
            continue;
        const bool online = context_.isOnline(member->id());
        house.members.push_back({member->id(), memberName(configuration, member->id()),
            contract::fromName<Role>(member->textAt("role")).value_or(Role::guest),
            online ? contract::DeviceState::online : contract::DeviceState::away});
    }
    return house;
}

std::optional<Role> HouseDomain::roleOf(const std::string &user) const
{
    const auto users = usersOf(context_.house.configuration().find("access", context_.deviceId));
    const auto found = users.find(user);
    return found == users.end() ? std::nullopt : contract::fromName<Role>(found->second);
}

Role HouseDomain::roleOfMachine() const
{
    // Before there is a house, whoever may use the engine makes one.
    return change::roleOfMember(context_.house.configuration(), context_.deviceId).value_or(Role::owner);
}

std::string HouseDomain::actorOf(const std::string &user) const
{
    const Configuration &configuration = context_.house.configuration();
    const auto access = configuration.find("access", context_.deviceId);
    const auto person = access ? configuration.find("person", access->textAt("users." + user + ".person"))
                               : DocumentPointer();
    return person ? person->textAt("name") : user;
}

Result<contract::Change> HouseDomain::setHouseKey(
    const change::Caller &caller, std::string_view key, const std::string &value)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    const auto document = pipeline->configuration().find(housePath);
    if (document == nullptr)
        return failure(ErrorCode::document_missing, {{"document", housePath}});
    change::Draft draft;
    draft.edits.push_back({housePath, change::withValue(document->text(), key, value)});
    draft.caller = caller;
    return pipeline->submit(draft);
}

Result<contract::Change> HouseDomain::setAccess(
    const change::Caller &caller, const std::string &user, std::optional<Role> role)
{
    change::Pipeline *pipeline = TRY(context_.house.get());
    const std::string path = contract::pathOf("access", context_.deviceId);
    const auto document = pipeline->configuration().find(path);
    const std::string key = accessKey(user);
    if (role && !context_.isUser(user))
        return failure(ErrorCode::user_missing, {{"user", user}});
    if (!role && (document == nullptr || !document->entries().contains(key)))
        return failure(ErrorCode::access_missing, {{"user", user}});
    change::Draft draft;
    draft.edits.push_back({path,
        change::withValue(document ? document->text() : std::string(), key,
            role ? std::optional<change::Value>(std::string(nameOf(*role))) : std::nullopt)});
    draft.caller = caller;
    return pipeline->submit(draft);
}

void HouseDomain::addCalls(change::CallTable &calls)
{
    calls.add<contract::HouseShow>(
        [this](const change::Caller &, const contract::HouseShow &) { return show(); });
    calls.add<contract::HouseRename>([this](const change::Caller &caller, const contract::HouseRename &call) {
        return setHouseKey(caller, "name", call.name);
    });
    calls.add<contract::HouseSetTimezone>(
        [this](const change::Caller &caller, const contract::HouseSetTimezone &call) {
            return setHouseKey(caller, "timezone", call.timezone);
        });
    calls.add<contract::AccessList>(
        [this](
            const change::Caller &, const contract::AccessList &) -> Result<std::vector<contract::Access>> {
            std::vector<contract::Access> list;
            for (const auto &[user, role] :
                usersOf(context_.house.configuration().find("access", context_.deviceId)))
                list.push_back({user, contract::fromName<Role>(role).value_or(Role::guest)});
            return list;
        });
    calls.add<contract::AccessGrant>([this](const change::Caller &caller, const contract::AccessGrant &call) {
        return setAccess(caller, call.user, call.role);
    });
    calls.add<contract::AccessWithdraw>(
        [this](const change::Caller &caller, const contract::AccessWithdraw &call) {
            return setAccess(caller, call.user, std::nullopt);
        });
}

} // namespace freehold::house
