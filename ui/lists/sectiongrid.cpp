// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/sectiongrid.h"

#include "ui/present/tones.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QtMath>
#include <algorithm>

namespace onrecord::ui {

namespace {
constexpr int columns = 2;
constexpr int inner = 10;
constexpr int leastAir = 4;
constexpr int beforeCount = 6;

/// Rounded up: half a pixel less room than the words take would cost two letters.
int advance(const QFont &font, const QString &words)
{
    return qCeil(QFontMetricsF(font).horizontalAdvance(words));
}

}

CountButton::CountButton(const QString &text, const QString &objectName, QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setText(text);
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCount({});
}

void CountButton::setCount(explore::Visible::Count count)
{
    m_count = count;
    //: accessible name of a section of the library: name, shown items, all items
    setAccessibleName(count.shown == count.total ? tr("%1, %2").arg(text(), countText())
                                                 : tr("%1, %2 of %3 shown").arg(text(), QLocale().toString(count.shown), QLocale().toString(count.total)));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QString CountButton::countText() const
{
    const QString shown = QLocale().toString(m_count.shown);
    return m_count.shown == m_count.total ? shown : shown + u'/' + QLocale().toString(m_count.total);
}

QSize CountButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {inner * 3 + metrics.horizontalAdvance(text()) + metrics.horizontalAdvance(countText()), std::max(28, metrics.height() + 10)};
}

QSize CountButton::minimumSizeHint() const
{
    return {inner * 4 + fontMetrics().horizontalAdvance(countText()), sizeHint().height()};
}

int CountButton::fullWidth() const
{
    return advance(font(), text()) + advance(font(), countText()) + beforeCount + 2 * leastAir;
}

/// Air goes before letters do.
int CountButton::air() const
{
    return std::clamp((width() - fullWidth()) / 2 + leastAir, leastAir, inner);
}

QString CountButton::shownWords() const
{
    const int room = width() - 2 * air() - advance(font(), countText()) - beforeCount;
    return advance(font(), text()) <= room ? text() : fontMetrics().elidedText(text(), Qt::ElideRight, room);
}

void CountButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void CountButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void CountButton::paintEvent(QPaintEvent *)
{
    const auto tones = present::tones(palette());
    const QColor ground = palette().color(QPalette::Window);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? tones.accent : present::mix(ground, tones.ink, 0.07));
        painter.drawRoundedRect(box, 4, 4);
    }
    if (hasFocus()) {
        painter.setPen(QPen(isChecked() ? tones.accentText : tones.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
    }
    const QString count = countText();
    const QRect words = rect().adjusted(air(), 0, -air(), 0);
    const QColor ink = isChecked() ? tones.accentText : palette().color(QPalette::WindowText);
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, shownWords());
    painter.setPen(isChecked() ? ink : present::readable(present::mix(ink, ground, 0.35), ground, 4.5));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, count);
}

SectionGrid::SectionGrid(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setAccessibleName(tr("Sections of the library"));
    for (int i = 0; i < present::sectionCount; ++i) {
        const auto section = static_cast<present::Section>(i);
        auto *button = new CountButton(present::sectionName(section), QStringLiteral("section.") + present::sectionKey(section), this);
        m_buttons[static_cast<size_t>(i)] = button;
        m_group->addButton(button, i);
    }
    m_buttons[0]->setChecked(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    arrange();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT chosen(static_cast<present::Section>(id));
    });
}

present::Section SectionGrid::current() const
{
    return static_cast<present::Section>(m_group->checkedId());
}

void SectionGrid::setCurrent(present::Section section)
{
    button(section)->setChecked(true);
}

void SectionGrid::setCount(present::Section section, explore::Visible::Count count)
{
    button(section)->setCount(count);
    arrange();
}

void SectionGrid::setOffered(present::Section section, bool offered)
{
    // The section somebody stands in does not vanish under them.
    const bool show = offered || current() == section;
    if (button(section)->isVisibleTo(this) == show)
        return;
    button(section)->setVisible(show);
    arrange();
}

QList<CountButton *> SectionGrid::offered() const
{
    QList<CountButton *> out;
    for (CountButton *button : m_buttons) {
        if (button->isVisibleTo(this))
            out.append(button);
    }
    return out;
}

void SectionGrid::arrange()
{
    auto *grid = static_cast<QGridLayout *>(layout());
    const int half = (width() - grid->spacing()) / columns;
    QList<QRect> places; // columns and rows
    QPoint next;
    const auto shown = offered();
    for (const CountButton *button : shown) {
        const bool isWide = isVisible() && button->fullWidth() > half;
        if (isWide && next.x() > 0)
            next = {0, next.y() + 1};
        places.append(QRect(next, QSize(isWide ? columns : 1, 1)));
        next = isWide || next.x() + 1 == columns ? QPoint(0, next.y() + 1) : QPoint(next.x() + 1, next.y());
    }
    if (places == m_places && grid->count() == shown.size())
        return;
    m_places = places;
    for (CountButton *button : m_buttons)
        grid->removeWidget(button);
    for (qsizetype i = 0; i < shown.size(); ++i)
        grid->addWidget(shown[i], places[i].y(), places[i].x(), 1, places[i].width());
}

void SectionGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace onrecord::ui
