// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/variants/variantwords.h"

#include "ui/present/changewords.h"
#include "ui/present/words.h"
#include "ui/widgets/piecesview.h"

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using match::DatedBy;

namespace {

/// First for certain, or only as far as the dates tell.
bool isFirst(const match::Appearances &all, size_t index)
{
    return index == 0 && all.firstIsSure && all.order.size() > 1;
}

} // namespace

QString VariantWords::source(const Snapshot &record, QuotationId quotation)
{
    const Quotation *row = record.quotation(quotation);
    if (!row)
        return {};
    const QString outlet = record.outletName(row->article);
    return outlet.isEmpty() ? present::itemName(record, row->article) : outlet;
}

QString VariantWords::when(const match::Appearances &all, size_t index)
{
    const match::Appearance &row = all.order[index];
    QStringList parts;
    const QString day = present::dateShort(row.when);
    switch (row.by) {
    case DatedBy::Said:
        parts << tr("said %1").arg(day);
        break;
    case DatedBy::Published:
        parts << day;
        break;
    case DatedBy::Captured:
        parts << tr("captured %1").arg(day);
        break;
    case DatedBy::Nothing:
        parts << tr("no date");
        break;
    }
    if (isFirst(all, index))
        parts << tr("first");
    if (row.isCopy)
        parts << tr("copy of a text above");
    return parts.join(u", "_s);
}

WordingLabel VariantWords::label(const Snapshot &record, const match::Appearances &all, size_t index, const match::CollatedRow *row)
{
    WordingLabel out{source(record, all.order[index].quotation), when(all, index), {}, false};
    if (!row)
        return out;
    QStringList changes;
    for (const match::Change &change : row->comparison.changes)
        changes << present::changeInWords(change);
    out.changes = changes.isEmpty() ? tr("the same words") : changes.join(u"; "_s);
    out.meaningDiffers = row->comparison.meaningChanged;
    return out;
}

QString VariantWords::summary(const Snapshot &record, const match::Appearances &all)
{
    if (all.order.empty())
        return {};
    QString out = tr("Printed in %1 by %2, copies of one text counted once.", "4 places, 2 sources")
                      .arg(present::countInWords(present::Noun::Place, static_cast<qint64>(all.order.size())), present::countInWords(present::Noun::Source, all.sources));
    out += u' ';
    if (all.firstIsSure && all.order.size() > 1)
        out += tr("First: %1, %2; no earlier item in this project.").arg(source(record, all.order.front().quotation), present::dateInWords(all.order.front().when));
    else if (all.firstPrinted)
        out += tr("First printed by %1, %2; when the words were said is not known more closely.").arg(source(record, all.firstPrinted), present::dateInWords(all.printed));
    else
        out += tr("Who was first cannot be told from the dates in this project.");
    return out;
}

QString VariantWords::spoken(const WordingLabel &label, bool isBase)
{
    const QString who = tr("%1, %2", "outlet, date").arg(label.source, label.line);
    if (isBase)
        return tr("Base: %1").arg(who);
    return label.meaningDiffers ? tr("%1: the meaning differs: %2").arg(who, label.changes) : tr("%1: %2", "outlet and date, changes").arg(who, label.changes);
}

QString VariantWords::asText(const match::Collation &made, const std::vector<WordingLabel> &labels)
{
    QStringList lines;
    QStringList base;
    for (const match::CollatedColumn &column : made.columns) {
        if (!column.base.isEmpty())
            base << column.base;
    }
    if (!labels.empty())
        lines << spoken(labels.front(), true) << u"  "_s + base.join(u' ');
    for (size_t i = 0; i < made.rows.size() && i + 1 < labels.size(); ++i)
        lines << spoken(labels[i + 1], false) << u"  "_s + PiecesView::asText(made.rows[i].comparison.pieces);
    return lines.join(u'\n');
}

} // namespace onrecord::ui
