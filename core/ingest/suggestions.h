// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/extraction.h"
#include "core/extract/lexicon.h"
#include "core/io/readdocument.h"

#include <memory>
#include <vector>

namespace onrecord::ingest {

using OwnWords = std::vector<std::shared_ptr<const extract::Lexicon>>;

/// What is suggested of a document that was read: whom a table of people lists, else what extraction finds in what is not struck. Pure; any
/// thread.
[[nodiscard]] extract::Extraction suggestionsOf(const io::ReadDocument &document, const OwnWords &words);

} // namespace onrecord::ingest
