// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/appearances.h"
#include "core/match/collation.h"
#include "ui/variants/collationpainter.h"

#include <QCoreApplication>

namespace onrecord::ui {

/// What the Variants pane says in words.
class VariantWords
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::ui::VariantWords)
public:
    /// The outlet, or the article that names none.
    [[nodiscard]] static QString source(const Snapshot &record, QuotationId quotation);
    /// "24 Jan 2025, first", "said 23 Jan 2025", "after 27 Jan 2025, copy".
    [[nodiscard]] static QString when(const match::Appearances &all, size_t index);
    [[nodiscard]] static WordingLabel label(const Snapshot &record, const match::Appearances &all, size_t index, const match::CollatedRow *row);
    /// "Printed in 3 places by 2 sources, copies of one text counted once. First in this project: Harbour Post, 24 Jan 2025; no earlier item."
    [[nodiscard]] static QString summary(const Snapshot &record, const match::Appearances &all);
    [[nodiscard]] static QString spoken(const WordingLabel &label, bool isBase);
    /// The table as plain text: a line a wording, "[-cut-] {+added+}".
    [[nodiscard]] static QString asText(const match::Collation &made, const std::vector<WordingLabel> &labels);
};

} // namespace onrecord::ui
