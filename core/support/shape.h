// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

/// Shapes: a struct lists its fields once (`static constexpr auto fields()`), and JSON, help texts,
/// man pages and completion are made from that list.
namespace freehold {

/// How a field of a call's parameters is given on freeholdctl's command line.
enum class Given : std::uint8_t {
    positional, ///< in order
    list, ///< all remaining words
    option, ///< --name VALUE
    flag, ///< --name
    no_flag, ///< --no-name sets it to false
    files, ///< DOCUMENT=FILE words; the client reads the files
    secret, ///< --name-fd N, or asked for on the terminal once the engine says that it needs it
    new_secret, ///< --name-fd N, or asked for on the terminal, twice
    file, ///< a path; the client writes the result's field that is given as a file to it
    source, ///< a path; the client reads the file and has it taken in parts
    internal, ///< not on the command line
};

template <class Owner, class Type>
struct Field {
    std::string_view name; ///< on the wire, snake_case
    Type Owner::*member;
    std::string_view help;
    Given given = Given::positional;
};

template <class Owner, class Type>
consteval Field<Owner, Type> field(
    std::string_view name, Type Owner::*member, std::string_view help = {}, Given given = Given::positional)
{
    return {name, member, help, given};
}

template <class Type>
concept Shaped = requires { Type::fields(); };

/// Calls `visit` with every field of a shaped type, in order.
template <Shaped Type, class Visit>
constexpr void forEachField(Visit &&visit)
{
    std::apply([&](const auto &...fields) { (visit(fields), ...); }, Type::fields());
}

} // namespace freehold
