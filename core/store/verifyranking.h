// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/verification.h"

namespace onrecord::store {

/// Best first: by verdict, then those whose speaker, source and date are the ones asked for, then by the surest tier, then by how little differs.
/// Equal ones stay in their order.
void rankHits(std::vector<match::Hit> &hits);

/// The same words are not the whole answer when others print them with a difference that matters: counts the articles that print the contrary,
/// and says both in the first hit's explanation. Does nothing to other answers. The hits are ranked.
void sayWhatOthersPrint(match::Verification &answer);

} // namespace onrecord::store
