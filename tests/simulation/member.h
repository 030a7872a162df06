// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/admission.h"
#include "house/house_domain.h"
#include "members/taking_in.h"
#include "people/people_domain.h"
#include "simulation/devices.h"
#include "testing/manual_clock.h"

#include <functional>
#include <memory>

namespace freehold::simulation {

/// A machine's own clock: the world's, and by how much this one is wrong.
class WrongClock final : public Clock {
public:
    explicit WrongClock(const Clock &world)
        : world_(world)
    {
    }
    [[nodiscard]] Time now() const override { return world_.now() + wrong_; }
    void jump(std::chrono::milliseconds by) { wrong_ += by; }

private:
    const Clock &world_;
    std::chrono::milliseconds wrong_{0};
};

/// One machine of the house: what its engine has in the house thread, but for timers, sockets and threads.
class Member {
public:
    struct Context {
        std::size_t number; ///< of all in its house, from 0
        std::string name;
        std::filesystem::path folder;
        crypto::SigningKey key;
        const Clock &world;
        std::function<void()> mainMoved;
    };
    explicit Member(Context context);
    Member(const Member &) = delete;
    Member &operator=(const Member &) = delete;
    ~Member();

    /// As who has founded a house (engine/founding.h), or has got a copy of one (members/house_copy.h).
    [[nodiscard]] Result<void> found(std::vector<change::Edit> documents);
    [[nodiscard]] Result<void> open();
    /// Its memory goes, and nothing is said to the disk.
    void drop();

    [[nodiscard]] std::size_t number() const { return context_.number; }
    [[nodiscard]] const std::string &name() const { return context_.name; }
    [[nodiscard]] const std::string &id() const { return id_; }
    [[nodiscard]] const crypto::SigningKey &key() const { return context_.key; }
    [[nodiscard]] WrongClock &clock() { return clock_; }
    [[nodiscard]] bool isOn() const { return house_.pipeline != nullptr; }
    [[nodiscard]] change::Pipeline &pipeline() { return *house_.pipeline; }
    [[nodiscard]] const change::Pipeline &pipeline() const { return *house_.pipeline; }
    [[nodiscard]] const change::Repository &repository() const { return house_.pipeline->repository(); }
    [[nodiscard]] const change::ObjectId &head() const { return house_.pipeline->head(); }
    [[nodiscard]] members::TakingIn &takingIn() { return *takingIn_; }
    [[nodiscard]] contract::Role role() const { return houseDomain_.roleOfMachine(); }
    [[nodiscard]] change::Caller caller() const { return {context_.name, role()}; }
    [[nodiscard]] std::filesystem::path configuration() const { return context_.folder / "configuration"; }
    [[nodiscard]] std::filesystem::path incoming() const { return context_.folder / "incoming"; }
    /// As their timers would, which run by a clock that a simulation can't move.
    void endTrials();
    /// Whether a machine is a member, as far as this one knows.
    [[nodiscard]] bool knows(const Member &other) const;
    [[nodiscard]] change::Validate validator();

private:
    [[nodiscard]] change::Pipeline::Context pipelineContext();
    [[nodiscard]] std::vector<change::Domain *> domains();
    void enter();

    Context context_;
    std::string id_;
    WrongClock clock_;
    change::HouseSlot house_;
    house::HouseDomain houseDomain_;
    people::PeopleDomain people_;
    Devices devices_;
    store::Database database_;
    std::unique_ptr<change::Convergence> convergence_;
    std::unique_ptr<members::TakingIn> takingIn_;
};

} // namespace freehold::simulation
