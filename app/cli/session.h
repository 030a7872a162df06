// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_client/client.h"
#include "backup_file/backup_writing.h"
#include "cli/arguments.h"
#include "cli/call.h"
#include "cli/termination.h"

#include <QObject>

#include <memory>

namespace freehold::cli {

/// The exit statuses of the interface contract.
enum class ExitStatus : std::uint8_t {
    done = 0,
    refused = 1, ///< nothing changed
    wrong_usage = 2,
    unreachable = 3,
    rolled_back = 4, ///< applied, then rolled back
};

/// One run of freeholdctl against an engine: connects, makes the call, prints.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(Invocation invocation);

    void start();

Q_SIGNALS:
    void finished(freehold::cli::ExitStatus status);

private:
    void begin();
    void ask();
    void backUp();
    /// Gives the engine the file that the command line named, then asks.
    void sendFile();
    [[nodiscard]] std::optional<QString> missingSecret() const;
    void watch();
    void answer(Result<Answer> answer);
    void fail(const Error &error);
    /// The engine that was talked to went.
    [[nodiscard]] Error unreachable() const;
    void finish(ExitStatus status);
    [[nodiscard]] Result<void> complete();

    Invocation invocation_;
    std::string method_;
    std::unique_ptr<api::Client> client_;
    std::unique_ptr<Termination> termination_;
    std::unique_ptr<BackupWriting> writing_;
    std::unique_ptr<BackupSending> sending_;
    bool begun_ = false;
    bool finished_ = false;
};

/// "error: what happened. what to do.", and a line for each problem where there are several.
[[nodiscard]] std::string errorText(const Error &error);

} // namespace freehold::cli
