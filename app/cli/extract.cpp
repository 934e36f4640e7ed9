// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/extract/lexicon.h"
#include "core/io/extractionjson.h"
#include "linereader.h"

#include <QFileInfo>
#include <QFuture>
#include <QThread>
#include <QtConcurrentRun>
#include <array>
#include <deque>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<Option, 2> options{{
    {"jsonl"_L1, {}, "documents as lines of JSON on stdin, answers as lines of JSON on stdout, in the same order"_L1},
    {"words"_L1, "FOLDER"_L1, "word lists of your own (FOLDER/LANGUAGE/LIST.txt); without it those built in and no others"_L1},
}};

/// Answers leave in the order of the questions, worked out on all processors; a line that stands alone is answered at once.
int run(const Arguments &arguments)
{
    if (!arguments.has("jsonl"_L1)) {
        say(u"extract reads lines of JSON: call it with --jsonl"_s);
        return WrongUse;
    }
    if (arguments.has("words"_L1) && !QFileInfo(arguments.value("words"_L1)).isDir()) {
        say(u"%1: no such folder"_s.arg(arguments.value("words"_L1)));
        return WrongUse;
    }
    const auto words = extract::userLexicons(arguments.value("words"_L1));
    for (const auto &list : words) {
        for (const QString &problem : list->problems())
            say(u"your word lists: %1"_s.arg(problem));
    }
    LineReader lines;
    std::deque<QFuture<Result<QByteArray>>> waiting;
    const auto most = static_cast<size_t>(QThread::idealThreadCount()) * 4;
    qint64 answered = 0;
    int code = Done;
    const auto answerOne = [&] {
        const auto answer = waiting.front().takeResult();
        waiting.pop_front();
        ++answered;
        if (answer) {
            printLine(*answer);
            return;
        }
        // A line of its own all the same: output lines stay in step with input lines.
        printJson(QJsonObject{{u"id"_s, QJsonValue::Null}, {u"error"_s, sentence(answer.error())}});
        say(u"line %1: %2"_s.arg(answered).arg(sentence(answer.error())));
        code = SomethingRefused;
    };
    for (;;) {
        while (!waiting.empty() && (waiting.size() >= most || !lines.isReady()))
            answerOne();
        const auto line = lines.next();
        if (!line)
            break;
        if (!line->trimmed().isEmpty())
            waiting.push_back(QtConcurrent::run(io::extractLine, *line, words));
    }
    while (!waiting.empty())
        answerOne();
    return code;
}

} // namespace

constinit const Command extractCommand{"extract"_L1,
                                       "--jsonl"_L1,
                                       0,
                                       0,
                                       "find quotations, speakers, figures and dates in texts, without a project"_L1,
                                       "A line in: {\"id\",\"lang\"?,\"text\"}. A line out: {\"id\",\"quotes\",\"agents\",\"figures\",\"dates\"}."_L1,
                                       options,
                                       run};

} // namespace onrecord::cli
