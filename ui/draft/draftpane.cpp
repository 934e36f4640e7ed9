// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draft/draftpane.h"

#include "core/io/readfile.h"
#include "core/io/readscan.h"
#include "ui/draft/draftjob.h"
#include "ui/present/words.h"
#include "ui/widgets/accentbutton.h"
#include "ui/widgets/answerdelegate.h"
#include "ui/widgets/desk.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QSaveFile>
#include <QSplitter>
#include <QTextBlock>
#include <QTextEdit>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

Result<io::ReadDocument> readDraft(const QString &path)
{
    const auto bytes = io::readFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    io::ReaderProcess reader;
    return io::readScan(reader, io::Recogniser(), *bytes, {QFileInfo(path).fileName(), {}},
                        io::RecognitionChoice::from({}));
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(Fault::NotWritable, path + u": "_s + file.errorString());
    return {};
}

} // namespace

DraftPane::DraftPane(Desk &desk, QWidget *parent) : Pane(u"draft"_s, desk, parent), m_job(new DraftJob(desk, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *load = new QPushButton(tr("&Load…"), this);
    load->setObjectName(u"draft.load"_s);
    m_check = new AccentButton(tr("Check"), this);
    m_check->setObjectName(u"draft.check"_s);
    m_check->setToolTip(tr("Ctrl+Enter checks from the text"));
    m_save = new QPushButton(tr("Save Sheet…"), this);
    m_save->setObjectName(u"draft.save"_s);
    m_save->setToolTip(tr("The fact-check sheet as a table (CSV) or a page (HTML)"));
    for (QPushButton *button : {load, m_save})
        button->setMinimumHeight(32);
    row->addWidget(load);
    row->addWidget(m_check);
    row->addWidget(m_save);
    row->addStretch(1);
    column->addLayout(row);

    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    m_text = new QTextEdit(split);
    m_text->setObjectName(u"draft.text"_s);
    m_text->setAccessibleName(tr("Your draft"));
    m_text->setPlaceholderText(tr("Paste your article here, or load it. Every quotation and figure is held against the "
                                  "sources in this project."));
    m_text->setAcceptRichText(false);
    m_text->setTabChangesFocus(true);
    m_text->setFont(present::paperFont());
    m_text->installEventFilter(this);
    m_list = new QListWidget(split);
    m_list->setObjectName(u"draft.findings"_s);
    m_list->setAccessibleName(tr("Quotations and figures of the draft"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new AnswerDelegate(
        [this](const QModelIndex &index, const present::Tones &tones) {
            return DraftWords::ink(m_lines[static_cast<size_t>(index.row())].mood, tones);
        },
        m_list));
    split->addWidget(m_text);
    split->addWidget(m_list);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    m_list->hide(); // nothing is found before something is checked
    column->addWidget(split, 1);
    m_state = new QLabel(this);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    m_save->setEnabled(false);
    setFocusProxy(m_text);

    connect(load, &QPushButton::clicked, this, &DraftPane::askForFile);
    connect(m_check, &QPushButton::clicked, this, [this] { m_job->isAsking() ? stop() : check(); });
    connect(m_job, &DraftJob::advanced, this, [this](const match::DraftReport &report, double part) {
        take(report, false);
        m_state->setText(tr("Checking… %L1 %", "part of a draft that is checked").arg(static_cast<int>(part * 100)));
    });
    connect(m_job, &DraftJob::finished, this, [this](const match::DraftReport &report) {
        showChecking(false);
        take(report, true);
    });
    connect(m_job, &DraftJob::failed, this, [this](const Error &error) {
        showChecking(false);
        m_state->setText({});
        this->desk().report(error);
    });
    connect(m_save, &QPushButton::clicked, this, &DraftPane::askForSheet);
    connect(m_list, &QListWidget::currentRowChanged, this, &DraftPane::showLine);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { openLine(m_list->row(item)); });
    connect(m_text, &QTextEdit::textChanged, this, [this] {
        m_job->cancel(); // what was found is of other words now
        showChecking(false);
        m_lines.clear();
        m_list->clear();
        m_list->hide();
        m_hasReport = false;
        m_text->setExtraSelections({});
        m_save->setEnabled(false);
        m_state->setText({});
        Q_EMIT subtitleChanged();
    });
}

QString DraftPane::title() const
{
    return tr("Check a Draft");
}

QString DraftPane::subtitle() const
{
    if (!m_hasReport)
        return {};
    const auto wrong =
        std::ranges::count_if(m_lines, [](const DraftLine &line) { return line.mood != DraftLine::Mood::Good; });
    return tr("%L1 checked · to look at: %L2").arg(m_lines.size()).arg(wrong);
}

void DraftPane::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Load a Draft"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DraftPane::load);
    dialog->open();
}

void DraftPane::load(const QString &path)
{
    QtConcurrent::run([path] {
        return readDraft(path);
    }).then(this, [this, path](const Result<io::ReadDocument> &read) {
        if (!read) {
            desk().report(read.error());
            return;
        }
        m_name = QFileInfo(path).fileName();
        m_text->setPlainText(read->text);
        check();
    });
}

