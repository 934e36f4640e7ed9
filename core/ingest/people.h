// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/extraction.h"
#include "core/io/readdocument.h"
#include "core/store/project.h"

namespace onrecord::ingest {

/// What a list holds: people, each with the names, the role, the organisation and the note that it states, and events.
/// Each entry is an agent of its own, but rows of a table about one name are one. Nothing else is looked for: a list reports nobody's words.
[[nodiscard]] extract::Extraction listedPeople(const io::ReadDocument &document);

/// Names that are disguised as others by letters that look alike, and names that a list gives to two: kept as they are,
/// and remarked.
void remarkOnNames(store::NewArticle &article);

} // namespace onrecord::ingest
