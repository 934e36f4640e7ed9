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

/// What the article says; of markup the words that a page of it shows.
[[nodiscard]] QString bodyOf(const Entity &article);

/// Whether a quotation's words stand in what an article says, at one place only.
[[nodiscard]] bool holdsOnce(const QString &body, const Entity &quotation);

} // namespace onrecord::io
