// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/concernbar.h"

#include "ui/lists/sectiongrid.h"
#include "ui/present/tables.h"
#include "ui/present/words.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::allConcerns;
using explore::Concern;

namespace {

QLabel *addLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString firstLetterLarge(QString words)
{
    return words.isEmpty() ? words : words.front().toUpper() + words.sliced(1);
}

} // namespace

ConcernBar::ConcernBar(QWidget *parent)
    : QWidget(parent), m_choice(new QComboBox(this)), m_group(new QButtonGroup(this)), m_rows(addLabel(u"concern.rows"_s, this)), m_words(new QLineEdit(this)), m_fill(new QPushButton(tr("&Set"), this)),
      m_settle(new QPushButton(this)), m_problem(addLabel(u"concern.problem"_s, this))
{
    setAccessibleName(tr("What needs attention"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_choice->setObjectName(u"concern.choice"_s);
    m_choice->setAccessibleName(tr("What needs attention"));
    m_choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_choice->hide();
    column->addWidget(m_choice);
    for (size_t i = 0; i < allConcerns.size(); ++i) {
        m_kinds[i] = new CountButton(firstLetterLarge(present::concernName(allConcerns[i])), u"concern.%1"_s.arg(static_cast<int>(allConcerns[i])), this);
        m_kinds[i]->hide();
        m_group->addButton(m_kinds[i], static_cast<int>(i));
        column->addWidget(m_kinds[i]);
    }
    m_kinds.front()->setChecked(true);
    m_words->setObjectName(u"concern.words"_s);
    m_words->setAccessibleName(tr("Outlet"));
    m_words->setMinimumWidth(80);
    m_fill->setObjectName(u"concern.fill"_s);
    m_settle->setObjectName(u"concern.settle"_s);
    m_problem->hide();
    auto *deeds = new QHBoxLayout;
    deeds->setSpacing(6);
    deeds->addWidget(m_words, 1);
    deeds->addWidget(m_fill);
    deeds->addWidget(m_settle);
    deeds->addStretch(0);
    column->addSpacing(4);
    column->addWidget(m_rows);
    column->addLayout(deeds);
    column->addWidget(m_problem);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (!on)
            return;
        m_words->clear();
        m_choice->setCurrentIndex(m_choice->findData(m_group->checkedId()));
        showDeeds();
        Q_EMIT chosen(current());
    });
    connect(m_choice, &QComboBox::activated, this, [this](int row) { m_kinds[static_cast<size_t>(m_choice->itemData(row).toInt())]->setChecked(true); });
    connect(m_words, &QLineEdit::textChanged, this, &ConcernBar::showDeeds);
    connect(m_words, &QLineEdit::returnPressed, this, &ConcernBar::fill);
    connect(m_fill, &QPushButton::clicked, this, &ConcernBar::fill);
    connect(m_settle, &QPushButton::clicked, this, [this] { Q_EMIT settleWanted(current()); });
    showDeeds();
}

Concern ConcernBar::current() const
{
    return allConcerns[static_cast<size_t>(m_group->checkedId())];
}

void ConcernBar::setCounts(const Counts &counts)
{
    m_counts = counts;
    m_choice->clear();
    for (size_t i = 0; i < counts.size(); ++i) {
        m_kinds[i]->setCount({counts[i], counts[i]});
        if (counts[i] > 0)
            m_choice->addItem(tr("%1 (%2)", "a kind of concern and how often it is there").arg(m_kinds[i]->text(), QLocale().toString(counts[i])), static_cast<int>(i));
    }
    showKinds();
    const auto first = std::ranges::find_if(counts, [](int count) { return count > 0; });
    if (counts[static_cast<size_t>(m_group->checkedId())] == 0 && first != counts.end())
        m_kinds[static_cast<size_t>(first - counts.begin())]->setChecked(true);
    m_choice->setCurrentIndex(m_choice->findData(m_group->checkedId()));
}

