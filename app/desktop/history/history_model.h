// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <deque>
#include <set>

namespace freehold::desktop {

/// What changed, newest first, fetched a page at a time as the view comes to need it. A change that only
/// takes another back has no row of its own: it shows as a badge on the change that it took back.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool complete READ isComplete NOTIFY countChanged)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY countChanged)

public:
    enum Role : quint16 {
        ChangeId = Qt::UserRole + 1,
        At,
        Summary,
        Who,
        Icon,
        BadgeText,
        BadgeIcon,
        BadgeKindRole,
        Struck,
        Day,
        Goes,
    };

    explicit HistoryModel(HouseData &data, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] QString search() const { return search_; }
    void setSearch(const QString &search);
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool isComplete() const { return complete_; }
    [[nodiscard]] bool isLoaded() const { return loaded_; }
    /// How many changes were fetched; History may hold many more.
    [[nodiscard]] std::size_t fetched() const { return changes_.size(); }
    /// The newest change that can be taken back, for Ctrl+Z; empty where there is none among those fetched.
    [[nodiscard]] std::string newestUndoable() const;
    [[nodiscard]] const contract::Change *find(const std::string &id) const;

    /// "Today", and the day in full; `day` is what the role gives.
    Q_INVOKABLE [[nodiscard]] QString dayTitle(const QString &day) const;
    Q_INVOKABLE [[nodiscard]] QString dayDate(const QString &day) const;
    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString &id) const;

    /// Marks the changes that putting the house back would take.
    void setGoing(std::set<std::string> changes);

Q_SIGNALS:
    void searchChanged();
    void countChanged();
    /// While a change is being tried, for the words that say what is left of its time.
    void secondPassed();

private:
    void begin();
    void clear();
    void take(std::vector<contract::Change> page);
    void changed(const contract::Change &change);
    void rebuild();
    void watchTrials();
    void tick();
    void rowsChanged(const QList<int> &roles, const std::function<bool(const contract::Change &)> &concerned);
    [[nodiscard]] bool hasRow(const contract::Change &change) const;
    [[nodiscard]] bool matches(const contract::Change &change) const;
    [[nodiscard]] const contract::Change *undoOf(const contract::Change &change) const;

    HouseData &data_;
    std::deque<contract::Change> changes_; ///< all that were fetched, newest first; addresses stay
    std::map<std::string, contract::Change *> byId_;
    std::vector<contract::Change *> rows_; ///< those that are shown
    std::set<std::string> going_;
    QTimer second_;
    QString search_;
    bool fetching_ = false;
    bool complete_ = false;
    bool loaded_ = false;
    unsigned generation_ = 0; ///< answers to questions of before the last clear() don't count
};

} // namespace freehold::desktop
