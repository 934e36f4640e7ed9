// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/reach.h"

#include "core/extract/lexicon.h"

#include <QSet>
#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;
namespace word = extract::word;

namespace {

/// How firmly a new clause is parted from the one before.
enum class Joint : quint8 { None, And, Firm };

bool isOneOf(const QString &key, const QSet<QString> &words)
{
    return words.contains(key);
}

bool hasLexical(const ComparedWord &one, quint64 classes)
{
    return (one.lexical & classes) != 0;
}

bool isEnding(const QString &key, QStringView ending)
{
    const qsizetype apostrophe = key.indexOf(u'\'');
    return apostrophe > 0 && QStringView(key).sliced(apostrophe + 1) == ending;
}

/// "it's", "they've", "didn't": the verb is in the word.
bool isContracted(const ComparedWord &one)
{
    return one.key.endsWith("n't"_L1) || isEnding(one.key, u"re") || isEnding(one.key, u"ve") || isEnding(one.key, u"ll") || isEnding(one.key, u"m") || isEnding(one.key, u"d")
        || (isEnding(one.key, u"s") && one.is(guard::Function));
}

/// The words of one sentence, or of a part of it.
class Clauses
{
public:
    explicit Clauses(const std::vector<ComparedWord> &words) : m_words(words) {}

    /// Whether a clause that stands by itself begins at `at`, and how it is joined to the one before.
    [[nodiscard]] Joint jointAt(size_t at) const
    {
        if (at == 0 || at >= m_words.size() || m_words[at].sentence != m_words[at - 1].sentence)
            return Joint::None;
        const ComparedWord &one = m_words[at];
        if (one.sign == u';')
            return Joint::Firm;
        static const QSet<QString> adding{u"and"_s, u"or"_s, u"so"_s, u"und"_s, u"oder"_s, u"denn"_s};
        static const QSet<QString> opposing{u"but"_s, u"yet"_s, u"while"_s, u"whereas"_s, u"aber"_s, u"doch"_s, u"sondern"_s};
        const bool adds = isOneOf(one.key, adding);
        const bool opposes = isOneOf(one.key, opposing);
        if (!adds && !opposes && one.sign.isNull())
            return Joint::None;
        if (!isClause(adds || opposes ? at + 1 : at) || !endsClause(at))
            return Joint::None;
        return opposes || one.sign == u':' || one.sign == u'-' ? Joint::Firm : Joint::And;
    }

    /// Is a boundary of at least this firmness in (from, to]?
    [[nodiscard]] bool isParted(size_t from, size_t to, Joint least) const
    {
        for (size_t at = from + 1; at <= to && at < m_words.size(); ++at) {
            if (jointAt(at) >= least && least != Joint::None && jointAt(at) != Joint::None)
                return true;
        }
        return false;
    }

    [[nodiscard]] bool isFinite(size_t at) const
    {
        const ComparedWord &one = m_words[at];
        if (hasLexical(one, word::Auxiliary) || one.is(guard::Modal) || isContracted(one))
            return one.key != u"been" && one.key != u"being" && one.key != u"be";
        const bool afterArticle = at > 0 && (hasLexical(m_words[at - 1], word::Determiner | word::Possessive | word::Preposition) && !hasLexical(m_words[at - 1], word::Relative));
        if (afterArticle || (at > 0 && m_words[at - 1].key == u"to"))
            return false;
        if (hasLexical(one, word::Third | word::Past))
            return true;
        if (hasLexical(one, word::Verb) && hasLexical(one, word::Base))
            return at > 0 && hasLexical(m_words[at - 1], word::Pronoun | word::Adverb);
        // A verb that no list has: right behind a word that can only be a subject, or by its ending.
        static const QSet<QString> subjects{u"i"_s, u"we"_s, u"he"_s, u"she"_s, u"they"_s, u"nobody"_s, u"everybody"_s, u"everyone"_s, u"somebody"_s, u"someone"_s};
        if (at > 0 && isOneOf(m_words[at - 1].key, subjects) && one.sign.isNull() && !one.is(guard::Function | guard::Negation) && !hasLexical(one, word::Adverb))
            return true;
        return one.lexical == 0 && one.key.size() > 4 && one.key.endsWith("ed"_L1) && !one.is(guard::Name);
    }

