// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/reference_lock.h"

#include "support/file.h"

#include <utility>

namespace freehold::change {

namespace {

std::filesystem::path lockOf(std::filesystem::path reference)
{
    return reference += ".lock";
}

} // namespace

ReferenceLock::ReferenceLock(std::filesystem::path reference, const std::string &target)
{
    if (file::createDurably(lockOf(reference), target + '\n').value_or(false))
        reference_ = std::move(reference);
}

ReferenceLock::ReferenceLock(ReferenceLock &&other) noexcept
    : reference_(std::exchange(other.reference_, {}))
{
}

ReferenceLock &ReferenceLock::operator=(ReferenceLock &&other) noexcept
{
    std::swap(reference_, other.reference_);
    return *this;
}

ReferenceLock::~ReferenceLock()
{
    std::error_code gone;
    if (isHeld())
        std::filesystem::remove(lockOf(reference_), gone);
}

Result<void> ReferenceLock::move()
{
    const auto reference = std::exchange(reference_, {});
    if (auto renamed = file::renamePassing(lockOf(reference), reference); !renamed)
        return renamed;
    return file::syncFolder(reference.parent_path());
}

} // namespace freehold::change
