// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/house_domain.h"

#include "change/admission.h"
#include "change/revocation.h"
#include "change/tests/house_fixture.h"
#include "support/ssh.h"

#include <QTest>

using namespace freehold;
using namespace freehold::house;
using change::withValue;
using change::testing::houseText;

namespace {

std::string memberText(const crypto::SigningKey &root, const crypto::SigningKey &device, contract::Role role)
{
    std::string text = withValue({}, "key", ssh::publicKeyText(device.publicKey()));
    text = withValue(text, "role", std::string(nameOf(role)));
    text = withValue(text, "admission", change::admit(root, device.publicKey(), role));
    return text + "admitted = 2026-11-23T16:40:00Z\n";
}

} // namespace

class HouseDomainTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<change::testing::HouseFixture> fixture_;
    std::unique_ptr<change::HouseSlot> slot_;
    std::unique_ptr<HouseDomain> domain_;
    change::CallTable calls_;

    void enter()
    {
        slot_->byHand = std::move(fixture_->byHand);
        slot_->pipeline = std::move(fixture_->pipeline);
    }
    Result<QJsonValue> call(const char *method, const QJsonObject &parameters)
    {
        Result<QJsonValue> said = failure(ErrorCode::internal);
        calls_.find(method)->handle(
            fixture_->owner, parameters, [&](Result<QJsonValue> answer) { said = std::move(answer); });
        return said;
    }
    Result<QJsonValue> grant(const QString &user)
    {
        return call("access.grant",
            {{QStringLiteral("user"), user}, {QStringLiteral("role"), QStringLiteral("member")}});
    }

