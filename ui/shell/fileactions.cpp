// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fileactions.h"

#include "ui/check/checkpane.h"
#include "ui/present/words.h"
#include "ui/shell/actions.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/imports.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pastedialog.h"
#include "ui/shell/projects.h"
#include "ui/shell/recentprojects.h"
#include "ui/shell/searchbox.h"
#include "ui/story/startpage.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QStandardPaths>
#include <QUrl>
#include <QtConcurrentRun>
#include <algorithm>
#include <utility>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

const QString suffix = u".onrecord"_s;
const QString storyName = u"The Story"_s;
const QString sessionKey = u"session/project"_s;
const QString startedKey = u"session/started"_s;

/// Looks for files on a worker: a medium that is gone can take long to say so.
QFuture<QList<bool>> lookFor(const QStringList &paths)
{
    return QtConcurrent::run([paths] {
        QList<bool> there;
        for (const QString &path : paths)
            there << QFileInfo::exists(path);
        return there;
    });
}

/// A file dialog that does not stop the window. Deletes itself.
QFileDialog *makeDialog(QWidget *window, const QString &title, QFileDialog::AcceptMode accept,
                        QFileDialog::FileMode mode, const QString &folder)
{
    auto *dialog = new QFileDialog(window, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(accept);
    dialog->setFileMode(mode);
    return dialog;
}

/// The documents folder, or home where there is none: a dialog takes a folder that is not there for a file name.
QString documents()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).exists() ? folder : QDir::homePath();
}

} // namespace

QString FileActions::articleFilter()
{
    return tr("Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.mht *.mhtml *.pdf *.docx *.odt *.rtf "
              "*.epub *.eml *.srt *.vtt *.ris *.bib *.json *.csv *.tsv *.ftm *.ijson *.gexf *.graphml *.jsonld *.zip)");
}

FileActions::FileActions(Desk &desk, MainWindow &window)
    : QObject(&window), m_desk(desk), m_window(window),
      m_imports(new Imports(desk, window.jobs(), window.messages(), &window))
{
    on(u"file.new"_s, [this] { askNew(); });
    on(u"file.open"_s, [this] { askOpen(); });
    on(u"file.import"_s, [this] { askImport(false); });
    on(u"file.importPreview"_s, [this] { askPreview(); });
    on(u"file.recognition"_s, [this] { m_imports->chooseRecognition(); });
    on(u"file.importFolder"_s, [this] { askImport(true); });
    on(u"file.pasteArticle"_s, [this] { askText(*QGuiApplication::clipboard()->mimeData()); });
    on(u"file.importQueue"_s, [this] { m_imports->showQueue(); });
    on(u"file.backup"_s, [this] { askBackup(); });
    on(u"file.check"_s, [this] { m_window.projects().check(); });
    on(u"file.close"_s, [this] {
        m_desk.settings().remove(sessionKey);
        m_window.projects().close();
    });
    on(u"file.quit"_s, [this] { m_window.close(); });
    on(u"file.clearRecent"_s, [this] { m_window.recents().clear(); });
    on(u"story.open"_s, [this] { openStory(false); });
    on(u"story.again"_s, [this] { openStory(true); });
    on(u"story.walk"_s, [this] { walkStory(); });
    // Nothing to look at before the first import of the session.
    QAction *queue = window.actions().find(u"file.importQueue"_s);
    queue->setEnabled(false);
    queue->setToolTip(tr("Nothing was imported since OnRecord was started"));
    connect(m_imports, &Imports::queueChanged, queue, [queue] {
        queue->setEnabled(true);
        queue->setToolTip({});
    });
    connect(window.actions().find(u"file.pinRecent"_s), &QAction::triggered, this,
            [this](bool pinned) { m_window.recents().setPinned(m_desk.store().path(), pinned); });

    Projects &projects = window.projects();
    connect(&projects, &Projects::opened, this, [this](const QString &path) {
        m_desk.settings().setValue(sessionKey, path);
        m_window.messages().clear();
        m_window.showPanes();
    });
    // Not before: what somebody asked for while opening would be covered by what they left last time.
    connect(&projects, &Projects::placeRestored, this, [this] {
        m_window.startReading();
        if (const auto next = std::exchange(m_afterOpening, {}))
            next();
    });
    connect(&projects, &Projects::closed, this, [this] {
        if (!m_window.projects().isOpening())
            m_window.showStart();
    });
    connect(&window.recents(), &RecentProjects::changed, this, &FileActions::showRecents);
    connect(&projects, &Projects::openFailed, this, &FileActions::sayOpenFailure);
    connect(&projects, &Projects::checked, this, &FileActions::sayChecked);
    auto *recent = window.menuBar()->findChild<QMenu *>(u"menu.recent"_s);
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
}

