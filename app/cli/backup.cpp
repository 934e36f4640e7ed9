// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "openproject.h"

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

int run(const Arguments &arguments)
{
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadOnly);
    if (!project)
        return NoProject;
    if (const auto done = project->backup(arguments.plain()[1]); !done)
        return refused(done.error());
    print(u"copied and checked: "_s + printable(arguments.plain()[1]));
    return Done;
}

} // namespace

constinit const Command backupCommand{"backup"_L1,
                                      "PROJECT TARGET"_L1,
                                      2,
                                      2,
                                      "copy a project to a new file and check the copy"_L1,
                                      "The copy is opened, checked and counted before it gets its name. An existing file is never overwritten."_L1,
                                      {},
                                      run};

} // namespace onrecord::cli
