// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/tray/news.h"

#include "desktop/history/change_words.h"
#include "words/words.h"

namespace freehold::desktop {

News::News(
    HouseData &data, HomeView &home, const Preferences &preferences, Notifier &notifier, QObject *parent)
    : QObject(parent)
    , data_(data)
    , home_(home)
    , preferences_(preferences)
    , notifier_(notifier)
{
    connect(&data_, &HouseData::readyChanged, this, &News::readyChanged);
    connect(&home_, &HomeView::attentionChanged, this, &News::attentionChanged);
    data_.client().subscribe<contract::ChangeChanged>(
        this, [this](const contract::ChangeChanged &told) { changeChanged(told.change); });
}

void News::readyChanged()
{
    if (!data_.isReady())
        return;
    attentionChanged();
    begun_ = true;
}

void News::attentionChanged()
{
    if (!data_.isReady())
        return;
    QSet<QString> now;
    for (const auto &item : home_.attention()) {
        if (item.calm)
            continue;
        const QString what = item.subject.isEmpty() ? item.title : item.subject;
        now.insert(what);
        if (begun_ && !known_.contains(what) && preferences_.tellsNeeds())
            notifier_.show(item.title, item.meaning, item.subject);
    }
    known_ = now; // what went and comes back is told again
}

void News::changeChanged(const contract::Change &change)
{
    const QString id = json::toQString(change.id);
    const bool wentBack
        = change.state == contract::ChangeState::rolled_back && change.rolled_back_because.has_value();
    if (wentBack && preferences_.tellsNeeds() && !toldBack_.contains(id)) {
        toldBack_.insert(id);
        //: %1 is a change, in a sentence
        notifier_.show(tr("Went back by itself: %1").arg(words::summary(change)), whoOf(change), {});
        return;
    }
    const auto *here = data_.thisDevice();
    const bool byOthers = here && change.device != here->name;
    if (byOthers && preferences_.tellsOthers() && !toldChanges_.contains(id)) {
        toldChanges_.insert(id);
        notifier_.show(words::summary(change), whoOf(change), {});
    }
}

} // namespace freehold::desktop
