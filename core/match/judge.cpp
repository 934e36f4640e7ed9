// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/judge.h"

#include "core/match/compare.h"
#include "core/match/comparedwords.h"
#include "core/text/context.h"
#include "core/text/fold.h"

#include <QSet>
#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t leastRun = 3; ///< words of a run that a stitched quote may be made of

Span clipped(Span span, Span bounds)
{
    return {std::max(span.start, bounds.start), std::min(span.end, bounds.end)};
}

/// Whole sentences around `place` inside `bounds`, without the spaces at their ends.
Span sentencesAround(QStringView text, Span bounds, Span place)
{
    const Context context = contextOf(text, place, 0);
    Span out = clipped({context.before.start, context.after.end}, bounds);
    while (out.start < out.end && text[out.start].isSpace())
        ++out.start;
    while (out.end > out.start && text[out.end - 1].isSpace())
        --out.end;
    return out;
}

void shift(std::vector<Change> &changes, qint32 by)
{
    for (Change &change : changes) {
        if (!change.printed.isEmpty())
            change.printed = {change.printed.start + by, change.printed.end + by};
    }
}

QString nameOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Negation:
        return u"negation"_s;
    case ChangeKind::Number:
        return u"number"_s;
    case ChangeKind::Unit:
        return u"unit"_s;
    case ChangeKind::Name:
        return u"name"_s;
    case ChangeKind::Hedge:
        return u"hedge"_s;
    case ChangeKind::Quantifier:
        return u"quantifier"_s;
    case ChangeKind::Tense:
        return u"tense"_s;
    case ChangeKind::Order:
        return u"order"_s;
    default:
        return u"wording"_s;
    }
}

bool hasOnly(const std::vector<Change> &changes, std::initializer_list<ChangeKind> kinds)
{
    return std::ranges::all_of(changes, [&](const Change &change) { return std::ranges::find(kinds, change.kind) != kinds.end(); });
}

/// With the point or comma behind the words, where the quote was copied with it.
Span withSignsOf(QStringView text, Span core, QStringView asked)
{
    qsizetype words = asked.size();
    while (words > 0 && asked[words - 1].isPunct())
        --words;
    const QStringView tail = asked.sliced(words);
    if (!tail.isEmpty() && text.sliced(core.end).startsWith(tail))
        core.end += static_cast<qint32>(tail.size());
    return core;
}

/// Is what was asked about the remark that stands here? A fragment of it in another quotation is not; nearly all of its telling words
/// in one sentence are, whatever else that sentence says.
bool isThisRemark(const Comparison &answer)
{
    if (answer.askedIsUnbroken)
        return true;
    // One word lost, put in or exchanged in a short one: a dropped "not" must not hide what was said.
    const int missed = answer.askedWords - answer.sharedWords;
    if (answer.askedWords >= 4 && missed <= 1 && answer.cutWords <= 2 && answer.tellingWords >= 1 && answer.longestRun * 2 >= answer.askedWords)
        return true;
    if (answer.same)
        return answer.sharedWords * 2 >= answer.askedWords || answer.longestRun >= 9;
    return answer.askedCover >= 0.7 && answer.tellingWords >= 4 && answer.longestRun >= 3;
}

} // namespace

void fillVerbatim(Hit &hit, const QString &asked)
{
    hit.verdict = Verdict::Verbatim;
    hit.meaningChanged = false;
    hit.changes.clear();
    hit.pieces = {{Piece::Op::Same, hit.text}};
    hit.tier = hit.text == asked ? u"exact"_s : foldedText(hit.text) == foldedText(asked) ? u"folded"_s : u"words"_s;
    hit.likeness = hit.tier == u"exact" ? 1.0 : hit.tier == u"folded" ? 0.99 : 0.98;
    hit.explanation = hit.tier == u"exact" ? u"Every character is the same."_s
        : hit.tier == u"folded"            ? u"The words are the same; only what the matching contract folds differs (case, spaces, glyphs of quotation marks and dashes)."_s
                                           : u"The words are the same and stand in the same order; only signs between them differ that carry no sense (points, commas, hyphens between words, an ellipsis of the quote's own)."_s;
}