    [[nodiscard]] bool hasFinite(size_t from, size_t to) const
    {
        for (size_t at = from; at < to && at < m_words.size(); ++at) {
            if (isFinite(at))
                return true;
        }
        return false;
    }

private:
    /// A subject and its finite verb, before the next sign. "if she pays, it closes" is one too; "if she pays" is not.
    [[nodiscard]] bool isClause(size_t at) const
    {
        if (at >= m_words.size())
            return false;
        const size_t end = partEnd(at);
        if (hasLexical(m_words[at], word::Subordinator) || m_words[at].is(guard::Condition))
            return end < m_words.size() && m_words[end].sentence == m_words[at].sentence && m_words[end].sign == u',' && isClause(end);
        if (hasLexical(m_words[at], word::Relative) || m_words[at].key == u"that" || m_words[at].key == u"dass" || m_words[at].key == u"not")
            return m_words[at].key == u"that" && at + 1 < end && isFinite(at + 1); // "and that is why"
        // What begins with a verb goes on with the subject before it; "nurses are" does not.
        const bool isVerb = hasLexical(m_words[at], word::Verb | word::Auxiliary) && !m_words[at].is(guard::Name) && !isContracted(m_words[at]);
        if (isVerb && !(hasLexical(m_words[at], word::Third) && at + 1 < end && hasLexical(m_words[at + 1], word::Auxiliary)))
            return false;
        bool hasSubject = false;
        for (size_t i = at; i < end && !hasLexical(m_words[i], word::Subordinator); ++i) {
            const bool isSurely = hasLexical(m_words[i], word::Auxiliary | word::Past) || isContracted(m_words[i]);
            const bool holdsBoth = isContracted(m_words[i]) && !m_words[i].key.endsWith("n't"_L1); // "it's"
            if (isFinite(i) && (hasSubject || holdsBoth))
                return true;
            if (isFinite(i) && isSurely)
                return false;
            hasSubject = hasSubject || isNominal(i);
        }
        return false;
    }

    [[nodiscard]] bool isNominal(size_t at) const
    {
        const ComparedWord &one = m_words[at];
        static const QSet<QString> objects{u"me"_s, u"us"_s, u"him"_s, u"them"_s, u"mich"_s, u"mir"_s, u"uns"_s, u"ihn"_s, u"ihm"_s};
        static const QSet<QString> adverbs{u"not"_s, u"never"_s, u"nicht"_s, u"nie"_s, u"niemals"_s, u"hardly"_s, u"scarcely"_s, u"barely"_s, u"only"_s, u"nur"_s};
        if (isOneOf(one.key, objects) || isOneOf(one.key, adverbs))
            return false;
        // A month behind "in" names no doer, but a noun without a preposition does.
        return !hasLexical(one, word::Adverb | word::Preposition | word::Auxiliary | word::Conjunction | word::Subordinator) && !one.is(guard::Hedge | guard::Calendar);
    }

    [[nodiscard]] size_t partEnd(size_t at) const
    {
        size_t end = at + 1;
        while (end < m_words.size() && m_words[end].sentence == m_words[at].sentence && m_words[end].sign.isNull())
            ++end;
        return end;
    }

    /// Is what stands before `at` a clause of its own, and not a condition that is still open?
    [[nodiscard]] bool endsClause(size_t at) const
    {
        size_t start = at;
        while (start > 0 && m_words[start - 1].sentence == m_words[at].sentence && m_words[start].sign != u';')
            --start;
        const ComparedWord &first = m_words[start];
        const bool opensWithCondition = hasLexical(first, word::Subordinator) || first.is(guard::Condition);
        if (opensWithCondition) {
            // "If she pays, | we sign" is one clause with its condition; "…, we sign, | and it closes" are two.
            const size_t main = partEnd(start);
            return main < at && hasFinite(main, at);
        }
        // Behind a comma, "and" with a clause parts two even when no list has the first one's verb.
        const bool isMarked = !m_words[at].sign.isNull() && hasLexical(m_words[at], word::Conjunction);
        return isMarked || hasFinite(start, at);
    }

