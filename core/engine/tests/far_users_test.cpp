// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_home.h"

#include "change/admission.h"
#include "change/document.h"

#include <QTest>

using namespace freehold;
using namespace freehold::engine;
using namespace freehold::engine::testing;
using namespace freehold::contract;

/// What somebody at another machine of the house may do here.
class FarUsersTest : public QObject {
    Q_OBJECT

    QCA::Initializer cryptography_;
    std::unique_ptr<EngineHome> nas_;
    crypto::PublicKey laptop_{};

    [[nodiscard]] std::string laptopId() const { return change::memberId(laptop_); }
    void letIn(Role role)
    {
        QVERIFY(nas_->call(smith,
            ConfigApply{
                {{pathOf("member", laptopId()), change::memberDocument(laptop_, role, nas_->clock.now(), {})},
                    {pathOf("device", laptopId()), "name = \"laptop\"\n"}},
                {}, true, {}}));
    }
    template <contract::Call Type>
    Result<typename Type::Result> ask(const FarUser &user, const Type &parameters)
    {
        Result<QJsonValue> given = failure(ErrorCode::engine_unreachable);
        nas_->engine->call(user, std::string(Type::info.method), json::write(parameters).toObject(),
            [&given](Result<QJsonValue> answer) { given = std::move(answer); });
        return given.and_then(
            [](const QJsonValue &value) { return json::read<typename Type::Result>(value, "result"); });
    }
    template <class Type>
    static std::string roleIn(const Result<Type> &refused)
    {
        return !refused && refused.error().code == ErrorCode::not_permitted
            ? refused.error().arguments.at("role")
            : std::string();
    }
    static Result<Engine::Reach> reach(
        const EngineHome &home, const platform::PeerCredentials &user, const char *member)
    {
        return home.engine->reach(user, json::write(MemberReach{member}).toObject());
    }

private Q_SLOTS:
    void init()
    {
        nas_ = std::make_unique<EngineHome>("nas");
        nas_->makeHouse();
        laptop_ = crypto::SigningKey::generate().publicKey();
    }

    void aFarUserMayDoWhatBothTheMachineAndTheUserMay()
    {
        letIn(Role::guest);
        for (const Role machines : {Role::guest, Role::member, Role::owner}) {
            const std::string path = pathOf("member", laptopId());
            QVERIFY(machines == Role::guest
                || nas_->call(smith,
                    ConfigApply{
                        {{path,
                            change::withValue(nas_->document(path), "role", std::string(nameOf(machines)))}},
                        {}, true, {}}));
            for (const Role users : {Role::guest, Role::member, Role::owner})
                QCOMPARE(ask({laptop_, users, "ana"}, Hello())->role, std::min(machines, users));
        }
    }

    void aGuestsMachineThatSaysItsUserIsAnOwnerIsRefused()
    {
        letIn(Role::guest);
        const FarUser boaster{laptop_, Role::owner, "smith"};
        QVERIFY(ask(boaster, DeviceList()));
        QCOMPARE(roleIn(ask(boaster, HouseRename{"Mine"})), "guest");
        QCOMPARE(roleIn(ask(boaster, PairRequests())), "guest");
        QCOMPARE(nas_->call(smith, HouseShow())->name, "Smith");
    }

    void theRoleOfAMachinesPersonHoldsFromTheNextCall()
    {
        letIn(Role::owner);
        const FarUser user{laptop_, Role::owner, "ana"};
        QVERIFY(ask(user, HouseRename{"Jones"}));
        QVERIFY(nas_->call(smith, PersonAdd{"Ana", Role::guest, {}}));
        QVERIFY(nas_->call(smith, DeviceAssign{"laptop", "Ana"}));
        QCOMPARE(roleIn(ask(user, HouseRename{"Miller"})), "guest");
        QVERIFY(nas_->call(smith, PersonSetRole{"Ana", Role::owner}));
        QVERIFY(ask(user, HouseRename{"Miller"}));
    }

    void whoseMachineWasRemovedIsNobody()
    {
        letIn(Role::owner);
        const FarUser user{laptop_, Role::owner, "ana"};
        QVERIFY(ask(user, GetStatus()));
        QVERIFY(nas_->call(smith, DeviceForget{"laptop"}));
        QCOMPARE(roleIn(ask(user, GetStatus())), "none");
        QCOMPARE(roleIn(ask(user, Watch())), "none");
    }

    void whoseMachineIsNoMemberIsNobody()
    {
        QCOMPARE(roleIn(ask({laptop_, Role::owner, "ana"}, Hello())), "none");
    }

    void theHistorySaysWhoItWasAndAtWhichMachine()
    {
        letIn(Role::owner);
        QCOMPARE(ask({laptop_, Role::owner, "ana"}, HouseRename{"Jones"})->actor, "ana (laptop)");
        QCOMPARE(ask({laptop_, Role::owner, ""}, HouseRename{"Miller"})->actor, "laptop");
        QCOMPARE(nas_->call(smith, ChangeList{1, {}})->front().device, "nas");
    }

    void nobodyGoesOnFromAMemberToAnother()
    {
        letIn(Role::owner);
        const auto refused = ask({laptop_, Role::owner, "ana"}, MemberReach{"nas"});
        QVERIFY(!refused && refused.error().code == ErrorCode::method_unknown);
    }

    void thisMachineIsReachedByStayingAndOthersByTheirChannel()
    {
        letIn(Role::owner);
        QVERIFY(nas_->call(smith, AccessGrant{"ben", Role::guest}));
        const auto here = reach(*nas_, ben, "nas");
        QVERIFY(here && !here->channel);
        QCOMPARE(here->role, Role::guest);
        QCOMPARE(here->answer[u"name"].toString(), QStringLiteral("nas"));
        const auto away = reach(*nas_, smith, "laptop");
        QCOMPARE(away.error().code, ErrorCode::peer_unreachable);
        QCOMPARE(away.error().arguments.at("member"), "laptop");
        QCOMPARE(reach(*nas_, smith, "lamp").error().code, ErrorCode::device_no_member);
        QCOMPARE(reach(*nas_, stranger, "laptop").error().code, ErrorCode::not_permitted);
    }
};

QTEST_GUILESS_MAIN(FarUsersTest)
#include "far_users_test.moc"
