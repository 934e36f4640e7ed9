// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checking.h"
#include "core/store/meta.h"
#include "core/store/migrate.h"
#include "core/store/projectprivate.h"
#include "core/store/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <sys/stat.h>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// Under this key stands what the full-text indexes were when the project was closed in order, or opened and found sound.
const QString indexSumKey = u"index_sum"_s;

void makeSchema(const QString &path, const Clock &clock)
{
    Connection connection(QFile::encodeName(path), Connection::Access::MakeSchema);
    connection.execute("PRAGMA journal_mode=DELETE");
    Transaction transaction(connection);
    createSchema(connection);
    setMeta(connection, u"uuid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    setMeta(connection, u"created_at"_s, QString::number(clock.now().toMSecsSinceEpoch()));
    setMeta(connection, u"clean"_s, u"1"_s);
    setMeta(connection, indexRulesKey, indexRules);
    QuoteRows(connection).rebuild();
    setMeta(connection, indexSumKey, sumOfIndexes(connection));
    transaction.commit();
}

/// The index holds nothing of its own: what is wrong with it is mended, never a reason to refuse the project.
Result<void> makeIndexAnew(Connection &connection, SearchIndex &index)
{
    return guarded([&]() -> Result<void> {
        Transaction transaction(connection);
        index.rebuild();
        setMeta(connection, indexRulesKey, indexRules);
        transaction.commit();
        return {};
    });
}

/// The same of the index of quotations.
Result<void> makeQuotesAnew(Connection &connection)
{
    return guarded([&]() -> Result<void> {
        Transaction transaction(connection);
        QuoteRows(connection).rebuild();
        transaction.commit();
        return {};
    });
}

bool hasIndexRules(Connection &connection)
{
    const QString rules = meta(connection, indexRulesKey);
    return rules.isEmpty() ? indexRules == "1"_L1 : rules == indexRules;
}

/// Makes anew what was made by other rules and, of those in doubt, what lacks rows; true when it did or tried. When one cannot be
/// made now, check() names it and the next opening tries again.
bool mendIndexes(Connection &connection, SearchIndex &search, QuoteRows &quotations, bool areInDoubt)
{
    const bool isSearchBad = !hasIndexRules(connection) || (areInDoubt && !indexComplaint(connection).isEmpty());
    if (isSearchBad)
        (void)makeIndexAnew(connection, search);
    const bool areQuotesBad = !quotations.isMade() || (areInDoubt && !quotations.isComplete());
    if (areQuotesBad)
        (void)makeQuotesAnew(connection);
    return isSearchBad || areQuotesBad;
}

/// An error here only means a longer check at the next opening.
void keepIndexSum(Connection &connection)
{
    (void)guarded([&]() -> Result<void> {
        Transaction transaction(connection);
        setMeta(connection, indexSumKey, sumOfIndexes(connection));
        transaction.commit();
        return {};
    });
}

} // namespace

Project::Private::~Private()
{
    disconnect();
}

void Project::Private::connect()
{
    const Result<void> unlocked = requireUnlocked(path);
    if (!unlocked)
        throw Refusal{unlocked.error()};
    QStringList copies;
    if (file.isHot) {
        if (readOnly)
            refuse(Fault::NotWritable, u"the project was not closed in order and its journal cannot be rolled back here"_s);
        auto made = quarantine(path);
        if (!made)
            throw Refusal{made.error()};
        copies = std::move(*made);
    }
    try {
        connectTo();
    } catch (const Refusal &refusal) {
        if (refusal.error.fault != Fault::Damaged) // nothing was found out about the file: the copies show nothing
            removeFiles(copies);
        throw;
    } catch (...) {
        removeFiles(copies);
        throw;
    }
}

