// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

#include <QCoreApplication>

namespace freehold::words {

namespace {

struct Changes {
    Q_DECLARE_TR_FUNCTIONS(Changes)

public:
    static QString effects(const contract::Change &change);
    static QString summary(contract::Cause cause, const QString &effects);
};

QString Changes::effects(const contract::Change &change)
{
    if (change.effects.empty())
        return tr("Nothing that the house does changed");
    const QString first = shortSentence(change.effects.front());
    const int more = static_cast<int>(change.effects.size()) - 1;
    return more == 0 ? first : tr("%1, and %n more", nullptr, more).arg(first);
}

QString Changes::summary(contract::Cause cause, const QString &effects)
{
    using enum contract::Cause;
    switch (cause) {
    case person:
    case key:
    case member:
        return effects;
    case undo:
        return tr("Took a change back. Now: %1").arg(effects);
    case redo:
        return tr("Made a change again. Now: %1").arg(effects);
    case restore:
        return tr("Put the house back. Now: %1").arg(effects);
    case roll_back:
        return tr("Went back by itself. Now: %1").arg(effects);
    case by_hand:
        return tr("Edited by hand: %1").arg(effects);
    case repair:
        return tr("Repaired: %1").arg(effects);
    }
    return {};
}

} // namespace

QString summary(const contract::Change &change)
{
    return Changes::summary(change.cause, Changes::effects(change));
}

void fill(contract::Change &change)
{
    change.summary = summary(change).toStdString();
    for (contract::Effect &effect : change.effects)
        effect.sentence = sentence(effect).toStdString();
    if (change.rolled_back_because) {
        const Told told = tell(*change.rolled_back_because);
        change.rolled_back_because->message = told.happened.toStdString();
        change.rolled_back_because->remedy = told.remedy.toStdString();
    }
}

void fill(contract::Explanation &explanation)
{
    for (contract::Effect &effect : explanation.effects)
        effect.sentence = sentence(effect).toStdString();
    for (contract::DocumentError &error : explanation.errors) {
        const Told told = tell(error);
        error.message = told.happened.toStdString();
        error.remedy = told.remedy.toStdString();
    }
    for (contract::Change &change : explanation.goes)
        fill(change);
}

void fill(contract::Status &status)
{
    for (contract::Finding &finding : status.attention) {
        const Told told = tell(finding);
        finding.message = told.happened.toStdString();
        finding.remedy = told.remedy.toStdString();
    }
}

} // namespace freehold::words
