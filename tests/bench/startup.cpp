// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/story.h"
#include "core/store/project.h"
#include "tests/bench/series.h"
#include "tests/bench/subcommand.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>

namespace onrecord::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int ownReps = 15;
constexpr int warmUps = 2;
constexpr int patience = 120'000; // ms

/// What one start of a program said about itself.
struct Start {
    double painted = 0; ///< ms from before the process was made
    double loaded = 0;  ///< 0 when it did not say
    double peak = 0;    ///< KiB, of the last line
};

std::expected<Start, QString> start(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    Start seen;
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (process.state() != QProcess::NotRunning || process.canReadLine()) {
        if (!process.canReadLine() && !process.waitForReadyRead(patience) && !process.canReadLine())
            break;
        const double now = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        while (process.canReadLine()) {
            const QList<QByteArray> words = process.readLine().trimmed().split(' ');
            if (words.size() != 2)
                continue;
            (words[0] == "painted" ? seen.painted : seen.loaded) = now;
            seen.peak = std::max(seen.peak, words[1].toDouble());
        }
    }
    process.waitForFinished(patience);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || seen.painted <= 0)
        return std::unexpected(u"%1 did not come up (%2)"_s.arg(program, process.errorString()));
    return seen;
}

Result<void> addInvented(store::Project &project, qint64 count)
{
    if (auto begun = project.beginBatch(u"Import %n Article(s)"_s); !begun)
        return begun;
    for (qint64 i = 0; i < count; ++i) {
        store::NewArticle article;
        article.fileName = u"article%1.txt"_s.arg(i);
        article.document.text = u"Report %1\n\nThe ferry was late again, and nobody at the pier could say why. Number %1 of a series."_s.arg(i);
        article.document.title = {u"Report %1"_s.arg(i), Basis::Stated};
        article.document.mediaType = u"text/plain"_s;
        article.original = article.document.text.toUtf8();
        if (auto added = project.addArticle(article); !added)
            return std::unexpected(added.error());
    }
    return project.endBatch();
}

std::expected<void, QString> makeProject(const QString &path, qint64 count)
{
    auto project = store::Project::create(path, std::make_shared<SystemClock>());
    if (!project)
        return std::unexpected(project.error().detail);
    if (count > 0) {
        const auto added = addInvented(**project, count);
        return added ? std::expected<void, QString>() : std::unexpected(added.error().detail);
    }
    ingest::ProjectSink sink(**project);
    const ingest::ImportReport report = ingest::importStory(sink);
    if (report.count(ingest::FileState::Imported) == 0)
        return std::unexpected(u"the story could not be read"_s);
    return {};
}

} // namespace

Measured measureStartup(const Amounts &amounts)
{
    const QString folder = QCoreApplication::applicationDirPath();
    const QTemporaryDir work;
    const QString path = work.filePath(u"bench.onrecord"_s);
    if (const auto made = makeProject(path, amounts.n); !made)
        return std::unexpected(made.error());
    const QString window = folder + u"/onrecord"_s;
    const QStringList windowArguments{u"--report-startup"_s, u"--new-session"_s, path};
    const QString floor = QCoreApplication::applicationFilePath();
    const QStringList floorArguments{u"floor-window"_s};

    const int reps = amounts.reps > 0 ? amounts.reps : ownReps;
    Series painted;
    Series loaded;
    Series peak;
    Series floorPainted;
    Series floorPeak;
    for (int i = -warmUps; i < reps; ++i) {
        const auto a = start(window, windowArguments);
        const auto b = start(floor, floorArguments);
        if (!a || !b)
            return std::unexpected(a ? b.error() : a.error());
        if (i < 0)
            continue;
        painted.add(a->painted);
        loaded.add(a->loaded);
        peak.add(a->peak);
        floorPainted.add(b->painted);
        floorPeak.add(b->peak);
    }
    return QJsonObject{
        {u"n"_s, amounts.n},
        {u"reps"_s, reps},
        {u"onrecord"_s,
         QJsonObject{{u"painted_ms"_s, painted.toJson()}, {u"loaded_ms"_s, loaded.toJson()}, {u"peak_rss_kib"_s, peak.max()}}},
        {u"floor"_s, QJsonObject{{u"painted_ms"_s, floorPainted.toJson()}, {u"peak_rss_kib"_s, floorPeak.max()}}},
        {u"ratio"_s, floorPainted.median() > 0 ? painted.median() / floorPainted.median() : 0},
    };
}

} // namespace onrecord::bench
