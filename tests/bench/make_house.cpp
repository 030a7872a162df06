// SPDX-License-Identifier: GPL-3.0-or-later
// make_house FOLDER [DOCUMENTS CHANGES]: a data folder for freeholdd with a house that has grown.
#include "house_maker/grown_house.h"

#include <QCoreApplication>
#include <QtCrypto>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

/// Stands before the C library's in this program and in all that it loads: a house that is only being
/// made for a measurement need not survive a power cut at each of its changes.
extern "C" int fsync(int /*descriptor*/)
{
    return 0;
}

int main(int argumentCount, char *arguments[])
{
    using namespace freehold;
    QCoreApplication application(argumentCount, arguments);
    const QCA::Initializer cryptography;
    if (argumentCount != 2 && argumentCount != 4) {
        std::fputs("usage: make_house FOLDER [DOCUMENTS CHANGES]\n", stderr);
        return 2;
    }
    testing::Size size;
    if (argumentCount == 4)
        size = {std::atoi(arguments[2]), std::atoi(arguments[3])};
    const auto done = [&]() -> Result<void> {
        std::filesystem::create_directories(arguments[1]);
        const auto house = TRY(testing::OpenHouse::open(arguments[1]));
        constexpr int step = 1'000;
        return testing::grow(*house, size, [](int changes) {
            if (changes % step == 0)
                std::fprintf(stderr, "  %d changes\n", changes);
        });
    }();
    ::sync();
    if (done)
        return 0;
    std::fprintf(
        stderr, "error: the house could not be made: %s\n", std::string(name(done.error().code)).c_str());
    return 1;
}
