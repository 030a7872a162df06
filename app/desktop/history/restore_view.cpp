// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/restore_view.h"

#include "desktop/history/change_words.h"
#include "words/words.h"

namespace freehold::desktop {

namespace {
/// As many as a person reads; the list beside them marks all.
constexpr std::size_t mostNamed = 12;
} // namespace

RestoreView::RestoreView(HouseData &data, const HistoryModel &history, QObject *parent)
    : QObject(parent)
    , data_(data)
    , history_(history)
{
    connect(&data_, &HouseData::readyChanged, this, &RestoreView::ask);
    data_.client().subscribe<contract::ChangeChanged>(this, [this](const auto &) { ask(); });
}

void RestoreView::setTarget(const std::string &target)
{
    if (target == target_)
        return;
    target_ = target;
    answer_.reset();
    Q_EMIT changed();
    ask();
}

void RestoreView::ask()
{
    if (!data_.isReady()) {
        answer_.reset();
        Q_EMIT changed();
    }
    if (!data_.isReady() || target_.empty())
        return;
    data_.client().call(contract::ChangeExplainRestore{target_}, this,
        [this, target = target_](Result<contract::Explanation> answer) {
            if (target != target_)
                return;
            answer_ = std::move(answer);
            Q_EMIT changed();
        });
}

bool RestoreView::isPossible() const
{
    return answer_ && obstacleIn(*answer_, history_).isEmpty() && !(*answer_)->effects.empty();
}

QString RestoreView::words() const
{
    if (!answer_)
        return {};
    if (const QString inTheWay = obstacleIn(*answer_, history_); !inTheWay.isEmpty())
        return inTheWay;
    const auto goes = static_cast<int>((*answer_)->goes.size());
    if (goes == 0 || (*answer_)->effects.empty())
        return tr("The house is still as it was then.");
    return tr("%n later change(s) go:", "", goes);
}

QStringList RestoreView::going() const
{
    QStringList sentences;
    if (!isPossible())
        return sentences;
    const auto &goes = (*answer_)->goes;
    for (const auto &change : goes | std::views::take(mostNamed))
        sentences.append(words::summary(change));
    if (goes.size() > mostNamed)
        sentences.append(tr("and %n more", "", static_cast<int>(goes.size() - mostNamed)));
    return sentences;
}

QString RestoreView::staying() const
{
    return isPossible() ? stayingOf(**answer_) : QString();
}

std::set<std::string> RestoreView::goingIds() const
{
    std::set<std::string> ids;
    if (isPossible()) {
        for (const auto &change : (*answer_)->goes)
            ids.insert(change.id);
    }
    return ids;
}

void RestoreView::restore()
{
    data_.act(contract::ChangeRestore{target_}, this);
}

} // namespace freehold::desktop
