// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/holding.h"

namespace onrecord {

bool isWithin(const Quotation &inner, const Quotation &outer)
{
    const bool inMarks = inner.directness != Directness::Indirect && outer.directness != Directness::Indirect;
    return inMarks && inner.article == outer.article && inner.content.span.length() < outer.content.span.length() && outer.content.span.contains(inner.content.span);
}

const Quotation *holderOf(const Snapshot &record, const Quotation &row)
{
    const Quotation *holder = nullptr;
    for (const QuotationId id : record.quotationsIn(row.article)) {
        const Quotation *other = record.quotation(id);
        const bool holds = other->status != Status::Rejected && isWithin(row, *other);
        if (holds && (!holder || other->content.span.length() < holder->content.span.length()))
            holder = other;
    }
    return holder;
}

} // namespace onrecord
