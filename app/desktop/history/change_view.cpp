// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/change_view.h"

#include "desktop/frame/moments.h"
#include "desktop/history/change_words.h"
#include "desktop/history/value_words.h"
#include "words/words.h"

namespace freehold::desktop {

ChangeView::ChangeView(HouseData &data, HistoryModel &history, QObject *parent)
    : QObject(parent)
    , data_(data)
    , history_(history)
    , restoring_(data, history)
{
    connect(&data_, &HouseData::readyChanged, this, &ChangeView::load);
    connect(&restoring_, &RestoreView::changed, this, [this] { history_.setGoing(restoring_.goingIds()); });
    connect(&history_, &HistoryModel::secondPassed, this, [this] {
        if (isTried())
            Q_EMIT stateTextChanged();
    });
    connect(this, &ChangeView::changed, this, &ChangeView::stateTextChanged);
    data_.client().subscribe<contract::ChangeChanged>(this, [this](const auto &) {
        if (!id_.empty())
            load(); // any change alters what undo and going back would cost
    });
}

void ChangeView::setChange(const QString &id)
{
    if (id == change())
        return;
    id_ = id.toStdString();
    shown_.reset();
    undo_.reset();
    patch_.clear();
    signer_.clear();
    if (const auto *known = history_.find(id_))
        shown_ = *known;
    restoring_.setTarget(id_);
    Q_EMIT changed();
    load();
}

void ChangeView::load()
{
    if (!data_.isReady()) {
        shown_.reset();
        Q_EMIT changed();
        return;
    }
    if (id_.empty())
        return;
    data_.client().call(contract::ChangeShow{id_}, this,
        [this, id = id_](const Result<std::vector<contract::Change>> &answer) {
            if (id != id_ || !answer || answer->empty())
                return;
            shown_ = answer->front();
            Q_EMIT changed();
        });
    askWhatUndoDoes();
}

void ChangeView::askWhatUndoDoes()
{
    data_.client().call(
        contract::ChangeExplainUndo{id_}, this, [this, id = id_](Result<contract::Explanation> answer) {
            if (id != id_)
                return;
            undo_ = std::move(answer);
            Q_EMIT changed();
        });
}

bool ChangeView::isTried() const
{
    return shown_ && shown_->state == contract::ChangeState::trial;
}

bool ChangeView::isGone() const
{
    return shown_
        && (shown_->state == contract::ChangeState::undone
            || shown_->state == contract::ChangeState::rolled_back);
}

bool ChangeView::isLeftOut() const
{
    return shown_ && shown_->state == contract::ChangeState::choice;
}

QString ChangeView::stateText() const
{
    if (!shown_)
        return {};
    const auto *undo = shown_->undone_by ? history_.find(*shown_->undone_by) : nullptr;
    const auto badge = badgeOf(*shown_, undo, data_.now());
    return badge.text.isEmpty() ? capitalised(words::name(shown_->state)) : badge.text;
}

QString ChangeView::stateIcon() const
{
    const auto badge = shown_ ? badgeOf(*shown_, nullptr, data_.now()) : ChangeBadge();
    return badge.icon.isEmpty() ? QStringLiteral("check") : badge.icon;
}

int ChangeView::stateKind() const
{
    const auto badge = shown_ ? badgeOf(*shown_, nullptr, data_.now()) : ChangeBadge();
    return static_cast<int>(badge.icon.isEmpty() ? BadgeKind::good : badge.kind);
}

QString ChangeView::when() const
{
    if (!shown_)
        return {};
    //: a day and a time
    return tr("%1, %2").arg(longDay(dayOf(shown_->time), dayOf(data_.now())), clockTime(shown_->time));
}

QString ChangeView::summary() const
{
    return shown_ ? words::summary(*shown_) : QString();
}

QString ChangeView::who() const
{
    if (!shown_)
        return {};
    const QString reason = json::toQString(shown_->reason);
    const QString who = whoOf(*shown_);
    return reason.isEmpty() ? withFullStop(who) : tr("%1. “%2”").arg(who, reason);
}

QStringList ChangeView::effects() const
{
    QStringList sentences;
    for (const auto &effect : shown_ ? shown_->effects : std::vector<contract::Effect>())
        sentences.append(withFullStop(words::sentence(effect)));
    sentences.removeDuplicates();
    return sentences.size() > 1 ? sentences : QStringList(); // one alone is the summary already
}

QList<ValueChange> ChangeView::values() const
{
    QList<ValueChange> all;
    for (const auto &difference : shown_ ? shown_->differences : std::vector<contract::Difference>())
        all.append({valueName(difference), valueText(difference, difference.before, data_),
            valueText(difference, difference.after, data_)});
    return all;
}

bool ChangeView::isUndoable() const
{
    return undo_ && obstacleIn(*undo_, history_).isEmpty() && shown_ && !isGone() && !isLeftOut()
        && shown_->state != contract::ChangeState::refused;
}

QString ChangeView::undoWords() const
{
    if (!undo_ || isGone())
        return {};
    if (const QString inTheWay = obstacleIn(*undo_, history_); !inTheWay.isEmpty())
        return inTheWay;
    QStringList sentences{tr("Only this change goes.")};
    for (const auto &effect : (*undo_)->effects)
        sentences.append(withFullStop(words::sentence(effect)));
    sentences.append(stayingOf(**undo_));
    return sentences.join(u' ').trimmed();
}

QString ChangeView::restoreButton() const
{
    if (!shown_)
        return {};
    return tr("Put the house back to %1, just after this change").arg(moment(shown_->time, data_.now()));
}

void ChangeView::undo()
{
    data_.act(contract::ChangeUndo{id_}, this);
}

void ChangeView::redo()
{
    data_.act(contract::ChangeRedo{id_}, this);
}

void ChangeView::keep()
{
    data_.act(contract::ChangeConfirm{id_}, this);
}

void ChangeView::choose()
{
    data_.act(contract::ChangeChoose{id_}, this);
}

void ChangeView::loadDetails()
{
    if (id_.empty() || !patch_.isEmpty())
        return;
    data_.act(contract::ChangeDiff{id_}, this, [this, id = id_](const contract::RawDifference &raw) {
        if (id != id_)
            return;
        patch_ = json::toQString(raw.patch);
        signer_ = json::toQString(raw.signed_by);
        Q_EMIT changed();
    });
}

} // namespace freehold::desktop
