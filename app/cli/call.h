// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_client/client.h"

#include <QJsonObject>

#include <functional>
#include <string>
#include <string_view>

namespace freehold::cli {

/// What a call gave, ready to print.
struct Answer {
    QJsonValue json;
    std::string text; ///< for people
    std::string fileContent; ///< for the file that the command names, where it names one
    bool rolledBack = false; ///< a change was applied, and went back
};

/// Makes the call of that method, typed: the parameters are read into its struct, the result out of its own.
void call(api::Client &client, QObject *context, std::string_view method, const QJsonObject &parameters,
    std::function<void(Result<Answer>)> done);

/// A notification as it is printed: a change in it has its sentences.
[[nodiscard]] QJsonObject withSentences(const QJsonObject &message);

} // namespace freehold::cli
