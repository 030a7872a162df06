// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/house_data.h"

#include "words/words.h"

namespace freehold::desktop {

namespace {
constexpr unsigned statusPart = 1;
constexpr unsigned housePart = 2;
constexpr unsigned peoplePart = 4;
constexpr unsigned devicesPart = 8;
constexpr unsigned allParts = statusPart | housePart | peoplePart | devicesPart;
constexpr int settleTime = 40; // ms: below what an eye tells apart, above a burst's gaps

template <class Item>
const Item *find(const std::vector<Item> &items, const std::string &id)
{
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}
} // namespace

HouseData::HouseData(api::Client &client, const Clock &clock, QObject *parent)
    : QObject(parent)
    , client_(client)
    , clock_(clock)
    , missing_(allParts)
{
    devicesSettle_.setSingleShot(true);
    devicesSettle_.setInterval(settleTime);
    connect(&devicesSettle_, &QTimer::timeout, this, &HouseData::devicesChanged);
    connect(&client_, &api::Client::stateChanged, this, &HouseData::connectionChanged);
    client_.subscribe<contract::StatusChanged>(this, [this](const auto &) { loadStatus(); });
    client_.subscribe<contract::HouseChanged>(this, [this](const auto &) {
        loadHouse();
        loadPeople();
    });
    client_.subscribe<contract::DeviceChanged>(
        this, [this](const contract::DeviceChanged &told) { deviceChanged(told.device); });
    client_.subscribe<contract::DeviceRemoved>(this, [this](const contract::DeviceRemoved &told) {
        std::erase_if(devices_, [&](const auto &device) { return device.id == told.id; });
        devicesSettle_.start();
    });
    client_.subscribe<contract::PairingChanged>(
        this, [this](const contract::PairingChanged &told) { pairingChanged(told.pairing); });
    if (client_.state() == api::ConnectionState::connected)
        connectionChanged(client_.state());
}

const contract::Device *HouseData::device(const std::string &id) const
{
    return find(devices_, id);
}

const contract::Device *HouseData::thisDevice() const
{
    const auto found = std::ranges::find_if(devices_, &contract::Device::is_this);
    return found == devices_.end() ? nullptr : &*found;
}

const contract::Person *HouseData::person(const std::string &id) const
{
    return find(people_, id);
}

void HouseData::connectionChanged(api::ConnectionState state)
{
    empty();
    if (state != api::ConnectionState::connected)
        return;
    loadStatus();
    loadHouse();
    loadPeople();
    loadDevices();
    loadPairings();
}

void HouseData::loadStatus()
{
    client_.call(contract::GetStatus{}, this, [this](Result<contract::Status> answer) {
        if (!answer)
            return;
        words::fill(*answer);
        status_ = std::move(*answer);
        loaded(statusPart);
        Q_EMIT statusChanged();
    });
}

void HouseData::loadHouse()
{
    client_.call(contract::HouseShow{}, this, [this](Result<contract::House> answer) {
        if (!answer && client_.state() != api::ConnectionState::connected)
            return;
        house_.reset(); // there is none yet, or it can't be read: the findings say which
        if (answer)
            house_ = std::move(*answer);
        loaded(housePart);
        Q_EMIT peopleChanged();
    });
}

void HouseData::loadPeople()
{
    client_.call(contract::PersonList{}, this, [this](Result<std::vector<contract::Person>> answer) {
        if (!answer && client_.state() != api::ConnectionState::connected)
            return;
        people_ = answer ? std::move(*answer) : std::vector<contract::Person>();
        loaded(peoplePart);
        Q_EMIT peopleChanged();
    });
}

void HouseData::loadDevices()
{
    client_.call(contract::DeviceList{}, this, [this](Result<std::vector<contract::Device>> answer) {
        if (!answer)
            return;
        devices_ = std::move(*answer);
        loaded(devicesPart);
        Q_EMIT devicesChanged();
    });
}

void HouseData::loadPairings()
{
    client_.call(contract::PairRequests{}, this, [this](Result<std::vector<contract::Pairing>> answer) {
        if (!answer)
            return; // who may not see them has none
        pairings_ = std::move(*answer);
        Q_EMIT pairingsChanged();
    });
}

void HouseData::loaded(unsigned part)
{
    if ((missing_ & part) == 0)
        return;
    missing_ &= ~part;
    if (missing_ == 0)
        Q_EMIT readyChanged();
}

void HouseData::empty()
{
    const bool was = isReady();
    missing_ = allParts;
    status_.reset();
    house_.reset();
    people_.clear();
    devices_.clear();
    pairings_.clear();
    if (was)
        Q_EMIT readyChanged();
    Q_EMIT statusChanged();
    Q_EMIT peopleChanged();
    Q_EMIT devicesChanged();
    Q_EMIT pairingsChanged();
}

void HouseData::tellAgain()
{
    Q_EMIT statusChanged();
    Q_EMIT peopleChanged();
    Q_EMIT devicesChanged();
}

void HouseData::deviceChanged(const contract::Device &device)
{
    const auto known = std::ranges::find(devices_, device.id, &contract::Device::id);
    if (known == devices_.end())
        devices_.push_back(device);
    else
        *known = device;
    devicesSettle_.start();
}

void HouseData::pairingChanged(const contract::Pairing &pairing)
{
    std::erase_if(pairings_, [&](const auto &known) { return known.request == pairing.request; });
    if (pairing.state != contract::PairingState::joined && pairing.state != contract::PairingState::over)
        pairings_.push_back(pairing);
    Q_EMIT pairingsChanged();
    Q_EMIT pairingTold(pairing);
}

} // namespace freehold::desktop
