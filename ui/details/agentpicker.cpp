// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/agentpicker.h"

#include "core/text/fold.h"

#include <QLineEdit>
#include <QListWidget>
#include <algorithm>

namespace onrecord::ui {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int typeRole = Qt::UserRole + 1; ///< AgentType of somebody new

} // namespace

AgentPicker::AgentPicker(SnapshotPtr record, bool nobody, QWidget *parent, std::vector<AgentId> beside)
    : ChoiceLine(parent), m_record(std::move(record)), m_beside(std::move(beside)), m_nobody(nobody)
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
    name(tr("Type a name"), tr("Name of the speaker"), tr("Who it can be"));
    search({});
}

void AgentPicker::search(const QString &typed)
{
    const QString wanted = foldedText(typed);
    list()->clear();
    bool known = false;
    // Names that begin so come before names that hold it somewhere.
    for (const bool begins : {true, false}) {
        for (const Known &agent : m_known) {
            if (list()->count() >= mostRows)
                break;
            const bool starts = agent.folded.startsWith(wanted) || agent.folded.contains(u'\n' + wanted);
            if (starts != begins || (!starts && !agent.folded.contains(wanted)))
                continue;
            known |= agent.folded.split(u'\n').contains(wanted);
            if (std::ranges::contains(m_beside, agent.id))
                continue;
            auto *row = new QListWidgetItem(m_record->agent(agent.id)->name, list());
            row->setData(idRole, agent.id.value);
        }
    }
    const auto offer = [this](const QString &text, AgentType type) {
        auto *row = new QListWidgetItem(text, list());
        row->setData(typeRole, static_cast<int>(type));
    };
    if (!typed.isEmpty() && !known) {
        offer(tr("New person “%1”").arg(typed), AgentType::Person);
        offer(tr("New organisation “%1”").arg(typed), AgentType::Organisation);
    }
    if (typed.isEmpty() && m_nobody) {
        auto *row = new QListWidgetItem(tr("Nobody is named"), list());
        row->setData(idRole, 0);
    }
    rowsChanged();
}

void AgentPicker::choose(const QListWidgetItem &row)
{
    if (row.data(typeRole).isValid())
        Q_EMIT newWanted(line()->text().simplified(), static_cast<AgentType>(row.data(typeRole).toInt()));
    else
        Q_EMIT picked({row.data(idRole).toLongLong()});
}

} // namespace onrecord::ui
