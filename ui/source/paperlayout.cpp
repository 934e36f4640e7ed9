// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/paperlayout.h"

#include "core/record/struck.h"
#include "core/text/fold.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QRawFont>
#include <algorithm>
#include <cmath>

namespace onrecord::ui {

namespace {

constexpr double leading = 1.6;
constexpr size_t keptSheets = 256;

bool isBlank(QStringView words)
{
    return words.trimmed().isEmpty();
}

bool runsRightToLeft(QStringView words)
{
    return std::ranges::any_of(words, [](QChar c) {
        const auto direction = c.direction();
        return direction == QChar::DirR || direction == QChar::DirAL || (direction >= QChar::DirLRE && direction <= QChar::DirPDF && direction != QChar::DirNSM)
            || direction == QChar::DirLRI || direction == QChar::DirRLI || direction == QChar::DirFSI || c.isHighSurrogate();
    });
}

} // namespace

void PaperLayout::setText(const QString &text, const std::vector<Region> &regions, const QString &title)
{
    m_text = text;
    m_blocks = explore::TextBlocks(text);
    readLooks(regions, title);
    estimateAll();
}

void PaperLayout::readLooks(const std::vector<Region> &regions, const QString &title)
{
    const auto count = static_cast<size_t>(m_blocks.count());
    m_looks.assign(count, BlockLook::Body);
    m_folds.clear();
    m_struck = struckSpans(regions);
    m_headline = -1;
    for (int block = 0; block < m_blocks.count(); ++block) {
        const Span span = m_blocks.span(block);
        if (isBlank(QStringView(m_text).sliced(span.start, span.length())))
            m_looks[static_cast<size_t>(block)] = BlockLook::Blank;
    }
    const auto lookOf = [](RegionKind kind) {
        switch (kind) {
        case RegionKind::Headline: return BlockLook::Headline;
        case RegionKind::Standfirst: return BlockLook::Standfirst;
        case RegionKind::Byline: return BlockLook::Byline;
        case RegionKind::Caption: return BlockLook::Caption;
        case RegionKind::Correction: return BlockLook::Correction;
        case RegionKind::BlockQuote: return BlockLook::BlockQuote;
        case RegionKind::Heading: return BlockLook::Heading;
        case RegionKind::Dateline:
        case RegionKind::Boilerplate: break;
        }
        return BlockLook::Body;
    };
    for (const Region &region : regions) {
        const Span inside{std::max(0, region.span.start), std::min(region.span.end, static_cast<qint32>(m_text.size()))};
        if (inside.isEmpty())
            continue;
        int first = -1;
        int last = -1;
        for (int block = m_blocks.at(inside.start); block < m_blocks.count() && m_blocks.start(block) < inside.end; ++block) {
            const Span span = m_blocks.span(block);
            BlockLook &look = m_looks[static_cast<size_t>(block)];
            // A place inside a line (a dateline, say) does not set the line; what is struck stays so.
            if (!region.span.contains(span) || (!region.struck && (look == BlockLook::Blank || look == BlockLook::Boilerplate)))
                continue;
            look = region.struck ? BlockLook::Boilerplate : lookOf(region.kind);
            first = first < 0 ? block : first;
            last = block;
        }
        if (region.struck && first >= 0)
            m_folds.push_back({first, last, false});
    }
    joinFolds();
    // What is left out above the headline (a menu, say) does not make a second one necessary.
    const auto firstWords = std::ranges::find_if(m_looks, [](BlockLook look) { return look != BlockLook::Blank && look != BlockLook::Boilerplate; });
    const auto at = static_cast<int>(firstWords - m_looks.begin());
    if (firstWords == m_looks.end())
        return;
    const Span span = m_blocks.span(at);
    const bool saysTitle = !title.isEmpty() && foldedText(QStringView(m_text).sliced(span.start, span.length())) == foldedText(title);
    if (*firstWords == BlockLook::Headline || saysTitle) {
        *firstWords = BlockLook::Headline;
        m_headline = at;
    }
}

/// Struck blocks with nothing but empty lines between them are one run.
void PaperLayout::joinFolds()
{
    std::ranges::sort(m_folds, {}, &Fold::first);
    std::vector<Fold> joined;
    for (const Fold &fold : m_folds) {
        const auto isRead = [this](int block) { return m_looks[static_cast<size_t>(block)] != BlockLook::Blank; };
        int next = joined.empty() ? 0 : joined.back().last + 1;
        while (!joined.empty() && next < fold.first && !isRead(next))
            ++next;
        if (joined.empty() || next < fold.first) {
            joined.push_back(fold);
            continue;
        }
        for (int block = joined.back().last + 1; block < fold.first; ++block)
            m_looks[static_cast<size_t>(block)] = BlockLook::Boilerplate;
        joined.back().last = std::max(joined.back().last, fold.last);
    }
    m_folds = std::move(joined);
}

void PaperLayout::setType(const Type &type)
{
    if (type == m_type)
        return;
    m_type = type;
    m_lineHeight = static_cast<int>(std::lround(type.body.pixelSize() * leading));
    const QString sample = QStringLiteral("the harbour office said on Tuesday that nobody had asked it ");
    m_charWidth = QFontMetricsF(type.body).horizontalAdvance(sample) / static_cast<double>(sample.size());
    estimateAll();
}

void PaperLayout::setMetaHeight(int height)
{
    if (height == m_metaHeight)
        return;
    m_metaHeight = height;
    estimateAll();
}

void PaperLayout::dropLayouts()
{
    m_sheets.clear();
    std::ranges::fill(m_known, false);
}

void PaperLayout::estimateAll()
{
    m_sheets.clear();
    m_known.assign(static_cast<size_t>(m_blocks.count()), false);
    std::vector<int> heights(static_cast<size_t>(m_blocks.count()));
    if (!m_looks.empty()) {
        for (int block = 0; block < m_blocks.count(); ++block)
            heights[static_cast<size_t>(block)] = estimate(block);
    }
    m_heights.reset(std::move(heights));
}

QFont PaperLayout::fontOf(BlockLook look) const
{
    QFont font = m_type.body;
    const auto scaled = [&](double factor) { font.setPixelSize(static_cast<int>(std::lround(m_type.body.pixelSize() * factor))); };
    switch (look) {
    case BlockLook::Headline:
        scaled(1.5);
        font.setBold(true);
        break;
    case BlockLook::Heading:
        scaled(1.125);
        font.setBold(true);
        break;
    case BlockLook::Standfirst:
        scaled(1.125);
        break;
    case BlockLook::Byline:
    case BlockLook::Caption:
    case BlockLook::Boilerplate:
        scaled(0.875);
        font.setItalic(look == BlockLook::Caption);
        break;
    case BlockLook::Body:
    case BlockLook::Blank:
    case BlockLook::Correction:
    case BlockLook::BlockQuote:
        break;
    }
    return font;
}

int PaperLayout::lineHeightOf(BlockLook look) const
{
    // Large type wants less air between its lines.
    const double factor = look == BlockLook::Headline ? 1.3 : leading;
    return static_cast<int>(std::lround(fontOf(look).pixelSize() * factor));
}

int PaperLayout::foldAt(int block) const
{
    const auto after = std::ranges::upper_bound(m_folds, block, {}, &Fold::first);
    if (after == m_folds.begin())
        return -1;
    const auto fold = after - 1;
    return block <= fold->last ? static_cast<int>(fold - m_folds.begin()) : -1;
}

bool PaperLayout::isFoldedAway(int block) const
{
    const int fold = foldAt(block);
    return fold >= 0 && !m_folds[static_cast<size_t>(fold)].open;
}

void PaperLayout::setFoldOpen(int fold, bool open)
{
    Fold &row = m_folds[static_cast<size_t>(fold)];
    if (row.open == open)
        return;
    row.open = open;
    for (int block = row.first; block <= row.last; ++block) {
        m_sheets.erase(block);
        m_known[static_cast<size_t>(block)] = false;
        m_heights.setHeight(block, estimate(block));
    }
}

int PaperLayout::spaceBefore(int block) const
{
    const int fold = foldAt(block);
    if (fold >= 0 && m_folds[static_cast<size_t>(fold)].first == block)
        return foldNoteHeight();
    const BlockLook blockLook = look(block);
    if (blockLook == BlockLook::Heading && block > 0)
        return m_lineHeight / 4;
    return blockLook == BlockLook::Correction ? m_lineHeight / 4 : 0;
}

int PaperLayout::spaceAfter(int block) const
{
    if (block == m_headline)
        return m_metaHeight;
    return look(block) == BlockLook::Correction ? m_lineHeight / 4 : 0;
}

int PaperLayout::estimate(int block) const
{
    if (isFoldedAway(block))
        return spaceBefore(block);
    const BlockLook blockLook = look(block);
    if (blockLook == BlockLook::Blank)
        return m_lineHeight / 2;
    const double perLine = std::max(1.0, m_type.column / m_charWidth * 0.96);
    const int lines = std::max(1, static_cast<int>(std::ceil(m_blocks.span(block).length() / perLine)));
    return lines * lineHeightOf(blockLook) + spaceBefore(block) + spaceAfter(block);
}

PaperLayout::Sheet &PaperLayout::sheet(int block)
{
    Sheet &found = m_sheets[block];
    found.used = ++m_clock;
    if (!found.layout)
        make(block, found);
    if (m_sheets.size() > keptSheets) {
        // The least used half goes; the references handed out in this turn are the most recent.
        const quint64 limit = m_clock - keptSheets / 2;
        std::erase_if(m_sheets, [limit](const auto &entry) { return entry.second.used < limit; });
    }
    return m_sheets[block];
}

void PaperLayout::make(int block, Sheet &made)
{
    const BlockLook blockLook = look(block);
    const Span span = m_blocks.span(block);
    made.layout = std::make_unique<QTextLayout>(explore::shownText(QStringView(m_text).sliced(span.start, span.length()), m_type.reveal), fontOf(blockLook));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(m_charWidth * 4);
    made.layout->setTextOption(option);
    made.layout->setCacheEnabled(true);
    if (m_formats)
        made.layout->setFormats(m_formats(block));
    const int indent = blockLook == BlockLook::BlockQuote || blockLook == BlockLook::Correction ? 16 : 0;
    const int slot = lineHeightOf(blockLook);
    qreal y = 0;
    made.layout->beginLayout();
    for (QTextLine line = made.layout->createLine(); line.isValid(); line = made.layout->createLine()) {
        line.setLineWidth(std::max(40, m_type.column - indent));
        const qreal height = std::max<qreal>(slot, std::ceil(line.height()));
        line.setPosition({static_cast<qreal>(indent), y + (height - line.height()) / 2});
        y += height;
    }
    made.layout->endLayout();
    made.height = isFoldedAway(block)    ? spaceBefore(block)
        : blockLook == BlockLook::Blank ? m_lineHeight / 2
                                        : static_cast<int>(std::ceil(y)) + spaceBefore(block) + spaceAfter(block);
}

int PaperLayout::ensure(int block)
{
    if (m_known[static_cast<size_t>(block)])
        return 0;
    const int before = m_heights.height(block);
    const int now = isFoldedAway(block) ? spaceBefore(block) : sheet(block).height;
    m_heights.setHeight(block, now);
    m_known[static_cast<size_t>(block)] = true;
    return now - before;
}

const QTextLayout &PaperLayout::layout(int block)
{
    return *sheet(block).layout;
}

int PaperLayout::contentTop(int block) const
{
    return spaceBefore(block);
}

std::vector<Piece> PaperLayout::pieces(int block, Span span)
{
    std::vector<Piece> found;
    const Span whole = m_blocks.span(block);
    const Span inside{std::max(span.start, whole.start) - whole.start, std::min(span.end, whole.end) - whole.start};
    if (inside.isEmpty() || isFoldedAway(block) || look(block) == BlockLook::Blank)
        return found;
    const QTextLayout &set = layout(block);
    const qreal top = contentTop(block);
    const bool mixed = runsRightToLeft(QStringView(m_text).sliced(whole.start, whole.length()));
    const int slot = lineHeightOf(look(block));
    for (int i = 0; i < set.lineCount(); ++i) {
        const QTextLine line = set.lineAt(i);
        const int from = std::max(inside.start, static_cast<qint32>(line.textStart()));
        const int to = std::min(inside.end, static_cast<qint32>(line.textStart() + line.textLength()));
        if (to <= from)
            continue;
        const qreal height = std::max<qreal>(slot, std::ceil(line.height()));
        const qreal centre = top + line.y() + line.height() / 2;
        Piece piece{0, 0, top + line.y() + line.ascent(), centre - height / 2, centre + height / 2};
        const qreal rightmost = line.x() + line.naturalTextRect().width() + (line.naturalTextRect().x() - line.x());
        const auto put = [&](qreal a, qreal b) {
            piece.left = std::min(a, b);
            piece.right = std::min(std::max(a, b), std::max(rightmost, piece.left));
            if (piece.right <= piece.left)
                return;
            if (!found.empty() && std::abs(found.back().slotTop - piece.slotTop) < 0.5 && std::abs(found.back().right - piece.left) < 0.6)
                found.back().right = piece.right;
            else
                found.push_back(piece);
        };
        if (!mixed) {
            put(line.cursorToX(from), line.cursorToX(to));
            continue;
        }
        // Words in two directions may stand apart: glyph by glyph, neighbours joined, in the order they are seen.
        std::vector<std::pair<qreal, qreal>> spots;
        for (const QGlyphRun &run : line.glyphRuns(from, to - from)) {
            const QList<QPointF> places = run.positions();
            const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
            for (qsizetype glyph = 0; glyph < places.size(); ++glyph) {
                if (advances[glyph].x() > 0)
                    spots.emplace_back(places[glyph].x(), places[glyph].x() + advances[glyph].x());
            }
        }
        std::ranges::sort(spots);
        for (const auto &[a, b] : spots)
            put(a, b);
    }
    return found;
}

QTextLine PaperLayout::lineOf(int block, qint32 offset)
{
    const QTextLayout &set = layout(block);
    const QTextLine line = set.lineForTextPosition(static_cast<int>(offset - m_blocks.start(block)));
    return line.isValid() ? line : set.lineAt(set.lineCount() - 1);
}

QTextLine PaperLayout::lineAtY(int block, qreal y)
{
    const QTextLayout &set = layout(block);
    const qreal inside = y - contentTop(block);
    const int slot = lineHeightOf(look(block));
    for (int i = 0; i < set.lineCount(); ++i) {
        const QTextLine line = set.lineAt(i);
        const qreal height = std::max<qreal>(slot, std::ceil(line.height()));
        if (inside < line.y() + line.height() / 2 + height / 2)
            return line;
    }
    return set.lineAt(set.lineCount() - 1);
}

qint32 PaperLayout::offsetAt(qreal x, qint64 y)
{
    int block = blockAt(std::clamp<qint64>(y, 0, std::max<qint64>(0, height() - 1)));
    ensure(block);
    const Span span = m_blocks.span(block);
    if (isFoldedAway(block))
        return span.start;
    const QTextLine line = lineAtY(block, static_cast<qreal>(y - top(block)));
    return line.isValid() ? std::min(span.end, span.start + line.xToCursor(x)) : span.start;
}

qint32 PaperLayout::characterAt(qreal x, qint64 y)
{
    if (y < 0 || y >= height())
        return -1;
    const int block = blockAt(y);
    if (isFoldedAway(block) || look(block) == BlockLook::Blank || y - top(block) < contentTop(block))
        return -1;
    const QTextLine line = lineAtY(block, static_cast<qreal>(y - top(block)));
    if (!line.isValid() || !line.naturalTextRect().adjusted(0, -100, 0, 100).contains(QPointF(x, line.y())))
        return -1;
    const int at = line.xToCursor(x, QTextLine::CursorOnCharacter);
    const Span span = m_blocks.span(block);
    return at < span.length() ? span.start + at : -1;
}

QRectF PaperLayout::caretRect(qint32 offset)
{
    const int block = m_blocks.at(offset);
    ensure(block);
    const auto blockTop = static_cast<qreal>(top(block));
    if (isFoldedAway(block))
        return {0, blockTop, 1, static_cast<qreal>(foldNoteHeight())};
    const QTextLine line = lineOf(block, offset);
    const qreal x = line.cursorToX(static_cast<int>(std::min(offset, m_blocks.span(block).end) - m_blocks.start(block)));
    return {x, blockTop + contentTop(block) + line.y(), 1, line.height()};
}

} // namespace onrecord::ui
