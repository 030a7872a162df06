// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/facts.h"
#include "words/values.h"
#include "words/words.h"

#include <QCoreApplication>

namespace freehold::words {

namespace {

using contract::FindingCode;

struct Findings {
    Q_DECLARE_TR_FUNCTIONS(Findings)

public:
    static Told tell(FindingCode code, const Arguments &arguments, Audience audience);
    static Told tellNewDevice(const Facts &fact);
    static QString overLimit(const QString &limit);
    static Told tellByHandRefused(const Arguments &arguments, Audience audience);
    static Told tellNotInForce(const Arguments &arguments, Audience audience);
};

/// The sentence of the error that a finding names, for its `means`.
QString reasonOf(const QString &codeName, const Arguments &arguments)
{
    const auto code = errorCodeFromName(codeName.toStdString());
    if (!code)
        return {};
    contract::DocumentError error;
    error.code = *code;
    error.args = arguments;
    return tell(error).happened;
}

int hours(qint64 seconds)
{
    constexpr qint64 hour = 3600;
    return static_cast<int>((seconds + hour - 1) / hour);
}

Told Findings::tellNewDevice(const Facts &fact)
{
    const QString kind = deviceKindName(fact("kind"));
    const QString called = fact.has("name") ? fact("name") : fact("device");
    return {tr("A new %1 joined: “%2”").arg(kind, called), tr("Nobody has said yet whose it is"),
        fact.inApp() ? tr("Say whose it is")
                     : tr("Say whose it is: “freeholdctl device assign %1 PERSON”, or in the Freehold app")
                           .arg(fact("device"))};
}

QString Findings::overLimit(const QString &limit)
{
    if (limit == u"types")
        return tr("The network offers more types of services than Freehold looks at");
    if (limit == u"instances")
        return tr("The network offers more services than Freehold looks at");
    if (limit == u"devices")
        return tr("More devices show themselves on the network than Freehold keeps in mind");
    return tr("The network offers more than this machine's discovery service can look at at once");
}

Told Findings::tellNotInForce(const Arguments &arguments, Audience audience)
{
    const Facts fact(arguments, audience);
    if (!fact.has("change")) {
        // No single change is meant but the house as a whole, and what is wrong with it says how to mend it.
        const auto code = errorCodeFromName(fact("reason").toStdString());
        return words::tell(Error{code.value_or(ErrorCode::internal), arguments, {}}, audience);
    }
    const QString happened = !fact.inApp()
        ? tr("The change “%1” is not in force on this machine").arg(fact("change"))
        : fact.has("summary") ? tr("A change is not in force on this machine: %1").arg(fact("summary"))
                              : tr("The newest change is not in force on this machine");
    return {happened, reasonOf(fact("reason"), arguments),
        tr("It is tried again by itself; take it back if it is not wanted")};
}

Told Findings::tellByHandRefused(const Arguments &arguments, Audience audience)
{
    const Facts fact(arguments, audience);
    const QString where = fact.number("line") > 0
        ? tr("An edit of “%1” by hand was not taken in, because of line %2")
              .arg(fact("document"), fact("line"))
        : tr("An edit of “%1” by hand was not taken in").arg(fact("document"));
    return {where, reasonOf(fact("code"), arguments),
        fact.inApp() ? tr("Mend it there; what was written is kept, and stands first in History")
                     : tr("Mend it there; the edit itself is kept as %1").arg(fact("by_hand"))};
}

Told Findings::tell(FindingCode code, const Arguments &arguments, Audience audience)
{
    const Facts fact(arguments, audience);
    switch (code) {
    case FindingCode::vault_locked:
        return words::tell(Error{ErrorCode::vault_locked, arguments, {}}, audience);
    case FindingCode::vault_damaged:
        return words::tell(Error{ErrorCode::vault_damaged, arguments, {}}, audience);
    case FindingCode::vault_key_on_disk:
        return {tr("The key of the vault lies on the same disk as the vault"),
            tr("Whoever takes the disk can read what the vault holds"),
            fact.inApp() ? tr("Seal it with a passphrase")
                         : tr("Seal it with a passphrase: “freeholdctl vault set-passphrase”")};
    case FindingCode::house_missing:
        return {tr("There is no house on this machine yet"),
            tr("Devices are seen, but nothing about them can be kept"),
            fact.inApp() ? tr("Create one first")
                         : tr("Create one with “freeholdctl house create NAME”, or in the Freehold app")};
    case FindingCode::new_device:
        return tellNewDevice(fact);
    case FindingCode::not_in_force:
        return tellNotInForce(arguments, audience);
    case FindingCode::by_hand_refused:
        return tellByHandRefused(arguments, audience);
    case FindingCode::work_tree_elsewhere:
        return {tr("The configuration's folder shows the branch “%1”, not the house as it is")
                    .arg(fact("branch")),
            tr("Edits made there by hand are not taken in"),
            fact.inApp() ? tr("Switch that folder back to “main” when you are done")
                         : tr("Run “git switch main” in it when you are done")};
    case FindingCode::document_newer:
        return {tr("“%1” was written by a newer version of Freehold").arg(fact("document")),
            tr("It is kept, and not in force on this machine"), tr("Update Freehold on this machine")};
    case FindingCode::document_unreadable:
        return {tr("“%1” can't be read as it is, and is not in force").arg(fact("document")),
            reasonOf(fact("code"), arguments), tr("Mend it in the configuration's folder")};
    case FindingCode::database_begun_anew:
        return {tr("The record of what was seen on the network was damaged and has been begun anew"),
            tr("Names, people and settings are kept elsewhere and are unharmed"),
            fact.inApp()
                ? tr("Nothing needs to be done")
                : tr("Nothing needs to be done; the damaged file is kept as %1").arg(fact("kept_as"))};
    case FindingCode::clock_behind:
        return {tr("This machine's clock is %n hour(s) behind the newest change", nullptr,
                    hours(fact.number("seconds"))),
            tr("Nothing is lost, and times in the history may be off"),
            tr("Check the date and time of this machine")};
    case FindingCode::discovery_unavailable:
        return {tr("Devices on the network can't be looked for right now"),
            tr("Those that are shown may be out of date"),
            tr("Check that this machine is connected to a network; it is tried again by itself")};
    case FindingCode::discovery_limit:
        return {overLimit(fact("limit")), tr("Some devices may not be shown"),
            tr("Look for a device that announces far too much, and switch it off")};
    case FindingCode::roll_back_waits:
        return {!fact.inApp()
                ? tr("The change “%1” was to be taken back, and could not be yet").arg(fact("change"))
                : fact.has("summary")
                ? tr("A change was to be taken back, and could not be yet: %1").arg(fact("summary"))
                : tr("A change was to be taken back, and could not be yet"),
            reasonOf(fact("reason"), arguments), tr("It is tried again every half minute")};
    case FindingCode::removed_from_house:
        return {tr("“%1” says that this machine was removed from the house").arg(fact("by")),
            tr("What is changed on this machine reaches no other any more, and what others change does not "
               "reach it"),
            tr("If that was not meant, ask whoever removed it, and let this machine join again with an "
               "engine "
               "that begins anew, in an empty data folder")};
    case FindingCode::member_imitated:
        return {tr("A device answers in the place of “%1”, but isn't").arg(fact("member")),
            tr("It answers at %1, where “%2” was, and does not have its key. It was told nothing")
                .arg(fact("address"), fact("member")),
            tr("If “%1” was set up anew, forget the former one and add it again. Otherwise look for what is "
               "at "
               "this address")
                .arg(fact("member"))};
    case FindingCode::members_cant_call:
        return {tr("Other machines of the house can't reach this one"),
            tr("It can still reach them. The system says: %1").arg(fact("why")),
            tr("End the other program that uses the port, or start Freehold again with another one")};
    case FindingCode::device_restored:
        return {tr("This machine was restored from a backup of “%1”").arg(fact("name")),
            tr("“%1” has not been seen since. If it was lost or stolen, it still belongs to the house")
                .arg(fact("name")),
            fact.inApp() ? tr("If “%1” is gone, forget it on its page. If it is still there, "
                              "switch it on, and this goes")
                               .arg(fact("name"))
                         : tr("If this machine replaces it: freeholdctl device replace %1 %2. If it is still "
                              "there, switch it on, and this goes")
                               .arg(fact("device"), fact("self"))};
    }
    return {};
}

} // namespace

Told tell(const contract::Finding &finding, Audience audience)
{
    return Findings::tell(finding.code, finding.args, audience);
}

} // namespace freehold::words
