// SPDX-License-Identifier: GPL-3.0-or-later
// Homes with routers between do what real ones do: everything else that is tested in them rests on it.
#include "network/home.h"
#include "network/verify.h"

using namespace freehold;
using namespace freehold::testing;

namespace {

constexpr std::uint16_t memberPort = 7411;
constexpr std::uint16_t forwardedPort = 8411;
constexpr int milliseconds = static_cast<int>(std::chrono::milliseconds(patience).count());

/// Says who calls, and says again what it is told.
constexpr const char *answering = R"(
import socket, sys
server = socket.create_server(("", int(sys.argv[1])))
print("listening", flush=True)
while True:
    connection, caller = server.accept()
    print("from " + caller[0], flush=True)
    with connection, connection.makefile("rb") as told:
        for line in told:
            connection.sendall(line)
)";

/// Calls, and says what it is told.
constexpr const char *calling = R"(
import socket, sys
connection = socket.create_connection((sys.argv[1], int(sys.argv[2])))
print("connected", flush=True)
told = connection.makefile("r")
for line in sys.stdin:
    connection.sendall(line.encode())
    print("heard " + told.readline(), end="", flush=True)
)";

} // namespace

class RoutersTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Internet> internet_;
    std::unique_ptr<Home> one_;
    std::unique_ptr<Home> other_;
    std::unique_ptr<Program> nas_; ///< listens in one home

    static std::unique_ptr<Program> call(const Host &host, const std::string &address, std::uint16_t port)
    {
        auto program = host.start({"python3", "-c", calling, address, std::to_string(port)});
        return program ? std::move(*program) : nullptr;
    }
    /// From a host of the other home.
    std::unique_ptr<Program> call(const std::string &address, std::uint16_t port)
    {
        return call(other_->host(0), address, port);
    }
    static bool hears(Program &program, const std::string &text)
    {
        program.write(text + '\n');
        return program.waitForLine("heard " + text);
    }
    bool isDroppedTo(int count)
    {
        return QTest::qWaitFor([&] { return one_->router().dropped().value_or(0) >= count; }, milliseconds);
    }
    /// Whether a call is dropped, and asks again since nobody says no.
    bool isTurnedAway(std::uint16_t port)
    {
        const int before = one_->router().dropped().value_or(0);
        const auto caller = call(one_->router().address(), port);
        return isDroppedTo(before + 2) && caller->lines().empty() && caller->isRunning();
    }

private Q_SLOTS:
    void init()
    {
        auto internet = Internet::create();
        QVERIFY2(internet, reason(internet).c_str());
        internet_ = std::move(*internet);
        int number = 0;
        for (auto *home : {&one_, &other_}) {
            auto made = Home::create({"host"}, ++number);
            QVERIFY2(made, reason(made).c_str());
            *home = std::move(*made);
            VERIFY_DONE((*home)->connect(*internet_));
        }
        auto nas = one_->host(0).start({"python3", "-c", answering, std::to_string(memberPort)});
        QVERIFY2(nas, reason(nas).c_str());
        nas_ = std::move(*nas);
        QVERIFY(nas_->waitForLine("listening"));
    }
    void cleanup()
    {
        nas_.reset();
        one_.reset();
        other_.reset();
        internet_.reset();
    }

    void whoComesUnaskedIsDropped()
    {
        QVERIFY(isTurnedAway(memberPort));
        QVERIFY(isTurnedAway(forwardedPort));
    }

    void onlyThePortThatIsForwardedLeadsInside()
    {
        VERIFY_DONE(one_->router().forward(forwardedPort, one_->address(0), memberPort));
        const auto caller = call(one_->router().address(), forwardedPort);
        QVERIFY(caller->waitForLine("connected"));
        QVERIFY(hears(*caller, "hello"));
        QVERIFY(isTurnedAway(memberPort));
    }

    void whoGoesOutIsSeenAsItsRouter()
    {
        VERIFY_DONE(one_->router().forward(forwardedPort, one_->address(0), memberPort));
        const auto caller = call(one_->router().address(), forwardedPort);
        QVERIFY(nas_->waitForLine("from "));
        QCOMPARE(nas_->lines().back(), "from " + other_->router().address());
        QVERIFY(one_->router().address() != other_->router().address());
    }

    void anAddressInAnotherHomeIsNobodysOutside()
    {
        const auto caller = call(one_->address(0), memberPort);
        QVERIFY(caller->waitForLine("No route to host"));
        QCOMPARE(nas_->lines().size(), 1U);
    }

    void whatIsSaidIntoSilenceIsHeardAfterwards()
    {
        VERIFY_DONE(one_->router().forward(forwardedPort, one_->address(0), memberPort));
        const auto caller = call(one_->router().address(), forwardedPort);
        QVERIFY(hears(*caller, "hello"));
        const int before = one_->router().dropped().value_or(0);
        VERIFY_DONE(one_->router().setSilent(true));
        caller->write("late\n");
        QVERIFY(isDroppedTo(before + 1));
        QCOMPARE(caller->lines().back(), "heard hello");
        VERIFY_DONE(one_->router().setSilent(false));
        QVERIFY(caller->waitForLine("heard late"));
    }

    void whoMovesIntoAnotherHomeIsOneOfIt()
    {
        const auto index = one_->moveIn(*other_, 0);
        QVERIFY2(index, reason(index).c_str());
        const auto caller = call(one_->host(*index), one_->address(0), memberPort);
        QVERIFY(hears(*caller, "hello"));
        QCOMPARE(nas_->lines().back(), "from " + one_->address(*index));
    }

    void whoseCableWasPulledOutIsReachedAgain()
    {
        const auto hasNoCarrier = [this] {
            return other_->host(0)
                .run({"ip", "link", "show", "dev", "eth0"})
                .value_or(std::string())
                .contains("NO-CARRIER");
        };
        VERIFY_DONE(one_->router().forward(forwardedPort, one_->address(0), memberPort));
        const auto caller = call(one_->router().address(), forwardedPort);
        QVERIFY(hears(*caller, "hello"));
        QVERIFY(!hasNoCarrier());
        VERIFY_DONE(other_->setConnected(0, false));
        QTRY_VERIFY(hasNoCarrier());
        caller->write("late\n");
        VERIFY_DONE(other_->setConnected(0, true));
        QVERIFY(caller->waitForLine("heard late"));
    }
};

QTEST_GUILESS_MAIN(RoutersTest)
#include "routers_test.moc"
