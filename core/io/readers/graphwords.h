// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readers/entities.h"

/// What the words of a graph mean: nobody says how attributes of nodes and edges are called.
namespace onrecord::io {

/// "type", "kind", "category": what a node is.
[[nodiscard]] bool isTypeAttribute(const QString &name);
/// "relationship", "interaction", "kind": what an edge is.
[[nodiscard]] bool isLabelAttribute(const QString &name);
/// "role", "position" of an edge.
[[nodiscard]] bool isRoleAttribute(const QString &name);
/// A number that says how something is drawn ("x", "size", "r").
[[nodiscard]] bool isDrawing(const QString &name, const QString &value);

/// The schema that a stated type means; the type itself where it means none that we keep ("claim").
[[nodiscard]] QString schemaFor(const QString &type);
/// A newspaper or the like: it comes in with its articles.
[[nodiscard]] bool isOutlet(const Entity &entity);
/// Person or Organization, by a name alone.
[[nodiscard]] QString guessedSchema(const QString &name);
/// An id that is a name ("Ana Ruiz") and no number or code ("n12").
[[nodiscard]] bool isSpeaking(const QString &id);

/// The property that an attribute of a node is taken in as: its own name for what goes into the note, nothing for
/// drawing.
[[nodiscard]] QString propertyFor(const Entity &entity, const QString &attribute);

/// Whether an edge's label says that its source holds a post at its target.
struct Post {
    bool isOne = false;
    bool isMember = false;
    QString role; ///< "mayor" of "mayor of"; may be empty
};
[[nodiscard]] Post postIn(const QString &label);
/// "employs", "has member": said from the other end.
[[nodiscard]] bool isEmploying(const QString &label);

} // namespace onrecord::io
