// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/agentpicker.h"

#include "core/text/fold.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

namespace {

constexpr int mostRows = 7;
constexpr int idRole = Qt::UserRole;
constexpr int typeRole = Qt::UserRole + 1; ///< AgentType of somebody new

} // namespace

AgentPicker::AgentPicker(SnapshotPtr record, bool nobody, QWidget *parent)
    : QWidget(parent), m_record(std::move(record)), m_nobody(nobody), m_line(new QLineEdit(this)), m_list(new QListWidget(this))
{
    for (const Agent &row : m_record->agents()) {
        if (row.status == Status::Rejected)
            continue;
        QString names = foldedText(row.name);
        for (const AgentName &name : row.names)
            names += u'\n' + foldedText(name.name);
        m_known.push_back({row.id, names, static_cast<int>(m_record->quotationsBy(row.id).size())});
    }
    std::ranges::stable_sort(m_known, std::ranges::greater(), &Known::quotations);
    m_line->setPlaceholderText(tr("Type a name"));
    m_line->setAccessibleName(tr("Name of the speaker"));
    m_line->setMinimumHeight(28);
    m_line->installEventFilter(this);
    m_list->setAccessibleName(tr("Who it can be"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_line);
    column->addWidget(m_list);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &AgentPicker::search);
    connect(m_line, &QLineEdit::returnPressed, this, &AgentPicker::choose);
    connect(m_list, &QListWidget::itemClicked, this, &AgentPicker::choose);
    search();
}

void AgentPicker::search()
{
    const QString typed = m_line->text().simplified();
    const QString wanted = foldedText(typed);
    m_list->clear();
    bool known = false;
    // Names that begin so come before names that hold it somewhere.
    for (const bool begins : {true, false}) {
        for (const Known &agent : m_known) {
            if (m_list->count() >= mostRows)
                break;
            const bool starts = agent.folded.startsWith(wanted) || agent.folded.contains(u'\n' + wanted);
            if (starts != begins || (!starts && !agent.folded.contains(wanted)))
                continue;
            auto *row = new QListWidgetItem(m_record->agent(agent.id)->name, m_list);
            row->setData(idRole, agent.id.value);
            known |= agent.folded.split(u'\n').contains(wanted);
        }
    }
    const auto offer = [this](const QString &text, AgentType type) {
        auto *row = new QListWidgetItem(text, m_list);
        row->setData(typeRole, static_cast<int>(type));
    };
    if (!typed.isEmpty() && !known) {
        offer(tr("New person “%1”").arg(typed), AgentType::Person);
        offer(tr("New organisation “%1”").arg(typed), AgentType::Organisation);
    }
    if (typed.isEmpty() && m_nobody) {
        auto *row = new QListWidgetItem(tr("Nobody is named"), m_list);
        row->setData(idRole, 0);
    }
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(std::max(1, m_list->count()) * std::max(24, m_list->sizeHintForRow(0)) + 2 * m_list->frameWidth() + 2);
}

void AgentPicker::choose()
{
    const QListWidgetItem *row = m_list->currentItem();
    if (!row)
        return;
    if (row->data(typeRole).isValid())
        Q_EMIT newWanted(m_line->text().simplified(), static_cast<AgentType>(row->data(typeRole).toInt()));
    else
        Q_EMIT picked({row->data(idRole).toLongLong()});
}

bool AgentPicker::eventFilter(QObject *watched, QEvent *event)
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
