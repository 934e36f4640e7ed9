// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/words.h"
#include "ui/timeline/timelinescene.h"

#include <QCoreApplication>
#include <QLinearGradient>
#include <QPaintDevice>
#include <cmath>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Lane;

namespace {

constexpr double fadedOpacity = 0.35;
/// More lines than this from lane to lane are a thicket: then only those of the selection are drawn.
constexpr size_t fewLinks = 60;

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

QFont sized(QFont font, double factor, bool bold = false)
{
    font = present::scaledFont(font, factor);
    font.setBold(bold);
    return font;
}

} // namespace

void TimelinePainter::paint(QPainter &painter, const QSizeF &size, const TimelineScene &scene, const QPalette &palette)
{
    m_painter = &painter;
    m_size = size;
    m_palette = palette;
    m_tones = present::tones(palette);
    painter.fillRect(QRectF(QPointF(), size), m_tones.paper);
    painter.setRenderHint(QPainter::Antialiasing);
    const explore::TimeAxis &axis = scene.layout.axis;
    const QRectF plot(axis.left, scene.rulerHeight, axis.width, size.height() - scene.rulerHeight);

    painter.save();
    painter.setClipRect(plot);
    for (const Brush &brush : scene.brushes)
        paintBrush(scene, brush, false);
    if (scene.drag)
        paintBrush(scene, *scene.drag, true);
    if (scene.timeline->datedCount > 0)
        paintGrid(scene);
    else
        paintUndatedHint(plot);
    painter.translate(0, scene.rulerHeight - scene.scroll);
    paintLinks(scene);
    for (size_t row = 0; row < scene.layout.rows.size(); ++row)
        paintRow(scene, row);
    paintBeyond(scene);
    painter.restore();

    painter.save();
    painter.setClipRect(QRectF(0, scene.rulerHeight, size.width(), size.height() - scene.rulerHeight));
    painter.translate(0, scene.rulerHeight - scene.scroll);
    for (size_t row = 0; row < scene.layout.rows.size(); ++row)
        paintRowLabel(scene, row);
    paintTray(scene);
    painter.restore();
    paintRuler(scene);
    m_painter = nullptr;
}

void TimelinePainter::paintGrid(const TimelineScene &scene)
{
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing, false);
    m_painter->setPen(m_tones.hairline);
    for (const qint64 mark : explore::marks(scene.layout.axis, scene.layout.step)) {
        const double x = std::floor(explore::xAt(scene.layout.axis, mark));
        m_painter->drawLine(QPointF(x, scene.rulerHeight), QPointF(x, m_size.height()));
    }
    m_painter->restore();
}

/// Where nothing has a date there is no axis, which would be an invented one.
void TimelinePainter::paintUndatedHint(const QRectF &plot)
{
    m_painter->setPen(m_tones.quietInk);
    m_painter->drawText(plot.adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap,
                        QCoreApplication::translate("onrecord::ui::TimelineView", "Nothing here has a date yet. Give an article its date in its details."));
}

