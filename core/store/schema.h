// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtTypes>
#include <span>

namespace onrecord::store {

class Connection;

/// In the file's header at byte 68: "OnRc". What tells a project from any other SQLite file.
inline constexpr quint32 applicationId = 0x4F6E5263;
/// In the file's header at byte 60. Raise with every change of the schema, add the step to migrate.cpp, keep a fixture.
inline constexpr int schemaVersion = 5;

/// The tables that make up the record: what change sets capture and digests cover. Each has `id INTEGER PRIMARY KEY`
/// first and `digest` last. Parents come before children.
[[nodiscard]] std::span<const char *const> recordTables();

/// The statements that make an empty project of the current version, in order.
[[nodiscard]] std::span<const char *const> schemaStatements();

/// Throws SQLite::Exception. Inside a transaction of the caller.
void createSchema(Connection &connection);

/// What differs between the file's schema and the one this program would make, in words; empty when equal.
/// A project with a view, trigger or table of its own is not ours to trust (reliability B2).
[[nodiscard]] QString schemaDifference(Connection &connection);
/// The same for a file of the older format `version`, before it is brought up to date: not ours is not touched.
[[nodiscard]] QString oldSchemaDifference(Connection &connection, int version);
/// SHA-256, in hex, over the names and texts of all objects: what a program of one format makes.
[[nodiscard]] QByteArray schemaFingerprint(Connection &connection);

} // namespace onrecord::store
