// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace onrecord::test {

/// Every row of every record table and every word of the search index of a project file, as text, one line each. Works on a
/// copy, so the project may be open.
[[nodiscard]] QStringList dump(const QString &projectFile);

/// Runs SQL on a closed project file behind the store's back, as a stranger with another program would.
void meddle(const QString &projectFile, const QString &sql);

/// First column of the first row.
[[nodiscard]] QString ask(const QString &projectFile, const QString &sql);

} // namespace onrecord::test
