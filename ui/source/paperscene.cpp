// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/paperscene.h"

#include "ui/present/tones.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace onrecord::ui {

using explore::Mark;
using explore::Sign;

namespace {

/// A block being painted: what every step needs.
struct Canvas {
    QPainter &painter;
    PaperScene &scene;
    int block;
    QPointF at;
    double unit; ///< pixels at 100 % zoom

    [[nodiscard]] std::vector<Piece> pieces(Span span) const { return scene.layout.pieces(block, span); }
    /// Behind the words from above the capitals to below the descenders.
    [[nodiscard]] QRectF ground(const Piece &piece) const
    {
        return {at.x() + piece.left, at.y() + piece.baseline - 16 * unit, piece.right - piece.left, 21.5 * unit};
    }
    [[nodiscard]] QRectF slot(const Piece &piece) const
    {
        return {at.x() + piece.left, at.y() + piece.slotTop, piece.right - piece.left, piece.slotBottom - piece.slotTop};
    }
};

QColor faded(const QColor &colour, const QColor &paper, MarkState state)
{
    return state == MarkState::Faded ? present::mix(colour, paper, 0.55) : colour;
}

void paintGround(const Canvas &canvas)
{
    const PaperScene &scene = canvas.scene;
    const BlockLook look = scene.layout.look(canvas.block);
    if (look != BlockLook::Correction && look != BlockLook::BlockQuote)
        return;
    const QRectF box(canvas.at.x(), canvas.at.y(), scene.layout.type().column, scene.layout.blockHeight(canvas.block));
    if (look == BlockLook::Correction)
        canvas.painter.fillRect(box, scene.style.correctionWash);
    const QColor bar = look == BlockLook::Correction ? scene.style.correctionLine : scene.style.hairline;
    canvas.painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), bar);
}

void paintWashes(const Canvas &canvas, const std::vector<int> &found)
{
    const PaperScene &scene = canvas.scene;
    for (const int i : found) {
        const Mark &mark = scene.marks->all()[static_cast<size_t>(i)];
        const MarkState state = scene.state(i);
        const MarkStyle &look = scene.style.mark(mark.sign);
        if (!scene.shows(mark) || state == MarkState::Hidden)
            continue;
        const bool isName = mark.sign == Sign::Speaker || mark.sign == Sign::Mention;
        QColor wash = look.wash;
        if (isName && state == MarkState::Selected)
            wash = present::mix(scene.style.paper, scene.style.accent, scene.style.isDark ? 0.34 : 0.2);
        else if (mark.item == scene.hovered && wash.isValid() && state != MarkState::Selected)
            wash = present::mix(wash, look.line.isValid() ? look.line : scene.style.ink, 0.12);
        if (!wash.isValid())
            continue;
        for (const Piece &piece : canvas.pieces(mark.span))
            canvas.painter.fillRect(canvas.ground(piece), faded(wash, scene.style.paper, state));
    }
}

void paintHits(const Canvas &canvas, Span whole)
{
    const PaperScene &scene = canvas.scene;
    auto hit = std::ranges::lower_bound(scene.hits, whole.start, {}, &Span::end);
    for (; hit != scene.hits.end() && hit->start < whole.end; ++hit) {
        const bool current = hit - scene.hits.begin() == scene.currentHit;
        for (const Piece &piece : canvas.pieces(*hit)) {
            const QRectF box = canvas.ground(piece).adjusted(-1, -1, 1, 1);
            canvas.painter.setPen(current ? QPen(scene.style.ink, 1.5) : QPen(Qt::NoPen));
            canvas.painter.setBrush(current ? scene.style.currentFindWash : scene.style.findWash);
            canvas.painter.drawRoundedRect(box, 2, 2);
        }
    }
}

void drawWave(QPainter &painter, qreal left, qreal right, qreal y, qreal unit)
{
    QPainterPath wave(QPointF(left, y));
    bool up = true;
    for (qreal x = left; x < right; x += 3 * unit, up = !up)
        wave.lineTo(std::min(right, x + 3 * unit), up ? y - 2 * unit : y);
    painter.drawPath(wave);
}

