// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/timelinelayout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace onrecord::explore {

namespace {

/// Which stretches of the levels of a row are taken.
class Levels
{
public:
    explicit Levels(int count) : m_taken(static_cast<size_t>(std::max(1, count))) {}

    [[nodiscard]] int count() const { return static_cast<int>(m_taken.size()); }
    [[nodiscard]] bool isFree(int level, double from, double to) const
    {
        return std::ranges::none_of(m_taken[static_cast<size_t>(level)], [&](const auto &r) { return r.first < to && from < r.second; });
    }
    /// The first level free over the whole stretch, or -1.
    [[nodiscard]] int firstFree(double from, double to, int below) const
    {
        for (int level = 0; level < std::min(below, count()); ++level) {
            if (isFree(level, from, to))
                return level;
        }
        return -1;
    }
    /// How far to the right of `from` a level is free.
    [[nodiscard]] double freeUntil(int level, double from) const
    {
        double until = std::numeric_limits<double>::max();
        for (const auto &[a, b] : m_taken[static_cast<size_t>(level)]) {
            if (b > from)
                until = std::min(until, a);
        }
        return until;
    }
    void take(int level, double from, double to)
    {
        m_taken[static_cast<size_t>(level)].emplace_back(from, to);
        m_used = std::max(m_used, level + 1);
    }
    [[nodiscard]] int used() const { return m_used; }

private:
    std::vector<std::vector<std::pair<double, double>>> m_taken;
    int m_used = 0;
};

/// The marks that share one place in time: a cell of the ruler, or the extent of one vague date.
struct Cell {
    double left = 0;
    double right = 0;
    std::vector<qint32> marks;
};

struct StretchCell {
    Stretch stretch;
    std::vector<qint32> marks;
};

class RowPlacer
{
public:
    RowPlacer(const TimeRow &row, const LayoutAsk &ask, TimeStep step) : m_row(row), m_ask(ask), m_m(ask.measures), m_step(step)
    {
        m_isCounted = row.countIn(ask.axis.start, ask.axis.end) > m_m.countFrom;
        if (m_isCounted)
            return;
        // A little more than what is seen: half a disc, a fading end or a label may reach in.
        const qint64 margin = static_cast<qint64>(m_m.widestLabel / ask.axis.pixelsPerSecond());
        m_marks = row.marksIn(ask.axis.start - margin, ask.axis.end + margin);
        if (row.lane != Lane::Events)
            makeCells();
    }

    [[nodiscard]] double levelHeight() const { return (m_row.lane == Lane::Events ? m_m.box : m_m.disc) + m_m.gap; }

    [[nodiscard]] int levelsWanted() const
    {
        if (m_isCounted)
            return 2;
        RowLayout scratch;
        const int used = place(scratch, m_m.mostLevels);
        return std::max(1, used);
    }

    /// Fills the layout for a row whose top and height are known; `levels` of them fit.
    void fill(RowLayout &out, int levels) const
    {
        if (m_isCounted) {
            out.columns = countColumns(m_row, m_ask.axis, m_m.column);
            for (const CountColumn &column : out.columns)
                out.mostInColumn = std::max(out.mostInColumn, column.count);
        } else {
            const int used = place(out, levels);
            const double free = out.height - used * levelHeight() + m_m.gap;
            shift(out, out.top + std::floor(free / 2));
        }
        if (m_ask.trayWidth > 0 && !m_row.undated.empty())
            fillTray(out);
    }

private:
    [[nodiscard]] bool isProminent(qint32 mark) const { return m_ask.isProminent && m_ask.isProminent(m_row.at(mark)); }
    [[nodiscard]] const TimeExtent &extent(qint32 mark) const { return m_row.marks[static_cast<size_t>(mark)].extent; }
    [[nodiscard]] double top(int level) const { return level * levelHeight(); }

    [[nodiscard]] Stretch stretchFor(qint32 mark, double height) const
    {
        const TimeExtent &when = extent(mark);
        Stretch out;
        out.mark = mark;
        const double left = xAt(m_ask.axis, when.start);
        const double right = std::max(xAt(m_ask.axis, when.end), left);
        out.extent = QRectF(left, 0, right - left, height);
        out.fadeLeft = when.isOpenStart ? m_m.openFade : m_m.fade;
        out.fadeRight = when.isOpenEnd ? m_m.openFade : m_m.fade;
        return out;
    }

