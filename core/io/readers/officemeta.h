// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/io/readers/zipfile.h"

namespace onrecord::io {

/// The largest part of a container that is read, unpacked.
inline constexpr qsizetype largestPart = qsizetype(128) << 20;

/// Dublin Core properties of a container's part: title, creators, publisher, date, language. A missing or broken part
/// adds nothing. The date of a word processor's file is when the file was made.
void addCoreProperties(const ZipFile &zip, const QString &part, ReadDocument &document);

} // namespace onrecord::io
