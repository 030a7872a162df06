// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/service_text.h"
#include "platform/discovery/service_tracker.h"

#include <QSignalSpy>
#include <QTest>

using namespace freehold;
using namespace freehold::platform;

namespace {

/// Takes every request and does nothing by itself.
class IdleStack final : public ServiceStack {
public:
    bool browseTypes() override
    {
        ++typesBrowsed;
        return true;
    }
    bool browse(const std::string &type) override
    {
        if (refuses)
            return false;
        browsed.insert(type);
        ++browsers;
        return true;
    }
    void stopBrowsing(const std::string &type) override { browsed.erase(type); }
    bool resolve(const ServiceQuestion &question) override
    {
        if (refuses)
            return false;
        asked.push_back(question);
        return true;
    }
    void announce(const std::optional<Announcement> &announcement) override { announced = announcement; }
    [[nodiscard]] bool isFull() const override { return full; }

    std::optional<Announcement> announced;
    std::set<std::string> browsed;
    std::vector<ServiceQuestion> asked;
    int typesBrowsed = 0;
    int browsers = 0;
    bool refuses = false;
    bool full = false;
};

ServiceQuestion printer(Transport transport = Transport::ipv4)
{
    return {{2, "Brother", "_ipp._tcp", "local"}, transport};
}

ServiceQuestion numbered(std::size_t number)
{
    return {{2, "s" + std::to_string(number), "_http._tcp", "local"}, Transport::ipv4};
}

ServiceAnswer answer(std::string address, std::string host = "brother.local")
{
    return {std::move(host), 631, {std::move(address)}, {{"ty", "Brother"}}};
}

std::map<std::string, std::string> txt(std::initializer_list<std::string_view> entries)
{
    TxtReader reader;
    for (const auto entry : entries)
        reader.add(asBytes(entry));
    return reader.take();
}

using Map = std::map<std::string, std::string>;

} // namespace

class ServiceTrackerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<IdleStack> stack_;
    std::unique_ptr<ServiceTracker> tracker_;
    std::vector<ResolvedService> resolved_;
    std::vector<ServiceInstance> gone_;
    std::vector<std::string> limits_;
    std::vector<std::string> lifted_;

