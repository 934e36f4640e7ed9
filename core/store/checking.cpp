// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checking.h"
#include "core/store/digest.h"
#include "core/store/packing.h"
#include "core/store/projectprivate.h"
#include "core/store/quoterows.h"
#include "core/store/rowwriter.h"
#include "core/store/schema.h"

#include <QCryptographicHash>
#include <QFile>
#include <QScopeGuard>
#include <array>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// The first line that is not "ok"; empty when there is none.
QString firstComplaint(Connection &connection, const char *pragma)
{
    try {
        Query query(connection, pragma);
        while (query.next()) {
            const QString words = query.text(0);
            if (words != "ok"_L1)
                return words.isEmpty() ? u"unnamed damage"_s : words;
        }
    } catch (const SQLite::Exception &exception) {
        if (faultOf(exception.getErrorCode()) != Fault::Damaged)
            throw;
        return QString::fromUtf8(exception.what());
    }
    return {};
}

/// All that the full-text indexes keep. The digests of what they are about see none of it.
constexpr std::array storedByIndexes{
    "SELECT id, block FROM search_data ORDER BY id", "SELECT segid, term, pgno FROM search_idx ORDER BY segid, term",
    "SELECT id, sz, origin FROM search_docsize ORDER BY id", "SELECT k, v FROM search_config ORDER BY k",
    "SELECT id, block FROM quote_pairs_data ORDER BY id", "SELECT segid, term, pgno FROM quote_pairs_idx ORDER BY segid, term",
    "SELECT id, sz, origin FROM quote_pairs_docsize ORDER BY id", "SELECT k, v FROM quote_pairs_config ORDER BY k",
};

/// How an item of a table is named to people: SQL over the row `r`.
std::string nameOf(QByteArrayView table)
{
    static const QHash<QByteArray, std::string> names{
        {"article", "r.title"}, {"agent", "r.name"}, {"agent_name", "r.name"}, {"outlet", "r.name"}, {"quotation", "r.exact"},
        {"figure", "r.exact"}, {"date_mention", "r.exact"}, {"event", "r.name"}, {"claim", "r.text"}, {"note", "r.text"},
        {"capture", "r.file_name"}, {"verdict", "r.word"}, {"grade", "r.label"},
        {"relation", "(SELECT exact FROM quotation WHERE id = r.from_id AND r.from_type = 3)"},
        {"region", "(SELECT title FROM article WHERE id = r.article_id)"}, {"mention", "(SELECT title FROM article WHERE id = r.article_id)"},
        {"joint_speaker", "(SELECT exact FROM quotation WHERE id = r.quotation_id)"},
        {"event_agent", "(SELECT name FROM event WHERE id = r.event_id)"}, {"event_article", "(SELECT name FROM event WHERE id = r.event_id)"},
        {"evidence", "(SELECT text FROM claim WHERE id = r.claim_id)"}, {"utterance", "(SELECT exact FROM quotation WHERE utterance_id = r.id)"},
        {"source_bytes", "(SELECT title FROM article WHERE bytes_id = r.id)"}, {"source_text", "(SELECT title FROM article WHERE text_id = r.id)"},
        {"source_recognition", "(SELECT title FROM article WHERE text_id = r.text_id AND bytes_id = r.bytes_id)"},
        {"kinship", "(SELECT title FROM article WHERE id = r.article_id)"}, {"carry", "(SELECT exact FROM quotation WHERE id = r.quotation_id)"},
        {"change_set", "r.message"},
    };
    return names.value(table.toByteArray());
}

class Checker
{
public:
    Checker(Connection &connection, const std::function<bool(double)> &progress) : m_connection(connection), m_progress(progress) {}

