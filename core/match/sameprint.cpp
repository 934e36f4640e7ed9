// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameprint.h"

#include "core/match/sameagent.h"
#include "core/match/sametext.h"
#include "core/text/fold.h"

namespace onrecord::match {

namespace {

QString hostOf(const QString &addressKey)
{
    return addressKey.section(u'/', 0, 0).section(u'?', 0, 0);
}

} // namespace

PrintKey keyOf(const Print &print)
{
    return {foldedText(print.title).trimmed(), nameKey(AgentType::Organisation, print.outlet), addressKey(print.url)};
}

bool isSamePrint(const PrintKey &found, const PrintKey &known)
{
    if (!found.title.isEmpty() && !known.title.isEmpty() && found.title != known.title)
        return false;

    if (!found.address.isEmpty() && found.address == known.address)
        return true;
    const bool isSameSite = !found.address.isEmpty() && hostOf(found.address) == hostOf(known.address);
    if (!found.address.isEmpty() && !known.address.isEmpty() && !isSameSite)
        return false;

    if (!found.outlet.isEmpty())
        return found.outlet == known.outlet || (known.outlet.isEmpty() && isSameSite);
    return found.address.isEmpty() || isSameSite;
}

} // namespace onrecord::match
