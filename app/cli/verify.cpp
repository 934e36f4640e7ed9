// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/match/scandoubt.h"
#include "core/record/speakers.h"
#include "core/store/verify.h"
#include "linereader.h"
#include "matchjson.h"
#include "openproject.h"
#include "shapes.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QThread>
#include <array>
#include <chrono>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto json = "json"_L1;
constexpr auto jsonl = "jsonl"_L1;
constexpr auto quote = "quote"_L1;
constexpr auto speaker = "speaker"_L1;
constexpr auto date = "date"_L1;
constexpr auto source = "source"_L1;
constexpr std::array<Option, 6> options{{
    {quote, "TEXT"_L1, "the words to look for"_L1},
    {speaker, "NAME"_L1, "who is supposed to have said them"_L1},
    {date, "DATE"_L1, "when it is supposed to have been said (2025-01-24, 2025-01, 2025)"_L1},
    {source, "NAME"_L1, "where it is supposed to have been printed: an outlet, a headline or an address"_L1},
    {json, {}, "an object with the verdict, what was searched and the hits"_L1},
    {jsonl, {}, "many quotes: lines {\"id\",\"quote\",\"speaker\"?,\"source\"?,\"date\"?} on stdin, an object with that id each on stdout"_L1},
}};

Span whole(const match::Hit &hit)
{
    return hit.passages.empty() ? Span{} : Span{hit.passages.front().start, hit.passages.back().end};
}

/// Nothing for an article that was not recognised in pictures.
match::ScanDoubt doubtOf(const match::Hit &hit, const Snapshot &snapshot)
{
    const Article *article = snapshot.article(hit.article);
    return article && article->recognition ? match::scanDoubt(hit, *article->recognition) : match::ScanDoubt();
}

QJsonObject toJson(const match::Hit &hit, const Snapshot &snapshot, CodePoints &points)
{
    const Span span = points.of(hit.article, whole(hit));
    const match::ScanDoubt doubt = doubtOf(hit, snapshot);
    QJsonArray changes = changesJson(hit.changes);
    for (size_t i = 0; i < doubt.changes.size(); ++i) {
        QJsonObject change = changes.at(static_cast<qsizetype>(i)).toObject();
        change.insert(u"scan_uncertain"_s, static_cast<bool>(doubt.changes[i]));
        changes.replace(static_cast<qsizetype>(i), change);
    }
    QJsonArray uncertain;
    for (const UncertainWord &word : doubt.words) {
        const Span place = points.of(hit.article, word.span);
        uncertain.append(QJsonArray{place.start, place.end, word.percent});
    }
    return {
        {u"verdict"_s, spelling(hit.verdict)},
        {u"tier"_s, hit.tier},
        {u"article"_s, hit.article.value},
        {u"quotation"_s, hit.quotation ? QJsonValue(hit.quotation.value) : QJsonValue(QJsonValue::Null)},
        {u"start"_s, span.start},
        {u"end"_s, span.end},
        {u"text"_s, hit.text},
        {u"speaker"_s, orNull(nameOf(snapshot, hit.speaker))},
        {u"also_speakers"_s, alsoNames(snapshot, hit.alsoSpeakers)},
        {u"changes"_s, changes},
        {u"scan_uncertain"_s, uncertain},
        {u"meaning_changed"_s, hit.meaningChanged},
        {u"speaker_agrees"_s, hit.speakerAgrees},
        {u"source_agrees"_s, hit.sourceAgrees},
        {u"date_agrees"_s, hit.dateAgrees},
        {u"reported"_s, hit.isReported},
        {u"quoted_by"_s, orNull(nameOf(snapshot, hit.carrier))},
        {u"explanation"_s, hit.explanation},
    };
}

QJsonObject toJson(const match::Verification &answer, const Snapshot &snapshot, CodePoints &points)
{
    QJsonArray hits;
    for (const match::Hit &hit : answer.hits)
        hits.append(toJson(hit, snapshot, points));
    return {
        {u"verdict"_s, spelling(answer.verdict)},
        {u"contrary"_s, answer.contrary},
        {u"searched"_s,
         QJsonObject{{u"articles"_s, answer.searched.articles},
                     {u"undated"_s, answer.searched.undated},
                     {u"from"_s, orNull(answer.searched.from.toEdtf())},
                     {u"to"_s, orNull(answer.searched.to.toEdtf())}}},
        {u"hits"_s, hits},
    };
}

