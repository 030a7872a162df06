// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine/fake_engine.h"

#include <algorithm>

namespace freehold::screens {

using namespace contract;

namespace {
/// So that a screen can be shown what a wrong one does.
constexpr const char *rightPassphrase = "correct horse";
} // namespace

void FakeEngine::registerBackup()
{
    on<HouseBackup>([](const HouseBackup &) { return BackupTransfer{"made"}; });
    on<BackupRead>([](const BackupRead &) {
        return BackupPart{QByteArray(20'000, 'x').toBase64().toStdString(), true};
    });
    on<BackupBegin>([](const BackupBegin &) { return BackupTransfer{"taken"}; });
    on<BackupWrite>([](const BackupWrite &) { return Nothing{}; });
    on<BackupCheck>([this](const BackupCheck &call) -> Result<BackupContents> {
        if (call.passphrase != rightPassphrase)
            return failure(ErrorCode::passphrase_wrong);
        return BackupContents{"Smith", "nas", house_.now - std::chrono::days(2), 214, true};
    });
    on<BackupList>([this](const BackupList &) { return house_.backups; });
    on<BackupVoid>([this](const BackupVoid &call) -> Result<Change> {
        std::erase_if(house_.backups,
            [&](const AdmittingBackup &backup) { return std::ranges::contains(call.backups, backup.id); });
        return record({"house", EffectCode::backup_admits_no_more, {{"device", "nas"}}, {}, {}, {}});
    });
    on<HouseRestore>([this](const HouseRestore &) -> Result<House> {
        becomeSmith();
        return *house_.house;
    });
}

} // namespace freehold::screens