void FileActions::on(const QString &action, const std::function<void()> &call)
{
    connect(m_window.actions().find(action), &QAction::triggered, this, call);
}

void FileActions::askNew(const std::function<void()> &then)
{
    QFileDialog *dialog =
        makeDialog(&m_window, tr("New Project"), QFileDialog::AcceptSave, QFileDialog::AnyFile, documents());
    dialog->setNameFilter(tr("OnRecord projects (*%1)").arg(suffix));
    dialog->setDefaultSuffix(suffix.sliced(1));
    dialog->setLabelText(QFileDialog::Accept, tr("Create"));
    dialog->selectFile(tr("New Project", "a file name") + suffix);
    // Nothing is ever overwritten: the store refuses, so the dialog need not ask.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    connect(dialog, &QFileDialog::fileSelected, this, [this, then](const QString &path) {
        m_afterOpening = then;
        m_window.projects().create(path);
    });
    dialog->open();
}

void FileActions::withProject(const std::function<void()> &call)
{
    if (m_desk.store().isOpen()) {
        call();
        return;
    }
    m_desk.say(tr("Articles are kept in a project: one file. Choose where the new one should be."));
    askNew(call);
}

void FileActions::askImport(bool folder)
{
    withProject([this, folder] {
        QFileDialog *dialog =
            makeDialog(&m_window, folder ? tr("Import Folder") : tr("Import Articles"), QFileDialog::AcceptOpen,
                       folder ? QFileDialog::Directory : QFileDialog::ExistingFiles, documents());
        if (folder)
            dialog->setOption(QFileDialog::ShowDirsOnly);
        else
            dialog->setNameFilters({articleFilter(), tr("All files (*)")});
        dialog->setLabelText(QFileDialog::Accept, tr("Import"));
        connect(dialog, &QFileDialog::filesSelected, m_imports, &Imports::importPaths);
        dialog->open();
    });
}

void FileActions::askPreview()
{
    withProject([this] {
        QFileDialog *dialog = makeDialog(&m_window, tr("Preview a File"), QFileDialog::AcceptOpen, QFileDialog::ExistingFile, documents());
        dialog->setNameFilters({articleFilter(), tr("All files (*)")});
        dialog->setLabelText(QFileDialog::Accept, tr("Preview"));
        connect(dialog, &QFileDialog::fileSelected, m_imports, &Imports::preview);
        dialog->open();
    });
}

void FileActions::askText(const QMimeData &data)
{
    askText(data.text(), data.hasHtml() ? data.html() : QString());
}

void FileActions::askText(const QString &text, const QString &markup)
{
    withProject([this, text, markup] {
        auto *dialog = new PasteDialog(text, markup, &m_window);
        connect(dialog, &PasteDialog::given, m_imports, &Imports::importText);
        dialog->open();
    });
}

void FileActions::askOpen()
{
    QFileDialog *dialog =
        makeDialog(&m_window, tr("Open Project"), QFileDialog::AcceptOpen, QFileDialog::ExistingFile, documents());
    dialog->setNameFilters({tr("OnRecord projects (*%1)").arg(suffix), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_window.projects().open(path); });
    dialog->open();
}

