// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/history/history_model.h"

namespace freehold::desktop {

/// What putting the house back would cost, and the doing of it: to just after a change, or to a time. It is
/// asked again whenever a change alters the answer.
class RestoreView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(bool possible READ isPossible NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(QStringList going READ going NOTIFY changed)
    Q_PROPERTY(QString staying READ staying NOTIFY changed)

public:
    /// Both must outlive this.
    RestoreView(HouseData &data, const HistoryModel &history, QObject *parent = nullptr);

    /// A change's id, or a time in RFC 3339; empty for none.
    void setTarget(const std::string &target);
    [[nodiscard]] bool isPossible() const;
    /// What goes, in a sentence; or what stands in the way.
    [[nodiscard]] QString words() const;
    /// The changes that go, by their sentences, newest first; of many, the newest and how many more.
    [[nodiscard]] QStringList going() const;
    /// What is left as it is, in a sentence; empty where everything goes back.
    [[nodiscard]] QString staying() const;
    /// The ids of the changes that go; none where going back is not possible.
    [[nodiscard]] std::set<std::string> goingIds() const;

    Q_INVOKABLE void restore();

Q_SIGNALS:
    void changed();

private:
    void ask();

    HouseData &data_;
    const HistoryModel &history_;
    std::string target_;
    std::optional<Result<contract::Explanation>> answer_;
};

} // namespace freehold::desktop
