// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QString>

namespace onrecord::present {

enum class CitationStyle : quint8 { Plain, Markdown };

/// The item with where it stands, ready to paste: “words” — speaker, “title”, outlet, 24 January 2025, paragraph 3. URL.
/// `paragraph` counts from 1 and is left out when 0. A quotation whose speaker or date is not known says nothing of them.
/// Empty for an item that the record does not have.
[[nodiscard]] QString citation(const Snapshot &record, ItemId item, CitationStyle style = CitationStyle::Plain, int paragraph = 0);

/// The paragraph of an article's text that an offset (UTF-16) stands in, from 1: paragraphs are parted by blank lines, or by
/// line ends in a text without blank lines.
[[nodiscard]] int paragraphAt(QStringView text, qint32 offset);

} // namespace onrecord::present
