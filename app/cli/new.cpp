// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "openproject.h"

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

int run(const Arguments &arguments)
{
    const QString path = arguments.plain().first();
    const auto project = store::Project::create(path, std::make_shared<SystemClock>());
    if (!project) {
        say(path + u": "_s + sentence(project.error()));
        return NoProject;
    }
    print(u"made "_s + printable((*project)->path()));
    return Done;
}

} // namespace

constinit const Command newCommand{"new"_L1, "PROJECT"_L1, 1, 1, "make an empty project, a single file NAME.onrecord"_L1, "An existing file is never overwritten."_L1, {}, run};

} // namespace onrecord::cli
