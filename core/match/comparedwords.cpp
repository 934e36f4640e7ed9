// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/comparedwords.h"

#include "core/extract/lexicon.h"
#include "core/match/numberwords.h"
#include "core/text/fold.h"

#include <QSet>
#include <algorithm>
#include <array>

namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

bool isPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

bool isIdeograph(QChar c)
{
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
}

/// "[T]he" is "the" and "report[ed]" is "reported": brackets within a word are signs, what they hold belongs to the word.
Folded withoutInnerBrackets(Folded in)
{
    const QString text = in.text;
    if (!text.contains(u'['))
        return in;
    Folded out;
    qsizetype closing = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'[') {
            const qsizetype end = text.indexOf(u']', i);
            const bool isWord = end > i + 1 && std::all_of(text.cbegin() + i + 1, text.cbegin() + end, isPart);
            // A letter at the beginning changes its case; an ending changes the form. "[un]happy" is another word.
            const bool isEnding = i > 0 && isPart(text[i - 1]);
            const bool isInner = isWord && (isEnding || (end == i + 2 && end + 1 < text.size() && isPart(text[end + 1])));
            if (isInner) {
                closing = end;
                continue;
            }
        } else if (i == closing) {
            continue;
        }
        out.text.append(text[i]);
        out.origin.push_back(in.origin[static_cast<size_t>(i)]);
    }
    out.origin.push_back(in.origin.back());
    return out;
}

/// Words of one folded text, without what the lists say of them.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_original(text), m_folded(withoutInnerBrackets(fold(text))), m_text(m_folded.text) {}

    ComparedText run()
    {
        while (m_at < m_text.size())
            step();
        m_out.gapAtEnd = m_gap;
        return std::move(m_out);
    }

