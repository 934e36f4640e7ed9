// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/guardwords.h"

#include "core/extract/lexicon.h"

#include <QFile>
#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

quint32 classNamed(QStringView name)
{
    static const QHash<QStringView, quint32> classes{
        {u"negation", guard::Negation},     {u"reversal", guard::Reversal},         {u"hedge", guard::Hedge},         {u"modal", guard::Modal},
        {u"quantifier", guard::Quantifier}, {u"approximator", guard::Approximator}, {u"condition", guard::Condition}, {u"number", guard::Number},
        {u"magnitude", guard::Magnitude},   {u"unit", guard::Unit},                 {u"report", guard::Report},       {u"hearsay", guard::Report | guard::Hearsay},
    };
    return classes.value(name);
}

} // namespace

const GuardWords &GuardWords::of(const QString &language)
{
    static const GuardWords english(u"en"_s);
    static const GuardWords german(u"de"_s);
    return language == u"de" ? german : english;
}

GuardWords::GuardWords(const QString &language)
{
    (void)extract::sharedLexicon(language); // makes the built-in lists known to Qt
    QFile file(u":/onrecord/words/guard/"_s + language + u".txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the guard's word lists are not built in");
    const QString list = QString::fromUtf8(file.readAll());
    quint32 classes = 0;
    for (const QStringView raw : QStringView(list).tokenize(u'\n')) {
        const QStringView line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']'))
            classes = classNamed(line.sliced(1, line.size() - 2));
        else if (line.contains(u'/'))
            readOpposites(line);
        else
            readLine(line, classes);
    }
}

void GuardWords::readLine(QStringView line, quint32 classes)
{
    const qsizetype sign = line.indexOf(u'=');
    const QString words = (sign < 0 ? line : line.first(sign)).trimmed().toString();
    const QString sense = sign < 0 ? words : line.sliced(sign + 1).trimmed().toString();
    GuardEntry &entry = m_entries[words];
    entry.classes |= classes;
    if (entry.sense.isEmpty() || (classes & guard::Unit))
        entry.sense = sense;
    if (classes & (guard::Number | guard::Magnitude))
        entry.value = sense.toDouble();
    m_longestPhrase = std::max(m_longestPhrase, static_cast<int>(words.count(u' ')) + 1);
}

void GuardWords::readOpposites(QStringView line)
{
    int pole = ++m_pairs;
    for (const QStringView side : line.tokenize(u'/')) {
        for (const QStringView word : side.tokenize(u' ', Qt::SkipEmptyParts))
            m_poles.insert(word.toString(), pole);
        pole = -pole;
    }
}

bool GuardWords::areOpposite(const QString &a, const QString &b) const
{
    const auto [from, to] = m_poles.equal_range(a);
    return std::any_of(from, to, [&](int pole) { return m_poles.contains(b, -pole); });
}

const GuardEntry *GuardWords::find(const QString &words) const
{
    const auto it = m_entries.constFind(words);
    return it == m_entries.cend() ? nullptr : &*it;
}

} // namespace onrecord::match
