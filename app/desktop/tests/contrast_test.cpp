// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/frame/window.h"

#include <QColor>
#include <QQmlEngine>
#include <QTest>

#include <cmath>

namespace {

/// WCAG 2.2: relative luminance and contrast ratio.
double luminance(const QColor &colour)
{
    const auto linear
        = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

constexpr double textNeeds = 4.5;
constexpr double edgeNeeds = 3.0;

} // namespace

class ContrastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairCanBeRead_data();
    void everyPairCanBeRead();
};

void ContrastTest::everyPairCanBeRead_data()
{
    QTest::addColumn<QString>("appearance");
    QTest::addColumn<QString>("ink");
    QTest::addColumn<QString>("ground");
    QTest::addColumn<double>("needed");
    struct Pairs {
        const char *ink;
        std::vector<const char *> grounds;
        double needed;
    };
    const std::vector<Pairs> all{
        {"text",
            {"window", "rail", "surface", "sunk", "well", "tile", "alertTint", "accentTint", "pressedGround"},
            textNeeds},
        {"text2", {"window", "rail", "surface", "sunk", "tile", "alertTint", "accentTint", "line"},
            textNeeds},
        {"text3", {"window", "rail", "surface", "sunk", "tile", "accentTint"}, textNeeds},
        {"accentText", {"window", "rail", "surface", "accentTint"}, textNeeds},
        {"accentInk", {"accent", "accentHover", "accentPressed"}, textNeeds},
        {"alert", {"window", "rail", "surface", "alertTint"}, textNeeds},
        {"edge", {"window", "surface"}, edgeNeeds},
        {"accent", {"window", "rail", "surface", "accentTint", "line"}, edgeNeeds},
        {"alertEdge", {"window", "surface", "alertTint"}, edgeNeeds},
    };
    for (const auto *appearance : {"light", "dark"}) {
        for (const auto &[ink, grounds, needed] : all) {
            for (const auto *ground : grounds)
                QTest::addRow("%s, %s on %s", appearance, ink, ground)
                    << QString::fromLatin1(appearance) << QString::fromLatin1(ink)
                    << QString::fromLatin1(ground) << needed;
        }
    }
}

void ContrastTest::everyPairCanBeRead()
{
    QFETCH(QString, appearance);
    QFETCH(QString, ink);
    QFETCH(QString, ground);
    QFETCH(double, needed);
    freehold::desktop::registerModules();
    QQmlEngine engine;
    auto *tokens = engine.singletonInstance<QObject *>("Freehold.Style", "Tokens");
    QVERIFY(tokens);
    tokens->setProperty("appearance", appearance);
    const auto colour
        = [&](const QString &name) { return tokens->property(name.toUtf8().constData()).value<QColor>(); };
    QVERIFY(colour(ink).isValid() && colour(ground).isValid());
    const double ratio = contrast(colour(ink), colour(ground));
    QVERIFY2(ratio >= needed, qPrintable(QStringLiteral("%1 where %2 is needed").arg(ratio).arg(needed)));
}

QTEST_MAIN(ContrastTest)
#include "contrast_test.moc"
