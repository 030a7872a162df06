// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/member_calls.h"
#include "contract/types.h"
#include "support/error.h"

#include <QLocale>
#include <QString>
#include <QTranslator>

#include <memory>

/// The only place where text for people is made: codes and arguments to sentences, in the language of
/// the installed translator. Pure; main thread.
namespace freehold::words {

/// What an application installs to speak a language; English where there is no translation into it, whose
/// plural forms need a translator too.
[[nodiscard]] std::unique_ptr<QTranslator> translatorFor(const QLocale &locale);

/// What went wrong, in three parts for screens; on the command line "error: happened. remedy."
struct Told {
    QString happened; ///< one sentence, without a full stop
    QString means; ///< may be empty
    QString remedy; ///< what to do, one sentence without a full stop
};

/// Who reads it. In a terminal changes are called by their ids and remedies are commands; in the app a change
/// is called by its summary, where the argument `summary` gives it, and remedies are pages and buttons.
enum class Audience : std::uint8_t { terminal, app };

[[nodiscard]] Told tell(const Error &error, Audience audience = Audience::terminal);
[[nodiscard]] Told tell(const contract::DocumentError &error, Audience audience = Audience::terminal);
[[nodiscard]] Told tell(const contract::Finding &finding, Audience audience = Audience::terminal);

/// What a change does, as in "The device “nas” is called “attic-nas” from now on."
[[nodiscard]] QString sentence(const contract::Effect &effect);

/// The same in short and without a full stop, as History says it: "“nas” is called “attic-nas”".
[[nodiscard]] QString shortSentence(const contract::Effect &effect);

/// One line for a change: its effects in short, and what caused them where that was no ordinary change.
[[nodiscard]] QString summary(const contract::Change &change);

[[nodiscard]] QString name(contract::DeviceKind kind);
[[nodiscard]] QString name(contract::Role role);
[[nodiscard]] QString name(contract::ChangeState state);
/// What a machine that wants to join waits for.
[[nodiscard]] QString name(contract::PairingState state);
/// "a passphrase", for what seals a vault.
[[nodiscard]] QString sealName(const std::string &sealedBy);
/// "Shared printer" for "_ipp._tcp"; the type itself where it is not known.
[[nodiscard]] QString serviceName(const std::string &type);

/// The same values with their sentences filled in, as freeholdctl's JSON has them.
void fill(contract::Change &change);
void fill(contract::Explanation &explanation);
void fill(contract::Status &status);

} // namespace freehold::words
