// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/text_cases.h"
#include "change/configuration.h"
#include "words/words.h"

#include <QTest>

#include <regex>

using namespace freehold;

namespace {

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

/// Each "@ PATH" begins a document; its text follows.
std::vector<change::Edit> editsOf(const testing::Lines &given)
{
    std::vector<change::Edit> edits;
    for (const std::string &line : given) {
        if (line.starts_with("@ "))
            edits.push_back({unfolded(line.substr(2)), std::string()});
        else
            *edits.back().text += unfolded(line) + '\n';
    }
    return edits;
}

/// What has to be said of documents as one change: "accepted", or a line for each problem.
testing::Lines problemsOf(const testing::Lines &given)
{
    const auto delta = change::withEdits({}, editsOf(given));
    if (delta)
        return {"accepted"};
    testing::Lines lines;
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
    void aDocumentIsRefusedWithItsLineAndItsRemedy_data() { testing::addCases("documents", problemsOf); }
    void aDocumentIsRefusedWithItsLineAndItsRemedy()
    {
        QFETCH(QStringList, said);
        QFETCH(QStringList, expected);
        QCOMPARE(said, expected);
    }
};

QTEST_GUILESS_MAIN(DocumentCasesTest)
#include "document_cases_test.moc"
