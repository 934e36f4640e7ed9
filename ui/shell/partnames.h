// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace onrecord::ui {

/// "line 7" of "line 7 of net.gexf" in that file; a name that does not say the file as it is. Tables have one extension in the names of
/// their parts: "line 7 of rows.csv" is of rows.tsv too.
[[nodiscard]] QString shortPartName(const QString &part, const QString &fileName);

struct PartRefusal {
    QString what; ///< that is refused, where the reader says more than the part's name; may be empty
    QString why;
};

/// "line 23 (Ownership own-9): there is no owner" in its two halves, without the part's name `name`: that begins the row.
[[nodiscard]] PartRefusal partRefusal(const QString &refusal, const QString &name);

} // namespace onrecord::ui
