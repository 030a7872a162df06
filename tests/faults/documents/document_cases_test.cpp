// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/configuration.h"
#include "words/words.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <regex>

using namespace freehold;

namespace {

/// Documents as one change, and what has to be said of them: "accepted", or a line for each problem.
struct Case {
    std::string title;
    std::vector<change::Edit> given;
    std::vector<std::string> expected;
};

std::string utf8(unsigned long code)
{
    return QString::fromUcs4(std::vector<char32_t>{static_cast<char32_t>(code)}.data(), 1).toStdString();
}

/// <U+202E> is that character, <FF> that byte, <REPEAT 1000 a> a thousand times a.
std::string unfolded(const std::string &line)
{
    static const std::regex token("<(U\\+([0-9A-F]+)|([0-9A-F]{2})|REPEAT ([0-9]+) ([^>]+))>");
    std::string text;
    auto rest = line.begin();
    for (std::sregex_iterator at(line.begin(), line.end(), token), end; at != end; ++at) {
        const std::smatch &match = *at;
        text.append(rest, match[0].first);
        rest = match[0].second;
        if (match[2].matched)
            text += utf8(std::stoul(match[2].str(), nullptr, 16));
        else if (match[3].matched)
            text += static_cast<char>(std::stoul(match[3].str(), nullptr, 16));
        else
            for (unsigned long count = std::stoul(match[4].str()); count > 0; --count)
                text += match[5].str();
    }
    return text.append(rest, line.end());
}

std::vector<Case> casesIn(const std::filesystem::path &file)
{
    std::vector<Case> cases;
    std::ifstream stream(file);
    bool isExpected = false;
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("---- ")) {
            cases.push_back({line.substr(5), {}, {}});
            isExpected = false;
        } else if (cases.empty()) {
            continue; // What the file says of itself.
        } else if (line == "====") {
            isExpected = true;
        } else if (isExpected) {
            if (!line.empty())
                cases.back().expected.push_back(line);
        } else if (line.starts_with("@ ")) {
            cases.back().given.push_back({unfolded(line.substr(2)), std::string()});
        } else {
            *cases.back().given.back().text += unfolded(line) + '\n';
        }
    }
    return cases;
}

std::vector<std::string> problemsOf(const Case &one)
{
    const auto delta = change::withEdits({}, one.given);
    if (delta)
        return {"accepted"};
    std::vector<std::string> lines;
    for (const Problem &problem : delta.error()) {
        const auto told = words::tell(contract::DocumentError{
            problem.document, problem.key, problem.line, problem.code, problem.arguments, {}, {}});
        lines.push_back(problem.document + ':' + std::to_string(problem.line) + ' '
            + std::string(name(problem.code)) + (problem.key.empty() ? "" : ' ' + problem.key)
            + (told.happened.isEmpty() || told.remedy.isEmpty() ? " without a sentence" : ""));
    }
    return lines;
}

} // namespace

class DocumentCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDocumentIsRefusedWithItsLineAndItsRemedy_data()
    {
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<QStringList>("expected");
        const auto strings = [](const std::vector<std::string> &lines) {
            QStringList list;
            for (const std::string &line : lines)
                list << QString::fromStdString(line);
            return list;
        };
        for (const auto &entry : std::filesystem::directory_iterator(CASES)) {
            for (const Case &one : casesIn(entry.path())) {
                const std::string title = entry.path().stem().string() + ": " + one.title;
                QTest::newRow(title.c_str()) << strings(problemsOf(one)) << strings(one.expected);
            }
        }
    }
    void aDocumentIsRefusedWithItsLineAndItsRemedy()
    {
        QFETCH(QStringList, said);
        QFETCH(QStringList, expected);
        QCOMPARE(said, expected);
    }
};

QTEST_GUILESS_MAIN(DocumentCasesTest)
#include "document_cases_test.moc"