void Project::Private::connectTo()
{
    auto opened = std::make_unique<Connection>(QFile::encodeName(path), readOnly ? Connection::Access::Read : Connection::Access::Write);
    bool closedCleanly = false;
    bool isQuick = false;
    bool isSumKept = false;
    QString pages;
    opened->lockForGood([&] {
        // Copies still beside the file: an earlier recovery was killed before its check.
        closedCleanly = !file.hasJournal && meta(*opened, u"clean"_s) == "1"_L1 && !hasQuarantine(path);
        isQuick = closedCleanly && file.userVersion == static_cast<quint32>(schemaVersion);
        const QString indexes = isQuick ? sumOfIndexes(*opened) : QString();
        isSumKept = !indexes.isEmpty() && indexes == meta(*opened, indexSumKey);
        if (isQuick)
            pages = isSumKept ? pagesComplaint(path) : quickComplaint(*opened);
    });
    if (!readOnly)
        opened->execute("PRAGMA journal_mode=TRUNCATE");
    auto search = std::make_unique<SearchIndex>(*opened);
    requireSound(*opened, *search, isQuick, pages);
    // A schema that is not ours is never worked with, damaged or not.
    if (const QString difference = schemaDifference(*opened); !difference.isEmpty())
        refuse(Fault::Damaged, difference);
    auto quotations = std::make_unique<QuoteRows>(*opened);
    if (!readOnly && mendIndexes(*opened, *search, *quotations, !isSumKept))
        isSumKept = false;
    if (!readOnly && closedCleanly && !isSumKept) // otherwise closing does it
        keepIndexSum(*opened);
    uuid = QUuid::fromString(meta(*opened, u"uuid"_s));
    auto known = std::make_unique<Tables>(*opened);
    hasWritten = !closedCleanly && !readOnly;
    if (hasWritten) {
        // A recovery may have brought back the "clean" of before. To write also empties a journal that was never hot, which SQLite
        // leaves lying; and the copies made for the worst case can go: the file has passed its whole check.
        Transaction transaction(*opened);
        setMeta(*opened, u"clean"_s, u"0"_s);
        transaction.commit();
        removeQuarantine(path);
    }
    opened->setOpen(false);
    connection = std::move(opened);
    tables = std::move(known);
    index = std::move(search);
    quoteRows = std::move(quotations);
    quotes.forget();
}

void Project::Private::requireSound(Connection &opened, SearchIndex &search, bool isQuick, const QString &pages)
{
    const bool isOlder = file.userVersion < static_cast<quint32>(schemaVersion);
    const auto difference = [&] { return isOlder ? oldSchemaDifference(opened, static_cast<int>(file.userVersion)) : schemaDifference(opened); };
    damage = isQuick ? pages : structureComplaint(opened);
    if (isAboutIndex(damage) && !readOnly && difference().isEmpty() && (isAboutQuotes(damage) ? makeQuotesAnew(opened) : makeIndexAnew(opened, search)))
        damage = structureComplaint(opened);
    if (!damage.isEmpty() && (!mayBeDamaged || isOlder))
        refuse(Fault::Damaged, damage);
    if (!isOlder)
        return;
    if (readOnly)
        refuse(Fault::NotWritable, u"%1 has the older format %2; open it once where it can be written"_s.arg(path).arg(file.userVersion));
    if (const QString other = difference(); !other.isEmpty())
        refuse(Fault::Damaged, other);
    oldFormatCopy = bringUpToDate(opened, path, static_cast<int>(file.userVersion), formatSteps(), [](Connection &changed) {
        if (const QString other = schemaDifference(changed); !other.isEmpty())
            refuse(Fault::Internal, other);
    });
    file.userVersion = static_cast<quint32>(schemaVersion);
}