    void makeCells()
    {
        std::map<qint64, Cell> cells;
        std::map<std::pair<qint64, qint64>, StretchCell> stretches;
        for (const qint32 mark : m_marks) {
            const TimeExtent &when = extent(mark);
            const qint64 begin = floorTo(m_step, when.start);
            const qint64 next = nextMark(m_step, begin);
            if (!when.isOpen() && !when.isApproximate && when.end <= next) {
                Cell &cell = cells[begin];
                cell.left = xAt(m_ask.axis, begin);
                cell.right = xAt(m_ask.axis, next);
                cell.marks.push_back(mark);
            } else {
                StretchCell &cell = stretches[{when.reachStart(), when.reachEnd()}];
                if (cell.marks.empty())
                    cell.stretch = stretchFor(mark, m_m.disc);
                cell.marks.push_back(mark);
            }
        }
        for (auto &[at, cell] : cells)
            m_cells.push_back(std::move(cell));
        for (auto &[at, cell] : stretches)
            m_stretches.push_back(std::move(cell));
        // The widest lie on top of each other first, so that they are not cut into pieces by the days.
        std::ranges::stable_sort(m_stretches, std::ranges::greater(), [](const StretchCell &cell) { return cell.stretch.extent.width(); });
    }

    int place(RowLayout &out, int levels) const
    {
        Levels taken(levels);
        if (m_row.lane == Lane::Events) {
            placeBoxes(out, taken);
        } else {
            std::vector<Cell> cells = m_cells;
            placeStretches(out, taken, cells);
            for (const Cell &cell : cells)
                placeCell(out, taken, cell);
        }
        return taken.used();
    }

    void placeStretches(RowLayout &out, Levels &taken, std::vector<Cell> &cells) const
    {
        // The last level is kept for the cells: what is known to the day must not lose its place to what is not.
        const int below = m_cells.empty() || taken.count() == 1 ? taken.count() : taken.count() - 1;
        // With one level for all, bars are the ground on which the discs of their cells stand: nothing covers anything.
        const bool isOnlyGround = taken.count() == 1 && m_cells.size() + m_stretches.size() > 1;
        for (const StretchCell &cell : m_stretches) {
            const double from = cell.stretch.extent.left() - cell.stretch.fadeLeft;
            const double to = cell.stretch.extent.right() + cell.stretch.fadeRight;
            const auto [left, right] = inView(cell.stretch);
            if (isOnlyGround) {
                Stretch stretch = cell.stretch;
                stretch.extent.moveTop(top(0));
                out.stretches.push_back(stretch);
                moveToCell(cells, cell, (left + right) / 2);
                continue;
            }
            const int level = taken.firstFree(std::min(from, left), std::max(to, right), below);
            if (level < 0) {
                moveToCell(cells, cell, (left + right) / 2);
                continue;
            }
            taken.take(level, std::min(from, left), std::max(to, right));
            Stretch stretch = cell.stretch;
            stretch.extent.moveTop(top(level));
            out.stretches.push_back(stretch);
            placeRun(out, cell.marks, left, right, {top(level)});
        }
    }

    /// The part of a stretch in which its discs stand: what is in view, at least one disc wide.
    [[nodiscard]] std::pair<double, double> inView(const Stretch &stretch) const
    {
        const double viewLeft = m_ask.axis.left;
        const double viewRight = m_ask.axis.left + m_ask.axis.width;
        const bool reaches = stretch.extent.right() + stretch.fadeRight > viewLeft && stretch.extent.left() - stretch.fadeLeft < viewRight;
        double left = stretch.extent.left();
        double right = stretch.extent.right();
        if (reaches && right > viewLeft && left < viewRight) {
            left = std::max(left, viewLeft);
            right = std::min(right, viewRight);
        }
        // Of an open date only one end is known: the discs stand there, on the side that fades.
        const double room = m_m.openFade * 3 / 4;
        if (stretch.fadeRight == m_m.openFade && stretch.extent.width() == 0)
            right = left + room;
        else if (stretch.fadeLeft == m_m.openFade && stretch.extent.width() == 0)
            left = right - room;
        if (right - left < m_m.disc) {
            const double middle = (left + right) / 2;
            return {middle - m_m.disc / 2, middle + m_m.disc / 2};
        }
        return {left, right};
    }

