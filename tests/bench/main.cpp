// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/subcommand.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QSysInfo>
#include <QThread>
#include <cstdio>
#include <cstring>

namespace {

using namespace onrecord::bench;
using namespace Qt::StringLiterals;

constexpr int usage = 64;  // sysexits.h
constexpr int failure = 70;

struct Subcommand {
    const char *name;
    const char *what;
    Measured (*measure)(const Amounts &);
};

/// A new measurement is a function and a line here.
constexpr Subcommand subcommands[] = {
    {"startup",
     "first paint and rest of the window on a project of N articles (0: the bundled story), beside an empty Qt window\n"
     "             with five docks, R times by turns A B A B; milliseconds, peak memory in KiB, their ratio (T10)",
     measureStartup},
    {"quotes",
     "a pasted quote among N quotations (1,000,000) of a project: recall for cut, swapped, truncated, re-punctuated and\n"
     "             stitched ones, time from the file and from memory beside FTS5 alone and a full scan; grouping N quotations:\n"
     "             time, recall, wrong merges (T3, T4)",
     measureQuotes},
    {"extract",
     "who said what in N invented articles (1000) or in --file, on one thread, beside plain regular expressions (marks, nearest cue,\n"
     "             nearest capitalised name), by turns A B A B; MB/s by processor time, and whether twice and on threads is the same (T11)",
     measureExtract},
    {"import",
     "N articles (10000) through the whole pipeline into the project of a window, beside explicit inserts of the same\n"
     "             texts into a full-text index; MB/s, files/s, and how late a 5 ms timer comes on the window's thread and in a\n"
     "             process that only looks at its clock (T2, T13)",
     measureImport},
};

void help()
{
    std::puts("onrecord-bench SUBCOMMAND [--n N] [--reps R] [--file FILE]\n\n"
              "Measures OnRecord and prints one JSON object. N is the size of the input, R how often it is measured.\n");
    for (const Subcommand &one : subcommands)
        std::printf("  %-10s %s\n", one.name, one.what);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::strcmp(argv[1], "floor-window") == 0)
        return showFloorWindow(argc, argv);
    if (argc > 1 && std::strcmp(argv[1], "import-window") == 0)
        return importIntoWindow(argc, argv);
    if (argc > 1 && std::strcmp(argv[1], "watch-clock") == 0)
        return watchClock(argc, argv);
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption n(u"n"_s, u"Size of the input."_s, u"N"_s, u"0"_s);
    const QCommandLineOption reps(u"reps"_s, u"How often."_s, u"R"_s, u"0"_s);
    const QCommandLineOption file(u"file"_s, u"A text to be read, or JSON Lines with one."_s, u"FILE"_s);
    const QCommandLineOption helpOption({u"h"_s, u"help"_s}, u"What can be measured."_s);
    parser.addOptions({n, reps, file, helpOption});
    const bool isParsed = parser.parse(QCoreApplication::arguments());
    if (isParsed && parser.isSet(helpOption)) {
        help();
        return 0;
    }
    bool isNumber = true;
    bool isCount = true;
    const Amounts amounts{parser.value(n).toLongLong(&isNumber), parser.value(reps).toInt(&isCount), parser.value(file)};
    const QStringList words = parser.positionalArguments();
    for (const Subcommand &one : subcommands) {
        if (!isParsed || !isNumber || !isCount || words.size() != 1 || words.front() != QLatin1StringView(one.name))
            continue;
        auto measured = one.measure(amounts);
        if (!measured) {
            std::fprintf(stderr, "onrecord-bench: %s\n", qPrintable(measured.error()));
            return failure;
        }
        measured->insert(u"subcommand"_s, QLatin1StringView(one.name));
        measured->insert(u"machine"_s, QJsonObject{{u"system"_s, QSysInfo::prettyProductName()},
                                                   {u"processor"_s, QSysInfo::currentCpuArchitecture()},
                                                   {u"threads"_s, QThread::idealThreadCount()},
                                                   {u"qt"_s, QString::fromLatin1(qVersion())}});
        std::fputs(QJsonDocument(*measured).toJson().constData(), stdout);
        return 0;
    }
    std::fputs("onrecord-bench: say what to measure; onrecord-bench --help lists it\n", stderr);
    return usage;
}
