// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/error.h"
#include "support/json.h"
#include "words/words.h"

#include <QString>

namespace freehold::words {

/// The arguments of a code, by name, as its sentence needs them. What is missing is shown as unknown.
class Facts {
public:
    explicit Facts(const Arguments &arguments, Audience audience = Audience::terminal)
        : arguments_(arguments)
        , audience_(audience)
    {
    }

    [[nodiscard]] bool inApp() const { return audience_ == Audience::app; }

    [[nodiscard]] bool has(const char *name) const { return !text(name).isEmpty(); }
    /// Empty where it is not there.
    [[nodiscard]] QString text(const char *name) const
    {
        const auto found = arguments_.find(name);
        return found == arguments_.end() ? QString() : json::toQString(found->second);
    }
    [[nodiscard]] QString operator()(const char *name) const
    {
        const QString found = text(name);
        return found.isEmpty() ? QStringLiteral("?") : found;
    }
    [[nodiscard]] const Arguments &arguments() const { return arguments_; }
    [[nodiscard]] int number(const char *name) const { return text(name).toInt(); }

private:
    const Arguments &arguments_;
    Audience audience_;
};

} // namespace freehold::words
