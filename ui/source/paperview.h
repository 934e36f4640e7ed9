// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/source/paperscene.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace onrecord::ui {

class OverviewBar;

/// The page an article is read on: one column of serif text of about 70 characters, the speakers' discs in its margin, an overview
/// of the whole text at its right. Draws only what is in sight, so the length of a text does not matter. Knows marks and
/// states, not what they mean: clicks and keys go out as signals. Read-only, with a caret. GUI thread.
class PaperView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PaperView(QWidget *parent = nullptr);
    ~PaperView() override;

    void setArticle(const QString &text, const std::vector<Region> &regions, const PaperHead &head);
    /// Something was struck or restored: the same words with other regions. The place, the caret and what is open stay.
    void setRegions(const std::vector<Region> &regions);
    void setUncertain(std::vector<UncertainWord> words); ///< by start
    void setMayRestore(bool may); ///< folds offer to be restored
    void setStyle(const PaperStyle &style);
    void setMarks(std::shared_ptr<const explore::ArticleMarks> marks, explore::MarkLayers layers, std::vector<MarkState> states);
    void setMarkStates(std::vector<MarkState> states);
    void setDiscs(std::vector<Disc> discs);
    void setHits(std::vector<Span> hits, int current);
    void setHovered(ItemId item);
    void setHead(const PaperHead &head); ///< title, outlet or date have been corrected
    /// The words whose two ends can be dragged; empty for none.
    void setHandles(Span span);
    [[nodiscard]] QRect handleRect(bool end); ///< of the viewport; null when out of sight
    void setReveal(bool reveal); ///< invisible characters as small boxes
    void setZoom(double zoom);   ///< 1.0 is 16 px
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] bool reveals() const { return m_reveal; }

    [[nodiscard]] const PaperScene &scene() const { return m_scene; }
    [[nodiscard]] const QString &text() const { return m_scene.layout.text(); }
    [[nodiscard]] OverviewBar *overview() const { return m_overview; }

    /// Scrolls so that a span's first line stands at a third of the height; folds around it open. Only when it is not well in
    /// sight already, unless `always`.
    void showSpan(Span span, bool always = true);
    /// The offset of the first line in sight: the reading position.
    [[nodiscard]] qint32 readingPosition() const;
    void setReadingPosition(qint32 offset);

    [[nodiscard]] qint32 caret() const { return m_caret; }
    [[nodiscard]] Span selectedSpan() const { return m_scene.selection; }
    void setSelectedSpan(Span span);
    [[nodiscard]] QString selectedText() const; ///< from the stored text
    void copy() const;

    /// The struck words around an offset, all of its fold; empty when it is not struck.
    [[nodiscard]] Span struckAround(qint32 offset) const;
    [[nodiscard]] QRect foldNoteRect(int fold) const;    ///< of the viewport
    [[nodiscard]] QRect restoreRect(int fold) const;     ///< of the words that restore it; null where they are not offered

    /// Where words stand in the viewport; empty rectangles for what is out of sight or folded away.
    [[nodiscard]] std::vector<QRect> rectsOf(Span span);
    [[nodiscard]] QRect discRect(int disc) const; ///< null when out of sight
    /// The character under a point of the viewport; -1 when there is none.
    [[nodiscard]] qint32 characterAt(QPoint point);
    [[nodiscard]] qint32 nearestOffset(QPoint point);
    [[nodiscard]] QRect caretRect();
    /// Share of the whole page (0..1) at which an offset stands, for the overview.
    [[nodiscard]] double shareOf(qint32 offset) const;
    [[nodiscard]] qint32 firstOffsetInSight() const;
    [[nodiscard]] QRect columnRect() const; ///< of the viewport

Q_SIGNALS:
    void wordsClicked(qint32 offset, Qt::KeyboardModifiers modifiers);
    void wordsHovered(qint32 offset, QPoint where); ///< -1 when over nothing; `where` in the viewport
    void discClicked(onrecord::AgentId agent);
    void handleDragged(bool end, qint32 offset);
    void handleDropped();
    void restoreWanted(onrecord::Span passage);
    void activated();          ///< Enter
    void dismissed();          ///< Escape
    void caretMoved(qint32 offset);
    void selectionChanged();
    void menuWanted(QPoint globalPosition, qint32 offset);
    void zoomWanted(int steps);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int topMargin = 20;
    /// Pixels at this zoom, whole ones so that glyphs stay sharp.
    [[nodiscard]] int scaled(double pixels) const { return qRound(pixels * m_zoom); }
    void restyle();
    void measure();
    void settle();
    void updateBar();
    void paintHead(QPainter &painter, int top);
    void paintMeta(QPainter &painter, QPointF at);
    void paintDiscs(QPainter &painter);
    void paintHandles(QPainter &painter);
    [[nodiscard]] int layoutMeta() const; ///< rows the line under the title needs
    [[nodiscard]] int headHeight() const { return m_headHeight; }
    [[nodiscard]] qint64 pageTop() const; ///< y of the first block in the viewport
    void setCaret(qint32 offset, bool extend);
    void moveCaret(QKeyEvent *event);
    [[nodiscard]] qint32 verticalMove(int direction);
    [[nodiscard]] qint32 horizontalMove(int direction, bool word);
    void dragTo(QPoint point);
    int discAt(QPoint point) const;
    [[nodiscard]] int foldNoteAt(QPoint point) const;
    [[nodiscard]] int foldOfCaret() const; ///< a closed one, on whose line the caret stands; -1 for none
    [[nodiscard]] bool isStop(int block) const; ///< for the caret: not folded away, or where a fold's line stands
    void turnFold(int fold);
    void pressFold(int fold, QPoint point);
    void announceFold();
    [[nodiscard]] int handleAt(QPoint point); ///< 0 the start's, 1 the end's, -1 neither

    PaperScene m_scene;
    OverviewBar *m_overview;
    double m_zoom = 1.0;
    bool m_reveal = false;
    int m_left = 48;
    int m_headHeight = 0;
    int m_titleHeight = 0;
    int m_topBlock = 0;
    bool m_settling = false;
    qint32 m_anchor = 0;
    qint32 m_caret = 0;
    qreal m_wantedX = -1;
    bool m_caretShown = false; ///< by keys; a mouse needs none
    bool m_dragging = false;
    bool m_dragged = false;
    int m_draggedHandle = -1;
    QPoint m_pressed;
    QPoint m_dragPoint;
    QTimer m_autoScroll;
};

} // namespace onrecord::ui