private Q_SLOTS:
    void init()
    {
        fixture_ = std::make_unique<change::testing::HouseFixture>();
        slot_ = std::make_unique<change::HouseSlot>();
        domain_ = std::make_unique<HouseDomain>(HouseDomain::Context{*slot_, "device",
            [](const std::string &user) { return user != "nobody-of-that-name"; },
            [](const std::string &) { return false; }});
        domain_->addCalls(calls_);
    }
    void cleanup()
    {
        slot_.reset();
        fixture_.reset();
    }

    void aMemberIsRemovedForGoodAndTheLastOwnersMachineStays()
    {
        const auto root = crypto::SigningKey::generate();
        const auto member = [](const crypto::SigningKey &key, const std::string &text) {
            const std::string path = contract::pathOf("member", change::memberId(key.publicKey()));
            return *change::Document::parse(path, text);
        };
        const auto nas = crypto::SigningKey::generate();
        const auto laptop = crypto::SigningKey::generate();
        const auto nasBefore = member(nas, memberText(root, nas, contract::Role::owner));
        const auto laptopBefore = member(laptop, memberText(root, laptop, contract::Role::owner));
        const std::string house
            = withValue(withValue("format = 1\nname = \"Smith\"\n", "id", change::houseId(root.publicKey())),
                "root", ssh::publicKeyText(root.publicKey()));
        change::Configuration both;
        both.set(*change::Document::parse("house.toml", house));
        both.set(nasBefore);
        both.set(laptopBefore);
        const change::Edit removal{
            laptopBefore->path(), change::revoked(*laptopBefore, nasBefore->id(), "1")};
        const auto removed = change::withEdits(both, std::vector{removal});
        QVERIFY(removed);
        const auto validate = domain_->validator();
        QVERIFY(validate(*removed).empty());
        QCOMPARE(domain_->effects(*removed).front().code, contract::EffectCode::member_removed);

        const auto back = change::withEdits(
            removed->after, std::vector{change::Edit{laptopBefore->path(), laptopBefore->text()}});
        QCOMPARE(validate(*back).front().code, ErrorCode::forward_only);
        const auto none = change::withEdits(removed->after,
            std::vector{
                change::Edit{nasBefore->path(), change::revoked(*nasBefore, laptopBefore->id(), "1")}});
        QCOMPARE(validate(*none).front().code, ErrorCode::last_owner);
    }

    void aUserWhoseNameHasDotsIsGivenAccessAndLosesIt_data()
    {
        QTest::addColumn<QString>("user");
        for (const char *user : {"ana", "first.last", "ana@corp.example", "odd \"name\"\\"})
            QTest::newRow(user) << QString::fromLatin1(user);
    }
    void aUserWhoseNameHasDotsIsGivenAccessAndLosesIt()
    {
        QFETCH(QString, user);
        enter();
        QVERIFY(grant(user));
        QVERIFY(grant(QStringLiteral("tom")));
        QCOMPARE(domain_->roleOf(user.toStdString()), std::optional(contract::Role::member));
        QCOMPARE(call("access.list", {})->toArray().size(), qsizetype(2));
        QVERIFY(call("access.withdraw", {{QStringLiteral("user"), user}}));
        QCOMPARE(domain_->roleOf(user.toStdString()), std::nullopt);
        QCOMPARE(domain_->roleOf("tom"), std::optional(contract::Role::member));
    }

    void aUserWhomTheMachineDoesNotKnowIsRefused()
    {
        enter();
        const auto refused = grant(QStringLiteral("nobody-of-that-name"));
        QCOMPARE(refused.error().code, ErrorCode::user_missing);
        QCOMPARE(refused.error().arguments.at("user"), std::string("nobody-of-that-name"));
    }

    void whoMayUseAnotherMachineOnlyAnOwnerSays()
    {
        auto draft = fixture_->draft("members/attic/access.toml", "[users.ana]\nrole = \"member\"\n");
        draft.caller.role = contract::Role::member;
        const auto refused = fixture_->pipeline->submit(draft);
        QCOMPARE(refused.error().code, ErrorCode::scope_other_device);
        QCOMPARE(refused.error().arguments.at("document"), std::string("members/attic/access.toml"));
        draft.caller.role = contract::Role::owner;
        QVERIFY(fixture_->pipeline->submit(draft));
    }

    void aMemberIsNotRemoved()
    {
        const auto root = crypto::SigningKey::generate();
        const auto device = crypto::SigningKey::generate();
        std::string house = withValue(houseText, "root", ssh::publicKeyText(root.publicKey()));
        house = withValue(house, "id", change::houseId(root.publicKey()));
        const std::string path = contract::pathOf("member", change::memberId(device.publicKey()));
        const std::vector<change::Edit> made{
            {"house.toml", house}, {path, memberText(root, device, contract::Role::owner)}};
        const auto before = change::withEdits({}, made);
        QVERIFY(before);
        QVERIFY(domain_->validator()(*before).empty());
        const std::vector<change::Edit> removed{{path, std::nullopt}};
        const auto problems = domain_->validator()(*change::withEdits(before->after, removed));
        QCOMPARE(problems.front().code, ErrorCode::forward_only);
        QCOMPARE(problems.front().document, path);
    }

    void aHouseOfANewerFormatIsShownAndNotChanged()
    {
        fixture_->plant(
            "house.toml", withValue(houseText, "format", std::int64_t(2)) + "garden = \"large\"\n");
        enter();
        QCOMPARE(domain_->show()->name, std::string("Smith"));
        const auto renamed = call("house.rename", {{QStringLiteral("name"), QStringLiteral("Jones")}});
        QCOMPARE(renamed.error().code, ErrorCode::format_newer);
        QCOMPARE(grant(QStringLiteral("ana")).error().code, ErrorCode::format_newer);
    }

    void aHouseThatCanNotBeReadIsSaid()
    {
        fixture_->plant("house.toml", std::string(houseText) + "garden = \"large\"\n");
        enter();
        QCOMPARE(domain_->show().error().code, ErrorCode::document_missing);
        const auto renamed = call("house.rename", {{QStringLiteral("name"), QStringLiteral("Jones")}});
        QCOMPARE(renamed.error().code, ErrorCode::document_missing);
    }
};

QTEST_GUILESS_MAIN(HouseDomainTest)
#include "house_domain_test.moc"
