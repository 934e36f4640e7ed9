// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openproject.h"

namespace onrecord::cli {

using namespace Qt::StringLiterals;

std::unique_ptr<store::Project> openProject(const QString &path, store::OpenMode mode)
{
    auto project = store::Project::open(path, std::make_shared<SystemClock>(), mode);
    if (project && mode == store::OpenMode::ReadWrite && (*project)->isReadOnly()) {
        say(path + u": "_s + sentence({Fault::NotWritable, {}}));
        return nullptr;
    }
    if (project)
        return std::move(*project);
    say(path + u": "_s + sentence(project.error()));
    return nullptr;
}

int refused(const Error &error)
{
    say(sentence(error));
    return error.fault == Fault::Cancelled ? Interrupted : SomethingRefused;
}

} // namespace onrecord::cli
