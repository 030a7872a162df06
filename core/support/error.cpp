// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error.h"

#include <algorithm>
#include <array>

namespace freehold {

namespace {

struct Entry {
    ErrorCode code;
    std::string_view name;
};

constexpr std::array entries{
    Entry{ErrorCode::message_malformed, "message-malformed"},
    Entry{ErrorCode::message_too_large, "message-too-large"},
    Entry{ErrorCode::method_unknown, "method-unknown"},
    Entry{ErrorCode::parameters_invalid, "parameters-invalid"},
    Entry{ErrorCode::not_permitted, "not-permitted"},
    Entry{ErrorCode::version_unsupported, "version-unsupported"},
    Entry{ErrorCode::engine_unreachable, "engine-unreachable"},
    Entry{ErrorCode::engine_already_running, "engine-already-running"},
    Entry{ErrorCode::socket_unusable, "socket-unusable"},
    Entry{ErrorCode::disk_full, "disk-full"},
    Entry{ErrorCode::folder_read_only, "folder-read-only"},
    Entry{ErrorCode::file_unreadable, "file-unreadable"},
    Entry{ErrorCode::file_unwritable, "file-unwritable"},
    Entry{ErrorCode::database_damaged, "database-damaged"},
    Entry{ErrorCode::repository_damaged, "repository-damaged"},
    Entry{ErrorCode::repository_locked, "repository-locked"},
    Entry{ErrorCode::internal, "internal"},
    Entry{ErrorCode::house_missing, "house-missing"},
    Entry{ErrorCode::house_exists, "house-exists"},
    Entry{ErrorCode::vault_locked, "vault-locked"},
    Entry{ErrorCode::vault_damaged, "vault-damaged"},
    Entry{ErrorCode::passphrase_wrong, "passphrase-wrong"},
    Entry{ErrorCode::passphrase_missing, "passphrase-missing"},
    Entry{ErrorCode::key_store_unavailable, "key-store-unavailable"},
    Entry{ErrorCode::signature_invalid, "signature-invalid"},
    Entry{ErrorCode::documents_invalid, "documents-invalid"},
    Entry{ErrorCode::document_path_invalid, "document-path-invalid"},
    Entry{ErrorCode::document_kind_unknown, "document-kind-unknown"},
    Entry{ErrorCode::document_too_large, "document-too-large"},
    Entry{ErrorCode::document_missing, "document-missing"},
    Entry{ErrorCode::document_twice, "document-twice"},
    Entry{ErrorCode::document_syntax, "document-syntax"},
    Entry{ErrorCode::document_encoding, "document-encoding"},
    Entry{ErrorCode::key_unknown, "key-unknown"},
    Entry{ErrorCode::key_missing, "key-missing"},
    Entry{ErrorCode::value_type, "value-type"},
    Entry{ErrorCode::value_range, "value-range"},
    Entry{ErrorCode::value_format, "value-format"},
    Entry{ErrorCode::value_choice, "value-choice"},
    Entry{ErrorCode::value_text, "value-text"},
    Entry{ErrorCode::reference_missing, "reference-missing"},
    Entry{ErrorCode::reference_cyclic, "reference-cyclic"},
    Entry{ErrorCode::value_taken, "value-taken"},
    Entry{ErrorCode::forward_only, "forward-only"},
    Entry{ErrorCode::scope_other_device, "scope-other-device"},
    Entry{ErrorCode::format_newer, "format-newer"},
    Entry{ErrorCode::too_many_documents, "too-many-documents"},
    Entry{ErrorCode::link_in_tree, "link-in-tree"},
    Entry{ErrorCode::house_identity_changed, "house-identity-changed"},
    Entry{ErrorCode::nothing_to_change, "nothing-to-change"},
    Entry{ErrorCode::change_missing, "change-missing"},
    Entry{ErrorCode::change_id_ambiguous, "change-id-ambiguous"},
    Entry{ErrorCode::change_in_trial, "change-in-trial"},
    Entry{ErrorCode::change_not_in_trial, "change-not-in-trial"},
    Entry{ErrorCode::change_already_undone, "change-already-undone"},
    Entry{ErrorCode::change_not_undone, "change-not-undone"},
    Entry{ErrorCode::change_cannot_be_undone, "change-cannot-be-undone"},
    Entry{ErrorCode::undo_conflict, "undo-conflict"},
    Entry{ErrorCode::edited_by_hand, "edited-by-hand"},
    Entry{ErrorCode::time_unparsable, "time-unparsable"},
    Entry{ErrorCode::no_choice_here, "no-choice-here"},
    Entry{ErrorCode::apply_failed, "apply-failed"},
    Entry{ErrorCode::device_missing, "device-missing"},
    Entry{ErrorCode::device_ambiguous, "device-ambiguous"},
    Entry{ErrorCode::device_undocumented, "device-undocumented"},
    Entry{ErrorCode::device_is_member, "device-is-member"},
    Entry{ErrorCode::device_is_this, "device-is-this"},
    Entry{ErrorCode::device_no_member, "device-no-member"},
    Entry{ErrorCode::last_owner, "last-owner"},
    Entry{ErrorCode::history_moved, "history-moved"},
    Entry{ErrorCode::invitation_invalid, "invitation-invalid"},
    Entry{ErrorCode::invitations_too_many, "invitations-too-many"},
    Entry{ErrorCode::peer_is_another, "peer-is-another"},
    Entry{ErrorCode::member_port_closed, "member-port-closed"},
    Entry{ErrorCode::person_missing, "person-missing"},
    Entry{ErrorCode::person_has_devices, "person-has-devices"},
    Entry{ErrorCode::user_missing, "user-missing"},
    Entry{ErrorCode::access_missing, "access-missing"},
    Entry{ErrorCode::peer_unreachable, "peer-unreachable"},
    Entry{ErrorCode::pairing_missing, "pairing-missing"},
    Entry{ErrorCode::pairing_busy, "pairing-busy"},
    Entry{ErrorCode::pairing_digits_wrong, "pairing-digits-wrong"},
    Entry{ErrorCode::pairing_refused, "pairing-refused"},
    Entry{ErrorCode::pairing_expired, "pairing-expired"},
    Entry{ErrorCode::pairing_ended, "pairing-ended"},
    Entry{ErrorCode::pairing_not_accepted, "pairing-not-accepted"},
    Entry{ErrorCode::backup_damaged, "backup-damaged"},
    Entry{ErrorCode::backup_missing, "backup-missing"},
    Entry{ErrorCode::backup_busy, "backup-busy"},
    Entry{ErrorCode::root_missing, "root-missing"},
};

// The table is indexed by the code, so a code without a name does not compile.
static_assert(entries.size() == static_cast<std::size_t>(ErrorCode::root_missing) + 1);
static_assert(std::ranges::all_of(entries,
    [](const Entry &entry) { return &entry - entries.data() == static_cast<std::ptrdiff_t>(entry.code); }));

} // namespace

std::string_view name(ErrorCode code)
{
    return entries[static_cast<std::size_t>(code)].name;
}

std::optional<ErrorCode> errorCodeFromName(std::string_view name)
{
    const auto found = std::ranges::find(entries, name, &Entry::name);
    return found == entries.end() ? std::nullopt : std::optional(found->code);
}

} // namespace freehold
