// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/call.h"
#include "contract/types.h"

namespace freehold::contract {

struct HouseCreate {
    std::string name;
    std::optional<std::string> domain;
    std::optional<std::string> timezone;
    using Result = House;
    static constexpr CallInfo info{"house.create", Role::owner, Kind::changes_engine,
        "Create a house, with this machine as its first member."};
    static constexpr auto fields()
    {
        return std::tuple{field("name", &HouseCreate::name, "What the household is called."),
            field("domain", &HouseCreate::domain, "Its domain name in the world.", Given::option),
            field("timezone", &HouseCreate::timezone,
                "Its time zone, as in Europe/Berlin; this machine's where left out.", Given::option)};
    }
};

struct HouseShow {
    using Result = House;
    static constexpr CallInfo info{"house.show", Role::guest, Kind::reads, "Show the house and its members."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct HouseRename {
    std::string name;
    using Result = Change;
    static constexpr CallInfo info{
        "house.rename", Role::owner, Kind::changes_house, "Give the house another name."};
    static constexpr auto fields() { return std::tuple{field("name", &HouseRename::name, "The new name.")}; }
};

struct HouseSetTimezone {
    std::string timezone;
    using Result = Change;
    static constexpr CallInfo info{
        "house.set-timezone", Role::owner, Kind::changes_house, "Set the clock that the house follows."};
    static constexpr auto fields()
    {
        return std::tuple{field("timezone", &HouseSetTimezone::timezone, "As in Europe/Berlin.")};
    }
};

struct SealedRoot {
    std::string sealed; ///< text; opened by `passphrase` alone
    static constexpr auto fields()
    {
        return std::tuple{field("sealed", &SealedRoot::sealed, {}, Given::file)};
    }
};

struct HouseExportRoot {
    std::string file;
    std::string passphrase;
    using Result = SealedRoot;
    static constexpr CallInfo info{"house.export-root", Role::owner, Kind::reads,
        "Write the house's root key to a file, sealed with a passphrase."};
    static constexpr auto fields()
    {
        return std::tuple{field("file", &HouseExportRoot::file, "The file to write.", Given::file),
            field(
                "passphrase", &HouseExportRoot::passphrase, "What opens the file again.", Given::new_secret)};
    }
};

struct PersonList {
    using Result = std::vector<Person>;
    static constexpr CallInfo info{"person.list", Role::guest, Kind::reads, "List the people of the house."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct PersonAdd {
    std::string name;
    std::optional<Role> role;
    std::optional<std::int64_t> birth_year;
    using Result = Change;
    static constexpr CallInfo info{
        "person.add", Role::owner, Kind::changes_house, "Add a person to the house."};
    static constexpr auto fields()
    {
        return std::tuple{field("name", &PersonAdd::name, "What the person is called."),
            field("role", &PersonAdd::role, "owner, member or guest; member where left out.", Given::option),
            field("birth_year", &PersonAdd::birth_year, "The year of birth.", Given::option)};
    }
};

struct PersonRename {
    std::string person;
    std::string name;
    using Result = Change;
    static constexpr CallInfo info{
        "person.rename", Role::owner, Kind::changes_house, "Give a person another name."};
    static constexpr auto fields()
    {
        return std::tuple{field("person", &PersonRename::person, "The person's id or name."),
            field("name", &PersonRename::name, "The new name.")};
    }
};

struct PersonSetRole {
    std::string person;
    Role role = Role::member;
    using Result = Change;
    static constexpr CallInfo info{
        "person.set-role", Role::owner, Kind::changes_house, "Change what a person may do."};
    static constexpr auto fields()
    {
        return std::tuple{field("person", &PersonSetRole::person, "The person's id or name."),
            field("role", &PersonSetRole::role, "owner, member or guest.")};
    }
};

struct PersonRemove {
    std::string person;
    using Result = Change;
    static constexpr CallInfo info{
        "person.remove", Role::owner, Kind::changes_house, "Remove a person from the house."};
    static constexpr auto fields()
    {
        return std::tuple{field("person", &PersonRemove::person, "The person's id or name.")};
    }
};

/// The house, its members or its people are other than they were.
struct HouseChanged {
    static constexpr std::string_view method = "house.changed";
    static constexpr std::string_view help = "The house, its members or its people changed.";
    static constexpr auto fields() { return std::tuple{}; }
};

} // namespace freehold::contract
