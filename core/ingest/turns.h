// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/extraction.h"
#include "core/io/readdocument.h"

namespace onrecord::ingest {

/// The turns of a transcript as quotations of their speakers: what somebody says there is said without marks. A speaker
/// the text names elsewhere is the same agent. What was taken for reported speech inside a turn goes: the turn holds
/// it.
void addTurns(const io::ReadDocument &document, extract::Extraction &extraction);

} // namespace onrecord::ingest
