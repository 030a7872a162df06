// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/members/pairing_words.h"

#include "desktop/frame/moments.h"
#include "words/words.h"

namespace freehold::desktop {

QString endWords(const Error &error)
{
    const auto told = words::tell(error, words::Audience::app);
    QStringList sentences{withFullStop(told.happened)};
    for (const QString &more : {told.means, told.remedy}) {
        if (!more.isEmpty())
            sentences.append(withFullStop(more));
    }
    return sentences.join(u' ');
}

QString endOf(const contract::Pairing &pairing)
{
    return pairing.ended ? endWords(Error{*pairing.ended, {{"peer", pairing.peer}}, {}}) : QString();
}

QString leftOf(const contract::Pairing &pairing, Time now)
{
    return pairing.expires ? timeLeft(std::max(*pairing.expires - now, Time::duration::zero())) : QString();
}

} // namespace freehold::desktop