    const std::vector<ComparedWord> &m_words;
};

/// Is there a verb of saying or thinking with a clause behind it among the words from `at` on, so that all the rest of the sentence may hang
/// on it? "I do not think the mill is lost and | the dam is old"; not "Nobody told us of it, and | the dam is old".
bool governs(const LeftOut &cut, const Clauses &clauses, size_t at)
{
    for (size_t i = at; i < cut.to; ++i) {
        const ComparedWord &one = cut.whole[i];
        const bool thinks = one.is(guard::Report) || hasLexical(one, word::Attitude) || (one.is(guard::Hedge) && hasLexical(one, word::Verb));
        if (thinks && clauses.hasFinite(i + 1, cut.to))
            return true;
    }
    return false;
}

/// Does a subordinate clause begin among the words left out, up to `at`? Not one that sets a condition.
bool isBehindSubordinator(const LeftOut &cut, size_t at)
{
    for (size_t i = cut.from; i <= at; ++i) {
        if (hasLexical(cut.whole[i], word::Subordinator | word::Relative) && !cut.whole[i].is(guard::Condition))
            return true;
    }
    return false;
}

bool isBehindReason(const LeftOut &cut, size_t at)
{
    static const QSet<QString> reasons{u"because"_s, u"since"_s, u"as"_s, u"although"_s, u"though"_s, u"while"_s, u"whereas"_s, u"weil"_s, u"da"_s, u"obwohl"_s, u"nachdem"_s};
    for (size_t i = cut.from; i <= at; ++i) {
        if (reasons.contains(cut.whole[i].key) && (i == 0 || cut.whole[i].startsSentence || !cut.whole[i].sign.isNull()))
            return true;
    }
    return false;
}

/// "We stopped because | the dam is old", "They rejected it as | the dam is old": the reason is said, whatever became of the rest. "We do not
/// stop because" may set the reason aside.
bool isReasonOf(const LeftOut &cut, const ComparedWord &one)
{
    static const QSet<QString> reasons{u"because"_s, u"since"_s, u"as"_s, u"although"_s, u"though"_s, u"weil"_s, u"da"_s, u"obwohl"_s};
    return cut.to > cut.from && reasons.contains(cut.whole[cut.to - 1].key) && hasLexical(one, word::Verb);
}

bool reachesForward(const LeftOut &cut, const Clauses &clauses, size_t at, ChangeKind kind)
{
    const ComparedWord &one = cut.whole[at];
    if (kind == ChangeKind::Negation && isReasonOf(cut, one))
        return false;
    if (kind == ChangeKind::Negation && at + 1 <= cut.to && (one.key == u"no" || one.key == u"nein") && !cut.whole[at + 1].sign.isNull())
        return false; // "No, | we will sell": an answer
    const bool isCondition = one.is(guard::Condition) && !one.is(guard::Hedge);
    // "Because nobody paid, | we closed" gives a reason.
    if (!isCondition && cut.whole[cut.to].sign == u',' && isBehindReason(cut, at))
        return false;
    const bool mayGovern = isCondition || governs(cut, clauses, at);
    return !clauses.isParted(at, cut.to, mayGovern ? Joint::Firm : Joint::And);
}

bool reachesBack(const LeftOut &cut, const Clauses &clauses, size_t at, ChangeKind kind)
{
    const ComparedWord &one = cut.whole[at];
    if (clauses.jointAt(cut.from) != Joint::None || clauses.isParted(cut.from, at, Joint::And))
        return false;
    if (one.is(guard::Condition) && !one.is(guard::Hedge))
        return true;
    // "…, not because I want it" sets another reason aside.
    if (kind == ChangeKind::Negation && at + 1 < cut.to && (cut.whole[at + 1].key == u"because" || cut.whole[at + 1].key == u"weil"))
        return false;
    if (kind == ChangeKind::Negation && (one.key == u"without" || one.key == u"ohne")) {
        // "We left | without a word"; not "We never leave | without a word".
        for (size_t i = cut.from; i > 0 && cut.whole[i - 1].sentence == one.sentence; --i) {
            if (cut.whole[i - 1].is(guard::Negation))
                return true;
        }
        return false;
    }
    return at - cut.from <= 2 && !isBehindSubordinator(cut, at);
}

} // namespace

