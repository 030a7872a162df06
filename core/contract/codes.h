// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// The vocabulary that engine and clients share. Each code has its sentence in app/words, which does
/// not compile while one is missing.
namespace freehold::contract {

enum class Role : std::uint8_t { guest, member, owner };
constexpr auto enumNames(Role)
{
    return std::array<std::string_view, 3>{"guest", "member", "owner"};
}

enum class Severity : std::uint8_t { info, warning, alert };
constexpr auto enumNames(Severity)
{
    return std::array<std::string_view, 3>{"info", "warning", "alert"};
}

/// Whether an effect can be taken back.
enum class Undo : std::uint8_t { yes, until, never };
constexpr auto enumNames(Undo)
{
    return std::array<std::string_view, 3>{"yes", "until", "never"};
}

/// One thing that a change does. Arguments are named beside each.
enum class EffectCode : std::uint8_t {
    house_created, ///< house
    house_renamed, ///< from, to
    house_domain_changed, ///< from, to (either may be empty)
    house_timezone_changed, ///< from, to
    member_added, ///< name, role
    member_role_changed, ///< name, from, to
    member_removed, ///< name
    member_replaced, ///< name, by
    person_added, ///< name, role
    person_renamed, ///< from, to
    person_role_changed, ///< name, from, to
    person_birth_year_changed, ///< name, from, to (either may be empty)
    person_removed, ///< name
    access_granted, ///< user, role, device
    access_changed, ///< user, from, to, device
    access_withdrawn, ///< user, device
    device_named, ///< device, name
    device_renamed, ///< from, to
    device_assigned, ///< device, person
    device_shared, ///< device (it belongs to the whole house)
    device_kind_changed, ///< device, from, to
    device_forgotten, ///< device
    device_replaced, ///< device, by: the MAC or host name by which it is recognised from then on
    text_only, ///< document (comments or layout, nothing that the house does)
    backup_admits, ///< device: whose backup lets one machine in from now on, role
    backup_admits_no_more, ///< device: whose backup it was
};
constexpr auto enumNames(EffectCode)
{
    return std::array<std::string_view, 26>{"house-created", "house-renamed", "house-domain-changed",
        "house-timezone-changed", "member-added", "member-role-changed", "member-removed", "member-replaced",
        "person-added", "person-renamed", "person-role-changed", "person-birth-year-changed",
        "person-removed", "access-granted", "access-changed", "access-withdrawn", "device-named",
        "device-renamed", "device-assigned", "device-shared", "device-kind-changed", "device-forgotten",
        "device-replaced", "text-only", "backup-admits", "backup-admits-no-more"};
}

/// Something that holds now and that a person may want to know or mend.
enum class FindingCode : std::uint8_t {
    vault_locked, ///< sealed_by, reason: an error's code name, and that error's arguments
    vault_damaged, ///< the arguments of the error of that name
    vault_key_on_disk, ///< no arguments
    house_missing, ///< no arguments
    new_device, ///< device, name, kind, since
    not_in_force, ///< change, reason: an error's code name, and that error's arguments
    by_hand_refused, ///< by_hand (commit id), document, key, line, code, …
    work_tree_elsewhere, ///< branch: the work tree does not show `main`
    document_newer, ///< document: written by a newer version; kept, not applied
    document_unreadable, ///< document, key, line, code, …: not as its kind is; kept, not applied
    database_begun_anew, ///< kept_as
    clock_behind, ///< seconds: the newest change lies so far ahead of this machine's clock
    discovery_unavailable, ///< no arguments
    discovery_limit, ///< limit: daemon-objects, types, instances or devices
    roll_back_waits, ///< change, reason: an error's code name, and that error's arguments
    removed_from_house, ///< by: the member that says so
    member_imitated, ///< member: its device's name, address: where another answers in its place
    members_cant_call, ///< why: what the system says of the port at which they would
    device_restored, ///< device, name: whose backup this machine was restored from, and which may be gone;
                     ///< self
};
constexpr auto enumNames(FindingCode)
{
    return std::array<std::string_view, 19>{"vault-locked", "vault-damaged", "vault-key-on-disk",
        "house-missing", "new-device", "not-in-force", "by-hand-refused", "work-tree-elsewhere",
        "document-newer", "document-unreadable", "database-begun-anew", "clock-behind",
        "discovery-unavailable", "discovery-limit", "roll-back-waits", "removed-from-house",
        "member-imitated", "members-cant-call", "device-restored"};
}

/// What caused a change.
enum class Cause : std::uint8_t { person, undo, redo, restore, roll_back, by_hand, key, member, repair };
constexpr auto enumNames(Cause)
{
    return std::array<std::string_view, 9>{
        "person", "undo", "redo", "restore", "roll-back", "by-hand", "key", "member", "repair"};
}

enum class ChangeState : std::uint8_t {
    trial, ///< applied, and must still prove itself
    kept,
    converging, ///< kept, and the world follows in steps
    undone, ///< taken back by a later change
    rolled_back, ///< went back by itself, or its trial was stopped
    waiting, ///< in `main`, not yet applied
    refused, ///< made by hand, and not taken in
    choice, ///< left out of a merge; a person may choose it
};
constexpr auto enumNames(ChangeState)
{
    return std::array<std::string_view, 8>{
        "trial", "kept", "converging", "undone", "rolled-back", "waiting", "refused", "choice"};
}

enum class DeviceKind : std::uint8_t {
    unknown,
    computer,
    laptop,
    phone,
    tablet,
    television,
    speaker,
    printer,
    camera,
    storage,
    gateway,
    console,
    light,
};
constexpr auto enumNames(DeviceKind)
{
    return std::array<std::string_view, 13>{"unknown", "computer", "laptop", "phone", "tablet", "television",
        "speaker", "printer", "camera", "storage", "gateway", "console", "light"};
}

enum class DeviceState : std::uint8_t { online, away };
constexpr auto enumNames(DeviceState)
{
    return std::array<std::string_view, 2>{"online", "away"};
}

/// Where a device is that is online, seen from the machine that says so. Only members are reached elsewhere.
enum class Network : std::uint8_t { same, other };
constexpr auto enumNames(Network)
{
    return std::array<std::string_view, 2>{"same", "other"};
}

/// By what a device is recognised again; a MAC can be imitated, a name even more easily.
enum class RecognisedBy : std::uint8_t { member, mac, name };
constexpr auto enumNames(RecognisedBy)
{
    return std::array<std::string_view, 3>{"member", "mac", "name"};
}

/// An enum's name on the wire.
template <class Enum>
constexpr std::string_view nameOf(Enum value)
{
    return enumNames(value)[static_cast<std::size_t>(value)];
}

/// The value that has this name on the wire.
template <class Enum>
constexpr std::optional<Enum> fromName(std::string_view name)
{
    const auto names = enumNames(Enum{});
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

} // namespace freehold::contract
