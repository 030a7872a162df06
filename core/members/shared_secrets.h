// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change/house_slot.h"
#include "members/sealed_secret.h"
#include "peer/channel/member_network.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace freehold::members {

/// Secrets that the members of a house share. Every member keeps the newest version of each, sealed, and
/// passes it on; who is a reader can open it. When a reader goes, its value is another one from then on; when
/// one comes, that one gets it; when one comes out of a backup, which somebody else may have, too, it is
/// another one, too. One owner's machine sees to that: of those that can be reached, the one with the
/// smallest id. House thread.
class SharedSecrets : public QObject {
    Q_OBJECT

public:
    /// By which members know each other's announcements.
    static constexpr const char *announcing = "announcing";
    static constexpr std::size_t valueBytes = 32;

    struct Context {
        peer::MemberNetwork network;
        const change::HouseSlot &house;
        /// Null while the vault is locked: then nothing is opened and nothing made.
        std::function<const crypto::SigningKey *()> signer;
        std::function<bool(const std::string &)> isOnline; ///< a member, by its id
        std::function<Result<void>(const std::string &name, const Secret &sealed)> keep; ///< in the vault
        std::function<Result<Secret>(const std::string &name)> kept;
        /// To all members that can be reached, but for one.
        std::function<void(const peer::Frame &, peer::ChannelId butNotTo)> tellAll;
    };
    explicit SharedSecrets(Context context);

    /// The vault is open, or who is a member may be another, or who can be reached.
    void settle();
    void opened(peer::ChannelId member);
    /// What a member says. False where nobody honest says so.
    [[nodiscard]] bool hear(peer::ChannelId from, const peer::Frame &frame);
    /// Nothing as long as there is none that this machine can open.
    [[nodiscard]] std::optional<Secret> value(const std::string &name) const;

Q_SIGNALS:
    void changed(const std::string &name);

private:
    [[nodiscard]] std::string houseId() const;
    [[nodiscard]] std::vector<crypto::PublicKey> wantedReaders() const;
    /// Whether it is for this machine to see to it.
    [[nodiscard]] bool isMine() const;
    [[nodiscard]] std::optional<SealedSecret> newest(const std::string &name) const;
    /// Whether this version may have been made by who says so.
    [[nodiscard]] bool counts(const SealedSecret &secret) const;
    void settle(const std::string &name, const std::vector<crypto::PublicKey> &readers);
    void take(const SealedSecret &secret, peer::ChannelId from);
    [[nodiscard]] bool isRestored(const std::string &member) const;

    Context context_;
    /// Came before its author was known to be an owner's machine; the last of each.
    std::map<std::string, SealedSecret> early_;
    /// For whom each is sealed as it has to be: each change of the house asks, and few are of who reads.
    std::map<std::string, std::vector<crypto::PublicKey>> settledFor_;
};

} // namespace freehold::members
