// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/call.h"

#include "cli/generic_text.h"
#include "cli/render.h"
#include "words/words.h"

namespace freehold::cli {

namespace {

template <class Type>
void fillSentences(Type &value)
{
    if constexpr (requires { words::fill(value); }) {
        words::fill(value);
    } else if constexpr (json::IsVector<Type>::value) {
        for (auto &item : value)
            fillSentences(item);
    }
}

template <contract::Call Type>
std::string textOf(const typename Type::Result &value)
{
    if constexpr (requires { renderFor(std::type_identity<Type>(), value); })
        return renderFor(std::type_identity<Type>(), value);
    else if constexpr (requires { render(value); })
        return render(value);
    else
        return genericText(value);
}

template <contract::Call Type>
Answer answerOf(typename Type::Result value)
{
    using Value = Type::Result;
    fillSentences(value);
    Answer answer{json::write(value), textOf<Type>(value), {}, false};
    if constexpr (std::same_as<Value, contract::Change>)
        answer.rolledBack = value.state == contract::ChangeState::rolled_back;
    if constexpr (Shaped<Value>)
        forEachField<Value>([&](const auto &field) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(value.*field.member)>, std::string>) {
                if (field.given == Given::file)
                    answer.fileContent = value.*field.member;
            }
        });
    return answer;
}

template <contract::Call Type>
void callTyped(api::Client &client, QObject *context, const QJsonObject &parameters,
    std::function<void(Result<Answer>)> done)
{
    const auto typed = json::read<Type>(parameters, {});
    if (!typed) {
        done(std::unexpected(typed.error()));
        return;
    }
    client.call(*typed, context, [done = std::move(done)](Result<typename Type::Result> result) {
        if (result)
            done(answerOf<Type>(std::move(*result)));
        else
            done(std::unexpected(std::move(result).error()));
    });
}

} // namespace

void call(api::Client &client, QObject *context, std::string_view method, const QJsonObject &parameters,
    std::function<void(Result<Answer>)> done)
{
    contract::AllCalls::forEach([&]<class Type>() {
        if (Type::info.method == method)
            callTyped<Type>(client, context, parameters, std::move(done));
    });
}

QJsonObject withSentences(const QJsonObject &message)
{
    if (message[u"method"].toString() != json::toQString(contract::ChangeChanged::method))
        return message;
    auto changed = json::read<contract::ChangeChanged, json::UnknownFields::ignored>(message[u"params"], {});
    if (!changed)
        return message;
    words::fill(changed->change);
    QJsonObject filled = message;
    filled[u"params"] = json::write(*changed);
    return filled;
}

} // namespace freehold::cli
