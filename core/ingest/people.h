// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/extraction.h"
#include "core/io/readdocument.h"
#include "core/store/project.h"

namespace onrecord::ingest {

/// What a list holds: people, each with the names, the role, the organisation and the note that it states, and events.
/// Rows about one name are one agent. Nothing else is looked for: a list reports nobody's words.
[[nodiscard]] extract::Extraction listedPeople(const io::ReadDocument &document);

/// Names that are disguised as others by letters that look alike: kept as they are, and remarked.
void remarkOnNames(store::NewArticle &article);

} // namespace onrecord::ingest
