// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codes.h"
#include "support/error.h"
#include "support/shape.h"
#include "support/time.h"

#include <optional>
#include <string>
#include <vector>

/// What calls take and give. Field names are the interface contract's; `sentence`, `summary`, `message` and
/// `remedy` travel empty and are filled by the client in the reader's language.
namespace freehold::contract {

struct Nothing {
    static constexpr auto fields() { return std::tuple{}; }
};

struct Effect {
    std::string domain;
    EffectCode code = EffectCode::text_only;
    Arguments args;
    std::string sentence;
    Severity severity = Severity::info;
    Undo undo = Undo::yes;

    static constexpr auto fields()
    {
        return std::tuple{field("domain", &Effect::domain), field("code", &Effect::code),
            field("args", &Effect::args), field("sentence", &Effect::sentence),
            field("severity", &Effect::severity), field("undo", &Effect::undo)};
    }
    friend bool operator==(const Effect &, const Effect &) = default;
};

struct DocumentError {
    std::string document;
    std::string key;
    std::int64_t line = 0; ///< from 1; 0 where the whole document is meant
    ErrorCode code = ErrorCode::internal;
    Arguments args;
    std::string message;
    std::string remedy;

    static constexpr auto fields()
    {
        return std::tuple{field("document", &DocumentError::document), field("key", &DocumentError::key),
            field("line", &DocumentError::line), field("code", &DocumentError::code),
            field("args", &DocumentError::args), field("message", &DocumentError::message),
            field("remedy", &DocumentError::remedy)};
    }
};

struct Finding {
    FindingCode code = FindingCode::house_missing;
    Severity severity = Severity::info;
    Arguments args;
    std::string message;
    std::string remedy;

    static constexpr auto fields()
    {
        return std::tuple{field("code", &Finding::code), field("severity", &Finding::severity),
            field("args", &Finding::args), field("message", &Finding::message),
            field("remedy", &Finding::remedy)};
    }
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// One key of one document, before and after, as TOML values; nothing where it is not there.
struct Difference {
    std::string document;
    std::string key;
    std::optional<std::string> before;
    std::optional<std::string> after;

    static constexpr auto fields()
    {
        return std::tuple{field("document", &Difference::document), field("key", &Difference::key),
            field("before", &Difference::before), field("after", &Difference::after)};
    }
    friend bool operator==(const Difference &, const Difference &) = default;
};

struct Change {
    std::string id; ///< the git commit
    Time time{};
    std::string actor;
    std::string device; ///< the name of the machine that made it
    Cause cause = Cause::person;
    std::string reason;
    std::string summary;
    ChangeState state = ChangeState::kept;
    std::optional<std::string> rolled_back_by;
    std::optional<Finding> rolled_back_because; ///< nothing where a person ended the trial
    std::optional<std::string> undone_by;
    std::optional<std::string> refers_to; ///< the change that this one undoes, redoes or restores to
    std::optional<Time> trial_ends;
    std::optional<Time> next_step; ///< while converging: when it goes on
    std::vector<Effect> effects;
    std::vector<Difference> differences; ///< only where one change is shown

    static constexpr auto fields()
    {
        return std::tuple{field("id", &Change::id), field("time", &Change::time),
            field("actor", &Change::actor), field("device", &Change::device), field("cause", &Change::cause),
            field("reason", &Change::reason), field("summary", &Change::summary),
            field("state", &Change::state), field("rolled_back_by", &Change::rolled_back_by),
            field("rolled_back_because", &Change::rolled_back_because),
            field("undone_by", &Change::undone_by), field("refers_to", &Change::refers_to),
            field("trial_ends", &Change::trial_ends), field("next_step", &Change::next_step),
            field("effects", &Change::effects), field("differences", &Change::differences)};
    }
};

struct Explanation {
    std::vector<Effect> effects;
    std::vector<DocumentError> errors;
    std::vector<Change> goes; ///< changes that a restore takes back, newest first
    std::vector<std::string> stays; ///< documents that only go forward and are left as they are

    static constexpr auto fields()
    {
        return std::tuple{field("effects", &Explanation::effects), field("errors", &Explanation::errors),
            field("goes", &Explanation::goes), field("stays", &Explanation::stays)};
    }
};

struct Service {
    std::string type; ///< "_ipp._tcp"
    std::string name;
    std::int64_t port = 0;
    Arguments txt;

    static constexpr auto fields()
    {
        return std::tuple{field("type", &Service::type), field("name", &Service::name),
            field("port", &Service::port), field("txt", &Service::txt)};
    }
    friend auto operator<=>(const Service &, const Service &) = default;
};

struct Device {
    std::string id;
    std::string name;
    DeviceKind kind = DeviceKind::unknown;
    std::string owner; ///< a person's id; empty: the whole house
    bool member = false;
    DeviceState state = DeviceState::away;
    std::optional<Network> network; ///< on which it is online
    bool is_new = false; ///< nobody has answered "whose is it?" yet
    bool is_this = false; ///< the machine that the engine runs on
    bool gateway = false; ///< a default route leads through it
    bool named = false; ///< its name was given by a person
    bool kind_guessed = true;
    bool mac_randomised = false;
    RecognisedBy recognised_by = RecognisedBy::name;
    std::vector<std::string> addresses;
    std::string mac;
    std::vector<Service> services;
    std::optional<Time> first_seen;
    std::optional<Time> last_seen;

