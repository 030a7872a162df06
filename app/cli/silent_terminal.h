// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/secret.h"

#include <QString>

namespace freehold::cli {

/// The terminal that this process runs on, which shows nothing of what is typed until this goes, or until a
/// signal ends the process. One at a time.
class SilentTerminal {
public:
    SilentTerminal();
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;
    ~SilentTerminal();

    /// False where the process has no terminal.
    [[nodiscard]] bool isReady() const { return isSilent_; }
    /// The next line that is typed, without its end; cut at `mostBytes`.
    [[nodiscard]] Secret ask(const QString &question, std::size_t mostBytes) const;

private:
    void write(const QByteArray &text) const;

    int descriptor_;
    bool isSilent_ = false;
};

} // namespace freehold::cli
