// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/history/restore_view.h"

namespace freehold::desktop {

/// One value before and after.
struct ValueChange {
    Q_GADGET
    QML_VALUE_TYPE(valueChange)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString before MEMBER before)
    Q_PROPERTY(QString after MEMBER after)

public:
    QString name;
    QString before; ///< empty: it was not there
    QString after; ///< empty: it is gone

    friend bool operator==(const ValueChange &, const ValueChange &) = default;
};

/// One change in full: what it did, and what taking it back or going back to it would cost. What going back
/// would take is marked in the list.
class ChangeView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(QString change READ change WRITE setChange NOTIFY changed)
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(bool tried READ isTried NOTIFY changed)
    Q_PROPERTY(bool gone READ isGone NOTIFY changed)
    Q_PROPERTY(bool leftOut READ isLeftOut NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY stateTextChanged)
    Q_PROPERTY(QString stateIcon READ stateIcon NOTIFY changed)
    Q_PROPERTY(int stateKind READ stateKind NOTIFY changed)
    Q_PROPERTY(QString when READ when NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString who READ who NOTIFY changed)
    Q_PROPERTY(QStringList effects READ effects NOTIFY changed)
    Q_PROPERTY(QList<freehold::desktop::ValueChange> values READ values NOTIFY changed)
    Q_PROPERTY(bool undoable READ isUndoable NOTIFY changed)
    Q_PROPERTY(QString undoWords READ undoWords NOTIFY changed)
    Q_PROPERTY(freehold::desktop::RestoreView *restoring READ restoring CONSTANT)
    Q_PROPERTY(QString restoreButton READ restoreButton NOTIFY changed)
    Q_PROPERTY(QString patch READ patch NOTIFY changed)
    Q_PROPERTY(QString signer READ signer NOTIFY changed)

public:
    ChangeView(HouseData &data, HistoryModel &history, QObject *parent = nullptr);

    [[nodiscard]] QString change() const { return json::toQString(id_); }
    void setChange(const QString &id);
    [[nodiscard]] bool isKnown() const { return shown_.has_value(); }
    [[nodiscard]] bool isTried() const;
    /// Taken back, or gone back by itself: it can be made again.
    [[nodiscard]] bool isGone() const;
    [[nodiscard]] bool isLeftOut() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateIcon() const;
    [[nodiscard]] int stateKind() const;
    [[nodiscard]] QString when() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString who() const;
    [[nodiscard]] QStringList effects() const;
    [[nodiscard]] QList<ValueChange> values() const;
    [[nodiscard]] bool isUndoable() const;
    [[nodiscard]] QString undoWords() const;
    [[nodiscard]] RestoreView *restoring() { return &restoring_; }
    [[nodiscard]] QString restoreButton() const;
    [[nodiscard]] QString patch() const { return patch_; }
    [[nodiscard]] QString signer() const { return signer_; }

    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void keep();
    Q_INVOKABLE void choose();
    /// Fetches the raw difference and the signer, which few ask for.
    Q_INVOKABLE void loadDetails();

Q_SIGNALS:
    void changed();
    void stateTextChanged();

private:
    void load();
    void askWhatUndoDoes();

    HouseData &data_;
    HistoryModel &history_;
    std::string id_;
    std::optional<contract::Change> shown_;
    std::optional<Result<contract::Explanation>> undo_;
    RestoreView restoring_;
    QString patch_;
    QString signer_;
};

} // namespace freehold::desktop
