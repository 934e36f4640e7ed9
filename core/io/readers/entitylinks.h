// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readers/entities.h"

namespace onrecord::io {

/// Gives every link, note, page and mention to whoever it is about, in properties of theirs: their role and
/// organisation, a form of their name, or a line of their note. A thing that the record has no place for is described
/// in the lines that name it. What names nobody of the file is refused. Left are agents, documents, events and
/// quotations (Documentation with the role "quoted"), each of one passage.
void joinLinks(Entities &entities);

/// A document's quotation: who spoke it and what words.
[[nodiscard]] bool isQuotation(const Entity &entity);

} // namespace onrecord::io
