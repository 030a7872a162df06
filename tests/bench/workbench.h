// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/measurement.h"

#include <QTemporaryDir>

#include <filesystem>

namespace freehold::bench {

/// What the benchmarks of one run share: a folder beside the built programs, on their disk, and the grown
/// house in it, made when it is first asked for.
class Workbench {
public:
    /// With a data folder that make_house made earlier, where one is given: it saves the minutes of making
    /// one.
    explicit Workbench(std::filesystem::path house = {});

    [[nodiscard]] std::filesystem::path folder() const { return folder_.path().toStdString(); }
    /// The data folder of a house of 1,000 documents and 10,000 changes. One benchmark after the other
    /// changes it.
    [[nodiscard]] Result<std::filesystem::path> grownHouse();
    /// A program of this folder.
    [[nodiscard]] static std::string program(const std::string &name);

private:
    QTemporaryDir folder_;
    std::filesystem::path house_;
};

/// A failure with a sentence, for what goes wrong around a measurement.
[[nodiscard]] std::unexpected<Error> because(const std::string &reason);
void say(const std::string &what);

using Benchmark = Result<Measurements> (*)(Workbench &);

Result<Measurements> benchChanges(Workbench &bench);
Result<Measurements> benchStart(Workbench &bench);
Result<Measurements> benchRest(Workbench &bench);
Result<Measurements> benchAnnounce(Workbench &bench);
Result<Measurements> benchCrowd(Workbench &bench);
Result<Measurements> benchDesktop(Workbench &bench);
Result<Measurements> benchHistory(Workbench &bench);
Result<Measurements> benchMembers(Workbench &bench);
Result<Measurements> benchManyMembers(Workbench &bench);

} // namespace freehold::bench
