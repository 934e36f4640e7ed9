// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

/// What a figure means in its sentence: how exactly it is meant, what it is about, who says so.
namespace onrecord::extract {

/// "more than", "about", "likely" before the token.
[[nodiscard]] Qualifier qualifierBefore(const Reading &reading, int token);
/// Gives a figure that begins at `token` its subject, its predicate, whoever asserts it and a price's "per something" when the price
/// before it in the sentence has one. Wants the quotations of `found`.
void describeFigure(const Reading &reading, const Extraction &found, FoundFigure &figure, int token);

} // namespace onrecord::extract
