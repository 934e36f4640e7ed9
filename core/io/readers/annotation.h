// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

#include <QJsonObject>
#include <vector>

namespace onrecord::io {

/// One annotation of one source.
struct Annotation {
    QString source; ///< without what stands behind #
    QString title;  ///< of the source; empty when it is not said
    MarkedPassage mark;
    QJsonObject json; ///< as it came, with this target alone
    QStringList left; ///< keys and selectors of which nothing is kept
};

/// `type` or `@type` is this, or one of a list.
[[nodiscard]] bool hasType(const QJsonObject &object, const QString &type);

/// The annotations among the nodes of a JSON-LD graph (`@graph`), or the one object in the vocabulary's long words ("oa:hasTarget"), in the words
/// of the W3C's JSON; what they refer to within the graph is put in its place. Anything else as it is.
[[nodiscard]] std::vector<QJsonObject> plainAnnotations(const QJsonObject &object);

/// A W3C annotation, or one of Hypothesis, for each of its targets. Malformed: what is missing of it.
[[nodiscard]] Result<std::vector<Annotation>> annotationsIn(const QJsonObject &object);

} // namespace onrecord::io