void TimelinePainter::paintRuler(const TimelineScene &scene)
{
    const explore::TimeAxis &axis = scene.layout.axis;
    m_painter->save();
    m_painter->fillRect(QRectF(0, 0, m_size.width(), scene.rulerHeight), m_tones.paper);
    m_painter->setClipRect(QRectF(axis.left, 0, axis.width, scene.rulerHeight));
    for (const Brush &brush : scene.brushes) {
        const double from = explore::xAt(axis, brush.from);
        m_painter->fillRect(QRectF(from, 0, explore::xAt(axis, brush.to) - from, scene.rulerHeight), m_tones.selectedWash);
    }
    const QFont plain = sized(m_painter->font(), 0.92);
    const auto marks = scene.timeline->datedCount > 0 ? explore::marks(axis, scene.layout.step) : decltype(explore::marks(axis, scene.layout.step))();
    for (const qint64 mark : marks) {
        const RulerLabel label = rulerLabel(scene.layout.step, mark);
        const double x = explore::xAt(axis, mark);
        const double next = explore::xAt(axis, explore::nextMark(scene.layout.step, mark));
        m_painter->setFont(sized(plain, 1, label.isContext));
        m_painter->setPen(label.isContext ? m_tones.ink : m_tones.quietInk);
        // The cell that the left edge cuts keeps its label as long as there is room for it.
        const double left = std::max(x, axis.left) + 5;
        const double room = std::min(x >= axis.left ? next + 40 : next, axis.left + axis.width) - left;
        if (m_painter->fontMetrics().horizontalAdvance(label.text) < room)
            m_painter->drawText(QRectF(left, 0, next - left, scene.rulerHeight), Qt::AlignLeft | Qt::AlignVCenter, label.text);
        m_painter->setPen(m_tones.hairline);
        m_painter->drawLine(QPointF(std::floor(x) + 0.5, scene.rulerHeight - 6), QPointF(std::floor(x) + 0.5, scene.rulerHeight));
    }
    if (scene.drag) {
        const QString words = present::rangeInWords(scene.drag->from, scene.drag->to - 1);
        const double middle = (explore::xAt(axis, scene.drag->from) + explore::xAt(axis, scene.drag->to)) / 2;
        const double width = m_painter->fontMetrics().horizontalAdvance(words) + 20;
        const double left = std::clamp(middle - width / 2, axis.left, std::max(axis.left, axis.left + axis.width - width));
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(m_tones.accent);
        m_painter->drawRoundedRect(QRectF(left, 3, width, scene.rulerHeight - 6), 4, 4);
        m_painter->setPen(m_tones.accentText);
        m_painter->drawText(QRectF(left, 0, width, scene.rulerHeight), Qt::AlignCenter, words);
    }
    m_painter->restore();
    m_painter->setPen(m_tones.hairline);
    m_painter->drawLine(QPointF(0, scene.rulerHeight - 0.5), QPointF(m_size.width(), scene.rulerHeight - 0.5));
    if (scene.trayWidth > 0) {
        m_painter->setFont(plain);
        m_painter->setPen(m_tones.quietInk);
        m_painter->drawText(QRectF(axis.left + axis.width, 0, scene.trayWidth, scene.rulerHeight), Qt::AlignCenter,
                            QCoreApplication::translate("onrecord::ui::TimelineView", "undated"));
    }
}

void TimelinePainter::paintRow(const TimelineScene &scene, size_t row)
{
    const explore::RowLayout &layout = scene.layout.rows[row];
    const explore::TimeRow &data = scene.timeline->rows[row];
    const double bottom = layout.top + layout.height;
    if (bottom < scene.scroll || layout.top > scene.scroll + m_size.height())
        return;
    const bool endsGroup = scene.timeline->grouping == explore::Grouping::None || data.lane != Lane::Said;
    m_painter->setPen(QPen(m_tones.hairline, 1, endsGroup ? Qt::SolidLine : Qt::DotLine));
    m_painter->drawLine(QPointF(0, std::floor(bottom) - 0.5), QPointF(m_size.width(), std::floor(bottom) - 0.5));
    paintColumns(layout, false);
    for (const explore::Stretch &stretch : layout.stretches) {
        const explore::TimeMark &mark = data.at(stretch.mark);
        paintStretch(stretch, withAlpha(colourOf(scene, mark), (isFaded(scene, mark.item) ? 0.16 : 0.28) * (m_tones.isDark ? 1.6 : 1)), stretch.extent.height() / 2);
    }
    for (const explore::EventBox &box : layout.boxes)
        paintBox(scene, row, box);
    for (const explore::Cluster &cluster : layout.clusters) {
        if (!cluster.isUndated)
            paintCluster(scene, row, cluster);
    }
    for (const explore::Spot &spot : layout.spots) {
        if (data.isDated(spot.mark))
            paintSpot(scene, row, spot);
    }
}

