// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/paperview.h"

#include "ui/present/tones.h"
#include "ui/source/overviewbar.h"
#include "ui/source/paperaccess.h"

#include <QAccessible>
#include <QResizeEvent>
#include <algorithm>
#include <cmath>

namespace onrecord::ui {

namespace {

constexpr int measureCharacters = 74;
constexpr int narrow = 520;
constexpr int bottomMargin = 48;

} // namespace

PaperView::PaperView(QWidget *parent)
    : QAbstractScrollArea(parent), m_overview(new OverviewBar([this](qint32 offset) { return shareOf(offset); }))
{
    installPaperAccess();
    setObjectName(QStringLiteral("paper"));
    setAccessibleName(tr("Article text"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBar(m_overview);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_scene.layout.setFormats([this](int block) { return m_scene.formats(block); });
    connect(m_overview, &OverviewBar::entryClicked, this, [this](qint32 offset) { showSpan({offset, offset + 1}); });
    m_autoScroll.setInterval(40);
    connect(&m_autoScroll, &QTimer::timeout, this, [this] {
        const int beyond = m_dragPoint.y() < 0 ? m_dragPoint.y() : std::max(0, m_dragPoint.y() - viewport()->height());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond / 2);
        dragTo(m_dragPoint);
    });
    measure();
}

PaperView::~PaperView() = default;

void PaperView::setArticle(const QString &text, const std::vector<Region> &regions, const PaperHead &head)
{
    m_scene.head = head;
    m_scene.marks = std::make_shared<explore::ArticleMarks>();
    m_scene.states.clear();
    m_scene.discs.clear();
    m_scene.hits.clear();
    m_scene.uncertain.clear();
    m_scene.selection = {};
    m_scene.handles = {};
    m_anchor = m_caret = 0;
    m_scene.layout.setText(text, regions, head.title);
    measure();
    verticalScrollBar()->setValue(0);
    QAccessibleTextUpdateEvent change(this, 0, QString(), QString());
    QAccessible::updateAccessibility(&change);
}

void PaperView::setUncertain(std::vector<UncertainWord> words)
{
    m_scene.uncertain = std::move(words);
    viewport()->update();
}

void PaperView::setStyle(const PaperStyle &style)
{
    if (style == m_scene.style)
        return;
    m_scene.style = style;
    m_overview->setColours(present::mix(style.paper, style.ink, 0.05), present::mix(style.paper, style.ink, 0.16), style.hairline);
    restyle();
}

void PaperView::setMarks(std::shared_ptr<const explore::ArticleMarks> marks, explore::MarkLayers layers, std::vector<MarkState> states)
{
    m_scene.marks = std::move(marks);
    m_scene.layers = layers;
    m_scene.states = std::move(states);
    restyle();
}

void PaperView::setMarkStates(std::vector<MarkState> states)
{
    // Only what a filter hides changes bold and ink; the selection changes colours alone.
    const auto hidden = [](const std::vector<MarkState> &all) {
        std::vector<bool> flags;
        for (const MarkState state : all)
            flags.push_back(state == MarkState::Hidden);
        return flags;
    };
    const bool reshaped = hidden(states) != hidden(m_scene.states);
    m_scene.states = std::move(states);
    if (reshaped)
        restyle();
    else
        viewport()->update();
}

void PaperView::setDiscs(std::vector<Disc> discs)
{
    m_scene.discs = std::move(discs);
    viewport()->update();
}

void PaperView::setHits(std::vector<Span> hits, int current)
{
    m_scene.hits = std::move(hits);
    m_scene.currentHit = current;
    viewport()->update();
}

void PaperView::setHovered(ItemId item)
{
    if (item == m_scene.hovered)
        return;
    m_scene.hovered = item;
    viewport()->update();
}

void PaperView::setHead(const PaperHead &head)
{
    if (head == m_scene.head)
        return;
    m_scene.head = head;
    measure();
}

void PaperView::setHandles(Span span)
{
    if (span == m_scene.handles)
        return;
    m_scene.handles = span;
    viewport()->update();
}

QRect PaperView::handleRect(bool end)
{
    const Span span = m_scene.handles;
    if (span.isEmpty())
        return {};
    const auto rects = rectsOf(end ? Span{span.end - 1, span.end} : Span{span.start, span.start + 1});
    if (rects.empty())
        return {};
    constexpr int size = 9;
    const QPoint place = end ? rects.back().bottomRight() + QPoint(3, 0) : rects.front().topLeft() - QPoint(2, 0);
    return QRect(place - QPoint(size / 2, size / 2), QSize(size, size));
}

int PaperView::handleAt(QPoint point)
{
    constexpr int reach = 4;
    for (const bool end : {false, true}) {
        const QRect rect = handleRect(end);
        if (!rect.isNull() && rect.adjusted(-reach, -reach, reach, reach).contains(point))
            return end ? 1 : 0;
    }
    return -1;
}

void PaperView::setReveal(bool reveal)
{
    m_reveal = reveal;
    const qint32 place = readingPosition();
    measure();
    setReadingPosition(place);
}

void PaperView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 0.5, 4.0);
    if (qFuzzyCompare(zoom, m_zoom))
        return;
    const qint32 place = readingPosition();
    m_zoom = zoom;
    measure();
    setReadingPosition(place);
}

