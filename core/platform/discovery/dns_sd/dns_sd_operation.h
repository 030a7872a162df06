// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <dns_sd.h>

#include <memory>

namespace freehold::platform {

/// One running operation of dns_sd.h, driven by its socket. Owned through Owned, which ends it at once and
/// deletes it from the event loop: an operation may be let go of from within its own callback.
class DnsSdOperation : public QObject {
    Q_OBJECT

public:
    struct Retire {
        void operator()(DnsSdOperation *operation) const { operation->retire(); }
    };
    using Owned = std::unique_ptr<DnsSdOperation, Retire>;

    /// `begin` is called with the reference to fill in. Empty where the library refuses.
    template <class Begin>
    static Owned start(Begin &&begin)
    {
        DNSServiceRef reference = nullptr;
        if (begin(&reference) != kDNSServiceErr_NoError)
            return {};
        return Owned(new DnsSdOperation(reference));
    }
    ~DnsSdOperation() override { DNSServiceRefDeallocate(reference_); }

Q_SIGNALS:
    /// The service behind the library is gone.
    void failed();

private:
    explicit DnsSdOperation(DNSServiceRef reference)
        : reference_(reference)
        , notifier_(DNSServiceRefSockFD(reference), QSocketNotifier::Read)
    {
        connect(&notifier_, &QSocketNotifier::activated, this, [this] {
            if (DNSServiceProcessResult(reference_) == kDNSServiceErr_NoError)
                return;
            notifier_.setEnabled(false);
            Q_EMIT failed();
        });
    }
    void retire()
    {
        notifier_.setEnabled(false);
        disconnect();
        deleteLater();
    }

    DNSServiceRef reference_;
    QSocketNotifier notifier_;
};

} // namespace freehold::platform