void TimelinePainter::paintTray(const TimelineScene &scene)
{
    if (scene.trayWidth <= 0)
        return;
    const double left = scene.layout.axis.left + scene.layout.axis.width;
    m_painter->fillRect(QRectF(left, 0, scene.trayWidth, std::max(scene.layout.height, m_size.height() + scene.scroll)), m_tones.scareWash);
    for (size_t row = 0; row < scene.layout.rows.size(); ++row) {
        for (const explore::Cluster &cluster : scene.layout.rows[row].clusters) {
            if (cluster.isUndated)
                paintCluster(scene, row, cluster);
        }
        for (const explore::Spot &spot : scene.layout.rows[row].spots) {
            if (!scene.timeline->rows[row].isDated(spot.mark))
                paintSpot(scene, row, spot);
        }
    }
}

void TimelinePainter::paintBeyond(const TimelineScene &scene)
{
    m_painter->save();
    m_painter->setFont(sized(m_painter->font(), 0.8));
    for (const OutOfView &beyond : scene.beyond) {
        m_painter->setPen(QPen(m_tones.hairline, 1));
        m_painter->setBrush(m_tones.paper);
        m_painter->drawRoundedRect(beyond.rect, 4, 4);
        m_painter->setPen(m_tones.quietInk);
        const QString count = QLocale().toString(beyond.count);
        m_painter->drawText(beyond.rect.adjusted(-6, 0, 6, 0), Qt::AlignCenter, QString(beyond.isBefore ? u"‹ %1"_s : u"%1 ›"_s).arg(count));
    }
    m_painter->restore();
}

void TimelinePainter::paintRowLabel(const TimelineScene &scene, size_t row)
{
    const explore::RowLayout &layout = scene.layout.rows[row];
    const explore::TimeRow &data = scene.timeline->rows[row];
    const QRectF place(12, layout.top, scene.labelWidth - 16, layout.height);
    const auto lane = [&] {
        switch (data.lane) {
        case Lane::Events:
            return QCoreApplication::translate("onrecord::ui::TimelineView", "Events");
        case Lane::Said:
            return QCoreApplication::translate("onrecord::ui::TimelineView", "Said");
        case Lane::Printed:
            break;
        }
        return QCoreApplication::translate("onrecord::ui::TimelineView", "Printed");
    }();
    m_painter->setPen(m_tones.quietInk);
    const QFont base = m_painter->font();
    if (scene.timeline->grouping == explore::Grouping::None || data.lane == Lane::Events) {
        m_painter->setFont(sized(base, 0.92, true));
        m_painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, lane);
        m_painter->setFont(base);
        return;
    }
    // Of a pair the upper row carries the name, each its lane.
    m_painter->setFont(sized(base, 0.85));
    m_painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, lane);
    const double laneWidth = m_painter->fontMetrics().horizontalAdvance(lane) + 8;
    if (data.lane == Lane::Said) {
        const QString name = data.group.isNull() ? QCoreApplication::translate("onrecord::ui::TimelineView", "Others") : present::itemName(*scene.record, data.group);
        m_painter->setFont(sized(base, 0.92, true));
        m_painter->setPen(scene.selected.contains(data.group) ? m_tones.ink : m_tones.quietInk);
        const QRectF words = place.adjusted(0, 0, -laneWidth, 0);
        m_painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, m_painter->fontMetrics().elidedText(name, Qt::ElideRight, static_cast<int>(words.width())));
    }
    m_painter->setFont(base);
}

void TimelinePainter::paintStretch(const explore::Stretch &stretch, const QColor &colour, double radius)
{
    // The soft ends lie outside the extent: what is drawn fully is what is known to be possible.
    const QRectF whole = stretch.extent.adjusted(-stretch.fadeLeft, 0, stretch.fadeRight, 0);
    if (whole.right() < 0 || whole.left() > m_size.width() || whole.width() <= 0)
        return;
    const QColor clear = withAlpha(colour, 0);
    QLinearGradient gradient(whole.topLeft(), whole.topRight());
    const double left = stretch.fadeLeft / whole.width();
    const double right = 1 - stretch.fadeRight / whole.width();
    gradient.setColorAt(0, clear);
    gradient.setColorAt(std::min(left, right), colour);
    gradient.setColorAt(std::max(left, right), colour);
    gradient.setColorAt(1, clear);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(gradient);
    m_painter->drawRoundedRect(whole, radius, radius);
}

