// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tokens.h"

#include <QString>
#include <QStringList>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace onrecord::extract {

/// What the word lists say about a word. A word may be of many classes.
namespace word {
enum Class : quint64 {
    Determiner = 1ULL << 0,
    Possessive = 1ULL << 1,
    He = 1ULL << 2,
    She = 1ULL << 3,
    They = 1ULL << 4,
    It = 1ULL << 5,
    First = 1ULL << 6,
    Second = 1ULL << 7,
    Relative = 1ULL << 8,
    Preposition = 1ULL << 9,
    Conjunction = 1ULL << 10,
    Subordinator = 1ULL << 11,
    Auxiliary = 1ULL << 12,
    Negation = 1ULL << 13,
    Modality = 1ULL << 14,
    Hedge = 1ULL << 15,
    Quantifier = 1ULL << 16,
    Adverb = 1ULL << 17,
    NumberWord = 1ULL << 18,
    Speech = 1ULL << 19,       ///< a form of a verb that may carry a direct quotation
    Attitude = 1ULL << 20,     ///< a form of a verb that attributes a view
    Verb = 1ULL << 21,         ///< a form of any listed verb
    Role = 1ULL << 22,
    Title = 1ULL << 23,
    Male = 1ULL << 24,         ///< a given name or title of men
    Female = 1ULL << 25,
    GivenName = 1ULL << 26,
    Organisation = 1ULL << 27, ///< the whole entry is a known body
    OrganisationWord = 1ULL << 28,
    CompanySuffix = 1ULL << 29,
    Place = 1ULL << 30,
    Nationality = 1ULL << 31,
    Month = 1ULL << 32,
    Weekday = 1ULL << 33,
    Season = 1ULL << 34,
    Magnitude = 1ULL << 35,
    Unit = 1ULL << 36,
    ScareCue = 1ULL << 37,
    TitleCue = 1ULL << 38,
    Medium = 1ULL << 39,
    ReportNoun = 1ULL << 40,
    Product = 1ULL << 41,
    Common = 1ULL << 42,
    PhraseStart = 1ULL << 43,  ///< an entry of more words begins with it, a word or several
    Boilerplate = 1ULL << 44,
    According = 1ULL << 45,    ///< "laut", "nach", "zufolge": prepositions that name a source
    Particle = 1ULL << 46,     ///< the parted prefix of a German verb
    Naming = 1ULL << 47,       ///< an attitude verb that gives its object a name: called, described, denounced
    Base = 1ULL << 48,
    Third = 1ULL << 49,
    Past = 1ULL << 50,
    Participle = 1ULL << 51,
    Gerund = 1ULL << 52,
    PlaceWord = 1ULL << 53,    ///< closes the name of a place: Square, Island
    Term = 1ULL << 55,         ///< an abbreviation for a thing, in capitals: GDP, ROI
    OnlyThat = 1ULL << 54,     ///< a form of a verb that reports only with a conjunction or marks: began, put, found
    // Of a place in a text, in no list:
    Adverbial = 1ULL << 56,    ///< an adverb, listed or by its ending
    FigureStart = 1ULL << 57,  ///< a figure may begin here
    DateStart = 1ULL << 58,    ///< a date may begin here
};
/// Closed-class words: none of them is part of a name and none is a noun.
inline constexpr quint64 Function = Determiner | Possessive | He | She | They | It | First | Second | Relative | Preposition
    | Conjunction | Subordinator | Auxiliary;
inline constexpr quint64 Pronoun = He | She | They | It | First | Second | Relative;
} // namespace word

/// One word or phrase of the lists.
struct WordEntry {
    quint64 classes = 0;
    quint64 lemma = 0; ///< hash of the base form of a verb; otherwise 0
};

/// The word lists of one language, read once and then never changed; share it between threads freely.
/// A list is a text file named after what it holds: one entry a line, "#" opens a comment, "[class]" names the class
/// of the lines below it, verbs may be followed by their irregular forms. See docs/extraction.md.
class Lexicon
{
public:
    /// The lists built into the program for `language` ("en", "de"); an unknown language gets the English lists.
    [[nodiscard]] static std::shared_ptr<const Lexicon> builtIn(const QString &language);
    /// The built-in lists with the user's own laid over them: `folder`/<language>/*.txt. A line "-word" takes a word out.
    /// A word of the user's is what the user's lists say and nothing else; only what grammar and calendar know of it stays.
    /// A folder without lists gives the built-in ones.
    [[nodiscard]] static std::shared_ptr<const Lexicon> withFolder(const QString &language, const QString &folder);

    [[nodiscard]] WordEntry find(quint64 hash) const;
    /// Fetches what find() will look at, some words before it is asked.
    void prepare(quint64 hash) const { __builtin_prefetch(&m_places[hash & (m_places.size() - 1)]); }
    [[nodiscard]] quint64 classesOf(QStringView word) const { return find(wordHash(word)).classes; }
    [[nodiscard]] const Abbreviations &abbreviations() const { return m_abbreviations; }
    [[nodiscard]] int longestPhrase() const { return m_longestPhrase; }
    [[nodiscard]] const QString &language() const { return m_language; }
    /// What in the user's lists could not be used, a sentence each: "en/titles.txt, line 3: …". In English.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    struct Slot {
        quint64 hash = 0;
        WordEntry entry;
    };

    void readFolder(const QString &folder);
    void readList(const QString &list, const QString &name, const QString &label);
    void readEntry(QStringView line, quint64 classes);
    void readVerb(QStringView line, quint64 classes);
    [[nodiscard]] QString problemOf(QStringView line, quint64 classes) const;
    WordEntry &entryOf(quint64 hash);
    void add(QStringView word, quint64 classes, quint64 lemma = 0);
    void finish();

    QString m_language;
    std::unordered_map<quint64, WordEntry> m_building;
    /// Where a word's slot is. The table is small enough to stay near the processor; most words that are asked for stand in no list.
    struct Place {
        quint32 tag = 0;  ///< upper half of the hash
        quint32 slot = 0; ///< index into m_slots plus one; 0 when nothing is here
    };
    std::vector<Place> m_places; ///< open addressing; size is a power of two
    std::vector<Slot> m_slots;
    Abbreviations m_abbreviations;
    int m_longestPhrase = 1;
    QStringList m_problems;
    std::unordered_set<quint64> m_own; ///< words of the user's lists
    std::unordered_set<quint64> m_openings; ///< two words or more that open an entry of more
    bool m_readsOwn = false;
};

/// The words of the program's own that a figure or a date may begin with; hashes.
[[nodiscard]] std::vector<quint64> wordsOfFigures();
[[nodiscard]] std::vector<quint64> wordsOfDates();

/// The lists of every language that the user's folder holds lists for, over the built-in ones; empty when it holds none.
[[nodiscard]] std::vector<std::shared_ptr<const Lexicon>> userLexicons(const QString &folder);

/// The built-in lists of a language, made once at first use and then only read; safe from any thread.
[[nodiscard]] const std::shared_ptr<const Lexicon> &sharedLexicon(const QString &language);

} // namespace onrecord::extract
