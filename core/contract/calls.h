// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backup_calls.h"
#include "contract/change_calls.h"
#include "contract/device_calls.h"
#include "contract/engine_calls.h"
#include "contract/house_calls.h"
#include "contract/member_calls.h"

namespace freehold::contract {

/// Every call there is, in the order of the reference page.
using AllCalls = TypeList<Hello, GetStatus, Watch, EventList, HouseCreate, HouseShow, HouseRename,
    HouseSetTimezone, HouseExportRoot, HouseBackup, HouseRestore, BackupList, BackupVoid, BackupRead,
    BackupBegin, BackupWrite, BackupCheck, PairOpen, PairClose, PairWith, PairInvite, PairJoin, PairConfirm,
    PairRequests, PairAccept, PairRefuse, MemberReach, VaultUnlock, VaultSetPassphrase, AccessList,
    AccessGrant, AccessWithdraw, DeviceList, DeviceShow, DeviceRename, DeviceAssign, DeviceSetKind,
    DeviceForget, DeviceReplace, PersonList, PersonAdd, PersonRename, PersonSetRole, PersonRemove, ConfigList,
    ConfigGet, ConfigApply, ConfigExplain, ConfigDelete, ChangeList, ChangeShow, ChangeDiff, ChangeUndo,
    ChangeExplainUndo, ChangeRedo, ChangeRestore, ChangeExplainRestore, ChangeConfirm, ChangeChoose>;

using AllNotifications
    = TypeList<StatusChanged, HouseChanged, DeviceChanged, DeviceRemoved, ChangeChanged, PairingChanged>;

} // namespace freehold::contract
