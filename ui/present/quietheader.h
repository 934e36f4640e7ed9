// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace onrecord::present {

/// A table header without boxes: quiet bold words, a small arrow at the sorted column, one hairline below.
class QuietHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit QuietHeader(QWidget *parent = nullptr);

    /// Room that a column's words need in this header.
    [[nodiscard]] int widthFor(const QString &words) const;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;
};

} // namespace onrecord::present
