// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/call.h"
#include "contract/types.h"

/// The house in one file, sealed with a passphrase. The client has the file and the engine what is in it: the
/// bytes go between them in parts.
namespace freehold::contract {

/// Above that no part is taken; base64 of it fits into a message.
inline constexpr std::int64_t mostBackupPartBytes = 1024LL * 1024;

/// A backup that is on its way, in either direction.
struct BackupTransfer {
    std::string backup; ///< by which the parts say where they belong
    static constexpr auto fields() { return std::tuple{field("backup", &BackupTransfer::backup)}; }
};

struct HouseBackup {
    std::string file;
    std::string passphrase;
    bool observations = false;
    using Result = BackupTransfer;
    static constexpr CallInfo info{"house.backup", Role::owner, Kind::changes_house,
        "Write the house, its history and what lets a machine back in to a file, sealed with a "
        "passphrase."};
    static constexpr auto fields()
    {
        return std::tuple{field("file", &HouseBackup::file, "The file to write.", Given::file),
            field("passphrase", &HouseBackup::passphrase, "What opens the file again.", Given::new_secret),
            field("observations", &HouseBackup::observations,
                "Also what this machine has seen: the devices around it, and what happened.", Given::flag)};
    }
};

struct BackupPart {
    std::string bytes; ///< base64
    bool is_last = false;
    static constexpr auto fields()
    {
        return std::tuple{field("bytes", &BackupPart::bytes), field("is_last", &BackupPart::is_last)};
    }
};

struct BackupRead {
    std::string backup;
    using Result = BackupPart;
    static constexpr CallInfo info{
        "backup.read", Role::owner, Kind::reads, "Give the next part of a backup's file."};
    static constexpr auto fields()
    {
        return std::tuple{
            field("backup", &BackupRead::backup, "What house.backup answered.", Given::internal)};
    }
};

struct BackupBegin {
    std::int64_t bytes = 0;
    using Result = BackupTransfer;
    static constexpr CallInfo info{"backup.begin", Role::owner, Kind::changes_engine,
        "Take a backup's file, to look at it or to restore it."};
    static constexpr auto fields()
    {
        return std::tuple{field("bytes", &BackupBegin::bytes, "How long the file is.", Given::internal)};
    }
};

struct BackupWrite {
    std::string backup;
    std::string bytes;
    using Result = Nothing;
    static constexpr CallInfo info{
        "backup.write", Role::owner, Kind::changes_engine, "Take the next part of a backup's file."};
    static constexpr auto fields()
    {
        return std::tuple{
            field("backup", &BackupWrite::backup, "What backup.begin answered.", Given::internal),
            field("bytes", &BackupWrite::bytes, "The part, in base64.", Given::internal)};
    }
};

/// What a backup's file holds.
struct BackupContents {
    std::string house; ///< its name
    std::string device; ///< the machine that made it
    Time made{};
    std::int64_t changes = 0;
    bool observations = false; ///< whether it holds what that machine has seen
    static constexpr auto fields()
    {
        return std::tuple{field("house", &BackupContents::house), field("device", &BackupContents::device),
            field("made", &BackupContents::made), field("changes", &BackupContents::changes),
            field("observations", &BackupContents::observations)};
    }
};

struct BackupCheck {
    std::string backup;
    std::string passphrase;
    using Result = BackupContents;
    static constexpr CallInfo info{"backup.check", Role::owner, Kind::changes_engine,
        "Look at all of a backup, to its last signature. Nothing is restored."};
    static constexpr auto fields()
    {
        return std::tuple{
            field("backup", &BackupCheck::backup, "What backup.begin answered.", Given::internal),
            field("passphrase", &BackupCheck::passphrase, "What it was sealed with.", Given::secret)};
    }
};

/// A backup that lets a machine in, once, until it is voided. One with the house's root is none of these: it
/// lets machines in for ever.
struct AdmittingBackup {
    std::string id;
    std::string made_at; ///< the machine's id
    std::string name; ///< what the house calls that
    Time made{};
    static constexpr auto fields()
    {
        return std::tuple{field("id", &AdmittingBackup::id), field("made_at", &AdmittingBackup::made_at),
            field("name", &AdmittingBackup::name), field("made", &AdmittingBackup::made)};
    }
};

struct BackupList {
    using Result = std::vector<AdmittingBackup>;
    static constexpr CallInfo info{"backup.list", Role::guest, Kind::reads,
        "List the backups that can still let a machine into the house, once each."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct BackupVoid {
    std::vector<std::string> backups;
    using Result = Change;
    static constexpr CallInfo info{"backup.void", Role::owner, Kind::changes_house,
        "Let no machine in by these backups any more. What is in them can still be read."};
    static constexpr auto fields()
    {
        return std::tuple{field("backups", &BackupVoid::backups, "Their ids, as in the list.", Given::list)};
    }
};

struct HouseRestore {
    std::string backup;
    std::optional<std::string> passphrase;
    using Result = House;
    static constexpr CallInfo info{"house.restore", Role::owner, Kind::changes_engine,
        "Make this machine a new member of the house in a backup, with all that it was then."};
    static constexpr auto fields()
    {
        return std::tuple{field("backup", &HouseRestore::backup, "The backup's file.", Given::source),
            field("passphrase", &HouseRestore::passphrase, "What it was sealed with.", Given::secret)};
    }
};

} // namespace freehold::contract