void FileActions::askBackup()
{
    const QFileInfo file(m_desk.store().path());
    const QString name = tr("%1 backup %2", "project name, date")
                             .arg(file.completeBaseName(), QDate::currentDate().toString(Qt::ISODate));
    QFileDialog *dialog =
        makeDialog(&m_window, tr("Back Up As"), QFileDialog::AcceptSave, QFileDialog::AnyFile, file.absolutePath());
    dialog->setNameFilter(tr("OnRecord projects (*%1)").arg(suffix));
    dialog->setDefaultSuffix(suffix.sliced(1));
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(name + suffix);
    connect(dialog, &QFileDialog::fileSelected, &m_window.projects(), &Projects::backup);
    dialog->open();
}

void FileActions::fillRecentMenu(QMenu *menu)
{
    menu->clear();
    const auto &recents = m_window.recents().all();
    QStringList paths;
    QList<QPointer<QAction>> actions;
    for (const auto &[path, pinned] : recents) {
        QString text = QFileInfo(path).completeBaseName();
        text = pinned ? tr("%1 (pinned)").arg(text) : text;
        QAction *action = menu->addAction(text.replace(u'&', u"&&"_s));
        action->setToolTip(QDir::toNativeSeparators(path).toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, path = path] { m_window.projects().open(path); });
        paths << path;
        actions << action;
    }
    menu->setToolTipsVisible(true);
    if (recents.empty())
        menu->addAction(tr("No project was opened yet"))->setEnabled(false);
    menu->addSeparator();
    QAction *pin = m_window.actions().find(u"file.pinRecent"_s);
    const auto here = std::ranges::find(recents, m_desk.store().path(), &RecentProjects::Recent::path);
    pin->setChecked(here != recents.end() && here->pinned);
    menu->addAction(pin);
    menu->addAction(m_window.actions().find(u"file.clearRecent"_s));
    // The menu opens at once and greys what is missing when that is known.
    lookFor(paths).then(this, [actions](const QList<bool> &there) {
        for (qsizetype i = 0; i < there.size(); ++i) {
            if (actions[i] && !there[i]) {
                actions[i]->setEnabled(false);
                actions[i]->setText(tr("%1 (missing)").arg(actions[i]->text()));
            }
        }
    });
}

void FileActions::sayOpenFailure(const QString &path, const Error &error)
{
    Message message{
        tr("%1: %2", "file name, what went wrong").arg(QFileInfo(path).fileName(), present::faultInWords(error.fault)),
        Desk::Tone::Error,
        {},
        {}};
    if (error.fault == Fault::InUse || error.fault == Fault::NotReadable) {
        message.tone = Desk::Tone::Warning;
        message.actionText = tr("Try &Again");
        message.action = [this, path] { m_window.projects().open(path); };
    } else if (error.fault == Fault::NotFound) {
        message.actionText = tr("&Remove from List");
        message.action = [this, path] { m_window.recents().forget(path); };
    } else if (error.fault == Fault::Damaged || error.fault == Fault::NotWritable) {
        message.actionText = tr("Open &Read-Only");
        message.action = [this, path] { m_window.projects().open(path, store::OpenMode::ReadOnly); };
    } else if (error.fault == Fault::NotAProject) {
        message.actionText = tr("&Import It");
        message.action = [this, path] { openOrImport({path}); };
    }
    m_window.messages().show(message);
    m_afterOpening = {};
    if (!m_desk.store().isOpen())
        m_window.showStart();
}

void FileActions::sayChecked(const store::CheckReport &report)
{
    if (report.ok) {
        m_desk.say(tr("The project is sound: structure and %L1 checksums hold.").arg(report.digestsChecked),
                   Desk::Tone::Positive);
        return;
    }
    QStringList names;
    for (const auto &bad : report.bad)
        names << tr("%1 “%2”", "kind of item, its name").arg(bad.what, bad.name);
    constexpr qsizetype shown = 5;
    const qsizetype more = names.size() - shown;
    QString text = names.isEmpty() ? tr("The project file is damaged: %1").arg(report.structure)
                                   : tr("The check found damage in %1.").arg(names.mid(0, shown).join(tr(", ")));
    if (more > 0)
        text += u' ' + tr("And in %Ln more.", nullptr, static_cast<int>(more));
    m_window.messages().show(
        {text + u' ' + tr("Nothing was changed. Open a backup to get them back."), Desk::Tone::Error, {}, {}});
}

