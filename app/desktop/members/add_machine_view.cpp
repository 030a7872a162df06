// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/members/add_machine_view.h"

#include "desktop/frame/moments.h"
#include "desktop/members/pairing_words.h"

namespace freehold::desktop {

AddMachineView::AddMachineView(HouseData &data, QObject *parent)
    : QObject(parent)
    , data_(data)
    , waiting_(data)
{
    second_.setInterval(std::chrono::seconds(1));
    connect(&second_, &QTimer::timeout, this, &AddMachineView::changed);
    connect(&data_, &HouseData::pairingTold, this, &AddMachineView::pairingTold);
    connect(&data_, &HouseData::devicesChanged, this, &AddMachineView::changed);
    connect(&data_, &HouseData::peopleChanged, this, &AddMachineView::changed);
    connect(&data_, &HouseData::failed, this, [this] { setBusy(false); });
    connect(&data_, &HouseData::readyChanged, this, [this] {
        if (!isShown_)
            return;
        if (data_.isReady())
            return letFind();
        // The engine is gone, and with it whoever waited.
        busy_ = false;
        if (stage_ == Digits || stage_ == OtherSide) {
            end_ = endWords(Error{ErrorCode::pairing_missing, {}, {}});
            go(Over);
        }
    });
    renewal_.setInterval(std::chrono::minutes(5));
    connect(&renewal_, &QTimer::timeout, this, &AddMachineView::letFind);
}

QString AddMachineView::house() const
{
    return data_.house() ? json::toQString(data_.house()->name) : QString();
}

QString AddMachineView::address() const
{
    const auto *device = data_.thisDevice();
    return device && !device->addresses.empty() ? json::toQString(device->addresses.front()) : QString();
}

QString AddMachineView::left() const
{
    return stage_ == Digits || stage_ == OtherSide ? leftOf(pairing_, data_.now()) : QString();
}

QString AddMachineView::may() const
{
    switch (role_) {
    case contract::Role::owner:
        return tr("As an owner it may change everything, and let in or forget others.");
    case contract::Role::member:
        return tr("As a member it may name devices and say whose they are, and nothing else.");
    case contract::Role::guest:
        return tr("As a guest it may change nothing.");
    }
    return {};
}

void AddMachineView::setRole(int role)
{
    const auto wanted = static_cast<contract::Role>(role);
    if (wanted == role_)
        return;
    role_ = wanted;
    invitation_.reset();
    Q_EMIT changed();
}

QString AddMachineView::invitation() const
{
    return invitation_ ? json::toQString(invitation_->invitation) : QString();
}

QString AddMachineView::invitationEnds() const
{
    return invitation_ ? moment(invitation_->expires, data_.now()) : QString();
}

void AddMachineView::open()
{
    isShown_ = true;
    pairing_ = {};
    invitation_.reset();
    end_.clear();
    role_ = contract::Role::member;
    busy_ = false;
    go(Choosing);
    letFind();
    renewal_.start();
}

void AddMachineView::letFind()
{
    data_.act(contract::PairOpen{}, this);
}

void AddMachineView::close()
{
    if (isShown_)
        data_.client().call(contract::PairClose{}, this, [](const Result<contract::Nothing> &) { });
    isShown_ = false;
    renewal_.stop();
    go(Choosing);
}

void AddMachineView::choose(const QString &request)
{
    const auto found
        = std::ranges::find(data_.pairings(), request.toStdString(), &contract::Pairing::request);
    if (found == data_.pairings().end())
        return;
    pairing_ = *found;
    go(Digits);
}

void AddMachineView::accept(const QString &digits)
{
    if (busy_ || stage_ != Digits)
        return;
    setBusy(true);
    data_.client().call(contract::PairAccept{pairing_.request, digits.toStdString(), role_}, this,
        [this](const Result<contract::Pairing> &answer) {
            setBusy(false);
            // That it is over has been told, and is shown here.
            if (!answer && stage_ != Over)
                data_.fail(answer.error());
        });
}

void AddMachineView::refuse()
{
    if (stage_ == Digits || stage_ == OtherSide)
        data_.act(contract::PairRefuse{pairing_.request}, this);
}

void AddMachineView::invite()
{
    if (busy_)
        return;
    setBusy(true);
    data_.act(contract::PairInvite{role_, {}}, this, [this](const contract::GivenInvitation &given) {
        // One for what is not chosen any more is of no use here.
        if (given.role == role_ && isShown_)
            invitation_ = given;
        setBusy(false);
    });
}

void AddMachineView::pairingTold(const contract::Pairing &pairing)
{
    if (!isShown_ || stage_ == Choosing || pairing.request != pairing_.request)
        return;
    pairing_ = pairing;
    switch (pairing.state) {
    case contract::PairingState::waiting_for_digits:
        return go(Digits);
    case contract::PairingState::waiting_for_confirmation:
    case contract::PairingState::joining:
        return go(OtherSide);
    case contract::PairingState::joined:
        return go(Joined);
    case contract::PairingState::over:
        end_ = endOf(pairing);
        return go(Over);
    }
}

void AddMachineView::go(Stage stage)
{
    stage_ = stage;
    if (left().isEmpty())
        second_.stop();
    else
        second_.start();
    Q_EMIT changed();
}

void AddMachineView::setBusy(bool busy)
{
    if (busy == busy_)
        return;
    busy_ = busy;
    Q_EMIT changed();
}

} // namespace freehold::desktop
