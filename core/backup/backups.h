// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/making.h"
#include "backup/restoring.h"
#include "change/house_slot.h"
#include "contract/backup_calls.h"
#include "facts/facts.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>

namespace freehold::backup {

/// The calls by which the house is put into one file and comes back out of it. One backup is made at a time,
/// and one is taken; who begins another ends the one before. House thread.
class Backups : public QObject {
    Q_OBJECT

public:
    /// A client that asks for nothing for so long is gone.
    static constexpr std::chrono::minutes patience{5};
    /// A longer file is no house's.
    static constexpr std::int64_t mostBytes = 1024LL * 1024 * 1024;

    struct Context {
        change::HouseSlot &house;
        facts::Facts &facts;
        store::Database &database;
        const Clock &clock;
        std::function<std::string()> ownId;
        std::function<std::string()> ownName;
        /// The house's root, where this machine holds it.
        std::function<std::optional<crypto::SigningKey>()> root;
        std::filesystem::path folder; ///< for what is taken and was not looked at yet; nothing else's
        std::filesystem::path helper; ///< freehold-index-pack
        std::function<change::Validate()> validator;
        /// Whether this machine may come to have a house now. Errors: house_exists, vault_locked.
        std::function<Result<void>()> mayEnter;
        /// Makes the repository at this place this machine's house, with this machine as a member.
        std::function<Result<contract::House>(const Restored &, const std::filesystem::path &)> enter;
    };
    explicit Backups(Context context);

    void addCalls(change::CallTable &calls);

private:
    using Answered = std::function<void(Result<std::shared_ptr<Restored>>)>;

    [[nodiscard]] Result<contract::BackupTransfer> make(
        const change::Caller &caller, const Secret &passphrase, bool withObservations);
    /// The key by which the backup admits: the root's, or one that the house is told of.
    [[nodiscard]] Result<Secret> seed(const change::Caller &caller, bool &isRoot);
    [[nodiscard]] Result<contract::BackupPart> read(const std::string &backup);
    [[nodiscard]] std::vector<contract::AdmittingBackup> list() const;
    [[nodiscard]] Result<contract::Change> makeVoid(
        const change::Caller &caller, const std::vector<std::string> &backups);
    [[nodiscard]] Result<contract::BackupTransfer> begin(std::int64_t bytes);
    [[nodiscard]] Result<contract::Nothing> write(const std::string &backup, const std::string &bytes);
    void restore(
        const contract::HouseRestore &call, const change::CallTable::Answer<contract::House> &answer);
    /// Looks at the whole file that was taken.
    void look(const std::string &backup, Secret passphrase, const Answered &answered);
    void forget();

    [[nodiscard]] std::filesystem::path file() const { return context_.folder / "file"; }
    /// Where its repository is made.
    [[nodiscard]] std::filesystem::path house() const { return context_.folder / "house"; }

    Context context_;
    std::string id_; ///< of what is on its way
    std::optional<Making> making_;
    std::ofstream taking_;
    std::int64_t missing_ = 0; ///< bytes of the file that is taken
    std::unique_ptr<Restoring> restoring_;
    QTimer patience_;
};

} // namespace freehold::backup
