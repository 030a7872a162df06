// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/frame/house_data.h"

#include "desktop/home/attention.h"
#include <QtQmlIntegration>

namespace freehold::desktop {

/// How the house is, in sentences.
class HomeView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desktop")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString counts READ counts NOTIFY changed)
    Q_PROPERTY(QString shortCounts READ shortCounts NOTIFY changed)
    Q_PROPERTY(QList<freehold::desktop::Attention> attention READ attention NOTIFY attentionChanged)
    Q_PROPERTY(int needs READ needs NOTIFY attentionChanged)
    Q_PROPERTY(int newDevices READ newDevices NOTIFY attentionChanged)

public:
    /// What the button of an attention does.
    enum Action : quint8 { NoAction, ShowDevice, Unlock, AskAgain, Seal, ShowHistory, AddMachine };
    Q_ENUM(Action)

    explicit HomeView(HouseData &data, QObject *parent = nullptr);

    [[nodiscard]] bool isReady() const { return data_.isReady(); }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString counts() const;
    [[nodiscard]] QString shortCounts() const;
    [[nodiscard]] QList<Attention> attention() const { return attention_; }
    [[nodiscard]] int needs() const;
    [[nodiscard]] int newDevices() const;

    /// The passphrase is overwritten here as soon as it is sent; what the text field held is not.
    Q_INVOKABLE void unlock(QString passphrase);
    /// Has the engine ask the key store that seals the vault once more.
    Q_INVOKABLE void askAgain();
    /// Has the vault ask for this passphrase from the next start on; overwritten as above.
    Q_INVOKABLE void seal(QString passphrase);

Q_SIGNALS:
    void changed();
    void attentionChanged();

private:
    void refresh();
    void tellWaiting(QList<Attention> &items) const;
    void tellNewDevice(const contract::Finding &finding, Attention &item) const;
    /// With what the change did that it names, as soon as that is known.
    [[nodiscard]] contract::Finding named(contract::Finding finding);
    void offerRemedy(const contract::Finding &finding, Attention &item) const;

    HouseData &data_;
    std::map<std::string, std::string>
        summaries_; ///< of the changes that findings name; empty: was asked for
    QList<Attention> attention_;
};

} // namespace freehold::desktop
