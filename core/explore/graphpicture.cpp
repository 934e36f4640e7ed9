// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/graphpicture.h"

#include <QHash>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace onrecord::explore {

HitGrid::HitGrid(const std::vector<QPointF> &places, const std::vector<double> &radii) : m_places(places), m_radii(radii)
{
    if (places.empty())
        return;
    double left = places[0].x();
    double top = places[0].y();
    double right = left;
    double bottom = top;
    double widest = 0;
    for (size_t i = 0; i < places.size(); ++i) {
        left = std::min(left, places[i].x() - radii[i]);
        right = std::max(right, places[i].x() + radii[i]);
        top = std::min(top, places[i].y() - radii[i]);
        bottom = std::max(bottom, places[i].y() + radii[i]);
        widest = std::max(widest, radii[i]);
    }
    m_origin = QPointF(left, top);
    // About one node a cell, cells no smaller than a node.
    const double area = std::max(1.0, (right - left) * (bottom - top));
    m_cell = std::max({2 * widest, std::sqrt(area / static_cast<double>(places.size())), 1e-6});
    m_columns = static_cast<qint32>((right - left) / m_cell) + 1;
    m_rows = static_cast<qint32>((bottom - top) / m_cell) + 1;
    const auto eachCell = [this](size_t i, auto &&use) {
        const auto column = [this](double x) { return std::clamp(static_cast<qint32>((x - m_origin.x()) / m_cell), 0, m_columns - 1); };
        const auto row = [this](double y) { return std::clamp(static_cast<qint32>((y - m_origin.y()) / m_cell), 0, m_rows - 1); };
        for (qint32 r = row(m_places[i].y() - m_radii[i]); r <= row(m_places[i].y() + m_radii[i]); ++r) {
            for (qint32 c = column(m_places[i].x() - m_radii[i]); c <= column(m_places[i].x() + m_radii[i]); ++c)
                use(static_cast<size_t>(r * m_columns + c));
        }
    };
    m_start.assign(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows) + 1, 0);
    for (size_t i = 0; i < places.size(); ++i)
        eachCell(i, [this](size_t cell) { m_start[cell + 1] += 1; });
    std::partial_sum(m_start.begin(), m_start.end(), m_start.begin());
    m_nodes.resize(static_cast<size_t>(m_start.back()));
    std::vector<qint32> next(m_start.begin(), m_start.end() - 1);
    for (size_t i = 0; i < places.size(); ++i)
        eachCell(i, [&](size_t cell) { m_nodes[static_cast<size_t>(next[cell]++)] = static_cast<qint32>(i); });
}

qint32 HitGrid::cellOf(double x, double y) const
{
    const double column = std::floor((x - m_origin.x()) / m_cell);
    const double row = std::floor((y - m_origin.y()) / m_cell);
    if (column < 0 || row < 0 || column >= m_columns || row >= m_rows)
        return -1;
    return static_cast<qint32>(row) * m_columns + static_cast<qint32>(column);
}

qint32 HitGrid::at(QPointF point) const
{
    const qint32 cell = m_places.empty() ? -1 : cellOf(point.x(), point.y());
    if (cell < 0)
        return -1;
    qint32 best = -1;
    double least = 0;
    for (qint32 k = m_start[static_cast<size_t>(cell)]; k < m_start[static_cast<size_t>(cell) + 1]; ++k) {
        const auto i = static_cast<size_t>(m_nodes[static_cast<size_t>(k)]);
        const double dx = m_places[i].x() - point.x();
        const double dy = m_places[i].y() - point.y();
        const double distance = dx * dx + dy * dy;
        if (distance <= m_radii[i] * m_radii[i] && (best < 0 || distance < least)) {
            best = static_cast<qint32>(i);
            least = distance;
        }
    }
    return best;
}

