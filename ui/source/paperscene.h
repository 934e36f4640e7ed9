// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/articlemarks.h"
#include "ui/source/paperlayout.h"
#include "ui/source/textthemes.h"

#include <memory>
#include <vector>

class QPainter;

namespace onrecord::ui {

/// How a mark stands to the filter and the selection.
enum class MarkState : quint8 {
    Plain,    ///< nothing is selected
    Related,  ///< keeps its full colour
    Faded,    ///< something else is selected
    Hidden,   ///< the filter leaves its item out
    Selected,
};

/// A speaker's disc in the margin beside the line where the words begin.
struct Disc {
    qint32 offset = 0;
    AgentId agent;
    QColor colour;
    QString letters;
    QString name;
    bool square = false;
    bool faded = false;
};

/// The lines above an article's words.
struct PaperHead {
    QString title;  ///< not drawn when the text begins with it
    QString meta;   ///< "Harbour Herald · 6 May 2031"
    QString badge;  ///< "day · stated"
    QString note;   ///< authors and what else is worth a word
    friend bool operator==(const PaperHead &, const PaperHead &) = default;
};

/// Everything that stands on the paper, without a widget. GUI thread.
struct PaperScene {
    PaperLayout layout;
    PaperStyle style;
    PaperHead head;
    std::shared_ptr<const explore::ArticleMarks> marks = std::make_shared<explore::ArticleMarks>();
    explore::MarkLayers layers = explore::allMarkLayers;
    std::vector<MarkState> states;      ///< one a mark
    std::vector<Disc> discs;            ///< by offset
    std::vector<UncertainWord> uncertain; ///< words that text recognition was not sure of, by start
    std::vector<Span> hits;             ///< found words, by start
    int currentHit = -1;
    Span selection;                     ///< words selected to be copied or marked
    Span handles;                       ///< words whose ends can be dragged; empty for none
    ItemId hovered;
    bool mayRestore = false;            ///< a fold offers to restore what it holds

    [[nodiscard]] bool shows(const explore::Mark &mark) const { return layers.testFlag(explore::layerOf(mark.sign)); }
    [[nodiscard]] MarkState state(int mark) const
    {
        return static_cast<size_t>(mark) < states.size() ? states[static_cast<size_t>(mark)] : MarkState::Plain;
    }
    /// The uncertain word at a place; nullptr when there is none.
    [[nodiscard]] const UncertainWord *uncertainAt(qint32 offset) const;
    /// What QTextLayout needs to know of a block: bold, italic, ink.
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(int block) const;
};

/// The line that stands for a fold: what it says and the words that restore it, in pixels from its first block's left top corner.
struct FoldNote {
    QFont font;
    QString words;
    QRectF wordsPlace;
    QString restore; ///< empty: not offered
    QRectF restorePlace;
};
[[nodiscard]] FoldNote foldNote(const PaperScene &scene, int fold, const QFont &base);

/// Paints one block with its left top corner at `at`.
void paintBlock(QPainter &painter, PaperScene &scene, int block, QPointF at);

} // namespace onrecord::ui