void PaperView::restyle()
{
    m_scene.layout.dropLayouts();
    settle();
    viewport()->update();
}

/// Works out column, margins and head from the room there is.
void PaperView::measure()
{
    const int room = viewport()->width();
    const int gutter = room < narrow ? 40 : 48;
    const int right = room < narrow ? 12 : 24;
    PaperLayout::Type type;
    type.body = present::paperFont(m_zoom);
    type.reveal = m_reveal;
    const QString sample = QStringLiteral("the harbour office said on Tuesday that nobody had asked it ");
    const double character = QFontMetricsF(type.body).horizontalAdvance(sample) / static_cast<double>(sample.size());
    type.column = std::clamp(static_cast<int>(measureCharacters * character), 120, std::max(120, room - gutter - right));
    m_left = std::max(gutter, (room - type.column) / 2);
    m_scene.layout.setType(type);

    const int metaHeight = layoutMeta() * scaled(22) + scaled(6);
    m_scene.layout.setMetaHeight(m_scene.layout.headline() >= 0 ? metaHeight : 0);
    m_titleHeight = 0;
    m_headHeight = topMargin;
    if (m_scene.layout.headline() < 0 && !m_scene.head.title.isEmpty()) {
        const QFontMetrics metrics(m_scene.layout.fontOf(BlockLook::Headline));
        m_titleHeight = metrics.boundingRect(QRect(0, 0, type.column, 1 << 20), Qt::TextWordWrap, m_scene.head.title).height();
        m_headHeight += m_titleHeight + metaHeight + scaled(12);
    }
    updateBar();
    settle();
    viewport()->update();
}

qint64 PaperView::pageTop() const
{
    return m_headHeight - static_cast<qint64>(verticalScrollBar()->value());
}

void PaperView::updateBar()
{
    const qint64 whole = m_headHeight + m_scene.layout.height() + bottomMargin;
    const int page = std::max(1, viewport()->height());
    const auto maximum = static_cast<int>(std::min<qint64>(std::numeric_limits<int>::max() / 2, std::max<qint64>(0, whole - page)));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(m_scene.layout.lineHeight());
    verticalScrollBar()->setRange(0, maximum);
}

/// Lays out what is in sight and keeps the words at the top where they are when heights above turn out different.
void PaperView::settle()
{
    if (m_settling)
        return;
    m_settling = true;
    PaperLayout &layout = m_scene.layout;
    const qint64 before = verticalScrollBar()->value() - m_headHeight;
    qint64 y = before;
    for (int block = layout.blockAt(std::max<qint64>(0, y)); !layout.isLaidOut(block); block = layout.blockAt(std::max<qint64>(0, y))) {
        const int change = layout.ensure(block);
        if (block < m_topBlock && y > 0)
            y += change;
    }
    m_topBlock = layout.blockAt(std::max<qint64>(0, y));
    const qint64 bottom = y + viewport()->height();
    qint64 top = layout.top(m_topBlock);
    for (int block = m_topBlock; block < layout.blocks().count() && top < bottom; ++block) {
        layout.ensure(block);
        top += layout.blockHeight(block);
    }
    updateBar();
    if (y != before)
        verticalScrollBar()->setValue(static_cast<int>(y + m_headHeight));
    m_settling = false;
}

void PaperView::scrollContentsBy(int, int)
{
    settle();
    viewport()->update();
}

void PaperView::resizeEvent(QResizeEvent *event)
{
    const qint32 place = readingPosition();
    const bool top = verticalScrollBar()->value() == 0;
    QAbstractScrollArea::resizeEvent(event);
    measure();
    if (event->oldSize().width() != event->size().width() && !top)
        setReadingPosition(place);
}

void PaperView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        measure();
}

void PaperView::showSpan(Span span, bool always)
{
    PaperLayout &layout = m_scene.layout;
    const qint32 length = static_cast<qint32>(text().size());
    const qint32 offset = std::clamp(span.start, 0, length);
    const int block = layout.blocks().at(offset);
    if (const int fold = layout.foldAt(block); fold >= 0)
        layout.setFoldOpen(fold, true);
    // Everything within a screen before it first, so that the place found is the place shown.
    qint64 above = viewport()->height();
    for (int i = block; i >= 0 && above > 0; --i) {
        layout.ensure(i);
        above -= layout.blockHeight(i);
    }
    updateBar();
    const QRectF place = layout.caretRect(offset);
    const auto inPage = static_cast<qint64>(place.top()) + m_headHeight;
    const qint64 value = verticalScrollBar()->value();
    const bool inSight = inPage >= value && inPage + place.height() * 2 <= static_cast<double>(value + viewport()->height());
    if (always || !inSight) {
        m_topBlock = 0;
        const qint64 target = inPage - viewport()->height() / 3;
        m_topBlock = layout.blockAt(std::max<qint64>(0, target - m_headHeight));
        verticalScrollBar()->setValue(static_cast<int>(std::clamp<qint64>(target, 0, verticalScrollBar()->maximum())));
    }
    settle();
    viewport()->update();
}

