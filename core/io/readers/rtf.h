// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

#include <QByteArrayView>

namespace onrecord::io {

/// A Rich Text Format file (RTF 1.9.1): words with their code pages and Unicode, notes behind the paragraph that calls
/// them, running heads struck, hidden and deleted words left out, the information group as metadata. Malformed when it
/// is cut off before any text.
[[nodiscard]] Result<void> readRtf(QByteArrayView bytes, ReadDocument &document);

} // namespace onrecord::io
