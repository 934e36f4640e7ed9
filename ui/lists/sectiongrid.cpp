// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/sectiongrid.h"

#include "ui/present/tones.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace onrecord::ui {

namespace {
constexpr int columns = 2;
constexpr int inner = 10;
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
    const int countWidth = fontMetrics().horizontalAdvance(count);
    // Air goes before letters do.
    const int air = std::clamp((width() - fontMetrics().horizontalAdvance(text()) - countWidth - 6) / 2, 4, inner);
    const QRect words = rect().adjusted(air, 0, -air, 0);
    const QColor ink = isChecked() ? tones.accentText : palette().color(QPalette::WindowText);
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideRight, words.width() - countWidth - 6));
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
    for (CountButton *button : m_buttons)
        grid->removeWidget(button);
    const auto shown = offered();
    for (qsizetype i = 0; i < shown.size(); ++i)
        grid->addWidget(shown[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
}

} // namespace onrecord::ui
