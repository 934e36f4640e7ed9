// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/factsheet.h"
#include "core/match/draft.h"
#include "core/record/snapshot.h"
#include "ui/present/tones.h"

#include <QCoreApplication>

namespace onrecord::ui {

/// One finding of a draft in the words of the window.
struct DraftLine {
    enum class Mood : quint8 { Good, Warning, Bad, Quiet };
    Span span;     ///< in the draft
    QString words; ///< of the draft
    QString sign;
    QString answer; ///< "verbatim", "not found"
    QString source; ///< outlet and date; empty when there is none
    QString why;
    Mood mood = Mood::Quiet;
    ArticleId article; ///< what it opens; null when there is nothing
    Span passage;
    ItemId item;
};

class DraftWords
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::ui::DraftWords)

public:
    /// Quotations and figures in the order of the draft.
    [[nodiscard]] static std::vector<DraftLine> lines(const match::DraftReport &report, const Snapshot &record);
    [[nodiscard]] static QColor ink(DraftLine::Mood mood, const present::Tones &tones);
    [[nodiscard]] static io::FactSheet sheet(const QString &title, const std::vector<DraftLine> &lines,
                                             const Snapshot &record);
};

} // namespace onrecord::ui
