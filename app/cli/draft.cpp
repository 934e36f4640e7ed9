// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/draft.h"
#include "command.h"
#include "core/io/factsheet.h"
#include "core/io/readfile.h"
#include "core/io/readscan.h"
#include "core/record/speakers.h"
#include "matchjson.h"
#include "openproject.h"
#include "shapes.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <algorithm>
#include <array>
#include <cstdio>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto json = "json"_L1;
constexpr auto csv = "csv"_L1;
constexpr auto html = "html"_L1;
constexpr auto output = "output"_L1;
constexpr std::array<Option, 4> options{{
    {json, {}, "an object with the quotes and figures of the draft, each with its verdict"_L1},
    {csv, {}, "the fact-check sheet as CSV"_L1},
    {html, {}, "the fact-check sheet as a page"_L1},
    {output, "NAME"_L1, "write to NAME.json, NAME.csv and NAME.html, as many as are asked for"_L1},
}};

QString stateName(match::Support state)
{
    static const std::array words{u"supported"_s, u"conflicting"_s, u"unsupported"_s};
    return words.at(static_cast<size_t>(state));
}

QJsonObject hitJson(const match::Hit &hit, const Snapshot &snapshot, CodePoints &points)
{
    const Span whole = hit.passages.empty() ? Span{} : Span{hit.passages.front().start, hit.passages.back().end};
    const Span span = points.of(hit.article, whole);
    return {{u"verdict"_s, spelling(hit.verdict)},
            {u"tier"_s, hit.tier},
            {u"article"_s, hit.article.value},
            {u"start"_s, span.start},
            {u"end"_s, span.end},
            {u"text"_s, hit.text},
            {u"speaker"_s, orNull(nameOf(snapshot, hit.speaker))},
            {u"also_speakers"_s, alsoNames(snapshot, hit.alsoSpeakers)},
            {u"changes"_s, changesJson(hit.changes)},
            {u"explanation"_s, hit.explanation}};
}

QJsonObject toJson(const match::DraftReport &report, const QString &text, const Snapshot &snapshot, CodePoints &points)
{
    const CodePointMap own(text);
    QJsonArray quotes;
    for (const match::DraftQuote &quote : report.quotes) {
        QJsonArray hits;
        for (const match::Hit &hit : quote.answer.hits)
            hits.append(hitJson(hit, snapshot, points));
        quotes.append(QJsonObject{{u"start"_s, own.toCodePoints(quote.span.start)},
                                  {u"end"_s, own.toCodePoints(quote.span.end)},
                                  {u"text"_s, quote.text},
                                  {u"speaker"_s, orNull(quote.speaker)},
                                  {u"also_speakers"_s, QJsonArray::fromStringList(quote.alsoSpeakers)},
                                  {u"verdict"_s, spelling(quote.answer.verdict)},
                                  {u"hits"_s, hits}});
    }
    QJsonArray figures;
    for (const match::DraftFigure &figure : report.figures) {
        figures.append(
            QJsonObject{{u"start"_s, own.toCodePoints(figure.span.start)},
                        {u"end"_s, own.toCodePoints(figure.span.end)},
                        {u"text"_s, figure.text},
                        {u"state"_s, stateName(figure.state)},
                        {u"why"_s, match::explanation(figure, snapshot)},
                        {u"source"_s, figure.source ? QJsonValue(figure.source.value) : QJsonValue(QJsonValue::Null)}});
    }
    return {{u"quotes"_s, quotes}, {u"figures"_s, figures}};
}

QString sourceOf(const Snapshot &snapshot, ArticleId id)
{
    const Article *article = snapshot.article(id);
    if (!article)
        return {};
    const QString outlet = snapshot.outletName(id);
    return outlet.isEmpty() ? (article->title.value.isEmpty() ? article->fileName : article->title.value) : outlet;
}

QString dateOf(const Snapshot &snapshot, ArticleId id)
{
    const Article *article = snapshot.article(id);
    return article ? article->published.when.toEdtf() : QString();
}

