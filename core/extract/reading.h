// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/extraction.h"
#include "core/extract/lexicon.h"
#include "core/text/tokens.h"

#include <QStringView>
#include <memory>
#include <vector>

/// The working state of reading one text, filled stage by stage (see extract.cpp for the order). Private to the room.
namespace onrecord::extract {

/// A word of the program's own, written small: hashed while compiling, so that asking for it costs one comparison.
struct Folded {
    template<size_t N>
    consteval Folded(const char16_t (&word)[N]) // NOLINT(google-explicit-constructor): a literal is meant to turn into it
    {
        if (N == 1)
            return;
        hash = 14695981039346656037ULL;
        for (size_t i = 0; i + 1 < N; ++i)
            hash = (hash ^ (word[i] == u'\u2019' ? u'\'' : word[i])) * 1099511628211ULL;
    }
    quint64 hash = 0; ///< 0 for the empty word

    [[nodiscard]] constexpr bool isEmpty() const { return hash == 0; }
    friend constexpr bool operator==(Folded, Folded) = default;
};

/// Several words of the program's own, asked for at once: one bit of a word's hash tells nearly every other word at the first look.
template<size_t N>
class WordSet
{
public:
    template<size_t... L>
    consteval WordSet(const char16_t (&...list)[L]) : words{Folded(list)...} // NOLINT(google-explicit-constructor): reads as a list
    {
        for (const Folded w : words)
            m_bits |= bitOf(w.hash);
    }

    [[nodiscard]] constexpr bool contains(quint64 hash) const
    {
        if (!(m_bits & bitOf(hash)))
            return false;
        for (const Folded w : words) {
            if (w.hash == hash)
                return true;
        }
        return false;
    }

    Folded words[N]; // NOLINT(modernize-avoid-c-arrays): filled from a pack

private:
    static constexpr quint64 bitOf(quint64 hash) { return 1ULL << (hash >> 58); }

    quint64 m_bits = 0;
};
template<size_t... L>
WordSet(const char16_t (&...words)[L]) -> WordSet<sizeof...(L)>;

/// A stretch in quotation marks, or one that the layout sets apart as a block quote. Tokens are indexes into Reading::tokens.
struct Stretch {
    int open = -1;        ///< token of the opening mark; of a stretch set apart, which has none, its first word
    int close = -1;       ///< token of the closing mark; -1 when the stretch runs to its paragraph's end
    int first = 0;        ///< first and last token between the marks
    int last = -1;
    Span content;         ///< without the marks and without outer white space
    bool isSingle = false;///< single marks at the outer level
    bool isBlock = false; ///< runs over lines without reopened marks
    bool isSetApart = false; ///< a paragraph of a block quote, without marks
    int continues = -1;   ///< index of the stretch of the paragraph before that this one goes on with
    bool isNickname = false;
    int sentence = -1;

    [[nodiscard]] int end() const { return close >= 0 ? close : last; } ///< its last token
};

/// The outer level of a text: a token that stands outside all marks, or a whole stretch. What is asked most of a token is kept here.
struct Item {
    int token = 0;
    int stretch = -1;
    quint64 hash = 0;    ///< of the token; 0 for signs and stretches
    quint64 classes = 0; ///< of the token; a stretch has none
    char16_t sign = 0;   ///< of a Point outside marks; otherwise 0
    TokenShape shape = TokenShape::Quote; ///< of the token; a stretch is a Quote
    bool isCapital = false;
};

/// A sentence of the outer level: items [first, last).
struct Sentence {
    int first = 0;
    int last = 0;
    int paragraph = 0;
    bool isHeadline = false;
    bool isTitleCased = false; ///< ordinary words with capitals: a heading or a slogan, wherever it stands
    bool isLoose = false;      ///< no running text: a heading, an entry of a list, a box
};

enum class Gender : quint8 { Unknown, Male, Female, Plural };

/// A place where a name stands.
struct Mention {
    int first = 0; ///< tokens of the name itself, without titles
    int last = 0;
    int from = 0;  ///< with the title words before it
    AgentType type = AgentType::Person;
    Gender gender = Gender::Unknown;
    double certainty = 0.5; ///< how sure the type is
    int agent = -1;
    bool isQuoted = false;
    bool isPossessive = false;
    bool isRemade = false; ///< taken out again: a part of something else
    qint32 end = 0; ///< text offset where the name ends; differs from its last token's end where words run together
};

/// Words that name who speaks: a name, a noun phrase or a pronoun. Items are indexes into Reading::items.
struct Source {
    int first = -1;
    int last = -1;
    int head = -1;     ///< token that carries the meaning; -1 means there is no source
    int mention = -1;  ///< the name in it, if any
    bool isPronoun = false;
    bool isRole = false;
    bool isPlural = false;
    bool isRelative = false;
    int antecedent = -1;   ///< mention a relative pronoun stands for

