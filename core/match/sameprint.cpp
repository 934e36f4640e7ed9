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

bool isSamePrint(const Print &found, const Print &known)
{
    const QString title = foldedText(found.title).trimmed();
    const QString knownTitle = foldedText(known.title).trimmed();
    if (!title.isEmpty() && !knownTitle.isEmpty() && title != knownTitle)
        return false;

    const QString address = addressKey(found.url);
    const QString knownAddress = addressKey(known.url);
    if (!address.isEmpty() && address == knownAddress)
        return true;
    const bool isSameSite = !address.isEmpty() && hostOf(address) == hostOf(knownAddress);
    if (!address.isEmpty() && !knownAddress.isEmpty() && !isSameSite)
        return false;

    const QString outlet = nameKey(AgentType::Organisation, found.outlet);
    const QString knownOutlet = nameKey(AgentType::Organisation, known.outlet);
    if (!outlet.isEmpty())
        return outlet == knownOutlet || (knownOutlet.isEmpty() && isSameSite);
    return address.isEmpty() || isSameSite;
}

} // namespace onrecord::match
