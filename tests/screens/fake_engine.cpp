// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine/fake_engine.h"

namespace freehold::screens {

using namespace contract;

namespace {
/// Newest first; the first is the one that was asked for last.
std::vector<Change> pageOf(const std::vector<Change> &changes, const ChangeList &call)
{
    auto from = changes.begin();
    if (call.before)
        from = std::ranges::find(changes, *call.before, &Change::id);
    if (call.before && from != changes.end())
        ++from;
    const auto most = static_cast<std::ptrdiff_t>(call.limit.value_or(50));
    return {from, from + std::min(most, changes.end() - from)};
}
} // namespace

FakeEngine::FakeEngine(SampleHouse house, QObject *parent)
    : QObject(parent)
    , house_(std::move(house))
{
    connect(&server_, &QLocalServer::newConnection, this, &FakeEngine::accept);
    registerReads();
    registerChanges();
    registerHistory();
    registerPairing();
    registerBackup();
}

FakeEngine::~FakeEngine()
{
    stop();
}

bool FakeEngine::listen(const QString &path)
{
    QLocalServer::removeServer(path);
    return server_.listen(path);
}

void FakeEngine::stop()
{
    server_.close();
    for (auto &[socket, reader] : std::exchange(clients_, {})) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

int FakeEngine::calls(std::string_view method) const
{
    const auto found = calls_.find(method);
    return found == calls_.end() ? 0 : found->second;
}

QJsonObject FakeEngine::parameters(std::string_view method) const
{
    const auto found = parameters_.find(method);
    return found == parameters_.end() ? QJsonObject() : found->second;
}

void FakeEngine::registerReads()
{
    on<Hello>([](const Hello &) { return Greeting{protocolVersion, "0.1.0", Role::owner}; });
    on<Watch>([](const Watch &) { return Nothing{}; });
    // Another machine of the house shows the same house here.
    on<MemberReach>([](const MemberReach &call) { return ReachedMember{call.member, call.member}; });
    on<GetStatus>([this](const GetStatus &) { return house_.status; });
    on<HouseShow>([this](const HouseShow &) -> Result<House> {
        if (!house_.house)
            return failure(ErrorCode::house_missing);
        return *house_.house;
    });
    on<PersonList>([this](const PersonList &) { return house_.people; });
    on<DeviceList>([this](const DeviceList &) { return house_.devices; });
}

void FakeEngine::registerChanges()
{
    on<HouseCreate>([this](const HouseCreate &call) -> Result<House> {
        house_.house = House{"smith", call.name, {}, "Europe/Berlin", {}};
        house_.status.house = HouseName{"smith", call.name, {}};
        house_.status.attention.clear();
        tell(StatusChanged{});
        tell(HouseChanged{});
        return *house_.house;
    });
    on<HouseRename>([](const HouseRename &) -> Result<Change> { return failure(ErrorCode::vault_locked); });
    on<PersonAdd>([this](const PersonAdd &call) {
        house_.people.push_back(
            {call.name, call.name, call.role.value_or(Role::member), call.birth_year, {}});
        tell(HouseChanged{});
        return record(
            {"people", EffectCode::person_added, {{"name", call.name}, {"role", "member"}}, {}, {}, {}});
    });
    on<PersonRename>([this](const PersonRename &call) -> Result<Change> {
        const auto person = std::ranges::find(house_.people, call.person, &Person::id);
        if (person == house_.people.end())
            return failure(ErrorCode::person_missing, {{"person", call.person}});
        const auto before = std::exchange(person->name, call.name);
        tell(HouseChanged{});
        return record(
            {"people", EffectCode::person_renamed, {{"from", before}, {"to", call.name}}, {}, {}, {}});
    });
    on<PersonRemove>([this](const PersonRemove &call) {
        std::erase_if(house_.people, [&](const auto &person) { return person.id == call.person; });
        tell(HouseChanged{});
        return record({"people", EffectCode::person_removed, {{"name", call.person}}, {}, {}, {}});
    });
    on<DeviceRename>([this](const DeviceRename &call) -> Result<Change> {
        const auto device = std::ranges::find(house_.devices, call.device, &Device::id);
        if (device == house_.devices.end())
            return failure(ErrorCode::device_missing, {{"device", call.device}});
        const auto before = std::exchange(device->name, call.name);
        tell(DeviceChanged{*device});
        return record(
            {"devices", EffectCode::device_renamed, {{"from", before}, {"to", call.name}}, {}, {}, {}});
    });
    on<DeviceForget>([this](const DeviceForget &call) -> Result<Change> {
        const auto device = std::ranges::find(house_.devices, call.device, &Device::id);
        if (device == house_.devices.end())
            return failure(ErrorCode::device_missing, {{"device", call.device}});
        const std::string name = device->name;
        device->member = false;
        tell(DeviceChanged{*device});
        return record({"house", EffectCode::member_removed, {{"name", name}}, {}, {}, {}});
    });
    on<DeviceAssign>([this](const DeviceAssign &call) -> Result<Change> {
        const auto device = std::ranges::find(house_.devices, call.device, &Device::id);
        if (device == house_.devices.end())
            return failure(ErrorCode::device_missing, {{"device", call.device}});
        device->owner = call.person == "house" ? "" : call.person;
        device->is_new = false;
        tell(DeviceChanged{*device});
        return record({"devices", EffectCode::device_assigned,
            {{"device", device->name}, {"person", call.person}}, {}, {}, {}});
    });
}

void FakeEngine::registerHistory()
{
    on<ChangeList>([this](const ChangeList &call) { return pageOf(house_.changes, call); });
    on<ChangeShow>([this](const ChangeShow &call) -> Result<std::vector<Change>> {
        const auto found = std::ranges::find(house_.changes, call.id, &Change::id);
        if (found == house_.changes.end())
            return failure(ErrorCode::change_missing, {{"change", call.id}});
        return std::vector{*found};
    });
    on<ChangeDiff>([this](const ChangeDiff &) { return house_.raw; });
    on<ChangeExplainUndo>([this](const ChangeExplainUndo &call) -> Result<Explanation> {
        if (const auto later = house_.inTheWay.find(call.id); later != house_.inTheWay.end())
            return failure(ErrorCode::undo_conflict, {{"change", later->second}});
        return house_.undo[call.id];
    });
    on<ChangeExplainRestore>([this](const ChangeExplainRestore &call) {
        Explanation explanation = goingBack(call.target);
        explanation.stays = house_.stays;
        return explanation;
    });
    on<ChangeUndo>([this](const ChangeUndo &call) -> Result<Change> {
        const Change undone = TRY(find(call.id));
        const Change undo = TRY(record(undone.effects.front(), Cause::undo, undone.id));
        settle(undone.id, ChangeState::undone, undo.id);
        return undo;
    });
    on<ChangeRedo>([this](const ChangeRedo &call) -> Result<Change> {
        const Change gone = TRY(find(call.id));
        return record(gone.effects.front(), Cause::redo, gone.id);
    });
    on<ChangeConfirm>([this](const ChangeConfirm &call) -> Result<Change> {
        TRY(find(call.id));
        settle(call.id, ChangeState::kept, {});
        return find(call.id);
    });
    on<ChangeChoose>([this](const ChangeChoose &call) -> Result<Change> {
        const Change leftOut = TRY(find(call.id));
        return record(leftOut.effects.front());
    });
    on<ChangeRestore>([this](const ChangeRestore &call) -> Result<Change> {
        const auto back = goingBack(call.target);
        if (back.effects.empty())
            return failure(ErrorCode::nothing_to_change);
        const Change restore = TRY(record(back.effects.front(), Cause::restore));
        for (const Change &gone : back.goes)
            settle(gone.id, ChangeState::undone, restore.id);
        return restore;
    });
}

Result<Change> FakeEngine::find(const std::string &id) const
{
    const auto found = std::ranges::find(house_.changes, id, &Change::id);
    if (found == house_.changes.end())
        return failure(ErrorCode::change_missing, {{"change", id}});
    return *found;
}

void FakeEngine::settle(const std::string &id, ChangeState state, std::optional<std::string> by)
{
    const auto found = std::ranges::find(house_.changes, id, &Change::id);
    found->state = state;
    found->undone_by = std::move(by);
    tell(ChangeChanged{*found});
}

Explanation FakeEngine::goingBack(const std::string &target) const
{
    Explanation explanation;
    const auto time = fromRfc3339(target);
    for (const auto &change : house_.changes) {
        if (time ? change.time <= *time : change.id == target)
            break;
        if (change.cause != Cause::undo && change.state == ChangeState::kept) {
            explanation.goes.push_back(change);
            explanation.effects.insert(
                explanation.effects.end(), change.effects.begin(), change.effects.end());
        }
    }
    return explanation;
}

Result<Change> FakeEngine::record(Effect effect, Cause cause, std::optional<std::string> refersTo)
{
    Change change;
    change.id = std::format("{:040x}", house_.changes.size() + 0xf000000);
    change.time = house_.now;
    change.actor = "Ana";
    change.device = "ana-laptop";
    change.cause = cause;
    change.refers_to = std::move(refersTo);
    change.effects = {std::move(effect)};
    house_.changes.insert(house_.changes.begin(), change);
    tell(ChangeChanged{change});
    return change;
}

void FakeEngine::accept()
{
    while (auto *socket = server_.nextPendingConnection()) {
        clients_[socket];
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            clients_.erase(socket);
            socket->deleteLater();
        });
    }
}

void FakeEngine::read(QLocalSocket *socket)
{
    auto &reader = clients_[socket];
    reader.append(socket->readAll());
    for (auto line = reader.next(); line && *line; line = reader.next()) {
        const auto message = api::decode(**line);
        const auto *request = message ? std::get_if<api::Request>(&*message) : nullptr;
        if (!request)
            continue;
        ++calls_[request->method];
        parameters_.insert_or_assign(request->method, request->parameters);
        socket->write(api::encode(api::Response{request->id, answer(*request)}));
    }
}

Result<QJsonValue> FakeEngine::answer(const api::Request &request) const
{
    if (const auto refusal = refusals_.find(request.method); refusal != refusals_.end())
        return std::unexpected(refusal->second);
    const auto handler = handlers_.find(request.method);
    if (handler == handlers_.end())
        return failure(ErrorCode::method_unknown, {{"method", request.method}});
    return handler->second(request.parameters);
}

void FakeEngine::broadcast(const api::NotificationMessage &notification)
{
    for (auto &[socket, reader] : clients_)
        socket->write(api::encode(notification));
}

} // namespace freehold::screens