void Project::Private::disconnect()
{
    if (connection && !readOnly && hasWritten) {
        // An error here only means a longer check at the next opening.
        (void)guarded([this]() -> Result<void> {
            Transaction transaction(*connection);
            setMeta(*connection, indexSumKey, sumOfIndexes(*connection));
            setMeta(*connection, u"clean"_s, u"1"_s);
            transaction.commit();
            return {};
        });
    }
    index.reset();
    quoteRows.reset();
    quotes.forget();
    tables.reset();
    connection.reset();
    hasWritten = false;
    if (!readOnly && !path.isEmpty()) {
        // TRUNCATE leaves an empty journal: one file, complete in itself (P6).
        const QFileInfo journal(path + u"-journal"_s);
        if (journal.exists() && journal.size() == 0)
            QFile::remove(journal.filePath());
    }
}

void Project::Private::requireWritable() const
{
    if (readOnly)
        refuse(Fault::NotWritable, path);
    (void)readable();
    struct stat now = {};
    if (::lstat(QFile::encodeName(path).constData(), &now) != 0 || FileId(now.st_dev, now.st_ino) != file.id)
        refuse(Fault::Conflict, u"%1 has been moved, removed or replaced since it was opened"_s.arg(path));
}

Connection &Project::Private::readable() const
{
    if (!connection)
        refuse(Fault::NotReadable, u"%1 is closed after an error; open it again"_s.arg(path));
    return *connection;
}

void Project::Private::reopenAfter(const SQLite::Exception &exception)
{
    const int code = exception.getErrorCode() & 0xff;
    if (code != SQLITE_IOERR && code != SQLITE_CORRUPT && code != SQLITE_NOTADB && code != SQLITE_FULL && code != SQLITE_CANTOPEN)
        return;
    hasWritten = false; // whatever is there is checked in full at the next opening
    changed();
    forgetForImports();
    if (whole)
        std::exchange(whole, nullptr)->forget();
    index.reset();
    quoteRows.reset();
    quotes.forget();
    tables.reset();
    connection.reset();
    (void)guarded([this]() -> Result<void> {
        lookAtJournal(path, file);
        connect();
        return {};
    });
}

void Project::Private::markUnclean()
{
    if (!hasWritten)
        setMeta(*connection, u"clean"_s, u"0"_s);
}

void Project::Private::forgetForImports()
{
    memory.forget();
}

void Project::Private::changed()
{
    snapshot.reset();
    ++revision;
}

Result<std::unique_ptr<Project>> Project::create(const QString &path, std::shared_ptr<const Clock> clock)
{
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return fail(Fault::AlreadyExists, path);
    // Made complete under another name first: nobody ever sees half a project.
    const auto temporary = makeTemporaryBeside(path);
    if (!temporary)
        return std::unexpected(temporary.error());
    auto removal = qScopeGuard([&] {
        QFile::remove(*temporary);
        QFile::remove(*temporary + u"-journal"_s);
    });
    const Result<void> made = guarded([&]() -> Result<void> {
        makeSchema(*temporary, *clock);
        return flushFile(*temporary).and_then([&] { return renameWithoutReplacing(*temporary, path); });
    });
    if (!made)
        return std::unexpected(made.error());
    removal.dismiss();
    return open(path, std::move(clock));
}

Result<std::unique_ptr<Project>> Project::open(const QString &path, std::shared_ptr<const Clock> clock, OpenMode mode)
{
    const auto seen = lookAt(path, schemaVersion);
    if (!seen)
        return std::unexpected(seen.error());
    auto mark = OpenMark::take(seen->id);
    if (!mark)
        return std::unexpected(mark.error());
    auto d = std::make_unique<Private>();
    d->path = QFileInfo(path).absoluteFilePath();
    d->clock = std::move(clock);
    d->file = *seen;
    d->mark = std::move(*mark);
    d->mayBeDamaged = mode == OpenMode::ReadOnly;
    d->readOnly = mode == OpenMode::ReadOnly || !seen->canWrite;
    const Result<void> connected = guarded([&]() -> Result<void> {
        d->connect();
        return {};
    });
    if (!connected)
        return std::unexpected(connected.error());
    if (!d->readOnly)
        sweepTemporaries(path);
    return std::unique_ptr<Project>(new Project(std::move(d)));
}

} // namespace onrecord::store
