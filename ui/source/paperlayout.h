// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/textblocks.h"
#include "core/record/record.h"
#include "ui/source/heightindex.h"

#include <QFont>
#include <QRectF>
#include <QTextLayout>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace onrecord::ui {

/// How a block of an article is set.
enum class BlockLook : quint8 { Body, Blank, Headline, Heading, Standfirst, Byline, Caption, Correction, BlockQuote, Boilerplate };

/// A run of words on one line of a block, in pixels from the block's left top corner.
struct Piece {
    qreal left = 0;
    qreal right = 0;
    qreal baseline = 0;
    qreal slotTop = 0;    ///< the line with its leading: what touches the line above and below
    qreal slotBottom = 0;
};

/// Sets an article's text in a column, line by line only where somebody looks: heights of unseen blocks are estimated until
/// then, layouts of blocks out of sight are dropped. Coordinates are pixels, y from the top of the first block, x from the left
/// of the column. Offsets are UTF-16 units of the stored text, which is never read back from a widget. GUI thread.
class PaperLayout
{
public:
    struct Type {
        QFont body;        ///< sized in pixels
        int column = 600;  ///< width
        bool reveal = false;
        friend bool operator==(const Type &, const Type &) = default;
    };
    /// Character formats of a block that change its shapes or ink; positions from the block's start.
    using Formats = std::function<QList<QTextLayout::FormatRange>(int block)>;

    PaperLayout() { setText({}, {}, {}); }
    void setFormats(Formats formats) { m_formats = std::move(formats); }
    /// A new text. `title`: a first line that says the same is the headline even when no region says so.
    void setText(const QString &text, const std::vector<Region> &regions, const QString &title);
    void setType(const Type &type);
    /// Room kept under the headline for the line of outlet and date.
    void setMetaHeight(int height);
    /// Forgets layouts: formats have changed. Heights stay as estimates.
    void dropLayouts();

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const explore::TextBlocks &blocks() const { return m_blocks; }
    [[nodiscard]] BlockLook look(int block) const { return m_looks[static_cast<size_t>(block)]; }
    /// The block that is the article's headline; -1 when the text has none of its own.
    [[nodiscard]] int headline() const { return m_headline; }
    [[nodiscard]] const Type &type() const { return m_type; }
    [[nodiscard]] int lineHeight() const { return m_lineHeight; }
    [[nodiscard]] QFont fontOf(BlockLook look) const;

    /// What is struck, in order and apart; a part of a line is no fold.
    [[nodiscard]] const std::vector<Span> &struck() const { return m_struck; }

    // Folding: every run of struck blocks is one fold, opened or closed.
    struct Fold {
        int first = 0;
        int last = 0; ///< inclusive
        bool open = false;
    };
    [[nodiscard]] const std::vector<Fold> &folds() const { return m_folds; }
    [[nodiscard]] int foldAt(int block) const; ///< index, or -1
    void setFoldOpen(int fold, bool open);
    [[nodiscard]] bool isFoldedAway(int block) const; ///< its words are not on the page
    [[nodiscard]] int foldNoteHeight() const { return m_lineHeight; }

    [[nodiscard]] qint64 height() const { return m_heights.total(); }
    [[nodiscard]] qint64 top(int block) const { return m_heights.top(block); }
    [[nodiscard]] int blockHeight(int block) const { return m_heights.height(block); }
    [[nodiscard]] int blockAt(qint64 y) const { return m_heights.at(y); }
    [[nodiscard]] bool isLaidOut(int block) const { return m_known[static_cast<size_t>(block)]; }
    /// Lays a block out when it is not; tells by how much its height differs from what was assumed.
    int ensure(int block);
    /// The layout of a block, made when needed; its lines stand below contentTop().
    [[nodiscard]] const QTextLayout &layout(int block);
    [[nodiscard]] int contentTop(int block) const;
    /// Where the words of a span stand in a block, a piece or more a line.
    [[nodiscard]] std::vector<Piece> pieces(int block, Span span);
    /// The line an offset is on; `y` runs from the block's top.
    [[nodiscard]] QTextLine lineOf(int block, qint32 offset);
    [[nodiscard]] QTextLine lineAtY(int block, qreal y);
    /// The caret place nearest to a point.
    [[nodiscard]] qint32 offsetAt(qreal x, qint64 y);
    /// The character under a point, -1 beside the words.
    [[nodiscard]] qint32 characterAt(qreal x, qint64 y);
    /// Left top of an offset's line in the column, and its x.
    [[nodiscard]] QRectF caretRect(qint32 offset);

private:
    struct Sheet {
        std::unique_ptr<QTextLayout> layout;
        int height = 0;
        quint64 used = 0;
    };
    Sheet &sheet(int block);
    void make(int block, Sheet &sheet);
    [[nodiscard]] int estimate(int block) const;
    [[nodiscard]] int spaceBefore(int block) const;
    [[nodiscard]] int spaceAfter(int block) const;
    [[nodiscard]] int lineHeightOf(BlockLook look) const;
    void readLooks(const std::vector<Region> &regions, const QString &title);
    void joinFolds();
    void estimateAll();

    QString m_text;
    explore::TextBlocks m_blocks;
    std::vector<BlockLook> m_looks;
    std::vector<Fold> m_folds;
    std::vector<Span> m_struck;
    std::vector<bool> m_known;
    HeightIndex m_heights;
    Type m_type;
    Formats m_formats;
    int m_lineHeight = 26;
    int m_metaHeight = 0;
    int m_headline = -1;
    double m_charWidth = 8;
    quint64 m_clock = 0;
    std::unordered_map<int, Sheet> m_sheets;
};

} // namespace onrecord::ui
