// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/reprints.h"

#include "core/text/fold.h"

#include <algorithm>
#include <functional>

namespace onrecord::explore {

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

std::vector<Reprint> reprintsIn(const Snapshot &record, const Visible &visible)
{
    QSet<UtteranceId> seen;
    const auto &quotations = record.quotations();
    for (size_t i = 0; i < quotations.size(); ++i) {
        if (i < visible.quotations.size() && visible.quotations[i])
            seen.insert(quotations[i].utterance);
    }
    std::vector<Reprint> out;
    for (const Utterance &utterance : record.utterances()) {
        if (!seen.contains(utterance.id))
            continue;
        int prints = 0;
        QSet<QString> wordings;
        for (const QuotationId id : record.variantsOf(utterance.id)) {
            if (const Quotation *row = record.quotation(id); counts(row)) {
                ++prints;
                wordings.insert(bareWords(row->content.exact));
            }
        }
        if (prints >= 2)
            out.push_back({.utterance = utterance.id, .fullest = fullestOf(record, utterance.id), .wordings = static_cast<int>(wordings.size()), .prints = prints});
    }
    std::ranges::stable_sort(out, std::ranges::greater(), &Reprint::wordings);
    return out;
}

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

} // namespace onrecord::explore
