// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_home.h"

#include "change/document.h"
#include "key_store/key_store.h"
#include "support/file.h"

#include <QTest>

using namespace freehold;
using namespace freehold::contract;
using namespace freehold::engine::testing;

namespace {

ErrorCode codeOf(const auto &result)
{
    return result ? ErrorCode::internal : result.error().code;
}

} // namespace

class EngineTest : public QObject {
    Q_OBJECT

    QCA::Initializer qca_;
    std::unique_ptr<EngineHome> home_;

private Q_SLOTS:
    void init() { home_ = std::make_unique<EngineHome>(); }

    void eachCallIsOpenToItsRoleAndThoseAboveAndToNoStranger()
    {
        home_->makeHouse();
        QVERIFY(home_->call(smith, AccessGrant{"ana", Role::member}));
        QVERIFY(home_->call(smith, AccessGrant{"ben", Role::guest}));
        const std::pair<platform::PeerCredentials, std::optional<Role>> callers[]{{smith, Role::owner},
            {root, Role::owner}, {ana, Role::member}, {ben, Role::guest}, {stranger, std::nullopt}};
        AllCalls::forEach([&]<class Type>() {
            for (const auto &[user, role] : callers) {
                const std::string what = user.userName + ": " + std::string(Type::info.method);
                // Without parameters no call does anything; whether it may be made is asked before they are
                // read.
                const auto answer = home_->call(user, Type::info.method, {});
                const bool isRefused = codeOf(answer) == ErrorCode::not_permitted;
                QVERIFY2(isRefused != (role && *role >= Type::info.role), what.c_str());
                if (isRefused)
                    QCOMPARE(answer.error().arguments.at("role"),
                        role ? std::string(nameOf(*role)) : std::string("none"));
            }
        });
    }

    void aCallThatNobodyDescribedIsUnknown()
    {
        home_->openVault();
        QCOMPARE(codeOf(home_->call(smith, "house.demolish", {})), ErrorCode::method_unknown);
    }

    void accessBeginsWithItsGrantAndEndsWhenItIsWithdrawn()
    {
        home_->makeHouse();
        QCOMPARE(codeOf(home_->call(ana, GetStatus())), ErrorCode::not_permitted);
        QVERIFY(home_->call(smith, AccessGrant{"ana", Role::guest}));
        QVERIFY(home_->call(ana, DeviceList()));
        QCOMPARE(codeOf(home_->call(ana, DeviceRename{"study", "mine"})), ErrorCode::not_permitted);
        QVERIFY(home_->call(smith, AccessGrant{"ana", Role::member}));
        QVERIFY(home_->call(ana, DeviceRename{"study", "mine"}));
        QCOMPARE(codeOf(home_->call(ana, AccessGrant{"ana", Role::owner})), ErrorCode::not_permitted);
        QVERIFY(home_->call(smith, AccessWithdraw{"ana"}));
        QCOMPARE(codeOf(home_->call(ana, GetStatus())), ErrorCode::not_permitted);
    }

    void theHistoryNamesThePersonWhereTheUserIsKnownAsOne()
    {
        home_->makeHouse();
        QVERIFY(home_->call(smith, AccessGrant{"ana", Role::member}));
        QCOMPARE(home_->call(ana, DeviceRename{"study", "one"})->actor, std::string("ana"));
        QVERIFY(home_->call(smith, PersonAdd{"Ana Smith", {}, {}}));
        const std::string person = home_->call(smith, PersonList())->front().id;
        const std::string access = pathOf("access", home_->call(smith, HouseShow())->members.front().id);
        const std::string known = change::withValue(home_->document(access), "users.ana.person", person);
        QVERIFY(home_->call(smith, ConfigApply{{{access, known}}, {}, true, {}}));
        QCOMPARE(home_->call(ana, DeviceRename{"one", "two"})->actor, std::string("Ana Smith"));
    }

