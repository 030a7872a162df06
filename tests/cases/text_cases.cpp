// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/text_cases.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace freehold::testing {

namespace {

struct Case {
    std::string title;
    Lines given;
    Lines expected;
};

struct CaseFile {
    Lines about; ///< what stands before the first case
    std::vector<Case> cases;
};

CaseFile read(const std::filesystem::path &path)
{
    CaseFile file;
    std::ifstream stream(path);
    bool isExpected = false;
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("---- ")) {
            file.cases.push_back({line.substr(5), {}, {}});
            isExpected = false;
        } else if (file.cases.empty()) {
            file.about.push_back(line);
        } else if (line == "====") {
            isExpected = true;
        } else if (!isExpected) {
            file.cases.back().given.push_back(line);
        } else if (!line.empty()) {
            file.cases.back().expected.push_back(line);
        }
    }
    return file;
}

void write(const std::filesystem::path &path, const CaseFile &file)
{
    std::ofstream stream(path);
    const auto put = [&](const Lines &lines) {
        for (const std::string &line : lines)
            stream << line << '\n';
    };
    put(file.about);
    for (const Case &one : file.cases) {
        if (&one != &file.cases.front())
            stream << '\n';
        stream << "---- " << one.title << '\n';
        put(one.given);
        stream << "====\n";
        put(one.expected);
    }
}

QStringList listOf(const Lines &lines)
{
    QStringList list;
    for (const std::string &line : lines)
        list << QString::fromStdString(line);
    return list;
}

} // namespace

void addCases(const std::string &folder, const std::function<Lines(const Lines &given)> &say)
{
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QStringList>("expected");
    const bool isRecording = qEnvironmentVariableIsSet("FREEHOLD_RECORD");
    std::vector<std::filesystem::path> paths;
    std::ranges::copy(std::filesystem::directory_iterator(std::filesystem::path(CASES) / folder),
        std::back_inserter(paths));
    std::ranges::sort(paths);
    for (const std::filesystem::path &path : paths) {
        CaseFile file = read(path);
        for (Case &one : file.cases) {
            const Lines said = say(one.given);
            if (isRecording)
                one.expected = said;
            const std::string title = path.stem().string() + ": " + one.title;
            QTest::newRow(title.c_str()) << listOf(said) << listOf(one.expected);
        }
        if (isRecording)
            write(path, file);
    }
}

} // namespace freehold::testing
