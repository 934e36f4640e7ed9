// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "interrupt.h"
#include "openproject.h"

#include <array>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto json = "json"_L1;
constexpr std::array<Option, 1> options{{{json, {}, "an object with the structure's state, the number of digests and each damaged item"_L1}}};

QJsonObject toJson(const store::CheckReport &report)
{
    QJsonArray bad;
    for (const auto &item : report.bad)
        bad.append(QJsonObject{{u"what"_s, item.what}, {u"id"_s, item.id}, {u"name"_s, item.name}, {u"why"_s, item.why}});
    return {{u"ok"_s, report.ok}, {u"structure"_s, report.structure}, {u"digests"_s, QJsonObject{{u"checked"_s, report.digestsChecked}, {u"bad"_s, bad}}}};
}

int run(const Arguments &arguments)
{
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadOnly);
    if (!project)
        return NoProject;
    catchInterrupts();
    const auto report = project->check([](double) { return !isInterrupted(); });
    if (!report)
        return refused(report.error());
    if (arguments.has(json)) {
        printJson(toJson(*report));
    } else {
        print(printable(u"structure: "_s + report->structure));
        print(u"digests: %1 checked, %2 wrong"_s.arg(report->digestsChecked).arg(report->bad.size()));
        for (const auto &item : report->bad)
            print(printable(u"  %1 %2 “%3”: %4"_s.arg(item.what).arg(item.id).arg(item.name, item.why)));
        print(report->ok ? u"ok"_s : u"damaged: what is named above is not what was stored"_s);
    }
    return report->ok ? Done : SomethingRefused;
}

} // namespace

constinit const Command checkCommand{"check"_L1,
                                     "PROJECT"_L1,
                                     1,
                                     1,
                                     "check a project's structure and every digest"_L1,
                                     "Ends with 3 when something is damaged; each damaged item is named. Nothing is written."_L1,
                                     options,
                                     run};

} // namespace onrecord::cli
