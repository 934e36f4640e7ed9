// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/attention.h"

#include <algorithm>

namespace onrecord::explore {

Concerns concernsOf(const Article &row)
{
    Concerns out;
    out.setFlag(Concern::DoubtfulReading, std::ranges::any_of(row.remarks, [](const Remark &remark) { return isDoubt(remark.kind) && !remark.isSeen; }));
    out.setFlag(Concern::NoOutlet, row.outlet.isNull() && row.outletBasis != Basis::User);
    out.setFlag(Concern::NoDate, !row.published.when.isKnown() && row.published.basis != Basis::User);
    return out;
}

Concerns concernsOf(const Quotation &row)
{
    // Scare quotes, titles and hypothetical words have no speaker by nature.
    const bool said = row.kind == Kind::Statement || row.kind == Kind::Fragment || row.kind == Kind::Indirect;
    Concerns out;
    if (!said || row.status == Status::Rejected)
        return out;
    out.setFlag(Concern::NoSpeaker, row.speaker.isNull() && row.status != Status::Accepted);
    out.setFlag(Concern::UnsureSpeaker, row.speaker && row.status == Status::Suggested && row.confidence < unsureBelow);
    return out;
}

Concerns concernsOf(const Snapshot &record, const Quotation &row)
{
    Concerns out = concernsOf(row);
    const auto carries = record.carriesOf(row.id);
    const bool isLost = std::ranges::any_of(carries, [&record](CarryId id) { return record.carry(id)->status == Status::Suggested; });
    out.setFlag(Concern::LostInVersion, isLost && row.status != Status::Rejected);
    return out;
}

} // namespace onrecord::explore
