// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>
#include <algorithm>
#include <bit>
#include <vector>

namespace onrecord::ui {

/// Heights of stacked rows with quick answers to "where does row i begin" and "which row is at y" while heights change: a
/// Fenwick tree. Every call O(log n) but reset(), which is O(n).
class HeightIndex
{
public:
    void reset(std::vector<int> heights)
    {
        m_heights = std::move(heights);
        m_sums.assign(m_heights.size() + 1, 0);
        for (size_t i = 1; i < m_sums.size(); ++i) {
            m_sums[i] += m_heights[i - 1];
            if (const size_t parent = i + (i & (~i + 1)); parent < m_sums.size())
                m_sums[parent] += m_sums[i];
        }
    }
    [[nodiscard]] int count() const { return static_cast<int>(m_heights.size()); }
    [[nodiscard]] int height(int row) const { return m_heights[static_cast<size_t>(row)]; }
    void setHeight(int row, int height)
    {
        const qint64 change = height - m_heights[static_cast<size_t>(row)];
        m_heights[static_cast<size_t>(row)] = height;
        for (size_t i = static_cast<size_t>(row) + 1; change != 0 && i < m_sums.size(); i += i & (~i + 1))
            m_sums[i] += change;
    }
    /// Sum of the heights before the row; of all for row == count().
    [[nodiscard]] qint64 top(int row) const
    {
        qint64 sum = 0;
        for (auto i = static_cast<size_t>(row); i > 0; i -= i & (~i + 1))
            sum += m_sums[i];
        return sum;
    }
    [[nodiscard]] qint64 total() const { return top(count()); }
    /// The row that y lies in, rows without height skipped; first and last row beyond the ends.
    [[nodiscard]] int at(qint64 y) const
    {
        size_t row = 0;
        qint64 left = y;
        for (size_t step = std::bit_floor(std::max<size_t>(m_sums.size() - 1, 1)); step > 0; step /= 2) {
            if (row + step < m_sums.size() && m_sums[row + step] <= left) {
                row += step;
                left -= m_sums[row];
            }
        }
        return std::clamp(static_cast<int>(row), 0, std::max(0, count() - 1));
    }

private:
    std::vector<int> m_heights;
    std::vector<qint64> m_sums;
};

} // namespace onrecord::ui
