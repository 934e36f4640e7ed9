// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taborder.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QWidget>

namespace onrecord::ui {

namespace {

class Stops
{
public:
    explicit Stops(QWidget *root) { visitChildren(root); }
    [[nodiscard]] const QList<QWidget *> &all() const { return m_stops; }

private:
    void visit(QWidget *widget)
    {
        if (m_seen.contains(widget) || widget->isWindow())
            return;
        m_seen.insert(widget);
        if ((widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            m_stops.append(widget);
        // What is inside these is theirs.
        const bool isWhole = qobject_cast<QComboBox *>(widget) || qobject_cast<QLineEdit *>(widget)
            || (qobject_cast<QAbstractScrollArea *>(widget) && !qobject_cast<QScrollArea *>(widget));
        if (!isWhole)
            visitChildren(widget);
    }

    void visitChildren(QWidget *widget)
    {
        if (const QLayout *layout = widget->layout())
            visit(layout);
        for (QObject *child : widget->children()) {
            if (auto *inner = qobject_cast<QWidget *>(child))
                visit(inner);
        }
    }

    void visit(const QLayout *layout)
    {
        for (int i = 0; i < layout->count(); ++i) {
            if (QWidget *widget = layout->itemAt(i)->widget())
                visit(widget);
            else if (const QLayout *inner = layout->itemAt(i)->layout())
                visit(inner);
        }
    }

    QList<QWidget *> m_stops;
    QSet<QWidget *> m_seen;
};

} // namespace

void tabInOrderOfLayout(QWidget *root)
{
    const Stops stops(root);
    for (qsizetype i = 1; i < stops.all().size(); ++i)
        QWidget::setTabOrder(stops.all()[i - 1], stops.all()[i]);
}

QWidget *firstTabStop(QWidget *root)
{
    const Stops stops(root);
    for (QWidget *widget : stops.all()) {
        if (widget->isEnabledTo(root) && !widget->isHidden())
            return widget;
    }
    return nullptr;
}

} // namespace onrecord::ui
