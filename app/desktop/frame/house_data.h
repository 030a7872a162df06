// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_client/client.h"
#include "contract/member_calls.h"
#include "support/clock.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace freehold::desktop {

/// What the engine says of the house, kept current for all view models. Empties when the engine is
/// lost and refills when it is back. Main thread.
class HouseData : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    HouseData(api::Client &client, const Clock &clock, QObject *parent = nullptr);

    /// Everything has been loaded since the engine was last reached.
    [[nodiscard]] bool isReady() const { return missing_ == 0; }
    [[nodiscard]] const std::optional<contract::Status> &status() const { return status_; }
    [[nodiscard]] const std::optional<contract::House> &house() const { return house_; }
    [[nodiscard]] const std::vector<contract::Person> &people() const { return people_; }
    [[nodiscard]] const std::vector<contract::Device> &devices() const { return devices_; }
    /// Machines that want to join this house, or the one that this machine wants to join; those that are over
    /// are told once, by pairingTold().
    [[nodiscard]] const std::vector<contract::Pairing> &pairings() const { return pairings_; }
    [[nodiscard]] const contract::Device *device(const std::string &id) const;
    [[nodiscard]] const contract::Device *thisDevice() const;
    [[nodiscard]] const contract::Person *person(const std::string &id) const;

    /// Has all view models make their sentences again, in another language.
    void tellAgain();

    [[nodiscard]] Time now() const { return clock_.now(); }
    [[nodiscard]] api::Client &client() const { return client_; }

    /// Shows a person what could not be done.
    void fail(const Error &error) { Q_EMIT failed(error); }
    /// Calls the engine; a failure is told by failed(). `done` is for what only the caller knows.
    template <contract::Call Parameters>
    void act(const Parameters &parameters, QObject *context,
        std::function<void(const typename Parameters::Result &)> done = {})
    {
        client_.call(
            parameters, context, [this, done = std::move(done)](Result<typename Parameters::Result> result) {
                if (!result)
                    fail(result.error());
                else if (done)
                    done(*result);
            });
    }

Q_SIGNALS:
    void readyChanged();
    void statusChanged();
    void peopleChanged();
    void devicesChanged();
    void pairingsChanged();
    void pairingTold(const freehold::contract::Pairing &pairing);
    void failed(const freehold::Error &error);

private:
    void connectionChanged(api::ConnectionState state);
    void loadStatus();
    void loadHouse();
    void loadPeople();
    void loadDevices();
    void loadPairings();
    void empty();
    void loaded(unsigned part);
    void deviceChanged(const contract::Device &device);
    void pairingChanged(const contract::Pairing &pairing);

    api::Client &client_;
    const Clock &clock_;
    std::optional<contract::Status> status_;
    std::optional<contract::House> house_;
    std::vector<contract::Person> people_;
    std::vector<contract::Device> devices_;
    std::vector<contract::Pairing> pairings_;
    unsigned missing_;
    QTimer devicesSettle_; ///< a burst of device notifications is told once
};

} // namespace freehold::desktop
