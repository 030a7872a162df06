// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peer/channel/channel.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace freehold::peer {

using ChannelId = std::uint64_t;

/// Who is at the other end.
struct Peer {
    crypto::PublicKey key{};
    std::string address; ///< numeric
    bool called = false; ///< whether this machine called it
    std::string ownAddress; ///< of this machine, in this channel; numeric
    std::string host; ///< where it was called, as that was written: numeric, or a name
    std::uint16_t port = 0; ///< of `host`
};

/// Where members, and those who want to be one, reach this machine, and how it reaches them: TCP, by default
/// on port 7411. It faces the network: whoever is not known is let have little, for a short while, and never
/// in the place of a member. Lives in one thread and waits for nothing.
class MemberPort : public QObject {
    Q_OBJECT

public:
    static constexpr std::uint16_t standardPort = 7411;
    /// At once, of those that are no members or have not shown yet that they are.
    static constexpr std::size_t mostStrangers = 32;
    static constexpr std::size_t mostStrangersOfOneAddress = 4;
    /// What a stranger may say in all; a pairing has five messages.
    static constexpr int mostFramesOfStrangers = 8;
    /// Calls that are not answered yet, at once; one more is not made.
    static constexpr std::size_t mostCalls = 256;
    /// A stranger that says nothing for so long is sent away. People are slower, and what they do is waited
    /// for by who admits: `keep`.
    static constexpr std::chrono::seconds strangersPatience{15};

    MemberPort();
    ~MemberPort() override;

    /// Nothing while the vault is locked: then all channels end, and no other begins.
    void setSigner(std::shared_ptr<const crypto::SigningKey> deviceKey);
    /// The keys of the house's members. A channel whose key is none any more ends. `removed`: of those that
    /// were members once; they are told, and nothing else.
    void setMembers(std::set<crypto::PublicKey> members, std::set<crypto::PublicKey> removed = {});
    /// Errors: socket_unusable.
    [[nodiscard]] Result<std::uint16_t> listen(const QHostAddress &address, std::uint16_t port);
    void stopListening() { server_.close(); }

    /// An id for a channel that is still to be called. From any thread.
    [[nodiscard]] ChannelId newId() { return ++last_; }
    /// Begins a channel; `opened` or `closed` follows, never from within the call.
    void call(ChannelId id, const QString &host, std::uint16_t port);
    void send(ChannelId id, const Frame &frame);
    /// A stranger that is waited for, as while a person reads digits.
    void keep(ChannelId id);
    void close(ChannelId id);
    /// Ends a channel whose other side has said what nobody honest says.
    void refuse(ChannelId id, const Error &error) { end(id, error); }
    /// The member at the other end of an open channel; nothing where there is none.
    [[nodiscard]] std::optional<Peer> memberAt(ChannelId id) const;

    [[nodiscard]] std::size_t channelCount() const { return channels_.size(); }

Q_SIGNALS:
    void opened(freehold::peer::ChannelId id, const freehold::peer::Peer &peer);
    void received(freehold::peer::ChannelId id, const freehold::peer::Frame &frame);
    /// What carries streams, of a member. It is told to nobody else.
    void streamReceived(freehold::peer::ChannelId id, const freehold::peer::Frame &frame);
    /// Of a channel that was opened, or called and never was.
    void closed(freehold::peer::ChannelId id, const freehold::Error &error);
    /// Of every channel, whoever ended it.
    void gone(freehold::peer::ChannelId id);

private:
    struct Open {
        std::unique_ptr<Channel> channel;
        Peer peer;
        bool isMember = false;
        bool isOpen = false;
        bool isKept = false;
        int frames = 0; ///< that it has said
        std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
    };
    void accept();
    /// Whether one more stranger from there is let in.
    [[nodiscard]] bool makeRoomFor(const std::string &address);
    /// What the first connection needs of TLS, and no machine without connections pays for. Errors: internal.
    [[nodiscard]] Result<void> prepareIdentity();
    void add(ChannelId id, std::unique_ptr<QIODevice> transport, TlsStream::Side side, Peer peer);
    void isOpened(ChannelId id);
    void hear(ChannelId id, const Frame &frame);
    void end(ChannelId id, const Error &error);
    /// Ends a channel to a machine that was removed from the house.
    void sendAway(ChannelId id);
    void sendIdleAway();

    QTcpServer server_;
    std::shared_ptr<const crypto::SigningKey> deviceKey_;
    std::shared_ptr<const TlsIdentity> identity_; ///< made from it
    std::set<crypto::PublicKey> members_;
    std::set<crypto::PublicKey> removed_;
    std::map<ChannelId, Open> channels_;
    std::map<ChannelId, std::unique_ptr<QTcpSocket>> calling_; ///< not connected yet
    std::atomic<ChannelId> last_ = 0;
    QTimer patience_;
};

} // namespace freehold::peer
