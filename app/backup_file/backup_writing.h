// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup_file/backup_sending.h"
#include "support/secret.h"

#include <memory>

namespace freehold {

struct BackupMade {
    std::string file;
    std::int64_t bytes = 0;
    bool verified = false; ///< what was written was read again, to the last signature
    static constexpr auto fields()
    {
        return std::tuple{field("file", &BackupMade::file), field("bytes", &BackupMade::bytes),
            field("verified", &BackupMade::verified)};
    }
    friend bool operator==(const BackupMade &, const BackupMade &) = default;
};

/// Has the engine back the house up, writes that to a new file that only its owner can read, and gives it
/// back to the engine to be looked at, as it would be restored. A file that did not come to that is removed.
/// Lives in the client's thread.
class BackupWriting : public QObject {
    Q_OBJECT

public:
    /// `withObservations`: with what the machine has seen, which the house does not need.
    BackupWriting(api::Client &client, std::filesystem::path file, Secret passphrase, bool withObservations);
    ~BackupWriting() override;

    void start();

Q_SIGNALS:
    /// Bytes that were written.
    void progressed(qint64 bytes);
    /// The last thing it tells. Errors: file_unwritable where something has that name already, disk_full,
    /// folder_read_only, and those of the calls.
    void finished(const freehold::Result<freehold::BackupMade> &made);

private:
    void readNext();
    [[nodiscard]] Result<void> take(const contract::BackupPart &part);
    [[nodiscard]] Result<void> settle();
    void verify();
    void look(const std::string &backup);
    void end(const Result<BackupMade> &made);
    /// Removes what was written, where it did not come to a whole backup.
    void discard();
    [[nodiscard]] std::string passphrase() const { return std::string(passphrase_.text()); }

    api::Client &client_;
    std::filesystem::path path_;
    Secret passphrase_;
    bool withObservations_;
    QFile file_;
    std::string backup_;
    std::unique_ptr<BackupSending> sending_;
    bool isMade_ = false; ///< by this, and not whole yet
};

} // namespace freehold
