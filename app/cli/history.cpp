// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "openproject.h"

#include <array>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto json = "json"_L1;
constexpr std::array<Option, 1> options{{{json, {}, "an array of objects, newest first"_L1}}};

int runHistory(const Arguments &arguments)
{
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadOnly);
    if (!project)
        return NoProject;
    const auto history = project->history();
    if (!history)
        return refused(history.error());
    QJsonArray objects;
    std::vector<QStringList> rows;
    for (const store::ChangeSet &change : *history) {
        const QString at = change.at.toUTC().toString(Qt::ISODate);
        objects.append(QJsonObject{{u"id"_s, change.id}, {u"name"_s, change.name}, {u"at"_s, at}, {u"undone"_s, change.undone}});
        rows.push_back({at, change.undone ? u"undone"_s : QString(), change.name});
    }
    if (arguments.has(json))
        printJson(objects);
    else
        printTable({u"WHEN"_s, u"STATE"_s, u"CHANGE"_s}, rows, 80);
    return Done;
}

int step(const Arguments &arguments, QString (store::Project::*nameOf)() const, Result<void> (store::Project::*go)(), const QString &verb)
{
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadWrite);
    if (!project)
        return NoProject;
    const QString name = ((*project).*nameOf)();
    if (name.isEmpty()) {
        print(u"nothing to "_s + verb);
        return Done;
    }
    if (const auto done = ((*project).*go)(); !done)
        return refused(done.error());
    print(printable(u"%1: %2"_s.arg(verb, name)));
    return Done;
}

int runUndo(const Arguments &arguments)
{
    return step(arguments, &store::Project::undoName, &store::Project::undo, u"undo"_s);
}

int runRedo(const Arguments &arguments)
{
    return step(arguments, &store::Project::redoName, &store::Project::redo, u"redo"_s);
}

} // namespace

constinit const Command historyCommand{"history"_L1, "PROJECT"_L1, 1, 1, "list the changes made to a project, newest first"_L1, {}, options, runHistory};
constinit const Command undoCommand{"undo"_L1, "PROJECT"_L1, 1, 1, "take back the last change"_L1, {}, {}, runUndo};
constinit const Command redoCommand{"redo"_L1, "PROJECT"_L1, 1, 1, "make the change again that was taken back last"_L1, {}, {}, runRedo};

} // namespace onrecord::cli
