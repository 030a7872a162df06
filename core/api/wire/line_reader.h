// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QByteArray>

#include <optional>

namespace freehold::api {

/// The longest message either side takes, its LF included: ten times the largest house's list of devices.
/// Bounds what a peer can make the other hold.
inline constexpr qsizetype messageLimitBytes = 4 * 1024 * 1024;

/// Cuts a stream of bytes into lines. Holds at most one message and what was appended last.
class LineReader {
public:
    explicit LineReader(qsizetype limitBytes = messageLimitBytes)
        : limitBytes_(limitBytes)
    {
    }

    void append(const QByteArray &bytes);

    /// The next whole line without its LF, or nothing until more is appended. A longer line than allowed is
    /// message_too_large; the stream can't be read on from there.
    [[nodiscard]] Result<std::optional<QByteArray>> next();

    /// What was appended and not given, as it stands; then there is nothing.
    [[nodiscard]] QByteArray takeRest();
    void clear();

private:
    qsizetype limitBytes_;
    QByteArray buffer_;
    qsizetype start_ = 0; ///< of the line that is not given yet
    qsizetype searched_ = 0; ///< no LF between start_ and here
};

} // namespace freehold::api
