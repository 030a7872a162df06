// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "support/file.h"
#include "support/time.h"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <vector>

namespace freehold::store {

namespace {

Error errorOf(sqlite3 *handle, const std::filesystem::path &path)
{
    switch (sqlite3_errcode(handle)) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::database_damaged, {{"place", path.string()}}, {}};
    case SQLITE_FULL:
        return file::errorFor(ENOSPC, path, true);
    case SQLITE_READONLY:
        return file::errorFor(EROFS, path, true);
    default:
        break;
    }
    // SQLite says "I/O error" of its shared memory where the disk is full.
    constexpr std::uintmax_t leastBytes = 64UL * 1024;
    std::error_code error;
    if (const auto space = std::filesystem::space(path.parent_path(), error);
        !error && space.available < leastBytes)
        return file::errorFor(ENOSPC, path, true);
    return {ErrorCode::file_unwritable, {{"place", path.string()}, {"system", sqlite3_errmsg(handle)}}, {}};
}

/// What a damaged database is set aside as begins with this; the time follows, so that names sort by age.
std::string asideStem(const std::filesystem::path &path)
{
    return path.filename().string() + ".damaged-";
}

/// A disk that damages files does so again; somebody who wants to look into it needs the latest.
void dropAllButNewest(const std::filesystem::path &path)
{
    constexpr std::size_t kept = 2;
    std::vector<std::filesystem::path> found;
    std::error_code ignored;
    std::filesystem::directory_iterator walk(path.parent_path(), ignored);
    for (; walk != std::filesystem::directory_iterator(); walk.increment(ignored)) {
        if (walk->path().filename().string().starts_with(asideStem(path)))
            found.push_back(walk->path());
    }
    std::ranges::sort(found, std::ranges::greater());
    for (std::size_t at = kept; at < found.size(); ++at)
        std::filesystem::remove(found[at], ignored);
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement &Statement::bind(int at, std::string_view text)
{
    sqlite3_bind_text(statement_.get(), at, text.data(), static_cast<int>(text.size()),
        SQLITE_TRANSIENT); // NOLINT: SQLite's own macro
    return *this;
}

Statement &Statement::bind(int at, std::int64_t number)
{
    sqlite3_bind_int64(statement_.get(), at, number);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    sqlite3 *handle = sqlite3_db_handle(statement_.get());
    const char *path = sqlite3_db_filename(handle, "main");
    return std::unexpected(errorOf(handle, path == nullptr ? "" : path));
}

Result<void> Statement::run()
{
    const bool row = TRY(step());
    static_cast<void>(row);
    return {};
}

std::string Statement::text(int column) const
{
    const auto *text = sqlite3_column_text(statement_.get(), column);
    return text == nullptr ? std::string() : reinterpret_cast<const char *>(text);
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(statement_.get(), column);
}

void Database::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const std::filesystem::path &path, std::span<const char *const> migrations)
{
    auto database = openOnce(path, migrations);
    if (database || database.error().code != ErrorCode::database_damaged)
        return database;
    const auto aside = path.parent_path()
        / (asideStem(path)
            + toRfc3339(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())));
    std::error_code error;
    std::filesystem::rename(path, aside, error);
    if (error)
        return std::unexpected(file::errorFor(error.value(), path, true));
    for (const char *suffix : {"-wal", "-shm"})
        std::filesystem::remove(path.string() + suffix, error);
    dropAllButNewest(path);
    database = openOnce(path, migrations);
    if (database)
        database->keptAs_ = aside;
    return database;
}

namespace {

/// SQLite takes memory for pages and for small things ahead, for each connection and for good. What is asked
/// of this one now and then does not need it.
void takeNothingAhead()
{
    // Ignored once a database was opened. NOLINTBEGIN: SQLite's own way to be told.
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, nullptr, 0, 0);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    // NOLINTEND
}

} // namespace

Result<Database> Database::openOnce(
    const std::filesystem::path &path, std::span<const char *const> migrations)
{
    Database database;
    database.path_ = path;
    takeNothingAhead();
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, nullptr);
    database.handle_.reset(handle);
    if (code != SQLITE_OK)
        return std::unexpected(errorOf(handle, path));
    // Observations may lose their last seconds in a power cut; they are never torn.
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL",
             "PRAGMA foreign_keys = ON", "PRAGMA cache_size = -512", "PRAGMA journal_size_limit = 1048576"}) {
        if (auto set = database.run(pragma); !set)
            return std::unexpected(std::move(set).error());
    }
    // The file is small, and a damaged page would else be met only when somebody needs what stands on it.
    if (!TRY(database.isSound()))
        return failure(ErrorCode::database_damaged, {{"place", path.string()}});
    const std::int64_t have = TRY(database.version());
    if (have > static_cast<std::int64_t>(migrations.size()))
        return failure(ErrorCode::format_newer, {{"part", "database"}});
    for (std::size_t next = static_cast<std::size_t>(have); next < migrations.size(); ++next) {
        auto migrated = database.transaction([&]() -> Result<void> {
            if (auto ran = database.run(migrations[next]); !ran)
                return ran;
            return database.run(("PRAGMA user_version = " + std::to_string(next + 1)).c_str());
        });
        if (!migrated)
            return std::unexpected(std::move(migrated).error());
    }
    return database;
}

Result<std::int64_t> Database::version()
{
    // No migration may find this statement still under way: then no table could be dropped.
    Statement version = TRY(prepare("PRAGMA user_version"));
    return TRY(version.step()) ? version.number(0) : 0;
}

Result<bool> Database::isSound()
{
    Statement check = TRY(prepare("PRAGMA quick_check(1)"));
    return TRY(check.step()) && check.text(0) == "ok";
}

void Database::rest()
{
    sqlite3_db_release_memory(handle_.get());
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr)
        != SQLITE_OK)
        return std::unexpected(errorOf(handle_.get(), path_));
    return Statement(statement);
}

Result<void> Database::run(const char *sql)
{
    if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return std::unexpected(errorOf(handle_.get(), path_));
    return {};
}

Result<void> Database::transaction(const std::function<Result<void>()> &work)
{
    if (auto begun = run("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto done = work();
    if (done)
        done = run("COMMIT");
    // Where SQLite has rolled back by itself, as on a full disk, there is nothing to roll back; why counts.
    if (!done)
        sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    return done;
}

} // namespace freehold::store