    void aLockedVaultLeavesTheHouseToBeSeenAndNotToBeChanged()
    {
        home_->makeHouse();
        home_->restart();
        home_->lockVault(platform::keyStoreFailure(SealedBy::tpm, "refused").error());
        QCOMPARE(home_->call(smith, HouseShow())->name, std::string("Smith"));
        QVERIFY(home_->call(smith, GetStatus())->vault.locked);
        AllCalls::forEach([&]<class Type>() {
            if (Type::info.kind != Kind::changes_house)
                return;
            const auto refused = home_->call(smith, Type::info.method, {});
            QVERIFY2(codeOf(refused) == ErrorCode::vault_locked, Type::info.method.data());
            QCOMPARE(refused.error().arguments.at("reason"), std::string("key-store-unavailable"));
            QCOMPARE(refused.error().arguments.at("store"), std::string("tpm"));
        });
        QCOMPARE(home_->finding(FindingCode::vault_locked)->args.at("problem"), std::string("refused"));
        home_->openVault();
        QVERIFY(!home_->finding(FindingCode::vault_locked));
        QVERIFY(home_->call(smith, HouseRename{"Jones"}));
    }

    void aDamagedVaultIsNotCalledLocked()
    {
        home_->makeHouse();
        home_->restart();
        home_->lockVault({ErrorCode::vault_damaged, {{"part", "file"}}, {}});
        QCOMPARE(codeOf(home_->call(smith, HouseRename{"Jones"})), ErrorCode::vault_damaged);
        QVERIFY(home_->finding(FindingCode::vault_damaged));
        QVERIFY(!home_->finding(FindingCode::vault_locked));
    }

    void unlockingAsksForAPassphraseOnlyWhereOneSealsTheVault()
    {
        int wanted = 0;
        connect(home_->engine.get(), &engine::Engine::unlockWanted, this, [&] { ++wanted; });
        home_->openVault();
        home_->lockVault(platform::keyStoreFailure(SealedBy::file, "missing").error());
        QVERIFY(!home_->call(smith, VaultUnlock{}));
        QCOMPARE(wanted, 1);
        home_->openVault();
        QVERIFY(home_->call(smith, VaultSetPassphrase{"correct horse"}));
        home_->lockVault({ErrorCode::passphrase_missing, {}, {}});
        QCOMPARE(codeOf(home_->call(smith, VaultUnlock{})), ErrorCode::passphrase_missing);
        QCOMPARE(wanted, 1);
        QVERIFY(!home_->call(smith, VaultUnlock{"correct horse"}));
        QCOMPARE(wanted, 2);
    }

    void aVaultWhoseKeyLiesBesideItIsCalledThat()
    {
        home_->openVault();
        QVERIFY(home_->finding(FindingCode::vault_key_on_disk));
        EngineHome other;
        other.sealedBy = SealedBy::key_store;
        other.openVault();
        QVERIFY(!other.finding(FindingCode::vault_key_on_disk));
    }

    void aClockBehindTheNewestChangeIsSaid()
    {
        home_->makeHouse();
        QVERIFY(!home_->finding(FindingCode::clock_behind));
        home_->clock.advance(-std::chrono::hours(3));
        QCOMPARE(home_->finding(FindingCode::clock_behind)->args.at("seconds"), std::string("10800"));
    }

    void thatMembersCantCallIsSaid()
    {
        home_->makeHouse();
        home_->engine->setMemberPort(7411);
        QVERIFY(!home_->finding(FindingCode::members_cant_call));
        home_->engine->setMemberPort(failure(ErrorCode::socket_unusable, {{"why", "in use"}}));
        QCOMPARE(home_->finding(FindingCode::members_cant_call)->args.at("why"), std::string("in use"));
    }

    void aDamagedDatabaseIsSetAsideAndSaid()
    {
        home_->makeHouse();
        home_->restart();
        QVERIFY(file::writeDurably(home_->folder().database(), std::string(8192, 'x')));
        home_->openVault();
        const auto finding = home_->finding(FindingCode::database_begun_anew);
        QVERIFY(finding);
        QVERIFY(std::filesystem::exists(finding->args.at("kept_as")));
        QCOMPARE(home_->call(smith, HouseShow())->name, std::string("Smith"));
        const auto events = home_->call(smith, EventList{});
        QVERIFY(std::ranges::contains(*events, std::string("database-begun-anew"), &Event::code));
    }
};

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
