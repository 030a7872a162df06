// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codes.h"
#include "support/shape.h"

#include <concepts>
#include <cstdint>
#include <string_view>

/// How a call is described. A call is a struct: its fields are the parameters, `Result` is what it
/// gives, `info` the rest. Dispatch, the typed client, freeholdctl's commands, their help, man page and
/// completion, and the reference page are made from these structs (calls.h lists them all).
namespace freehold::contract {

enum class Kind : std::uint8_t {
    reads,
    changes_house, ///< refused while the vault is locked or there is no house
    changes_engine, ///< this machine's own state, not the house's
};

struct CallInfo {
    std::string_view method; ///< on the wire; "device.rename" is `freeholdctl device rename`
    Role role; ///< the least that may call it
    Kind kind;
    std::string_view help; ///< one sentence, for --help
    std::string_view explainedBy = {}; ///< the call that says what this one would do, from the same files
};

template <class Type>
concept Call = Shaped<Type> && requires {
    { Type::info.method } -> std::convertible_to<std::string_view>;
    typename Type::Result;
};

/// A notification is a struct too, with `static constexpr std::string_view method`.
template <class Type>
concept Notification = Shaped<Type> && requires {
    { Type::method } -> std::convertible_to<std::string_view>;
    { Type::help } -> std::convertible_to<std::string_view>;
};

template <class... Types>
struct TypeList {
    template <class Visit>
    static constexpr void forEach(Visit &&visit)
    {
        (visit.template operator()<Types>(), ...);
    }
    template <class Type>
    static constexpr bool contains = (std::same_as<Type, Types> || ...);
};

} // namespace freehold::contract
