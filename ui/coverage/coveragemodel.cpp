// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coveragemodel.h"

#include "core/record/speakers.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"

#include <QGuiApplication>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using match::Carriage;

namespace {

QString signOf(Carriage carriage)
{
    switch (carriage) {
    case Carriage::Verbatim:
        return u"✓"_s;
    case Carriage::OtherSpeaker:
        return u"⇄"_s;
    case Carriage::Shortened:
        return u"…"_s;
    case Carriage::Altered:
        return u"≠"_s;
    case Carriage::Paraphrased:
        return u"≈"_s;
    case Carriage::Absent:
        break;
    }
    return u"–"_s;
}

QString wordOf(Carriage carriage)
{
    switch (carriage) {
    case Carriage::Verbatim:
        return CoverageModel::tr("verbatim");
    case Carriage::OtherSpeaker:
        return CoverageModel::tr("verbatim, other speaker");
    case Carriage::Shortened:
        return CoverageModel::tr("shortened");
    case Carriage::Altered:
        return CoverageModel::tr("altered");
    case Carriage::Paraphrased:
        return CoverageModel::tr("paraphrased");
    case Carriage::Absent:
        break;
    }
    return CoverageModel::tr("absent");
}

QColor inkOf(Carriage carriage, const present::Tones &tones)
{
    switch (carriage) {
    case Carriage::Verbatim:
        return tones.good;
    case Carriage::Shortened:
    case Carriage::Paraphrased:
        return tones.warning;
    case Carriage::OtherSpeaker:
    case Carriage::Altered:
        return tones.bad;
    case Carriage::Absent:
        break;
    }
    return tones.quietInk;
}

} // namespace

void CoverageModel::setCoverage(const SnapshotPtr &record, match::Coverage coverage)
{
    beginResetModel();
    m_record = record;
    m_coverage = std::move(coverage);
    endResetModel();
}

ItemId CoverageModel::itemAt(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const match::CoverageRow &row = m_coverage.rows[static_cast<size_t>(index.row())];
    if (index.column() == 0)
        return row.base ? ItemId(row.base) : row.what;
    return row.cells[static_cast<size_t>(index.column() - 1)].item;
}

int CoverageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_coverage.rows.size());
}

int CoverageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_coverage.columns.size()) + 1;
}

QString CoverageModel::what(const match::CoverageRow &row) const
{
    if (row.what.type == ItemType::Claim)
        return tr("Claim: %1").arg(row.words.simplified());
    const QString names = namesOf(*m_record, row.speakers);
    const QString words = tr("“%1”", "quoted words").arg(row.words.simplified());
    return names.isEmpty() ? words : tr("%1: %2", "speaker, words").arg(names, words);
}

QString CoverageModel::columnName(int column) const
{
    const match::CoverageColumn &at = m_coverage.columns[static_cast<size_t>(column - 1)];
    return at.outlet ? present::itemName(*m_record, at.outlet) : present::itemName(*m_record, at.article);
}

QString CoverageModel::speakerAt(const match::CoverageCell &cell) const
{
    const Quotation *quotation = cell.item.type == ItemType::Quotation ? m_record->quotation({cell.item.value}) : nullptr;
    const QString names = quotation ? namesOf(*m_record, speakersOf(*quotation)) : QString();
    return names.isEmpty() ? tr("nobody named") : names;
}

QString CoverageModel::explanation(const match::CoverageCell &cell, int column) const
{
    if (cell.carriage == Carriage::Absent)
        return tr("%1 does not print it in the articles of this project.", "outlet").arg(columnName(column));
    QStringList lines{tr("%1: %2", "outlet, how it carries it").arg(columnName(column), wordOf(cell.carriage))};
    if (const Quotation *quotation = cell.item.type == ItemType::Quotation ? m_record->quotation({cell.item.value}) : nullptr)
        lines << tr("%1: %2", "speaker, words").arg(speakerAt(cell), tr("“%1”", "quoted words").arg(quotation->content.exact.simplified()));
    if (cell.copyOf)
        lines << tr("In a copy of “%1”").arg(present::itemName(*m_record, cell.copyOf));
    return lines.join(u'\n');
}

QVariant CoverageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const match::CoverageRow &row = m_coverage.rows[static_cast<size_t>(index.row())];
    if (index.column() == 0) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
            return what(row);
        return role == ItemRole ? QVariant::fromValue(itemAt(index).value) : QVariant();
    }
    const match::CoverageCell &cell = row.cells[static_cast<size_t>(index.column() - 1)];
    switch (role) {
    case Qt::DisplayRole: {
        if (cell.carriage == Carriage::Absent)
            return signOf(cell.carriage); // the word is told by the tip and to screen readers
        const QString word = tr("%1  %2", "sign and word of a cell").arg(signOf(cell.carriage), wordOf(cell.carriage));
        return cell.copyOf ? tr("%1, a copy", "how an outlet carries it, in a text copied from another").arg(word) : word;
    }
    case Qt::AccessibleTextRole: {
        const QString how = cell.carriage == Carriage::OtherSpeaker ? tr("%1 (%2)", "how an outlet carries it, speaker").arg(wordOf(cell.carriage), speakerAt(cell))
                                                                    : wordOf(cell.carriage);
        const QString word = tr("%1: %2", "outlet, how it carries it").arg(columnName(index.column()), how);
        return cell.copyOf ? tr("%1, in a copy of “%2”", "how an outlet carries it, article").arg(word, present::itemName(*m_record, cell.copyOf)) : word;
    }
    case Qt::ToolTipRole:
        return explanation(cell, index.column());
    case Qt::ForegroundRole: {
        const auto tones = present::tones(QGuiApplication::palette());
        return present::readable(inkOf(cell.carriage, tones), tones.paper, 4.5);
    }
    case CarriageRole:
        return static_cast<int>(cell.carriage);
    case ItemRole:
        return QVariant::fromValue(cell.item.value);
    default:
        return {};
    }
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        || section >= columnCount())
        return {};
    return section == 0 ? tr("Remark or claim") : columnName(section);
}

} // namespace onrecord::ui
