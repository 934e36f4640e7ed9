// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/projects.h"

#include "ui/shell/placestate.h"
#include "ui/shell/recentprojects.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/jobbar.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <atomic>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Workspace;

namespace {
constexpr int placeDelay = 1500; // ms of rest before a place is written: browsing must not become a stream of writes
const QString placeKey = u"window.place"_s;
const QString panesKey = u"window.panes"_s;
} // namespace

Projects::Projects(Desk &desk, RecentProjects &recents, JobBar &jobs, QObject *parent)
    : QObject(parent),
      m_desk(desk),
      m_recents(recents),
      m_jobs(jobs)
{
    m_placeTimer.setSingleShot(true);
    m_placeTimer.setInterval(placeDelay);
    connect(&m_placeTimer, &QTimer::timeout, this, &Projects::savePlace);
    store::Store &store = desk.store();
    connect(&store, &store::Store::snapshotChanged, this,
            [this] { m_desk.workspace().setSnapshot(m_desk.store().snapshot()); });
    connect(&store, &store::Store::openChanged, this, [this] {
        m_desk.workspace().reset(m_desk.store().snapshot());
        if (!m_desk.store().isOpen())
            Q_EMIT closed();
    });
    connect(&store, &store::Store::recordUnreadable, this, [this](const Error &error) { m_desk.report(error); });
    connect(&desk.workspace(), &Workspace::changed, this, [this](Workspace::Changes changes) {
        if (m_opening == 0 && m_desk.store().isOpen()
            && changes & (Workspace::FilterChange | Workspace::SelectionChange | Workspace::PassageChange))
            m_placeTimer.start();
    });
}

QString Projects::ownFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

void Projects::setPaneState(std::function<QJsonObject()> save, std::function<void(const QJsonObject &)> restore)
{
    m_savePanes = std::move(save);
    m_restorePanes = std::move(restore);
}

void Projects::begin()
{
    if (m_desk.store().isOpen()) {
        Q_EMIT m_desk.leaving();
        savePlace();
    }
    m_placeTimer.stop();
    ++m_opening;
}

void Projects::open(const QString &path, store::OpenMode mode)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    begin();
    m_desk.store().open(file, mode).then(this, [this, file](const Result<void> &done) { finishOpening(file, done); });
}

void Projects::create(const QString &path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    begin();
    m_desk.store().create(file).then(this, [this, file](const Result<void> &done) { finishOpening(file, done); });
}

void Projects::finishOpening(const QString &path, const Result<void> &done)
{
    --m_opening;
    if (!done) {
        Q_EMIT openFailed(path, done.error());
        return;
    }
    m_recents.note(path);
    Q_EMIT opened(path);
    sayFindings();
    restorePlace();
}

void Projects::sayFindings()
{
    m_desk.store()
        .run([](store::Project &project) -> Result<std::tuple<QString, QString, QStringList>> {
            return std::tuple(project.oldFormatCopy(), project.damage(), project.unreadable());
        })
        .then(this, [this](const Result<std::tuple<QString, QString, QStringList>> &found) {
            if (!found)
                return;
            const auto &[copy, damage, unreadable] = *found;
            if (!copy.isEmpty())
                m_desk.say(tr("The project came from an older OnRecord and was brought up to date. As it was before, it is kept in %1")
                               .arg(QDir::toNativeSeparators(copy)));
            if (!unreadable.isEmpty())
                m_desk.say(tr("The file is damaged: what can still be read is shown, nothing is written to it. Missing, with what hangs on them: %1")
                               .arg(QStringList(unreadable).replaceInStrings(u"_"_s, u" "_s).join(u", "_s)),
                           Desk::Tone::Warning);
            else if (!damage.isEmpty())
                m_desk.say(tr("The file is damaged: what can still be read is shown, nothing is written to it (%1)").arg(damage),
                           Desk::Tone::Warning);
        });
}

