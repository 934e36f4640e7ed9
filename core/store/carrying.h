// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/store/rowwriter.h"
#include "core/text/anchor.h"

#include <utility>
#include <vector>

namespace onrecord::store {

/// What people decided on the quotations of an earlier version goes to the later one where the same words stand at one place only; the
/// rest is noted as lost, with the likeliest place for a person to judge. The quotations of the earlier version stay as they are.
/// `text`: the later version's. Its own extracted quotations are written already. Where the earlier version is but a record of annotations,
/// a speaker whom the later text names stays: answers those quotations and whom the annotations name instead.
std::vector<std::pair<QuotationId, AgentId>> carryQuotations(RowWriter &writer, ArticleId earlier, ArticleId later, const QString &text);

/// Puts one quotation's words, as decided on in the earlier version, at `place` of the later one; the row there.
QuotationId putCarried(RowWriter &writer, QuotationId quotation, ArticleId later, const QString &text, Span place);

} // namespace onrecord::store
