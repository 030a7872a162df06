// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktop.h"
#include "fake_engine/fake_engine.h"

#include <QTemporaryDir>
#include <QTest>

namespace freehold::desktop {

/// An engine in memory and the view models on it.
struct DesktopFixture {
    explicit DesktopFixture(screens::SampleHouse house)
        : engine(std::move(house))
        , clock(engine.house().now)
        , client({path()})
        , desktop(client, clock, {})
    {
    }

    [[nodiscard]] std::string path() const
    {
        return (folder.path() + QStringLiteral("/e.sock")).toStdString();
    }
    [[nodiscard]] bool start()
    {
        if (!engine.listen(json::toQString(path())))
            return false;
        client.start();
        return QTest::qWaitFor([this] { return desktop.data().isReady(); });
    }

    QTemporaryDir folder;
    screens::FakeEngine engine;
    screens::FixedClock clock;
    api::Client client;
    Desktop desktop;
};

} // namespace freehold::desktop
