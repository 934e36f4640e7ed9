// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/timelinelayout.h"
#include "core/explore/workspace.h"
#include "ui/present/tones.h"

#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <memory>
#include <optional>

namespace onrecord::ui {

/// A range of time that is a filter, or is being dragged to become one. Seconds, [from, to).
struct Brush {
    explore::Lane lane = explore::Lane::Said;
    qint64 from = 0;
    qint64 to = 0;
    friend bool operator==(const Brush &, const Brush &) = default;
};

/// A mark named by where it stands.
struct MarkRef {
    qint32 row = -1;
    qint32 mark = -1;
    [[nodiscard]] bool isNull() const { return mark < 0; }
    friend bool operator==(const MarkRef &, const MarkRef &) = default;
};

/// How many marks of a row lie before or after what is shown, and where that is said.
struct OutOfView {
    QRectF rect; ///< in the layout's rows
    qint32 row = 0;
    bool isBefore = false;
    qsizetype count = 0;
};

/// Everything a picture of the timeline is made of; values and shared immutable parts, no widget.
struct TimelineScene {
    std::shared_ptr<const explore::Timeline> timeline = std::make_shared<explore::Timeline>();
    SnapshotPtr record = std::make_shared<Snapshot>();
    explore::TimelineLayout layout;
    QSet<ItemId> selected;
    QSet<ItemId> related;
    ItemId hovered;
    MarkRef current;
    bool hasFocus = false;
    std::vector<Brush> brushes;
    std::optional<Brush> drag;
    std::vector<OutOfView> beyond;
    double rulerHeight = 28;
    double labelWidth = 76;
    double trayWidth = 0;
    double scroll = 0;
};

/// The words of the ruler at a mark: "24 Jan", "14:00", "2025"; `isContext` where a new day, month or year begins and says so.
struct RulerLabel {
    QString text;
    bool isContext = false;
};
[[nodiscard]] RulerLabel rulerLabel(explore::TimeStep step, qint64 mark);

/// "Marc Andreessen, said 24 January 2025, day precision".
[[nodiscard]] QString markInWords(const Snapshot &record, const explore::TimeRow &row, const explore::TimeMark &mark);
/// The same with the quoted words and the outlet below, several lines of plain text.
[[nodiscard]] QString markToolTip(const Snapshot &record, const explore::TimeRow &row, const explore::TimeMark &mark);

/// Draws a scene. Keeps the discs of speakers as pixmaps between paints; GUI thread.
class TimelinePainter
{
public:
    void paint(QPainter &painter, const QSizeF &size, const TimelineScene &scene, const QPalette &palette);
    /// After a change of palette or pixel ratio the kept discs are wrong.
    void forget() { m_discs.clear(); }

private:
    void paintGrid(const TimelineScene &scene);
    void paintUndatedHint(const QRectF &plot);
    void paintRuler(const TimelineScene &scene);
    void paintRow(const TimelineScene &scene, size_t row);
    void paintRowLabel(const TimelineScene &scene, size_t row);
    void paintStretch(const explore::Stretch &stretch, const QColor &colour, double radius);
    void paintColumns(const explore::RowLayout &row, bool faded);
    void paintSpot(const TimelineScene &scene, size_t row, const explore::Spot &spot);
    void paintBox(const TimelineScene &scene, size_t row, const explore::EventBox &box);
    void paintCluster(const TimelineScene &scene, size_t row, const explore::Cluster &cluster);
    void paintLinks(const TimelineScene &scene);
    void paintBrush(const TimelineScene &scene, const Brush &brush, bool isDragged);
    void paintTray(const TimelineScene &scene);
    void paintBeyond(const TimelineScene &scene);
    void paintFocus(const QRectF &rect, double radius);
    [[nodiscard]] bool isFaded(const TimelineScene &scene, ItemId item) const;
    [[nodiscard]] QColor colourOf(const TimelineScene &scene, const explore::TimeMark &mark) const;
    const QPixmap &disc(const TimelineScene &scene, const explore::TimeMark &mark, bool faded, double diameter);

    QPainter *m_painter = nullptr;
    QSizeF m_size;
    QPalette m_palette;
    present::Tones m_tones;
    QHash<quint64, QPixmap> m_discs;
};

} // namespace onrecord::ui