void paintLines(const Canvas &canvas, const std::vector<int> &found)
{
    const PaperScene &scene = canvas.scene;
    QPainter &painter = canvas.painter;
    for (const int i : found) {
        const Mark &mark = scene.marks->all()[static_cast<size_t>(i)];
        const MarkState state = scene.state(i);
        const MarkStyle &look = scene.style.mark(mark.sign);
        if (!scene.shows(mark) || look.lineKind == MarkStyle::Line::None)
            continue;
        const bool strong = look.lineKind == MarkStyle::Line::Solid && look.wash.isValid() && state != MarkState::Hidden;
        const qreal width = std::max(1.0, std::round((strong ? 2 : 1) * canvas.unit));
        QPen pen(state == MarkState::Hidden ? present::mix(look.line, scene.style.paper, 0.6) : faded(look.line, scene.style.paper, state), width);
        pen.setCapStyle(Qt::FlatCap);
        if (look.lineKind == MarkStyle::Line::Dashed)
            pen.setDashPattern({4, 3});
        else if (look.lineKind == MarkStyle::Line::Dotted || state == MarkState::Hidden)
            pen.setDashPattern({1.5, 2});
        painter.setPen(pen);
        for (const Piece &piece : canvas.pieces(mark.span)) {
            const QRectF box = canvas.slot(piece);
            const qreal y = std::min(box.bottom() - 1, std::round(canvas.at.y() + piece.baseline + (4.5 + 2.5 * mark.lane) * canvas.unit)) + width / 2;
            if (look.lineKind == MarkStyle::Line::Wave) {
                painter.setRenderHint(QPainter::Antialiasing);
                drawWave(painter, box.left(), box.right(), y, canvas.unit);
            } else {
                painter.setRenderHint(QPainter::Antialiasing, false);
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
            }
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

/// Words that text recognition was not sure of: a veil over whatever else they are, and dots close under them.
void paintUncertain(const Canvas &canvas, Span whole)
{
    const PaperScene &scene = canvas.scene;
    QColor veil = scene.style.quietInk;
    veil.setAlphaF(0.16F);
    QPen pen(scene.style.quietInk, std::max(1.0, std::round(1.5 * canvas.unit)));
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({1, 1.5});
    auto word = std::ranges::lower_bound(scene.uncertain, whole.start, {}, [](const UncertainWord &one) { return one.span.end; });
    for (; word != scene.uncertain.end() && word->span.start < whole.end; ++word) {
        for (const Piece &piece : canvas.pieces(word->span)) {
            canvas.painter.fillRect(canvas.ground(piece), veil);
            const qreal y = std::round(canvas.at.y() + piece.baseline + 2 * canvas.unit) + 0.5;
            canvas.painter.setPen(pen);
            canvas.painter.setRenderHint(QPainter::Antialiasing, false);
            canvas.painter.drawLine(QPointF(canvas.at.x() + piece.left, y), QPointF(canvas.at.x() + piece.right, y));
        }
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing);
}

/// One outline around all lines of the selected words.
void paintRings(const Canvas &canvas, const std::vector<int> &found)
{
    const PaperScene &scene = canvas.scene;
    for (const int i : found) {
        const Mark &mark = scene.marks->all()[static_cast<size_t>(i)];
        const bool ringed = explore::isQuoted(mark.sign) || mark.sign == Sign::Figure || mark.sign == Sign::Date;
        if (scene.state(i) != MarkState::Selected || !ringed)
            continue;
        QPainterPath outline;
        for (const Piece &piece : canvas.pieces(mark.span)) {
            QPainterPath line;
            line.addRoundedRect(canvas.slot(piece).adjusted(-2.5, -0.5, 2.5, 0.5), 4, 4);
            outline = outline.united(line);
        }
        canvas.painter.setPen(QPen(scene.style.accent, 2));
        canvas.painter.setBrush(Qt::NoBrush);
        canvas.painter.drawPath(outline.simplified());
    }
}

void paintFoldNote(const Canvas &canvas)
{
    const PaperScene &scene = canvas.scene;
    const int index = scene.layout.foldAt(canvas.block);
    if (index < 0)
        return;
    const PaperLayout::Fold &fold = scene.layout.folds()[static_cast<size_t>(index)];
    if (fold.first != canvas.block)
        return;
    FoldNote note = foldNote(scene, index, canvas.painter.font());
    canvas.painter.setFont(note.font);
    const QRectF row(canvas.at.x(), canvas.at.y(), scene.layout.type().column, scene.layout.foldNoteHeight());
    canvas.painter.setPen(scene.style.quietInk);
    // A small triangle, pointing down when open.
    QPolygonF triangle;
    const QPointF centre(row.left() + 5, row.center().y());
    if (fold.open)
        triangle << centre + QPointF(-4, -2) << centre + QPointF(4, -2) << centre + QPointF(0, 3);
    else
        triangle << centre + QPointF(-2, -4) << centre + QPointF(3, 0) << centre + QPointF(-2, 4);
    canvas.painter.setBrush(scene.style.quietInk);
    canvas.painter.drawPolygon(triangle);
    const QFontMetricsF metrics(note.font);
    canvas.painter.drawText(note.wordsPlace.translated(canvas.at), Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(note.words, Qt::ElideRight, note.wordsPlace.width()));
    if (note.restore.isEmpty())
        return;
    note.font.setUnderline(true);
    canvas.painter.setFont(note.font);
    canvas.painter.setPen(present::readable(scene.style.accent, scene.style.paper, 4.5));
    canvas.painter.drawText(note.restorePlace.translated(canvas.at), Qt::AlignVCenter | Qt::AlignLeft, note.restore);
}

void paintSelection(const Canvas &canvas)
{
    for (const Piece &piece : canvas.pieces(canvas.scene.selection))
        canvas.painter.fillRect(canvas.slot(piece), canvas.scene.style.selection);
}

} // namespace

FoldNote foldNote(const PaperScene &scene, int fold, const QFont &base)
{
    constexpr qreal indent = 16;
    constexpr qreal gap = 12;
    const PaperLayout::Fold &lines = scene.layout.folds()[static_cast<size_t>(fold)];
    const auto say = [](const char *words) { return QCoreApplication::translate("onrecord::ui::PaperView", words); };
    int count = 0; // of those with words
    for (int block = lines.first; block <= lines.last; ++block) {
        const Span span = scene.layout.blocks().span(block);
        count += QStringView(scene.layout.text()).sliced(span.start, span.length()).trimmed().isEmpty() ? 0 : 1;
    }
    FoldNote note;
    note.words = lines.open ? say("Left out, not part of the article. Click to fold away")
        : count <= 1        ? say("One line left out, not part of the article. Click to read")
                            : say("%1 lines left out, not part of the article. Click to read").arg(QLocale().toString(count));
    note.font = base;
    note.font.setPixelSize(static_cast<int>(std::lround(12.5 * scene.layout.type().body.pixelSize() / 16.0)));
    if (scene.mayRestore)
        note.restore = say("Restore");
    const QFontMetricsF metrics(note.font);
    const qreal restoreWidth = note.restore.isEmpty() ? 0 : metrics.horizontalAdvance(note.restore);
    const qreal room = scene.layout.type().column - indent - (restoreWidth > 0 ? restoreWidth + gap : 0);
    const qreal height = scene.layout.foldNoteHeight();
    note.wordsPlace = {indent, 0, std::max<qreal>(0, std::min(room, std::ceil(metrics.horizontalAdvance(note.words)) + 1)), height};
    note.restorePlace = {note.wordsPlace.right() + gap, 0, restoreWidth, height};
    return note;
}

const UncertainWord *PaperScene::uncertainAt(qint32 offset) const
{
    const auto word = std::ranges::upper_bound(uncertain, offset, {}, [](const UncertainWord &one) { return one.span.end; });
    return word != uncertain.end() && word->span.start <= offset ? &*word : nullptr;
}

QList<QTextLayout::FormatRange> PaperScene::formats(int block) const
{
    QList<QTextLayout::FormatRange> ranges;
    const Span whole = layout.blocks().span(block);
    const BlockLook look = layout.look(block);
    const auto put = [&](Span span, const QTextCharFormat &format) {
        const int from = std::max(span.start, whole.start) - whole.start;
        const int to = std::min(span.end, whole.end) - whole.start;
        if (to > from)
            ranges.append({from, to - from, format});
    };
    QTextCharFormat base;
    const bool quiet = look == BlockLook::Byline || look == BlockLook::Caption || look == BlockLook::Boilerplate;
    base.setForeground(quiet ? style.quietInk : style.ink);
    if (look == BlockLook::Boilerplate)
        base.setFontStrikeOut(true);
    put(whole, base);
    if (look == BlockLook::Boilerplate)
        return ranges;
    for (const Span span : layout.struck()) {
        QTextCharFormat format;
        format.setForeground(style.quietInk);
        format.setFontStrikeOut(true);
        put(span, format);
    }
    for (const int i : marks->overlapping(whole)) {
        const Mark &mark = marks->all()[static_cast<size_t>(i)];
        const MarkStyle &markStyle = style.mark(mark.sign);
        if (!shows(mark) || state(i) == MarkState::Hidden)
            continue;
        QTextCharFormat format;
        if (markStyle.ink.isValid())
            format.setForeground(markStyle.ink);
        if (markStyle.bold)
            format.setFontWeight(QFont::Bold);
        if (markStyle.italic)
            format.setFontItalic(true);
        if (format.propertyCount() > 0)
            put(mark.span, format);
    }
    return ranges;
}

void paintBlock(QPainter &painter, PaperScene &scene, int block, QPointF at)
{
    const Canvas canvas{painter, scene, block, at, scene.layout.type().body.pixelSize() / 16.0};
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(canvas);
    paintFoldNote(canvas);
    if (scene.layout.isFoldedAway(block) || scene.layout.look(block) == BlockLook::Blank)
        return;
    const Span whole = scene.layout.blocks().span(block);
    std::vector<int> found = scene.marks->overlapping(whole);
    // Inside what is left out only what somebody has decided on still stands.
    if (scene.layout.look(block) == BlockLook::Boilerplate)
        std::erase_if(found, [&scene](int i) { return !explore::isQuoted(scene.marks->all()[static_cast<size_t>(i)].sign); });
    paintWashes(canvas, found);
    paintUncertain(canvas, whole);
    paintHits(canvas, whole);
    paintSelection(canvas);
    QList<QTextLayout::FormatRange> selections;
    const Span selected{std::max(scene.selection.start, whole.start) - whole.start, std::min(scene.selection.end, whole.end) - whole.start};
    if (!selected.isEmpty()) {
        QTextCharFormat format;
        format.setForeground(scene.style.selectionInk);
        selections.append({selected.start, selected.length(), format});
    }
    scene.layout.layout(block).draw(&painter, at + QPointF(0, scene.layout.contentTop(block)), selections);
    paintLines(canvas, found);
    paintRings(canvas, found);
}

} // namespace onrecord::ui
