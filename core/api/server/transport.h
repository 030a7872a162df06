// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

namespace freehold::api {

/// A stream of bytes to and from a client, or to and from an engine. Lives in one thread and waits for
/// nothing.
class Transport : public QObject {
    Q_OBJECT

public:
    /// What has arrived and was not read yet, at most so much of it.
    [[nodiscard]] virtual QByteArray read(qint64 mostBytes) = 0;
    virtual void write(const QByteArray &bytes) = 0;
    /// What still waits for the other side to take it.
    [[nodiscard]] virtual qint64 bytesToWrite() const = 0;
    /// How much may lie here unread; the other side then waits. Some have a bound of their own.
    virtual void setReadLimit(qint64 bytes) = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    /// Once what was written is sent.
    virtual void close() = 0;
    /// At once.
    virtual void abort() = 0;

Q_SIGNALS:
    void readyRead();
    /// Some of what waited was taken.
    void written();
    /// Told once, and the last thing; what arrived before can still be read.
    void closed();
};

} // namespace freehold::api