QString searchedWords(const match::Searched &searched)
{
    QString words = u"searched %1 articles"_s.arg(searched.articles);
    if (searched.from.isKnown())
        words += u", published from %1 to %2"_s.arg(searched.from.toEdtf(), searched.to.toEdtf());
    if (searched.undated > 0)
        words += u", %1 without a date"_s.arg(searched.undated);
    return words;
}

QString verdictWords(const match::Verification &answer)
{
    const bool turned = !answer.hits.empty() && answer.hits.front().meaningChanged;
    switch (answer.verdict) {
    case match::Verdict::Verbatim:
        if (answer.contrary > 0)
            return answer.contrary == 1 ? u"verbatim: these words stand in the articles, but another article prints the contrary"_s
                                        : u"verbatim: these words stand in the articles, but %1 other articles print the contrary"_s.arg(answer.contrary);
        if (!answer.hits.empty() && answer.hits.front().isReported)
            return u"verbatim: these words stand in the articles, but as a report in words of their own, not as a quotation"_s;
        return u"verbatim: these words stand in the articles"_s;
    case match::Verdict::VerbatimOtherSpeaker:
        return u"verbatim-other-speaker: these words stand there, but somebody else says them"_s;
    case match::Verdict::VerbatimOtherSource:
        return u"verbatim-other-source: these words stand there, but printed by another source, or at another time, than you named"_s;
    case match::Verdict::NotFound:
        return u"not-found: these words stand in none of the articles searched, which does not prove that nobody said them"_s;
    case match::Verdict::Shortened:
        if (answer.contrary > 0)
            return answer.contrary == 1 ? u"shortened: the words stand there with others left out, but another article prints the contrary"_s
                                        : u"shortened: the words stand there with others left out, but %1 other articles print the contrary"_s.arg(answer.contrary);
        return turned ? u"shortened: the words stand there with others left out that change what they say"_s : u"shortened: the words stand there with others left out"_s;
    case match::Verdict::Altered:
        return turned ? u"altered: the same remark stands there in other words, and says something else"_s : u"altered: the same remark stands there in other words"_s;
    case match::Verdict::Stitched:
        return u"stitched: the words stand there, but in several places"_s;
    case match::Verdict::Paraphrase:
        return turned ? u"paraphrase: an article reports something like it in its own words, and says something else"_s : u"paraphrase: an article reports this in its own words"_s;
    }
    return {};
}

void printAnswer(const match::Verification &answer, const Snapshot &snapshot)
{
    print(verdictWords(answer));
    print(searchedWords(answer.searched));
    for (const match::Hit &hit : answer.hits) {
        const Article *article = snapshot.article(hit.article);
        print(QString());
        print(printable(u"  [%1%2] “%3”"_s.arg(spelling(hit.verdict), hit.meaningChanged ? u", the meaning changes"_s : QString(), hit.text)));
        print(printable(u"  "_s + (hit.speaker ? namesOf(snapshot, speakersOf(hit)) : u"nobody named"_s) + u" — "_s
                        + (article ? (article->title.value.isEmpty() ? article->fileName : article->title.value) : QString())
                        + (article && article->published.when.isKnown() ? u", "_s + article->published.when.toEdtf() : QString())));
        print(printable(u"  "_s + hit.explanation));
        if (const match::ScanDoubt doubt = doubtOf(hit, snapshot); !doubt.words.empty())
            print(doubt.isAll ? u"  every word that differs stands where the scan is uncertain: look at the page before you hold it against anybody"_s
                              : u"  the scan is uncertain in %1 of these words, and %2 of the differences stand there"_s.arg(doubt.words.size()).arg(doubt.changesThere()));
    }
}

store::Question questionOf(const QJsonObject &asked)
{
    return {asked.value(u"quote"_s).toString(), asked.value(u"speaker"_s).toString(), PartialDate::fromEdtf(asked.value(u"date"_s).toString()).value_or(PartialDate()),
            asked.value(u"source"_s).toString()};
}

