// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"

namespace onrecord::io {

/// The first words of a part, for somebody who looks through what a file holds: of a row without the header that goes with it, of entities
/// their names, titles and words, of annotations what they mark. Nothing for what is no text. Takes time with the part; any thread.
[[nodiscard]] QString beginningOf(const ReadPart &part);

} // namespace onrecord::io