bool reaches(const LeftOut &cut, size_t at, ChangeKind kind)
{
    const std::vector<ComparedWord> &whole = cut.whole;
    const ComparedWord &one = whole[at];
    const bool isBefore = cut.to < whole.size() && whole[cut.to].sentence == one.sentence;
    const bool isBehind = cut.from > 0 && whole[cut.from - 1].sentence == one.sentence;
    const Clauses clauses(whole);
    if (kind == ChangeKind::Quantifier) { // reaches the next words only: "more than | 50", "some | of them"
        const auto first = whole.begin() + static_cast<ptrdiff_t>(at) + 1;
        return isBefore && cut.to - at <= 3 && std::all_of(first, whole.begin() + static_cast<ptrdiff_t>(cut.to) + 1, [](const ComparedWord &word) { return word.sign.isNull(); });
    }
    // "but" and "however" set one thing against another; neither is taken back.
    static const QSet<QString> opposing{u"but"_s, u"however"_s, u"though"_s, u"although"_s, u"aber"_s, u"obwohl"_s, u"jedoch"_s, u"allerdings"_s};
    if (one.is(guard::Condition) && !one.is(guard::Hedge) && isOneOf(one.key, opposing))
        return false;
    return (isBefore && reachesForward(cut, clauses, at, kind)) || (isBehind && reachesBack(cut, clauses, at, kind));
}

namespace {

bool isSpeaker(const ComparedWord &one)
{
    return one.key == u"i" || one.key == u"we" || one.key == u"ich" || one.key == u"wir" || one.key.startsWith("i'"_L1) || one.key.startsWith("we'"_L1);
}

bool isBeing(const ComparedWord &one)
{
    static const QSet<QString> forms{u"am"_s, u"is"_s, u"are"_s, u"was"_s, u"were"_s, u"been"_s, u"being"_s, u"got"_s, u"i'm"_s, u"we're"_s, u"wurde"_s, u"wurden"_s, u"wird"_s, u"worden"_s};
    return forms.contains(one.key);
}

} // namespace

bool isOwnReport(const std::vector<ComparedWord> &words, size_t from, size_t verb)
{
    if (words[verb].is(guard::Hearsay))
        return false;
    bool isPassive = false;
    for (size_t i = verb; i > from; --i) {
        isPassive = isPassive || isBeing(words[i - 1]);
        if (isSpeaker(words[i - 1]))
            return !isPassive;
        if (!hasLexical(words[i - 1], word::Auxiliary | word::Adverb) && !words[i - 1].is(guard::Negation | guard::Modal | guard::Hedge))
            return false;
    }
    return false;
}

