// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types.h"

/// The house Smith, described once: the pictures are drawn from it, and `./dev run --sample` has a real
/// engine live through it. Everything is so long before now.
namespace freehold::sample {

using Ago = std::chrono::minutes;

struct SmithPerson {
    std::string name; ///< in small letters its id
    contract::Role role = contract::Role::member;
    std::optional<int> birthYear;
};

struct SmithDevice {
    std::string id; ///< the pictures' only; an engine makes its own from the MAC
    std::string name; ///< by which it also announces itself
    contract::DeviceKind kind = contract::DeviceKind::unknown;
    std::string owner; ///< a person's name; empty: the whole house
    std::string mac;
    std::vector<std::string> addresses;
    std::vector<contract::Service> services;
    std::optional<Ago> left; ///< nothing: it is at home
    bool isMember = false; ///< in the pictures; a sample engine is alone
};

/// What became of a change.
enum class Fate : std::uint8_t {
    kept,
    taken_back, ///< `after` so long
    on_trial, ///< with `after` left
    went_back, ///< by itself; where a real engine lives through it, a person ended its trial
    by_hand, ///< made by an edit of its document
};

struct SmithChange {
    Ago ago{};
    std::string actor; ///< in the pictures; in a sample engine Ana does everything
    std::string machine;
    contract::Effect effect;
    Fate fate = Fate::kept;
    std::chrono::seconds after = {};
    std::string reason = {};
};

[[nodiscard]] contract::Effect effect(
    contract::EffectCode code, Arguments args, contract::Undo undo = contract::Undo::yes);

[[nodiscard]] const std::vector<SmithPerson> &people();
/// In the order in which they came: the gateway, the machine that the engine runs on, …, the new one.
[[nodiscard]] const std::vector<SmithDevice> &devices();
/// Oldest first; the first is the house's creation.
[[nodiscard]] const std::vector<SmithChange> &changes();

/// How long ago the new device came.
inline constexpr Ago newcomer{2};

} // namespace freehold::sample
