// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/filesamples.h"

/// What other programs' files hold, made here with invented names.
namespace onrecord::test {

/// Its ' as ": JSON without escapes.
[[nodiscard]] inline QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

/// A line of FollowTheMoney, its ' as ".
[[nodiscard]] inline QByteArray entityLine(const QByteArray &id, const QByteArray &schema, const QByteArray &properties)
{
    return quoted("{'id':'" + id + "','schema':'" + schema + "','properties':{" + properties + "}}\n");
}

[[nodiscard]] inline QByteArray person(const QByteArray &id, const QByteArray &more)
{
    return entityLine(id, "Person", more);
}

/// FollowTheMoney: people, houses, articles, quotations, an event, links of every kind; lines 20 to 23 cannot be taken
/// in.
[[nodiscard]] QByteArray ftmSample();

/// Graphs with the same people: as Gephi writes GEXF 1.3; as GraphML of Gephi, Cytoscape and yEd has its keys. The last node and the
/// last edge cannot be taken in.
[[nodiscard]] QByteArray gexfSample();
[[nodiscard]] QByteArray graphMlSample();

/// A collection of web annotations on two addresses; the last two cannot be taken in. And what Hypothesis answers about the first.
[[nodiscard]] QByteArray annotationSample();
[[nodiscard]] QByteArray hypothesisSample();

/// Files of each such format in good, damaged, hostile and mislabelled form, for samples().
void addExchange(std::vector<Sample> &all);

} // namespace onrecord::test
