// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/words.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>
#include <utility>
#include <vector>

/// What FollowTheMoney files and graphs hold, in the words of FollowTheMoney: things with an id, a schema and
/// properties that have one or more values each, some of them ids of others.
namespace onrecord::io {

inline constexpr qsizetype longestId = 1'000;
inline constexpr qsizetype mostProperties = 500;     ///< of one entity
inline constexpr qsizetype mostAddedProperties = 20; ///< by readers, before a file comes apart

/// What becomes of an entity.
enum class EntityKind : quint8 {
    Agent,    ///< somebody: a row of the list of people
    Document, ///< an article, or a source record
    Page,     ///< of a document
    Event,
    Note,  ///< about another
    Link,  ///< between two others
    Thing, ///< nothing that the record keeps by itself: described where another names it
};

struct Entity {
    using Property = std::pair<QString, QStringList>;

    QString id; ///< without white space around it
    QString schema;
    std::vector<Property> properties; ///< in order of coming; no list is empty
    QString part;                     ///< what it is called in the file: "line 3", "node 12"
    QString place;                    ///< the same for a sentence: "line 3", "node 12 (n12, line 30)"

    [[nodiscard]] QStringList values(const QString &property) const;
    [[nodiscard]] QString value(const QString &property) const; ///< the first; empty when there is none
    /// Each value once, without white space around it; empty ones are none. O(values that are there): many are added at
    /// once.
    void add(const QString &property, const QStringList &values);
    /// Before the others.
    void putFirst(const QString &property, const QString &value);
    /// What people call it: name, title, file name, else the id.
    [[nodiscard]] QString caption() const;
    /// Why nothing can name it by its id; empty when its id will do. Whoever makes entities asks, so that the parts of
    /// a file can be read again.
    [[nodiscard]] QString wrongOfId() const;
};

/// A line, node or edge that cannot be taken in.
struct RefusedEntity {
    QString part; ///< "line 3", "edge 12"
    QString why;
};

/// All that one file holds.
struct Entities {
    std::vector<Entity> all;
    QHash<QString, size_t> byId;
    std::vector<RefusedEntity> refused;
    bool hasIdsInProperties = true; ///< a value may be the id of another; in a graph it is what it is
    bool isPart = false;            ///< of a file that came apart: what is to be said of it was said of the whole

    [[nodiscard]] const Entity *find(const QString &id) const;
    void refuse(const Entity &entity, const QString &why);
};

/// How a schema joins two others.
struct LinkSchema {
    QStringView schema;
    QStringView source;
    QStringView target;
    QStringView words;   ///< "owns"
    bool isPost = false; ///< gives its source a role and an organisation
};

[[nodiscard]] EntityKind kindOf(const Entity &entity);
[[nodiscard]] std::optional<AgentType> agentTypeOf(const QString &schema);
/// Of two schemas of one entity the one that says more (Person of LegalEntity and Person); empty when nothing is both.
[[nodiscard]] QString moreSpecific(const QString &one, const QString &other);
/// Of a schema that is not known by name: nothing.
[[nodiscard]] const LinkSchema *linkSchemaOf(const QString &schema);

/// The key that every line of a part has besides.
inline constexpr QLatin1StringView partKey("onrecordPart");
inline constexpr QLatin1StringView partMark(R"("onrecordPart":true)"); ///< as it stands there

/// One line as FollowTheMoney writes it, with a line feed. What tells its format stands in front of what may be long.
[[nodiscard]] QByteArray toLine(const Entity &entity);

/// Properties of our own, in which the parts of a file say what stood in entities that are not in them. They are
/// believed of parts and of what readers make, never of a file.
namespace own {
inline constexpr QLatin1StringView prefix("onrecord");
inline constexpr QLatin1StringView notes("onrecordNotes");               ///< of anybody: lines of the note
inline constexpr QLatin1StringView organisation("onrecordOrganisation"); ///< of somebody: the name
inline constexpr QLatin1StringView speaker("onrecordSpeaker");           ///< of a quotation: namedAs()
inline constexpr QLatin1StringView people("onrecordPeople");             ///< of an event, likewise
inline constexpr QLatin1StringView addresses("onrecordAddresses");   ///< of an event: of the articles that report it
inline constexpr QLatin1StringView undirected("onrecordUndirected"); ///< of a link: both ends alike
inline constexpr QLatin1StringView ended("onrecordEnded");           ///< of a link: it is said to be over
inline constexpr QLatin1StringView since("onrecordSince");           ///< of a link: when it began

/// The name that a property of a file has here: no name of our own.
[[nodiscard]] inline QString foreign(const QString &name)
{
    return name.startsWith(prefix) ? u'_' + name : name;
}
} // namespace own

/// How the line of a list ends that tells of it: "[Person p1]". By that the other parts of a file say whom they name.
[[nodiscard]] QString entryOf(const Entity &entity);

/// Somebody as another part of the file names them.
struct NamedEntity {
    AgentType type = AgentType::Person;
    QString name;
    QString entry;
};
/// "Person Ana Ruiz" with the entry on a line of its own, and back.
[[nodiscard]] QString namedAs(const Entity &entity);
[[nodiscard]] NamedEntity namedIn(const QString &words);

} // namespace onrecord::io
