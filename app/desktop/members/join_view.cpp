// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/members/join_view.h"

#include "desktop/members/pairing_words.h"

#include <QLocale>

namespace freehold::desktop {

namespace {
/// Addresses have dots, colons or few letters; an invitation is one long word, maybe cut into groups.
bool isInvitation(QString text)
{
    constexpr qsizetype longestHostName = 63;
    text.remove(u' ');
    return text.size() > longestHostName && !text.contains(u'.') && !text.contains(u':');
}
} // namespace

JoinView::JoinView(HouseData &data, QObject *parent)
    : QObject(parent)
    , data_(data)
    , found_(data)
{
    second_.setInterval(std::chrono::seconds(1));
    connect(&second_, &QTimer::timeout, this, &JoinView::changed);
    connect(&data_, &HouseData::pairingTold, this, &JoinView::pairingTold);
    connect(&data_, &HouseData::readyChanged, this, [this] {
        // The engine is gone, and with it what was agreed on.
        if (!data_.isReady() && stage_ != Asking)
            fail(Error{ErrorCode::pairing_missing, {}, {}});
    });
}

QString JoinView::left() const
{
    return stage_ == Digits || stage_ == Agreed ? leftOf(pairing_, data_.now()) : QString();
}

QString JoinView::progress() const
{
    const qint64 bytes = pairing_.copied_bytes.value_or(0);
    return stage_ == Copying && bytes > 0 ? QLocale().formattedDataSize(bytes, 1) : QString();
}

void JoinView::ask(const QString &where)
{
    const QString text = where.trimmed();
    if (text.isEmpty() || (stage_ != Asking && stage_ != Over))
        return;
    pairing_ = {};
    go(Calling);
    const auto answered
        = [this, call = ++calls_](const Result<contract::Pairing> &answer) { asked(call, answer); };
    if (isInvitation(text))
        data_.client().call(contract::PairJoin{text.toStdString()}, this, answered);
    else
        data_.client().call(contract::PairWith{text.toStdString()}, this, answered);
}

void JoinView::asked(int call, const Result<contract::Pairing> &answer)
{
    if (call != calls_) {
        if (answer) // nobody here wants it any more, and nobody there need wait
            data_.client().call(contract::PairRefuse{answer->request}, this, [](const auto &) { });
        return;
    }
    if (!answer) {
        fail(answer.error());
        return;
    }
    pairing_.request = answer->request;
    pairingTold(*answer);
}

void JoinView::confirm()
{
    if (stage_ != Agreed)
        return;
    go(Copying);
    data_.client().call(
        contract::PairConfirm{pairing_.request}, this, [this](const Result<contract::House> &house) {
            if (!house) {
                fail(house.error());
                return;
            }
            Q_EMIT joined();
        });
}

void JoinView::cancel()
{
    if (stage_ == Digits || stage_ == Agreed)
        data_.act(contract::PairRefuse{pairing_.request}, this);
    beginAgain();
}

void JoinView::beginAgain()
{
    ++calls_;
    pairing_ = {};
    end_.clear();
    go(Asking);
}

void JoinView::pairingTold(const contract::Pairing &pairing)
{
    if (pairing.request.empty() || pairing.request != pairing_.request)
        return;
    pairing_ = pairing;
    switch (pairing.state) {
    case contract::PairingState::waiting_for_digits:
        return go(Digits);
    case contract::PairingState::waiting_for_confirmation:
        return go(Agreed);
    case contract::PairingState::joining:
    case contract::PairingState::joined:
        return go(Copying);
    case contract::PairingState::over:
        end_ = endOf(pairing);
        return go(Over);
    }
}

void JoinView::fail(const Error &error)
{
    // A notification that came before has said it with the other machine's name.
    if (stage_ != Over)
        end_ = endWords(error);
    go(Over);
}

void JoinView::go(Stage stage)
{
    stage_ = stage;
    if (left().isEmpty())
        second_.stop();
    else
        second_.start();
    Q_EMIT changed();
}

} // namespace freehold::desktop