private:
    [[nodiscard]] QChar peek(qsizetype by) const { return m_at + by >= 0 && m_at + by < m_text.size() ? m_text[m_at + by] : QChar(u' '); }

    void step()
    {
        const QChar c = m_text[m_at];
        if (isIdeograph(c) || c.category() == QChar::Symbol_Other) {
            add(m_at, m_at + 1);
            ++m_at;
        } else if (c.isHighSurrogate() && peek(1).isLowSurrogate()) {
            add(m_at, m_at + 2);
            m_at += 2;
        } else if (c.isDigit()) {
            takeNumber();
        } else if (isPart(c) || ((c == u'@' || c == u'#') && isPart(peek(1)))) {
            takeWord();
        } else if (c.category() == QChar::Symbol_Currency || c == u'%') {
            add(m_at, m_at + 1);
            ++m_at;
        } else {
            takeSign(c);
        }
    }

    void takeSign(QChar c)
    {
        if (c == u'.' && takeEllipsis())
            return;
        noteSign(c);
        if (c == u'[')
            m_bracketed = true;
        else if (c == u']')
            m_bracketed = false;
        else if (c == u'-' && m_at > 0 && isPart(m_text[m_at - 1]) && (isPart(peek(1)) || isBrokenLine()))
            m_linked = true;
        else if ((c == u'.' || c == u'!' || c == u'?' || c == u'\n') && !m_out.words.empty())
            m_sentenceEnds = true;
        ++m_at;
    }

    /// A dash is one between spaces, or a long one; folding has made all of them the same.
    void noteSign(QChar c)
    {
        constexpr QStringView heaviestLast = u",-:;!?.";
        const bool isDash = c == u'-' && (!isPart(peek(-1)) || !isPart(peek(1)) || m_original[m_folded.origin[static_cast<size_t>(m_at)]].unicode() >= 0x2013);
        if ((c != u'-' || isDash) && heaviestLast.indexOf(c) > heaviestLast.indexOf(m_sign))
            m_sign = c;
    }

    /// A hyphen at a line's end, with small letters on the next line.
    [[nodiscard]] bool isBrokenLine() const
    {
        if (peek(1) != u' ' || !peek(2).isLetter())
            return false;
        const qint32 from = m_folded.origin[static_cast<size_t>(m_at)];
        const qint32 to = m_folded.origin[static_cast<size_t>(m_at) + 2];
        return m_original.sliced(from, to - from).contains(u'\n') && m_original[to].isLower();
    }

    bool takeEllipsis()
    {
        int points = 0;
        qsizetype at = m_at;
        while (at < m_text.size() && (m_text[at] == u'.' || (m_text[at] == u' ' && at + 1 < m_text.size() && m_text[at + 1] == u'.'))) {
            points += m_text[at] == u'.' ? 1 : 0;
            ++at;
        }
        if (points < 3 && !(points == 2 && at - m_at == 2))
            return false;
        m_gap = true;
        m_at = at;
        return true;
    }

    void takeWord()
    {
        const qsizetype start = m_at++;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (isIdeograph(c))
                break;
            if (isPart(c)) {
                ++m_at;
            } else if (c == u'\'' && peek(1).isLetter()) {
                m_at += 2;
            } else if (c == u'.' && isPart(peek(1)) && isAbbreviating(start)) {
                m_at += 2;
            } else {
                break;
            }
        }
        add(start, m_at);
    }

    /// The points of "u.s." and "a.i", not that of a sentence without its space.
    [[nodiscard]] bool isAbbreviating(qsizetype start) const
    {
        const bool loneBefore = m_at - start == 1 || m_text[m_at - 2] == u'.';
        const bool loneAfter = !isPart(peek(2));
        return loneBefore && loneAfter;
    }

    void takeNumber()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isDigit() || ((m_text[m_at] == u'.' || m_text[m_at] == u',') && peek(1).isDigit())))
            ++m_at;
        const qsizetype digits = m_at;
        while (m_at < m_text.size() && isPart(m_text[m_at]) && !isIdeograph(m_text[m_at]))
            ++m_at;
        const QStringView suffix = QStringView(m_text).sliced(digits, m_at - digits);
        static const QSet<QStringView> endings{u"st", u"nd", u"rd", u"th", u"s", u"x"};
        if (suffix.isEmpty() || endings.contains(suffix)) {
            add(start, m_at);
            return;
        }
        add(start, digits);
        m_linked = true;
        add(digits, m_at);
    }

    void add(qsizetype from, qsizetype to)
    {
        ComparedWord made;
        made.span = {m_folded.origin[static_cast<size_t>(from)], endOf(to)};
        made.key = m_text.sliced(from, to - from);
        if (made.key == u"an")
            made.key = u"a"_s; // which of the two it is, the next word decides
        made.isBracketed = m_bracketed;
        made.isLinked = m_linked && !m_out.words.empty();
        made.gapBefore = m_gap;
        made.sign = m_out.words.empty() ? QChar() : m_sign;
        if (m_sentenceEnds && !m_out.words.empty()) {
            // "Mr. Smith" and "J. Smith" go on; so does what a small letter continues.
            const ComparedWord &last = m_out.words.back();
            const bool goesOn = m_original[made.span.start].isLower() || isAbbreviation(last.key);
            m_sentence += goesOn ? 0 : 1;
            made.startsSentence = !goesOn;
        }
        made.startsSentence = made.startsSentence || m_out.words.empty();
        made.sentence = m_sentence;
        m_out.words.push_back(std::move(made));
        m_linked = m_gap = m_sentenceEnds = false;
        m_sign = {};
    }

    [[nodiscard]] static bool isAbbreviation(const QString &key)
    {
        static const QSet<QString> short_{u"mr"_s, u"mrs"_s, u"ms"_s, u"dr"_s, u"prof"_s, u"st"_s, u"sen"_s, u"rep"_s, u"gov"_s, u"gen"_s, u"jr"_s, u"sr"_s, u"vs"_s, u"no"_s,
                                          u"lt"_s, u"col"_s, u"capt"_s, u"maj"_s, u"sgt"_s, u"rev"_s, u"hon"_s, u"inc"_s, u"ltd"_s, u"nr"_s,
                                          u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"jun"_s, u"jul"_s, u"aug"_s, u"sep"_s, u"sept"_s, u"oct"_s, u"nov"_s, u"dec"_s};
        return (key.size() == 1 && key != u"i" && key[0].isLetter()) || key.contains(u'.') || short_.contains(key);
    }

    /// Where the original of the folded unit before `to` ends.
    [[nodiscard]] qint32 endOf(qsizetype to) const
    {
        qsizetype last = m_folded.origin[static_cast<size_t>(to) - 1];
        ++last; // a combining mark and the second half of a pair belong to it
        const qsizetype next = m_folded.origin[static_cast<size_t>(to)];
        while (last < next && (m_original[last].isMark() || m_original[last].isLowSurrogate()))
            ++last;
        return static_cast<qint32>(last);
    }

    QStringView m_original;
    Folded m_folded;
    QString m_text;
    qsizetype m_at = 0;
    int m_sentence = 0;
    bool m_bracketed = false;
    bool m_linked = false;
    bool m_gap = false;
    bool m_sentenceEnds = false;
    QChar m_sign;
    ComparedText m_out;
};

bool isCapital(QStringView text, const ComparedWord &word)
{
    return text[word.span.start].isUpper();
}

