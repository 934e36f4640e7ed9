// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

#include <QByteArrayView>
#include <QString>

namespace onrecord::io {

/// The charset a page declares in its first 4096 bytes, or nothing.
[[nodiscard]] QString declaredCharset(QByteArrayView bytes);

/// A decoded page: all its visible text in page order, with what is not the article as struck Boilerplate regions,
/// headline, headings, captions, bylines and block quotes as regions, and the page's metadata. Scripts, styles and
/// hidden elements are not text. A fragment, as the clipboard holds it, is all article. Nothing is fetched or run. Adds
/// to `document`. Malformed for markup nested thousands of elements deep: no page is, and the parser takes a time that
/// grows with the square of the depth.
[[nodiscard]] Result<void> readHtml(const QString &markup, ReadDocument &document);

/// Whether the markup nests thousands of elements: the parser's time grows with the square of the depth.
[[nodiscard]] bool isTooDeep(const QString &markup);

/// The words of a piece of markup; entities resolved, tags gone, blocks apart by an empty line.
[[nodiscard]] QString plainTextOfHtml(const QString &markup);

} // namespace onrecord::io
