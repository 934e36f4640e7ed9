// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/io/readers/zipfile.h"

namespace onrecord::io {

/// An Office Open XML text (ECMA-376, part 1, 17): body in reading order, each footnote and endnote behind the
/// paragraph that calls it, running heads and feet struck at the end, tracked deletions left out and remarked, core
/// properties as metadata.
[[nodiscard]] Result<void> readDocx(const ZipFile &zip, ReadDocument &document);

} // namespace onrecord::io