void TimelinePainter::paintColumns(const explore::RowLayout &row, bool faded)
{
    if (row.columns.empty())
        return;
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing, false);
    const double room = row.height - 8;
    const double scale = room / std::sqrt(static_cast<double>(row.mostInColumn));
    const double bottom = row.top + row.height - 2;
    const double width = row.columns.size() > 1 ? std::max(1.0, std::min(3.0, row.columns[1].x - row.columns[0].x) - 1) : 2;
    // Opaque and on whole pixels: the painter's fast way, whatever the number of columns.
    const QColor colour = present::mix(m_tones.paper, m_tones.dateLine, faded ? fadedOpacity : 0.8);
    for (const explore::CountColumn &column : row.columns) {
        const int height = static_cast<int>(std::max(2.0, scale * std::sqrt(static_cast<double>(column.count))));
        m_painter->fillRect(static_cast<int>(column.x), static_cast<int>(bottom) - height, static_cast<int>(width), height, colour);
    }
    m_painter->restore();
}

bool TimelinePainter::isFaded(const TimelineScene &scene, ItemId item) const
{
    return !scene.related.isEmpty() && !scene.related.contains(item) && item != scene.hovered;
}

QColor TimelinePainter::colourOf(const TimelineScene &scene, const explore::TimeMark &mark) const
{
    if (mark.item.type == ItemType::Event)
        return m_tones.dateLine;
    const Agent *agent = scene.record->agent(mark.agent);
    return agent ? present::agentColour(agent->name, m_palette) : present::mix(m_tones.quietInk, m_tones.paper, 0.1);
}

const QPixmap &TimelinePainter::disc(const TimelineScene &scene, const explore::TimeMark &mark, bool faded, double diameter)
{
    const auto kind = static_cast<quint64>(mark.item.type == ItemType::Article ? 2 : mark.isSpeech ? 1 : 0);
    const quint64 key = static_cast<quint64>(mark.agent.value) * 8 + kind * 2 + (faded ? 1 : 0);
    auto it = m_discs.find(key);
    if (it != m_discs.end())
        return *it;
    const double ratio = m_painter->device()->devicePixelRatio();
    const int pixels = static_cast<int>(std::ceil(diameter * ratio));
    QPixmap pixmap(pixels, pixels);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRectF where(0.5, 0.5, diameter - 1, diameter - 1);
    const Agent *agent = scene.record->agent(mark.agent);
    if (mark.item.type == ItemType::Article) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(faded ? fadedOpacity : 1);
        painter.setPen(QPen(m_tones.quietInk, 1.2));
        painter.setBrush(m_tones.paper);
        const QRectF sheet = where.adjusted(diameter * 0.18, diameter * 0.06, -diameter * 0.18, -diameter * 0.06);
        painter.drawRoundedRect(sheet, 1.5, 1.5);
        for (const double y : {0.3, 0.5, 0.7})
            painter.drawLine(QPointF(sheet.left() + 3, sheet.top() + sheet.height() * y), QPointF(sheet.right() - 3, sheet.top() + sheet.height() * y));
    } else {
        const bool square = agent && agent->type == AgentType::Organisation;
        const QString letters = agent ? present::initials(agent->name) : mark.isSpeech ? u"?"_s : u"“"_s;
        present::paintDisc(painter, where, colourOf(scene, mark), letters, square, faded);
    }
    painter.end();
    return *m_discs.insert(key, pixmap);
}

