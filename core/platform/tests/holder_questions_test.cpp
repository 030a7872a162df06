// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/discovery/holder_questions.h"

#include <QTest>

using namespace freehold::platform;

namespace {

class SilentDiscovery final : public ServiceDiscovery {
public:
    void start() override { }
    void refresh(const std::string &host) override { refreshed.push_back(host); }
    void announce(std::optional<Announcement>) override { }

    std::vector<std::string> refreshed;
};

class SilentNeighbours final : public Neighbours {
public:
    void start() override { }
    void ask(int, const std::string &address) override { asked.push_back(address); }

    std::vector<std::string> asked;
};

constexpr int lan = 2;
const ResolvedService tv{{lan, "tv", "_airplay._tcp", "local"}, "tv.local", 80, {"10.0.0.2"}, {}};
const Neighbour holder{lan, "10.0.0.2", "9c:6b:00:00:00:30", true};

using Texts = std::vector<std::string>;

} // namespace

class HolderQuestionsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SilentDiscovery> discovery_;
    std::unique_ptr<SilentNeighbours> neighbours_;
    std::unique_ptr<HolderQuestions> questions_;

private Q_SLOTS:
    void init()
    {
        questions_.reset();
        discovery_ = std::make_unique<SilentDiscovery>();
        neighbours_ = std::make_unique<SilentNeighbours>();
        questions_ = std::make_unique<HolderQuestions>(*discovery_, *neighbours_);
        Q_EMIT discovery_->resolved(tv);
    }

    void anAddressIsAskedForOnceHoweverManyServicesNameIt()
    {
        auto other = tv;
        other.instance.name = "tv (2)";
        Q_EMIT discovery_->resolved(other);
        QCOMPARE(neighbours_->asked, Texts{"10.0.0.2"});
    }

    void whatIsKnownIsNotAskedFor()
    {
        Q_EMIT neighbours_->seen(holder);
        questions_->askAgain();
        QCOMPARE(neighbours_->asked, Texts{"10.0.0.2"});
    }

    void aDeviceThatFailedIsAskedForAgainAndItsServicesToo()
    {
        Q_EMIT neighbours_->seen(holder);
        Q_EMIT neighbours_->gone(holder);
        QCOMPARE(discovery_->refreshed, Texts{"tv.local"});
        Q_EMIT discovery_->resolved(tv);
        QCOMPARE(neighbours_->asked, (Texts{"10.0.0.2", "10.0.0.2"}));
    }

    void aServiceThatComesBackIsAskedForAgain()
    {
        Q_EMIT discovery_->gone(tv.instance);
        Q_EMIT discovery_->resolved(tv);
        QCOMPARE(neighbours_->asked.size(), std::size_t(2));
    }

    void anInterfaceThatChangesLetsAllBeAskedForAgain()
    {
        Q_EMIT neighbours_->interfacesChanged({});
        Q_EMIT discovery_->resolved(tv);
        QCOMPARE(neighbours_->asked.size(), std::size_t(2));
    }

    void whatNobodyAnsweredForIsAskedForNowAndThen()
    {
        questions_->askAgain();
        QCOMPARE(neighbours_->asked.size(), std::size_t(2));
        QCOMPARE(discovery_->refreshed, Texts{"tv.local"});
    }

    void anAddressThatAnotherMachineHasLetsItsServicesBeAskedForAgain()
    {
        Q_EMIT neighbours_->seen(holder);
        QVERIFY(discovery_->refreshed.empty());
        Q_EMIT neighbours_->seen({lan, "10.0.0.2", "9c:6b:00:00:00:31", true});
        QCOMPARE(discovery_->refreshed, Texts{"tv.local"});
    }
};

QTEST_GUILESS_MAIN(HolderQuestionsTest)
#include "holder_questions_test.moc"