/// Titles and shouting put capitals on every word: they tell nothing about names there.
bool isShouted(QStringView text, const std::vector<ComparedWord> &words)
{
    int capitals = 0;
    int letters = 0;
    for (const ComparedWord &word : words) {
        if (!text[word.span.start].isLetter() || word.key.size() < 4)
            continue;
        ++letters;
        capitals += isCapital(text, word) ? 1 : 0;
    }
    return letters >= 3 && capitals * 10 > letters * 7;
}

quint32 lexicalClasses(const QString &key, const extract::WordEntry &entry)
{
    quint32 out = 0;
    const qsizetype apostrophe = key.indexOf(u'\'');
    static const QSet<QString> contracted{u"i"_s, u"you"_s, u"he"_s, u"she"_s, u"it"_s, u"we"_s, u"they"_s, u"that"_s, u"there"_s, u"what"_s, u"who"_s, u"here"_s, u"let"_s, u"where"_s, u"how"_s};
    if ((entry.classes & word::Function) || (apostrophe > 0 && contracted.contains(key.first(apostrophe))))
        out |= guard::Function;
    if (entry.classes & (word::Month | word::Weekday))
        out |= guard::Calendar;
    if (entry.classes & (word::Common | word::Verb | word::Adverb))
        out |= guard::Common;
    return out;
}

class Marker
{
public:
    Marker(QStringView text, ComparedText &out) : m_text(text), m_out(out), m_guard(GuardWords::of(out.language)), m_lexicon(*extract::sharedLexicon(out.language)) {}

    void run()
    {
        m_shouted = isShouted(m_text, m_out.words);
        for (size_t i = 0; i < m_out.words.size(); ++i)
            mark(i);
        for (size_t i = 0; i < m_out.words.size(); ++i)
            markPhrase(i);
        joinNumbers(m_out);
        for (size_t i = 0; i < m_out.words.size(); ++i)
            weigh(i);
    }

private:
    void mark(size_t i)
    {
        ComparedWord &word = m_out.words[i];
        const extract::WordEntry entry = m_lexicon.find(wordHash(word.key));
        word.lemma = entry.lemma;
        word.lexical = entry.classes;
        word.classes |= lexicalClasses(word.key, entry);
        word.sense = word.key;
        if (const GuardEntry *known = m_guard.find(word.key)) {
            word.classes |= known->classes;
            word.sense = known->sense;
        } else if (word.key.endsWith("n't"_L1)) {
            word.classes |= guard::Negation;
        }
        // "1 May" doubts nothing.
        if ((entry.classes & word::Month) && isCapital(m_text, word) && !word.startsSentence && !m_shouted)
            word.classes &= ~quint32(guard::Hedge | guard::Modal);
        markName(i, entry.classes);
    }

    void markName(size_t i, quint64 classes)
    {
        ComparedWord &word = m_out.words[i];
        const bool isListed = classes & (word::GivenName | word::Organisation | word::Place | word::Product | word::Nationality | word::Month | word::Weekday);
        const bool isCommon = word.is(guard::Function | guard::Common | guard::Negation | guard::Hedge | guard::Modal | guard::Quantifier | guard::Unit | guard::Number | guard::Magnitude)
            || (classes & (word::Title | word::Role));
        const bool hasDigit = std::ranges::any_of(word.key, [](QChar c) { return c.isDigit(); });
        if (word.key.startsWith(u'@') || (hasDigit && word.key[0].isLetter())) {
            word.classes |= guard::Name;
        } else if (isCapital(m_text, word) && !isCommon) {
            // German nouns are capital too: there only listed names and what follows one are names.
            const bool follows = i > 0 && m_out.words[i - 1].is(guard::Name);
            // At a sentence's start only a word that no list has, not even in another form, may be one.
            const bool isStrange = !word.startsSentence || (classes == 0 && !hasCommonEnding(word.key));
            const bool isKnown = isListed || (m_out.language == u"de" ? follows : isStrange && !m_shouted);
            if (isKnown)
                word.classes |= guard::Name;
        } else if (isCapital(m_text, word) && isListed && !word.startsSentence && !m_shouted && !word.is(guard::Function | guard::Negation | guard::Modal)) {
            word.classes |= guard::Name;
        }
        if (word.is(guard::Name) && word.sense.endsWith("'s"_L1))
            word.sense.chop(2);
        // "U.S." and "US", which is no pronoun.
        const bool isCountry = word.key == u"us" && !m_shouted && isSpelled(word);
        if (isCountry)
            word.classes = guard::Name;
        if (word.is(guard::Name) && isSpelled(word))
            word.sense = QString(word.key).remove(u'.').append(u'.');
    }

