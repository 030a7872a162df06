// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/text_cases.h"
#include "change/merge.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <sstream>

using namespace freehold;
using namespace freehold::change;
using freehold::testing::Lines;

namespace {

/// The three sides of a merge. Each "@ SIDE PATH" begins a document; "@ choose" takes theirs where both
/// changed.
struct Sides {
    std::map<std::string, std::map<std::string, std::string>> texts; ///< by side, then path
    OnConflict onConflict = OnConflict::refuse;
};

Sides sidesIn(const Lines &given)
{
    Sides sides;
    std::string *text = nullptr;
    for (const std::string &line : given) {
        if (line == "@ choose") {
            sides.onConflict = OnConflict::take_theirs;
        } else if (line.starts_with("@ ")) {
            std::istringstream words(line.substr(2));
            std::string side;
            std::string path;
            words >> side >> path;
            text = &sides.texts[side][path];
        } else if (text != nullptr) {
            *text += line + '\n';
        }
    }
    return sides;
}

Configuration configurationOf(const std::map<std::string, std::string> &texts)
{
    Configuration configuration;
    for (const auto &[path, text] : texts) {
        const auto document = Document::parse(path, text);
        if (!document)
            qFatal("a case has a document that can't be read: %s", path.c_str());
        configuration.set(*document);
    }
    return configuration;
}

Lines merged(const Lines &given)
{
    Sides sides = sidesIn(given);
    const Configuration base = configurationOf(sides.texts["base"]);
    const Configuration theirs = configurationOf(sides.texts["theirs"]);
    const Configuration ours = configurationOf(sides.texts["ours"]);
    std::set<std::string> changed;
    for (const Configuration *side : {&base, &theirs}) {
        for (const DocumentPointer &document : side->documents())
            changed.insert(document->path());
    }
    const auto edits = carryOver(
        base, theirs, ours, std::vector<std::string>(changed.begin(), changed.end()), sides.onConflict);
    Lines lines;
    if (!edits) {
        for (const Conflict &conflict : edits.error())
            lines.push_back(
                "conflict " + conflict.document + (conflict.key.empty() ? "" : ' ' + conflict.key));
        return lines;
    }
    for (const Edit &edit : *edits) {
        const auto now = ours.find(edit.path);
        if ((now ? std::optional(now->text()) : std::nullopt) == edit.text)
            continue;
        lines.push_back(edit.path + (edit.text ? "" : " goes"));
        std::istringstream text(edit.text.value_or(""));
        for (std::string line; std::getline(text, line);)
            lines.push_back("| " + line);
    }
    if (lines.empty())
        lines.emplace_back("as it is");
    return lines;
}

} // namespace

class MergeCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheyChangedIsCarriedOverToOurs_data() { testing::addCases("merges", merged); }
    void whatTheyChangedIsCarriedOverToOurs()
    {
        QFETCH(QStringList, said);
        QFETCH(QStringList, expected);
        QCOMPARE(said, expected);
    }
};

QTEST_GUILESS_MAIN(MergeCasesTest)
#include "merge_cases_test.moc"
