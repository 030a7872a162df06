// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

using namespace freehold;
using namespace freehold::contract;

namespace {

/// Every argument that any sentence may ask for. Values that are shown in another form have one of their own.
Arguments everyArgument()
{
    Arguments arguments;
    for (const char *name :
        {"name", "house", "device", "person", "user", "document", "key", "value", "change", "kept_as",
            "by_hand", "place", "branch", "method", "field", "target", "detail", "known", "choices", "since"})
        arguments[name] = std::string("the-") + name;
    arguments.insert({{"from", "member"}, {"to", "owner"}, {"role", "guest"}, {"kind", "phone"},
        {"line", "7"}, {"limit", "100"}, {"least", "1"}, {"most", "9"}, {"seconds", "-3"},
        {"expected", "integer"}, {"form", "mac"}, {"sealed_by", "tpm"}, {"reason", "disk-full"},
        {"code", "key-unknown"}, {"why", "long"}, {"needed", "owner"}, {"by", "x"}, {"system", "no"}});
    return arguments;
}

bool isWhole(const QString &text)
{
    static const QRegularExpression open(QStringLiteral("%[0-9nL]"));
    return !text.isEmpty() && !text.contains(open);
}

bool isWhole(const words::Told &told)
{
    const bool endsOpen = !told.happened.endsWith(u'.') && !told.remedy.endsWith(u'.');
    return isWhole(told.happened) && isWhole(told.remedy) && endsOpen
        && (told.means.isEmpty() || isWhole(told.means));
}

template <class Enum>
std::vector<Enum> all()
{
    std::vector<Enum> values;
    for (std::size_t index = 0; index < enumNames(Enum{}).size(); ++index)
        values.push_back(static_cast<Enum>(index));
    return values;
}

Effect effect(EffectCode code, Arguments arguments)
{
    Effect made;
    made.code = code;
    made.args = std::move(arguments);
    return made;
}

} // namespace

class WordsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTranslator> translator_;

    void speak(const char *language)
    {
        translator_ = words::translatorFor(QLocale(QLatin1StringView(language)));
        QVERIFY(!translator_->isEmpty());
        QCoreApplication::installTranslator(translator_.get());
    }

