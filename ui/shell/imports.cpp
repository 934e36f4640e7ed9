// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/imports.h"

#include "core/text/shown.h"
#include "ui/present/words.h"
#include "ui/shell/importpreview.h"
#include "ui/shell/importqueue.h"
#include "ui/shell/importwindow.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/jobbar.h"
#include "ui/widgets/messagebar.h"

#include <QFileInfo>
#include <algorithm>
#include <utility>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using ingest::FileState;
using ingest::ImportReport;
using present::countInWords;
using present::Noun;

Imports::Imports(Desk &desk, JobBar &jobs, MessageBar &messages, QWidget *window)
    : QObject(window), m_desk(desk), m_jobs(jobs), m_messages(messages), m_window(window), m_queue(new ImportQueue(this))
{
    connect(&jobs, &JobBar::cancelWanted, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    // The store refuses articles for a project that is no longer open; nothing more needs to be read for it.
    connect(&desk.store(), &store::Store::openChanged, this, [this] {
        if (m_job)
            m_job->cancel();
    });
}

ingest::ImportJob *Imports::begin(const QString &what)
{
    if (m_job || m_jobs.isBusy()) {
        m_desk.say(tr("Something else is still being done. Try again when it has finished."), Desk::Tone::Warning);
        return nullptr;
    }
    m_job = new ingest::ImportJob(m_desk.store(), this);
    m_job->setWords(ingest::ownWordsFolder());
    const auto recognition = RecognitionSettings::from(m_desk.settings());
    m_job->setRecognition(recognition.choice(), recognition.program);
    m_isQuiet = false;
    m_showsNew = false;
    m_jobs.start(what, true, true);
    connect(m_job, &ingest::ImportJob::offered, this, [this](const QStringList &files) {
        if (m_again.empty())
            m_queue->begin(files);
        else
            m_queue->beginAgain(m_again);
        Q_EMIT queueChanged();
    });
    connect(m_job, &ingest::ImportJob::changed, m_queue, &ImportQueue::take);
    tellQueueWindow();
    connect(m_job, &ingest::ImportJob::progressed, this, [this](int done, int offered, const ingest::FileOutcome &last) {
        m_jobs.setProgress(
            done, offered,
            tr("Importing %L1 of %L2: %3").arg(done).arg(offered).arg(shownName(QFileInfo(last.file).fileName())));
    });
    connect(m_job, &ingest::ImportJob::finished, this, &Imports::end);
    return m_job;
}

void Imports::importPathsAs(const QStringList &paths, const QString &encoding, const QString &languages)
{
    ingest::ImportJob *job = begin(tr("Looking for articles…"));
    if (!job)
        return;
    m_named = {paths.begin(), paths.end()};
    if (!languages.isEmpty())
        job->setRecognition(io::RecognitionChoice::from(languages), RecognitionSettings::from(m_desk.settings()).program);
    job->start(paths, encoding);
}

void Imports::preview(const QString &path)
{
    auto *dialog = new ImportPreview(path, m_window, RecognitionSettings::from(m_desk.settings()));
    connect(dialog, &ImportPreview::importWanted, this, [this](const QString &file, const QString &encoding, const QString &languages) { importPathsAs({file}, encoding, languages); });
    dialog->open();
}

void Imports::chooseRecognition()
{
    auto *dialog = new RecognitionDialog(RecognitionSettings::from(m_desk.settings()), m_window);
    connect(dialog, &RecognitionDialog::chosen, this, [this](const RecognitionSettings &settings) { settings.keep(m_desk.settings()); });
    dialog->open();
}

void Imports::importText(const PastedArticle &article)
{
    ingest::ImportJob *job = begin(tr("Reading the pasted text…"));
    if (!job)
        return;
    m_showsNew = true;
    const QString name = article.title.isEmpty() ? tr("Pasted text") : article.title;
    // What was filled in beats what the text says about itself.
    const auto date = PartialDate::fromEdtf(article.date);
    const ingest::GivenFields fields{article.title, article.outlet, article.url, date.value_or(PartialDate())};
    job->start(article.markup.isEmpty() ? ingest::offerOfText(article.text, name, fields) : ingest::offerOfPage(article.markup, name, fields));
}

void Imports::importStory(const std::function<void()> &then)
{
    ingest::ImportJob *job = begin(tr("Reading the bundled story…"));
    if (!job)
        return;
    m_isQuiet = true;
    m_then = then;
    job->startStory();
}

void Imports::end(const ImportReport &report)
{
    m_jobs.finish();
    std::exchange(m_job, nullptr)->deleteLater();
    m_again.clear();
    m_queue->end(report);
    tellQueueWindow();
    const bool isFine = report.count(FileState::Refused) == 0 && !report.wasCancelled && report.wordProblems.isEmpty();
    if (!m_isQuiet || !isFine)
        sayReport(report);
    // The store answers in order: one turn after this answer, everything that was imported is in the snapshot.
    m_desk.store().run([](store::Project &) -> Result<void> { return {}; }).then(this, [this, report](const Result<void> &) {
        QMetaObject::invokeMethod(this, [this, report] { showImported(report); }, Qt::QueuedConnection);
    });
}

void Imports::showImported(const ImportReport &report)
{
    explore::Workspace &workspace = m_desk.workspace();
    // Somebody who brings articles wants to see one; somebody who is reading already does not want to be moved.
    const SnapshotPtr record = m_desk.store().snapshot();
    const ArticleId pasted = m_showsNew && !report.files.empty() ? report.files.front().article : ArticleId();
    if (pasted)
        workspace.open(pasted);
    else if (!workspace.passage().article && !record->articles().empty())
        workspace.setPassage({record->articles().front().id, {}, {}});
    workspace.markPlace();
    if (const auto then = std::exchange(m_then, {}))
        then();
    Q_EMIT finished(report);
}

void Imports::sayReport(const ImportReport &report)
{
    const int known = report.count(FileState::Duplicate);
    const auto leftOut = static_cast<int>(std::ranges::count_if(report.files, [](const ingest::FileOutcome &file) { return file.state == FileState::Refused && file.reason.fault == Fault::Cancelled; }));
    const int refused = report.count(FileState::Refused) - leftOut;
    const int imported = report.count(FileState::Imported);
    const int versions = report.count(FileState::Version);
    QStringList parts;
    if (imported > 0)
        parts << countInWords(Noun::Article, imported);
    if (versions > 0)
        parts << ImportQueue::countInWords(ImportQueue::Step::Version, versions);
    const bool isNothing = parts.isEmpty();
    if (!isNothing)
        parts.front() = tr("Imported %1", "Imported 5 articles, Imported 1 new version").arg(parts.front());
    if (known > 0)
        parts << tr("%L1 already here").arg(known);
    if (refused > 0)
        parts << tr("%L1 refused").arg(refused);
    if (leftOut > 0)
        parts << tr("%L1 left out").arg(leftOut);
    QString text = parts.join(tr(", ")) + u'.';
    if (isNothing)
        text = parts.isEmpty() ? tr("There was no file to import.") : tr("Nothing was imported: %1", "2 already here, 3 refused.").arg(text);
    if (isNothing && refused == 1 && report.offered() == 1)
        text = tr("%1 was not imported: %2", "a file, why").arg(shownName(QFileInfo(report.files.front().file).fileName()), ImportQueue::reasonInWords(report.files.front().reason));
    int lost = 0;
    for (const ingest::FileOutcome &file : report.files)
        lost += file.lost;
    if (lost > 0) {
        const QString quotations = countInWords(Noun::Quotation, lost);
        text += u' ' + tr("%1 you had decided on not found in a later version: see Needs Attention in the Library.").arg(quotations);
    }
    if (report.wasCancelled)
        text = tr("Stopped as you asked; what was done is kept.") + u' ' + text;
    if (!report.wordProblems.isEmpty()) {
        text += u' ' + tr("Lines of your own word lists that could not be used: %L1. The first: %2").arg(report.wordProblems.size()).arg(report.wordProblems.first());
    }
    const Desk::Tone tone = report.offered() == 0 || refused > 0 || leftOut > 0 || !report.wordProblems.isEmpty() ? Desk::Tone::Warning : Desk::Tone::Positive;
    if (report.offered() == 0) // no list to look at either
        m_messages.show({text, tone, {}, {}, u"import"_s});
    else
        m_messages.show({text, tone, tr("Show &Files"), [this] { showQueue(); }, u"import"_s});
}

ImportWindow *Imports::showQueue()
{
    if (!m_queueWindow) {
        m_queueWindow = new ImportWindow(*m_queue, m_window);
        connect(m_queueWindow, &ImportWindow::pauseWanted, this, &Imports::setPaused);
        connect(m_queueWindow, &ImportWindow::retryWanted, this, &Imports::retry);
        connect(m_queueWindow, &ImportWindow::previewWanted, this, &Imports::preview);
        connect(m_queueWindow, &ImportWindow::cancelWanted, this, [this] {
            if (m_job)
                m_job->cancel();
        });
        connect(m_queueWindow, &ImportWindow::skipWanted, this, [this](const QList<int> &rows) {
            for (const int row : rows) {
                if (const int number = m_queue->numberInJob(row); m_job && number >= 0) {
                    m_job->skip(number);
                    m_queue->expectSkip(row);
                }
            }
        });
        connect(m_queueWindow, &ImportWindow::articleWanted, this, [this](ArticleId article) {
            m_desk.workspace().open(article);
            m_desk.workspace().markPlace();
        });
    }
    tellQueueWindow();
    m_queueWindow->show();
    m_queueWindow->raise();
    m_queueWindow->activateWindow();
    return m_queueWindow;
}

void Imports::setPaused(bool paused)
{
    if (m_job) {
        m_job->setPaused(paused);
        if (paused)
            m_jobs.setProgress(m_queue->finished(), m_queue->rowCount(), tr("Import paused at %L1 of %L2").arg(m_queue->finished()).arg(m_queue->rowCount()));
    }
    tellQueueWindow();
}

void Imports::tellQueueWindow()
{
    if (m_queueWindow)
        m_queueWindow->setRunning(m_job != nullptr, m_job && m_job->isPaused());
}

void Imports::retry(const std::vector<int> &rows)
{
    if (rows.empty())
        return;
    ingest::ImportJob *job = begin(tr("Trying again…"));
    if (!job)
        return;
    m_again = rows;
    ingest::Offer offer;
    for (const int row : rows) {
        const QString path = m_queue->outcomeOf(row).file;
        offer.files.push_back({path, {}, QFileInfo(path).fileName(), m_named.contains(path) ? io::Links::Follow : io::Links::Refuse});
    }
    job->start(std::move(offer));
}

} // namespace onrecord::ui
