// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/calls.h"
#include "support/json.h"
#include "support/secret.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace freehold::change {

/// Who calls. Filled by the API from the socket's peer credentials, never from the message.
struct Caller {
    std::string actor; ///< for the history: a person's name where the user is known as one, else the user's
    contract::Role role = contract::Role::guest;
};

/// The handlers of calls, by method. Built in the composition root, then read only; house thread.
class CallTable {
public:
    template <class Type>
    using Answer = std::function<void(Result<Type>)>;

    struct Handler {
        contract::CallInfo info;
        std::function<void(const Caller &, const QJsonObject &, Answer<QJsonValue>)> handle;
    };

    /// A call that is answered at once.
    template <contract::Call Parameters>
    void add(std::function<Result<typename Parameters::Result>(const Caller &, const Parameters &)> handle)
    {
        addLater<Parameters>(
            [handle = std::move(handle)](const Caller &caller, const Parameters &parameters,
                Answer<typename Parameters::Result> answer) { answer(handle(caller, parameters)); });
    }

    /// A call whose answer may come in a later turn of the event loop.
    template <contract::Call Parameters>
    void addLater(
        std::function<void(const Caller &, const Parameters &, Answer<typename Parameters::Result>)> handle)
    {
        static_assert(contract::AllCalls::contains<Parameters>,
            "contract/calls.h has to name it, or it has neither a command nor a place in the reference");
        handlers_.insert_or_assign(std::string(Parameters::info.method),
            Handler{Parameters::info,
                [handle = std::move(handle)](
                    const Caller &caller, const QJsonObject &fields, Answer<QJsonValue> answer) {
                    auto parameters = json::read<Parameters>(fields, "");
                    if (!parameters)
                        return answer(std::unexpected(std::move(parameters).error()));
                    handle(caller, *parameters,
                        [answer = std::move(answer)](Result<typename Parameters::Result> result) {
                            if (!result)
                                return answer(std::unexpected(std::move(result).error()));
                            answer(json::write(*result));
                        });
                    wipeSecrets(*parameters);
                }});
    }

    [[nodiscard]] const Handler *find(std::string_view method) const
    {
        const auto found = handlers_.find(method);
        return found == handlers_.end() ? nullptr : &found->second;
    }

private:
    /// Handlers keep a secret as a Secret or not at all.
    template <contract::Call Parameters>
    static void wipeSecrets(Parameters &parameters)
    {
        forEachField<Parameters>([&](const auto &field) {
            auto &member = parameters.*field.member;
            using Member = std::remove_cvref_t<decltype(member)>;
            if constexpr (std::same_as<Member, std::string>) {
                if (field.given == Given::secret || field.given == Given::new_secret)
                    wipe(member);
            } else if constexpr (std::same_as<Member, std::optional<std::string>>) {
                if (member && (field.given == Given::secret || field.given == Given::new_secret))
                    wipe(*member);
            }
        });
    }

    std::map<std::string, Handler, std::less<>> handlers_;
};

} // namespace freehold::change
