// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/findbar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace onrecord::ui {

using explore::FindAnswer;

FindBar::FindBar(QWidget *parent)
    : QWidget(parent), m_words(new QLineEdit(this)), m_case(addToggle(tr("Aa"), tr("Match case"))), m_whole(addToggle(tr("W"), tr("Whole words"))),
      m_pattern(addToggle(tr(".*"), tr("Regular expression"))), m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("findBar"));
    setAccessibleName(tr("Find in this article"));
    m_words->setPlaceholderText(tr("Find in this article"));
    m_words->setAccessibleName(tr("Words to find"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumWidth(120);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setMinimumWidth(72);
    const auto step = [this](const QString &icon, const QString &fallback, const QString &name, int direction) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setIcon(QIcon::fromTheme(icon));
        if (button->icon().isNull())
            button->setText(fallback);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QToolButton::clicked, this, [this, direction] { Q_EMIT stepped(direction); });
        return button;
    };
    auto *back = step(QStringLiteral("go-up-search"), QStringLiteral("\u2191"), tr("Previous Hit"), -1);
    auto *on = step(QStringLiteral("go-down-search"), QStringLiteral("\u2193"), tr("Next Hit"), 1);
    auto *close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(QIcon::fromTheme(QStringLiteral("window-close")));
    if (close->icon().isNull())
        close->setText(QStringLiteral("\u2715"));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(4);
    row->addWidget(m_words, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_case, m_whole, m_pattern, back, on, m_count, close})
        row->addWidget(widget);
    setFocusProxy(m_words);
    connect(m_words, &QLineEdit::textChanged, this, &FindBar::wanted);
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
}

QToolButton *FindBar::addToggle(const QString &label, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(label);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    connect(button, &QToolButton::toggled, this, &FindBar::wanted);
    return button;
}

QString FindBar::words() const
{
    return m_words->text();
}

explore::FindOptions FindBar::options() const
{
    return {m_case->isChecked(), m_whole->isChecked(), m_pattern->isChecked()};
}

void FindBar::open(const QString &words)
{
    show();
    if (!words.isEmpty())
        m_words->setText(words);
    m_words->selectAll();
    m_words->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT wanted();
}

void FindBar::showSearching()
{
    m_count->setText(tr("…"));
}

void FindBar::showAnswer(const FindAnswer &answer, int current, bool wrapped)
{
    const QLocale locale;
    const auto count = static_cast<qsizetype>(answer.hits.size());
    const QString total = locale.toString(count);
    QString words;
    if (current >= 0)
        words = wrapped ? tr("%1 of %2, from the other end").arg(locale.toString(current + 1), total) : tr("%1 of %2").arg(locale.toString(current + 1), total);
    else
        words = count == 0 ? tr("Not in this article") : total;
    switch (answer.state) {
    case FindAnswer::State::BadPattern:
        words = tr("Not a valid expression at %1: %2").arg(locale.toString(answer.position + 1), answer.detail);
        break;
    case FindAnswer::State::TooCostly:
        words = count == 0 ? tr("Gave up: too costly an expression. There may be hits.") : tr("%1. Gave up after the last one: there may be more.").arg(words);
        break;
    case FindAnswer::State::TooMany:
        words = tr("%1 or more").arg(words);
        break;
    case FindAnswer::State::Complete:
    case FindAnswer::State::Cancelled:
        break;
    }
    m_count->setText(m_words->text().isEmpty() ? QString() : words);
    m_count->setToolTip(QString());
    QAccessibleAnnouncementEvent announcement(this, m_count->text());
    announcement.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&announcement);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT stepped(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace onrecord::ui
