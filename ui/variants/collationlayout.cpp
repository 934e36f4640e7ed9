// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/variants/collationlayout.h"

#include <algorithm>
#include <cmath>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using State = match::CollatedCell::State;

namespace {
constexpr double blockGap = 16;
constexpr double leading = 1.45; // words under words want air
}

QString cellText(const match::CollatedRow &row, size_t column)
{
    const match::CollatedCell &cell = row.cells[column];
    const bool opens = column == 0 || row.cells[column - 1].state != cell.state;
    // A no-break space keeps the sign with its word.
    if (cell.state == State::Missing)
        return opens ? u"−\u00a0"_s + cell.word : cell.word;
    if (cell.state == State::Added)
        return opens ? u"+\u00a0"_s + cell.word : cell.word;
    return cell.word;
}

CollationLayout layOut(const match::Collation &made, const QFontMetricsF &metrics, double width, double leastLine)
{
    CollationLayout out;
    out.lineHeight = std::ceil(std::max(metrics.height() * leading, leastLine));
    const double space = metrics.horizontalAdvance(u' ') * 1.25;
    double x = 0;
    for (size_t column = 0; column < made.columns.size(); ++column) {
        double wide = metrics.horizontalAdvance(made.columns[column].base);
        for (const match::CollatedRow &row : made.rows)
            wide = std::max(wide, metrics.horizontalAdvance(cellText(row, column)));
        wide = std::ceil(wide + space);
        if (out.blocks.empty() || (x > 0 && x + wide > width)) {
            out.blocks.push_back({column, column, 0, 1});
            x = 0;
        }
        out.places.push_back({out.blocks.size() - 1, x, wide});
        out.blocks.back().to = column + 1;
        if (made.columns[column].differing > 0)
            out.blocks.back().lines = static_cast<int>(made.rows.size()) + 1;
        x += wide;
    }
    double y = 0;
    for (CollationLayout::Block &block : out.blocks) {
        block.top = y;
        y += block.lines * out.lineHeight + blockGap;
    }
    out.height = out.blocks.empty() ? 0 : y - blockGap;
    return out;
}

QRectF CollationLayout::rectOf(size_t column, int line) const
{
    const Place &place = places[column];
    const Block &block = blocks[place.block];
    return line < block.lines ? QRectF(place.x, block.top + line * lineHeight, place.width, lineHeight) : QRectF();
}

CollationLayout::At CollationLayout::lineAt(double y) const
{
    for (size_t i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        if (y >= block.top && y < block.top + block.lines * lineHeight)
            return {static_cast<int>((y - block.top) / lineHeight), i};
    }
    return {};
}

} // namespace onrecord::ui