    /// No level is free for the bar: its marks stand with those of the cell in its middle.
    void moveToCell(std::vector<Cell> &cells, const StretchCell &from, double x) const
    {
        const qint64 begin = floorTo(m_step, timeAt(m_ask.axis, x));
        const double left = xAt(m_ask.axis, begin);
        auto it = std::ranges::lower_bound(cells, left - 0.5, {}, &Cell::left);
        if (it == cells.end() || it->left > left + 0.5)
            it = cells.insert(it, {left, xAt(m_ask.axis, nextMark(m_step, begin)), {}});
        it->marks.insert(it->marks.end(), from.marks.begin(), from.marks.end());
        std::ranges::sort(it->marks);
    }

    void placeCell(RowLayout &out, Levels &taken, const Cell &cell) const
    {
        const auto columns = columnsIn(cell.left, cell.right);
        const auto wanted = (cell.marks.size() + columns - 1) / columns;
        std::vector<int> free;
        for (int level = 0; level < taken.count() && free.size() < wanted; ++level) {
            if (taken.isFree(level, cell.left, cell.right))
                free.push_back(level);
        }
        if (free.empty())
            free.push_back(taken.count() - 1);
        std::vector<double> tops;
        for (const int level : free) {
            taken.take(level, cell.left, cell.right);
            tops.push_back(top(level));
        }
        placeRun(out, cell.marks, cell.left, cell.right, tops);
    }

    [[nodiscard]] size_t columnsIn(double left, double right) const
    {
        return static_cast<size_t>(std::max(1.0, std::floor((right - left - m_m.gap) / (m_m.disc + m_m.gap))));
    }

    /// Discs side by side in the middle of [left, right), level after level; a pill with the number of those that did not fit, as
    /// wide as its digits. `more` are counted by the pill though they are not among the marks.
    void placeRun(RowLayout &out, const std::vector<qint32> &marks, double left, double right, const std::vector<double> &tops, qsizetype more = 0) const
    {
        const size_t columns = columnsIn(left, right);
        const size_t places = columns * tops.size();
        const double slot = m_m.disc + m_m.gap;
        std::vector<qint32> shown = marks;
        std::vector<qint32> hidden;
        const double wanted = pillWidth(static_cast<qsizetype>(marks.size()) + more);
        const auto pillSlots = std::clamp<size_t>(static_cast<size_t>(std::ceil((wanted + m_m.gap) / slot)), 1, columns);
        if (marks.size() > places)
            divide(marks, places - pillSlots, shown, hidden);
        const size_t inRow = std::min(columns, std::max<size_t>(1, shown.size() + (hidden.empty() ? 0 : pillSlots)));
        const double begin = (left + right) / 2 - (static_cast<double>(inRow) * slot - m_m.gap) / 2;
        const auto rectOf = [&](size_t place) {
            return QRectF(begin + static_cast<double>(place % columns) * slot, tops[place / columns], m_m.disc, m_m.disc);
        };
        for (size_t i = 0; i < shown.size(); ++i)
            out.spots.push_back({rectOf(i), shown[i]});
        if (hidden.empty())
            return;
        QRectF pill = rectOf(shown.size());
        const auto count = static_cast<qsizetype>(hidden.size()) + more;
        pill.setWidth(std::max(m_m.disc, std::min(pillWidth(count), static_cast<double>(pillSlots) * slot - m_m.gap)));
        if (columns == 1 && wanted > pill.width()) // alone in its cell: it may use all of it
            pill = QRectF(pill.center().x() - std::min(wanted, right - left) / 2, pill.top(), std::min(wanted, right - left), pill.height());
        out.clusters.push_back({pill, std::move(hidden), count});
    }

    /// Of a pill that says "+12".
    [[nodiscard]] double pillWidth(qsizetype count) const { return m_m.digit * static_cast<double>(QString::number(count).size() + (count > 999 ? 2 : 1)) + 4; }

    void divide(const std::vector<qint32> &marks, size_t places, std::vector<qint32> &shown, std::vector<qint32> &hidden) const
    {
        std::vector<bool> isShown(marks.size(), false);
        size_t left = places;
        for (const bool prominent : {true, false}) {
            for (size_t i = 0; i < marks.size() && left > 0; ++i) {
                if (!isShown[i] && (!prominent || isProminent(marks[i]))) {
                    isShown[i] = true;
                    --left;
                }
            }
        }
        shown.clear();
        for (size_t i = 0; i < marks.size(); ++i)
            (isShown[i] ? shown : hidden).push_back(marks[i]);
    }