    [[nodiscard]] bool isValid() const { return head >= 0; }
};

/// Words that report speech, with who speaks.
struct Cue {
    int first = -1; ///< items of the words
    int last = -1;
    int head = -1;  ///< item of the verb, noun or preposition
    quint64 classes = 0;
    Source source;
    int sentence = -1;
    bool isInverted = false;  ///< the source stands behind the verb
    bool isParticiple = false;///< "saying", "adding": shares the source of another cue
    bool isPassive = false;
    bool isAccording = false;
    bool isNoun = false;
    bool isInfinitive = false;
    bool isNegated = false;

    [[nodiscard]] bool isSpeech() const { return classes & word::Speech; }
};

/// A quotation in the making: one stretch, with what the sieves found.
struct Attribution {
    int stretch = -1;
    int cue = -1;      ///< index into Reading::cues
    Source source;
    int agent = -1;
    std::vector<int> alsoAgents; ///< who says it together with `agent`
    Span speakerSpan;
    Span cueSpan;
    Kind kind = Kind::Statement;
    QString rule;
    double confidence = 0.0;
    bool isDecided = false;
};

/// A reported clause: what a cue reports without marks, or with marks around a part only.
struct Clause {
    int cue = -1;
    Span content;
    Span before;   ///< the piece of it that stands before its cue, when both sides are one clause ("|The pump| is expected |to leak|")
    int first = 0; ///< items of the clause
    int last = 0;
    int cueLast = -1; ///< last item of the cue's words when more than the cue itself: "talked about"
    int agent = -1;
    std::vector<int> alsoAgents; ///< who says it together with `agent`
    Span speakers; ///< the words that name all of them; empty when it is one
    bool hasMarks = false;
};

/// Direct speech that the layout marks: a turn of a conversation, quoted lines.
struct Turn {
    Span content;
    std::vector<Span> segments;
    Span speakerSpan;
    Span cueSpan;
    int agent = -1;
    QString rule;
    double confidence = 0.0;
    bool isStated = false; ///< by the file itself: what is struck inside, such as times, does not end it
};

struct Agent {
    QString name;
    AgentType type = AgentType::Person;
    Gender gender = Gender::Unknown;
    int male = 0;   ///< evidence of pronouns and titles
    int female = 0;
    double certainty = 0.0; ///< how sure the type is; for a person also that it is one
    std::vector<int> mentions; ///< indexes into Reading::mentions
    std::vector<Span> nominals;///< further places: "the spokesman"
    QStringList nominalForms;
    QString role;
    int affiliation = -1;
};

struct Reading {
    QStringView text;
    const Options *options = nullptr;
    std::shared_ptr<const Lexicon> words;
    bool isGerman = false;

    std::vector<Token> tokens;
    std::vector<quint64> classes;   ///< of each token
    std::vector<quint64> lemmas;    ///< of each token; 0 when it is no verb
    std::vector<qint32> paragraphOf;///< of each token
    std::vector<qint32> stretchOf;  ///< of each token; -1 outside marks
    std::vector<qint32> mentionOf;  ///< of each token; -1 when it is part of no name
    std::vector<bool> opensSentence;///< token is the first word of a sentence, inside marks too
    std::vector<int> paragraphStart;///< first token of each paragraph; one more entry for the end

    std::vector<Stretch> stretches;
    std::vector<Item> items;
    std::vector<int> itemOf;        ///< of each token; a quoted token has the item of its stretch
    std::vector<Sentence> sentences;
    std::vector<int> sentenceOf;    ///< of each item
    std::vector<Mention> mentions;
    std::vector<Agent> agents;
    std::vector<Cue> cues;
    std::vector<Attribution> attributions; ///< one a stretch, same index
    std::vector<Clause> clauses;
    std::vector<Turn> turns;