QString explainChanges(const std::vector<Change> &changes)
{
    QStringList out;
    for (const Change &change : changes) {
        if (change.bearing == Bearing::SameValue)
            out.append(u"“%1” for “%2”, the same value written otherwise"_s.arg(change.to, change.from));
        else if (change.kind == ChangeKind::Cut)
            out.append(u"“%1” is left out"_s.arg(change.from));
        else if (change.kind == ChangeKind::Insert)
            out.append(u"“%1” does not stand there"_s.arg(change.to));
        else if (change.from.isEmpty())
            out.append(u"%1 “%2” is added"_s.arg(nameOf(change.kind), change.to));
        else if (change.to.isEmpty())
            out.append(u"%1 “%2” is lost"_s.arg(nameOf(change.kind), change.from));
        else
            out.append(u"%1: “%2” for “%3”"_s.arg(nameOf(change.kind), change.to, change.from));
    }
    return out.join(u"; "_s);
}

std::optional<Hit> judge(QStringView text, Span bounds, Span place, const QString &asked)
{
    place = clipped(place, bounds);
    if (place.isEmpty())
        return {};
    Span around = sentencesAround(text, bounds, place);
    Comparison answer = compare(text.sliced(around.start, around.length()), asked);
    if (!answer.printedCore.isEmpty()) {
        const Span core{answer.printedCore.start + around.start, answer.printedCore.end + around.start};
        if (const Span closer = sentencesAround(text, bounds, core); closer != around && !closer.isEmpty()) {
            around = closer;
            answer = compare(text.sliced(around.start, around.length()), asked);
        }
    }
    if (!isThisRemark(answer))
        return {};
    Hit hit;
    const Span core{answer.printedCore.start + around.start, answer.printedCore.end + around.start};
    hit.changes = answer.changes;
    shift(hit.changes, around.start);
    hit.meaningChanged = answer.meaningChanged;
    hit.likeness = 0.9 * answer.askedCover - (hit.meaningChanged ? 0.05 : 0.0) - 0.01 * double(std::min<size_t>(answer.changes.size(), 20));
    if (answer.askedIsUnbroken && !answer.meaningChanged && !answer.signsDiffer) {
        const Span passage = withSignsOf(text, core, asked);
        hit.passages = {passage};
        hit.text = text.sliced(passage.start, passage.length()).toString();
        fillVerbatim(hit, asked);
        return hit;
    }
    hit.tier = u"compared"_s;
    hit.passages = {around};
    hit.text = text.sliced(around.start, around.length()).toString();
    hit.pieces = answer.pieces;
    // Nobody cuts forty words without a sign.
    const bool isMarked = asked.contains(u'…') || asked.contains(u"..."_s);
    const bool cutsOnly = answer.askedIsWhole && answer.cutWords <= (isMarked ? 400 : 40)
        && (answer.relation == Relation::Shortened || hasOnly(answer.changes, {ChangeKind::Cut}));
    const bool isClosedUp = answer.signsDiffer && answer.askedIsUnbroken && !answer.meaningChanged && hasOnly(answer.changes, {ChangeKind::Cut});
    if (isClosedUp) {
        hit.verdict = Verdict::Shortened;
        hit.explanation = u"The article itself leaves words out between these (…), and what they are is not known: "_s;
    } else if (answer.signsDiffer && answer.askedIsUnbroken) {
        hit.verdict = Verdict::Altered;
        hit.explanation = u"The same words, with other signs that matter: "_s;
    } else if (answer.askedIsUnbroken || (cutsOnly && (answer.relation == Relation::Shortened || !answer.meaningChanged))) {
        hit.verdict = Verdict::Shortened;
        hit.explanation = answer.meaningChanged ? u"The words stand there, but what was cut belongs to them and changes what they say: "_s
                                                : u"The words stand there in this order with others left out between them; none of those is a negation, hedge, quantifier or condition: "_s;
    } else {
        const bool isSameValue = std::ranges::all_of(answer.changes, [](const Change &change) { return change.bearing == Bearing::SameValue; });
        hit.verdict = Verdict::Altered;
        hit.explanation = answer.meaningChanged ? u"The same remark in other words, and the difference matters: "_s
            : isSameValue                       ? u"The same words but for how a value is written: "_s
                                                : u"The same remark in other words: "_s;
    }
    hit.explanation += explainChanges(hit.changes) + u'.';
    return hit;
}

