// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"
#include "core/io/readhints.h"

#include <QByteArrayView>

/// Only onrecord-reader and the tests link this: everything in core/io/readers parses bytes from anywhere.
namespace onrecord::io {

/// A file of any format we read to a document, or to the parts it holds; the format decided by content.
/// UnsupportedType, Empty, Malformed, TooLarge, BadInput (unknown encoding chosen). Deterministic, opens nothing, keeps
/// nothing between calls.
[[nodiscard]] Result<ReadDocument> readBytes(QByteArrayView bytes, const ReadHints &hints);

} // namespace onrecord::io
