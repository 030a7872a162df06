// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/making.h"
#include "backup/reading.h"
#include "support/file.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

using namespace freehold;
using namespace freehold::backup;

namespace {

constexpr std::size_t partBytes = 200'000;

Secret passphrase()
{
    return Secret::of(std::string_view("correct horse"));
}

template <class Value>
ErrorCode codeOf(const Result<Value> &result)
{
    return result ? ErrorCode::internal : result.error().code;
}

/// The whole file of a backup that holds these packs.
QByteArray fileOf(const QByteArrayList &packs, const QByteArray &observations = {})
{
    Manifest manifest;
    manifest.house = "house";
    manifest.house_name = "Smith";
    manifest.members.push_back({"nas", {"192.168.1.2"}, 7411});
    std::vector<std::unique_ptr<QIODevice>> devices;
    for (const QByteArray &pack : packs) {
        auto device = std::make_unique<QBuffer>();
        device->setData(pack);
        device->open(QIODevice::ReadOnly);
        devices.push_back(std::move(device));
    }
    auto making = Making::begin(
        manifest, Secret::of(Bytes(seedBytes, 9)), std::move(devices), observations, passphrase());
    QByteArray file;
    while (!making->isWhole())
        file += *making->next(partBytes);
    return file;
}

} // namespace

class BackupFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::filesystem::path write(const QByteArray &bytes) const
    {
        const auto path = std::filesystem::path(folder_.path().toStdString()) / "backup";
        if (!file::writeDurably(path, bytes.toStdString()))
            qFatal("no file could be written");
        return path;
    }
    struct Parts {
        QByteArrayList packs;
        std::optional<store::Observations> observations;
    };
    /// What follows the manifest in a file, or what is wrong with it.
    Result<Parts> partsOf(const QByteArray &bytes) const
    {
        auto reading = TRY(Reading::open(write(bytes), passphrase()));
        QByteArrayList packs;
        const auto read = reading.packs(
            [&]() -> Result<void> {
                packs.append(QByteArray());
                return {};
            },
            [&](const QByteArray &part) -> Result<void> {
                packs.last() += part;
                return {};
            });
        if (!read)
            return std::unexpected(read.error());
        return Parts{packs, TRY(reading.observations())};
    }
    Result<QByteArrayList> packsOf(const QByteArray &bytes) const { return TRY(partsOf(bytes)).packs; }

private Q_SLOTS:
    void whatAMachineHasSeenIsThereWhereItWasPutIn()
    {
        QVERIFY(!partsOf(fileOf({"pack"}))->observations);
        const auto parts = partsOf(fileOf(
            {"one", "other"}, R"({"sightings":[],"events":[{"time":7,"code":"started","arguments":"{}"}]})"));
        QVERIFY(parts);
        QCOMPARE(parts->packs.size(), 2);
        QCOMPARE(parts->observations->events.front().code, std::string("started"));
        QCOMPARE(codeOf(partsOf(fileOf({"pack"}, "[]"))), ErrorCode::backup_damaged);
    }

    void whatWasPutInComesOut()
    {
        auto reading = Reading::open(write(fileOf({"pack"})), passphrase());
        QVERIFY(reading);
        QCOMPARE(reading->manifest().house_name, "Smith");
        QCOMPARE(reading->manifest().members.front().addresses.front(), "192.168.1.2");
        QVERIFY(std::ranges::equal(reading->takeSeed().view(), Bytes(seedBytes, 9)));
    }

    void packsOfAnyLengthComeOutAsTheyWere_data()
    {
        QTest::addColumn<QByteArrayList>("packs");
        QTest::newRow("none") << QByteArrayList();
        QTest::newRow("an empty one") << QByteArrayList{QByteArray(), "a"};
        QTest::newRow("small ones") << QByteArrayList{"one", "two", "three"};
        // However long the manifest is, one of these ends at a chunk's end.
        for (int around = -3; around <= 3; ++around) {
            const auto bytes = static_cast<qsizetype>(chunkBytes) + around;
            QTest::addRow("a chunk, %d", around) << QByteArrayList{QByteArray(bytes, 'x')};
        }
        QTest::newRow("longer than a part")
            << QByteArrayList{QByteArray(700'001, 'y'), QByteArray(90'000, 'z')};
    }
    void packsOfAnyLengthComeOutAsTheyWere()
    {
        QFETCH(const QByteArrayList, packs);
        const auto read = packsOf(fileOf(packs));
        QVERIFY(read);
        QCOMPARE(*read, packs);
    }

    void aFileThatEndsAnywhereElseIsRefused()
    {
        const QByteArray whole = fileOf({QByteArray(150'000, 'x')});
        for (const qsizetype cut : {qsizetype{0}, qsizetype{10}, qsizetype{300}, whole.size() / 2,
                 whole.size() - 150'000, whole.size() - 1}) {
            QCOMPARE(codeOf(packsOf(whole.first(cut))), ErrorCode::backup_damaged);
        }
        // At the end of each chunk, too.
        const qsizetype line = whole.indexOf('\n') + 1;
        for (qsizetype at = line; at < whole.size(); at += chunkBytes + tagBytes)
            QCOMPARE(codeOf(packsOf(whole.first(at))), ErrorCode::backup_damaged);
        QCOMPARE(codeOf(packsOf(whole + 'x')), ErrorCode::backup_damaged);
    }

    void aSecretIsNowhereInTheFile()
    {
        QVERIFY(!fileOf({"pack"}).contains(QByteArray(seedBytes, 9)));
        QVERIFY(!fileOf({"pack"}).contains("Smith"));
    }
};

QTEST_APPLESS_MAIN(BackupFileTest)
#include "backup_file_test.moc"