std::vector<WordRun> coveringRuns(const std::vector<LightWord> &text, const std::vector<LightWord> &asked, std::vector<bool> &covered)
{
    std::vector<WordRun> runs = runsIn(text, asked, leastRun);
    std::ranges::stable_sort(runs, std::greater(), &WordRun::length);
    std::vector<WordRun> out;
    for (WordRun run : runs) {
        // What a longer run has already explained is not explained again.
        while (run.length > 0 && covered[run.asked]) {
            ++run.asked;
            ++run.text;
            --run.length;
        }
        size_t length = 0;
        while (length < run.length && !covered[run.asked + length])
            ++length;
        run.length = length;
        const bool tells = std::any_of(asked.begin() + static_cast<ptrdiff_t>(run.asked), asked.begin() + static_cast<ptrdiff_t>(run.asked + run.length), [](const LightWord &word) { return word.tells; });
        if (run.length < leastRun || !tells)
            continue;
        std::fill_n(covered.begin() + static_cast<ptrdiff_t>(run.asked), run.length, true);
        out.push_back(run);
    }
    std::ranges::sort(out, {}, &WordRun::asked);
    return out;
}

std::optional<Hit> judgeStitched(const JudgedText &text, const QString &asked)
{
    const std::vector<LightWord> words = lightWords(asked);
    std::vector<bool> covered(words.size(), false);
    const std::vector<WordRun> runs = coveringRuns(text.words, words, covered);
    const auto found = static_cast<size_t>(std::ranges::count(covered, true));
    if (runs.size() < 2 || runs.size() > 6 || found * 100 < words.size() * 95)
        return {};
    Hit hit;
    hit.verdict = Verdict::Stitched;
    hit.tier = u"pieces"_s;
    QStringList pieces;
    for (const WordRun &run : runs) {
        const Span span{text.words[run.text].span.start, text.words[run.text + run.length - 1].span.end};
        hit.passages.push_back(span);
        pieces.append(text.text.sliced(span.start, span.length()).toString());
    }
    hit.text = pieces.join(u" … "_s);
    hit.pieces = {{Piece::Op::Same, hit.text}};
    hit.likeness = 0.7 * double(found) / double(words.size()) - 0.02 * double(runs.size());
    hit.explanation = u"Each part stands in this article word for word, but in %1 places and not together."_s.arg(runs.size());
    return hit;
}

namespace {

/// The beginning of a word without its ending, for likeness of paraphrases only.
QString stemOf(const ComparedWord &word)
{
    if (word.lemma != 0)
        return u'#' + QString::number(word.lemma);
    QString key = word.key;
    for (const QStringView ending : {QStringView(u"'s"), QStringView(u"ing"), QStringView(u"ies"), QStringView(u"ed"), QStringView(u"es"), QStringView(u"s"), QStringView(u"en"), QStringView(u"e")}) {
        if (key.size() > ending.size() + 3 && key.endsWith(ending)) {
            key.chop(ending.size());
            break;
        }
    }
    return key;
}

QSet<QString> tellingStems(const ComparedText &text)
{
    QSet<QString> out;
    for (const ComparedWord &word : text.words) {
        if (word.weight > 1 && !word.is(guard::Negation))
            out.insert(stemOf(word));
    }
    return out;
}

} // namespace

std::optional<Hit> judgeParaphrase(QStringView text, Span place, const QString &asked, bool isReported)
{
    const QStringView words = text.sliced(place.start, place.length());
    const QString language = languageOf(words, asked);
    const ComparedText printed = comparedWords(words, language);
    const ComparedText wanted = comparedWords(asked, language);
    const QSet<QString> in = tellingStems(printed);
    const QSet<QString> of = tellingStems(wanted);
    const qsizetype shared = (QSet<QString>(in) & of).size();
    const double part = of.isEmpty() ? 0.0 : double(shared) / double(of.size());
    const double back = in.isEmpty() ? 0.0 : double(shared) / double(in.size());
    if (shared < (isReported ? 3 : 4) || part < (isReported ? 0.55 : 0.75) || back < 0.25)
        return {};
    Hit hit;
    hit.verdict = Verdict::Paraphrase;
    hit.tier = u"reported"_s;
    hit.passages = {place};
    hit.text = words.toString();
    const Comparison answer = compare(words, asked, language);
    hit.pieces = answer.pieces;
    for (const Change &change : answer.changes) {
        if (change.kind == ChangeKind::Negation || change.kind == ChangeKind::Number || change.kind == ChangeKind::Unit)
            hit.changes.push_back(change);
    }
    shift(hit.changes, place.start);
    hit.meaningChanged = !hit.changes.empty();
    hit.likeness = 0.5 * part;
    hit.explanation = u"The article reports this in its own words: %1 of %2 telling words are the same, the wording is not."_s.arg(shared).arg(of.size());
    if (hit.meaningChanged)
        hit.explanation += u" They differ in what matters: "_s + explainChanges(hit.changes) + u'.';
    return hit;
}

} // namespace onrecord::match
