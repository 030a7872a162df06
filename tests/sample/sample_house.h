// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "smith/smith.h"
#include "support/clock.h"

#include <filesystem>

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

/// Has a real engine live through what smith.h says of the house Smith, by its own calls. What is "on the
/// network" is told to the engine as discovery would tell it; the edit by hand is written into its document,
/// and taken in when it has settled.
class SampleHouse {
public:
    /// `configuration` is the engine's work tree.
    SampleHouse(engine::Engine &engine, SampleClock &clock, std::filesystem::path configuration);

    /// Ends the program with a word where the engine refuses what the sample needs.
    void furnish();

private:
    void at(Ago ago);
    QJsonValue call(const std::string &method, const QJsonObject &parameters);
    void showNetwork();
    void takeAway();
    void moveIn();
    void place(const SmithDevice &device);
    void liveThrough(const SmithChange &change);
    [[nodiscard]] QJsonValue make(const contract::Effect &effect);
    [[nodiscard]] QJsonValue tryDomain(const std::string &domain, std::chrono::seconds forTime);
    void editByHand(const contract::Effect &effect);

    engine::Engine &engine_;
    SampleClock &clock_;
    std::filesystem::path configuration_;
};

} // namespace freehold::sample
