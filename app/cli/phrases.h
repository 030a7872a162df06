// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <string>

namespace freehold::cli {

/// The context of freeholdctl's own phrases: labels of its output, and what it says of wrong usage. What
/// commands do is said in the contract; all sentences about the house are made in app/words.
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace freehold::cli