    void placeBoxes(RowLayout &out, Levels &taken) const
    {
        std::vector<qint32> left = tryBoxes(out, taken, taken.count());
        if (left.empty())
            return;
        // Not all of them fit: the last level becomes the place of the pills that count the rest.
        out.boxes.clear();
        taken = Levels(taken.count());
        left = tryBoxes(out, taken, std::max(0, taken.count() - 1));
        std::map<qint64, std::vector<qint32>> cells;
        for (const qint32 mark : left)
            cells[floorTo(m_step, std::clamp(extent(mark).start, m_ask.axis.start, m_ask.axis.end))].push_back(mark);
        const int last = taken.count() - 1;
        for (auto &[at, marks] : cells) {
            const double x = xAt(m_ask.axis, at);
            const double width = m_m.digit * static_cast<double>(QString::number(marks.size()).size() + 1) + 10;
            const auto count = static_cast<qsizetype>(marks.size());
            std::ranges::sort(marks);
            out.clusters.push_back({QRectF(x + 1, top(last), width, m_m.box), std::move(marks), count});
            taken.take(last, x, x + width);
        }
    }

    /// Places the boxes in the levels below `below`; returns those without a place.
    [[nodiscard]] std::vector<qint32> tryBoxes(RowLayout &out, Levels &taken, int below) const
    {
        std::vector<qint32> rest;
        std::vector<qint32> order = m_marks;
        std::ranges::stable_partition(order, [&](qint32 mark) { return below < m_m.mostLevels && isProminent(mark); });
        for (const qint32 mark : order) {
            EventBox box;
            box.stretch = stretchFor(mark, m_m.box);
            QRectF &extentRect = box.stretch.extent;
            if (extentRect.width() < m_m.padding)
                extentRect.setWidth(m_m.padding);
            const double from = extentRect.left() - fadeOf(box.stretch.fadeLeft);
            const double to = extentRect.right() + fadeOf(box.stretch.fadeRight);
            double text = std::min(m_m.widestLabel, m_ask.labelWidth ? m_ask.labelWidth(m_row.at(mark)) : 0);
            // A box that began before the view keeps its words in view.
            const double words = std::max(extentRect.left(), std::min(m_ask.axis.left, extentRect.right() - text)) + m_m.padding;
            const double viewRight = m_ask.axis.left + m_ask.axis.width;
            if (words + text > viewRight && from < viewRight && from - text - m_m.padding > m_ask.axis.left) {
                // No room on the right of the view: the words stand before their box.
                const double before = from - text - m_m.padding;
                if (const int free = taken.firstFree(before, to, below); free >= 0) {
                    extentRect.moveTop(top(free));
                    box.label = QRectF(before, top(free), text, m_m.box);
                    taken.take(free, before, to);
                    out.boxes.push_back(box);
                    continue;
                }
            }
            // Else they end in view, shortened.
            constexpr double leastLabel = 28;
            if (const double room = viewRight - words - m_m.padding; room >= leastLabel)
                text = std::min(text, room);
            int level = taken.firstFree(from, std::max(to, words + text + m_m.padding), below);
            double width = text;
            if (level < 0) {
                level = taken.firstFree(from, to, below);
                width = level < 0 ? 0 : std::min(text, taken.freeUntil(level, words) - words - m_m.gap);
            }
            if (level < 0) {
                rest.push_back(mark);
                continue;
            }
            extentRect.moveTop(top(level));
            if (width >= std::min(leastLabel, text))
                box.label = QRectF(words, top(level), width, m_m.box);
            taken.take(level, from, std::max(to, words + std::max(width, 0.0) + m_m.padding));
            out.boxes.push_back(box);
        }
        return rest;
    }

    /// Neighbouring days may touch: only an open end needs room for its fading.
    [[nodiscard]] double fadeOf(double fade) const { return fade > m_m.fade ? fade : 0; }

