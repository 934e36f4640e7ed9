// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/variants/collationpainter.h"
#include "ui/widgets/itemsurface.h"

#include <QAbstractScrollArea>

namespace onrecord::ui {

/// The wordings of one utterance word under word below a strip that shows where they differ. Up and Down walk the wordings, Left and
/// Right the places where one differs, Enter opens the passage, B makes a wording the base. Holds no selection. GUI thread.
class CollationView : public QAbstractScrollArea, public ItemSurface
{
    Q_OBJECT
public:
    explicit CollationView(QWidget *parent = nullptr);

    /// `labels`: the base's first, then one a row.
    void setCollation(match::Collation made, std::vector<WordingLabel> labels);
    [[nodiscard]] const match::Collation &collation() const { return m_made; }
    /// Line 0 is the base; out of range does nothing.
    void setCurrentLine(int line);
    [[nodiscard]] int currentLine() const { return m_line; }
    [[nodiscard]] int currentColumn() const { return m_column; } ///< a place that differs, or -1
    /// The words of a line in the viewport, for tests and tool tips; null when out of view.
    [[nodiscard]] QRectF wordRect(size_t column, int line) const;
    [[nodiscard]] QRectF stripRect() const;

    [[nodiscard]] QSize sizeHint() const override { return {560, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 100}; }

    int itemCount() const override { return static_cast<int>(m_labels.size()); }
    QString itemText(int index) const override;
    QRect itemRect(int index) const override;
    bool isItemSelected(int index) const override { return index == m_line; }
    int currentItem() const override { return m_labels.empty() ? -1 : m_line; }
    int itemAt(QPoint position) const override;
    void useItem(int index, Use use) override;
    QWidget *itemWidget() const override { return viewport(); }

Q_SIGNALS:
    void lineChanged(int line);
    void openWanted(int line);
    void baseWanted(int line);
    void menuWanted(QPoint globalPosition, int line);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void restyle();
    void layOutNow();
    void goToDifference(int step);
    void showColumn(size_t column);
    [[nodiscard]] int columnInStrip(QPoint position) const;
    [[nodiscard]] double scrolled() const;
    [[nodiscard]] double left() const { return CollationPainter::margin + m_gutter; }

    match::Collation m_made;
    std::vector<WordingLabel> m_labels;
    CollationLayout m_layout;
    CollationPainter m_painter;
    present::Tones m_tones;
    double m_gutter = 0;
    int m_line = 0;
    int m_column = -1;
};

} // namespace onrecord::ui
