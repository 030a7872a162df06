// SPDX-License-Identifier: GPL-3.0-or-later
#include "change/hybrid_clock.h"
#include "change/merge.h"
#include "change/record.h"
#include "testing/manual_clock.h"

#include <QTest>

#include <rapidcheck.h>

using namespace freehold;
using namespace freehold::change;

namespace {

using Values = std::map<std::string, std::string>;

constexpr const char *path = "devices/nas.toml";
const std::vector<std::string> paths{path};

/// Some keys of a device, each with one of a few values, so that both sides often choose the same.
rc::Gen<Values> someValues()
{
    const auto key = rc::gen::elementOf(std::vector<std::string>{"name", "owner", "seen_as", "attached_to"});
    const auto value = rc::gen::elementOf(std::vector<std::string>{"a", "b", "c"});
    // Not a map at once: RapidCheck gives up where there are fewer keys than it wants.
    return rc::gen::map(
        rc::gen::container<std::vector<std::pair<std::string, std::string>>>(rc::gen::pair(key, value)),
        [](const auto &pairs) { return Values(pairs.begin(), pairs.end()); });
}

Configuration house(const Values &values, const std::string &comment = "# kept by hand\n")
{
    std::string text = comment;
    for (const auto &[key, value] : values)
        text += key + " = \"" + value + "\" # why\n";
    Configuration configuration;
    configuration.set(Document::parse(path, text).value());
    return configuration;
}

Values valuesOf(const Configuration &configuration)
{
    Values values;
    if (const auto document = configuration.find(path)) {
        for (const auto &[key, entry] : document->entries())
            values[key] = std::get<std::string>(entry.value);
    }
    return values;
}

Configuration with(Configuration configuration, const std::vector<Edit> &edits)
{
    for (const Edit &edit : edits) {
        if (edit.text)
            configuration.set(Document::parse(edit.path, *edit.text).value());
        else
            configuration.remove(edit.path);
    }
    return configuration;
}

/// `values` with the keys of `more` set, or removed where their value is "c".
Values changedBy(Values values, const Values &more, bool evenKeys)
{
    for (const auto &[key, value] : more) {
        if ((key.size() % 2 == 0) != evenKeys)
            continue;
        if (value == "c")
            values.erase(key);
        else
            values[key] = value;
    }
    return values;
}

rc::Gen<Time> anyTime()
{
    // From 1970 to 2100: what RFC 3339 and people's machines have.
    return rc::gen::map(rc::gen::inRange<std::int64_t>(0, 4'102'444'800'000),
        [](std::int64_t count) { return Time(std::chrono::milliseconds(count)); });
}

/// A line as people type it, in any script.
rc::Gen<std::string> anyLine()
{
    return rc::gen::map(
        rc::gen::container<std::u32string>(rc::gen::oneOf(rc::gen::inRange<char32_t>(U' ', 0x7F),
            rc::gen::inRange<char32_t>(0xA0, 0xD7FF), rc::gen::inRange<char32_t>(0x10000, 0x1FAFF))),
        [](const std::u32string &text) { return QString::fromStdU32String(text).toStdString(); });
}

} // namespace

class ChangePropertiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoRightAfterAChangeGivesBackTheSameValues()
    {
        QVERIFY(rc::check([] {
            const Values before = *someValues();
            const Values after = *someValues();
            // Somebody wrote a comment since: nothing is put back as a whole.
            const std::string comment = "# written since\n";
            const Configuration now = house(after, comment);
            const auto edits = carryOver(house(after), house(before), now, paths);
            RC_ASSERT(edits.has_value());
            const Configuration undone = with(now, *edits);
            RC_ASSERT(valuesOf(undone) == before);
            RC_ASSERT(undone.find(path)->text().contains(comment));
        }));
    }

    void undoLeavesALaterChangeOfOtherKeys()
    {
        QVERIFY(rc::check([] {
            const Values base = *someValues();
            const Values changed = changedBy(base, *someValues(), true);
            const Values more = *someValues();
            const Configuration now = house(changedBy(changed, more, false));
            const auto edits = carryOver(house(changed), house(base), now, paths);
            RC_ASSERT(edits.has_value());
            RC_ASSERT(valuesOf(with(now, *edits)) == changedBy(base, more, false));
        }));
    }

    void editsOfDifferentKeysCommute()
    {
        QVERIFY(rc::check([] {
            const Values base = *someValues();
            const Configuration one = house(changedBy(base, *someValues(), true));
            const Configuration other = house(changedBy(base, *someValues(), false));
            const auto oneFirst = carryOver(house(base), other, one, paths);
            const auto otherFirst = carryOver(house(base), one, other, paths);
            RC_ASSERT(oneFirst.has_value() && otherFirst.has_value());
            RC_ASSERT(valuesOf(with(one, *oneFirst)) == valuesOf(with(other, *otherFirst)));
        }));
    }

    void aMergeNeverChoosesBetweenTwoWishes()
    {
        QVERIFY(rc::check([] {
            const Values base = *someValues();
            const Values one = *someValues();
            const Values other = *someValues();
            const auto edits = carryOver(house(base), house(one), house(other), paths);
            const auto at = [](const Values &values, const std::string &key) {
                const auto found = values.find(key);
                return found == values.end() ? std::string() : found->second;
            };
            for (const char *key : {"name", "owner", "seen_as", "attached_to"}) {
                const bool both = at(one, key) != at(base, key) && at(other, key) != at(base, key)
                    && at(one, key) != at(other, key);
                if (both)
                    RC_ASSERT(!edits.has_value());
            }
        }));
    }

    void aRecordIsReadAsItWasWritten()
    {
        QVERIFY(rc::check([] {
            Record record;
            record.author = {*anyLine(), *anyLine(), *anyLine()};
            record.cause = *rc::gen::elementOf(std::vector{contract::Cause::person, contract::Cause::undo,
                contract::Cause::roll_back, contract::Cause::restore});
            record.reason = *anyLine();
            record.refersTo = std::string(40, 'a');
            record.stamp = {*anyTime(), *rc::gen::arbitrary<std::uint32_t>()};
            if (*rc::gen::arbitrary<bool>())
                record.trial = std::chrono::seconds(*rc::gen::inRange(1, 100'000));
            const auto names = *rc::gen::container<std::vector<std::string>>(anyLine());
            for (const std::string &name : names) {
                contract::Effect effect;
                effect.args = {{"to", name}};
                record.effects.push_back(effect);
            }
            const Record read = fromMessage(toMessage(record));
            RC_ASSERT(read.author.actor == record.author.actor);
            RC_ASSERT(read.author.deviceId == record.author.deviceId);
            RC_ASSERT(read.author.deviceName == record.author.deviceName);
            RC_ASSERT(read.cause == record.cause);
            RC_ASSERT(read.reason == record.reason);
            RC_ASSERT(read.refersTo == record.refersTo);
            RC_ASSERT(read.stamp == record.stamp);
            RC_ASSERT(read.trial == record.trial);
            RC_ASSERT(read.effects == record.effects);
        }));
    }

    void laterStampsAreLaterWhateverTheClockDoes()
    {
        QVERIFY(rc::check([] {
            freehold::testing::ManualClock wall;
            HybridClock clock(wall);
            Stamp last{Time::min(), 0};
            const auto times = *rc::gen::container<std::vector<Time>>(anyTime());
            for (const Time time : times) {
                wall.set(time);
                if (*rc::gen::arbitrary<bool>()) {
                    const Stamp seen{*anyTime(), *rc::gen::elementOf(std::vector<std::uint32_t>{0, 7, ~0U})};
                    clock.observe(seen);
                    last = std::max(last, seen);
                }
                const Stamp next = clock.next();
                RC_ASSERT(next > last);
                last = next;
            }
        }));
    }
};

QTEST_GUILESS_MAIN(ChangePropertiesTest)
#include "change_properties_test.moc"
