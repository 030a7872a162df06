// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/facts.h"
#include "words/values.h"
#include "words/words.h"

#include <QCoreApplication>

namespace freehold::words {

namespace {

struct VaultWords {
    Q_DECLARE_TR_FUNCTIONS(VaultWords)

public:
    static Told tellLocked(const Facts &fact);
    static Told tellKeyStore(const Facts &fact);
    static QString keyStoreProblem(const Facts &fact);
};

Told VaultWords::tellLocked(const Facts &fact)
{
    const QString goesOn = tr("Everything goes on as it is, and nothing can be changed until it is opened");
    const auto reason = errorCodeFromName(fact.text("reason").toStdString());
    if (!reason || *reason == ErrorCode::passphrase_missing || *reason == ErrorCode::passphrase_wrong)
        return {tr("The vault is locked"), goesOn,
            fact.inApp() ? tr("Unlock it on the page Home")
                         : tr("Unlock it with “freeholdctl vault unlock”, or in the Freehold app")};
    const Told why
        = tell(Error{*reason, fact.arguments(), {}}, fact.inApp() ? Audience::app : Audience::terminal);
    return {tr("The vault is locked"), why.happened + QStringLiteral(". ") + goesOn, why.remedy};
}

QString VaultWords::keyStoreProblem(const Facts &fact)
{
    const QString problem = fact.text("problem");
    if (problem == QStringLiteral("missing"))
        return tr("The key is not there");
    if (problem == QStringLiteral("refused"))
        return tr("It was refused");
    if (problem == QStringLiteral("damaged"))
        return tr("What came does not fit this vault");
    return tr("It can't be reached, or does not answer");
}

Told VaultWords::tellKeyStore(const Facts &fact)
{
    const QString store = fact.text("store");
    const QString why = keyStoreProblem(fact);
    if (store == QStringLiteral("tpm"))
        return {tr("This machine's security chip (TPM) does not give the vault's key"), why,
            fact.inApp() ? tr("Check that the engine may use this machine's security chip, then try again")
                         : tr("Check that the engine may use this machine's security chip, then run "
                              "“freeholdctl vault unlock”")};
    if (store == QStringLiteral("service-credential"))
        return {tr("The system does not give the vault's key to the service"), why,
            tr("Put the credential “freehold-vault-key” back where it was, then restart the service")};
    if (store == QStringLiteral("file"))
        return {tr("The file with the vault's key, vault.key beside it, can't be used"), why,
            fact.inApp() ? tr("Put your copy of the file vault.key back beside the vault, then try again")
                         : tr("Put your copy of the file vault.key back beside the vault, then run "
                              "“freeholdctl vault unlock”")};
    if (store == QStringLiteral("passphrase"))
        return {tr("The vault's key could not be made from the passphrase"), why,
            tr("Free some memory, then try again")};
    return {tr("The desktop's key store does not give the vault's key"), why,
        fact.inApp() ? tr("Unlock the desktop's key store, then try again")
                     : tr("Unlock the desktop's key store, then run “freeholdctl vault unlock”")};
}

} // namespace

Told tellLockedVault(const Facts &fact)
{
    return VaultWords::tellLocked(fact);
}

Told tellKeyStore(const Facts &fact)
{
    return VaultWords::tellKeyStore(fact);
}

} // namespace freehold::words
