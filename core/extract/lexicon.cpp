// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/lexicon.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

void loadOnRecordWords()
{
    // Resources of a static library are only linked when somebody names them.
    Q_INIT_RESOURCE(words);
}

namespace onrecord::extract {

namespace {

struct ClassName {
    QStringView name;
    quint64 classes;
};

constexpr std::array classNames{
    ClassName{u"determiner", word::Determiner}, ClassName{u"possessive", word::Possessive}, ClassName{u"number", word::NumberWord},
    ClassName{u"he", word::He}, ClassName{u"she", word::She}, ClassName{u"they", word::They}, ClassName{u"it", word::It},
    ClassName{u"first", word::First}, ClassName{u"second", word::Second}, ClassName{u"relative", word::Relative},
    ClassName{u"preposition", word::Preposition}, ClassName{u"conjunction", word::Conjunction},
    ClassName{u"subordinator", word::Subordinator}, ClassName{u"auxiliary", word::Auxiliary}, ClassName{u"negation", word::Negation},
    ClassName{u"modality", word::Modality}, ClassName{u"hedge", word::Hedge}, ClassName{u"quantifier", word::Quantifier},
    ClassName{u"adverb", word::Adverb}, ClassName{u"according", word::According}, ClassName{u"particle", word::Particle},
    ClassName{u"speech", word::Speech | word::Verb}, ClassName{u"attitude", word::Attitude | word::Verb},
    ClassName{u"naming", word::Attitude | word::Naming | word::Verb}, ClassName{u"verbs", word::Verb}, ClassName{u"roles", word::Role}, ClassName{u"title", word::Title},
    ClassName{u"titles", word::Title}, ClassName{u"male", word::Male | word::GivenName},
    ClassName{u"female", word::Female | word::GivenName}, ClassName{u"organisations", word::Organisation},
    ClassName{u"organisation", word::OrganisationWord}, ClassName{u"organisationwords", word::OrganisationWord},
    ClassName{u"suffix", word::CompanySuffix}, ClassName{u"places", word::Place}, ClassName{u"placewords", word::PlaceWord}, ClassName{u"nationalities", word::Nationality},
    ClassName{u"month", word::Month}, ClassName{u"weekday", word::Weekday}, ClassName{u"season", word::Season},
    ClassName{u"magnitude", word::Magnitude}, ClassName{u"unit", word::Unit}, ClassName{u"units", word::Unit},
    ClassName{u"scare", word::ScareCue}, ClassName{u"media", word::Medium}, ClassName{u"reportnouns", word::ReportNoun},
    ClassName{u"products", word::Product}, ClassName{u"terms", word::Term}, ClassName{u"onlythat", word::OnlyThat | word::Verb}, ClassName{u"common", word::Common}, ClassName{u"boilerplate", word::Boilerplate},
};

quint64 classesNamed(QStringView name, QStringView list)
{
    // In the lists of titles the gender sections speak of titles, elsewhere of given names; in scare, "title" is a cue.
    if (list == u"titles" && (name == u"male" || name == u"female"))
        return word::Title | (name == u"male" ? word::Male : word::Female);
    if (list == u"scare" && name == u"title")
        return word::TitleCue;
    const auto it = std::ranges::find(classNames, name, &ClassName::name);
    return it == classNames.end() ? 0 : it->classes;
}

bool isVowel(QChar c)
{
    return QStringView(u"aeiou").contains(c);
}

/// Regular English inflection of `base`: third person, past and participle, gerund.
std::array<QString, 3> regularForms(QStringView base)
{
    const QString stem = base.toString();
    const QChar last = base.back();
    const QChar before = base.size() > 1 ? base[base.size() - 2] : QChar(u'a');
    if (last == u'e')
        return {stem + u's', stem + u'd', stem.chopped(1) + u"ing"_s};
    if (last == u'y' && !isVowel(before))
        return {stem.chopped(1) + u"ies"_s, stem.chopped(1) + u"ied"_s, stem + u"ing"_s};
    const bool sibilant = last == u's' || last == u'x' || last == u'z' || base.endsWith(u"sh") || base.endsWith(u"ch");
    return {stem + (sibilant ? u"es"_s : u"s"_s), stem + u"ed"_s, stem + u"ing"_s};
}

quint64 phraseOf(QStringView entry, int *count)
{
    quint64 hash = 0;
    *count = 0;
    for (const QStringView part : entry.tokenize(u' ', Qt::SkipEmptyParts)) {
        hash = *count == 0 ? wordHash(part) : phraseHash(hash, wordHash(part));
        ++*count;
    }
    return hash;
}

} // namespace

std::shared_ptr<const Lexicon> Lexicon::builtIn(const QString &language)
{
    return withFolder(language, {});
}

std::shared_ptr<const Lexicon> Lexicon::withFolder(const QString &language, const QString &folder)
{
    loadOnRecordWords();
    const auto lexicon = std::make_shared<Lexicon>();
    const QString known = QDir(u":/onrecord/words/"_s + language).exists() ? language : u"en"_s;
    lexicon->m_language = known;
    lexicon->readFolder(u":/onrecord/words/shared"_s);
    lexicon->readFolder(u":/onrecord/words/"_s + known);
    lexicon->m_readsOwn = true;
    if (!folder.isEmpty()) {
        lexicon->readFolder(folder + u"/shared"_s);
        lexicon->readFolder(folder + u'/' + known);
    }
    lexicon->finish();
    return lexicon;
}

void Lexicon::readFolder(const QString &folder)
{
    const QDir dir(folder);
    const QString label = dir.dirName(); // the language, or "shared"
    for (const QString &file : dir.entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        QFile list(dir.filePath(file));
        if (!list.open(QIODevice::ReadOnly)) {
            m_problems.append(u"%1/%2 cannot be read: %3"_s.arg(label, file, list.errorString()));
            continue;
        }
        QStringDecoder decode(QStringDecoder::Utf8);
        const QString text = decode(list.readAll());
        if (decode.hasError())
            m_problems.append(u"%1/%2 is not UTF-8 and is left out"_s.arg(label, file));
        else
            readList(text, file.chopped(4), label);
    }
}

/// Why a line of the user's cannot be used; empty when it can.
QString Lexicon::problemOf(QStringView line, quint64 classes) const
{
    constexpr qsizetype longest = 120; // characters of an entry
    if (line.startsWith(u'[') && line.endsWith(u']'))
        return classes == 0 ? u"there is no class %1"_s.arg(line) : QString();
    if (line.startsWith(u'-')) {
        int count = 0;
        return m_building.contains(phraseOf(line.sliced(1).trimmed(), &count)) ? QString() : u"“%1” is in no list and cannot be taken out"_s.arg(line.sliced(1).trimmed());
    }
    if (classes == 0)
        return u"the list has no class: name the file after a list, or open a class with a line like [roles]"_s;
    if (line.size() > longest)
        return u"an entry of more than %1 characters"_s.arg(longest);
    if ((classes & word::Verb) && m_language == u"en") {
        const auto forms = line.split(u' ', Qt::SkipEmptyParts).size();
        if (forms != 1 && forms != 5)
            return u"a verb has one form or five (say says said said saying), not %1"_s.arg(forms);
    }
    return {};
}

void Lexicon::readList(const QString &list, const QString &name, const QString &label)
{
    quint64 classes = classesNamed(name, name);
    int number = 0;
    for (const QStringView raw : QStringView(list).tokenize(u'\n')) {
        ++number;
        QStringView line = raw.trimmed();
        if (number == 1 && line.startsWith(QChar::ByteOrderMark))
            line = line.sliced(1);
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const bool opens = line.startsWith(u'[') && line.endsWith(u']');
        if (opens)
            classes = classesNamed(line.sliced(1, line.size() - 2), name);
        const QString problem = m_readsOwn ? problemOf(line, classes) : QString();
        if (!problem.isEmpty())
            m_problems.append(u"%1/%2.txt, line %3: %4"_s.arg(label, name).arg(number).arg(problem));
        else if (!opens)
            readEntry(line, classes);
    }
}

namespace {

/// critic → critics, ally → allies, coach → coaches
QString pluralOf(QStringView noun)
{
    constexpr QStringView vowels = u"aeiou";
    if (noun.endsWith(u'y') && noun.size() > 1 && !vowels.contains(noun[noun.size() - 2]))
        return noun.chopped(1) + u"ies"_s;
    const bool hisses = noun.endsWith(u's') || noun.endsWith(u'x') || noun.endsWith(u"ch") || noun.endsWith(u"sh");
    if (noun.endsWith(u"man"))
        return noun.chopped(2) + u"en"_s;
    return noun + (hisses ? u"es"_s : u"s"_s);
}

} // namespace

void Lexicon::readEntry(QStringView line, quint64 classes)
{
    if (line.startsWith(u'-')) {
        int count = 0;
        m_building.erase(phraseOf(line.sliced(1).trimmed(), &count));
        return;
    }
    if (classes & word::Verb) {
        readVerb(line, classes);
        return;
    }
    int count = 0;
    const quint64 hash = phraseOf(line, &count);
    entryOf(hash).classes |= classes;
    if (count > 1) {
        m_longestPhrase = std::max(m_longestPhrase, count);
        m_building[wordHash(line.first(line.indexOf(u' ')))].classes |= word::PhraseStart;
        for (qsizetype space = line.indexOf(u' '); (space = line.indexOf(u' ', space + 1)) >= 0;) {
            int words = 0;
            m_openings.insert(phraseOf(line.first(space), &words));
        }
    } else if (line.endsWith(u'.')) {
        m_abbreviations.push_back(hash);
    } else if (classes == word::Role && m_language == u"en") {
        add(pluralOf(line), classes);
    }
}

void Lexicon::readVerb(QStringView line, quint64 classes)
{
    const QList<QStringView> forms = line.split(u' ', Qt::SkipEmptyParts);
    const quint64 lemma = wordHash(forms.front());
    const bool english = m_language == u"en";
    add(forms.front(), classes | word::Base, lemma);
    if (forms.size() == 1 && english) {
        const auto regular = regularForms(forms.front());
        add(regular[0], classes | word::Third, lemma);
        add(regular[1], classes | word::Past | word::Participle, lemma);
        add(regular[2], classes | word::Gerund, lemma);
    } else if (forms.size() == 5 && english) {
        constexpr std::array marks{word::Third, word::Past, word::Participle, word::Gerund};
        for (size_t i = 0; i < marks.size(); ++i)
            add(forms[static_cast<qsizetype>(i) + 1], classes | marks[i], lemma);
    } else {
        for (const QStringView form : forms.sliced(1))
            add(form, classes | word::Past, lemma);
    }
}

/// The entry of a word. The first time that the user's own lists name it, what the built-in lists say of it goes.
WordEntry &Lexicon::entryOf(quint64 hash)
{
    WordEntry &entry = m_building[hash];
    if (m_readsOwn && m_own.insert(hash).second) {
        entry.classes &= word::Function | word::Month | word::Weekday | word::Season | word::NumberWord | word::Magnitude | word::PhraseStart;
        entry.lemma = 0;
    }
    return entry;
}

void Lexicon::add(QStringView word, quint64 classes, quint64 lemma)
{
    WordEntry &entry = entryOf(wordHash(word));
    entry.classes |= classes;
    if (lemma != 0 && entry.lemma == 0)
        entry.lemma = lemma;
}

void Lexicon::finish()
{
    std::ranges::sort(m_abbreviations);
    for (const quint64 opening : m_openings)
        m_building[opening].classes |= word::PhraseStart;
    for (const quint64 hash : wordsOfFigures())
        m_building[hash].classes |= word::FigureStart;
    for (const quint64 hash : wordsOfDates())
        m_building[hash].classes |= word::DateStart;
    size_t size = 1024;
    while (size < m_building.size() * 2)
        size *= 2;
    m_places.assign(size, {});
    m_slots.reserve(m_building.size());
    for (const auto &[hash, entry] : m_building) {
        size_t at = hash & (size - 1);
        while (m_places[at].slot != 0)
            at = (at + 1) & (size - 1);
        m_slots.push_back({hash, entry});
        m_places[at] = {static_cast<quint32>(hash >> 32), static_cast<quint32>(m_slots.size())};
    }
    m_building.clear();
    m_own.clear();
    m_openings.clear();
}

WordEntry Lexicon::find(quint64 hash) const
{
    const size_t mask = m_places.size() - 1;
    const auto tag = static_cast<quint32>(hash >> 32);
    for (size_t at = hash & mask; m_places[at].slot != 0; at = (at + 1) & mask) {
        if (m_places[at].tag != tag)
            continue;
        const Slot &slot = m_slots[m_places[at].slot - 1];
        if (slot.hash == hash)
            return slot.entry;
    }
    return {};
}

std::vector<std::shared_ptr<const Lexicon>> userLexicons(const QString &folder)
{
    std::vector<std::shared_ptr<const Lexicon>> out;
    for (const QString &language : {u"en"_s, u"de"_s}) {
        const auto holdsLists = [&](const QString &part) { return !QDir(folder + u'/' + part).entryList({u"*.txt"_s}, QDir::Files).isEmpty(); };
        if (!folder.isEmpty() && (holdsLists(language) || holdsLists(u"shared"_s)))
            out.push_back(Lexicon::withFolder(language, folder));
    }
    return out;
}

const std::shared_ptr<const Lexicon> &sharedLexicon(const QString &language)
{
    static const std::shared_ptr<const Lexicon> english = Lexicon::builtIn(u"en"_s);
    static const std::shared_ptr<const Lexicon> german = Lexicon::builtIn(u"de"_s);
    return language == u"de" ? german : english;
}

} // namespace onrecord::extract
