// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/io/readers/zipfile.h"

namespace onrecord::io {

/// An archive of files: each becomes a part, or a part that is refused with its reason (encrypted, damaged, over the
/// caps). Hidden entries and folders are left out and remarked. Names lose what would lead out of a folder; nothing is
/// unpacked to disk.
[[nodiscard]] Result<void> readArchive(const ZipFile &zip, ReadDocument &document);

} // namespace onrecord::io
