// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/choiceline.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

namespace {
constexpr int rowPad = 8; // air of a row, pixels
}

ChoiceLine::ChoiceLine(QWidget *parent) : QWidget(parent), m_line(new QLineEdit(this)), m_list(new QListWidget(this))
{
    m_line->setMinimumHeight(28);
    m_line->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_line);
    column->addWidget(m_list);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) { search(text.simplified()); });
    connect(m_line, &QLineEdit::returnPressed, this, &ChoiceLine::chooseCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &ChoiceLine::chooseCurrent);
}

void ChoiceLine::name(const QString &hint, const QString &line, const QString &list)
{
    m_line->setPlaceholderText(hint);
    m_line->setAccessibleName(line);
    m_list->setAccessibleName(list);
}

void ChoiceLine::rowsChanged()
{
    const int rowHeight = m_list->fontMetrics().height() + rowPad;
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setSizeHint({0, rowHeight});
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(std::max(1, m_list->count()) * rowHeight + 2 * m_list->frameWidth() + 2);
    // Once it is laid out: what grows below the edge is to be seen.
    QMetaObject::invokeMethod(this, [this] {
        for (QWidget *widget = parentWidget(); widget; widget = widget->parentWidget()) {
            if (auto *scroll = qobject_cast<QScrollArea *>(widget)) {
                scroll->ensureWidgetVisible(this, 0, 12);
                break;
            }
        }
    }, Qt::QueuedConnection);
}

void ChoiceLine::chooseCurrent()
{
    if (const QListWidgetItem *row = m_list->currentItem())
        choose(*row);
}

bool ChoiceLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            Q_EMIT cancelled();
            return true;
        }
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace onrecord::ui