bool FileActions::canTake(const QMimeData &data)
{
    return data.hasUrls() || data.hasText();
}

void FileActions::take(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty())
        openOrImport(paths);
    else if (!urls.isEmpty())
        m_desk.say(tr("OnRecord never goes to the network. Save the page to a file and drop that here."),
                   Desk::Tone::Warning);
    else if (data.hasText())
        askText(data);
}

void FileActions::openOrImport(const QStringList &paths)
{
    if (paths.size() == 1 && paths.front().endsWith(suffix, Qt::CaseInsensitive))
        m_window.projects().open(paths.front());
    else
        withProject([this, paths] { m_imports->importPaths(paths); });
}

bool FileActions::isStoryOpen() const
{
    return m_desk.store().isOpen() && QFileInfo(m_desk.store().path()).fileName().startsWith(storyName);
}

void FileActions::openStory(bool again, const QString &folder)
{
    const QDir place(folder.isEmpty() ? Projects::ownFolder() : folder);
    place.mkpath(u"."_s);
    QString path = place.filePath(storyName + suffix);
    for (int copy = 2; again && QFileInfo::exists(path); ++copy)
        path = place.filePath(storyName + u' ' + QString::number(copy) + suffix);
    if (QFileInfo::exists(path))
        m_window.projects().open(path);
    else
        makeStory(path);
}

void FileActions::makeStory(const QString &path)
{
    m_afterOpening = [this, next = std::exchange(m_afterOpening, {})] {
        m_imports->importStory(next);
    };
    m_window.projects().create(path);
}

void FileActions::walkStory()
{
    const auto walk = [this] {
        m_window.showPanes();
        m_window.docks().bringUp(u"walk"_s);
    };
    if (isStoryOpen()) {
        walk();
        return;
    }
    m_afterOpening = walk;
    openStory(false);
}

bool FileActions::willStartOnProject(bool restoring) const
{
    const QSettings &settings = m_desk.settings();
    return !settings.contains(startedKey) || (restoring && settings.contains(sessionKey));
}

void FileActions::restoreSession(bool wanted)
{
    QSettings &settings = m_desk.settings();
    const bool isFirst = !settings.contains(startedKey);
    settings.setValue(startedKey, true);
    const QString last = wanted ? settings.value(sessionKey).toString() : QString();
    if (!last.isEmpty())
        m_window.projects().open(last);
    else if (isFirst)
        openStory(false);
}

StartPage *FileActions::makeStartPage(QWidget *parent)
{
    m_startPage = new StartPage(m_desk, parent);
    connect(m_startPage, &StartPage::checkWanted, this, [this](const QString &quote) {
        if (m_desk.store().isOpen()) {
            giveQuote(quote);
            return;
        }
        m_afterOpening = [this, quote] { giveQuote(quote); };
        openStory(false);
    });
    connect(m_startPage, &StartPage::backWanted, this, [this] {
        m_window.showPanes();
        m_window.startReading();
    });
    showRecents();
    return m_startPage;
}

void FileActions::showRecents()
{
    if (!m_startPage)
        return;
    QList<StartPage::Recent> shown;
    QStringList paths;
    for (const auto &[path, pinned] : m_window.recents().all()) {
        shown.append({path, true, pinned});
        paths << path;
    }
    m_startPage->setRecent(shown);
    lookFor(paths).then(this, [this, shown](const QList<bool> &there) {
        QList<StartPage::Recent> known = shown;
        for (qsizetype i = 0; i < there.size(); ++i)
            known[i].exists = there[i];
        if (known != shown)
            m_startPage->setRecent(known);
    });
}

void FileActions::giveQuote(const QString &quote)
{
    QString words = quote;
    if (words.isEmpty()) {
        const QString clip = QGuiApplication::clipboard()->text();
        words = looksLikeQuote(clip) ? clip : QString();
    }
    m_window.showPanes();
    m_window.docks().bringUp(u"check"_s);
    auto *pane = static_cast<CheckPane *>(m_window.docks().pane(u"check"_s));
    if (words.isEmpty())
        pane->startAsking();
    else
        pane->check(words);
}

} // namespace onrecord::ui