void ConcernBar::setCompact(bool on)
{
    if (on == m_isCompact)
        return;
    const bool hadFocus = m_choice->hasFocus() || std::ranges::any_of(m_kinds, &QWidget::hasFocus);
    m_isCompact = on;
    showKinds();
    if (hadFocus)
        (on ? static_cast<QWidget *>(m_choice) : m_kinds[static_cast<size_t>(m_group->checkedId())])->setFocus();
}

int ConcernBar::compactGain() const
{
    const auto kinds = static_cast<int>(std::ranges::count_if(m_counts, [](int count) { return count > 0; }));
    return kinds * (m_kinds.front()->sizeHint().height() + layout()->spacing()) - m_choice->sizeHint().height() - layout()->spacing();
}

void ConcernBar::showKinds()
{
    m_choice->setVisible(m_isCompact);
    for (size_t i = 0; i < m_counts.size(); ++i)
        m_kinds[i]->setVisible(!m_isCompact && m_counts[i] > 0);
}

void ConcernBar::setRows(int count, bool areChosen)
{
    m_count = count;
    m_areChosen = areChosen;
    showDeeds();
}

void ConcernBar::setReadOnly(bool on)
{
    m_isReadOnly = on;
    showDeeds();
}

void ConcernBar::showDeeds()
{
    const bool isForArticles = explore::isOfArticle(current());
    const bool canFill = explore::isGap(current()) && m_count > 0 && !m_isReadOnly;
    const QString rows = present::countInWords(isForArticles ? present::Noun::Article : present::Noun::Quotation, m_count);
    const bool canAct = m_count > 0 && !m_isReadOnly;
    m_rows->setText(m_areChosen      ? tr("For %1 chosen:", "12 articles").arg(rows)
                        : m_count == 1 ? tr("For the %1 listed:", "1 article").arg(rows)
                                       : tr("For all %1 listed:", "12 articles").arg(rows));
    m_rows->setVisible(canAct);
    m_words->setVisible(canFill);
    m_fill->setVisible(canFill);
    m_fill->setEnabled(!m_words->text().trimmed().isEmpty());
    m_settle->setVisible(canAct);
    m_problem->hide();
    switch (current()) {
    case Concern::NoDate:
        m_words->setPlaceholderText(tr("2025-01-24"));
        m_words->setAccessibleName(tr("Date of publication"));
        m_settle->setText(tr("&None"));
        m_settle->setToolTip(tr("Say that they have no date of publication"));
        break;
    case Concern::NoOutlet:
        m_words->setPlaceholderText(tr("Outlet"));
        m_words->setAccessibleName(tr("Outlet"));
        m_settle->setText(tr("&None"));
        m_settle->setToolTip(tr("Say that no outlet published them"));
        break;
    case Concern::LostInVersion:
        m_settle->setText(tr("&Gone from It"));
        m_settle->setToolTip(tr("Say that the later version does not have them any more"));
        break;
    case Concern::DoubtfulReading:
        m_settle->setText(tr("&Seen"));
        m_settle->setToolTip(tr("Say that somebody has looked at them"));
        break;
    case Concern::UnsureSpeaker:
        m_settle->setText(tr("&Keep as It Is"));
        m_settle->setToolTip(tr("Accept whoever is given for them"));
        break;
    case Concern::NoSpeaker:
        m_settle->setText(tr("&Keep as It Is"));
        m_settle->setToolTip(tr("Say that nobody is named for them"));
        break;
    }
}

void ConcernBar::fill()
{
    QString words = m_words->text().trimmed();
    if (words.isEmpty())
        return;
    if (current() == Concern::NoDate) {
        const auto date = present::dateFromWords(words);
        if (!date) {
            m_problem->setText(present::howToWriteADate());
            m_problem->show();
            return;
        }
        words = date->toEdtf();
    }
    m_words->clear();
    Q_EMIT fillWanted(current(), words);
}

} // namespace onrecord::ui
