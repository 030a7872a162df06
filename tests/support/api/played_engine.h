// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_wire/line_reader.h"
#include "api_wire/message.h"

#include <QLocalServer>
#include <QPointer>

#include <map>
#include <vector>

class QLocalSocket;

namespace freehold::testing {

/// An engine played by the test. It answers a method with what the test has laid ready for it, `hello` and
/// `watch` among them; every other request waits in `requests` for the test's answer.
class PlayedEngine {
public:
    explicit PlayedEngine(const QString &path);
    ~PlayedEngine();
    PlayedEngine(const PlayedEngine &) = delete;
    PlayedEngine &operator=(const PlayedEngine &) = delete;

    [[nodiscard]] bool isListening() const { return server_.isListening(); }
    void give(const std::string &method, Result<QJsonValue> result);
    void answer(const api::Request &request, const Result<QJsonValue> &result);
    /// To the newest connection, as it stands.
    void say(const QByteArray &bytes);
    void hangUp();

    std::map<std::string, QJsonObject> asked; ///< each method's last parameters
    std::vector<std::string> methods; ///< of all that was asked, in order
    std::vector<api::Request> requests; ///< those that the test answers
    int connections = 0;
    int watches = 0;

private:
    void read();
    void take(const api::Request &request);

    QLocalServer server_;
    QPointer<QLocalSocket> socket_;
    api::LineReader reader_;
    std::map<std::string, Result<QJsonValue>> answers_;
};

} // namespace freehold::testing
