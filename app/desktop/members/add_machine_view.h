// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/members/waiting_model.h"

#include <QTimer>

namespace freehold::desktop {

/// Lets another machine into this house: by the digits that it shows, or by an invitation where nobody can
/// read them.
class AddMachineView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(freehold::desktop::WaitingModel *waiting READ waiting CONSTANT)
    Q_PROPERTY(bool shown READ isShown NOTIFY changed)
    Q_PROPERTY(int stage READ stage NOTIFY changed)
    Q_PROPERTY(QString request READ request NOTIFY changed)
    Q_PROPERTY(QString peer READ peer NOTIFY changed)
    Q_PROPERTY(QString house READ house NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString left READ left NOTIFY changed)
    Q_PROPERTY(QString end READ end NOTIFY changed)
    Q_PROPERTY(QString may READ may NOTIFY changed)
    Q_PROPERTY(int role READ role WRITE setRole NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString invitation READ invitation NOTIFY changed)
    Q_PROPERTY(QString invitationEnds READ invitationEnds NOTIFY changed)

public:
    enum Stage : quint8 {
        Choosing, ///< which machine, or an invitation, and what it may do
        Digits, ///< those that the chosen one shows are typed here
        OtherSide, ///< somebody there has to say yes
        Joined,
        Over,
    };
    Q_ENUM(Stage)
    /// What a machine may do at most: the contract's roles.
    enum Role : quint8 {
        Guest = static_cast<quint8>(contract::Role::guest),
        Member = static_cast<quint8>(contract::Role::member),
        Owner = static_cast<quint8>(contract::Role::owner),
    };
    Q_ENUM(Role)

    explicit AddMachineView(HouseData &data, QObject *parent = nullptr);

    [[nodiscard]] WaitingModel *waiting() { return &waiting_; }
    [[nodiscard]] bool isShown() const { return isShown_; }
    [[nodiscard]] int stage() const { return stage_; }
    [[nodiscard]] QString request() const { return json::toQString(pairing_.request); }
    [[nodiscard]] QString peer() const { return json::toQString(pairing_.peer); }
    [[nodiscard]] QString house() const;
    /// Where other machines call this one; empty as long as it has no network.
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString left() const;
    [[nodiscard]] QString end() const { return end_; }
    /// What the machine may do, as a sentence.
    [[nodiscard]] QString may() const;
    [[nodiscard]] int role() const { return static_cast<int>(role_); }
    /// An invitation is for one role: another role wants another invitation.
    void setRole(int role);
    [[nodiscard]] bool isBusy() const { return busy_; }
    [[nodiscard]] QString invitation() const;
    [[nodiscard]] QString invitationEnds() const;

    /// From the beginning, with nothing chosen.
    Q_INVOKABLE void open();
    /// Whoever waits goes on waiting.
    Q_INVOKABLE void close();
    Q_INVOKABLE void choose(const QString &request);
    Q_INVOKABLE void accept(const QString &digits);
    Q_INVOKABLE void refuse();
    Q_INVOKABLE void invite();

Q_SIGNALS:
    void changed();

private:
    void pairingTold(const contract::Pairing &pairing);
    /// Has others find this machine, which lasts longer than until it is asked for again.
    void letFind();
    void go(Stage stage);
    void setBusy(bool busy);

    HouseData &data_;
    WaitingModel waiting_;
    Stage stage_ = Choosing;
    contract::Pairing pairing_; ///< of the chosen machine
    contract::Role role_ = contract::Role::member;
    std::optional<contract::GivenInvitation> invitation_;
    QString end_;
    QTimer second_; ///< while a time is shown that runs
    QTimer renewal_; ///< of being found
    bool isShown_ = false;
    bool busy_ = false;
};

} // namespace freehold::desktop
