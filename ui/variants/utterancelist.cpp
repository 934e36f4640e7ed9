// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/variants/utterancelist.h"

#include "core/record/speakers.h"
#include "ui/present/tableproxy.h"
#include "ui/present/words.h"

#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using present::TableProxy;

void UtteranceList::setRecord(const SnapshotPtr &record, const explore::Visible &visible)
{
    beginResetModel();
    m_record = record;
    m_rows = explore::reprintsIn(*record, visible);
    endResetModel();
}

UtteranceId UtteranceList::utterance(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].utterance : UtteranceId();
}

int UtteranceList::rowOf(UtteranceId utterance) const
{
    const auto at = std::ranges::find(m_rows, utterance, &explore::Reprint::utterance);
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

int UtteranceList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant UtteranceList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const explore::Reprint &row = m_rows[static_cast<size_t>(index.row())];
    const Quotation &quotation = *m_record->quotation(row.fullest);
    const Agent *speaker = m_record->agent(quotation.speaker);
    const QString words = tr("“%1”", "quoted words").arg(quotation.content.exact.simplified());
    const QString count = row.wordings > 1 ? present::countInWords(present::Noun::Wording, row.wordings) : tr("same words, printed %n times", nullptr, row.prints);
    switch (role) {
    case Qt::DisplayRole:
        return words;
    case TableProxy::SecondLineRole:
        return speaker ? tr("%1 · %2", "speaker, number of wordings").arg(namesOf(*m_record, speakersOf(quotation)), count) : count;
    case TableProxy::HasDiscsRole:
        return true;
    case TableProxy::DiscRole:
        return speaker ? QVariant::fromValue(present::discOf(*m_record, speaker->id)) : QVariant();
    case Qt::AccessibleTextRole:
        return speaker ? tr("%1: %2, %3", "speaker, words, number of wordings").arg(namesOf(*m_record, speakersOf(quotation)), words, count) : tr("%1, %2", "words, number of wordings").arg(words, count);
    case Qt::ToolTipRole:
        return words.toHtmlEscaped();
    default:
        return {};
    }
}

} // namespace onrecord::ui