    /// The undated stand in a tray behind the row's end, in as many levels as the row is high.
    void fillTray(RowLayout &out) const
    {
        const double slot = m_m.disc + m_m.gap;
        const double right = m_ask.trayLeft + m_ask.trayWidth;
        const auto columns = columnsIn(m_ask.trayLeft, right);
        const auto fitting = static_cast<size_t>(std::max(1.0, std::floor((out.height - 2 * m_m.gap + m_m.gap) / slot)));
        const size_t wanted = std::min(fitting, (m_row.undated.size() + columns - 1) / columns);
        // Nobody reads thousands of names under one pill: the first stand for all.
        const size_t listed = std::min(m_row.undated.size(), columns * wanted + static_cast<size_t>(m_m.countFrom));
        std::vector<qint32> marks;
        for (size_t i = 0; i < listed; ++i)
            marks.push_back(static_cast<qint32>(m_row.marks.size() + i));
        RowLayout tray;
        std::vector<double> tops;
        for (size_t i = 0; i < wanted; ++i)
            tops.push_back(static_cast<double>(i) * slot);
        placeRun(tray, marks, m_ask.trayLeft, right, tops, static_cast<qsizetype>(m_row.undated.size() - listed));
        for (Cluster &cluster : tray.clusters)
            cluster.isUndated = true;
        shift(tray, out.top + std::floor((out.height - static_cast<double>(wanted) * slot + m_m.gap) / 2));
        out.spots.insert(out.spots.end(), tray.spots.begin(), tray.spots.end());
        out.clusters.insert(out.clusters.end(), tray.clusters.begin(), tray.clusters.end());
    }

    static void shift(RowLayout &out, double by)
    {
        for (Stretch &stretch : out.stretches)
            stretch.extent.translate(0, by);
        for (Spot &spot : out.spots)
            spot.rect.translate(0, by);
        for (Cluster &cluster : out.clusters)
            cluster.rect.translate(0, by);
        for (EventBox &box : out.boxes) {
            box.stretch.extent.translate(0, by);
            if (!box.label.isEmpty())
                box.label.translate(0, by);
        }
    }

    const TimeRow &m_row;
    const LayoutAsk &m_ask;
    const TimelineMeasures &m_m;
    TimeStep m_step;
    bool m_isCounted = false;
    std::vector<qint32> m_marks;
    std::vector<Cell> m_cells;
    std::vector<StretchCell> m_stretches;
};

/// How many levels each row gets: one each, then one more for whoever has the fewest and wants more, as long as there is room.
std::vector<int> shareLevels(const std::vector<RowPlacer> &placers, const LayoutAsk &ask, bool mayGrow)
{
    std::vector<int> wanted;
    std::vector<int> given(placers.size(), 1);
    double used = 0;
    for (const RowPlacer &placer : placers) {
        wanted.push_back(placer.levelsWanted());
        used += placer.levelHeight() + 2 * ask.measures.padding - ask.measures.gap;
    }
    constexpr int grownLevels = 3;
    while (true) {
        int best = -1;
        for (size_t i = 0; i < placers.size(); ++i) {
            const bool fits = used + placers[i].levelHeight() <= ask.height || (mayGrow && given[i] < grownLevels);
            if (given[i] < wanted[i] && fits && (best < 0 || given[i] < given[static_cast<size_t>(best)]))
                best = static_cast<int>(i);
        }
        if (best < 0)
            return given;
        given[static_cast<size_t>(best)] += 1;
        used += placers[static_cast<size_t>(best)].levelHeight();
    }
}

} // namespace

TimelineLayout layOut(const Timeline &timeline, const LayoutAsk &ask)
{
    TimelineLayout out;
    out.axis = ask.axis;
    out.step = stepFor(ask.axis, ask.measures.labelStep);
    std::vector<RowPlacer> placers;
    placers.reserve(timeline.rows.size());
    for (const TimeRow &row : timeline.rows)
        placers.emplace_back(row, ask, out.step);
    const std::vector<int> levels = shareLevels(placers, ask, timeline.grouping != Grouping::None);
    double used = 0;
    for (size_t i = 0; i < placers.size(); ++i)
        used += levels[i] * placers[i].levelHeight() + 2 * ask.measures.padding - ask.measures.gap;
    const double spare = placers.empty() ? 0 : std::max(0.0, ask.height - used) / static_cast<double>(placers.size());
    for (size_t i = 0; i < placers.size(); ++i) {
        RowLayout row;
        row.top = out.height;
        row.height = std::floor(levels[i] * placers[i].levelHeight() + 2 * ask.measures.padding - ask.measures.gap + spare);
        placers[i].fill(row, levels[i]);
        out.height += row.height;
        out.rows.push_back(std::move(row));
    }
    out.height = std::max(out.height, ask.height);
    return out;
}

} // namespace onrecord::explore
