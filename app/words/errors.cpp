// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/facts.h"
#include "words/values.h"
#include "words/words.h"

#include <QCoreApplication>

namespace freehold::words {

namespace {

struct Errors {
    Q_DECLARE_TR_FUNCTIONS(Errors)

public:
    static Told tell(ErrorCode code, const Facts &fact);
    static Told tellText(const Facts &fact);
    static Told tellNotPermitted(const Facts &fact);
    static Told tellTooLarge(const Facts &fact);
    static Told tellSocket(const Facts &fact);
    static Told tellOfChange(ErrorCode code, const Facts &fact);
    static Told tellOfShownChange(ErrorCode code, const Facts &fact);
    static Told tellNoMember(const Facts &fact);
    static Told tellUnreachable(const Facts &fact);
    static QString systemSays(const Facts &fact);
    static QString damagedPart(const Facts &fact);
};

Told Errors::tellNotPermitted(const Facts &fact)
{
    const QString remedy = tr("Ask an owner of the house to do it, or to give you access");
    const QString role = fact.text("role");
    if (!fact.has("needed") || role == QStringLiteral("none"))
        return {tr("You have no access to Freehold on this machine"), {}, remedy};
    return {tr("This needs the role “%1”, and yours is “%2”")
                .arg(roleName(fact("needed")), roleName(fact("role"))),
        {}, remedy};
}

Told Errors::tellNoMember(const Facts &fact)
{
    if (fact.text("wanted") == QStringLiteral("reach"))
        return {tr("No machine of the house is called “%1”").arg(fact("device")), {},
            fact.inApp() ? tr("See the page Devices for those there are")
                         : tr("See “freeholdctl house show” for those that there are")};
    return {tr("“%1” is no machine of the house, and can't take the place of one").arg(fact("device")), {},
        tr("Let it join the house first")};
}

Told Errors::tellUnreachable(const Facts &fact)
{
    const QString who = fact.has("member") ? fact("member") : fact("address");
    if (fact.text("why") == QStringLiteral("busy"))
        return {tr("“%1” is being asked by too many programs of this machine").arg(who), {},
            tr("End some of them, then try again")};
    return {tr("“%1” can't be reached").arg(who), tr("It is off, elsewhere, or Freehold doesn't run there"),
        tr("Switch it on and connect both machines to the same network, then try again")};
}

QString Errors::systemSays(const Facts &fact)
{
    return fact.has("system") ? tr("The system says: %1").arg(fact("system")) : QString();
}

QString Errors::damagedPart(const Facts &fact)
{
    const QString part = fact.text("part");
    if (part == QStringLiteral("first line"))
        return tr("It does not begin as a backup of Freehold does");
    if (part == QStringLiteral("end"))
        return tr("Its end is missing, or something follows it");
    if (part == QStringLiteral("admission"))
        return tr("It lets no machine into the house that is in it");
    return tr("Something in it was changed after it was written");
}

Told Errors::tellTooLarge(const Facts &fact)
{
    if (fact.text("part") == QStringLiteral("backup"))
        return {
            tr("The file is larger than any backup of a house"), {}, tr("Look whether it is the right one")};
    if (fact.text("part") == QStringLiteral("answer"))
        return {tr("The answer is larger than a message may be"), {}, tr("Ask for less at once")};
    return {
        tr("The message is larger than the engine takes"), {}, tr("Send fewer or smaller documents at once")};
}

Told Errors::tellSocket(const Facts &fact)
{
    if (fact.text("why") == QStringLiteral("taken"))
        return {tr("Another engine already serves under “%1”").arg(fact("place")), {},
            fact.inApp() ? tr("Use that one") : tr("Use that one, or name another place with --socket")};
    return {tr("The engine can't be reached under “%1”").arg(fact("place")), systemSays(fact),
        fact.inApp()
            ? tr("Check that its folder exists and may be written")
            : tr("Check that its folder exists and may be written, or name another place with --socket")};
}

Told Errors::tellText(const Facts &fact)
{
    const QString why = fact.text("why");
    if (why == QStringLiteral("empty"))
        return {tr("“%1” is empty").arg(fact("key")), {}, tr("Write something there")};
    if (why == QStringLiteral("long"))
        return {tr("“%1” is too long").arg(fact("key")), {}, tr("Use %1 bytes at most").arg(fact("limit"))};
    if (why == QStringLiteral("control"))
        return {tr("“%1” contains characters that can't be seen").arg(fact("key")), {},
            tr("Write it on one line, in ordinary letters of any language")};
    return {tr("“%1” is not a text that can be used here").arg(fact("key")), {},
        tr("Write it on one line, in ordinary letters of any language")};
}

/// In a terminal a change is called by its id, as its commands take it.
Told Errors::tellOfChange(ErrorCode code, const Facts &fact)
{
    switch (code) {
    case ErrorCode::change_id_ambiguous:
        return {tr("More than one change begins with “%1”").arg(fact("change")), {},
            tr("Give more digits of its id")};
    case ErrorCode::change_in_trial:
        return {tr("The change “%1” to the same settings is still being tried").arg(fact("change")), {},
            tr("Keep it or take it back first")};
    case ErrorCode::change_not_in_trial:
        return {tr("The change “%1” is not being tried").arg(fact("change")),
            tr("It was kept or taken back already"), tr("See “freeholdctl change list” for how it stands")};
    case ErrorCode::change_already_undone:
        return {tr("The change “%1” was taken back already").arg(fact("change")), {},
            tr("Make it again with “freeholdctl change redo”")};
    case ErrorCode::change_not_undone:
        return {tr("The change “%1” was never taken back").arg(fact("change")), {},
            tr("There is nothing to make again")};
    case ErrorCode::change_cannot_be_undone:
        return {tr("The change “%1” can't be taken back").arg(fact("change")), {},
            tr("Make a new change instead")};
    case ErrorCode::undo_conflict:
        return {tr("A later change stands in the way: it also set “%1” in “%2”")
                    .arg(fact("key"), fact("document")),
            {},
            fact.has("change") ? tr("Take the change “%1” back first, or set it anew").arg(fact("change"))
                               : tr("Take the later change back first, or set it anew")};
    case ErrorCode::no_choice_here:
        return {tr("The change “%1” leaves nothing to choose").arg(fact("change")), {},
            tr("See “freeholdctl change list” for those that do")};
    default:
        return {tr("There is no change “%1”").arg(fact("change")), {},
            tr("See “freeholdctl change list” for the changes that there are")};
    }
}

/// On a screen the change that was acted upon is in sight, and another is called by what it did.
Told Errors::tellOfShownChange(ErrorCode code, const Facts &fact)
{
    switch (code) {
    case ErrorCode::change_in_trial:
        return {fact.has("summary")
                ? tr("A change to the same settings is still being tried: %1").arg(fact("summary"))
                : tr("A change to the same settings is still being tried"),
            {}, tr("Keep it or take it back first")};
    case ErrorCode::change_not_in_trial:
        return {tr("This change is not being tried any more"), tr("It was kept or taken back already"),
            tr("See in History how it stands")};
    case ErrorCode::change_already_undone:
        return {tr("This change was taken back already"), {}, tr("Make it again in History if it is wanted")};
    case ErrorCode::change_not_undone:
        return {tr("This change was never taken back"), {}, tr("There is nothing to make again")};
    case ErrorCode::change_cannot_be_undone:
        return {tr("This change can't be taken back"), {}, tr("Make a new change instead")};
    case ErrorCode::undo_conflict:
        return {fact.has("summary") ? tr("A later change stands in the way: %1").arg(fact("summary"))
                                    : tr("A later change to the same thing stands in the way"),
            {}, tr("Take that one back first, or set it anew")};
    case ErrorCode::no_choice_here:
        return {tr("This change leaves nothing to choose"), {}, tr("See in History how it stands")};
    default:
        return {tr("There is no such change"), {}, tr("See History for the changes that there are")};
    }
}

// One case a code and no default, so that a code without its sentence does not compile.
Told Errors::tell(ErrorCode code, const Facts &fact)
{
    switch (code) {
    case ErrorCode::message_malformed:
        return {tr("The engine was sent something that is not a message it understands"), {},
            tr("Use a program of the same version as the engine, or look the form up in the API's page")};
    case ErrorCode::message_too_large:
        return tellTooLarge(fact);
    case ErrorCode::method_unknown:
        return {tr("The engine has no call “%1”").arg(fact("method")), {},
            tr("Use a program of the same version as the engine")};
    case ErrorCode::parameters_invalid:
        return {tr("“%1” is not what was expected there").arg(fact("field")), {},
            tr("Give %1").arg(expectation(fact("expected")))};
    case ErrorCode::not_permitted:
        return tellNotPermitted(fact);
    case ErrorCode::version_unsupported:
        return {tr("This program and the engine are of different versions and don't understand each other"),
            {}, tr("Install the same version of both, then start the engine again")};
    case ErrorCode::engine_unreachable:
        return {tr("Freehold's engine is not running on this machine"),
            tr("Nothing can be shown or changed until it runs"),
            fact.inApp() ? tr("Try again as soon as it is back")
                         : tr("Open the Freehold app, or start freeholdd")};
    case ErrorCode::engine_already_running:
        return {tr("Another engine already works on “%1”: process %2").arg(fact("place"), fact("process")),
            {}, tr("Use that one, or end it first")};
    case ErrorCode::socket_unusable:
        return tellSocket(fact);
    case ErrorCode::disk_full:
        return {tr("The disk that holds “%1” is full").arg(fact("place")),
            tr("Nothing that was kept is lost, and nothing new can be kept"),
            tr("Free some space, then try again")};
    case ErrorCode::folder_read_only:
        return {tr("“%1” can't be written to").arg(fact("place")),
            tr("Nothing that was kept is lost, and nothing new can be kept"),
            tr("Make it writable for the user who runs the engine, then try again")};
    case ErrorCode::file_unreadable:
        return {tr("The file “%1” can't be read").arg(fact("place")), systemSays(fact),
            tr("Check that it exists and that you may read it")};
    case ErrorCode::file_unwritable:
        return {tr("The file “%1” can't be written").arg(fact("place")), systemSays(fact),
            tr("Choose another place, or a name that is not taken")};
    case ErrorCode::database_damaged:
        return {tr("The record of what was seen on the network is damaged"),
            tr("Names, people and settings are kept elsewhere and are unharmed"),
            tr("Start the engine again: it sets the damaged file aside and begins a new one")};
    case ErrorCode::repository_damaged:
        return {tr("The house's history in “%1” is damaged").arg(fact("place")),
            tr("The house goes on as it is, and changes have to wait"),
            tr("Run “git fsck” there to see what is damaged, or put your own copy of the folder back")};
    case ErrorCode::repository_locked:
        return {tr("Another program is writing to the house's history"), {},
            tr("Wait until it is done, then try again")};
    case ErrorCode::internal:
        return {tr("Freehold made a mistake of its own"), tr("Nothing was changed"),
            tr("Try again; if it happens again, report it with the engine's log")};
    case ErrorCode::house_missing:
        return {tr("There is no house on this machine yet"), {},
            fact.inApp() ? tr("Create one first")
                         : tr("Create one with “freeholdctl house create NAME”, or in the Freehold app")};
    case ErrorCode::house_exists:
        return {tr("This machine already belongs to a house"), {}, tr("Go on with that house")};
    case ErrorCode::vault_locked:
        return tellLockedVault(fact);
    case ErrorCode::vault_damaged:
        return {tr("The vault, which holds this machine's keys, is damaged"),
            tr("The house can be looked at, and nothing can be changed"),
            tr("Put your own copy of its file, “vault” in the engine's folder, back and start the engine "
               "again")};
    case ErrorCode::passphrase_wrong:
        return {fact.text("why") == QStringLiteral("differs")
                ? tr("What was typed the second time is not the same passphrase")
                : tr("The passphrase is wrong"),
            {}, tr("Type it again")};
    case ErrorCode::passphrase_missing:
        return {tr("A passphrase is needed"), {},
            fact.inApp() ? tr("Type one") : tr("Type one, or give it through --passphrase-fd")};
    case ErrorCode::key_store_unavailable:
        return tellKeyStore(fact);
    case ErrorCode::signature_invalid:
        return {tr("A signature does not fit what it signs"), tr("It was not taken in"),
            tr("Take it from where it was signed again")};
    case ErrorCode::documents_invalid:
        return {tr("The documents can't be used as they are"), tr("Nothing was changed"),
            tr("Mend what is listed, then try again")};
    case ErrorCode::document_path_invalid:
        return {tr("“%1” is not a path that a document can have").arg(fact("document")), {},
            tr("Use a path as in devices/attic-nas.toml: small letters, digits and hyphens")};
    case ErrorCode::document_kind_unknown:
        return {tr("There is no kind of document for the path “%1”").arg(fact("document")), {},
            fact.inApp() ? tr("Look again: it may have been removed meanwhile")
                         : tr("See “freeholdctl config list” for the documents that there are")};
    case ErrorCode::document_too_large:
        return {tr("“%1” is too large").arg(fact.has("place") ? fact("place") : fact("document")), {},
            tr("Keep it under %1 bytes").arg(fact("limit"))};
    case ErrorCode::document_missing:
        return {tr("There is no document “%1”").arg(fact("document")), {},
            fact.inApp() ? tr("Look again: it may have been removed meanwhile")
                         : tr("See “freeholdctl config list” for the documents that there are")};
    case ErrorCode::document_twice:
        return {tr("One change names the document twice"), {}, tr("Name it once, as it is to be in the end")};
    case ErrorCode::document_syntax:
        return {tr("This is not valid TOML: %1").arg(fact("detail")), {}, tr("Mend that line")};
    case ErrorCode::document_encoding:
        return {tr("The text is not valid UTF-8"), {}, tr("Save it as UTF-8, then try again")};
    case ErrorCode::key_unknown:
        return {tr("“%1” is not a setting of this document").arg(fact("key")), {},
            fact.has("known") ? tr("Use one of these: %1").arg(fact("known")) : tr("Remove it")};
    case ErrorCode::key_missing:
        return {tr("“%1” is missing").arg(fact("key")), {}, tr("Add it")};
    case ErrorCode::value_type:
        return {tr("“%1” is not of the right kind").arg(fact("key")), {},
            tr("Give %1").arg(expectation(fact("expected")))};
    case ErrorCode::value_range:
        return {tr("“%1” is out of range").arg(fact("key")), {},
            tr("Give a number from %1 to %2").arg(fact("least"), fact("most"))};
    case ErrorCode::value_format:
        return {tr("“%1” is not written as “%2” has to be").arg(fact("value"), fact("key")), {},
            tr("Give %1").arg(expectation(fact("form")))};
    case ErrorCode::value_choice:
        return {tr("“%1” can't be chosen for “%2”").arg(fact("value"), fact("key")), {},
            tr("Choose one of these: %1").arg(fact("choices"))};
    case ErrorCode::value_text:
        return tellText(fact);
    case ErrorCode::reference_missing:
        return {tr("“%1” does not exist").arg(fact.has("value") ? fact("value") : fact("target")), {},
            tr("Add it first, or name another")};
    case ErrorCode::reference_cyclic:
        return {tr("“%1” leads back to itself").arg(fact("value")), {},
            tr("Take one of the references of this circle out")};
    case ErrorCode::value_taken:
        return {fact.has("by") ? tr("“%1” is already used in %2").arg(fact("value"), fact("by"))
                               : tr("“%1” is already used by another").arg(fact("value")),
            {}, tr("Choose another")};
    case ErrorCode::forward_only:
        return {tr("“%1” can't be taken back: such documents only go forward").arg(fact("document")), {},
            tr("Make a new change instead")};
    case ErrorCode::scope_other_device:
        return {tr("“%1” belongs to another machine").arg(fact("document")), {},
            tr("Change it on that machine, or as an owner of the house")};
    case ErrorCode::format_newer:
        return {tr("The house was written by a newer version of Freehold"),
            tr("It is kept as it is, and this machine can't change it"),
            tr("Update Freehold on this machine")};
    case ErrorCode::too_many_documents:
        return {tr("There are too many documents"), {}, tr("Keep to %1 at most").arg(fact("limit"))};
    case ErrorCode::link_in_tree:
        return {tr("“%1” is a link or another thing that is not a plain document").arg(fact("document")), {},
            tr("Put a plain file in its place, or remove it")};
    case ErrorCode::house_identity_changed:
        return {tr("The house's id and root key can't be changed"), {},
            tr("Put “id” and “root” in house.toml back to what they were")};
    case ErrorCode::nothing_to_change:
        return {tr("It is so already: there is nothing to change"), {}, tr("Go on")};
    case ErrorCode::change_missing:
    case ErrorCode::change_id_ambiguous:
    case ErrorCode::change_in_trial:
    case ErrorCode::change_not_in_trial:
    case ErrorCode::change_already_undone:
    case ErrorCode::change_not_undone:
    case ErrorCode::change_cannot_be_undone:
    case ErrorCode::undo_conflict:
    case ErrorCode::no_choice_here:
        return fact.inApp() ? tellOfShownChange(code, fact) : tellOfChange(code, fact);
    case ErrorCode::edited_by_hand:
        return {tr("“%1” is being edited by hand right now").arg(fact("document")), {},
            tr("Finish or discard that edit, then try again")};
    case ErrorCode::time_unparsable:
        return {tr("“%1” is neither a change nor a time").arg(fact("value")), {},
            tr("Write a time as in 2026-11-22T20:31:00+01:00")};
    case ErrorCode::apply_failed:
        return {tr("The change could not be put into force"), tr("The house is as it was before"),
            tr("See the engine's log for what failed, then try again")};
    case ErrorCode::device_missing:
        return {tr("There is no device “%1”").arg(fact("device")), {},
            fact.inApp()
                ? tr("It may have been forgotten meanwhile. See the page Devices for those there are")
                : tr("See “freeholdctl device list” for the devices that there are")};
    case ErrorCode::device_ambiguous:
        return {tr("More than one device is called “%1”").arg(fact("device")), {},
            fact.inApp() ? tr("Give one of them another name first, on the page Devices")
                         : tr("Give its id, as “freeholdctl device list” shows it")};
    case ErrorCode::device_undocumented:
        return {tr("The house keeps nothing about the device “%1”").arg(fact("device")),
            tr("It is only seen on the network"), tr("Give it a name or an owner first")};
    case ErrorCode::device_is_member:
        return {tr("“%1” is a machine of the house, which is recognised by its own key").arg(fact("device")),
            {}, tr("Choose a device that is only seen on the network")};
    case ErrorCode::device_is_this:
        return {tr("“%1” is this machine, which can't remove itself from the house").arg(fact("device")), {},
            fact.inApp() ? tr("Remove it at another machine of the house")
                         : tr("Use “freeholdctl device forget” at another machine of the house")};
    case ErrorCode::device_no_member:
        return tellNoMember(fact);
    case ErrorCode::last_owner:
        return {tr("No machine would be left that may change the house"), {},
            tr("Make another machine an owner's first")};
    case ErrorCode::invitation_invalid:
        return {tr("The invitation is not valid"),
            tr("It was used already, its time is over, or it was not copied as a whole"),
            fact.inApp() ? tr("Ask for a new one at a machine of the house")
                         : tr("Ask for a new one: “freeholdctl pair invite” at a machine of the house")};
    case ErrorCode::invitations_too_many:
        return {tr("%1 invitations are open already").arg(fact("limit")), {},
            tr("Wait until some of them are over")};
    case ErrorCode::peer_is_another:
        return {tr("A machine at “%1” is not the one that gave the invitation").arg(fact("address")),
            tr("It has another key, whatever it calls itself"),
            tr("Look at what has that address; if the right machine has another one now, ask it for a new "
               "invitation")};
    case ErrorCode::member_port_closed:
        return {tr("Other machines can't reach this one"),
            tr("It is connected to no network, or its member port can't be opened"),
            tr("Check the network; the engine's log says why the port can't be opened")};
    case ErrorCode::history_moved:
        return {tr("The house was changed while another machine's changes were looked at"), {},
            tr("They are looked at again by themselves")};
    case ErrorCode::person_missing:
        return {tr("There is no person “%1” in this house").arg(fact("person")), {},
            fact.inApp() ? tr("Add the person first, in Settings")
                         : tr("See “freeholdctl person list”, or add the person first")};
    case ErrorCode::person_has_devices:
        return {tr("“%1” still has devices").arg(fact("person")), {}, tr("Give them to somebody else first")};
    case ErrorCode::user_missing:
        return {tr("This machine has no user “%1”").arg(fact("user")), {},
            tr("Give a login name, as “getent passwd” lists them")};
    case ErrorCode::access_missing:
        return {tr("“%1” has no access to this machine's engine").arg(fact("user")), {},
            fact.inApp() ? tr("Look again: it may have been removed meanwhile")
                         : tr("See “freeholdctl access list” for who has")};
    case ErrorCode::peer_unreachable:
        return tellUnreachable(fact);
    case ErrorCode::pairing_missing:
        return {tr("No machine is waiting with this request"), tr("It ended or ran out meanwhile"),
            tr("Begin again at the machine that wants to join")};
    case ErrorCode::pairing_busy:
        return {tr("Too many machines want to join at once"), {},
            tr("Refuse those that you don't know, or wait two minutes, then try again")};
    case ErrorCode::pairing_digits_wrong:
        return {tr("These are not the digits that “%1” shows").arg(fact("peer")),
            tr("The request is over. If they were typed rightly, another machine is between the two"),
            tr("Begin again at the machine that wants to join")};
    case ErrorCode::pairing_refused:
        return {tr("“%1” refused").arg(fact("peer")), tr("Nothing has changed"),
            tr("Ask whoever sits there, then begin again")};
    case ErrorCode::pairing_expired:
        return {tr("The two minutes for joining are over"), tr("Nothing has changed"),
            tr("Begin again at the machine that wants to join")};
    case ErrorCode::pairing_ended:
        return {tr("“%1” went in the midst of joining").arg(fact("peer")), tr("Nothing has changed"),
            tr("Begin again when it is back")};
    case ErrorCode::pairing_not_accepted:
        return {tr("“%1” has not said yes").arg(fact("peer")), {},
            tr("First type the digits there, then confirm here")};
    case ErrorCode::backup_damaged:
        return {tr("This file is no backup that can be restored"), damagedPart(fact),
            tr("Nothing has changed. Take another copy of it, or an earlier backup")};
    case ErrorCode::backup_missing:
        return {tr("This backup is not on its way any more"),
            tr("Another was begun meanwhile, or nothing was heard for some minutes"), tr("Begin again")};
    case ErrorCode::backup_busy:
        return {tr("A backup is just being looked at"), {}, tr("Wait for that to end, and try again")};
    case ErrorCode::root_missing:
        return {tr("The house's root key is not on this machine"), {},
            tr("Do this on the machine that made the house, or on one that was restored from its backup")};
    }
    return {};
}

} // namespace

Told tell(const Error &error, Audience audience)
{
    // What is refused in one place only is said in its own words, not as "mend what is listed".
    if (error.code == ErrorCode::documents_invalid && error.problems.size() == 1) {
        const Problem &problem = error.problems.front();
        return tell(contract::DocumentError{problem.document, problem.key, problem.line, problem.code,
                        problem.arguments, {}, {}},
            audience);
    }
    return Errors::tell(error.code, Facts(error.arguments, audience));
}

Told tell(const contract::DocumentError &error, Audience audience)
{
    Arguments arguments = error.args;
    arguments.try_emplace("document", error.document);
    arguments.try_emplace("key", error.key);
    return Errors::tell(error.code, Facts(arguments, audience));
}

} // namespace freehold::words