io::FactSheet sheetOf(const match::DraftReport &report, const QString &name, const Snapshot &snapshot)
{
    io::FactSheet sheet;
    sheet.title = u"Fact-check sheet: "_s + name;
    sheet.language = u"en"_s;
    sheet.headings = {u"Kind"_s,    u"Words of the draft"_s,  u"Speaker in the draft"_s,
                      u"Verdict"_s, u"Words of the source"_s, u"Speaker in the source"_s,
                      u"Source"_s,  u"Published"_s,           u"Why"_s};
    sheet.searched = u"Searched %1 articles. Absence here is not proof."_s.arg(snapshot.articles().size());
    for (const match::DraftQuote &quote : report.quotes) {
        const match::Hit hit = quote.answer.hits.empty() ? match::Hit() : quote.answer.hits.front();
        const QString speakers = (QStringList{quote.speaker} + quote.alsoSpeakers).join(u", "_s);
        sheet.rows.push_back({u"quotation"_s, quote.text, speakers, spelling(quote.answer.verdict), hit.text,
                              namesOf(snapshot, speakersOf(hit)), sourceOf(snapshot, hit.article),
                              dateOf(snapshot, hit.article), hit.explanation});
    }
    for (const match::DraftFigure &figure : report.figures) {
        const Figure *source = figure.state == match::Support::Unsupported ? nullptr : snapshot.figure(figure.source);
        sheet.rows.push_back({u"figure"_s,
                              figure.text,
                              {},
                              stateName(figure.state),
                              source ? source->content.exact : QString(),
                              source ? nameOf(snapshot, source->assertedBy) : QString(),
                              source ? sourceOf(snapshot, source->article) : QString(),
                              source ? dateOf(snapshot, source->article) : QString(),
                              match::explanation(figure, snapshot)});
    }
    return sheet;
}

void printReport(const match::DraftReport &report, const Snapshot &snapshot)
{
    for (const match::DraftQuote &quote : report.quotes) {
        print(printable(u"%1  “%2”"_s.arg(spelling(quote.answer.verdict), quote.text.simplified())));
        if (!quote.answer.hits.empty())
            print(printable(u"    %1: %2"_s.arg(sourceOf(snapshot, quote.answer.hits.front().article),
                                                quote.answer.hits.front().explanation)));
    }
    for (const match::DraftFigure &figure : report.figures)
        print(printable(u"%1  %2\n    %3"_s.arg(stateName(figure.state), figure.text.simplified(),
                                                match::explanation(figure, snapshot))));
    print(u"searched %1 articles; absence here is not proof"_s.arg(snapshot.articles().size()));
}

/// To stdout without a name, where there is one sheet only.
int write(const std::vector<std::pair<QString, QByteArray>> &sheets, const QString &fileName)
{
    for (const auto &[ending, bytes] : sheets) {
        if (fileName.isEmpty()) {
            std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
            continue;
        }
        QSaveFile file(fileName + ending);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
            say(u"%1: %2"_s.arg(file.fileName(), file.errorString()));
            return SomethingRefused;
        }
        print(file.fileName());
    }
    return Done;
}

int run(const Arguments &arguments)
{
    const QString path = arguments.plain()[1];
    const auto forms = std::ranges::count_if(std::array{json, csv, html}, [&](QLatin1StringView form) { return arguments.has(form); });
    if (forms > 1 && !arguments.has(output)) {
        say(u"one form at a time, or --output NAME to write each into a file"_s);
        return WrongUse;
    }
    if (forms == 0 && arguments.has(output)) {
        say(u"--output needs --json, --csv or --html"_s);
        return WrongUse;
    }
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadOnly);
    if (!project)
        return NoProject;
    const auto bytes = io::readFile(path);
    if (!bytes) {
        say(path + u": "_s + sentence(bytes.error()));
        return SomethingRefused;
    }
    const QString name = QFileInfo(path).fileName();
    io::ReaderProcess reader;
    const auto document = io::readScan(reader, io::Recogniser(), *bytes, {name, {}}, io::RecognitionChoice::from({}));
    if (!document) {
        say(path + u": "_s + sentence(document.error()));
        return SomethingRefused;
    }
    const auto record = project->snapshot();
    const auto report = record ? store::checkDraft(*project, *document) : std::unexpected(record.error());
    if (!report)
        return refused(report.error());
    const Snapshot &snapshot = **record;
    CodePoints points(*project);
    if (forms == 0) {
        printReport(*report, snapshot);
        return Done;
    }
    std::vector<std::pair<QString, QByteArray>> sheets;
    if (arguments.has(json))
        sheets.emplace_back(u".json"_s, QJsonDocument(toJson(*report, document->text, snapshot, points)).toJson(QJsonDocument::Compact) + '\n');
    if (arguments.has(csv))
        sheets.emplace_back(u".csv"_s, io::factSheetCsv(sheetOf(*report, name, snapshot)));
    if (arguments.has(html))
        sheets.emplace_back(u".html"_s, io::factSheetHtml(sheetOf(*report, name, snapshot)));
    return write(sheets, arguments.value(output));
}

} // namespace

constinit const Command draftCommand{"draft"_L1,
                                     "PROJECT FILE"_L1,
                                     2,
                                     2,
                                     "check a text of your own: every quotation and figure against the project"_L1,
                                     "The file is read like an article and not stored. Quotations in marks get a "
                                     "verdict as with verify, figures are supported,\n"
                                     "conflicting or unsupported."_L1,
                                     options,
                                     run};

} // namespace onrecord::cli