namespace {

/// What may stand between the verb and what it reports: "told | me and the board | that".
bool isObject(const ComparedWord &one)
{
    return !hasLexical(one, word::Preposition | word::Subordinator) || one.key == u"to";
}

Report reportBefore(const LeftOut &cut, const Clauses &clauses)
{
    const auto &words = cut.whole;
    if (cut.to == 0 || cut.to >= words.size() || cut.to == cut.from || words[cut.to].sentence != words[cut.to - 1].sentence || words[cut.to].key == u"to")
        return {};
    // "Man hat uns gesagt, | die Pumpe sei neu": German reports without a conjunction.
    const ComparedWord &last = words[cut.to - 1];
    const bool isBare = words[cut.to].sign == u',' && last.is(guard::Report) && last.key != u"say" && last.key != u"says" && last.key != u"said";
    size_t start = isBare ? cut.to - 1 : cut.to;
    while (start > cut.from && words[start - 1].sentence == words[cut.to].sentence && clauses.jointAt(start) == Joint::None)
        --start;
    if (start == cut.to || words[start].key == u"as" || words[start].key == u"wie")
        return {};
    const bool hasThat = last.key == u"that" || last.key == u"dass" || last.key == u"daß" || words[cut.to].key == u"that" || words[cut.to].key == u"dass" || isBare;
    size_t end = cut.to;
    while (end < words.size() && words[end].sentence == last.sentence)
        ++end;
    if ((!hasThat && !clauses.hasFinite(cut.to, end)) || clauses.isFinite(cut.to))
        return {}; // "They say | a prayer", "The report | is wrong"
    constexpr size_t mostBetween = 8;
    for (size_t verb = cut.to; verb > start && cut.to - verb < mostBetween; --verb) {
        const size_t at = verb - 1;
        if (words[at].is(guard::Report)) {
            const bool isNoun = !hasLexical(words[at], word::Verb | word::Speech | word::Attitude);
            const bool isNear = hasThat || verb == cut.to || (cut.to - verb <= 3 && words[cut.to].sign != u';');
            if (!isNear || (isNoun && !hasThat) || isOwnReport(words, start, at))
                return {};
            return {start, cut.to};
        }
        if ((clauses.isFinite(at) && at + 1 < cut.to) || (!hasThat && !isObject(words[at])))
            return {};
    }
    return {};
}

Report reportBehind(const LeftOut &cut, const Clauses &clauses)
{
    const auto &words = cut.whole;
    if (cut.from == 0 || cut.from >= cut.to || words[cut.from].sentence != words[cut.from - 1].sentence || words[cut.from].sign.isNull() || words[cut.from].sign == u';')
        return {};
    size_t begin = cut.from;
    while (begin > 0 && words[begin - 1].sentence == words[cut.from].sentence)
        --begin;
    if (!clauses.hasFinite(begin, cut.from))
        return {};
    size_t end = cut.from + 1;
    while (end < cut.to && words[end].sentence == words[cut.from].sentence && words[end].sign.isNull())
        ++end;
    if (words[cut.from].key == u"according" && cut.from + 1 < end && words[cut.from + 1].key == u"to")
        return {cut.from, end};
    constexpr size_t longest = 7;
    if (end - cut.from > longest || hasLexical(words[cut.from], word::Conjunction | word::Subordinator | word::Relative))
        return {};
    constexpr size_t mostBehind = 2; // "they told | the board"
    for (size_t verb = end - 1; verb > cut.from && end - verb <= mostBehind + 1; --verb) {
        if (words[verb].is(guard::Report))
            return isOwnReport(words, cut.from, verb) ? Report() : Report{cut.from, end};
    }
    return {};
}

} // namespace

Report lostReport(const LeftOut &cut)
{
    const Clauses clauses(cut.whole);
    const Report before = reportBefore(cut, clauses);
    return before.isEmpty() ? reportBehind(cut, clauses) : before;
}

bool isAside(const LeftOut &cut)
{
    const auto &words = cut.whole;
    constexpr size_t longest = 25;
    if (cut.from == 0 || cut.to >= words.size() || cut.to - cut.from < 2 || cut.to - cut.from > longest)
        return false;
    const bool isBetween = words[cut.from].sign == u',' && words[cut.to].sign == u',';
    return isBetween && words[cut.from - 1].sentence == words[cut.to].sentence && !hasLexical(words[cut.from], word::Conjunction);
}

bool narrowsNegation(const LeftOut &cut)
{
    const auto &words = cut.whole;
    constexpr size_t mostBefore = 2; // "no | serious | crack that …"
    if (cut.from == 0 || cut.from >= cut.to || words[cut.from].sentence != words[cut.from - 1].sentence || !words[cut.from].sign.isNull())
        return false;
    static const QSet<QString> opening{u"that"_s, u"who"_s, u"which"_s, u"whose"_s, u"of"_s, u"but"_s, u"except"_s, u"more"_s, u"like"_s};
    static const QSet<QString> pronouns{u"nothing"_s, u"nobody"_s, u"none"_s, u"one"_s};
    if (!opening.contains(words[cut.from].key))
        return false;
    for (size_t back = 1; back <= mostBefore + 1 && back <= cut.from; ++back) {
        const QString &key = words[cut.from - back].key;
        if ((back == 1 && pronouns.contains(key) && (key != u"one" || (cut.from > 1 && words[cut.from - 2].key == u"no"))) || key == u"no")
            return true;
    }
    return false;
}

} // namespace onrecord::match
