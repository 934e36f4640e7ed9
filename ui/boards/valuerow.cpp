// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/valuerow.h"

#include "ui/boards/boardwords.h"
#include "ui/present/words.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pad = 8;
constexpr int gap = 12;
constexpr int rowHeight = 44;
constexpr int tagWidth = 150;
constexpr int narrowBelow = 620;
constexpr int stackedBelow = 360; // the tag would take the number's room: it goes below
constexpr int scaleFrom = 860;

/// What the scale shows of a value: the share of the other for a comparison, else the amount.
std::pair<double, double> extent(const match::BoardValue &value)
{
    return value.relative.isValid() ? std::pair(value.relative.low, value.relative.high)
                                    : std::pair(value.amount.low, value.amount.high);
}

} // namespace

BoardColumns BoardColumns::of(int width)
{
    BoardColumns out;
    out.right = width - pad;
    out.isNarrow = width < narrowBelow;
    out.value = pad;
    out.tag = out.right - tagWidth;
    if (out.isNarrow) {
        out.what = out.who = out.value;
        out.scale = out.tag;
        return out;
    }
    const int room = out.tag - out.value;
    const bool hasScale = width >= scaleFrom;
    out.what = out.value + room * (hasScale ? 22 : 28) / 100;
    out.who = out.what + room * (hasScale ? 22 : 30) / 100;
    out.scale = hasScale ? out.who + room * 30 / 100 : out.tag;
    return out;
}

BoardScale BoardScale::of(const match::Board &board)
{
    constexpr double farApart = 20;
    BoardScale out;
    bool first = true;
    for (const match::BoardValue &value : board.values) {
        auto [low, high] = extent(value);
        if (std::isinf(high))
            high = low;
        out.low = first ? low : std::min(out.low, low);
        out.high = first ? high : std::max(out.high, high);
        first = false;
    }
    out.isLogarithmic = out.low > 0 && out.high / out.low > farApart;
    return out;
}

double BoardScale::at(double value) const
{
    if (high <= low)
        return 0.5;
    const double clamped = std::clamp(value, low, high);
    if (isLogarithmic)
        return (std::log(clamped) - std::log(low)) / (std::log(high) - std::log(low));
    return (clamped - low) / (high - low);
}

ValueRow::ValueRow(const Snapshot &record, const match::Board &board, int index, QWidget *parent)
    : QAbstractButton(parent),
      m_value(board.values[static_cast<size_t>(index)]),
      m_standing(BoardWords::standing(board, index)),
      m_scale(BoardScale::of(board))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    const Figure *figure = record.figure(m_value.figure);
    m_number = figure ? figure->content.exact.simplified() : QString();
    m_predicate = m_value.relative.isValid() && !m_value.relative.againstPrinted.isEmpty()
        ? tr("against %1").arg(m_value.relative.againstPrinted)
        : m_value.predicate;
    m_who = BoardWords::asserter(record, m_value);
    m_date = m_value.when.when.isKnown() ? present::dateShort(m_value.when.when) : tr("date not known");
    m_tag = BoardWords::sign(m_standing) + u"  "_s + BoardWords::tag(board, index);
    setText(m_number);
    QStringList spoken{m_number, m_predicate, m_who, m_date, BoardWords::tag(board, index)};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(tr(", ", "between the parts of a row")));
    setAccessibleDescription(tr("Opens the passage"));
    setToolTip(figure ? present::figureInWords(*figure) : QString());
}

void ValueRow::setMarked(bool marked)
{
    if (marked == m_marked)
        return;
    m_marked = marked;
    update();
}

QSize ValueRow::sizeHint() const
{
    return {640, heightForWidth(width())};
}

int ValueRow::heightForWidth(int width) const
{
    const int line = fontMetrics().lineSpacing();
    if (width < stackedBelow)
        return line * 4 + 30;
    return BoardColumns::of(width).isNarrow ? line * 3 + 18 : std::max(rowHeight, line * 2 + 10);
}