    CheckReport run()
    {
        m_total = 3; // structure, anchors, index
        each([this](const char *table) { m_total += countOf(table); });
        const QString complaint = structureComplaint(m_connection);
        m_report.structure = complaint.isEmpty() ? u"ok"_s : complaint;
        advance();
        checkTable("source_bytes", "SELECT r.id, sha256, bytes, packing, byte_count FROM source_bytes r", [](const Query &row) {
            const auto bytes = unpack(row.blob(2), row.text(3), row.integer(4));
            return bytes && sha256(*bytes) == row.blob(1);
        });
        checkTable("source_text", "SELECT r.id, sha256, CAST(text AS BLOB), unit_count FROM source_text r", [](const Query &row) {
            const QByteArray utf8 = row.blob(2);
            return sha256(utf8) == row.blob(1) && QString::fromUtf8(utf8).size() == row.integer(3);
        });
        checkTable("source_recognition", "SELECT r.id, bytes_id, text_id, program, languages, word_count, mean, uncertain, sha256 FROM source_recognition r", [](const Query &row) {
            RowDigest digest("source_recognition");
            for (int column = 1; column + 1 < row.columnCount(); ++column)
                digest.add(row.value(column));
            return digest.result() == row.blob(row.columnCount() - 1);
        });
        for (const char *table : recordTables()) {
            checkTable(table, "SELECT * FROM "_ba + table + " r", [table](const Query &row) {
                return digestOfRow(table, row) == row.blob(row.columnCount() - 1);
            });
        }
        checkTable("change_set", "SELECT r.id, sha256, changes, byte_count FROM change_set r", [](const Query &row) {
            const auto changes = unpack(row.blob(2), u"zstd"_s, row.integer(3));
            return changes && sha256(*changes) == row.blob(1);
        });
        for (const char *table : {"quotation", "figure", "date_mention"})
            checkAnchors(table);
        advance();
        checkIndex();
        advance();
        m_report.ok = complaint.isEmpty() && m_report.bad.empty();
        return std::move(m_report);
    }

private:
    template<class Call>
    static void each(Call call)
    {
        for (const char *table : {"source_bytes", "source_text", "source_recognition", "change_set"})
            call(table);
        for (const char *table : recordTables())
            call(table);
    }

    qint64 countOf(const char *table)
    {
        try {
            const Value count = m_connection.value((std::string("SELECT count(*) FROM ") + table).c_str());
            return std::holds_alternative<qint64>(count) ? std::get<qint64>(count) : 0;
        } catch (const SQLite::Exception &) {
            return 0; // said when its rows are read
        }
    }

    void advance()
    {
        ++m_done;
        constexpr qint64 every = 256;
        if (m_progress && (m_done % every == 0 || m_done >= m_total) && !m_progress(std::min(1.0, static_cast<double>(m_done) / static_cast<double>(m_total))))
            refuse(Fault::Cancelled);
    }

    void addBad(const QByteArray &table, qint64 id, const QString &why)
    {
        QString name;
        try {
            Query query(m_connection, "SELECT " + nameOf(table) + " FROM " + table.toStdString() + " r WHERE r.id = ?");
            query.add(id);
            if (query.next())
                name = query.text(0).simplified().left(80);
        } catch (const SQLite::Exception &) {
            // The name is as unreadable as the item.
        }
        m_report.bad.push_back({QString::fromLatin1(table).replace(u'_', u' '), id, name, why});
    }

    template<class IsGood>
    void checkTable(const QByteArray &table, const QByteArray &select, IsGood isGood)
    {
        qint64 last = 0;
        std::vector<qint64> bad;
        QString unreadable;
        try {
            Query query(m_connection, select.toStdString() + " ORDER BY r.id");
            while (query.next()) {
                last = query.integer(0);
                ++m_report.digestsChecked;
                if (!isGood(query))
                    bad.push_back(last);
                advance();
            }
        } catch (const SQLite::Exception &exception) {
            unreadable = QString::fromUtf8(exception.what());
        }
        for (const qint64 id : bad)
            addBad(table, id, u"its content is not what was stored"_s);
        if (!unreadable.isEmpty())
            m_report.bad.push_back({QString::fromLatin1(table).replace(u'_', u' '), last, {}, u"what follows this one cannot be read: "_s + unreadable});
    }

    /// A quotation must stand where it says it stands (N6).
    void checkAnchors(const QByteArray &table)
    {
        std::vector<qint64> bad;
        try {
            Query query(m_connection, "SELECT r.id, r.article_id, r.start_at, r.end_at, r.exact, r.prefix, r.suffix FROM " + table.toStdString()
                                          + " r ORDER BY r.article_id, r.id");
            qint64 article = 0;
            QString text;
            while (query.next()) {
                if (query.integer(1) != article) {
                    article = query.integer(1);
                    Query of(m_connection, "SELECT t.text FROM article a JOIN source_text t ON t.id = a.text_id WHERE a.id = ?");
                    of.add(article);
                    text = of.next() ? of.text(0) : QString();
                }
                const Anchor anchor{{query.number(2), query.number(3)}, query.text(4), query.text(5), query.text(6)};
                if (!holds(anchor, text))
                    bad.push_back(query.integer(0));
            }
        } catch (const SQLite::Exception &) {
            // The rows and texts that cannot be read are named already.
        }
        for (const qint64 id : bad)
            addBad(table, id, u"its words do not stand at its place in the article"_s);
    }