    static constexpr auto fields()
    {
        return std::tuple{field("id", &Device::id), field("name", &Device::name),
            field("kind", &Device::kind), field("owner", &Device::owner), field("member", &Device::member),
            field("state", &Device::state), field("network", &Device::network), field("new", &Device::is_new),
            field("this", &Device::is_this), field("gateway", &Device::gateway),
            field("named", &Device::named), field("kind_guessed", &Device::kind_guessed),
            field("mac_randomised", &Device::mac_randomised), field("recognised_by", &Device::recognised_by),
            field("addresses", &Device::addresses), field("mac", &Device::mac),
            field("services", &Device::services), field("first_seen", &Device::first_seen),
            field("last_seen", &Device::last_seen)};
    }
    friend bool operator==(const Device &, const Device &) = default;
};

struct Person {
    std::string id;
    std::string name;
    Role role = Role::member;
    std::optional<std::int64_t> birth_year;
    std::vector<std::string> devices; ///< ids

    static constexpr auto fields()
    {
        return std::tuple{field("id", &Person::id), field("name", &Person::name),
            field("role", &Person::role), field("birth_year", &Person::birth_year),
            field("devices", &Person::devices)};
    }
};

struct HouseMember {
    std::string id;
    std::string name;
    Role role = Role::owner;
    DeviceState state = DeviceState::away;

    static constexpr auto fields()
    {
        return std::tuple{field("id", &HouseMember::id), field("name", &HouseMember::name),
            field("role", &HouseMember::role), field("state", &HouseMember::state)};
    }
};

struct House {
    std::string id;
    std::string name;
    std::string domain;
    std::string timezone; ///< IANA name
    std::vector<HouseMember> members;

    static constexpr auto fields()
    {
        return std::tuple{field("id", &House::id), field("name", &House::name),
            field("domain", &House::domain), field("timezone", &House::timezone),
            field("members", &House::members)};
    }
};

struct EngineState {
    std::string version;
    std::int64_t uptime_s = 0;
    std::string data_dir;
    std::string device; ///< this machine's name
    std::vector<std::string> gates;
    std::int64_t member_port = 0; ///< where other machines of the house reach this one; 0: they don't

    static constexpr auto fields()
    {
        return std::tuple{field("version", &EngineState::version), field("uptime_s", &EngineState::uptime_s),
            field("data_dir", &EngineState::data_dir), field("device", &EngineState::device),
            field("gates", &EngineState::gates), field("member_port", &EngineState::member_port)};
    }
};

struct VaultState {
    bool locked = false;
    std::string sealed_by; ///< key-store, tpm, passphrase, service-credential, file; empty while none exists

    static constexpr auto fields()
    {
        return std::tuple{field("locked", &VaultState::locked), field("sealed_by", &VaultState::sealed_by)};
    }
};

struct HouseName {
    std::string id;
    std::string name;
    std::string domain;

    static constexpr auto fields()
    {
        return std::tuple{field("id", &HouseName::id), field("name", &HouseName::name),
            field("domain", &HouseName::domain)};
    }
};

struct DeviceCount {
    std::int64_t online = 0;
    std::int64_t known = 0;

    static constexpr auto fields()
    {
        return std::tuple{field("online", &DeviceCount::online), field("known", &DeviceCount::known)};
    }
};

/// What a trial waits for: a person's word, or the domains' own checks.
enum class Evidence : std::uint8_t { confirmation, checks };
constexpr auto enumNames(Evidence)
{
    return std::array<std::string_view, 2>{"confirmation", "checks"};
}

struct Trial {
    std::string id; ///< the change
    Time ends{};
    Evidence evidence = Evidence::confirmation;

    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &Trial::id), field("ends", &Trial::ends), field("evidence", &Trial::evidence)};
    }
    friend bool operator==(const Trial &, const Trial &) = default;
};

struct Status {
    EngineState engine;
    VaultState vault;
    std::optional<HouseName> house;
    DeviceCount devices;
    std::vector<Trial> trials;
    std::vector<Finding> attention;

    static constexpr auto fields()
    {
        return std::tuple{field("engine", &Status::engine), field("vault", &Status::vault),
            field("house", &Status::house), field("devices", &Status::devices),
            field("trials", &Status::trials), field("attention", &Status::attention)};
    }
};

struct DocumentContent {
    std::string document; ///< its path, as in "devices/x.toml"
    std::string content;

    static constexpr auto fields()
    {
        return std::tuple{
            field("document", &DocumentContent::document), field("content", &DocumentContent::content)};
    }
};

struct Access {
    std::string user; ///< of this machine
    Role role = Role::member;

    static constexpr auto fields()
    {
        return std::tuple{field("user", &Access::user), field("role", &Access::role)};
    }
};

} // namespace freehold::contract
