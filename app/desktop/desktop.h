// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/backup/backup_view.h"
#include "desktop/backup/restore_backup_view.h"
#include "desktop/devices/device_view.h"
#include "desktop/devices/devices_model.h"
#include "desktop/devices/loss_view.h"
#include "desktop/first_run/first_run_view.h"
#include "desktop/frame/frame_view.h"
#include "desktop/frame/preferences.h"
#include "desktop/history/change_view.h"
#include "desktop/history/restore_to_time.h"
#include "desktop/home/home_view.h"
#include "desktop/home/map_model.h"
#include "desktop/home/trials_model.h"
#include "desktop/members/add_machine_view.h"
#include "desktop/members/join_view.h"
#include "desktop/settings/settings_view.h"

namespace freehold::desktop {

/// The composition root of the window: makes the view models and hands them to the pages. Decides nothing but
/// which page shows.
class Desktop : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(int shown READ shown NOTIFY shownChanged)
    Q_PROPERTY(freehold::desktop::FrameView *frame READ frame CONSTANT)
    Q_PROPERTY(freehold::desktop::HomeView *home READ home CONSTANT)
    Q_PROPERTY(freehold::desktop::TrialsModel *trials READ trials CONSTANT)
    Q_PROPERTY(freehold::desktop::MapModel *map READ map CONSTANT)
    Q_PROPERTY(freehold::desktop::DevicesModel *devices READ devices CONSTANT)
    Q_PROPERTY(freehold::desktop::DevicesModel *newDevices READ newDevices CONSTANT)
    Q_PROPERTY(freehold::desktop::DeviceView *device READ device CONSTANT)
    Q_PROPERTY(freehold::desktop::HistoryModel *history READ history CONSTANT)
    Q_PROPERTY(freehold::desktop::ChangeView *change READ change CONSTANT)
    Q_PROPERTY(freehold::desktop::RestoreToTime *toTime READ toTime CONSTANT)
    Q_PROPERTY(freehold::desktop::SettingsView *settings READ settings CONSTANT)
    Q_PROPERTY(freehold::desktop::FirstRunView *firstRun READ firstRun CONSTANT)
    Q_PROPERTY(freehold::desktop::AddMachineView *addMachine READ addMachine CONSTANT)
    Q_PROPERTY(freehold::desktop::JoinView *join READ join CONSTANT)
    Q_PROPERTY(freehold::desktop::BackupView *backup READ backup CONSTANT)
    Q_PROPERTY(freehold::desktop::LossView *loss READ loss CONSTANT)
    Q_PROPERTY(freehold::desktop::RestoreBackupView *restoreBackup READ restoreBackup CONSTANT)
    Q_PROPERTY(freehold::desktop::Preferences *preferences READ preferences CONSTANT)

public:
    /// What fills the window: a FrameView::Page, or what stands in for all of them.
    enum Shown : quint8 {
        Home = FrameView::Home,
        Devices = FrameView::Devices,
        History = FrameView::History,
        Settings = FrameView::Settings,
        FirstRun,
        EngineGone,
        Starting,
    };
    Q_ENUM(Shown)

    /// `client` and `clock` must outlive this. Without a program in `places` no engine is ever started.
    Desktop(api::Client &client, const Clock &clock, EnginePlaces places);

    [[nodiscard]] int shown() const;
    [[nodiscard]] HouseData &data() { return data_; }
    [[nodiscard]] FrameView *frame() { return &frame_; }
    [[nodiscard]] HomeView *home() { return &home_; }
    [[nodiscard]] TrialsModel *trials() { return &trials_; }
    [[nodiscard]] MapModel *map() { return &map_; }
    [[nodiscard]] DevicesModel *devices() { return &devices_; }
    [[nodiscard]] DevicesModel *newDevices() { return &newDevices_; }
    [[nodiscard]] DeviceView *device() { return &device_; }
    [[nodiscard]] HistoryModel *history() { return &history_; }
    [[nodiscard]] ChangeView *change() { return &change_; }
    [[nodiscard]] RestoreToTime *toTime() { return &toTime_; }
    [[nodiscard]] SettingsView *settings() { return &settings_; }
    [[nodiscard]] FirstRunView *firstRun() { return &firstRun_; }
    [[nodiscard]] AddMachineView *addMachine() { return &addMachine_; }
    [[nodiscard]] JoinView *join() { return &join_; }
    [[nodiscard]] BackupView *backup() { return &backup_; }
    [[nodiscard]] LossView *loss() { return &loss_; }
    [[nodiscard]] RestoreBackupView *restoreBackup() { return &restoreBackup_; }
    [[nodiscard]] Preferences *preferences() { return &preferences_; }

    /// Ctrl+Z: takes the newest change back that can be, and says which.
    Q_INVOKABLE void undoLast();
    Q_INVOKABLE void showDevice(const QString &device);

    /// Shows the sheet on the Devices page by which another machine is let in.
    Q_INVOKABLE void showAddMachine();

Q_SIGNALS:
    void shownChanged();

private:
    Preferences preferences_;
    HouseData data_;
    EngineKeeper keeper_;
    FrameView frame_;
    HomeView home_;
    TrialsModel trials_;
    MapModel map_;
    DevicesModel devices_;
    DevicesModel newDevices_;
    DeviceView device_;
    HistoryModel history_;
    ChangeView change_;
    RestoreToTime toTime_;
    SettingsView settings_;
    FirstRunView firstRun_;
    AddMachineView addMachine_;
    JoinView join_;
    BackupView backup_;
    LossView loss_;
    RestoreBackupView restoreBackup_;
};

} // namespace freehold::desktop
