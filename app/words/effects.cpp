// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/facts.h"
#include "words/values.h"
#include "words/words.h"

#include <QCoreApplication>

namespace freehold::words {

namespace {

using contract::EffectCode;

struct Effects {
    Q_DECLARE_TR_FUNCTIONS(Effects)

public:
    static QString sentence(EffectCode code, const Facts &fact);
    static QString brief(EffectCode code, const Facts &fact);
};

QString Effects::sentence(EffectCode code, const Facts &fact)
{
    switch (code) {
    case EffectCode::house_created:
        return tr("The house “%1” is created, with this machine as its first member.").arg(fact("house"));
    case EffectCode::house_renamed:
        return tr("The house “%1” is called “%2” from now on.").arg(fact("from"), fact("to"));
    case EffectCode::house_domain_changed:
        if (!fact.has("to"))
            return tr("The house no longer has the domain name “%1”.").arg(fact("from"));
        if (!fact.has("from"))
            return tr("The house has the domain name “%1” from now on.").arg(fact("to"));
        return tr("The house's domain name is “%2” instead of “%1” from now on.")
            .arg(fact("from"), fact("to"));
    case EffectCode::house_timezone_changed:
        return tr("The house follows the clock of %2 instead of %1 from now on.")
            .arg(fact("from"), fact("to"));
    case EffectCode::member_added:
        return tr("The machine “%1” joins the house and may do what the role “%2” allows.")
            .arg(fact("name"), roleName(fact("role")));
    case EffectCode::member_role_changed:
        return tr("The machine “%1” may do what the role “%3” allows, no longer what “%2” did.")
            .arg(fact("name"), roleName(fact("from")), roleName(fact("to")));
    case EffectCode::member_removed:
        return tr("The machine “%1” no longer belongs to the house.").arg(fact("name"));
    case EffectCode::member_replaced:
        return tr("The machine “%2” takes the place of “%1”, which no longer belongs to the house.")
            .arg(fact("name"), fact("by"));
    case EffectCode::person_added:
        return tr("“%1” joins the house and may do what the role “%2” allows.")
            .arg(fact("name"), roleName(fact("role")));
    case EffectCode::person_renamed:
        return tr("“%1” is called “%2” from now on.").arg(fact("from"), fact("to"));
    case EffectCode::person_role_changed:
        return tr("“%1” may do what the role “%3” allows, no longer what “%2” did.")
            .arg(fact("name"), roleName(fact("from")), roleName(fact("to")));
    case EffectCode::person_birth_year_changed:
        if (!fact.has("to"))
            return tr("The year in which “%1” was born is no longer known.").arg(fact("name"));
        return tr("“%1” was born in %2, as far as the house knows from now on.")
            .arg(fact("name"), fact("to"));
    case EffectCode::person_removed:
        return tr("“%1” no longer belongs to the house.").arg(fact("name"));
    case EffectCode::access_granted:
        return tr("The user “%1” of “%3” may use its engine as %2.")
            .arg(fact("user"), roleName(fact("role")), fact("device"));
    case EffectCode::access_changed:
        return tr("The user “%1” of “%4” may use its engine as %3 instead of %2.")
            .arg(fact("user"), roleName(fact("from")), roleName(fact("to")), fact("device"));
    case EffectCode::access_withdrawn:
        return tr("The user “%1” of “%2” may no longer use its engine.").arg(fact("user"), fact("device"));
    case EffectCode::device_named:
        return tr("The device “%1” is called “%2” from now on.").arg(fact("device"), fact("name"));
    case EffectCode::device_renamed:
        return tr("The device “%1” is called “%2” from now on.").arg(fact("from"), fact("to"));
    case EffectCode::device_assigned:
        return tr("The device “%1” belongs to “%2” from now on.").arg(fact("device"), fact("person"));
    case EffectCode::device_shared:
        return tr("The device “%1” belongs to the whole house from now on.").arg(fact("device"));
    case EffectCode::device_kind_changed:
        return tr("The kind of the device “%1” is “%3” instead of “%2” from now on.")
            .arg(fact("device"), deviceKindName(fact("from")), deviceKindName(fact("to")));
    case EffectCode::device_forgotten:
        return tr(
            "The name and owner of the device “%1” are forgotten; it is new again when it is next seen.")
            .arg(fact("device"));
    case EffectCode::device_replaced:
        return tr("The device “%1” is recognised as %2 from now on.").arg(fact("device"), fact("by"));
    case EffectCode::text_only:
        return tr("Only comments or layout of %1 change, nothing that the house does.").arg(fact("document"));
    case EffectCode::backup_admits:
        return tr("Whoever has this backup of “%1” and its passphrase can let one machine into the house, as "
                  "%2.")
            .arg(fact("device"), roleName(fact("role")));
    case EffectCode::backup_admits_no_more:
        return tr("The backup of “%1” lets no machine into the house any more.").arg(fact("device"));
    }
    return {};
}

QString Effects::brief(EffectCode code, const Facts &fact)
{
    switch (code) {
    case EffectCode::house_created:
        return tr("The house “%1” was created").arg(fact("house"));
    case EffectCode::house_renamed:
    case EffectCode::person_renamed:
    case EffectCode::device_renamed:
        return tr("“%1” is called “%2”").arg(fact("from"), fact("to"));
    case EffectCode::house_domain_changed:
        return fact.has("to") ? tr("The house has the domain name “%1”").arg(fact("to"))
                              : tr("The house has no domain name");
    case EffectCode::house_timezone_changed:
        return tr("The house follows the clock of %1").arg(fact("to"));
    case EffectCode::member_added:
        return tr("The machine “%1” joined the house").arg(fact("name"));
    case EffectCode::member_removed:
        return tr("The machine “%1” left the house").arg(fact("name"));
    case EffectCode::member_replaced:
        return tr("The machine “%2” took the place of “%1”").arg(fact("name"), fact("by"));
    case EffectCode::member_role_changed:
    case EffectCode::person_role_changed:
        return tr("“%1” has the role “%2”").arg(fact("name"), roleName(fact("to")));
    case EffectCode::person_added:
        return tr("“%1” joined the house").arg(fact("name"));
    case EffectCode::person_birth_year_changed:
        return fact.has("to") ? tr("“%1” was born in %2").arg(fact("name"), fact("to"))
                              : tr("The year of birth of “%1” was removed").arg(fact("name"));
    case EffectCode::person_removed:
        return tr("“%1” left the house").arg(fact("name"));
    case EffectCode::access_granted:
        return tr("“%1” may use the engine of “%2”").arg(fact("user"), fact("device"));
    case EffectCode::access_changed:
        return tr("“%1” may use the engine of “%2” as %3")
            .arg(fact("user"), fact("device"), roleName(fact("to")));
    case EffectCode::access_withdrawn:
        return tr("“%1” may no longer use the engine of “%2”").arg(fact("user"), fact("device"));
    case EffectCode::device_named:
        return tr("“%1” is called “%2”").arg(fact("device"), fact("name"));
    case EffectCode::device_assigned:
        return tr("“%1” belongs to “%2”").arg(fact("device"), fact("person"));
    case EffectCode::device_shared:
        return tr("“%1” belongs to the whole house").arg(fact("device"));
    case EffectCode::device_kind_changed:
        return tr("The kind of “%1” is “%2”").arg(fact("device"), deviceKindName(fact("to")));
    case EffectCode::device_forgotten:
        return tr("The name and owner of “%1” were forgotten").arg(fact("device"));
    case EffectCode::device_replaced:
        return tr("“%1” is another device now").arg(fact("device"));
    case EffectCode::text_only:
        return tr("Comments in %1 changed").arg(fact("document"));
    case EffectCode::backup_admits:
        return tr("“%1” made a backup").arg(fact("device"));
    case EffectCode::backup_admits_no_more:
        return tr("A backup of “%1” lets no machine in any more").arg(fact("device"));
    }
    return {};
}

} // namespace

QString sentence(const contract::Effect &effect)
{
    return Effects::sentence(effect.code, Facts(effect.args));
}

QString shortSentence(const contract::Effect &effect)
{
    return Effects::brief(effect.code, Facts(effect.args));
}

} // namespace freehold::words
