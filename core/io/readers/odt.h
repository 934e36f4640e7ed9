// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/io/readers/zipfile.h"

namespace onrecord::io {

/// An OpenDocument text (ODF 1.3, part 3): paragraphs in reading order, each note behind the paragraph that calls it;
/// tracked changes and annotations are no text. Metadata from meta.xml.
[[nodiscard]] Result<void> readOdt(const ZipFile &zip, ReadDocument &document);

} // namespace onrecord::io
