// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace freehold::store {

/// A prepared statement. Values are bound from 1, columns read from 0, as SQLite has it.
class Statement {
public:
    Statement &bind(int at, std::string_view text);
    Statement &bind(int at, std::int64_t number);
    /// True while there is a row.
    [[nodiscard]] Result<bool> step();
    /// For statements that give no rows.
    [[nodiscard]] Result<void> run();
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit Statement(sqlite3_stmt *statement)
        : statement_(statement)
    {
    }
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// The SQLite file of facts, observations and events: write-ahead log, foreign keys, one writer. Used
/// from one thread. Nothing in it is configuration: losing it loses no wish of the owner's.
class Database {
public:
    /// Opens or makes the file and brings it up to date: migration N leads from user_version N to N + 1.
    /// A damaged file is set aside beside it and a new one begun; `keptAs()` then says where it lies.
    /// Errors: disk_full, folder_read_only, file_unwritable; format_newer where a newer version wrote it.
    [[nodiscard]] static Result<Database> open(
        const std::filesystem::path &path, std::span<const char *const> migrations);

    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] Result<void> run(const char *sql);
    /// What was written until now survives a power cut from here on; what is written later may lose its last
    /// seconds.
    [[nodiscard]] Result<void> sync() { return run("PRAGMA wal_checkpoint(PASSIVE)"); }
    /// All or nothing.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()> &work);
    /// Gives the memory of cached pages back; what is asked next reads them again.
    void rest();
    [[nodiscard]] const std::optional<std::filesystem::path> &keptAs() const { return keptAs_; }

private:
    struct Close {
        void operator()(sqlite3 *handle) const;
    };
    [[nodiscard]] static Result<Database> openOnce(
        const std::filesystem::path &path, std::span<const char *const> migrations);
    [[nodiscard]] Result<bool> isSound();
    [[nodiscard]] Result<std::int64_t> version();

    std::filesystem::path path_;
    std::unique_ptr<sqlite3, Close> handle_;
    std::optional<std::filesystem::path> keptAs_;
};

} // namespace freehold::store
