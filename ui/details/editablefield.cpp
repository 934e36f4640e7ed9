// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/editablefield.h"

#include "ui/details/card.h"
#include "ui/present/tones.h"
#include "ui/widgets/flowlayout.h"

#include <QGridLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace onrecord::ui {

EditableField::EditableField(const QString &name, const QString &shown, const QString &edited, QWidget *parent)
    : QWidget(parent), m_label(new QLabel(this)), m_shown(m_label), m_pencil(new QToolButton(this)), m_line(new QLineEdit(this)), m_problem(new QLabel(this)), m_edited(edited)
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setText(shown);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setAccessibleName(name + QStringLiteral(": ") + shown);
    m_pencil->setAutoRaise(true);
    m_pencil->setFixedSize(22, 20);
    m_pencil->setIcon(QIcon::fromTheme(QStringLiteral("document-edit")));
    if (m_pencil->icon().isNull())
        m_pencil->setText(QStringLiteral("✎"));
    m_pencil->setAccessibleName(tr("Edit %1", "the name of a field").arg(name));
    m_pencil->setToolTip(m_pencil->accessibleName().toHtmlEscaped());
    m_pencil->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_pencil);
    m_line->setAccessibleName(name);
    m_line->hide();
    m_line->installEventFilter(this);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, present::readable(present::tones(palette()).bad, palette().color(QPalette::Base), 4.5));
    m_problem->setPalette(red);
    m_problem->hide();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(3);
    grid->addWidget(m_label, 0, 0, Qt::AlignTop);
    grid->addWidget(m_line, 0, 0);
    grid->addWidget(m_pencil, 0, 1, Qt::AlignTop);
    grid->addWidget(m_problem, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    connect(m_pencil, &QToolButton::clicked, this, &EditableField::edit);
    connect(m_line, &QLineEdit::returnPressed, this, [this] { finish(true); });
    connect(m_line, &QLineEdit::textEdited, m_problem, &QWidget::hide);
}

void EditableField::setTag(Tag *tag)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    // A short value has its tag beside it while the width allows; a long one wraps and has it below.
    constexpr qsizetype shortValue = 18;
    if (m_label->text().size() > shortValue) {
        grid->addWidget(tag, 2, 0, Qt::AlignLeft);
        return;
    }
    m_shown = new QWidget(this);
    auto *flow = new FlowLayout(m_shown, 6);
    flow->setContentsMargins(0, 0, 0, 0);
    grid->removeWidget(m_label);
    m_label->setWordWrap(false);
    flow->addWidget(m_label);
    flow->addWidget(tag);
    grid->addWidget(m_shown, 0, 0);
}

void EditableField::setHint(const QString &hint)
{
    m_line->setPlaceholderText(hint);
}

void EditableField::setReadOnly(bool on)
{
    m_pencil->setVisible(!on);
}

bool EditableField::isEditing() const
{
    return m_line->isVisibleTo(this);
}

void EditableField::edit()
{
    if (isEditing() || !m_pencil->isVisibleTo(this))
        return;
    m_line->setText(m_edited);
    m_shown->hide();
    m_pencil->hide();
    m_line->show();
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->selectAll();
}

void EditableField::finish(bool keep)
{
    if (!isEditing())
        return;
    const QString words = m_line->text().trimmed();
    const bool changed = keep && words != m_edited;
    const QString problem = changed && m_check ? m_check(words) : QString();
    if (!problem.isEmpty()) {
        m_problem->setText(problem);
        m_problem->show();
        return;
    }
    m_problem->hide();
    const bool hadFocus = m_line->hasFocus();
    m_line->hide();
    m_shown->show();
    m_pencil->show();
    if (hadFocus)
        m_pencil->setFocus(Qt::OtherFocusReason);
    if (changed)
        Q_EMIT committed(words);
}

bool EditableField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        finish(false);
        return true;
    }
    if (watched == m_line && event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        finish(true);
    return QWidget::eventFilter(watched, event);
}

void EditableField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2)
        edit();
    else
        QWidget::keyPressEvent(event);
}

} // namespace onrecord::ui
