// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

#include <QString>

namespace onrecord::io {

enum class ReferenceFormat : quint8 { None, Ris, BibTeX, CslJson };

[[nodiscard]] ReferenceFormat referenceFormatOf(const QString &text, const QString &extension);

/// A list of references. One record becomes a document: what is known of the source, as text and as fields, without the
/// source's own words. Several become parts, one a record. Malformed when no record can be told from the next.
[[nodiscard]] Result<void> readReferences(const QString &text, ReferenceFormat format, const QString &fileName,
                                          ReadDocument &document);

} // namespace onrecord::io
