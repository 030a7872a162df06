// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_client/client.h"
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
    [[nodiscard]] std::optional<QString> missingSecret() const;
    void watch();
    void answer(Result<Answer> answer);
    void fail(const Error &error);
    void finish(ExitStatus status);
    [[nodiscard]] Result<void> complete();

    Invocation invocation_;
    std::string method_;
    std::unique_ptr<api::Client> client_;
    std::unique_ptr<Termination> termination_;
    bool begun_ = false;
    bool finished_ = false;
};

/// "error: what happened. what to do.", and a line for each problem where there are several.
[[nodiscard]] std::string errorText(const Error &error);

} // namespace freehold::cli