void TimelinePainter::paintSpot(const TimelineScene &scene, size_t row, const explore::Spot &spot)
{
    const explore::TimeMark &mark = scene.timeline->rows[row].at(spot.mark);
    if (mark.item.type == ItemType::Event) { // an undated event in its tray
        m_painter->setPen(QPen(m_tones.dateLine, 1));
        m_painter->setBrush(present::mix(m_tones.paper, m_tones.dateLine, 0.2));
        m_painter->drawRoundedRect(spot.rect.adjusted(1, 3, -1, -3), 3, 3);
    } else {
        m_painter->drawPixmap(spot.rect.topLeft(), disc(scene, mark, isFaded(scene, mark.item), spot.rect.width()));
    }
    const bool square = mark.item.type == ItemType::Event || (scene.record->agent(mark.agent) && scene.record->agent(mark.agent)->type == AgentType::Organisation);
    const double radius = square ? 6 : spot.rect.width() / 2 + 1.5;
    if (scene.selected.contains(mark.item)) {
        m_painter->setPen(QPen(m_tones.accent, 2));
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawRoundedRect(spot.rect.adjusted(-1.5, -1.5, 1.5, 1.5), radius, radius);
    } else if (scene.hovered == mark.item) {
        m_painter->setPen(QPen(m_tones.ink, 1.2));
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawRoundedRect(spot.rect.adjusted(-1, -1, 1, 1), radius, radius);
    }
    if (scene.hasFocus && scene.current == MarkRef{static_cast<qint32>(row), spot.mark})
        paintFocus(spot.rect.adjusted(-3.5, -3.5, 3.5, 3.5), radius + 2);
}

void TimelinePainter::paintBox(const TimelineScene &scene, size_t row, const explore::EventBox &box)
{
    const explore::TimeMark &mark = scene.timeline->rows[row].at(box.stretch.mark);
    const bool faded = isFaded(scene, mark.item);
    const bool isSelected = scene.selected.contains(mark.item);
    m_painter->save();
    const bool isSoft = mark.extent.isOpen() || mark.extent.isApproximate || mark.extent.length() > static_cast<qint64>(explore::length(scene.layout.step)) * 3 / 2;
    const QColor wash = present::mix(m_tones.paper, m_tones.dateLine, (m_tones.isDark ? 0.30 : 0.16) * (faded ? 0.5 : 1));
    explore::Stretch shape = box.stretch;
    if (isSoft) {
        paintStretch(shape, wash, 4);
    } else {
        m_painter->setPen(QPen(present::mix(m_tones.paper, m_tones.dateLine, faded ? 0.3 : 0.6), 1));
        m_painter->setBrush(wash);
        m_painter->drawRoundedRect(shape.extent.adjusted(1.5, 0.5, -1.5, -0.5), 4, 4);
    }
    if (isSelected || scene.hovered == mark.item) {
        m_painter->setPen(QPen(isSelected ? m_tones.accent : m_tones.ink, isSelected ? 2 : 1));
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawRoundedRect(shape.extent.adjusted(1, 0.5, -1, -0.5), 4, 4);
    }
    if (const Event *event = scene.record->event({mark.item.value}); event && !box.label.isEmpty()) {
        m_painter->setFont(sized(m_painter->font(), 0.88, isSelected));
        m_painter->setPen(faded ? m_tones.quietInk : m_tones.ink);
        const QString words = m_painter->fontMetrics().elidedText(event->name, Qt::ElideRight, static_cast<int>(std::ceil(box.label.width())));
        m_painter->drawText(box.label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, words);
    }
    m_painter->restore();
    if (scene.hasFocus && scene.current == MarkRef{static_cast<qint32>(row), box.stretch.mark})
        paintFocus(shape.extent.united(box.label).adjusted(-2, -2, 2, 2), 6);
}

