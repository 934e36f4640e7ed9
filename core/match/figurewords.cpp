// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figurewords.h"

#include "core/extract/lexicon.h"
#include "core/match/amount.h"

#include <QFile>
#include <QHash>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

/// Words under names, or without one under the empty name.
class Group
{
public:
    void read(QStringView line)
    {
        const qsizetype colon = line.indexOf(u':');
        const QString name = colon < 0 ? QString() : line.first(colon).trimmed().toString();
        for (QStringView w : line.sliced(colon + 1).split(u' ', Qt::SkipEmptyParts)) {
            const bool onlyThis = w.startsWith(u'=');
            if (onlyThis)
                w = w.sliced(1);
            m_words.insert(w.toString(), name);
            if (!onlyThis)
                m_stems.insert(wordStem(w), name);
        }
    }
    [[nodiscard]] QString name(QStringView word) const
    {
        const auto at = find(word);
        return at ? *at : QString();
    }
    [[nodiscard]] bool has(QStringView word) const { return find(word) != nullptr; }
    /// No other form of the words than those of the list.
    [[nodiscard]] bool hasExactly(QStringView word) const { return m_words.contains(word.toString().toLower()); }

private:
    [[nodiscard]] const QString *find(QStringView word) const
    {
        if (const auto exact = m_words.constFind(word.toString().toLower()); exact != m_words.cend())
            return &*exact;
        const auto stem = m_stems.constFind(wordStem(word));
        return stem == m_stems.cend() ? nullptr : &*stem;
    }

    QHash<QString, QString> m_words, m_stems;
};

/// The file of the lists.
class Lists
{
public:
    Lists()
    {
        (void)extract::sharedLexicon(u"en"_s); // makes the built-in lists known to Qt
        QFile file(u":/onrecord/words/figures/words.txt"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the word lists of the figures are not built in");
        const QString text = QString::fromUtf8(file.readAll());
        QString name;
        for (const QStringView raw : QStringView(text).tokenize(u'\n')) {
            const QStringView line = raw.trimmed();
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            if (line.startsWith(u'['))
                name = line.sliced(1, line.size() - 2).toString();
            else if (name == u"phrase")
                readPhrases(line);
            else if (name == u"near")
                readNear(line.split(u' '));
            else
                m_groups[name].read(line);
        }
    }

    [[nodiscard]] const Group &group(const QString &name) const { return *m_groups.constFind(name); }
    [[nodiscard]] QStringList near(const QString &deed) const { return m_near.value(deed); }

    int phrase(std::span<const QStringView> words, QString &deed) const
    {
        QString said;
        int used = 0;
        for (int i = 0; i < static_cast<int>(words.size()); ++i) {
            said += (i ? u" "_s : QString()) + words[static_cast<size_t>(i)].toString().toLower();
            if (const auto known = m_phrases.constFind(said); known != m_phrases.cend()) {
                deed = *known;
                used = i + 1;
            }
        }
        return used;
    }

private:
    void readNear(const QList<QStringView> &pair)
    {
        m_near[pair.first().toString()] << pair.last().toString();
        m_near[pair.last().toString()] << pair.first().toString();
    }

    void readPhrases(QStringView line)
    {
        const qsizetype colon = line.indexOf(u':');
        for (const QStringView phrase : line.sliced(colon + 1).split(u';'))
            m_phrases.insert(phrase.trimmed().toString(), line.first(colon).toString());
    }

    QHash<QString, Group> m_groups;
    QHash<QString, QString> m_phrases;
    QHash<QString, QStringList> m_near;
};

const Lists &lists()
{
    static const Lists all;
    return all;
}

} // namespace

QString conceptOf(QStringView word)
{
    static const Group &deeds = lists().group(u"deed"_s);
    return deeds.name(word);
}

int conceptOf(std::span<const QStringView> words, QString &deed)
{
    return lists().phrase(words, deed);
}

bool isNearDeed(const QString &a, const QString &b)
{
    return lists().near(a).contains(b);
}

QStringList deedsNear(const QString &deed)
{
    if (deed.isEmpty())
        return {};
    return QStringList(deed) + lists().near(deed);
}

bool isEventDeed(const QString &deed)
{
    static const Group &events = lists().group(u"event"_s);
    return events.hasExactly(deed);
}

QString thingOf(QStringView noun)
{
    static const Group &things = lists().group(u"thing"_s);
    const QString known = things.name(noun);
    return known.isEmpty() ? wordStem(noun) : known;
}

bool isSameThing(QStringView a, QStringView b)
{
    static const Group &same = lists().group(u"same"_s);
    if (wordStem(a) == wordStem(b))
        return true;
    const QString known = same.name(a);
    return !known.isEmpty() && known == same.name(b);
}

bool isAnybody(QStringView noun)
{
    static const Group &anybody = lists().group(u"anybody"_s);
    return anybody.has(noun);
}

QString subjectForm(QStringView noun)
{
    static const Group &alike = lists().group(u"alike"_s);
    const QString known = alike.name(noun);
    return known.isEmpty() ? wordStem(noun) : known;
}

QString measureOf(QStringView word)
{
    static const Group &measures = lists().group(u"measure"_s);
    return measures.name(word);
}

int directionOf(QStringView word)
{
    static const Group &fewer = lists().group(u"fewer"_s);
    static const Group &more = lists().group(u"more"_s);
    return fewer.hasExactly(word) ? -1 : more.hasExactly(word) ? 1 : 0;
}

bool isLightVerb(QStringView word)
{
    static const Group &light = lists().group(u"light"_s);
    return light.hasExactly(word);
}

bool isBearingVerb(QStringView word)
{
    static const Group &bearing = lists().group(u"bearing"_s);
    return bearing.hasExactly(word);
}

bool isPassingWord(QStringView word)
{
    static const Group &passing = lists().group(u"passing"_s);
    return passing.hasExactly(word);
}

bool isRunningWord(QStringView word)
{
    static const Group &running = lists().group(u"running"_s);
    return running.has(word);
}

bool isBodyNoun(QStringView word)
{
    static const Group &words = lists().group(u"body"_s);
    return words.has(word);
}

bool isWholeWord(QStringView word)
{
    static const Group &whole = lists().group(u"whole"_s);
    return whole.has(word);
}

bool isEmptySubject(QStringView word)
{
    static const Group &empty = lists().group(u"emptysubject"_s);
    return empty.has(word);
}

bool isEmptyTopic(QStringView word)
{
    static const Group &empty = lists().group(u"emptytopic"_s);
    return empty.has(word);
}

bool isEmptyName(QStringView word)
{
    static const Group &empty = lists().group(u"emptyname"_s);
    return empty.hasExactly(word);
}

} // namespace onrecord::match
