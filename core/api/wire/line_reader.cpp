// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_wire/line_reader.h"

#include "support/secret.h"

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
    if (length > limitBytes_)
        return failure(ErrorCode::message_too_large, {{"limit", std::to_string(limitBytes_)}});
    if (end < 0) {
        searched_ = buffer_.size();
        return std::nullopt;
    }
    const QByteArray line = buffer_.mid(start_, end - start_);
    wipe(buffer_.data() + start_, static_cast<std::size_t>(end - start_)); // it may hold a passphrase
    start_ = searched_ = end + 1;
    return line;
}

QByteArray LineReader::takeRest()
{
    const QByteArray rest = buffer_.sliced(start_);
    clear();
    return rest;
}

void LineReader::clear()
{
    buffer_.clear();
    start_ = searched_ = 0;
}

} // namespace freehold::api
