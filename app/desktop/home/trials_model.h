// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"
#include "desktop/frame/row_sync.h"

#include <QtQmlIntegration>

namespace freehold::desktop {

struct TrialRow {
    std::string id; ///< the change
    Time begun{};
    Time ends{};
    QString title;
    bool asksPerson = true;

    friend bool operator==(const TrialRow &, const TrialRow &) = default;
};

/// The changes that are being tried, each with what is left of its time.
class TrialsModel : public RowModel<TrialRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role : quint16 { ChangeId = Qt::UserRole + 1, Title, Left, Share, AsksPerson };

    explicit TrialsModel(HouseData &data, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }

    Q_INVOKABLE void keep(const QString &change);
    Q_INVOKABLE void stop(const QString &change);

Q_SIGNALS:
    void countChanged();

private:
    void refresh();
    void learn(const std::string &change);
    void tick();

    HouseData &data_;
    std::map<std::string, contract::Change> changes_; ///< those whose words are known
    QTimer second_;
};

} // namespace freehold::desktop
