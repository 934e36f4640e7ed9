// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/variants/utterancelist.h"

#include "core/text/fold.h"
#include "ui/present/tableproxy.h"
#include "ui/present/words.h"

#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using present::TableProxy;

namespace {

/// Two prints of the same words are one wording: without case, spaces, and the comma or point in which a quotation ends.
QString bareWords(const QString &exact)
{
    QString words = foldedText(exact).simplified();
    while (words.endsWith(u',') || words.endsWith(u'.'))
        words.chop(1);
    return words;
}

bool counts(const Quotation *row)
{
    return row && row->status != Status::Rejected;
}

} // namespace

QuotationId fullestOf(const Snapshot &record, UtteranceId utterance)
{
    const Quotation *best = nullptr;
    for (const QuotationId id : record.variantsOf(utterance)) {
        const Quotation *row = record.quotation(id);
        if (counts(row) && (!best || row->content.exact.size() > best->content.exact.size()))
            best = row;
    }
    return best ? best->id : QuotationId();
}

void UtteranceList::setRecord(const SnapshotPtr &record, const explore::Visible &visible)
{
    beginResetModel();
    m_record = record;
    m_rows.clear();
    QSet<UtteranceId> seen;
    const auto &quotations = record->quotations();
    for (size_t i = 0; i < quotations.size(); ++i) {
        if (i < visible.quotations.size() && visible.quotations[i])
            seen.insert(quotations[i].utterance);
    }
    for (const Utterance &utterance : record->utterances()) {
        if (!seen.contains(utterance.id))
            continue;
        int prints = 0;
        QSet<QString> wordings;
        for (const QuotationId id : record->variantsOf(utterance.id)) {
            if (const Quotation *row = record->quotation(id); counts(row)) {
                ++prints;
                wordings.insert(bareWords(row->content.exact));
            }
        }
        if (prints >= 2)
            m_rows.push_back({utterance.id, fullestOf(*record, utterance.id), static_cast<int>(wordings.size()), prints});
    }
    std::ranges::stable_sort(m_rows, std::ranges::greater(), &Row::wordings);
    endResetModel();
}

UtteranceId UtteranceList::utterance(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].id : UtteranceId();
}

int UtteranceList::rowOf(UtteranceId utterance) const
{
    const auto at = std::ranges::find(m_rows, utterance, &Row::id);
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
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const Quotation &quotation = *m_record->quotation(row.fullest);
    const Agent *speaker = m_record->agent(quotation.speaker);
    const QString words = tr("“%1”", "quoted words").arg(quotation.content.exact.simplified());
    const QString count = row.wordings > 1 ? present::countInWords(present::Noun::Wording, row.wordings) : tr("same words, printed %n times", nullptr, row.prints);
    switch (role) {
    case Qt::DisplayRole:
        return words;
    case TableProxy::SecondLineRole:
        return speaker ? tr("%1 · %2", "speaker, number of wordings").arg(speaker->name, count) : count;
    case TableProxy::HasDiscsRole:
        return true;
    case TableProxy::DiscRole:
        return speaker ? QVariant::fromValue(present::discOf(*m_record, speaker->id)) : QVariant();
    case Qt::AccessibleTextRole:
        return speaker ? tr("%1: %2, %3", "speaker, words, number of wordings").arg(speaker->name, words, count) : tr("%1, %2", "words, number of wordings").arg(words, count);
    case Qt::ToolTipRole:
        return words.toHtmlEscaped();
    default:
        return {};
    }
}

} // namespace onrecord::ui