void DraftPane::check()
{
    io::ReadDocument draft;
    draft.text = m_text->toPlainText();
    if (draft.text.trimmed().isEmpty())
        return;
    m_state->setText(tr("Checking…"));
    showChecking(true);
    m_job->ask(workspace().snapshot(), std::move(draft));
}

void DraftPane::showChecking(bool on)
{
    m_check->setText(on ? tr("&Cancel") : tr("&Check"));
}

void DraftPane::stop()
{
    m_job->cancel();
    showChecking(false);
    m_state->setText(m_lines.empty() ? tr("Cancelled.") : tr("Cancelled: the rest was not checked."));
}

void DraftPane::take(const match::DraftReport &report, bool isAll)
{
    const SnapshotPtr record = workspace().snapshot();
    m_lines = DraftWords::lines(report, *record);
    m_hasReport = true;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const DraftLine &line : m_lines) {
        auto *item = new QListWidgetItem(m_list);
        item->setText(line.words);
        item->setData(AnswerDelegate::LineRole,
                      line.source.isEmpty() ? tr("%1 %2", "sign, verdict").arg(line.sign, line.answer)
                                            : tr("%1 %2 · %3", "sign, verdict, source").arg(line.sign, line.answer, line.source));
        item->setToolTip(line.why.toHtmlEscaped());
        item->setData(
            Qt::AccessibleTextRole,
            tr("%1: %2. %3. %4", "verdict, words, source, why").arg(line.answer, line.words, line.source, line.why));
    }
    m_list->setVisible(!m_lines.empty());
    m_save->setEnabled(isAll && !m_lines.empty());
    underline();
    Q_EMIT subtitleChanged();
    if (!isAll)
        return;
    m_state->setText(m_lines.empty() ? tr("There is no quotation and no figure in this text.")
                                     : tr("Searched: %1. Absence here is not proof.")
                                           .arg(present::countInWords(present::Noun::Article,
                                                                      static_cast<qint64>(record->articles().size()))));
    Q_EMIT checked();
}

/// Each mood has its own line, so that none needs its colour.
void DraftPane::underline()
{
    const auto tones = present::tones(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const DraftLine &line = m_lines[i];
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document());
        mark.cursor.setPosition(line.span.start);
        mark.cursor.setPosition(line.span.end, QTextCursor::KeepAnchor);
        const QColor ink = DraftWords::ink(line.mood, tones);
        mark.format.setUnderlineColor(ink);
        mark.format.setUnderlineStyle(line.mood == DraftLine::Mood::Good          ? QTextCharFormat::SingleUnderline
                                          : line.mood == DraftLine::Mood::Warning ? QTextCharFormat::DashUnderline
                                          : line.mood == DraftLine::Mood::Bad     ? QTextCharFormat::WaveUnderline
                                                                                  : QTextCharFormat::DotLine);
        if (static_cast<int>(i) == m_list->currentRow())
            mark.format.setBackground(tones.selectedWash);
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

void DraftPane::showLine(int row)
{
    if (row < 0 || row >= static_cast<int>(m_lines.size()))
        return;
    QTextCursor cursor(m_text->document());
    cursor.setPosition(m_lines[static_cast<size_t>(row)].span.start);
    m_text->setTextCursor(cursor);
    m_text->ensureCursorVisible();
    underline();
}

void DraftPane::openLine(int row)
{
    if (row < 0 || row >= static_cast<int>(m_lines.size()))
        return;
    const DraftLine &line = m_lines[static_cast<size_t>(row)];
    if (!line.article)
        return;
    workspace().selection().set(line.item);
    workspace().setPassage({line.article, line.passage, line.item});
    workspace().markPlace();
}

void DraftPane::askForSheet()
{
    auto *dialog = new QFileDialog(this, tr("Save the Fact-Check Sheet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("Page (*.html)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"html") ? u"html"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &DraftPane::saveSheet);
    dialog->open();
}

void DraftPane::saveSheet(const QString &path)
{
    const QString title = m_name.isEmpty() ? tr("Fact-check sheet") : tr("Fact-check sheet: %1").arg(m_name);
    const io::FactSheet sheet = DraftWords::sheet(title, m_lines, *workspace().snapshot());
    const bool isPage = path.endsWith(u".html", Qt::CaseInsensitive) || path.endsWith(u".htm", Qt::CaseInsensitive);
    QtConcurrent::run([path, sheet, isPage] {
        return writeFile(path, isPage ? io::factSheetHtml(sheet) : io::factSheetCsv(sheet));
    }).then(this, [this, path](const Result<void> &written) {
        if (!written) {
            desk().report(written.error());
            return;
        }
        desk().say(tr("Saved the fact-check sheet as “%1”.").arg(QFileInfo(path).fileName()), Desk::Tone::Positive);
        Q_EMIT sheetSaved(path);
    });
}

bool DraftPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && (key->modifiers() & Qt::ControlModifier)) {
            check();
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

void DraftPane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_hasReport)
        underline();
}

void DraftPane::refresh(explore::Workspace::Changes changes)
{
    m_check->setEnabled(desk().store().isOpen());
    if ((changes & explore::Workspace::SnapshotChange) && m_hasReport)
        check(); // other sources, other answers
}

} // namespace onrecord::ui