qint32 lineAt(const std::vector<Line> &lines, QPointF point, double reach)
{
    qint32 best = -1;
    double least = reach;
    for (size_t i = 0; i < lines.size(); ++i) {
        const QPointF along = lines[i].b - lines[i].a;
        const double squared = QPointF::dotProduct(along, along);
        const double share = squared > 0 ? std::clamp(QPointF::dotProduct(point - lines[i].a, along) / squared, 0.0, 1.0) : 0;
        const QPointF off = point - (lines[i].a + along * share);
        const double distance = std::hypot(off.x(), off.y());
        if (distance < least) {
            least = distance;
            best = static_cast<qint32>(i);
        }
    }
    return best;
}

namespace {

/// Rectangles in the cells they touch.
class RectGrid
{
public:
    void add(const QRectF &rect)
    {
        eachCell(rect, [&](qint64 cell) {
            m_cells[cell].push_back(rect);
            return true;
        });
    }
    [[nodiscard]] bool isFree(const QRectF &rect) const
    {
        bool free = true;
        eachCell(rect, [&](qint64 cell) {
            const auto it = m_cells.constFind(cell);
            free = it == m_cells.constEnd() || std::ranges::none_of(*it, [&](const QRectF &other) { return other.intersects(rect); });
            return free;
        });
        return free;
    }

private:
    template<class Use>
    static void eachCell(const QRectF &rect, Use use)
    {
        constexpr double size = 96;
        for (auto y = static_cast<qint64>(std::floor(rect.top() / size)); y <= static_cast<qint64>(std::floor(rect.bottom() / size)); ++y) {
            for (auto x = static_cast<qint64>(std::floor(rect.left() / size)); x <= static_cast<qint64>(std::floor(rect.right() / size)); ++x) {
                if (!use((y << 32) ^ (x & 0xFFFFFFFF)))
                    return;
            }
        }
    }

    QHash<qint64, std::vector<QRectF>> m_cells;
};

} // namespace

std::vector<QRectF> placeLabels(const std::vector<LabelWish> &wishes, const QRectF &view, double gap)
{
    std::vector<QRectF> out(wishes.size());
    RectGrid taken;
    for (const LabelWish &wish : wishes) {
        if (view.intersects(wish.node))
            taken.add(wish.node);
    }
    std::vector<size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(), [&](size_t i) { return wishes[i].priority; });
    for (const size_t i : order) {
        const LabelWish &wish = wishes[i];
        if (wish.size.isEmpty() || !view.intersects(wish.node))
            continue;
        const QPointF middle = wish.node.center();
        const double w = wish.size.width();
        const double h = wish.size.height();
        const std::array candidates{
            QRectF(middle.x() - w / 2, wish.node.bottom() + gap, w, h), QRectF(wish.node.right() + gap + 2, middle.y() - h / 2, w, h),
            QRectF(wish.node.left() - gap - 2 - w, middle.y() - h / 2, w, h), QRectF(middle.x() - w / 2, wish.node.top() - gap - h, w, h),
            QRectF(wish.node.right(), wish.node.bottom() - h / 2, w, h), QRectF(wish.node.left() - w, wish.node.bottom() - h / 2, w, h),
            QRectF(wish.node.right(), wish.node.top() - h / 2, w, h), QRectF(wish.node.left() - w, wish.node.top() - h / 2, w, h)};
        for (const QRectF &rect : candidates) {
            if (view.contains(rect) && taken.isFree(rect)) {
                out[i] = rect;
                taken.add(rect);
                break;
            }
        }
        if (!out[i].isEmpty() || !wish.isNeeded)
            continue;
        double least = std::numeric_limits<double>::max();
        for (const QRectF &rect : candidates) {
            const QRectF inside(std::clamp(rect.x(), view.left(), std::max(view.left(), view.right() - w)),
                                std::clamp(rect.y(), view.top(), std::max(view.top(), view.bottom() - h)), w, h);
            double covered = 0;
            for (size_t other = 0; other < wishes.size(); ++other) {
                const QRectF under = inside.intersected(wishes[other].node);
                const QRectF label = inside.intersected(out[other]);
                covered += under.width() * under.height() * (other == i ? 4 : 1) + label.width() * label.height() * 8;
            }
            if (covered < least) {
                least = covered;
                out[i] = inside;
            }
        }
        taken.add(out[i]);
    }
    return out;
}

} // namespace onrecord::explore
