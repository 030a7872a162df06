// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freehold {

/// What went wrong. A code and its arguments; the sentence for people is made in app/words.
enum class ErrorCode : std::uint8_t {
    // the call
    message_malformed,
    message_too_large,
    method_unknown,
    parameters_invalid,
    not_permitted,
    version_unsupported,
    // the engine and its places
    engine_unreachable,
    engine_already_running,
    socket_unusable,
    disk_full,
    folder_read_only,
    file_unreadable,
    file_unwritable,
    database_damaged,
    repository_damaged,
    repository_locked,
    internal,
    // house and vault
    house_missing,
    house_exists,
    vault_locked,
    vault_damaged,
    passphrase_wrong,
    passphrase_missing,
    key_store_unavailable,
    signature_invalid,
    // documents
    documents_invalid,
    document_path_invalid,
    document_kind_unknown,
    document_too_large,
    document_missing,
    document_twice,
    document_syntax,
    document_encoding,
    key_unknown,
    key_missing,
    value_type,
    value_range,
    value_format,
    value_choice,
    value_text,
    reference_missing,
    reference_cyclic,
    value_taken,
    forward_only,
    scope_other_device,
    format_newer,
    too_many_documents,
    link_in_tree,
    house_identity_changed,
    // changes
    nothing_to_change,
    change_missing,
    change_id_ambiguous,
    change_in_trial,
    change_not_in_trial,
    change_already_undone,
    change_not_undone,
    change_cannot_be_undone,
    undo_conflict,
    edited_by_hand,
    time_unparsable,
    no_choice_here,
    apply_failed,
    // devices and people
    device_missing,
    device_ambiguous,
    device_undocumented,
    device_is_member,
    device_is_this,
    device_no_member,
    last_owner,
    history_moved,
    invitation_invalid,
    invitations_too_many,
    peer_is_another,
    member_port_closed,
    person_missing,
    person_has_devices,
    user_missing,
    access_missing,
    // members and pairing
    peer_unreachable,
    pairing_missing,
    pairing_busy,
    pairing_digits_wrong,
    pairing_refused,
    pairing_expired,
    pairing_ended,
    pairing_not_accepted,
    // backups
    backup_damaged,
    backup_missing,
    backup_busy,
    root_missing,
};

/// The code's name on the wire, kebab-case ("disk-full"). Stable: scripts match on it.
[[nodiscard]] std::string_view name(ErrorCode code);
[[nodiscard]] std::optional<ErrorCode> errorCodeFromName(std::string_view name);

using Arguments = std::map<std::string, std::string>;

/// One thing that is wrong in one document. Lines count from 1; 0 where the whole document is meant.
struct Problem {
    std::string document;
    std::string key;
    std::int64_t line = 0;
    ErrorCode code = ErrorCode::internal;
    Arguments arguments;

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// A failure. `problems` is filled where documents were refused.
struct Error {
    ErrorCode code = ErrorCode::internal;
    Arguments arguments;
    std::vector<Problem> problems;

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace freehold