    [[nodiscard]] bool isSpelled(const ComparedWord &word) const
    {
        const QStringView letters = m_text.sliced(word.span.start, word.span.length());
        return std::ranges::all_of(letters, [](QChar c) { return c.isUpper() || c == u'.'; });
    }

    [[nodiscard]] static bool hasCommonEnding(const QString &key)
    {
        static constexpr std::array<QStringView, 9> endings{u"ing", u"ed", u"ly", u"s", u"ion", u"ness", u"ment", u"able", u"ity"};
        return key.size() < 3 || std::ranges::any_of(endings, [&key](QStringView ending) { return key.endsWith(ending); });
    }

    void markPhrase(size_t i)
    {
        QString phrase = m_out.words[i].key;
        for (size_t next = i + 1; next < m_out.words.size() && next < i + static_cast<size_t>(m_guard.longestPhrase()); ++next) {
            phrase += u' ' + m_out.words[next].key;
            const GuardEntry *known = m_guard.find(phrase);
            if (!known)
                continue;
            m_out.words[i].classes = (m_out.words[i].classes & ~quint32(guard::Quantifier | guard::Hedge | guard::Modal)) | known->classes;
            m_out.words[i].sense = known->sense;
            for (size_t inside = i + 1; inside <= next; ++inside) {
                m_out.words[inside].classes = m_out.words[i].classes;
                m_out.words[inside].sense = known->sense + u'+';
            }
        }
    }

    void weigh(size_t i)
    {
        ComparedWord &word = m_out.words[i];
        if (word.is(guard::Approximator)) {
            // A sign of currency may stand between: "about $50".
            const auto isNumber = [&](size_t at) { return at < m_out.words.size() && m_out.words[at].is(guard::Number); };
            if (isNumber(i + 1) || isNumber(i + 2))
                word.classes |= guard::Quantifier;
        }
        if (word.is(guard::Name | guard::Number))
            word.weight = 6;
        else if (word.is(guard::Function | guard::Modal) && !word.is(guard::Negation))
            word.weight = 1;
        else if (word.is(guard::Common | guard::Negation | guard::Hedge | guard::Quantifier))
            word.weight = word.is(guard::Negation) ? 3 : 4;
        else
            word.weight = 6;
    }

    QStringView m_text;
    ComparedText &m_out;
    const GuardWords &m_guard;
    const extract::Lexicon &m_lexicon;
    bool m_shouted = false;
};

} // namespace

QString languageOf(QStringView a, QStringView b)
{
    const extract::Lexicon &english = *extract::sharedLexicon(u"en"_s);
    const extract::Lexicon &german = *extract::sharedLexicon(u"de"_s);
    int score = 0;
    for (const QStringView text : {a, b}) {
        for (const QStringView raw : text.tokenize(u' ', Qt::SkipEmptyParts)) {
            const quint64 hash = wordHash(raw);
            const auto isClosed = [hash](const extract::Lexicon &lexicon) { return (lexicon.find(hash).classes & (word::Function | word::Negation)) != 0; };
            score += (isClosed(german) ? 1 : 0) - (isClosed(english) ? 1 : 0);
        }
    }
    return score > 0 ? u"de"_s : u"en"_s;
}

ComparedText comparedWords(QStringView text, const QString &language)
{
    ComparedText out = Scanner(text).run();
    out.language = language.isEmpty() ? languageOf(text) : language;
    Marker(text, out).run();
    return out;
}

namespace {

/// Not "5-6" and "56", and not "re-sign" and "resign".
bool isOneWord(const QString &first, const QString &second)
{
    return !(first.back().isDigit() && second.front().isDigit()) && first != "re"_L1;
}

} // namespace

void joinLinkedWords(ComparedText &a, ComparedText &b)
{
    const auto join = [](ComparedText &text, const QSet<QString> &whole) {
        for (size_t i = 0; i + 1 < text.words.size(); ++i) {
            ComparedWord &first = text.words[i];
            const ComparedWord &second = text.words[i + 1];
            if (!second.isLinked || !isOneWord(first.key, second.key) || !whole.contains(first.key + second.key))
                continue;
            first.key += second.key;
            first.sense = first.key;
            first.span.end = second.span.end;
            text.words.erase(text.words.begin() + static_cast<ptrdiff_t>(i) + 1);
        }
    };
    const auto keysOf = [](const ComparedText &text) {
        QSet<QString> keys;
        for (const ComparedWord &word : text.words)
            keys.insert(word.key);
        return keys;
    };
    const auto hasLinks = [](const ComparedText &text) { return std::ranges::any_of(text.words, &ComparedWord::isLinked); };
    if (hasLinks(a))
        join(a, keysOf(b));
    if (hasLinks(b))
        join(b, keysOf(a));
}

} // namespace onrecord::match
