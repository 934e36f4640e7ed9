// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/doubtmodel.h"

#include "core/record/speakers.h"
#include "ui/present/words.h"

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using match::Doubt;

namespace {

QString nameOf(const match::Misattribution &row)
{
    switch (row.doubt) {
    case Doubt::TwoSpeakers:
        return row.related ? DoubtModel::tr("two people of one organisation") : DoubtModel::tr("two speakers");
    case Doubt::HouseAndPerson:
        if (row.isVoice)
            return DoubtModel::tr("one voice: organisation and spokesperson");
        return row.related ? DoubtModel::tr("organisation and its own person")
                           : DoubtModel::tr("organisation and person");
    case Doubt::OnlyInHeadline:
        break;
    }
    return DoubtModel::tr("only in the headline");
}

} // namespace

void DoubtModel::setRows(const SnapshotPtr &record, std::vector<match::Misattribution> rows)
{
    beginResetModel();
    m_record = record;
    m_rows = std::move(rows);
    endResetModel();
}

QuotationId DoubtModel::quotationAt(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const match::Misattribution &row = m_rows[static_cast<size_t>(index.row())];
    return index.column() == Second && row.b ? row.b : row.a;
}

int DoubtModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DoubtModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DoubtModel::place(QuotationId id) const
{
    const Quotation *quotation = m_record->quotation(id);
    if (!quotation)
        return {};
    const Agent *agent = m_record->agent(quotation->speaker);
    const QString outlet = m_record->outletName(quotation->article);
    QString who = agent ? namesOf(*m_record, speakersOf(*quotation)) : tr("nobody named");
    if (agent && quotation->alsoSpeakers.empty() && !agent->role.isEmpty())
        who = tr("%1 (%2)", "speaker, role").arg(who, agent->role);
    return tr("%1, in %2", "speaker, outlet")
        .arg(who,
             outlet.isEmpty() ? present::itemName(*m_record, quotation->article) : outlet);
}

QVariant DoubtModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const match::Misattribution &row = m_rows[static_cast<size_t>(index.row())];
    switch (index.column()) {
    case What:
        return nameOf(row);
    case Words:
        return tr("“%1”", "quoted words").arg(row.words.simplified());
    case First:
        return place(row.a);
    case Second:
        return row.b ? place(row.b) : tr("not in the body");
    default:
        return {};
    }
}

QVariant DoubtModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What");
    case Words:
        return tr("Words");
    case First:
        return tr("Given to");
    case Second:
        return tr("And to");
    default:
        return {};
    }
}

} // namespace onrecord::ui
