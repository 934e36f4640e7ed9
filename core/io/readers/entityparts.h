// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"
#include "core/io/readers/entities.h"

namespace onrecord::io {

/// Parts for what entities hold, or the one document when they are one; what is refused is a part with its reason.
/// Empty when nothing is left.
[[nodiscard]] Result<void> readEntities(Entities entities, const QString &fileName, ReadDocument &document);

} // namespace onrecord::io
