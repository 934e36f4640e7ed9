// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QStringList>

namespace onrecord::ui {

/// Words with where they stand, as plain text: the words in marks, speaker, title, outlet, date, paragraph, address. What is not
/// known is left out, never guessed. `quotation` may be null: then nobody is named.
[[nodiscard]] QString citation(const Snapshot &record, ArticleId article, QStringView text, Span span, const Quotation *quotation);

/// An item in a few short lines, the first the most important: a quotation's speaker, role, kind, date said and other
/// wordings; an agent's name and how often it speaks; a figure's value. Empty for what has nothing to say.
[[nodiscard]] QStringList describe(const Snapshot &record, ItemId item);

} // namespace onrecord::ui
