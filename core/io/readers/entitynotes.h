// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readers/entities.h"

#include <map>

namespace onrecord::io {

/// "since 2019", "2019 – 2021", "until 2021"; empty when nothing is known.
[[nodiscard]] QString timeOf(const Entity &entity);

/// The properties that are not among `placed`, as "name: value; value" lines.
[[nodiscard]] QStringList leftOver(const Entity &entity, const QStringList &placed);

/// " [Ownership own-1]", behind each line that says what stands in that entity.
[[nodiscard]] QString labelOf(const Entity &entity);

/// Writes what stands in one entity into the notes of others.
class EntityNotes
{
public:
    static constexpr size_t nowhere = static_cast<size_t>(-1);

    explicit EntityNotes(Entities &entities) : m_entities(entities), m_isDescribed(entities.all.size(), false) {}

    [[nodiscard]] size_t placeOf(const QString &id) const { return m_entities.byId.value(id, nowhere); }
    /// Somebody, a document, an event.
    [[nodiscard]] bool keepsNotes(size_t place) const;
    [[nodiscard]] bool isDescribed(size_t place) const { return m_isDescribed[place]; }

    /// A line for the note of `holder`, with the label of the entity it tells of. What others are told as well is cut
    /// for the further ones (`isAgain`) when all notes are beyond all measure.
    void add(size_t holder, const QString &words, const Entity &told, bool isAgain);
    /// As a line of a note names it: somebody by name, everything else with what stands in it.
    QString described(size_t place);
    /// Puts descriptions in the place of ids: those say nothing to people.
    void describe(Entity &entity);
    /// "owns → Acme Ltd, since 2019; percentage: 51", with the arrow that it is to have.
    QString lineOf(const Entity &link, const LinkSchema &schema, size_t other, const QString &arrow);

private:
    Entities &m_entities;
    std::vector<bool> m_isDescribed;
    std::map<size_t, QString> m_descriptions;
    qsizetype m_written = 0; ///< units of all notes
};

} // namespace onrecord::io