    void checkIndex()
    {
        try {
            if (const QString complaint = QuoteRows(m_connection).complaint(); !complaint.isEmpty())
                m_report.bad.push_back({u"index of quotations"_s, 0, {}, complaint});
        } catch (const SQLite::Exception &exception) {
            m_report.bad.push_back({u"index of quotations"_s, 0, {}, QString::fromUtf8(exception.what())});
        }
        if (const QString complaint = indexComplaint(m_connection); !complaint.isEmpty())
            m_report.bad.push_back({u"search index"_s, 0, {}, complaint});
    }

    Connection &m_connection;
    const std::function<bool(double)> &m_progress;
    CheckReport m_report;
    qint64 m_done = 0;
    qint64 m_total = 1;
};

} // namespace

QString pagesComplaint(const QString &path)
{
    // Since SQLite 3.44 the quick check reads full-text indexes word by word.
    Connection connection(QFile::encodeName(path), Connection::Access::Read);
    connection.withoutModules();
    return firstComplaint(connection, "PRAGMA quick_check(1)");
}

QString quickComplaint(Connection &connection)
{
    return firstComplaint(connection, "PRAGMA quick_check(1)");
}

QString sumOfIndexes(Connection &connection)
{
    constexpr qsizetype atOnce = 1 << 20;
    QByteArray sum;
    try {
        for (const char *sql : storedByIndexes) {
            Query query(connection, sql);
            QByteArray bytes = sum + sql;
            while (query.next()) {
                for (int column = 0; column < query.columnCount(); ++column) {
                    const QByteArray value = query.blob(column);
                    bytes += QByteArray::number(value.size()) + ' ' + value;
                }
                if (bytes.size() > atOnce)
                    bytes = sha256(bytes);
            }
            sum = sha256(bytes);
        }
    } catch (const SQLite::Exception &) {
        return {}; // what is wrong is said by the check that this would have spared
    }
    return QString::fromLatin1(sum.toHex());
}

QString structureComplaint(Connection &connection)
{
    const QString complaint = firstComplaint(connection, "PRAGMA integrity_check(1)");
    return complaint.isEmpty() ? firstComplaint(connection, "PRAGMA foreign_key_check") : complaint;
}

QString indexComplaint(Connection &connection)
{
    try {
        Query query(connection,
            "WITH wanted(row) AS (SELECT id * 16 + 1 FROM article UNION ALL SELECT id * 16 + 2 FROM agent UNION ALL "
            "SELECT id * 16 + 3 FROM quotation UNION ALL SELECT id * 16 + 11 FROM note) "
            "SELECT (SELECT count(*) FROM wanted WHERE row NOT IN (SELECT id FROM search_docsize)) + "
            "(SELECT count(*) FROM search_docsize WHERE id NOT IN (SELECT row FROM wanted))");
        if (query.next() && query.integer(0) != 0)
            return u"%1 items are missing or too many; it is made anew at the next opening"_s.arg(query.integer(0));
    } catch (const SQLite::Exception &exception) {
        return QString::fromUtf8(exception.what());
    }
    return {};
}

bool isAboutIndex(const QString &complaint)
{
    return complaint.contains(u"FTS5 table main.search"_s) || isAboutQuotes(complaint);
}

bool isAboutQuotes(const QString &complaint)
{
    return complaint.contains(u"FTS5 table main.quote_pairs"_s);
}

CheckReport checkEverything(Connection &connection, const std::function<bool(double)> &progress)
{
    return Checker(connection, progress).run();
}

QByteArray rootDigest(Connection &connection)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const std::string &table, const char *column) {
        hash.addData(QByteArrayView(table));
        Query query(connection, std::string("SELECT id, ") + column + " FROM " + table + " ORDER BY id");
        while (query.next()) {
            hash.addData(QByteArray::number(query.integer(0)));
            hash.addData(query.blob(1));
        }
    };
    add("source_bytes", "sha256");
    add("source_text", "sha256");
    add("source_recognition", "sha256");
    for (const char *table : recordTables())
        add(table, "digest");
    add("change_set", "sha256");
    return hash.result();
}

Result<CheckReport> Project::check(const std::function<bool(double)> &progress) const
{
    return guarded([&]() -> Result<CheckReport> {
        Connection &connection = d->readable();
        connection.setOpen(true); // the looking PRAGMAs
        const auto closing = qScopeGuard([&connection] { connection.setOpen(false); });
        return checkEverything(connection, progress);
    });
}

} // namespace onrecord::store
