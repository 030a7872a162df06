// SPDX-License-Identifier: GPL-3.0-or-later
// freehold_bench [--house FOLDER] [NAME…] [--json]: our numbers, each beside its peer's from the same run.
// A NAME is a number's, or what several begin with.
#include "bench/process.h"
#include "bench/workbench.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QtCrypto>

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

using namespace freehold;
using namespace freehold::bench;

namespace {

/// A benchmark and what its numbers' names begin with.
struct Entry {
    const char *prefix;
    Benchmark run;
};
constexpr std::array benchmarks{
    Entry{"apply", benchChanges},
    Entry{"undo", benchChanges},
    Entry{"start", benchStart},
    Entry{"rest", benchRest},
    Entry{"announce", benchAnnounce},
    Entry{"crowd", benchCrowd},
    Entry{"desktop", benchDesktop},
    Entry{"history", benchHistory},
    Entry{"member", benchMembers},
    Entry{"members", benchManyMembers},
};

/// Whether a number of this name, or a group of numbers, is or belongs to what was asked for.
bool isWithin(const QString &name, const QString &asked)
{
    const QString group = asked.endsWith(u'-') ? asked.chopped(1) : asked;
    return name == group || name.startsWith(group + u'-');
}

/// Whether a benchmark gives a number that was asked for.
bool isAsked(const Entry &entry, const QStringList &names)
{
    const QString prefix = QString::fromLatin1(entry.prefix);
    return names.isEmpty()
        || std::ranges::any_of(names, [&](const QString &name) { return isWithin(name, prefix); });
}

bool isAsked(const Measurement &measurement, const QStringList &names)
{
    const QString row = QString::fromStdString(measurement.name);
    return names.isEmpty()
        || std::ranges::any_of(names, [&](const QString &name) { return isWithin(row, name); });
}

/// Those of the names that no benchmark can give.
QStringList unknown(QStringList names)
{
    names.removeIf([](const QString &name) {
        return std::ranges::any_of(benchmarks, [&](const Entry &entry) { return isAsked(entry, {name}); });
    });
    return names;
}

void tellFailure(const Entry &entry, const Error &error)
{
    const auto reason = error.arguments.find("reason");
    std::fprintf(stderr, "error: %s was not measured: %s\n", entry.prefix,
        reason == error.arguments.end() ? std::string(name(error.code)).c_str() : reason->second.c_str());
}

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
    if (const QStringList wrong = unknown(names); !wrong.isEmpty()) {
        std::fprintf(
            stderr, "error: there is no benchmark \"%s\". Names begin with:", qPrintable(wrong.first()));
        for (const Entry &entry : benchmarks)
            std::fprintf(stderr, " %s", entry.prefix);
        std::fputs(".\n", stderr);
        return 2;
    }
    // Some peers do, and would disturb whatever is measured next.
    adoptDaemons();
    Workbench bench(house);
    Measurements all;
    int failures = 0;
    std::set<Benchmark> done;
    for (const Entry &entry : benchmarks) {
        if (!isAsked(entry, names) || !done.insert(entry.run).second)
            continue;
        const auto measured = entry.run(bench);
        ProcessTree(QCoreApplication::applicationPid()).endDescendants();
        if (!measured) {
            tellFailure(entry, measured.error());
            ++failures;
            continue;
        }
        for (const Measurement &measurement : *measured) {
            if (!isAsked(measurement, names))
                continue;
            if (!wantsJson)
                print(measurement);
            all.push_back(measurement);
        }
    }
    if (wantsJson)
        std::fputs(QJsonDocument(toJson(all)).toJson().constData(), stdout);
    if (all.empty() && failures == 0)
        std::fputs("error: no number has such a name. Ask for its beginning.\n", stderr);
    const bool allMet = std::ranges::all_of(all, &Measurement::isMet);
    return failures == 0 && !all.empty() && allMet ? 0 : 1;
}
