// SPDX-License-Identifier: GPL-3.0-or-later
#include "house_fixture.h"

#include "store/schema.h"
#include "support/file.h"
#include "support/ssh.h"

namespace freehold::change::testing {

namespace {

template <class Value>
Value expect(Result<Value> result)
{
    if (!result)
        qFatal("the fixture could not be made: %s", std::string(name(result.error().code)).c_str());
    return std::move(*result);
}

} // namespace

HouseFixture::HouseFixture()
{
    database_.emplace(expect(store::Database::open(root() / "store.sqlite", store::migrations)));
    convergence_ = std::make_unique<Convergence>(*database_, clock);
    pipeline = std::make_unique<Pipeline>(expect(Repository::create(workTree())), context());
    expect(pipeline->found({{"house.toml", houseText}}, owner));
    const std::string signers
        = "device@freehold.invalid namespaces=\"git\" " + ssh::publicKeyText(key_.publicKey()) + '\n';
    if (!file::writeDurably(root() / "allowed_signers", signers))
        qFatal("the fixture's signers could not be written");
    restart();
}

Pipeline::Context HouseFixture::context()
{
    return {"device", [] { return std::string("study"); }, {&domain}, clock, *convergence_,
        isLocked ? nullptr : &key_};
}

void HouseFixture::restart()
{
    byHand.reset();
    pipeline.reset();
    convergence_ = std::make_unique<Convergence>(*database_, clock);
    auto repository = expect(Repository::open(workTree()));
    expect(settleMain(repository, key_.publicKey()));
    pipeline = std::make_unique<Pipeline>(std::move(repository), context());
    if (auto started = pipeline->start(); !started)
        qFatal("the house did not start: %s", std::string(name(started.error().code)).c_str());
    byHand = std::make_unique<ByHand>(*pipeline, [this] { return owner; });
    byHand->start();
}

void HouseFixture::setApplied(const ObjectId &id) const
{
    if (!pipeline->repository().setReference(appliedReference, id))
        qFatal("the reference could not be set");
}

void HouseFixture::plant(const std::string &path, const std::string &text)
{
    byHand.reset();
    pipeline.reset();
    {
        auto repository = expect(Repository::open(workTree()));
        const ObjectId head = expect(repository.resolve(mainReference));
        const ObjectId tree = expect(repository.commit(head)).tree;
        const ObjectId id = expect(repository.writeCommit({head}, tree, {{path, text}},
            {"device", "device@freehold.invalid"}, clock.now(), toMessage(Record()), &key_));
        expect(repository.moveMain(head, id));
        if (!repository.setReference(appliedReference, id))
            qFatal("a commit could not be planted");
    }
    writeFile(path, text);
    restart();
}

void HouseFixture::loseStore()
{
    if (!database_->run("DELETE FROM convergence"))
        qFatal("the store could not be emptied");
}

Draft HouseFixture::draft(const std::string &path, const std::optional<std::string> &text) const
{
    Draft draft;
    draft.edits.push_back({path, text});
    draft.caller = owner;
    return draft;
}

Result<contract::Change> HouseFixture::write(const std::string &path, const std::optional<std::string> &text)
{
    clock.advance(std::chrono::seconds(1));
    return pipeline->submit(draft(path, text));
}

std::string HouseFixture::fileText(const std::string &path) const
{
    return file::read(workTree() / path, 1'000'000).value_or("(no such file)");
}

void HouseFixture::writeFile(const std::string &path, const std::string &text) const
{
    if (!file::makeFolder((workTree() / path).parent_path()) || !file::writeDurably(workTree() / path, text))
        qFatal("a file could not be written");
}

HouseFixture::Said HouseFixture::git(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(QString::fromStdString(workTree().string()));
    process.start(QStringLiteral("git"), arguments);
    process.waitForFinished();
    return {process.exitCode(), process.readAll().toStdString()};
}

std::string HouseFixture::gitSays(const char *arguments) const
{
    const Said said = git(QString::fromLatin1(arguments).split(QLatin1Char(' ')));
    if (said.status != 0)
        qFatal("git %s: %s", arguments, said.text.c_str());
    return said.text.substr(0, said.text.find('\n'));
}

ObjectId HouseFixture::commitByHand(const char *message) const
{
    gitSays("add -A");
    const Said said = git({QStringLiteral("commit"), QStringLiteral("-qm"), QString::fromUtf8(message),
        QStringLiteral("--no-gpg-sign")});
    if (said.status != 0)
        qFatal("git commit: %s", said.text.c_str());
    return gitSays("rev-parse HEAD");
}

std::string HouseFixture::soundness() const
{
    const auto fsck = git({QStringLiteral("fsck"), QStringLiteral("--strict")});
    if (fsck.status != 0)
        return fsck.text;
    const auto log
        = git({QStringLiteral("log"), QStringLiteral("--max-parents=1"), QStringLiteral("--format=%H %G?")});
    for (std::size_t at = 0; at < log.text.size();) {
        const auto end = log.text.find('\n', at);
        const auto line = log.text.substr(at, end - at);
        if (!line.ends_with(" G"))
            return "not signed: " + line;
        at = end + 1;
    }
    const auto status = git({QStringLiteral("status"), QStringLiteral("--porcelain")});
    return status.text;
}

} // namespace freehold::change::testing
