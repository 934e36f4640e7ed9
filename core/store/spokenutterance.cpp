// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/spokenutterance.h"

#include "core/record/holding.h"
#include "core/text/fold.h"

#include <QSet>
#include <algorithm>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

bool isSpoken(const Quotation &row)
{
    return row.status != Status::Rejected && row.directness != Directness::Indirect && (row.kind == Kind::Statement || row.kind == Kind::Fragment || row.kind == Kind::Self);
}

/// Does the gap's only sentence end where the next marks open? "Mr." ends none.
bool isOneSentence(QStringView gap)
{
    for (qsizetype i = 0; i < gap.size(); ++i) {
        if (!QStringView(u".!?").contains(gap[i]))
            continue;
        const QStringView rest = gap.sliced(i + 1);
        const bool goesOn = std::ranges::any_of(rest, [](QChar c) { return c.isLetterOrNumber(); });
        qsizetype word = i;
        while (word > 0 && gap[word - 1].isLetter())
            --word;
        const bool isShort = i - word > 0 && i - word <= 3 && gap[word].isUpper();
        if (goesOn && !isShort)
            return false;
    }
    return true;
}

/// Words that tell of another occasion, or of another remark.
bool tellsOfAnother(QStringView gap)
{
    static const QSet<QString> words{u"added"_s, u"adding"_s, u"adds"_s, u"later"_s, u"then"_s, u"earlier"_s, u"again"_s, u"asked"_s, u"separately"_s, u"before"_s, u"after"_s,
                                     u"previously"_s, u"elsewhere"_s, u"also"_s, u"fügte"_s, u"später"_s, u"dann"_s, u"zuvor"_s, u"auch"_s, u"ergänzte"_s};
    const QString folded = foldedText(gap);
    qsizetype start = 0;
    for (qsizetype i = 0; i <= folded.size(); ++i) {
        if (i < folded.size() && folded[i].isLetter())
            continue;
        if (words.contains(folded.sliced(start, i - start)))
            return true;
        start = i + 1;
    }
    return false;
}

/// The last sign of what stands between two pieces: a comma goes on with the sentence.
QChar lastSign(QStringView gap)
{
    for (qsizetype i = gap.size(); i > 0 && !gap[i - 1].isLetterOrNumber(); --i) {
        if (QStringView(u",.:;!?").contains(gap[i - 1]))
            return gap[i - 1];
    }
    return {};
}

/// “The pump is old,” Ruiz said, “and it leaks.”
bool goesOnWith(const Quotation &first, const Quotation &second, QStringView text)
{
    constexpr qint32 longestGap = 120; // characters: a name, a word of saying, an office
    const Span gap{first.content.span.end, second.content.span.start};
    if (!first.speaker || first.speaker != second.speaker || first.alsoSpeakers != second.alsoSpeakers || gap.length() <= 0 || gap.length() > longestGap)
        return false;
    const QStringView between = text.sliced(gap.start, gap.length());
    const bool hasCue = (!first.cue.isEmpty() && gap.contains(first.cue)) || (!second.cue.isEmpty() && gap.contains(second.cue));
    return hasCue && !between.contains(u'\n') && isOneSentence(between) && (lastSign(between) == u',' || !tellsOfAnother(between));
}

} // namespace

std::vector<Span> SpokenUtterance::printed(Span span) const
{
    std::vector<Span> out;
    for (const Part &part : parts) {
        const Span here{std::max(span.start, part.start), std::min(span.end, part.start + part.printed.length())};
        if (here.start < here.end)
            out.push_back({here.start - part.start + part.printed.start, here.end - part.start + part.printed.start});
    }
    return out;
}

Span SpokenUtterance::spoken(Span printed) const
{
    for (const Part &part : parts) {
        const Span here{std::max(printed.start, part.printed.start), std::min(printed.end, part.printed.end)};
        if (here.start < here.end)
            return {here.start - part.printed.start + part.start, here.end - part.printed.start + part.start};
    }
    return {};
}

void SpokenUtterance::place(match::Hit &hit, QStringView text) const
{
    std::vector<Span> passages;
    for (const Span span : hit.passages) {
        const std::vector<Span> here = printed(span);
        passages.insert(passages.end(), here.begin(), here.end());
    }
    for (match::Change &change : hit.changes) {
        if (change.printed.isEmpty())
            continue;
        const std::vector<Span> here = printed(change.printed);
        change.printed = here.empty() ? Span() : Span{here.front().start, here.back().end};
    }
    hit.passages = std::move(passages);
    if (hit.passages.size() < 2)
        return;
    QStringList gaps;
    for (size_t i = 0; i + 1 < hit.passages.size(); ++i) {
        const QString gap = text.sliced(hit.passages[i].end, hit.passages[i + 1].start - hit.passages[i].end).toString();
        qsizetype from = 0;
        qsizetype to = gap.size();
        while (from < to && !gap[from].isLetterOrNumber())
            ++from;
        while (to > from && !gap[to - 1].isLetterOrNumber())
            --to;
        gaps.append(gap.sliced(from, to - from));
    }
    hit.explanation += u" Printed in pieces, as one utterance that “%1” interrupts."_s.arg(gaps.join(u"”, “"_s));
}

std::vector<const Quotation *> spokenIn(const Snapshot &record, ArticleId article)
{
    std::vector<const Quotation *> out;
    for (const QuotationId id : record.quotationsIn(article)) {
        if (const Quotation *row = record.quotation(id); row && isSpoken(*row))
            out.push_back(row);
    }
    std::ranges::sort(out, {}, [](const Quotation *row) { return std::pair(row->content.span.start, -row->content.span.end); });
    // What a speaker quotes lies between no pieces of an utterance.
    const Quotation *outer = nullptr;
    std::erase_if(out, [&outer](const Quotation *row) {
        const bool isInner = outer && isWithin(*row, *outer);
        if (!isInner)
            outer = row;
        return isInner;
    });
    return out;
}

SpokenUtterance utteranceOf(const std::vector<const Quotation *> &spoken, const Quotation *row, QStringView text)
{
    std::vector<const Quotation *> pieces{row};
    const auto at = std::ranges::find(spoken, row);
    if (at != spoken.end()) {
        for (auto it = at; it != spoken.begin() && goesOnWith(**(it - 1), **it, text); --it)
            pieces.insert(pieces.begin(), *(it - 1));
        for (auto it = at; it + 1 != spoken.end() && goesOnWith(**it, **(it + 1), text); ++it)
            pieces.push_back(*(it + 1));
    }
    SpokenUtterance out;
    for (const Quotation *piece : pieces) {
        const Span span = piece->content.span;
        if (!out.words.isEmpty()) {
            // The comma before the closing marks is the article's: the sentence ends where the attribution's does.
            const qint32 end = out.parts.back().printed.end;
            const QChar sign = lastSign(text.sliced(end, span.start - end));
            const bool ends = !sign.isNull() && sign != u',';
            const bool isOpen = QStringView(u".!?…").contains(out.words.back());
            if (ends && out.words.endsWith(u','))
                out.words.back() = u'.';
            else if (!isOpen && !out.words.back().isPunct())
                out.words += ends ? u'.' : u',';
            out.words += u' ';
        }
        out.parts.push_back({static_cast<qint32>(out.words.size()), span});
        out.words += text.sliced(span.start, span.length());
    }
    return out;
}

} // namespace onrecord::store
