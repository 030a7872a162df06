// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/call.h"
#include "contract/types.h"

namespace freehold::contract {

/// The version of the calls. A client says the one that it was built with; an engine refuses a newer.
inline constexpr std::int64_t protocolVersion = 1;

struct Greeting {
    std::int64_t protocol = protocolVersion;
    std::string engine_version;
    Role role = Role::guest; ///< what the caller may do

    static constexpr auto fields()
    {
        return std::tuple{field("protocol", &Greeting::protocol),
            field("engine_version", &Greeting::engine_version), field("role", &Greeting::role)};
    }
};

struct Hello {
    std::int64_t protocol = protocolVersion;
    using Result = Greeting;
    static constexpr CallInfo info{"hello", Role::guest, Kind::reads,
        "Say which version of the calls the client speaks, and learn one's role."};
    static constexpr auto fields()
    {
        return std::tuple{field("protocol", &Hello::protocol, "The client's version.", Given::internal)};
    }
};

struct GetStatus {
    using Result = Status;
    static constexpr CallInfo info{"status", Role::guest, Kind::reads,
        "Show how the engine, its vault and the house are, and what needs attention."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct Watch {
    using Result = Nothing;
    static constexpr CallInfo info{
        "watch", Role::guest, Kind::reads, "Print one JSON notification a line, until interrupted."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct VaultUnlock {
    std::optional<std::string> passphrase;
    using Result = VaultState;
    static constexpr CallInfo info{"vault.unlock", Role::owner, Kind::changes_engine,
        "Unlock the vault: with its passphrase, or by asking its key store again."};
    static constexpr auto fields()
    {
        return std::tuple{field("passphrase", &VaultUnlock::passphrase,
            "The vault's passphrase, where one seals it.", Given::secret)};
    }
};

struct VaultSetPassphrase {
    std::string passphrase;
    using Result = VaultState;
    static constexpr CallInfo info{"vault.set-passphrase", Role::owner, Kind::changes_engine,
        "Seal the vault with a passphrase, which is then asked for at every start."};
    static constexpr auto fields()
    {
        return std::tuple{
            field("passphrase", &VaultSetPassphrase::passphrase, "The new passphrase.", Given::new_secret)};
    }
};

struct AccessList {
    using Result = std::vector<Access>;
    static constexpr CallInfo info{
        "access.list", Role::member, Kind::reads, "List the users of this machine who may use its engine."};
    static constexpr auto fields() { return std::tuple{}; }
};

struct AccessGrant {
    std::string user;
    Role role = Role::member;
    using Result = Change;
    static constexpr CallInfo info{
        "access.grant", Role::owner, Kind::changes_house, "Let a user of this machine use its engine."};
    static constexpr auto fields()
    {
        return std::tuple{field("user", &AccessGrant::user, "The user's name on this machine."),
            field("role", &AccessGrant::role, "owner, member or guest.")};
    }
};

struct AccessWithdraw {
    std::string user;
    using Result = Change;
    static constexpr CallInfo info{"access.withdraw", Role::owner, Kind::changes_house,
        "Take a user's access to this machine's engine back."};
    static constexpr auto fields()
    {
        return std::tuple{field("user", &AccessWithdraw::user, "The user's name on this machine.")};
    }
};

/// Something that happened on this machine, newest first in lists.
struct Event {
    Time time{};
    std::string code; ///< engine-started, vault-opened, vault-locked, device-new, change-rolled-back
    Arguments args;

    static constexpr auto fields()
    {
        return std::tuple{
            field("time", &Event::time), field("code", &Event::code), field("args", &Event::args)};
    }
};

struct EventList {
    std::optional<std::int64_t> limit;
    using Result = std::vector<Event>;
    static constexpr CallInfo info{
        "event.list", Role::member, Kind::reads, "List what happened on this machine, newest first."};
    static constexpr auto fields()
    {
        return std::tuple{field(
            "limit", &EventList::limit, "How many at most; 50 where left out, 1000 at most.", Given::option)};
    }
};

/// Status or attention is other than it was: ask for `status` again.
struct StatusChanged {
    static constexpr std::string_view method = "status.changed";
    static constexpr std::string_view help = "The status is other than it was.";
    static constexpr auto fields() { return std::tuple{}; }
};

} // namespace freehold::contract