private Q_SLOTS:
    void cleanup() { translator_.reset(); }

    void everyValueHasItsSentence_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::newRow("English") << QByteArray("en");
        QTest::newRow("German") << QByteArray("de");
    }
    void everyValueHasItsSentence()
    {
        QFETCH(QByteArray, language);
        speak(language);
        for (const Arguments &arguments : {everyArgument(), Arguments()}) {
            for (int code = 0; code <= static_cast<int>(ErrorCode::access_missing); ++code) {
                const auto told = words::tell(Error{static_cast<ErrorCode>(code), arguments, {}});
                QVERIFY2(isWhole(told), qPrintable(told.happened + u'|' + told.remedy));
            }
            for (const auto code : all<EffectCode>()) {
                const QString sentence = words::sentence(effect(code, arguments));
                QVERIFY2(isWhole(sentence) && sentence.endsWith(u'.'), qPrintable(sentence));
                QVERIFY(isWhole(words::shortSentence(effect(code, arguments))));
            }
            for (const auto code : all<FindingCode>()) {
                const auto told = words::tell(Finding{code, Severity::info, arguments, {}, {}});
                QVERIFY2(isWhole(told), qPrintable(told.happened + u'|' + told.remedy));
            }
        }
        for (const auto kind : all<DeviceKind>())
            QVERIFY(isWhole(words::name(kind)));
        for (const auto role : all<Role>())
            QVERIFY(isWhole(words::name(role)));
        for (const auto state : all<ChangeState>())
            QVERIFY(isWhole(words::name(state)));
        for (const auto cause : all<Cause>()) {
            Change change;
            change.cause = cause;
            QVERIFY(isWhole(words::summary(change)));
        }
    }

    void aRenamedDeviceIsToldByItsNames()
    {
        const auto renamed = effect(EffectCode::device_renamed, {{"from", "nas"}, {"to", "attic-nas"}});
        QCOMPARE(
            words::sentence(renamed), QStringLiteral("The device “nas” is called “attic-nas” from now on."));
        Change change;
        change.effects = {renamed};
        QCOMPARE(words::summary(change), QStringLiteral("“nas” is called “attic-nas”"));
        change.effects.push_back(effect(EffectCode::device_shared, {{"device", "nas"}}));
        change.effects.push_back(effect(EffectCode::device_shared, {{"device", "tv"}}));
        QCOMPARE(words::summary(change), QStringLiteral("“nas” is called “attic-nas”, and 2 more"));
        change.cause = Cause::undo;
        change.effects = {effect(EffectCode::device_renamed, {{"from", "attic-nas"}, {"to", "nas"}})};
        QCOMPARE(
            words::summary(change), QStringLiteral("Took a change back. Now: “attic-nas” is called “nas”"));
    }

    void aNameThatLooksLikeAPlaceholderStaysAName()
    {
        const auto renamed = effect(EffectCode::device_renamed, {{"from", "%2"}, {"to", "x"}});
        QCOMPARE(words::shortSentence(renamed), QStringLiteral("“%2” is called “x”"));
    }

    void pluralsFitTheirNumber()
    {
        speak("en");
        Finding behind{FindingCode::clock_behind, Severity::warning, {{"seconds", "3600"}}, {}, {}};
        QVERIFY(words::tell(behind).happened.contains(QStringLiteral(" 1 hour ")));
        behind.args["seconds"] = "7201";
        QVERIFY(words::tell(behind).happened.contains(QStringLiteral(" 3 hours ")));
        speak("de");
        QVERIFY(words::tell(behind).happened.contains(QStringLiteral("3 Stunden")));
    }

    void oneProblemIsToldInItsOwnWords()
    {
        const Problem problem{
            "house.toml", "timezone", 4, ErrorCode::value_format, {{"value", "Mars"}, {"form", "timezone"}}};
        const auto told = words::tell(Error{ErrorCode::documents_invalid, {}, {problem}});
        QCOMPARE(told.happened, QStringLiteral("“Mars” is not written as “timezone” has to be"));
        QVERIFY(told.remedy.contains(QStringLiteral("Europe/Berlin")));
    }

    void fillingLeavesNoSentenceEmpty()
    {
        Change change;
        change.effects = {effect(EffectCode::device_shared, {{"device", "tv"}})};
        change.rolled_back_because
            = Finding{FindingCode::not_in_force, Severity::alert, {{"reason", "disk-full"}}, {}, {}};
        Explanation explanation;
        explanation.effects = change.effects;
        explanation.errors.push_back({"a", "b", 1, ErrorCode::key_unknown, {}, {}, {}});
        explanation.goes = {change};
        words::fill(explanation);
        QVERIFY(!explanation.effects[0].sentence.empty());
        QVERIFY(!explanation.errors[0].message.empty());
        QVERIFY(!explanation.errors[0].remedy.empty());
        QVERIFY(!explanation.goes[0].summary.empty());
        QVERIFY(!explanation.goes[0].rolled_back_because->message.empty());
        Status status;
        status.attention.push_back({});
        words::fill(status);
        QVERIFY(!status.attention[0].message.empty());
    }

    void whoMayNotIsToldTheRoleThatIsNeeded()
    {
        const Arguments guest{{"role", "guest"}, {"needed", "owner"}};
        QCOMPARE(words::tell(Error{ErrorCode::not_permitted, guest, {}}).happened,
            QStringLiteral("This needs the role “owner”, and yours is “guest”"));
        const Arguments nobody{{"role", "none"}, {"needed", "guest"}};
        QCOMPARE(words::tell(Error{ErrorCode::not_permitted, nobody, {}}).happened,
            QStringLiteral("You have no access to Freehold on this machine"));
    }

    void aLockedVaultSaysWhatOpensIt_data()
    {
        QTest::addColumn<QByteArray>("store");
        QTest::addColumn<QString>("happened");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char *store, const char *happened, const char *remedy) {
            QTest::newRow(store) << QByteArray(store) << QString::fromUtf8(happened)
                                 << QString::fromUtf8(remedy);
        };
        row("key-store", "key store", "Unlock the desktop's key store");
        row("tpm", "security chip", "security chip");
        row("service-credential", "the service", "freehold-vault-key");
        row("file", "vault.key", "copy of the file vault.key");
    }
    void aLockedVaultSaysWhatOpensIt()
    {
        QFETCH(QByteArray, store);
        QFETCH(QString, happened);
        QFETCH(QString, remedy);
        const Arguments arguments{{"sealed_by", store.toStdString()}, {"store", store.toStdString()},
            {"problem", "missing"}, {"reason", "key-store-unavailable"}};
        const auto told = words::tell(Finding{FindingCode::vault_locked, Severity::alert, arguments, {}, {}});
        QCOMPARE(told.happened, QStringLiteral("The vault is locked"));
        QVERIFY2(told.means.contains(happened), qPrintable(told.means));
        QVERIFY2(told.remedy.contains(remedy), qPrintable(told.remedy));
        QVERIFY(
            words::tell(Error{ErrorCode::key_store_unavailable, arguments, {}}).happened.contains(happened));
    }

    void aVaultUnderAPassphraseAsksForIt()
    {
        const Arguments arguments{{"sealed_by", "passphrase"}, {"reason", "passphrase-missing"}};
        const auto told = words::tell(Error{ErrorCode::vault_locked, arguments, {}});
        QVERIFY(told.remedy.contains(QStringLiteral("freeholdctl vault unlock")));
    }

    void theAppIsToldNeitherCommandsNorIds()
    {
        speak("en");
        const QRegularExpression forTerminals(
            QStringLiteral("freeholdctl|freeholdd|git |--|b0a7c0ffee|refs/"));
        auto arguments = everyArgument();
        arguments["change"] = "b0a7c0ffee";
        arguments["by_hand"] = "refs/freehold/by-hand/b0a7c0ffee";
        for (int code = 0; code <= static_cast<int>(ErrorCode::access_missing); ++code) {
            const auto told
                = words::tell(Error{static_cast<ErrorCode>(code), arguments, {}}, words::Audience::app);
            QVERIFY2(isWhole(told), qPrintable(told.happened + u'|' + told.remedy));
            const bool forPeople
                = !told.happened.contains(forTerminals) && !told.remedy.contains(forTerminals);
            // Who can mend a damaged repository does it with git.
            QVERIFY2(forPeople || static_cast<ErrorCode>(code) == ErrorCode::repository_damaged,
                qPrintable(told.happened + u'|' + told.remedy));
        }
        for (const auto code : all<FindingCode>()) {
            const auto told
                = words::tell(Finding{code, Severity::info, arguments, {}, {}}, words::Audience::app);
            QVERIFY2(isWhole(told), qPrintable(told.happened + u'|' + told.remedy));
            QVERIFY(!told.happened.contains(forTerminals) && !told.remedy.contains(forTerminals));
        }
    }

    void theAppCallsWhatStandsInTheWayByWhatItDid()
    {
        speak("en");
        const Error conflict{ErrorCode::undo_conflict,
            {{"change", "b0a7c0ffee"}, {"summary", "“nas” is called “attic-nas”"}}, {}};
        QCOMPARE(words::tell(conflict, words::Audience::app).happened,
            QStringLiteral("A later change stands in the way: “nas” is called “attic-nas”"));
    }

    void servicesAreNamedForPeople()
    {
        QCOMPARE(words::serviceName("_ipp._tcp"), QStringLiteral("Shared printer"));
        QCOMPARE(words::serviceName("_new._tcp"), QStringLiteral("_new._tcp"));
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
