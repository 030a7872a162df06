// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_wire/line_reader.h"

namespace freehold::api {

void LineReader::append(const QByteArray &bytes)
{
    buffer_.remove(0, start_);
    searched_ -= start_;
    start_ = 0;
    buffer_ += bytes;
}

Result<std::optional<QByteArray>> LineReader::next()
{
    const qsizetype end = buffer_.indexOf('\n', searched_);
    const qsizetype length = (end < 0 ? buffer_.size() : end + 1) - start_;
    if (length > messageLimitBytes)
        return failure(ErrorCode::message_too_large, {{"limit", std::to_string(messageLimitBytes)}});
    if (end < 0) {
        searched_ = buffer_.size();
        return std::nullopt;
    }
    const QByteArray line = buffer_.mid(start_, end - start_);
    start_ = searched_ = end + 1;
    return line;
}

void LineReader::clear()
{
    buffer_.clear();
    start_ = searched_ = 0;
}

} // namespace freehold::api
