// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "interrupt.h"
#include "openproject.h"
#include "recognition.h"

#include "core/ingest/importer.h"
#include "core/ingest/story.h"
#include "core/text/shown.h"

#include <QFileInfo>
#include <QSaveFile>
#include <array>
#include <unistd.h>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto json = "json"_L1;
constexpr auto reportFile = "report"_L1;
constexpr auto encoding = "encoding"_L1;

constexpr auto words = "words"_L1;

constexpr std::array<Option, 6> importOptions{{
    {json, {}, "a line of JSON a file as soon as it is stored, then one with the totals"_L1},
    {reportFile, "FILE"_L1, "also write the report to FILE: as text, or as its name ends in .csv or .json"_L1},
    {encoding, "NAME"_L1, "read all files as this character set instead of finding it out"_L1},
    ocrOption,
    ocrProgramOption,
    {words, "FOLDER"_L1, "word lists of your own, instead of those in the program's data folder (words/LANGUAGE/LIST.txt)"_L1},
}};
constexpr std::array<Option, 1> storyOptions{{{json, {}, "a line of JSON a file as soon as it is stored, then one with the totals"_L1}}};

void printOutcome(const ingest::FileOutcome &outcome)
{
    QString line = QString(ingest::spelling(outcome.state)).leftJustified(11) + shownName(outcome.file);
    if (outcome.state == ingest::FileState::Refused)
        line += u": "_s + sentence(outcome.reason);
    else if (outcome.state != ingest::FileState::Duplicate)
        line += u"  (%1 quotations, %2 names, %3 figures)"_s.arg(outcome.quotations).arg(outcome.agents).arg(outcome.figures);
    else if (!outcome.title.isEmpty())
        line += u"  (already here: %1)"_s.arg(outcome.title.simplified());
    print(printable(line));
    for (const QString &remark : ingest::sayings(outcome))
        print(printable(u"           "_s + shownName(remark)));
}

void printTotals(const ingest::ImportReport &report, bool asJson)
{
    using enum ingest::FileState;
    if (asJson) {
        printJson(ingest::totalsToJson(report));
        return;
    }
    print(u"\n%1 offered: %2 imported, %3 already here, %4 new versions, %5 refused"_s.arg(report.offered())
              .arg(report.count(Imported))
              .arg(report.count(Duplicate))
              .arg(report.count(Version))
              .arg(report.count(Refused)));
    if (report.hidden > 0)
        print(u"%1 hidden files or folders were left out"_s.arg(report.hidden));
    if (report.wasCancelled)
        print(u"interrupted; what was imported before is kept"_s);
}

ingest::Listener listener(bool asJson)
{
    ingest::Listener events;
    events.isCancelled = isInterrupted;
    if (!asJson && ::isatty(STDERR_FILENO)) {
        events.recognising = [](int, int page, int pages) { say(u"recognising page %1 of %2"_s.arg(page).arg(pages)); };
    }
    events.finished = [asJson](int, int, const ingest::FileOutcome &outcome) {
        if (asJson)
            printJson(ingest::outcomeToJson(outcome, sentence));
        else
            printOutcome(outcome);
    };
    return events;
}

int exitCode(const ingest::ImportReport &report)
{
    if (report.wasCancelled)
        return Interrupted;
    return report.count(ingest::FileState::Refused) > 0 ? SomethingRefused : Done;
}

bool writeReport(const ingest::ImportReport &report, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = path.endsWith(".json"_L1) ? report.toJson(sentence) : path.endsWith(".csv"_L1) ? report.toCsv(sentence).toUtf8() : report.toText(sentence).toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    say(u"%1: the report could not be written (%2)"_s.arg(path, file.errorString()));
    return false;
}

int runImport(const Arguments &arguments)
{
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadWrite);
    if (!project)
        return NoProject;
    catchInterrupts();
    ingest::ProjectSink sink(*project);
    ingest::ImportOptions options;
    options.encoding = arguments.value(encoding);
    options.words = arguments.has(words) ? arguments.value(words) : ingest::ownWordsFolder();
    if (arguments.has(words) && !QFileInfo(options.words).isDir()) {
        say(u"%1: no such folder"_s.arg(options.words));
        return WrongUse;
    }
    const auto recognition = recognitionOf(arguments);
    if (!recognition)
        return WrongUse;
    options.recognition = recognition->choice;
    options.recogniser = recognition->program;
    const auto report = ingest::importFiles(ingest::offerOf(arguments.plain().sliced(1)), sink, listener(arguments.has(json)), options);
    printTotals(report, arguments.has(json));
    for (const QString &problem : report.wordProblems)
        say(u"your word lists: %1"_s.arg(problem));
    const bool isWritten = !arguments.has(reportFile) || writeReport(report, arguments.value(reportFile));
    const int code = exitCode(report);
    return code == Done && !isWritten ? SomethingRefused : code;
}

int runStory(const Arguments &arguments)
{
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadWrite);
    if (!project)
        return NoProject;
    catchInterrupts();
    ingest::ProjectSink sink(*project);
    const auto report = ingest::importStory(sink, listener(arguments.has(json)));
    printTotals(report, arguments.has(json));
    return exitCode(report);
}

} // namespace

constinit const Command importCommand{
    "import"_L1,
    "PROJECT FILE..."_L1,
    2,
    -1,
    "read files, or folders with all that is in them, into a project"_L1,
    "Every file offered ends in one state: imported, duplicate (the same article is here already), version (another text\n"
    "from an address that is here already: what people decided on goes with words that did not change), or refused\n"
    "with its reason; so does every article that a file holds (an archive, a list of references, a table,\n"
    "FollowTheMoney entities, a graph, annotations). A file is\n"
    "stored when its line is printed; the whole import is one step of undo. Hidden files in\n"
    "folders are left out and counted; links in folders are not followed. Pictures of text and pages without a text "
    "layer are recognised by the\n"
    "installed Tesseract, where there is one. Ctrl-C stops after the file in work."_L1,
    importOptions,
    runImport};

constinit const Command storyCommand{
    "story"_L1, "PROJECT"_L1, 1, 1, "put the bundled story, five articles and the events of one week, into a project"_L1, "A second time it adds nothing."_L1, storyOptions, runStory};

} // namespace onrecord::cli
