// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "support/clock.h"

#include <QObject>

namespace freehold::sample {

/// A clock that can be in the past while history is made, and runs with the world's afterwards.
class SampleClock final : public Clock {
public:
    [[nodiscard]] Time now() const override
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) - behind_;
    }
    void setBehind(std::chrono::milliseconds behind) { behind_ = behind; }

private:
    std::chrono::milliseconds behind_{0};
};

/// The house Smith, made through the real engine's own calls: people, devices, and some days of history.
/// What is "on the network" is told to the engine as discovery would tell it.
class SampleHouse {
public:
    SampleHouse(engine::Engine &engine, SampleClock &clock);

    /// Ends the program with a word where the engine refuses what the sample needs.
    void furnish();

private:
    void at(std::chrono::minutes ago);
    QJsonValue call(const std::string &method, const QJsonObject &parameters);
    void showNetwork();

    engine::Engine &engine_;
    SampleClock &clock_;
};

} // namespace freehold::sample
