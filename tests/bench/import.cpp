// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/inventedarticles.h"
#include "tests/bench/series.h"
#include "tests/bench/subcommand.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <algorithm>
#include <SQLiteCpp/SQLiteCpp.h>

namespace onrecord::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 ownCount = 10'000;
constexpr int floorBatch = 1000; // texts in one transaction

std::expected<QJsonObject, QString> answerOf(QProcess &process, const QString &what)
{
    process.waitForFinished(-1);
    const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || answer.isEmpty())
        return std::unexpected(u"%1 failed (%2)"_s.arg(what, process.errorString()));
    return answer;
}

/// The product: a window that imports the folder; beside it a process that does nothing but look at its clock.
std::expected<QJsonObject, QString> importOnce(const QString &project, const QString &folder)
{
    const QString program = QCoreApplication::applicationFilePath();
    QProcess clock;
    QProcess window;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s); // the same screen for all; nothing is looked at
    window.setProcessEnvironment(environment);
    for (QProcess *process : {&clock, &window})
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    clock.start(program, {u"watch-clock"_s});
    window.start(program, {u"import-window"_s, project, folder});
    auto measured = answerOf(window, u"the window"_s);
    clock.closeWriteChannel();
    const auto floor = answerOf(clock, u"the clock"_s);
    if (!measured || !floor)
        return measured ? floor : measured;
    measured->insert(u"clock_floor"_s, *floor);
    return measured;
}

/// The floor: the same texts, read and put into a full-text index by explicit inserts, nothing else.
std::expected<double, QString> indexOnce(const QString &path, const QString &folder)
{
    try {
        QElapsedTimer timer;
        timer.start();
        SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("CREATE VIRTUAL TABLE search USING fts5(body, content='', tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3')");
        SQLite::Statement insert(database, "INSERT INTO search(rowid, body) VALUES(?, ?)");
        qint64 row = 0;
        database.exec("BEGIN");
        for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                return std::unexpected(file.errorString());
            insert.bind(1, static_cast<int64_t>(++row));
            insert.bind(2, file.readAll().toStdString());
            insert.exec();
            insert.reset();
            if (row % floorBatch == 0)
                database.exec("COMMIT; BEGIN");
        }
        database.exec("COMMIT");
        return static_cast<double>(timer.nsecsElapsed()) / 1e9;
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(QString::fromUtf8(exception.what()));
    }
}

QJsonObject speed(const Series &seconds, qint64 bytes, qint64 files)
{
    const double middle = seconds.median();
    return {{u"seconds"_s, seconds.toJson()}, {u"mb_per_s"_s, static_cast<double>(bytes) / 1e6 / middle}, {u"files_per_s"_s, static_cast<double>(files) / middle}};
}

} // namespace

Measured measureImport(const Amounts &amounts)
{
    const qint64 count = amounts.n > 0 ? amounts.n : ownCount;
    const int reps = std::max(1, amounts.reps);
    const QTemporaryDir work;
    const QString folder = work.filePath(u"articles"_s);
    const auto bytes = writeArticles(folder, count);
    if (!bytes)
        return std::unexpected(bytes.error());
    Series seconds;
    Series floorSeconds;
    QJsonArray runs;
    for (int i = 0; i < reps; ++i) {
        const auto a = importOnce(work.filePath(u"window%1.onrecord"_s.arg(i)), folder);
        const auto b = indexOnce(work.filePath(u"floor%1.db"_s.arg(i)), folder);
        if (!a || !b)
            return std::unexpected(a ? b.error() : a.error());
        if (a->value(u"imported"_s).toInteger() != count)
            return std::unexpected(u"%1 of %2 articles were imported"_s.arg(a->value(u"imported"_s).toInteger()).arg(count));
        seconds.add(a->value(u"seconds"_s).toDouble());
        floorSeconds.add(*b);
        runs.append(*a);
    }
    return QJsonObject{
        {u"n"_s, count},
        {u"reps"_s, reps},
        {u"bytes"_s, *bytes},
        {u"onrecord"_s, speed(seconds, *bytes, count)},
        {u"floor"_s, speed(floorSeconds, *bytes, count)},
        {u"ratio"_s, seconds.median() / floorSeconds.median()},
        {u"runs"_s, runs},
    };
}

} // namespace onrecord::bench
