// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameagent.h"
#include "core/store/verify.h"
#include "core/text/fold.h"

#include <QUrl>
#include <algorithm>

/// What somebody asks about a quote, as the record knows it.
namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

bool isMark(QChar c)
{
    static constexpr QStringView marks = u"\"'“”„‟‘’‚‛«»‹›";
    return marks.contains(c);
}

/// An outlet's name as names are compared, with or without its article.
QString outletKey(const QString &name)
{
    QString key = match::nameKey(AgentType::Organisation, name);
    if (key.startsWith("the "_L1))
        key.remove(0, 4);
    return key;
}

QString hostOf(const QString &address)
{
    QString host = QUrl(address.contains("://"_L1) ? address : u"https://"_s + address).host();
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    return host;
}

} // namespace

match::Searched searchedIn(const Snapshot &record)
{
    match::Searched out;
    out.articles = static_cast<int>(record.articles().size());
    for (const Article &article : record.articles()) {
        const PartialDate &date = article.published.when;
        if (!date.isKnown()) {
            ++out.undated;
            continue;
        }
        if (!date.isOpenStart() && (!out.from.isKnown() || date.earliest() < out.from.earliest()))
            out.from = PartialDate::at(date.from());
        const DatePoint last = date.isOpenEnd() ? date.from() : date.to();
        if (!out.to.isKnown() || PartialDate::at(last).latest() > out.to.latest())
            out.to = PartialDate::at(last);
    }
    return out;
}

QString bareQuote(const QString &pasted)
{
    QStringView words = QStringView(pasted).trimmed();
    while (!words.isEmpty() && isMark(words.front()))
        words = words.sliced(1).trimmed();
    while (!words.isEmpty() && isMark(words.back()))
        words = words.chopped(1).trimmed();
    return words.toString();
}

bool isNamed(const Agent &agent, const QString &asked)
{
    const QString wanted = foldedText(asked);
    if (wanted.isEmpty())
        return false;
    if (foldedText(agent.name) == wanted)
        return true;
    if (std::ranges::any_of(agent.names, [&](const AgentName &name) { return foldedText(name.name) == wanted; }))
        return true;
    const QString name = foldedText(agent.name);
    return agent.type == AgentType::Person && ((!wanted.contains(u' ') && name.endsWith(u" "_s + wanted)) || (name.contains(u' ') && wanted.endsWith(u" "_s + name)));
}

bool isNamedInPart(const Agent &agent, const QString &asked)
{
    const QString name = foldedText(agent.name);
    const bool isBare = std::ranges::none_of(agent.names, [](const AgentName &one) { return one.name.trimmed().contains(u' '); });
    return agent.type == AgentType::Person && isBare && !name.contains(u' ') && foldedText(asked).endsWith(u" "_s + name);
}

bool isPrintedBy(const Article &article, const Snapshot &record, const QString &asked)
{
    const QString wanted = foldedText(asked);
    if (wanted.isEmpty())
        return false;
    const Outlet *outlet = record.outlet(article.outlet);
    if (outlet && outletKey(outlet->name) == outletKey(asked))
        return true;
    if (foldedText(article.title.value) == wanted || foldedText(article.fileName) == wanted)
        return true;
    if (article.url.value.isEmpty() || asked.trimmed().contains(u' '))
        return false;
    const QString host = hostOf(article.url.value);
    return article.url.value == asked.trimmed() || (!host.isEmpty() && !wanted.contains(u'/') && (host == hostOf(wanted) || host.endsWith(u'.' + hostOf(wanted))));
}

} // namespace onrecord::store
