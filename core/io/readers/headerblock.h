// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"

#include <QString>

namespace onrecord::io {

/// Reads the `---` header block that opens a Markdown file into the document's fields and returns the text after it; the text
/// unchanged when there is none. Keys: title, outlet, author/authors/by (names apart by comma, "and", or a list), date (EDTF or
/// a written date), url, lang, note, and for each of title, outlet, author, date, url a `…-basis` that says where it is known from
/// (stated, metadata, public-record, inferred …; else Header). `said` and unknown keys become remarks, so nothing is lost unseen.
[[nodiscard]] QString takeHeaderBlock(const QString &text, ReadDocument &document);

/// The same for the lines that open a plain text ("Title: …", "Date: …") without dashes: two or more, every one of them with one of the keys
/// above, up to the first empty line. Text that opens otherwise is returned unchanged.
[[nodiscard]] QString takeHeaderLines(const QString &text, ReadDocument &document);

} // namespace onrecord::io
