// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrate.h"

#include "core/store/checking.h"
#include "core/store/copying.h"
#include "core/store/projectfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QScopeGuard>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// What every table holds, whatever the tables of that version are: the rows' number and, where rows carry one, their digests.
QMap<QString, QByteArray> contentOf(Connection &connection)
{
    QMap<QString, QByteArray> content;
    Query names(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'");
    while (names.next()) {
        const QString table = names.text(0);
        Query digest(connection, "SELECT name FROM pragma_table_info(?) WHERE name IN ('digest', 'sha256')");
        digest.add(table);
        const std::string column = digest.next() ? digest.text(0).toStdString() : "NULL";
        QCryptographicHash hash(QCryptographicHash::Sha256);
        qint64 count = 0;
        for (Query rows(connection, "SELECT " + column + " FROM \"" + table.toStdString() + "\" ORDER BY 1"); rows.next(); ++count)
            hash.addData(rows.blob(0));
        content.insert(table, QByteArray::number(count) + ' ' + hash.result().toHex());
    }
    Query version(connection, "PRAGMA user_version");
    (void)version.next();
    content.insert(u"PRAGMA user_version"_s, QByteArray::number(version.integer(0)));
    return content;
}

bool isCopy(const QString &copyPath, const QMap<QString, QByteArray> &wanted)
{
    Connection copy(QFile::encodeName(copyPath), Connection::Access::Read);
    return structureComplaint(copy).isEmpty() && contentOf(copy) == wanted;
}

QString copyName(const QString &path, int version, int attempt)
{
    const QFileInfo info(path);
    const QString number = attempt == 1 ? QString() : u" %1"_s.arg(attempt);
    return u"%1/%2 (format %3%4).%5"_s.arg(info.absolutePath(), info.completeBaseName(), QString::number(version), number, info.suffix());
}

/// Makes the old file's copy, verified before it gets its name.
QString keepOldFile(Connection &connection, const QString &path, int version)
{
    const QMap<QString, QByteArray> wanted = contentOf(connection);
    int attempt = 1; // more than one: an earlier attempt was interrupted, its copy stays
    while (QFileInfo::exists(copyName(path, version, attempt)) || QFileInfo(copyName(path, version, attempt)).isSymLink())
        ++attempt;
    const QString target = copyName(path, version, attempt);
    const auto temporary = makeTemporaryBeside(target);
    if (!temporary)
        throw Refusal{temporary.error()};
    auto removal = qScopeGuard([&] {
        QFile::remove(*temporary);
        QFile::remove(*temporary + u"-journal"_s);
    });
    copyPages(connection.handle(), QFile::encodeName(*temporary));
    if (!isCopy(*temporary, wanted))
        refuse(Fault::BackupFailed, u"the copy of the old format is not the same as the project"_s);
    const auto placed = flushFile(*temporary).and_then([&] { return renameWithoutReplacing(*temporary, target); });
    if (!placed)
        throw Refusal{placed.error()};
    removal.dismiss();
    return target;
}

/// Articles that share their words, and what became of quotations in later versions.
void addKinship(Connection &connection)
{
    for (const char *statement : {
             R"(CREATE TABLE kinship(
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  earlier_id INTEGER NOT NULL REFERENCES article(id) CHECK(earlier_id <> article_id),
  kind INTEGER NOT NULL CHECK(kind BETWEEN 1 AND 2),
  likeness REAL NOT NULL CHECK(likeness BETWEEN 0.0 AND 1.0),
  status INTEGER NOT NULL CHECK(status BETWEEN 1 AND 4),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
             "CREATE INDEX kinship_article ON kinship(article_id)",
             "CREATE INDEX kinship_earlier ON kinship(earlier_id)",
             R"(CREATE TABLE carry(
  id INTEGER PRIMARY KEY,
  quotation_id INTEGER NOT NULL REFERENCES quotation(id),
  article_id INTEGER NOT NULL REFERENCES article(id),
  to_id INTEGER REFERENCES quotation(id),
  guess_start INTEGER NOT NULL CHECK(guess_start >= 0),
  guess_end INTEGER NOT NULL CHECK(guess_end >= guess_start),
  status INTEGER NOT NULL CHECK(status BETWEEN 1 AND 4),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
             "CREATE INDEX carry_quotation ON carry(quotation_id)",
             "CREATE INDEX carry_article ON carry(article_id)",
             "CREATE INDEX carry_to ON carry(to_id)",
             R"(CREATE TABLE source_sketch(
  text_id INTEGER PRIMARY KEY,
  sketch BLOB NOT NULL
) STRICT)",
         })
        connection.execute(statement);
}

constexpr FormatStep allSteps[] = {{2, addKinship}};

} // namespace

std::span<const FormatStep> formatSteps()
{
    return allSteps;
}

QString bringUpToDate(Connection &connection, const QString &path, int from, std::span<const FormatStep> steps,
                      const std::function<void(Connection &)> &check)
{
    QString kept = keepOldFile(connection, path, from);
    auto discarding = qScopeGuard([&kept] { QFile::remove(kept); });
    connection.setSchemaOpen(true);
    const auto closing = qScopeGuard([&] { connection.setSchemaOpen(false); });
    Transaction transaction(connection);
    int version = from;
    for (const FormatStep &step : steps) {
        if (step.to <= from)
            continue;
        if (step.to != version + 1)
            refuse(Fault::NewerProject, u"no way leads from format %1 to %2"_s.arg(version).arg(step.to));
        step.apply(connection);
        version = step.to;
    }
    connection.execute(("PRAGMA user_version=" + std::to_string(version)).c_str());
    if (const QString complaint = structureComplaint(connection); !complaint.isEmpty())
        refuse(Fault::Damaged, u"the project would not be sound in format %1: %2"_s.arg(version).arg(complaint));
    if (check)
        check(connection);
    transaction.commit();
    discarding.dismiss();
    return kept;
}

} // namespace onrecord::store