void Projects::restorePlace()
{
    using Kept = std::pair<QJsonObject, QJsonObject>;
    m_desk.store()
        .run([](store::Project &project) -> Result<Kept> {
            return Kept(project.viewState(placeKey), project.viewState(panesKey));
        })
        .then(this, [this, path = m_desk.store().path()](const Result<Kept> &kept) {
            if (path != m_desk.store().path())
                return;
            if (!kept) {
                Q_EMIT placeRestored();
                return;
            }
            Workspace &workspace = m_desk.workspace();
            // The workspace may still be filtering a large record.
            const SnapshotPtr record = m_desk.store().snapshot();
            if (m_restorePanes && !kept->second.isEmpty())
                m_restorePanes(kept->second);
            // Whoever was quicker than the disk has chosen a place already.
            if (workspace.filter().isEmpty() && workspace.selection().items().isEmpty()
                && !workspace.passage().article) {
                const explore::Place place = placeFromJson(kept->first, *record);
                workspace.setFilter(place.filter);
                workspace.selection().set(place.items, place.current);
                workspace.setPassage(place.passage);
                if (!workspace.passage().article && !record->articles().empty())
                    workspace.setPassage({record->articles().front().id, {}, {}});
            }
            workspace.markPlace();
            Q_EMIT placeRestored();
        });
}

void Projects::savePlace()
{
    m_placeTimer.stop();
    const store::Store &store = m_desk.store();
    if (!store.isOpen() || store.isReadOnly())
        return;
    const Workspace &workspace = m_desk.workspace();
    const explore::Place place{workspace.filter(), workspace.selection().items(), workspace.selection().current(),
                               workspace.passage()};
    m_desk.store().runIn(m_desk.store().session(), [place = placeToJson(place),
                        panes = m_savePanes ? m_savePanes() : QJsonObject()](store::Project &project) -> Result<void> {
        // A place that could not be kept is no reason to trouble anybody.
        const auto kept = project.setViewState(placeKey, place);
        return kept && !panes.isEmpty() ? project.setViewState(panesKey, panes) : kept;
    });
}

void Projects::close()
{
    Q_EMIT m_desk.leaving();
    savePlace();
    m_desk.store().close();
}

void Projects::backup(const QString &target)
{
    m_jobs.start(tr("Making a backup and checking it…"), false);
    m_desk.store()
        .run([target](store::Project &project) { return project.backup(target); })
        .then(this, [this, target](const Result<void> &done) {
            m_jobs.finish();
            if (done)
                m_desk.say(tr("Backup made and checked: %1").arg(QDir::toNativeSeparators(target)),
                           Desk::Tone::Positive);
            else
                m_desk.report(done.error());
        });
}

void Projects::check()
{
    if (m_jobs.isBusy())
        return;
    m_jobs.start(tr("Checking the project: structure and checksums…"));
    struct Work {
        std::atomic_bool stop = false;
        std::atomic<double> share = 0;
    };
    auto work = std::make_shared<Work>();
    const QMetaObject::Connection cancel = connect(&m_jobs, &JobBar::cancelWanted, this, [work] { work->stop = true; });
    // The worker only leaves a number behind; the window looks at it at its own pace.
    auto *look = new QTimer(this);
    connect(look, &QTimer::timeout, this,
            [this, work] { m_jobs.setProgress(static_cast<qint64>(work->share * 1000), 1000); });
    look->start(100);
    const auto progress = [work](double share) {
        work->share = share;
        return !work->stop;
    };
    m_desk.store()
        .run([progress](store::Project &project) { return project.check(progress); })
        .then(this, [this, cancel, look](const Result<store::CheckReport> &report) {
            look->deleteLater();
            disconnect(cancel);
            m_jobs.finish();
            if (report)
                Q_EMIT checked(*report);
            else if (report.error().fault != Fault::Cancelled)
                m_desk.report(report.error());
        });
}

} // namespace onrecord::ui