void ValueRow::paintEvent(QPaintEvent *)
{
    const auto tones = present::tones(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(),
                     m_marked           ? tones.selectedWash
                         : underMouse() ? present::mix(tones.paper, tones.accent, 0.05)
                                        : tones.paper);
    painter.setPen(tones.hairline);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    if (hasFocus()) {
        painter.setPen(QPen(tones.accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -2), 4, 4);
    }

    const BoardColumns columns = BoardColumns::of(width());
    QFont big = present::scaledFont(font(), 1.25);
    big.setBold(true);
    const auto text = [&](int x, int right, int y, int h, const QString &words, const QFont &face, const QColor &ink) {
        painter.setFont(face);
        painter.setPen(ink);
        painter.drawText(QRect(x, y, right - x, h), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(face).elidedText(words, Qt::ElideRight, right - x));
    };
    const int line = fontMetrics().lineSpacing();
    if (columns.isNarrow) {
        const bool isStacked = width() < stackedBelow;
        text(columns.value, isStacked ? columns.right : columns.tag - gap, 6, line + 4, m_number, big, tones.ink);
        text(columns.value, columns.right, line + 10, line, m_predicate, font(), tones.ink);
        text(columns.value, columns.right, 2 * line + 11, line, tr("%1 · %2", "who, when").arg(m_who, m_date), font(),
             tones.quietInk);
        if (isStacked)
            paintTag(painter, QRect(columns.value, 3 * line + 16, columns.right - columns.value, line + 6), Qt::AlignLeft);
        else
            paintTag(painter, QRect(columns.tag, 6, tagWidth, line + 6), Qt::AlignRight);
        return;
    }
    const int top = (height() - 2 * line) / 2;
    text(columns.value, columns.what - gap, 0, height(), m_number, big, tones.ink);
    text(columns.what, columns.who - gap, 0, height(), m_predicate, font(), tones.ink);
    text(columns.who, columns.scale - gap, top, line, m_who, font(), tones.ink);
    text(columns.who, columns.scale - gap, top + line, line, m_date, font(), tones.quietInk);
    if (columns.scale < columns.tag)
        paintScale(painter, QRect(columns.scale, 0, columns.tag - columns.scale - 2 * gap, height()));
    paintTag(painter, QRect(columns.tag, (height() - line - 8) / 2, tagWidth, line + 8), Qt::AlignRight);
}

void ValueRow::paintScale(QPainter &painter, const QRect &where) const
{
    const auto tones = present::tones(palette());
    const double middle = where.center().y();
    constexpr double dot = 5;
    painter.setPen(QPen(tones.hairline, 2));
    painter.drawLine(QPointF(where.left(), middle), QPointF(where.right(), middle));
    auto [low, high] = extent(m_value);
    const bool open = std::isinf(high);
    const double from = where.left() + dot + m_scale.at(low) * (where.width() - 2 * dot);
    const double to = open ? where.right() : where.left() + dot + m_scale.at(high) * (where.width() - 2 * dot);
    painter.setPen(Qt::NoPen);
    if (high > low) {
        painter.setBrush(present::mix(tones.paper, tones.figureLine, 0.55));
        painter.drawRoundedRect(QRectF(from - dot, middle - 4, to - from + 2 * dot, 8), 4, 4);
    } else {
        painter.setBrush(tones.ink);
        painter.drawEllipse(QPointF(from, middle), dot, dot);
    }
}

void ValueRow::paintTag(QPainter &painter, const QRect &where, Qt::Alignment side) const
{
    const auto tones = present::tones(palette());
    QFont face = font();
    face.setBold(true);
    const QFontMetrics metrics(face);
    const QString words = metrics.elidedText(m_tag, Qt::ElideRight, where.width() - 16);
    const int width = std::min(where.width(), metrics.horizontalAdvance(words) + 16);
    const QRect box(side & Qt::AlignLeft ? where.left() : where.right() - width + 1, where.top(), width, where.height());
    const QColor wash = BoardWords::wash(m_standing, tones);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wash);
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(face);
    painter.setPen(present::readable(BoardWords::ink(m_standing, tones), wash, 4.5));
    painter.drawText(box, Qt::AlignCenter, words);
}

void ValueRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        focusNextPrevChild(event->key() == Qt::Key_Down);
    else
        QAbstractButton::keyPressEvent(event);
}

void ValueRow::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ValueRow::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace onrecord::ui
