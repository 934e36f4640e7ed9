// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/compare.h"

#include "core/match/changes.h"
#include "core/match/reach.h"
#include "core/match/samevalue.h"
#include "core/match/signs.h"
#include "core/match/wordforms.h"
#include "core/extract/lexicon.h"
#include "core/text/fold.h"

#include <algorithm>
#include <array>

namespace onrecord::match {

namespace {

/// What two wordings share, by count and by how much the shared words tell.
struct Shared {
    int words = 0;
    int longestRun = 0;
    int edgeRun = 0;     ///< the longest run that reaches an end of each wording
    int wholePiece = 0;  ///< the longest run that is all between two ellipses of one wording
    int weight = 0;      ///< of the words in common, lone closed-class words left out
    int telling = 0;     ///< words in common that are not of a closed class
    int runTelling = 0;  ///< of them in the longest run
    int printedWeight = 0, askedWeight = 0;
    bool hasOtherName = false; ///< a name stands where the other wording has another

    /// How much of the lighter wording is in the other.
    [[nodiscard]] double cover() const { return part(std::min(printedWeight, askedWeight)); }
    [[nodiscard]] double askedCover() const { return part(askedWeight); }
    /// How much of the heavier one.
    [[nodiscard]] double heavyCover() const { return part(std::max(printedWeight, askedWeight)); }

private:
    [[nodiscard]] double part(int whole) const { return whole == 0 ? 0.0 : std::min(1.0, double(weight) / whole); }
};

int weightOf(const std::vector<ComparedWord> &words)
{
    int sum = 0;
    for (const ComparedWord &word : words)
        sum += word.weight;
    return sum;
}

/// Do the words stand alone between two ellipses, or between one and an end?
bool isPiece(const ComparedText &text, size_t from, size_t to)
{
    const bool opens = from == 0 || text.words[from].gapBefore;
    const bool closes = to == text.words.size() || text.words[to].gapBefore;
    return opens && closes && !(from == 0 && to == text.words.size());
}

/// A number for a number, "not" for nothing, "don't" for "do not": whether it is one remark is for the other words to say.
void weighExchange(const ComparedText &a, const ComparedText &b, const Stretch &stretch, Shared &out)
{
    constexpr size_t mostExchanged = 4;
    if (stretch.aCount() > mostExchanged || stretch.bCount() > mostExchanged)
        return;
    if (isContraction(a.words, stretch.a, stretch.aEnd, b.words, stretch.b, stretch.bEnd)) {
        int weight = 0;
        for (size_t i = stretch.a; i < stretch.aEnd; ++i)
            weight += a.words[i].weight;
        out.weight += weight;
        int asked = 0;
        for (size_t i = stretch.b; i < stretch.bEnd; ++i)
            asked += b.words[i].weight;
        out.askedWeight += weight - asked;
        return;
    }
    if (isDeniedVerb(a.words, stretch.a, stretch.aEnd, b.words, stretch.b, stretch.bEnd)) {
        // The verb is in both; the "did not" beside it is the change that is named.
        const int weight = stretch.aCount() == 1 ? a.words[stretch.a].weight : b.words[stretch.b].weight;
        const auto own = [weight](const std::vector<ComparedWord> &words, size_t from, size_t to) {
            int sum = -weight;
            for (size_t i = from; i < to; ++i)
                sum += words[i].weight;
            return sum;
        };
        out.printedWeight -= own(a.words, stretch.a, stretch.aEnd);
        out.askedWeight -= own(b.words, stretch.b, stretch.bEnd);
        out.weight += weight;
        ++out.words;
        ++out.telling;
        return;
    }
    constexpr quint32 neutral = guard::Polarity | guard::Number | guard::Unit | guard::Hedge | guard::Modal | guard::Quantifier;
    const bool isTurn = stretch.aCount() == 1 && stretch.bCount() == 1 && isTurned(a.words[stretch.a].key, b.words[stretch.b].key);
    const auto lighten = [&](const std::vector<ComparedWord> &words, size_t from, size_t to, bool hasOther, int &sum) {
        for (size_t i = from; i < to; ++i) {
            if (words[i].is(neutral) || isTurn) {
                sum -= words[i].weight;
            } else if (words[i].is(guard::Name) && hasOther) {
                sum -= words[i].weight / 2;
                out.hasOtherName = out.hasOtherName || !words[i].is(guard::Calendar);
            }
        }
    };
    lighten(a.words, stretch.a, stretch.aEnd, stretch.bCount() > 0, out.printedWeight);
    lighten(b.words, stretch.b, stretch.bEnd, stretch.aCount() > 0, out.askedWeight);
}

/// A month or a country in a value that both have, in another spelling, tells nothing against one remark. (Numbers and units never do.)
void weighValues(const SideBySide &sides, Shared &out)
{
    const auto isShared = [&](size_t at, size_t Stretch::*from, size_t Stretch::*to) {
        return std::ranges::any_of(sides.stretches, [&](const Stretch &stretch) { return stretch.same && stretch.*from <= at && at < stretch.*to; });
    };
    for (const SameValue &value : sameValues(sides)) {
        for (size_t i = value.a; i < value.aEnd; ++i)
            out.printedWeight -= sides.printed.words[i].is(guard::Name) && !isShared(i, &Stretch::a, &Stretch::aEnd) ? sides.printed.words[i].weight / 2 : 0;
        for (size_t i = value.b; i < value.bEnd; ++i)
            out.askedWeight -= sides.asked.words[i].is(guard::Name) && !isShared(i, &Stretch::b, &Stretch::bEnd) ? sides.asked.words[i].weight / 2 : 0;
    }
}

Shared sharedIn(const ComparedText &a, const ComparedText &b, const std::vector<Stretch> &stretches)
{
    Shared out;
    out.printedWeight = weightOf(a.words);
    out.askedWeight = weightOf(b.words);
    for (const Stretch &stretch : stretches) {
        if (!stretch.same) {
            weighExchange(a, b, stretch, out);
            continue;
        }
        int weight = 0;
        int telling = 0;
        for (size_t i = stretch.a; i < stretch.aEnd; ++i) {
            weight += a.words[i].weight;
            telling += a.words[i].weight > 1 ? 1 : 0;
        }
        const int length = static_cast<int>(stretch.aCount());
        out.words += length;
        out.telling += telling;
        const bool frames = (stretch.a == 0 && stretch.b == 0) || (stretch.aEnd == a.words.size() && stretch.bEnd == b.words.size());
        out.weight += telling > 0 || length > 2 || frames ? weight : 0;
        const bool reachesPrinted = stretch.a == 0 || stretch.aEnd == a.words.size();
        const bool reachesAsked = stretch.b == 0 || stretch.bEnd == b.words.size();
        if (reachesPrinted && reachesAsked)
            out.edgeRun = std::max(out.edgeRun, length);
        if (isPiece(a, stretch.a, stretch.aEnd) || isPiece(b, stretch.b, stretch.bEnd))
            out.wholePiece = std::max(out.wholePiece, length);
        if (length > out.longestRun) {
            out.longestRun = length;
            out.runTelling = telling;
        }
    }
    return out;
}

/// A wording that begins or ends inside a word of the other ("though" of "although"): four letters or more, and no prefix that turns
/// the word round.
bool isClipped(const Stretch &stretch, const ComparedText &longer, const ComparedText &shorter, bool shorterIsB, bool atStart)
{
    const size_t from = shorterIsB ? stretch.b : stretch.a;
    const size_t count = shorterIsB ? stretch.bCount() : stretch.aCount();
    const size_t longCount = shorterIsB ? stretch.aCount() : stretch.bCount();
    if (count != 1 || longCount == 0)
        return false;
    const QString &part = shorter.words[from].key;
    const size_t longFrom = shorterIsB ? stretch.a : stretch.b;
    const QString &whole = longer.words[atStart ? longFrom + longCount - 1 : longFrom].key;
    static constexpr std::array<QStringView, 7> turning{u"un", u"in", u"im", u"il", u"ir", u"dis", u"non"};
    if (part.size() < (atStart ? 4 : 3) || !(atStart ? whole.endsWith(part) : whole.startsWith(part)))
        return false;
    return std::ranges::none_of(turning, [&whole](QStringView prefix) { return whole.startsWith(prefix); });
}

/// "not", "never", or nothing.
bool isNegationOnly(const std::vector<ComparedWord> &words, size_t from, size_t to)
{
    return std::all_of(words.begin() + static_cast<ptrdiff_t>(from), words.begin() + static_cast<ptrdiff_t>(to), [](const ComparedWord &word) { return word.is(guard::Negation); });
}

/// Has it a verb of its own, and not only "I don't think" with what is thought cut away?
bool statesSomething(const ComparedText &text)
{
    return std::ranges::any_of(text.words, [](const ComparedWord &word) {
        static constexpr std::array<QStringView, 6> helping{u"do", u"does", u"did", u"don't", u"doesn't", u"didn't"};
        const bool helps = std::ranges::contains(helping, QStringView(word.key));
        const bool isVerb = (word.lexical & (extract::word::Verb | extract::word::Auxiliary)) || word.is(guard::Modal | guard::Reversal);
        return isVerb && !helps && !(word.lexical & (extract::word::Attitude | extract::word::Speech));
    });
}

/// Is the one wording the other with words left out at its ends, or where its ellipses say so? `isExcerpt`: also when it leaves out an aside,
/// denies a verb, or has a "not" more or less.
bool isContained(const ComparedText &longer, const ComparedText &shorter, const std::vector<Stretch> &stretches, bool shorterIsB, bool isExcerpt)
{
    for (size_t i = 0; i < stretches.size(); ++i) {
        const Stretch &stretch = stretches[i];
        const auto &a = shorterIsB ? longer.words : shorter.words;
        const auto &b = shorterIsB ? shorter.words : longer.words;
        if (isExcerpt && isNegationOnly(a, stretch.a, stretch.aEnd) && isNegationOnly(b, stretch.b, stretch.bEnd))
            continue;
        if (stretch.same || (isExcerpt && isDeniedVerb(a, stretch.a, stretch.aEnd, b, stretch.b, stretch.bEnd)))
            continue;
        const bool atStart = i == 0;
        const bool atEnd = i + 1 == stretches.size();
        if ((shorterIsB ? stretch.bCount() : stretch.aCount()) > 0) {
            if ((atStart || atEnd) && isClipped(stretch, longer, shorter, shorterIsB, atStart))
                continue;
            return false;
        }
        const size_t next = shorterIsB ? stretch.bEnd : stretch.aEnd;
        const bool marked = next < shorter.words.size() ? shorter.words[next].gapBefore : shorter.gapAtEnd;
        const LeftOut cut{longer.words, shorterIsB ? stretch.a : stretch.b, shorterIsB ? stretch.aEnd : stretch.bEnd};
        if (!atStart && !atEnd && !marked && !(isExcerpt && isAside(cut)))
            return false;
    }
    return true;
}

/// The same words in another order, but for some of closed classes: "It is a gift, not a loan" and "This is a loan, not a gift".
bool haveSameTelling(const ComparedText &a, const ComparedText &b)
{
    constexpr size_t least = 4;
    constexpr size_t mostOther = 2;
    const auto telling = [](const ComparedText &text) {
        QStringList out;
        for (const ComparedWord &word : text.words) {
            if (word.weight > 1)
                out.append(word.key);
        }
        out.sort();
        return out;
    };
    const size_t count = std::min(a.words.size(), b.words.size());
    return count >= least && std::max(a.words.size(), b.words.size()) - count <= mostOther && telling(a) == telling(b);
}

/// Do the words in common make the two one remark? Nothing here confirms: what differs is named in any case. The thresholds tell
/// remarks that people held for one from others with stock phrases in common.
bool isSameRemark(const Shared &shared, bool contained, int shorterWords)
{
    if (contained) {
        // Many words and hardly one that tells: a slogan, said on many a day.
        constexpr int long_ = 9;
        if (shorterWords >= long_ && shared.telling * 5 < shorterWords)
            return false;
        return shorterWords >= 5 ? shared.telling >= 1 : shared.telling >= 2;
    }
    const double cover = shared.cover();
    // Much the same as a whole: short sentences with a word exchanged.
    if (cover >= 0.75 && shared.heavyCover() >= 0.6)
        return shared.hasOtherName ? shared.telling >= 3 : shared.telling >= 2 || shared.words >= 3;
    if (shorterWords <= 10)
        return cover >= 0.98 && shared.longestRun >= 5 && shared.telling >= 3;
    if (cover >= 0.8)
        return shared.telling >= 3 && shared.longestRun >= 6;
    // Cut at different places: what both have reaches an end of each.
    if (cover >= 0.6)
        return shared.edgeRun >= 9 || shared.wholePiece >= 7;
    return shared.longestRun >= 9 && shared.runTelling >= 4 && cover >= 0.35;
}

std::vector<Piece> piecesOf(QStringView printed, QStringView asked, const SideBySide &sides)
{
    std::vector<Piece> out;
    const auto add = [&out](Piece::Op op, QStringView text) {
        if (text.isEmpty())
            return;
        if (!out.empty() && out.back().op == op)
            out.back().text += text;
        else
            out.push_back({op, text.toString()});
    };
    // A word takes the signs and spaces behind it; those before the first word belong to it.
    const auto cut = [](QStringView text, const std::vector<ComparedWord> &words, size_t from, size_t to) {
        if (from == to)
            return QStringView();
        const qsizetype start = from == 0 ? 0 : words[from].span.start;
        const qsizetype end = to < words.size() ? words[to].span.start : text.size();
        return text.sliced(start, end - start);
    };
    for (const Stretch &stretch : sides.stretches) {
        add(stretch.same ? Piece::Op::Same : Piece::Op::Printed, cut(printed, sides.printed.words, stretch.a, stretch.aEnd));
        if (!stretch.same)
            add(Piece::Op::Asked, cut(asked, sides.asked.words, stretch.b, stretch.bEnd));
    }
    return out;
}

void describeCore(const SideBySide &sides, Comparison &out)
{
    int runs = 0;
    size_t last = 0;
    for (const Stretch &stretch : sides.stretches) {
        if (!stretch.same)
            continue;
        const auto &words = sides.printed.words;
        if (runs == 0)
            out.printedCore.start = words[stretch.a].span.start;
        else
            out.cutWords += static_cast<int>(stretch.a - last);
        out.printedCore.end = words[stretch.aEnd - 1].span.end;
        last = stretch.aEnd;
        ++runs;
    }
    out.askedIsWhole = runs > 0 && out.sharedWords == out.askedWords;
    out.askedIsUnbroken = out.askedIsWhole && runs == 1;
}

} // namespace

Comparison compare(QStringView printed, QStringView asked, const QString &language)
{
    const QString spoken = language.isEmpty() ? languageOf(printed, asked) : language;
    ComparedText a = comparedWords(printed, spoken);
    ComparedText b = comparedWords(asked, spoken);
    joinLinkedWords(a, b);
    const std::vector<Stretch> stretches = align(a.words, b.words);
    const SideBySide sides{printed, asked, a, b, stretches};
    Shared shared = sharedIn(a, b, stretches);
    weighValues(sides, shared);

    Comparison out;
    out.printedWords = static_cast<int>(a.words.size());
    out.askedWords = static_cast<int>(b.words.size());
    out.sharedWords = shared.words;
    out.longestRun = shared.longestRun;
    out.likeness = shared.cover();
    out.askedCover = shared.askedCover();
    out.tellingWords = shared.telling;
    out.pieces = piecesOf(printed, asked, sides);
    describeCore(sides, out);
    const std::vector<Change> signs = signChanges(sides);
    out.signsDiffer = !signs.empty();
    const bool equal = std::ranges::all_of(stretches, &Stretch::same);
    if (equal && out.signsDiffer) {
        out.changes = signs;
        out.same = true;
        out.relation = std::ranges::all_of(signs, [](const Change &change) { return change.kind == ChangeKind::Cut; }) ? Relation::Shortened : Relation::Altered;
        out.meaningChanged = std::ranges::any_of(signs, [](const Change &change) { return isConflict(change); });
        return out;
    }
    if (equal) {
        out.relation = a.words.empty() && foldedText(printed) != foldedText(asked) ? Relation::Different : Relation::Identical;
        out.same = out.relation == Relation::Identical;
        return out;
    }
    const bool askedInPrinted = isContained(a, b, stretches, true, false);
    const bool contained = askedInPrinted || isContained(b, a, stretches, false, false);
    const bool states = statesSomething(a.words.size() < b.words.size() ? a : b);
    const bool isExcerpt = contained || (states && (isContained(a, b, stretches, true, true) || isContained(b, a, stretches, false, true)));
    out.changes = nameChanges(sides);
    out.changes.insert(out.changes.end(), signs.begin(), signs.end());
    const bool isReordered = std::ranges::any_of(out.changes, [](const Change &change) { return change.kind == ChangeKind::Order; }) && haveSameTelling(a, b);
    const int fewer = std::min(out.printedWords, out.askedWords);
    out.same = isReordered || isSameRemark(shared, contained, fewer) || (isExcerpt && isSameRemark(shared, true, fewer));
    out.relation = !out.same ? Relation::Different : contained ? Relation::Shortened : Relation::Altered;
    out.printedIsLonger = askedInPrinted;
    out.meaningChanged = std::ranges::any_of(out.changes, [](const Change &change) { return isConflict(change); });
    return out;
}

} // namespace onrecord::match
