// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/figureboard.h"

#include <QAbstractButton>
#include <array>

namespace onrecord::ui {

/// The columns of a board at one width. A narrow board puts what and who under each other and leaves the scale out.
struct BoardColumns {
    int value = 0, what = 0, who = 0, scale = 0,
        tag = 0; ///< left edges; a column that is not shown has its right neighbour's edge
    int right = 0;
    bool isNarrow = false;
    [[nodiscard]] static BoardColumns of(int width);
};

/// Where a value stands between the smallest and the largest of its board: 0…1, logarithmic when they are far apart.
struct BoardScale {
    double low = 0, high = 0;
    bool isLogarithmic = false;
    [[nodiscard]] static BoardScale of(const match::Board &board);
    [[nodiscard]] double at(double value) const;
};

/// One figure of a board: the number, what it measures, who asserts it and when, its place on the scale and how it
/// stands to the others. A click or Enter opens its passage.
class ValueRow : public QAbstractButton
{
    Q_OBJECT
public:
    ValueRow(const Snapshot &record, const match::Board &board, int index, QWidget *parent = nullptr);

    [[nodiscard]] FigureId figure() const { return m_value.figure; }
    [[nodiscard]] QString tag() const { return m_tag; }
    void setMarked(bool marked); ///< the selection is on it
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintScale(QPainter &painter, const QRect &where) const;
    void paintTag(QPainter &painter, const QRect &where, Qt::Alignment side) const;

    match::BoardValue m_value;
    match::FigureRelation m_standing;
    BoardScale m_scale;
    QString m_number, m_predicate, m_who, m_date, m_tag;
    bool m_marked = false;
};

} // namespace onrecord::ui
