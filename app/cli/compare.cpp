// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/match/compare.h"
#include "linereader.h"
#include "matchjson.h"

#include <QJsonDocument>
#include <array>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<Option, 1> options{{{"jsonl"_L1, {}, "lines {\"id\",\"a\",\"b\"} on stdin, {\"id\",\"same\",\"relation\",\"changes\"} each on stdout"_L1}}};

int run(const Arguments &arguments)
{
    if (!arguments.has("jsonl"_L1)) {
        say(u"compare reads lines of JSON: call it with --jsonl"_s);
        return WrongUse;
    }
    LineReader lines;
    int code = Done;
    for (qint64 number = 1; const auto line = lines.next(); ++number) {
        if (line->trimmed().isEmpty())
            continue;
        const QJsonObject asked = QJsonDocument::fromJson(*line).object();
        QJsonObject out{{u"id"_s, asked.contains(u"id"_s) ? asked.value(u"id"_s) : QJsonValue(QJsonValue::Null)}};
        if (asked.value(u"a"_s).isString() && asked.value(u"b"_s).isString()) {
            const match::Comparison answer = match::compare(asked.value(u"a"_s).toString(), asked.value(u"b"_s).toString(), asked.value(u"lang"_s).toString());
            out.insert(u"same"_s, answer.same);
            out.insert(u"relation"_s, spelling(answer.relation));
            out.insert(u"meaning_changed"_s, answer.meaningChanged);
            out.insert(u"changes"_s, changesJson(answer.changes));
        } else {
            out.insert(u"error"_s, u"not a line {\"id\",\"a\",\"b\"}"_s);
            say(u"line %1: %2"_s.arg(number).arg(out.value(u"error"_s).toString()));
            code = SomethingRefused;
        }
        printJson(out);
    }
    return code;
}

} // namespace

constinit const Command compareCommand{"compare"_L1,
                                       "--jsonl"_L1,
                                       0,
                                       0,
                                       "tell how two wordings relate and name what differs, without a project"_L1,
                                       "Relations: identical, shortened (one holds the other), altered (the same remark in other words), different. \"same\" is\n"
                                       "true for all but the last; \"meaning_changed\" when a negation, number, unit, name, hedge or quantifier differs."_L1,
                                       options,
                                       run};

} // namespace onrecord::cli
