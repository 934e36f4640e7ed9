// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draft/draftwords.h"

#include "ui/present/words.h"

#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using match::Support;
using match::Verdict;
using Mood = DraftLine::Mood;

namespace {

struct Answer {
    QString sign;
    QString words;
    Mood mood;
};

Answer answerOf(const match::Verification &answer)
{
    const bool turned = !answer.hits.empty() && answer.hits.front().meaningChanged;
    if (answer.contrary > 0 && (answer.verdict == Verdict::Verbatim || answer.verdict == Verdict::Shortened))
        return {u"≠"_s, answer.verdict == Verdict::Verbatim ? DraftWords::tr("verbatim, but another prints the contrary") : DraftWords::tr("shortened, and another prints the contrary"), Mood::Bad};
    switch (answer.verdict) {
    case Verdict::Verbatim:
        return {u"✓"_s, DraftWords::tr("verbatim"), Mood::Good};
    case Verdict::VerbatimOtherSpeaker:
        return {u"≠"_s, DraftWords::tr("another speaker"), Mood::Bad};
    case Verdict::VerbatimOtherSource:
        return {u"≠"_s, DraftWords::tr("another source"), Mood::Bad};
    case Verdict::Shortened:
        return turned ? Answer{u"✗"_s, DraftWords::tr("shortened, meaning changed"), Mood::Bad}
                      : Answer{u"…"_s, DraftWords::tr("shortened"), Mood::Warning};
    case Verdict::Altered:
        return turned ? Answer{u"✗"_s, DraftWords::tr("altered, meaning changed"), Mood::Bad}
                      : Answer{u"≈"_s, DraftWords::tr("altered"), Mood::Warning};
    case Verdict::Stitched:
        return {u"⧉"_s, DraftWords::tr("stitched together"), Mood::Warning};
    case Verdict::Paraphrase:
        return {u"≈"_s, DraftWords::tr("only as paraphrase"), Mood::Warning};
    case Verdict::NotFound:
        break;
    }
    return {u"?"_s, DraftWords::tr("not found"), Mood::Quiet};
}

Answer answerOf(const match::DraftFigure &figure)
{
    switch (figure.state) {
    case Support::Supported:
        return figure.isDisputed ? Answer{u"="_s, DraftWords::tr("supported, but disputed"), Mood::Warning}
                                 : Answer{u"="_s, DraftWords::tr("supported"), Mood::Good};
    case Support::Conflicting:
        return {u"≠"_s, DraftWords::tr("conflicts"), Mood::Bad};
    case Support::Unsupported:
        break;
    }
    return {u"?"_s, DraftWords::tr("unsupported"), Mood::Quiet};
}

QString sourceOf(const Snapshot &record, ArticleId id)
{
    const Article *article = record.article(id);
    if (!article)
        return {};
    const QString outlet = record.outletName(id);
    const QString name = outlet.isEmpty() ? present::itemName(record, id) : outlet;
    const QString date = present::dateShort(article->published.when);
    return date.isEmpty() ? name : DraftWords::tr("%1, %2", "outlet, date").arg(name, date);
}

DraftLine lineOf(const match::DraftQuote &quote, const Snapshot &record)
{
    const Answer answer = answerOf(quote.answer);
    DraftLine line{quote.span,  DraftWords::tr("“%1”", "quoted words").arg(quote.text.simplified()),
                   answer.sign, answer.words,
                   {},          {},
                   answer.mood, {},
                   {},          {}};
    if (quote.answer.hits.empty())
        return line;
    const match::Hit &hit = quote.answer.hits.front();
    line.article = hit.article;
    line.passage = hit.passages.empty() ? Span() : hit.passages.front();
    line.item = hit.quotation ? ItemId(hit.quotation) : ItemId(hit.article);
    line.source = sourceOf(record, hit.article);
    line.why = hit.explanation;
    return line;
}

DraftLine lineOf(const match::DraftFigure &figure, const Snapshot &record)
{
    const Answer answer = answerOf(figure);
    DraftLine line{figure.span, figure.text.simplified(),
                   answer.sign, answer.words,
                   {},          match::explanation(figure, record),
                   answer.mood, {},
                   {},          {}};
    if (const Figure *source = record.figure(figure.source)) {
        line.article = source->article;
        line.passage = source->content.span;
        line.item = source->id;
        line.source = figure.state == Support::Unsupported ? QString() : sourceOf(record, source->article);
    }
    return line;
}

} // namespace

std::vector<DraftLine> DraftWords::lines(const match::DraftReport &report, const Snapshot &record)
{
    std::vector<DraftLine> out;
    for (const match::DraftQuote &quote : report.quotes)
        out.push_back(lineOf(quote, record));
    for (const match::DraftFigure &figure : report.figures)
        out.push_back(lineOf(figure, record));
    std::ranges::stable_sort(out, {}, &DraftLine::span);
    return out;
}

QColor DraftWords::ink(Mood mood, const present::Tones &tones)
{
    switch (mood) {
    case Mood::Good:
        return tones.good;
    case Mood::Warning:
        return tones.warning;
    case Mood::Bad:
        return tones.bad;
    case Mood::Quiet:
        break;
    }
    return tones.quietInk;
}

io::FactSheet DraftWords::sheet(const QString &title, const std::vector<DraftLine> &lines, const Snapshot &record)
{
    io::FactSheet out;
    out.title = title;
    out.language = QLocale().bcp47Name();
    out.headings = {tr("Words of the draft"), tr("Verdict"), tr("Source"), tr("Why"), tr("Checked by")};
    for (const DraftLine &line : lines)
        out.rows.push_back({line.words, line.answer, line.source, line.why, {}});
    out.searched =
        tr("Searched: %1. Absence here is not proof.")
            .arg(present::countInWords(present::Noun::Article, static_cast<qint64>(record.articles().size())));
    return out;
}

} // namespace onrecord::ui