private Q_SLOTS:
    void whatIsAnnouncedIsSaidToEachStackThatComes()
    {
        const Announcement announcement{
            "freehold-3f9a", "_freehold._tcp", 7411, {"v=1"}, {{2, {"10.0.0.2"}}}};
        ServiceTracker tracker;
        IdleStack embedded;
        IdleStack daemon;
        tracker.use(&embedded);
        QVERIFY(!embedded.announced);
        tracker.announce(announcement);
        QCOMPARE(embedded.announced, announcement);
        tracker.use(&daemon);
        QCOMPARE(daemon.announced, announcement);
        tracker.announce(std::nullopt);
        QVERIFY(!daemon.announced);
    }

    void init()
    {
        stack_ = std::make_unique<IdleStack>();
        tracker_ = std::make_unique<ServiceTracker>();
        resolved_.clear();
        gone_.clear();
        limits_.clear();
        lifted_.clear();
        connect(tracker_.get(), &ServiceTracker::resolved, this,
            [this](const ResolvedService &service) { resolved_.push_back(service); });
        connect(tracker_.get(), &ServiceTracker::gone, this,
            [this](const ServiceInstance &instance) { gone_.push_back(instance); });
        connect(tracker_.get(), &ServiceTracker::limitMet, this,
            [this](const std::string &limit) { limits_.push_back(limit); });
        connect(tracker_.get(), &ServiceTracker::limitLifted, this,
            [this](const std::string &limit) { lifted_.push_back(limit); });
        tracker_->use(stack_.get());
    }

    void bothTransportsOfAnInstanceAreOneServiceWithBothAddresses()
    {
        tracker_->appeared(printer(Transport::ipv6));
        tracker_->appeared(printer(Transport::ipv4));
        tracker_->answered(printer(Transport::ipv6), answer("fe80::1"));
        tracker_->answered(printer(Transport::ipv4), answer("10.0.0.2"));
        QCOMPARE(resolved_.size(), 2);
        QCOMPARE(resolved_.back().addresses, (std::vector<std::string>{"10.0.0.2", "fe80::1"}));
        tracker_->withdrawn(printer(Transport::ipv4));
        QCOMPARE(resolved_.back().addresses, std::vector<std::string>{"fe80::1"});
        QVERIFY(gone_.empty());
        tracker_->withdrawn(printer(Transport::ipv6));
        QCOMPARE(gone_.size(), 1);
    }

    void twoHostsThatClaimOneNameAreNotMixed()
    {
        tracker_->appeared(printer(Transport::ipv4));
        tracker_->appeared(printer(Transport::ipv6));
        tracker_->answered(printer(Transport::ipv4), answer("10.0.0.2"));
        tracker_->answered(printer(Transport::ipv6), answer("fe80::bad", "other.local"));
        QCOMPARE(resolved_.size(), 1);
        QCOMPARE(resolved_.back().addresses, std::vector<std::string>{"10.0.0.2"});
    }

    void theSameAnswerIsToldOnce()
    {
        tracker_->appeared(printer());
        tracker_->answered(printer(), answer("10.0.0.2"));
        tracker_->refresh("BROTHER.local");
        QCOMPARE(stack_->asked.size(), 2);
        tracker_->answered(printer(), answer("10.0.0.2"));
        QCOMPARE(resolved_.size(), 1);
        tracker_->refresh("brother.local");
        tracker_->answered(printer(), answer("10.0.0.3"));
        QCOMPARE(resolved_.size(), 2);
    }

    void questionsInFlightAreBounded()
    {
        for (std::size_t number = 0; number < maxQuestionsInFlight + 10; ++number)
            tracker_->appeared(numbered(number));
        QCOMPARE(stack_->asked.size(), maxQuestionsInFlight);
        QCOMPARE(tracker_->questionsWaiting(), 10);
        tracker_->answered(numbered(0), answer("10.0.0.2"));
        QCOMPARE(stack_->asked.size(), maxQuestionsInFlight + 1);
        QCOMPARE(stack_->asked.back(), numbered(maxQuestionsInFlight));
    }

    void comingAndGoingWhileWaitingLeavesNothingBehind()
    {
        for (std::size_t number = 0; number < maxQuestionsInFlight; ++number)
            tracker_->appeared(numbered(number));
        for (int round = 0; round < 100; ++round) {
            tracker_->appeared(printer());
            tracker_->withdrawn(printer());
        }
        QCOMPARE(tracker_->questionsWaiting(), 0);
        QVERIFY(gone_.empty());
    }

    void aSilentInstanceIsAskedThriceAndNoMore()
    {
        tracker_->appeared(printer());
        for (int round = 0; round < maxAttempts + 3; ++round)
            tracker_->unanswered(printer());
        QCOMPARE(stack_->asked.size(), maxAttempts);
        QVERIFY(resolved_.empty());
        QCOMPARE(tracker_->questionsInFlight(), 0);
    }

    void aRefusedQuestionWaitsForRoom()
    {
        tracker_->appeared(numbered(0));
        stack_->refuses = true;
        tracker_->appeared(printer());
        stack_->refuses = false;
        tracker_->answered(numbered(0), answer("10.0.0.9"));
        QCOMPARE(stack_->asked.back(), printer());
    }

    void anAnswerAfterWithdrawalIsIgnored()
    {
        tracker_->appeared(printer());
        tracker_->withdrawn(printer());
        tracker_->answered(printer(), answer("10.0.0.2"));
        QVERIFY(resolved_.empty());
        QCOMPARE(tracker_->instanceCount(), 0);
    }

    void instancesAreBounded()
    {
        for (std::size_t number = 0; number < maxInstances + 5; ++number)
            tracker_->appeared(numbered(number));
        QCOMPARE(tracker_->instanceCount(), maxInstances);
        QCOMPARE(limits_, std::vector<std::string>{"instances"});
    }

    void aSilentInstanceIsAskedForLaterOn()
    {
        tracker_->appeared(printer());
        for (int round = 0; round < maxAttempts; ++round)
            tracker_->unanswered(printer());
        tracker_->tryAgain();
        QCOMPARE(stack_->asked.size(), maxAttempts + 1);
        tracker_->answered(printer(), answer("10.0.0.2"));
        QCOMPARE(resolved_.size(), 1);
        tracker_->tryAgain();
        QCOMPARE(stack_->asked.size(), maxAttempts + 1);
    }

    void instancesThatALimitRefusedAreLookedForWhenThereIsRoom()
    {
        tracker_->typeAppeared({"_http._tcp", 2, Transport::ipv4});
        for (std::size_t number = 0; number < maxInstances + 1; ++number)
            tracker_->appeared(numbered(number));
        tracker_->tryAgain();
        QCOMPARE(stack_->browsers, 1);
        QVERIFY(lifted_.empty());
        tracker_->withdrawn(numbered(0));
        tracker_->tryAgain();
        QCOMPARE(stack_->browsers, 2);
        QCOMPARE(lifted_, std::vector<std::string>{"instances"});
        tracker_->appeared(numbered(maxInstances));
        QCOMPARE(tracker_->instanceCount(), maxInstances);
        QCOMPARE(limits_.size(), 1);
    }

    void typesThatALimitRefusedAreLookedForWhenThereIsRoom()
    {
        const auto type = [](std::size_t number) {
            return ServiceType{"_t" + std::to_string(number) + "._tcp", 2, Transport::ipv4};
        };
        for (std::size_t number = 0; number < maxTypes + 1; ++number)
            tracker_->typeAppeared(type(number));
        QCOMPARE(limits_, std::vector<std::string>{"types"});
        tracker_->tryAgain();
        QCOMPARE(stack_->typesBrowsed, 0);
        tracker_->typeWithdrawn(type(0));
        tracker_->tryAgain();
        QCOMPARE(stack_->typesBrowsed, 1);
        tracker_->typeAppeared(type(maxTypes));
        QVERIFY(stack_->browsed.contains(type(maxTypes).type));
        QCOMPARE(lifted_, std::vector<std::string>{"types"});
    }

    void aTypeThatTheStackRefusedIsLookedForAgain()
    {
        stack_->refuses = true;
        tracker_->typeAppeared({"_ipp._tcp", 2, Transport::ipv4});
        tracker_->meet("daemon-objects");
        stack_->refuses = false;
        tracker_->tryAgain();
        QCOMPARE(stack_->typesBrowsed, 1);
        QVERIFY(lifted_.empty());
        tracker_->tryAgain();
        QCOMPARE(lifted_, std::vector<std::string>{"daemon-objects"});
        QCOMPARE(stack_->typesBrowsed, 1);
    }

    void aFullStackIsToldAndLiftedWhenItHasRoom()
    {
        stack_->full = true;
        tracker_->lookForRoom();
        QCOMPARE(limits_, std::vector<std::string>{"records"});
        tracker_->tryAgain();
        QVERIFY(lifted_.empty());
        stack_->full = false;
        tracker_->tryAgain();
        QCOMPARE(lifted_, std::vector<std::string>{"records"});
        QCOMPARE(limits_.size(), 1);
    }

    void lostSightTellsAllAsGone()
    {
        tracker_->typeAppeared({"_ipp._tcp", 2, Transport::ipv4});
        tracker_->appeared(printer());
        tracker_->answered(printer(), answer("10.0.0.2"));
        tracker_->appeared(numbered(1));
        tracker_->use(nullptr);
        QCOMPARE(gone_, std::vector<ServiceInstance>{printer().instance});
        QCOMPARE(tracker_->instanceCount(), 0);
    }

    void aTypeIsBrowsedUntilItsLastNetworkForgetsIt()
    {
        tracker_->typeAppeared({"_ipp._tcp", 2, Transport::ipv4});
        tracker_->typeAppeared({"_ipp._tcp", 3, Transport::ipv4});
        tracker_->appeared(printer());
        tracker_->answered(printer(), answer("10.0.0.2"));
        tracker_->typeWithdrawn({"_ipp._tcp", 2, Transport::ipv4});
        QCOMPARE(stack_->browsed.size(), 1);
        tracker_->typeWithdrawn({"_ipp._tcp", 3, Transport::ipv4});
        QVERIFY(stack_->browsed.empty());
        QCOMPARE(gone_.size(), 1);
    }

    void absurdNamesAreIgnored()
    {
        auto strange = printer();
        strange.instance.name = "\xff\xfe";
        tracker_->appeared(strange);
        strange.instance.name = std::string(maxInstanceNameBytes + 1, 'x');
        tracker_->appeared(strange);
        strange.instance.name = "a\nb";
        tracker_->appeared(strange);
        strange.instance.name = "";
        tracker_->appeared(strange);
        QCOMPARE(tracker_->instanceCount(), 0);
        tracker_->typeAppeared({"no type at all", 2, Transport::ipv4});
        QVERIFY(stack_->browsed.empty());
    }

    void txtKeysAreLowerCaseAndTheFirstCounts()
    {
        QCOMPARE(txt({"TY=One", "ty=two", "flag", "=none", "empty="}),
            (Map{{"ty", "One"}, {"flag", ""}, {"empty", ""}}));
    }

    void txtThatIsNoTextIsLeftOut()
    {
        QCOMPARE(txt({"a=\xff", "\xc3\xa4=1", "b=\xc3\xa4", "c=\x01", "d=\x7f"}), (Map{{"b", "\xc3\xa4"}}));
    }

    void txtIsBounded()
    {
        TxtReader many;
        for (int number = 0; number < 1000; ++number)
            many.add(asBytes("k" + std::to_string(number) + "=v"));
        QCOMPARE(many.take().size(), maxTxtKeys);
        TxtReader large;
        for (int number = 0; number < 60; ++number)
            large.add(asBytes("k" + std::to_string(number) + "=" + std::string(250, 'x')));
        std::size_t bytes = 0;
        for (const auto &[key, value] : large.take())
            bytes += key.size() + value.size();
        QVERIFY(bytes <= maxTxtBytes && bytes > maxTxtBytes / 2);
    }

    void aTxtRecordCutShortIsReadUpToTheCut()
    {
        TxtReader reader;
        reader.addRecord(asBytes(std::string_view("\x03"
                                                  "a=1"
                                                  "\x09"
                                                  "b=",
            7)));
        QCOMPARE(reader.take(), (Map{{"a", "1"}}));
    }
};

QTEST_GUILESS_MAIN(ServiceTrackerTest)
#include "service_tracker_test.moc"
