// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/engine_keeper.h"
#include "desktop/frame/house_data.h"

#include <QtQmlIntegration>

namespace freehold::desktop {

/// What stands around every page: where we are, whose house it is, whether Freehold runs, and what went
/// wrong.
class FrameView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged)
    Q_PROPERTY(QString house READ house NOTIFY changed)
    Q_PROPERTY(QString counts READ counts NOTIFY changed)
    Q_PROPERTY(QString machine READ machine NOTIFY changed)
    Q_PROPERTY(QString elsewhere READ elsewhere NOTIFY changed)
    Q_PROPERTY(QString engineWords READ engineWords NOTIFY changed)
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    Q_PROPERTY(bool gone READ isGone NOTIFY changed)
    Q_PROPERTY(bool starting READ isStarting NOTIFY changed)
    Q_PROPERTY(bool mayStart READ mayStart NOTIFY changed)
    Q_PROPERTY(QString happened READ happened NOTIFY changed)
    Q_PROPERTY(QString means READ means NOTIFY changed)
    Q_PROPERTY(QString remedy READ remedy NOTIFY changed)
    Q_PROPERTY(QString details READ details NOTIFY changed)
    Q_PROPERTY(QString stoppedAt READ stoppedAt NOTIFY changed)
    Q_PROPERTY(QString lastKnown READ lastKnown NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)
    Q_PROPERTY(bool noticeIsFailure READ noticeIsFailure NOTIFY noticeChanged)

public:
    enum Page : quint8 { Home, Devices, History, Settings };
    Q_ENUM(Page)

    FrameView(HouseData &data, EngineKeeper &keeper, QObject *parent = nullptr);

    [[nodiscard]] int page() const { return page_; }
    void setPage(int page);
    [[nodiscard]] QString house() const { return house_; }
    [[nodiscard]] QString counts() const { return counts_; }
    [[nodiscard]] QString machine() const { return machine_; }
    /// The other machine of the house whose engine everything comes from; empty: it is this one's.
    [[nodiscard]] QString elsewhere() const { return elsewhere_; }
    [[nodiscard]] QString engineWords() const;
    [[nodiscard]] bool isRunning() const { return data_.isReady(); }
    /// There was an engine and there is none, or none could be started.
    [[nodiscard]] bool isGone() const { return gone_; }
    [[nodiscard]] bool isStarting() const;
    [[nodiscard]] bool mayStart() const;
    [[nodiscard]] QString happened() const;
    [[nodiscard]] QString means() const;
    [[nodiscard]] QString remedy() const;
    [[nodiscard]] QString details() const;
    [[nodiscard]] QString stoppedAt() const;
    [[nodiscard]] QString lastKnown() const { return lastKnown_; }
    [[nodiscard]] QString notice() const { return notice_; }
    /// What was asked for could not be done; else the notice says what was.
    [[nodiscard]] bool noticeIsFailure() const { return noticeIsFailure_; }

    Q_INVOKABLE void start();
    /// Shows and changes what another machine of the house shows, by its id.
    Q_INVOKABLE void showMember(const QString &id, const QString &name);
    Q_INVOKABLE void showThisMachine() { showMember({}, {}); }
    Q_INVOKABLE void copy(const QString &text);
    Q_INVOKABLE void dismissNotice();
    /// Ends the program; the house goes on.
    Q_INVOKABLE void quit() { Q_EMIT quitAsked(); }
    void setLastKnown(const QString &sentences);
    /// Says what was done where no page shows it.
    void tell(const QString &sentence);

Q_SIGNALS:
    void changed();
    void pageChanged();
    void noticeChanged();
    void quitAsked();

private:
    void refresh();
    void keeperChanged();
    void tellFailure(const Error &error);
    void setNotice(const QString &text, bool failure);
    /// Why there is nothing to show.
    [[nodiscard]] Error problem() const;

    HouseData &data_;
    EngineKeeper &keeper_;
    int page_ = Home;
    QString house_;
    QString counts_;
    QString machine_;
    QString elsewhere_;
    QString lastKnown_;
    QString notice_;
    bool noticeIsFailure_ = false;
    bool gone_ = false;
    bool wasRunning_ = false;
    std::optional<Time> stopped_;
};

} // namespace freehold::desktop