    [[nodiscard]] QStringView textOf(Span span) const { return text.sliced(span.start, span.length()); }
    [[nodiscard]] QStringView word(int token) const { return textOf(tokens[static_cast<size_t>(token)].span()); }
    [[nodiscard]] const Token &tok(int token) const { return tokens[static_cast<size_t>(token)]; }
    [[nodiscard]] quint64 cls(int token) const { return classes[static_cast<size_t>(token)]; }
    [[nodiscard]] bool is(int token, quint64 any) const { return classes[static_cast<size_t>(token)] & any; }
    [[nodiscard]] bool isSign(int token, char16_t sign) const { return tok(token).sign == sign && tok(token).shape == TokenShape::Point; }
    [[nodiscard]] bool isWord(int token, Folded w) const { return tok(token).hash == w.hash; }
    template<size_t N>
    [[nodiscard]] bool isAny(int token, const WordSet<N> &set) const
    {
        return set.contains(tok(token).hash);
    }
    [[nodiscard]] int count() const { return static_cast<int>(tokens.size()); }

    [[nodiscard]] const Item &item(int i) const { return items[static_cast<size_t>(i)]; }
    /// The questions below may be asked of any place: before the first and behind the last item there is nothing, which is no sign, no
    /// word and of no class. A text may break off anywhere.
    [[nodiscard]] bool has(int i) const { return static_cast<size_t>(i) < items.size(); }
    [[nodiscard]] bool isStretch(int i) const { return has(i) && items[static_cast<size_t>(i)].stretch >= 0; }
    [[nodiscard]] bool isToken(int i) const { return has(i) && items[static_cast<size_t>(i)].stretch < 0; }
    /// Classes of an outer item; a stretch has none.
    [[nodiscard]] quint64 icls(int i) const { return has(i) ? items[static_cast<size_t>(i)].classes : 0; }
    [[nodiscard]] bool iis(int i, quint64 any) const { return icls(i) & any; }
    [[nodiscard]] bool iSign(int i, char16_t sign) const { return has(i) && items[static_cast<size_t>(i)].sign == sign; }
    [[nodiscard]] bool iWord(int i, Folded w) const { return has(i) && items[static_cast<size_t>(i)].hash == w.hash; }
    template<size_t N>
    [[nodiscard]] bool iAny(int i, const WordSet<N> &set) const
    {
        return has(i) && set.contains(items[static_cast<size_t>(i)].hash);
    }
    [[nodiscard]] const Token &itok(int i) const { return tok(item(i).token); }
    [[nodiscard]] int iMention(int i) const { return isToken(i) ? mentionOf[static_cast<size_t>(item(i).token)] : -1; }
    [[nodiscard]] bool isWordItem(int i) const
    {
        return has(i) && items[static_cast<size_t>(i)].shape != TokenShape::Point && items[static_cast<size_t>(i)].shape != TokenShape::Quote;
    }
    [[nodiscard]] Mention &mention(int m) { return mentions[static_cast<size_t>(m)]; }
    [[nodiscard]] const Mention &mention(int m) const { return mentions[static_cast<size_t>(m)]; }
    [[nodiscard]] qint32 itemStart(int i) const
    {
        return isStretch(i) ? tok(stretches[static_cast<size_t>(item(i).stretch)].open).start : itok(i).start;
    }
    [[nodiscard]] qint32 itemEnd(int i) const
    {
        return isStretch(i) ? tok(stretches[static_cast<size_t>(item(i).stretch)].end()).end : itok(i).end;
    }
    [[nodiscard]] Span spanOf(const Source &source) const
    {
        return source.isValid() ? Span{itemStart(source.first), itemEnd(source.last)} : Span{};
    }
};

// The stages, in order. Each reads what the earlier ones left and fills its own part.
void readTokens(Reading &reading);       ///< tokens, classes, paragraphs
void pairMarks(Reading &reading);        ///< stretches
void readSentences(Reading &reading);    ///< items, sentences
void judgeLines(Reading &reading);       ///< which sentences are no running text
void findNames(Reading &reading);        ///< mentions
void chainNames(Reading &reading);       ///< agents
void findCues(Reading &reading);         ///< cues
void attribute(Reading &reading);        ///< attributions: the table of sieves
void findClauses(Reading &reading);      ///< clauses: indirect speech
void resolveSpeakers(Reading &reading);  ///< agents of the attributions: pronouns, nominals
void findTurns(Reading &reading);        ///< turns: conversations and quoted lines without marks, and those that the file states
void shareEchoes(Reading &reading);      ///< attributions whose words are said elsewhere in the text
void sortKinds(Reading &reading);        ///< statement, fragment, scare, title, hypothetical, self
void findIndirect(Reading &reading, Extraction &out);
void findFigures(Reading &reading, Extraction &out);
void findDates(Reading &reading, Extraction &out);
void findCircumstances(const Reading &reading, Extraction &out); ///< said and carriers; wants quotations in text order
void findMarkers(const Reading &reading, FoundQuotation &quotation);

} // namespace onrecord::extract
