// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/importwindow.h"


#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>
#include <functional>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using Step = ImportQueue::Step;

namespace {

/// Shows the rows of some steps; all when none is chosen.
class StepFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setSteps(QList<Step> steps)
    {
        m_steps = std::move(steps);
        invalidateRowsFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return m_steps.isEmpty() || m_steps.contains(static_cast<Step>(sourceModel()->index(row, 0, parent).data(ImportQueue::StepRole).toInt()));
    }

private:
    QList<Step> m_steps;
};

/// Names tell themselves apart at both ends, sentences begin with what matters.
class ElideAtEnd : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
    }
};

} // namespace

ImportWindow::ImportWindow(ImportQueue &queue, QWidget *parent) : QDialog(parent), m_queue(queue), m_shown(new StepFilter(this))
{
    setObjectName(u"importWindow"_s);
    setWindowTitle(tr("Import"));
    resize(820, 520);
    m_shown->setSourceModel(&queue);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(makeTop());
    makeView();
    rows->addWidget(m_view, 1);
    rows->addWidget(makeButtons());
    connect(&queue, &ImportQueue::countsChanged, this, &ImportWindow::showCounts);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImportWindow::showSelection);
    setRunning(false, false);
    m_view->setFocus();
}

QWidget *ImportWindow::makeTop()
{
    auto *top = new QWidget(this);
    auto *lines = new QVBoxLayout(top);
    lines->setContentsMargins(0, 0, 0, 0);
    m_summary = new QLabel(top);
    m_summary->setObjectName(u"import.summary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    lines->addWidget(m_summary);
    auto *line = new QHBoxLayout;
    m_progress = new QProgressBar(top);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setAccessibleName(tr("Progress of the import"));
    line->addWidget(m_progress, 1);
    auto *label = new QLabel(tr("S&how:"), top);
    m_which = new QComboBox(top);
    m_which->setObjectName(u"import.which"_s);
    label->setBuddy(m_which);
    m_which->addItems({tr("all files"), tr("refused or left out"), tr("new versions"), tr("already here"), tr("not finished")});
    line->addWidget(label);
    line->addWidget(m_which);
    lines->addLayout(line);
    connect(m_which, &QComboBox::currentIndexChanged, this, [this](int which) {
        const QList<Step> steps[] = {{}, {Step::Refused, Step::Skipped}, {Step::Version}, {Step::Duplicate}, {Step::Waiting, Step::Reading}};
        static_cast<StepFilter *>(m_shown)->setSteps(steps[which]);
    });
    return top;
}

void ImportWindow::makeView()
{
    m_view = new QTreeView(this);
    m_view->setObjectName(u"import.files"_s);
    m_view->setModel(m_shown);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true); // ten thousand rows cost what is seen of them
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setItemDelegateForColumn(ImportQueue::ResultColumn, new ElideAtEnd(m_view));
    m_view->setAccessibleName(tr("Files of the import"));
    m_view->header()->setStretchLastSection(true);
    m_view->header()->resizeSection(ImportQueue::FileColumn, 280);
    m_view->header()->resizeSection(ImportQueue::StateColumn, 110);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const ArticleId article{index.data(ImportQueue::ArticleRole).toLongLong()}; article)
            Q_EMIT articleWanted(article);
    });
}

QWidget *ImportWindow::makeButtons()
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [box](const QString &text, const QString &name) {
        QPushButton *button = box->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        button->setAutoDefault(false); // Enter in the list opens the article
        return button;
    };
    box->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_pause = add(tr("&Pause"), u"import.pause"_s);
    m_skip = add(tr("S&kip"), u"import.skip"_s);
    m_retry = add(tr("&Retry Failed"), u"import.retry"_s);
    m_preview = add(tr("Pre&view…"), u"import.preview"_s);
    m_preview->setToolTip(tr("What the chosen file is read as; another encoding can be chosen there"));
    m_cancel = add(tr("&Stop Import"), u"import.cancel"_s);
    QPushButton *save = add(tr("Save R&eport…"), u"import.save"_s);
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseWanted(!m_paused); });
    connect(m_skip, &QPushButton::clicked, this, [this] { Q_EMIT skipWanted(selectedRows()); });
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryWanted(m_queue.failedRows()); });
    connect(m_preview, &QPushButton::clicked, this, [this] { Q_EMIT previewWanted(m_queue.fileOf(selectedRows().value(0, -1))); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_stopping = true; // what is being stored is stored first
        setRunning(m_running, m_paused);
        Q_EMIT cancelWanted();
    });
    connect(save, &QPushButton::clicked, this, &ImportWindow::save);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::close);
    return box;
}

void ImportWindow::setRunning(bool running, bool paused)
{
    m_running = running;
    m_paused = paused;
    m_stopping = m_stopping && running;
    m_pause->setText(paused ? tr("&Go On") : tr("&Pause"));
    m_pause->setEnabled(running && !m_stopping);
    m_cancel->setEnabled(running && !m_stopping);
    showCounts();
    showSelection();
}

void ImportWindow::showCounts()
{
    const int total = m_queue.rowCount();
    const int done = m_queue.finished();
    QStringList parts{tr("%L1 of %L2 files done").arg(done).arg(total)};
    for (const Step step : {Step::Imported, Step::Duplicate, Step::Version, Step::Refused, Step::Skipped}) {
        if (const int count = m_queue.count(step); count > 0)
            parts << tr("%L1 %2", "count and state of files").arg(count).arg(ImportQueue::words(step));
    }
    if (m_stopping)
        parts << tr("stopping");
    else if (m_running && m_paused)
        parts << tr("paused");
    m_summary->setText(parts.join(u" · "_s));
    m_progress->setRange(0, std::max(1, total));
    m_progress->setValue(done);
    m_retry->setEnabled(!m_running && !m_queue.failedRows().empty());
}

QList<int> ImportWindow::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows << m_shown->mapToSource(index).row();
    return rows;
}

void ImportWindow::showSelection()
{
    const QList<int> rows = selectedRows();
    m_skip->setEnabled(m_running && !rows.isEmpty());
    m_preview->setEnabled(!m_running && rows.size() == 1 && !m_queue.fileOf(rows.front()).isEmpty());
}

void ImportWindow::save()
{
    auto *dialog = new QFileDialog(this, tr("Save Report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Text (*.txt)"), tr("Table (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(tr("import report") + u".txt"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("csv"_L1) ? u"csv"_s : filter.contains("json"_L1) ? u"json"_s : u"txt"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const ingest::ImportReport report = m_queue.report();
        const QByteArray bytes = path.endsWith(".json"_L1) ? report.toJson(ImportQueue::reasonInWords)
            : path.endsWith(".csv"_L1)                     ? report.toCsv(ImportQueue::reasonInWords).toUtf8()
                                                           : report.toText(ImportQueue::reasonInWords).toUtf8();
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            m_summary->setText(tr("The report was not saved: %1").arg(file.errorString()));
    });
    dialog->open();
}

} // namespace onrecord::ui
