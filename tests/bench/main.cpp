// SPDX-License-Identifier: GPL-3.0-or-later
// freehold_bench [--house FOLDER] [NAME…] [--json]: our numbers, each beside its peer's from the same run.
#include "bench/workbench.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QtCrypto>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace freehold;
using namespace freehold::bench;

namespace {

/// Benchmarks by the beginning of their numbers' names.
struct Entry {
    const char *name;
    Benchmark run;
};
constexpr std::array benchmarks{
    Entry{"changes", benchChanges},
    Entry{"history", benchHistory},
    Entry{"start", benchStart},
    Entry{"rest", benchRest},
    Entry{"announce", benchAnnounce},
    Entry{"crowd", benchCrowd},
    Entry{"desktop", benchDesktop},
};

} // namespace

int main(int argumentCount, char *argumentValues[])
{
    QCoreApplication application(argumentCount, argumentValues);
    const QCA::Initializer cryptography;
    QStringList names = QCoreApplication::arguments().sliced(1);
    const bool wantsJson = names.removeAll(QStringLiteral("--json")) > 0;
    std::filesystem::path house;
    if (names.size() >= 2 && names.first() == QStringLiteral("--house")) {
        house = std::filesystem::absolute(names.at(1).toStdString());
        names.remove(0, 2);
    }
    for (const QString &name : names) {
        if (!std::ranges::contains(
                benchmarks, name, [](const Entry &entry) { return QString::fromLatin1(entry.name); })) {
            std::fprintf(stderr, "error: there is no benchmark \"%s\". There are:", qPrintable(name));
            for (const Entry &entry : benchmarks)
                std::fprintf(stderr, " %s", entry.name);
            std::fputs(".\n", stderr);
            return 2;
        }
    }
    Workbench bench(house);
    Measurements all;
    int failures = 0;
    for (const Entry &entry : benchmarks) {
        if (!names.isEmpty() && !names.contains(QString::fromLatin1(entry.name)))
            continue;
        const auto measured = entry.run(bench);
        if (!measured) {
            const auto &arguments = measured.error().arguments;
            const auto reason = arguments.find("reason");
            std::fprintf(stderr, "error: %s was not measured: %s\n", entry.name,
                reason == arguments.end() ? std::string(name(measured.error().code)).c_str()
                                          : reason->second.c_str());
            ++failures;
            continue;
        }
        for (const Measurement &measurement : *measured) {
            if (!wantsJson)
                print(measurement);
            all.push_back(measurement);
        }
    }
    if (wantsJson)
        std::fputs(QJsonDocument(toJson(all)).toJson().constData(), stdout);
    const bool allMet = std::ranges::all_of(all, &Measurement::isMet);
    return failures == 0 && allMet ? 0 : 1;
}
