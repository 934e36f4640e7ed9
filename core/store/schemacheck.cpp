// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"
#include "core/store/digest.h"
#include "core/store/schema.h"

#include <QMap>
#include <iterator>

/// Is the schema in a file the one that a program of its format made?
namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// Every object with the text that made it. The index's own tables are spelled by SQLite and may differ between its versions.
QMap<QString, QString> objectsOf(Connection &connection)
{
    QMap<QString, QString> objects;
    Query query(connection, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema");
    while (query.next()) {
        const QString name = query.text(1);
        const bool isShadow = query.text(0) == "table"_L1 && (name.startsWith("search_"_L1) || name.startsWith("quote_pairs_"_L1));
        objects.insert(query.text(0) + u' ' + name, isShadow ? QString() : query.text(2));
    }
    return objects;
}

/// Of formats 1, 2 …: what schemaFingerprint() says of every file that a released program of that format made.
constexpr const char *oldFingerprints[] = {
    "af2b92ae334b00e15a5bc25f2eaf8e1cf51bea473843d375b86255f738ac69cb",
    "467779606abc1a04a7bb16fdab01c6bf864651e593f85a115bdab96f71ed6c3f",
    "9345096c1f33da81e33d4071435900d6055b31bc9879e1cdce58ba83eb803c9e",
    "32bdf39705fa878226292401211d60150e64ebe7d923c08117a5c0583775fd8a",
};
static_assert(std::size(oldFingerprints) == schemaVersion - 1, "keep the fingerprint of every released format");

} // namespace

QByteArray schemaFingerprint(Connection &connection)
{
    QByteArray words;
    const QMap<QString, QString> objects = objectsOf(connection);
    for (const auto &[name, sql] : objects.asKeyValueRange())
        words.append(name.toUtf8()).append('\0').append(sql.toUtf8()).append('\0');
    return sha256(words).toHex();
}

QString oldSchemaDifference(Connection &connection, int version)
{
    const bool isKnown = version >= 1 && version < schemaVersion;
    if (isKnown && schemaFingerprint(connection) == oldFingerprints[version - 1])
        return {};
    return u"the file's tables are not those of format %1"_s.arg(version);
}

QString schemaDifference(Connection &connection)
{
    static const QMap<QString, QString> expected = [] {
        Connection fresh(":memory:", Connection::Access::MakeSchema);
        createSchema(fresh);
        return objectsOf(fresh);
    }();
    const QMap<QString, QString> found = objectsOf(connection);
    for (const auto &[name, sql] : found.asKeyValueRange()) {
        if (!expected.contains(name))
            return u"the file holds an unknown %1"_s.arg(name);
        if (expected.value(name) != sql)
            return u"the file's %1 is not this program's"_s.arg(name);
    }
    for (const auto &[name, sql] : expected.asKeyValueRange()) {
        if (!found.contains(name))
            return u"the file lacks the %1"_s.arg(name);
    }
    return {};
}

} // namespace onrecord::store
