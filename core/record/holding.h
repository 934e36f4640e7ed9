// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

/// Quotations within quotations: each is an entry of its own, and their places tell which holds which.
namespace onrecord {

/// Does `inner` stand within the words of `outer`, as what its speaker quotes?
[[nodiscard]] bool isWithin(const Quotation &inner, const Quotation &outer);

/// The quotation in marks, not rejected, whose speaker quotes `row`: the innermost that holds it; null when none does. Takes time with the
/// quotations of the article.
[[nodiscard]] const Quotation *holderOf(const Snapshot &record, const Quotation &row);

} // namespace onrecord
