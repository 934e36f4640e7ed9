// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/figureboard.h"
#include "ui/present/tones.h"

#include <QCoreApplication>

namespace onrecord::ui {

/// Boards in the words of the window. Plain text.
class BoardWords
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::ui::BoardWords)

public:
    [[nodiscard]] static QString sign(match::FigureRelation relation); ///< "=", "≠", "∦", "?"
    [[nodiscard]] static QString name(match::FigureRelation relation); ///< "agree", "conflict"
    [[nodiscard]] static QString headline(const match::Board &board);
    [[nodiscard]] static QString why(const match::Board &board); ///< one or more sentences
    [[nodiscard]] static QString why(const match::FigurePair &pair);
    [[nodiscard]] static QString title(const match::Board &board);  ///< "Nvidia · chips"
    [[nodiscard]] static QString counts(const match::Board &board); ///< "4 figures · 3 articles"
    /// How one value stands to the others, in one or two words.
    [[nodiscard]] static QString tag(const match::Board &board, int value);
    [[nodiscard]] static match::FigureRelation standing(const match::Board &board, int value);
    [[nodiscard]] static QString asserter(const Snapshot &record, const match::BoardValue &value);
    /// Colour of a relation on `tones`: its ink and its wash.
    [[nodiscard]] static QColor ink(match::FigureRelation relation, const present::Tones &tones);
    [[nodiscard]] static QColor wash(match::FigureRelation relation, const present::Tones &tones);
};

} // namespace onrecord::ui