/// What is there and cannot be read must not be taken for "not asked"; empty when all is well.
QString badField(const QJsonObject &asked)
{
    for (const QString &name : {u"speaker"_s, u"date"_s, u"source"_s}) {
        const QJsonValue value = asked.value(name);
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            return u"\"%1\" is no text"_s.arg(name);
    }
    const QString when = asked.value(u"date"_s).toString();
    if (!when.isEmpty() && !PartialDate::fromEdtf(when))
        return u"%1 is no date: write 2025-01-24, 2025-01 or 2025"_s.arg(when);
    return {};
}

/// Every few seconds how far it is, so that a long run does not look dead.
class Progress
{
public:
    Progress() { m_timer.start(); }
    void count()
    {
        constexpr qint64 pause = 5000; // milliseconds
        ++m_done;
        if (m_timer.elapsed() < pause)
            return;
        m_timer.restart();
        say(u"%1 quotes checked"_s.arg(m_done));
    }

private:
    QElapsedTimer m_timer;
    qint64 m_done = 0;
};

/// Many quotes are worth having the index in memory, and each line is answered from the same one.
void loadIndex(store::Project &project)
{
    constexpr std::chrono::milliseconds slice(100);
    while (!project.loadQuotes(slice))
        QThread::msleep(1); // it is put in order on another thread
}

int answerLines(store::Project &project, const Snapshot &snapshot)
{
    loadIndex(project);
    CodePoints points(project);
    LineReader lines;
    Progress progress;
    int code = Done;
    for (qint64 number = 1; const auto line = lines.next(); ++number) {
        if (line->trimmed().isEmpty())
            continue;
        const QJsonObject asked = QJsonDocument::fromJson(*line).object();
        QJsonObject out;
        if (!asked.value(u"quote"_s).isString()) {
            out = {{u"error"_s, u"not a line {\"id\",\"quote\",\"speaker\"?}"_s}};
        } else if (const QString wrong = badField(asked); !wrong.isEmpty()) {
            out = {{u"error"_s, wrong}};
        } else if (const auto answer = store::verify(project, questionOf(asked))) {
            out = toJson(*answer, snapshot, points);
        } else {
            out = {{u"error"_s, sentence(answer.error())}};
        }
        if (out.contains(u"error"_s)) {
            say(u"line %1: %2"_s.arg(number).arg(out.value(u"error"_s).toString()));
            code = SomethingRefused;
        }
        out.insert(u"id"_s, asked.contains(u"id"_s) ? asked.value(u"id"_s) : QJsonValue(QJsonValue::Null));
        printJson(out);
        progress.count();
    }
    return code;
}

int run(const Arguments &arguments)
{
    if (arguments.has(quote) == arguments.has(jsonl)) {
        say(u"verify needs either --quote TEXT or --jsonl"_s);
        return WrongUse;
    }
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadOnly);
    if (!project)
        return NoProject;
    const auto snapshot = project->snapshot();
    if (!snapshot)
        return refused(snapshot.error());
    if (arguments.has(jsonl))
        return answerLines(*project, **snapshot);
    const auto when = PartialDate::fromEdtf(arguments.value(date));
    if (arguments.has(date) && !when) {
        say(u"%1 is no date: write 2025-01-24, 2025-01 or 2025"_s.arg(arguments.value(date)));
        return WrongUse;
    }
    const auto answer = store::verify(*project, store::Question{arguments.value(quote), arguments.value(speaker), when.value_or(PartialDate()), arguments.value(source)});
    if (!answer) {
        say(sentence(answer.error()));
        return answer.error().fault == Fault::BadInput ? WrongUse : SomethingRefused;
    }
    CodePoints points(*project);
    if (arguments.has(json))
        printJson(toJson(*answer, **snapshot, points));
    else
        printAnswer(*answer, **snapshot);
    return Done;
}

} // namespace

constinit const Command verifyCommand{"verify"_L1,
                                      "PROJECT --quote TEXT [--speaker NAME] [--source NAME] [--date DATE]"_L1,
                                      1,
                                      1,
                                      "check a quote: did anybody print these words, and did that person say them"_L1,
                                      "Words are compared after folding case, white space, quotation marks, dashes and ligatures; every other difference is\n"
                                      "named. The answer always tells what was searched."_L1,
                                      options,
                                      run};

} // namespace onrecord::cli
