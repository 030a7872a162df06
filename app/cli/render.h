// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup_file/backup_writing.h"
#include "contract/calls.h"

#include <string>
#include <type_traits>

/// Results for people, where a table of all fields would not read well. What is filled by app/words has
/// been filled before.
namespace freehold::cli {

[[nodiscard]] std::string render(const contract::Status &status);
[[nodiscard]] std::string render(const contract::VaultState &vault);
[[nodiscard]] std::string render(const contract::Change &change);
[[nodiscard]] std::string render(const contract::Explanation &explanation);
[[nodiscard]] std::string render(const contract::DocumentContent &document);
[[nodiscard]] std::string render(const contract::RawDifference &difference);
[[nodiscard]] std::string render(const contract::Pairing &pairing);
[[nodiscard]] std::string render(const std::vector<contract::Pairing> &pairings);
[[nodiscard]] std::string render(const contract::GivenInvitation &invitation);
[[nodiscard]] std::string render(const contract::Nothing &nothing);
[[nodiscard]] std::string render(const BackupMade &backup);
[[nodiscard]] std::string render(const std::vector<contract::AdmittingBackup> &backups);

/// Where two calls give the same type.
[[nodiscard]] std::string renderFor(
    std::type_identity<contract::DeviceList>, const std::vector<contract::Device> &devices);
[[nodiscard]] std::string renderFor(
    std::type_identity<contract::DeviceShow>, const std::vector<contract::Device> &devices);
[[nodiscard]] std::string renderFor(
    std::type_identity<contract::ChangeList>, const std::vector<contract::Change> &changes);
[[nodiscard]] std::string renderFor(
    std::type_identity<contract::ChangeShow>, const std::vector<contract::Change> &changes);

} // namespace freehold::cli
