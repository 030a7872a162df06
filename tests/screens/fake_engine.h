// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_wire/line_reader.h"
#include "api_wire/message.h"
#include "contract/calls.h"
#include "contract/member_calls.h"
#include "fake_engine/sample_house.h"
#include "support/json.h"

#include <QLocalServer>
#include <QLocalSocket>

#include <functional>
#include <map>

namespace freehold::screens {

/// An engine for screens and view models: speaks the engine's wire over a local socket and answers from a
/// house in memory. It knows nothing of pipelines; it changes that house as the calls say.
class FakeEngine : public QObject {
    Q_OBJECT

public:
    explicit FakeEngine(SampleHouse house, QObject *parent = nullptr);
    ~FakeEngine() override;

    [[nodiscard]] bool listen(const QString &path);
    /// As if it had died: every connection ends, nobody listens.
    void stop();

    [[nodiscard]] SampleHouse &house() { return house_; }
    /// Answers this method with an error from now on.
    void refuse(const std::string &method, Error error)
    {
        refusals_.insert_or_assign(method, std::move(error));
    }
    /// How often a method was called.
    [[nodiscard]] int calls(std::string_view method) const;
    /// What a method was called with last.
    [[nodiscard]] QJsonObject parameters(std::string_view method) const;

    template <contract::Notification Type>
    void tell(const Type &notification)
    {
        broadcast({std::string(Type::method), json::write(notification).toObject()});
    }

private:
    using Handler = std::function<Result<QJsonValue>(const QJsonObject &)>;

    template <contract::Call Type>
    void on(std::function<Result<typename Type::Result>(const Type &)> answer)
    {
        handlers_[std::string(Type::info.method)]
            = [answer](const QJsonObject &fields) -> Result<QJsonValue> {
            const Type call = TRY(json::read<Type>(fields, ""));
            return json::write(TRY(answer(call)));
        };
    }

    void registerReads();
    void registerChanges();
    void registerHistory();
    void registerPairing();
    void registerBackup();
    /// This machine has the Smiths' house from now on.
    void becomeSmith();
    void accept();
    void read(QLocalSocket *socket);
    [[nodiscard]] Result<QJsonValue> answer(const api::Request &request) const;
    void broadcast(const api::NotificationMessage &notification);
    [[nodiscard]] Result<contract::Change> find(const std::string &id) const;
    void settle(const std::string &id, contract::ChangeState state, std::optional<std::string> by);
    /// What putting the house back to a change or a time would do.
    [[nodiscard]] contract::Explanation goingBack(const std::string &target) const;
    Result<contract::Change> record(contract::Effect effect, contract::Cause cause = contract::Cause::person,
        std::optional<std::string> refersTo = {});

    SampleHouse house_;
    QLocalServer server_;
    std::map<QLocalSocket *, api::LineReader> clients_;
    std::map<std::string, Handler, std::less<>> handlers_;
    std::map<std::string, int, std::less<>> calls_;
    std::map<std::string, QJsonObject, std::less<>> parameters_;
    std::map<std::string, Error, std::less<>> refusals_;
};

} // namespace freehold::screens
