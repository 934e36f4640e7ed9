// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/dump.h"
#include "core/store/schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace onrecord::test {

using namespace Qt::StringLiterals;

namespace {

QString cell(const SQLite::Column &column)
{
    if (column.isNull())
        return u"NULL"_s;
    if (column.isBlob())
        return QString::fromLatin1(QByteArray(static_cast<const char *>(column.getBlob()), column.getBytes()).toHex());
    return QString::fromUtf8(column.getText(), column.getBytes());
}

} // namespace

QStringList dump(const QString &projectFile)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.onrecord"_s);
    if (!QFile::copy(projectFile, copy))
        qFatal("cannot copy %s", qPrintable(projectFile));
    SQLite::Database db(QFile::encodeName(copy).constData(), SQLite::OPEN_READWRITE);
    db.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'instance')");
    QStringList lines;
    const auto add = [&](const std::string &name, const std::string &order) {
        SQLite::Statement rows(db, "SELECT * FROM " + name + " ORDER BY " + order);
        while (rows.executeStep()) {
            QStringList cells{QString::fromStdString(name)};
            for (int i = 0; i < rows.getColumnCount(); ++i)
                cells.append(cell(rows.getColumn(i)));
            lines.append(cells.join(u'|'));
        }
    };
    for (const char *table : store::recordTables())
        add(table, "id");
    add("words", "doc, col, offset, term");
    db.exec("CREATE VIRTUAL TABLE temp.pairs USING fts5vocab('main', 'quote_pairs', 'instance')");
    add("pairs", "doc, term");
    add("quote_words", "quotation_id");
    add("meta WHERE key = 'quote_index'", "key");
    return lines;
}

void meddle(const QString &projectFile, const QString &sql)
{
    SQLite::Database db(QFile::encodeName(projectFile).constData(), SQLite::OPEN_READWRITE);
    db.exec(sql.toStdString());
}

QString ask(const QString &projectFile, const QString &sql)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.onrecord"_s);
    if (!QFile::copy(projectFile, copy))
        qFatal("cannot copy %s", qPrintable(projectFile));
    SQLite::Database db(QFile::encodeName(copy).constData(), SQLite::OPEN_READWRITE);
    SQLite::Statement query(db, sql.toStdString());
    return query.executeStep() ? cell(query.getColumn(0)) : QString();
}

} // namespace onrecord::test
