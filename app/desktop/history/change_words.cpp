// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/change_words.h"

#include "desktop/frame/moments.h"
#include "desktop/history/history_model.h"
#include "support/json.h"
#include "words/words.h"

#include <QCoreApplication>

namespace freehold::desktop {

namespace {
struct ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

QString takenBack(const contract::Change *undo, Time now)
{
    if (!undo)
        return ChangeWords::tr("Taken back");
    const QString when = moment(undo->time, now);
    if (undo->actor.empty())
        return ChangeWords::tr("Taken back, %1").arg(when);
    return ChangeWords::tr("%1 took it back, %2").arg(json::toQString(undo->actor), when);
}
} // namespace

ChangeBadge badgeOf(const contract::Change &change, const contract::Change *undo, Time now)
{
    using enum contract::ChangeState;
    switch (change.state) {
    case trial:
        return {change.trial_ends ? ChangeWords::tr("Trying, %1 left").arg(timeLeft(*change.trial_ends - now))
                                  : capitalised(words::name(change.state)),
            QStringLiteral("clock"), BadgeKind::good};
    case kept:
        return {};
    case undone:
        return {takenBack(undo, now), QStringLiteral("undo"), BadgeKind::plain};
    case rolled_back:
        return change.rolled_back_because
            ? ChangeBadge{ChangeWords::tr("Went back by itself"), QStringLiteral("undo"), BadgeKind::alert}
            : ChangeBadge{ChangeWords::tr("Trial ended, not kept"), QStringLiteral("undo"), BadgeKind::plain};
    case converging:
        return {change.next_step
                ? ChangeWords::tr("Taking effect, goes on %1").arg(moment(*change.next_step, now))
                : capitalised(words::name(change.state)),
            QStringLiteral("clock"), BadgeKind::plain};
    case waiting:
        return {capitalised(words::name(change.state)), QStringLiteral("clock"), BadgeKind::plain};
    case refused:
        return {capitalised(words::name(change.state)), QStringLiteral("alert"), BadgeKind::alert};
    case choice:
        return {capitalised(words::name(change.state)), QStringLiteral("choice"), BadgeKind::plain};
    }
    return {};
}

QString iconOf(contract::Cause cause)
{
    using enum contract::Cause;
    switch (cause) {
    case person:
        return QStringLiteral("person");
    case undo:
    case roll_back:
        return QStringLiteral("undo");
    case redo:
        return QStringLiteral("redo");
    case restore:
        return QStringLiteral("history");
    case by_hand:
        return QStringLiteral("by-hand");
    case key:
        return QStringLiteral("key");
    case member:
        return QStringLiteral("member");
    case repair:
        return QStringLiteral("repair");
    }
    return {};
}

QString whoOf(const contract::Change &change)
{
    if (change.rolled_back_because)
        return ChangeWords::tr("Because: %1")
            .arg(words::tell(*change.rolled_back_because, words::Audience::app).happened);
    const QString actor = json::toQString(change.actor);
    const QString device = json::toQString(change.device);
    if (change.cause == contract::Cause::by_hand)
        return ChangeWords::tr("By hand, in the files on %1").arg(device);
    if (actor.isEmpty() || actor == device)
        return ChangeWords::tr("From %1").arg(device);
    return ChangeWords::tr("%1, on %2").arg(actor, device);
}

QString stayingOf(const contract::Explanation &explanation)
{
    // Documents of members are the one kind that only goes forward.
    return explanation.stays.empty()
        ? QString()
        : ChangeWords::tr("Which machines belong to the house, and what each may do, stays as it is now.");
}

QString obstacleIn(const Result<contract::Explanation> &explanation, const HistoryModel &history)
{
    words::Told told;
    if (!explanation) {
        Error error = explanation.error();
        const auto named = error.arguments.find("change");
        const auto *change = named == error.arguments.end() ? nullptr : history.find(named->second);
        if (change)
            error.arguments.insert_or_assign("summary", words::summary(*change).toStdString());
        told = words::tell(error, words::Audience::app);
    } else if (!explanation->errors.empty()) {
        told = words::tell(explanation->errors.front(), words::Audience::app);
    }
    return QStringList{withFullStop(told.happened), withFullStop(told.remedy)}.join(u' ').trimmed();
}

} // namespace freehold::desktop
