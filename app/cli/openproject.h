// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"
#include "core/store/project.h"

namespace onrecord::cli {

/// The project at `path`, or null after a message: then the program ends with NoProject.
[[nodiscard]] std::unique_ptr<store::Project> openProject(const QString &path, store::OpenMode mode);

/// Says the error; returns the exit code for a project that was open (SomethingRefused, Interrupted after Cancelled).
int refused(const Error &error);

} // namespace onrecord::cli
