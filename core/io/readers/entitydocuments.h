// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"
#include "core/io/readers/entities.h"

/// What becomes of entities whose links are joined (entitylinks.h).
namespace onrecord::io {

/// As many as these go into one document: its article with its quotations, all people, all events.
using EntityGroup = std::vector<const Entity *>;

/// A list of people: a line each, "Ana Ruiz (Annie Ruiz), mayor, Northport Council [Person p1]", with notes.
void listPeople(const EntityGroup &people, ReadDocument &document);
/// A list of events: a line each, with who took part.
void listEvents(const EntityGroup &events, ReadDocument &document);
/// An article, or a source record where it has no words of its own. Its quotations are marked where its words hold
/// them, once; those of a source record are its words.
[[nodiscard]] Result<void> readEntityArticle(const Entity &article, const EntityGroup &quotations,
                                             ReadDocument &document);

/// Whether the words stand in what the article says, at one place only.
[[nodiscard]] bool holdsOnce(const Entity &article, const QString &words);

/// Parts for what entities hold, or the one document when they are one; what is refused is a part with its reason.
/// Empty when nothing is left.
[[nodiscard]] Result<void> readEntities(Entities entities, const QString &fileName, ReadDocument &document);

} // namespace onrecord::io
