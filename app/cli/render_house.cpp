// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/generic_text.h"
#include "cli/render.h"
#include "qr_code/qr_code.h"
#include "words/words.h"

namespace freehold::cli {

namespace {

using json::toQString;

std::string vaultLine(const contract::VaultState &vault)
{
    if (vault.sealed_by.empty())
        return Cli::tr("none yet").toStdString();
    const QString seal = words::sealName(vault.sealed_by);
    return (vault.locked ? Cli::tr("locked (sealed by: %1)") : Cli::tr("open (sealed by: %1)"))
        .arg(seal)
        .toStdString();
}

std::string houseLine(const contract::Status &status)
{
    using contract::FindingCode;
    if (status.house) {
        return status.house->domain.empty()
            ? status.house->name
            : std::format("{} ({})", status.house->name, status.house->domain);
    }
    // A house that can't be opened is there all the same; what is wrong with it stands below.
    const bool isMissing
        = std::ranges::contains(status.attention, FindingCode::house_missing, &contract::Finding::code);
    return (isMissing ? Cli::tr("none yet") : Cli::tr("can't be opened")).toStdString();
}

std::string uptime(std::int64_t seconds)
{
    const std::int64_t minutes = seconds / 60;
    if (minutes == 0)
        return std::format("{} s", seconds);
    if (minutes < 60)
        return std::format("{} min", minutes);
    return std::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string whose(const contract::Device &device)
{
    if (device.is_new)
        return Cli::tr("not said yet").toStdString();
    return device.owner.empty() ? Cli::tr("the whole house").toStdString() : device.owner;
}

std::string presence(const contract::Device &device)
{
    if (device.state == contract::DeviceState::online)
        return (device.network == contract::Network::other ? Cli::tr("online, from another network")
                                                           : Cli::tr("online"))
            .toStdString();
    if (!device.last_seen)
        return Cli::tr("away").toStdString();
    return Cli::tr("away since %1").arg(toQString(localTime(*device.last_seen))).toStdString();
}

std::string nameOf(const contract::Device &device)
{
    return device.name.empty() ? Cli::tr("no name").toStdString() : device.name;
}

std::string recognition(const contract::Device &device)
{
    switch (device.recognised_by) {
    case contract::RecognisedBy::member:
        return Cli::tr("its own key").toStdString();
    case contract::RecognisedBy::mac:
        return Cli::tr("its network address, which can be imitated").toStdString();
    case contract::RecognisedBy::name:
        return Cli::tr("its name alone, which is easily imitated").toStdString();
    }
    return {};
}

void addLine(TextTable &lines, const QString &name, const std::string &value)
{
    if (!value.empty())
        lines.add({name.toStdString(), value});
}

std::string deviceText(const contract::Device &device)
{
    TextTable lines;
    addLine(lines, Cli::tr("Name:"), nameOf(device));
    addLine(lines, Cli::tr("Id:"), device.id);
    const QString kind = words::name(device.kind);
    addLine(lines, Cli::tr("Kind:"),
        (device.kind_guessed ? Cli::tr("%1 (a guess)").arg(kind) : kind).toStdString());
    addLine(lines, Cli::tr("Whose:"), whose(device));
    addLine(lines, Cli::tr("State:"), presence(device));
    addLine(lines, Cli::tr("Member:"), cell(device.member));
    addLine(lines, Cli::tr("This machine:"), cell(device.is_this));
    addLine(lines, Cli::tr("Gateway:"), cell(device.gateway));
    addLine(lines, Cli::tr("Recognised by:"), recognition(device));
    addLine(lines, Cli::tr("Addresses:"), cell(device.addresses));
    addLine(lines, Cli::tr("Hardware:"),
        device.mac_randomised
            ? Cli::tr("%1 (made up by the device, may change)").arg(toQString(device.mac)).toStdString()
            : device.mac);
    addLine(lines, Cli::tr("First seen:"), device.first_seen ? localTime(*device.first_seen) : "");
    addLine(lines, Cli::tr("Last seen:"), device.last_seen ? localTime(*device.last_seen) : "");
    std::string text = lines.text();
    if (device.services.empty())
        return text;
    TextTable services;
    for (const auto &service : device.services)
        services.add({words::serviceName(service.type).toStdString(), service.name,
            std::format("{} {}", service.type, service.port), cell(service.txt)});
    return text + '\n' + Cli::tr("What it offers:").toStdString() + '\n' + services.text("  ");
}

} // namespace

std::string render(const contract::Status &status)
{
    TextTable lines;
    addLine(lines, Cli::tr("Freehold:"),
        Cli::tr("%1 on %2, running for %3")
            .arg(toQString(status.engine.version), toQString(status.engine.device),
                toQString(uptime(status.engine.uptime_s)))
            .toStdString());
    addLine(lines, Cli::tr("Data:"), status.engine.data_dir);
    addLine(lines, Cli::tr("Gates:"), cell(status.engine.gates));
    addLine(lines, Cli::tr("Vault:"), vaultLine(status.vault));
    addLine(lines, Cli::tr("House:"), houseLine(status));
    addLine(lines, Cli::tr("House id:"), status.house ? status.house->id : "");
    addLine(lines, Cli::tr("Devices:"),
        Cli::tr("%1 online of %2 known").arg(status.devices.online).arg(status.devices.known).toStdString());
    std::string text = lines.text();
    if (!status.trials.empty()) {
        TextTable trials;
        for (const auto &trial : status.trials)
            trials.add({trial.id, Cli::tr("until %1").arg(toQString(localTime(trial.ends))).toStdString(),
                (trial.evidence == contract::Evidence::confirmation
                        ? Cli::tr("goes back unless it is confirmed")
                        : Cli::tr("goes back unless its checks succeed"))
                    .toStdString()});
        text += '\n' + Cli::tr("On trial:").toStdString() + '\n' + trials.text("  ");
    }
    if (!status.attention.empty()) {
        text += '\n' + Cli::tr("Needs attention:").toStdString() + '\n';
        for (const auto &finding : status.attention)
            text += harmless("  " + finding.message + ". " + finding.remedy + '.') + '\n';
    }
    return text;
}

std::string render(const contract::VaultState &vault)
{
    return Cli::tr("Vault: %1").arg(toQString(vaultLine(vault))).toStdString() + '\n';
}

std::string renderFor(std::type_identity<contract::DeviceList>, const std::vector<contract::Device> &devices)
{
    if (devices.empty())
        return Cli::tr("No device has been seen yet.").toStdString() + '\n';
    TextTable table;
    table.add({Cli::tr("Name").toStdString(), Cli::tr("Kind").toStdString(), Cli::tr("Whose").toStdString(),
        Cli::tr("State").toStdString(), Cli::tr("Address").toStdString(), Cli::tr("Id").toStdString()});
    for (const auto &device : devices)
        table.add({nameOf(device), words::name(device.kind).toStdString(), whose(device), presence(device),
            device.addresses.empty() ? "–" : device.addresses.front(), device.id});
    return table.text();
}

std::string renderFor(std::type_identity<contract::DeviceShow>, const std::vector<contract::Device> &devices)
{
    std::string text;
    for (const auto &device : devices)
        text += (text.empty() ? "" : "\n") + deviceText(device);
    return text;
}

std::string render(const contract::Pairing &pairing)
{
    const QString peer = toQString(pairing.peer);
    if (pairing.digits) {
        // In two groups of three, as people read numbers aloud.
        const QString digits = toQString(*pairing.digits);
        return Cli::tr("Type these digits at “%1” within two minutes: %2 %3")
                   .arg(peer, digits.first(3), digits.sliced(3))
                   .toStdString()
            + '\n'
            + Cli::tr(
                "There: “freeholdctl pair requests”, then “freeholdctl pair accept REQUEST --digits %1”")
                  .arg(digits)
                  .toStdString()
            + '\n'
            + Cli::tr("Then here: “freeholdctl pair confirm %1”")
                  .arg(toQString(pairing.request))
                  .toStdString()
            + '\n';
    }
    if (pairing.house)
        return Cli::tr(
                   "“%1” lets this machine into the house “%2”. To join it: “freeholdctl pair confirm %3”")
                   .arg(peer, toQString(*pairing.house), toQString(pairing.request))
                   .toStdString()
            + '\n';
    return Cli::tr("“%1” may join. Its own “freeholdctl pair confirm” is what is missing.")
               .arg(peer)
               .toStdString()
        + '\n';
}

std::string render(const BackupMade &backup)
{
    const QString size = QLocale().formattedDataSize(backup.bytes);
    return Cli::tr(
               "Written to %1 (%2), and read again to its last signature. Keep it away from this machine, "
               "and its passphrase elsewhere: together they let a machine into the house.")
               .arg(toQString(backup.file), size)
               .toStdString()
        + '\n';
}

std::string render(const std::vector<contract::AdmittingBackup> &backups)
{
    if (backups.empty())
        return Cli::tr("No backup but one with the house's root lets a machine in.").toStdString() + '\n';
    TextTable table;
    table.add(
        {Cli::tr("Backup").toStdString(), Cli::tr("Made on").toStdString(), Cli::tr("At").toStdString()});
    for (const auto &backup : backups)
        table.add({backup.id, backup.name, localTime(backup.made)});
    return table.text();
}

std::string render(const contract::GivenInvitation &invitation)
{
    const auto code = QrCode::of(invitation.invitation);
    return invitation.invitation + "\n\n" + (code ? code->toBlocks() + '\n' : std::string())
        + Cli::tr(
            "On the machine that is to join, until %1: “freeholdctl pair join INVITATION”. It is good once, "
            "and for whoever reads it.")
              .arg(toQString(localTime(invitation.expires)))
              .toStdString()
        + '\n';
}

std::string render(const std::vector<contract::Pairing> &pairings)
{
    if (pairings.empty())
        return Cli::tr("No machine wants to join.").toStdString() + '\n';
    TextTable table;
    table.add({Cli::tr("Request").toStdString(), Cli::tr("Machine").toStdString(),
        Cli::tr("Waits for").toStdString(), Cli::tr("Until").toStdString()});
    for (const auto &pairing : pairings)
        table.add({pairing.request, pairing.peer, words::name(pairing.state).toStdString(),
            pairing.expires ? localTime(*pairing.expires) : ""});
    return table.text();
}

std::string render(const contract::Nothing &)
{
    return {};
}

} // namespace freehold::cli
