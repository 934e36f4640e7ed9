// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrate.h"

#include "core/store/changeformat.h"
#include "core/store/checking.h"
#include "core/store/copying.h"
#include "core/store/digest.h"
#include "core/store/packing.h"
#include "core/store/projectfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
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

/// A verdict as format 2 had it, whose explanation's last line named who gave it if it began so, as format 3 has it.
ChangeRow withAuthor(ChangeRow row)
{
    static constexpr QStringView signature = u"\n— ";
    const auto *stored = row.size() == 6 && row[3] ? std::get_if<QString>(&*row[3]) : nullptr;
    if (!stored)
        refuse(Fault::Damaged, u"a verdict without an explanation"_s);
    const QString lines = u'\n' + *stored;
    const qsizetype at = lines.lastIndexOf(signature);
    const bool isSigned = at >= 0 && lines.indexOf(u'\n', at + 1) < 0;
    const QString author = isSigned ? lines.sliced(at + signature.size()) : QString(u""_s);
    const QString explanation = isSigned ? stored->first(std::max<qsizetype>(0, at - 1)) : *stored;
    row.pop_back();
    row[3] = explanation;
    row.insert(row.begin() + 4, Value(author));
    RowDigest digest("verdict");
    for (const auto &value : row)
        digest.add(value.value_or(Value()));
    row.emplace_back(digest.result());
    return row;
}

void addAuthors(Connection &connection)
{
    std::vector<ChangeRow> rows;
    {
        Query query(connection, "SELECT id, claim_id, word, explanation, given_at, digest FROM verdict ORDER BY id");
        while (query.next()) {
            ChangeRow row;
            for (int column = 0; column < query.columnCount(); ++column)
                row.emplace_back(query.value(column));
            rows.push_back(withAuthor(std::move(row)));
        }
    }
    for (const char *statement : {
             "DROP TABLE verdict",
             R"(CREATE TABLE verdict(
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  word TEXT NOT NULL,
  explanation TEXT NOT NULL,
  author TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
             "CREATE INDEX verdict_claim ON verdict(claim_id)",
         })
        connection.execute(statement);
    for (const ChangeRow &row : rows) {
        Query insert(connection, "INSERT INTO verdict VALUES(?, ?, ?, ?, ?, ?, ?)");
        for (const auto &value : row)
            insert.add(value.value_or(Value()));
        insert.run();
    }
}

/// Undo and redo know a verdict's columns by their place.
void rewriteHistory(Connection &connection)
{
    std::vector<qint64> ids;
    {
        Query all(connection, "SELECT id FROM change_set ORDER BY id");
        while (all.next())
            ids.push_back(all.integer(0));
    }
    for (const qint64 id : ids) {
        Query query(connection, "SELECT changes, byte_count, sha256 FROM change_set WHERE id = ?");
        query.add(id);
        (void)query.next();
        const auto changes = unpack(query.blob(0), u"zstd"_s, query.integer(1));
        if (!changes || sha256(*changes) != query.blob(2))
            continue; // damaged before: the check names it, as it did
        const auto now = rewrittenRows(*changes, "verdict", withAuthor);
        if (!now)
            refuse(Fault::Damaged, u"change set %1 cannot be read"_s.arg(id));
        if (*now == *changes)
            continue;
        Query keep(connection, "UPDATE change_set SET changes = ?, byte_count = ?, sha256 = ? WHERE id = ?");
        keep.add(packFrame(*now)).add(qint64(now->size())).add(sha256(*now)).add(id).run();
    }
}

/// The scale of verdicts was a view state, which has neither digest nor history.
void moveScale(Connection &connection)
{
    Query query(connection, "SELECT state FROM view_state WHERE key = 'verdictScale'");
    if (!query.next())
        return;
    qint64 id = 0;
    for (const QJsonValue &grade : QJsonDocument::fromJson(query.text(0).toUtf8())[u"grades"_s].toArray()) {
        const QString label = grade[u"label"_s].toString().simplified();
        if (label.isEmpty())
            continue;
        RowDigest digest("grade");
        Query insert(connection, "INSERT INTO grade VALUES(?, ?, ?, ?)");
        for (const Value &value : {Value(++id), Value(grade[u"number"_s].toInteger()), Value(label)}) {
            digest.add(value);
            insert.add(value);
        }
        insert.add(digest.result()).run();
    }
    connection.execute("DELETE FROM view_state WHERE key = 'verdictScale'");
}

/// Who gave a verdict as a column, the scale of verdicts and relations of passages in the record, the index of quotations (filled after
/// opening, like the search index: it holds nothing of its own).
void addQuoteIndex(Connection &connection)
{
    addAuthors(connection);
    rewriteHistory(connection);
    for (const char *statement : {
             R"(CREATE TABLE grade(
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  label TEXT NOT NULL,
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
             R"(CREATE TABLE relation(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  from_type INTEGER NOT NULL CHECK(from_type IN (3, 4)),
  from_id INTEGER NOT NULL CHECK(from_id > 0),
  to_type INTEGER NOT NULL CHECK(to_type IN (3, 4)),
  to_id INTEGER NOT NULL CHECK(to_id > 0),
  kind INTEGER NOT NULL CHECK(kind BETWEEN 1 AND 7),
  note TEXT NOT NULL,
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  CHECK(from_type <> to_type OR from_id <> to_id)
) STRICT)",
             "CREATE INDEX relation_from ON relation(from_type, from_id)",
             "CREATE INDEX relation_to ON relation(to_type, to_id)",
             R"(CREATE TABLE quote_words(
  quotation_id INTEGER PRIMARY KEY,
  words BLOB NOT NULL
) STRICT)",
             R"(CREATE VIRTUAL TABLE quote_pairs USING fts5(pairs, content='', contentless_delete=1, detail=none, tokenize='ascii'))",
         })
        connection.execute(statement);
    moveScale(connection);
}

/// Who else says a quotation.
void addJointSpeakers(Connection &connection)
{
    connection.execute(R"(CREATE TABLE joint_speaker(
  id INTEGER PRIMARY KEY,
  quotation_id INTEGER NOT NULL REFERENCES quotation(id),
  agent_id INTEGER NOT NULL REFERENCES agent(id),
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  UNIQUE(quotation_id, agent_id)
) STRICT)");
    connection.execute("CREATE INDEX joint_speaker_agent ON joint_speaker(agent_id)");
}

/// Texts that were recognised in pictures: there are none yet.
void addRecognition(Connection &connection)
{
    for (const char *statement : {
             R"(CREATE TABLE source_recognition(
  id INTEGER PRIMARY KEY,
  bytes_id INTEGER NOT NULL REFERENCES source_bytes(id),
  text_id INTEGER NOT NULL REFERENCES source_text(id),
  program TEXT NOT NULL,
  languages TEXT NOT NULL,
  word_count INTEGER NOT NULL CHECK(word_count >= 0),
  mean REAL NOT NULL CHECK(mean BETWEEN 0.0 AND 100.0),
  uncertain TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK(length(sha256) = 32),
  UNIQUE(bytes_id, text_id)
) STRICT)",
             "CREATE INDEX source_recognition_text ON source_recognition(text_id)",
         })
        connection.execute(statement);
}

constexpr FormatStep allSteps[] = {{2, addKinship}, {3, addQuoteIndex}, {4, addJointSpeakers}, {5, addRecognition}};

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
