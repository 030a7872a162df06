// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

#include <algorithm>
#include <vector>

namespace freehold::desktop {

/// Brings a list model's rows to `wanted` with the fewest signals, so that a view keeps its selection,
/// its focus and its place. `Model` lends its protected begin… and end… through this base.
template <class Row>
class RowModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }

protected:
    [[nodiscard]] const std::vector<Row> &rows() const { return rows_; }

    /// A row needs `id` and ==.
    void sync(std::vector<Row> wanted)
    {
        for (auto index = static_cast<int>(rows_.size()) - 1; index >= 0; --index) {
            if (std::ranges::find(wanted, at(index).id, &Row::id) == wanted.end())
                removeAt(index);
        }
        for (int index = 0; index < static_cast<int>(wanted.size()); ++index) {
            auto &row = wanted[static_cast<std::size_t>(index)];
            place(index, row.id);
            if (index == static_cast<int>(rows_.size()) || at(index).id != row.id) {
                beginInsertRows({}, index, index);
                rows_.insert(rows_.begin() + index, std::move(row));
                endInsertRows();
            } else if (!(at(index) == row)) {
                at(index) = std::move(row);
                Q_EMIT dataChanged(this->index(index), this->index(index));
            }
        }
    }

private:
    Row &at(int index) { return rows_[static_cast<std::size_t>(index)]; }

    void removeAt(int index)
    {
        beginRemoveRows({}, index, index);
        rows_.erase(rows_.begin() + index);
        endRemoveRows();
    }

    /// Moves the row with this id to `index`, where there is one further down.
    template <class Id>
    void place(int index, const Id &id)
    {
        const auto begin = rows_.begin() + std::min(index, static_cast<int>(rows_.size()));
        const auto found = std::ranges::find(begin, rows_.end(), id, &Row::id);
        if (found == rows_.end() || found == begin)
            return;
        const auto from = static_cast<int>(found - rows_.begin());
        beginMoveRows({}, from, from, {}, index);
        std::rotate(begin, found, found + 1);
        endMoveRows();
    }

    std::vector<Row> rows_;
};

} // namespace freehold::desktop
