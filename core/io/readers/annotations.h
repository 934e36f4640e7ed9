// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

namespace onrecord::io {

/// Whether a JSON text holds W3C web annotations or Hypothesis' own, by its beginning.
[[nodiscard]] bool looksLikeAnnotations(const QString &text);

/// Annotations: one, a list, a page, a collection with its first page in it, lines, or the answer of Hypothesis (`rows`). Those of one
/// source are one document: a source record of the quoted words, whose marks may belong to an article of that address. Nothing that they
/// name is fetched, `@context` least of all. What is none is refused by its number; the others go in.
[[nodiscard]] Result<void> readAnnotations(const QString &text, const QString &fileName, ReadDocument &document);

} // namespace onrecord::io