void TimelinePainter::paintCluster(const TimelineScene &scene, size_t row, const explore::Cluster &cluster)
{
    const explore::TimeRow &data = scene.timeline->rows[row];
    bool anySelected = false;
    bool anyRelated = scene.related.isEmpty();
    bool isCurrent = false;
    for (const qint32 mark : cluster.marks) {
        anySelected |= scene.selected.contains(data.at(mark).item);
        anyRelated |= scene.related.contains(data.at(mark).item);
        isCurrent |= scene.current == MarkRef{static_cast<qint32>(row), mark};
    }
    m_painter->save();
    m_painter->setPen(anySelected ? QPen(m_tones.accent, 2) : QPen(m_tones.hairline, 1));
    m_painter->setBrush(present::mix(m_tones.paper, m_tones.ink, 0.07));
    m_painter->drawRoundedRect(cluster.rect.adjusted(0.5, 0.5, -0.5, -0.5), cluster.rect.height() / 2, cluster.rect.height() / 2);
    m_painter->setFont(sized(m_painter->font(), 0.8, true));
    m_painter->setPen(anyRelated ? m_tones.ink : m_tones.quietInk);
    m_painter->drawText(cluster.rect.adjusted(-8, 0, 8, 0), Qt::AlignCenter, u'+' + QLocale().toString(cluster.count));
    m_painter->restore();
    if (scene.hasFocus && isCurrent)
        paintFocus(cluster.rect.adjusted(-3, -3, 3, 3), cluster.rect.height() / 2 + 3);
}

void TimelinePainter::paintLinks(const TimelineScene &scene)
{
    // From each Said row to the Printed row below it.
    for (size_t row = 0; row + 1 < scene.layout.rows.size(); ++row) {
        if (scene.timeline->rows[row].lane != Lane::Said || scene.timeline->rows[row + 1].lane != Lane::Printed)
            continue;
        QHash<ItemId, QPointF> said;
        const auto collect = [](const explore::TimeRow &data, const explore::RowLayout &layout, auto &&use) {
            for (const explore::Spot &spot : layout.spots) {
                if (data.isDated(spot.mark))
                    use(data.at(spot.mark), spot.rect.center());
            }
            for (const explore::Cluster &cluster : layout.clusters) {
                for (const qint32 mark : cluster.marks) {
                    if (data.isDated(mark))
                        use(data.at(mark), cluster.rect.center());
                }
            }
        };
        collect(scene.timeline->rows[row], scene.layout.rows[row], [&](const explore::TimeMark &mark, QPointF at) { said.insert(mark.item, at); });
        const bool isFew = static_cast<size_t>(said.size()) <= fewLinks;
        collect(scene.timeline->rows[row + 1], scene.layout.rows[row + 1], [&](const explore::TimeMark &mark, QPointF at) {
            const auto from = said.constFind(mark.item);
            const bool isMarked = scene.related.contains(mark.item) || scene.hovered == mark.item;
            if (from == said.constEnd() || (!isMarked && (!isFew || !scene.related.isEmpty())))
                return;
            m_painter->setPen(QPen(isMarked ? colourOf(scene, mark) : withAlpha(present::mix(m_tones.paper, m_tones.ink, 0.5), 0.35), isMarked ? 1.6 : 1));
            m_painter->drawLine(*from, at);
        });
    }
}

void TimelinePainter::paintBrush(const TimelineScene &scene, const Brush &brush, bool isDragged)
{
    const double from = explore::xAt(scene.layout.axis, brush.from);
    const double to = explore::xAt(scene.layout.axis, brush.to);
    m_painter->fillRect(QRectF(from, scene.rulerHeight, to - from, m_size.height()), withAlpha(m_tones.accent, m_tones.isDark ? 0.16 : 0.09));
    m_painter->setPen(QPen(withAlpha(m_tones.accent, 0.8), isDragged ? 1.5 : 1, brush.lane == Lane::Printed ? Qt::DashLine : Qt::SolidLine));
    m_painter->drawLine(QPointF(from, scene.rulerHeight), QPointF(from, m_size.height()));
    m_painter->drawLine(QPointF(to, scene.rulerHeight), QPointF(to, m_size.height()));
}

void TimelinePainter::paintFocus(const QRectF &rect, double radius)
{
    m_painter->setPen(QPen(m_tones.ink, 1.4, Qt::DotLine));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRoundedRect(rect, radius, radius);
}

} // namespace onrecord::ui
