// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/io/readers/zipfile.h"

namespace onrecord::io {

/// An EPUB (2 or 3): its chapters in the order of the spine, headings and block quotes as regions, metadata of the
/// package. Protected books are UnsupportedType.
[[nodiscard]] Result<void> readEpub(const ZipFile &zip, ReadDocument &document);

} // namespace onrecord::io