qint32 PaperView::readingPosition() const
{
    return verticalScrollBar()->value() == 0 ? 0 : firstOffsetInSight();
}

qint32 PaperView::firstOffsetInSight() const
{
    auto &layout = const_cast<PaperLayout &>(m_scene.layout);
    return layout.offsetAt(0, std::max<qint64>(0, -pageTop()));
}

void PaperView::setReadingPosition(qint32 offset)
{
    if (offset <= 0) {
        verticalScrollBar()->setValue(0);
        return;
    }
    PaperLayout &layout = m_scene.layout;
    const QRectF place = layout.caretRect(std::min(offset, static_cast<qint32>(text().size())));
    updateBar();
    m_topBlock = layout.blockAt(static_cast<qint64>(place.top()));
    verticalScrollBar()->setValue(static_cast<int>(std::min<qint64>(static_cast<qint64>(place.top()) + m_headHeight, verticalScrollBar()->maximum())));
    settle();
}

double PaperView::shareOf(qint32 offset) const
{
    const PaperLayout &layout = m_scene.layout;
    const int block = layout.blocks().at(offset);
    const Span span = layout.blocks().span(block);
    const double inside = span.isEmpty() ? 0 : std::clamp(static_cast<double>(offset - span.start) / span.length(), 0.0, 1.0);
    const double y = m_headHeight + static_cast<double>(layout.top(block)) + inside * layout.blockHeight(block);
    return y / static_cast<double>(m_headHeight + layout.height() + bottomMargin);
}

QRect PaperView::columnRect() const
{
    return {m_left, 0, m_scene.layout.type().column, viewport()->height()};
}

std::vector<QRect> PaperView::rectsOf(Span span)
{
    std::vector<QRect> rects;
    PaperLayout &layout = m_scene.layout;
    const qint64 base = pageTop();
    for (int block = layout.blocks().at(span.start); block < layout.blocks().count() && layout.blocks().start(block) < span.end; ++block) {
        const qint64 top = base + layout.top(block);
        if (top > viewport()->height())
            break;
        if (top + layout.blockHeight(block) < 0)
            continue;
        for (const Piece &piece : layout.pieces(block, span)) {
            const QRectF rect(m_left + piece.left, static_cast<qreal>(top) + piece.slotTop, piece.right - piece.left, piece.slotBottom - piece.slotTop);
            if (rect.bottom() > 0 && rect.top() < viewport()->height())
                rects.push_back(rect.toAlignedRect());
        }
    }
    return rects;
}

QRect PaperView::caretRect()
{
    const QRectF rect = m_scene.layout.caretRect(m_caret);
    return rect.translated(m_left, static_cast<qreal>(pageTop())).toAlignedRect();
}

qint32 PaperView::characterAt(QPoint point)
{
    return m_scene.layout.characterAt(point.x() - m_left, point.y() - pageTop());
}

qint32 PaperView::nearestOffset(QPoint point)
{
    return m_scene.layout.offsetAt(point.x() - m_left, std::max<qint64>(0, point.y() - pageTop()));
}

QRect PaperView::discRect(int disc) const
{
    auto &layout = const_cast<PaperLayout &>(m_scene.layout);
    const int size = m_left < 44 ? 24 : 26;
    // Two speakers on one line: the later disc moves down below the earlier one.
    int free = std::numeric_limits<int>::min();
    for (int i = std::max(0, disc - 4); i <= disc; ++i) {
        const int block = layout.blocks().at(m_scene.discs[static_cast<size_t>(i)].offset);
        const qint64 top = pageTop() + layout.top(block);
        const bool near = top < viewport()->height() && top + layout.blockHeight(block) > 0;
        if (!near || layout.isFoldedAway(block)) {
            if (i == disc)
                return {};
            continue;
        }
        const QRectF line = layout.caretRect(m_scene.discs[static_cast<size_t>(i)].offset);
        const auto centre = static_cast<int>(line.center().y() + static_cast<double>(pageTop()));
        const QRect rect(std::max(4, m_left - size - 14), std::max(free, centre - size / 2), size, size);
        if (i == disc)
            return rect;
        free = rect.bottom() + 3;
    }
    return {};
}

int PaperView::discAt(QPoint point) const
{
    if (point.x() >= m_left)
        return -1;
    const qint32 first = firstOffsetInSight();
    for (size_t i = 0; i < m_scene.discs.size(); ++i) {
        if (m_scene.discs[i].offset < first - explore::longestBlock)
            continue;
        const QRect rect = discRect(static_cast<int>(i));
        if (rect.contains(point))
            return static_cast<int>(i);
        if (!rect.isNull() && rect.top() > viewport()->height())
            break;
    }
    return -1;
}

} // namespace onrecord::ui
