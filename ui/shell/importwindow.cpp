// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/importwindow.h"

#include "ui/present/signdelegate.h"
#include "ui/present/tones.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
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

} // namespace

ImportWindow::ImportWindow(ImportQueue &queue, QWidget *parent) : QDialog(parent), m_queue(queue), m_shown(new StepFilter(this))
{
    setObjectName(u"importWindow"_s);
    setWindowTitle(tr("Import"));
    resize(QSize(860, 580).boundedTo(screen()->availableSize() - QSize(24, 40)));
    m_shown->setSourceModel(&queue);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(makeTop());
    makeView();
    rows->addWidget(m_view, 1);
    m_detail = new QLabel(this);
    m_detail->setObjectName(u"import.detail"_s);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setMinimumHeight(3 * fontMetrics().lineSpacing()); // the list above stands still
    rows->addWidget(m_detail);
    rows->addWidget(makeButtons());
    connect(&queue, &ImportQueue::countsChanged, this, &ImportWindow::showCounts);
    connect(&queue, &QAbstractItemModel::dataChanged, this, &ImportWindow::showSelection);
    connect(m_shown, &QAbstractItemModel::modelReset, this, &ImportWindow::showSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImportWindow::showSelection);
    setRunning(false, false);
    m_view->setFocus();
}

QList<ImportWindow::Which> ImportWindow::choices()
{
    return {{tr("all"), {}},
            {tr("refused or left out"), {Step::Refused, Step::Skipped}},
            {tr("new versions"), {Step::Version}},
            {tr("already here"), {Step::Duplicate}},
            {tr("not finished"), {Step::Waiting, Step::Reading}}};
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
    for (const Which &which : choices())
        m_which->addItem(which.words);
    m_which->setMinimumContentsLength(24); // the numbers grow, the box does not
    line->addWidget(label);
    line->addWidget(m_which);
    lines->addLayout(line);
    connect(m_which, &QComboBox::currentIndexChanged, this, [this](int which) {
        static_cast<StepFilter *>(m_shown)->setSteps(choices().value(which).steps);
        chooseRow();
    });
    return top;
}

void ImportWindow::makeView()
{
    m_view = new QTreeView(this);
    m_view->setObjectName(u"import.files"_s);
    m_view->setModel(m_shown);
    present::SignDelegate::setUp(*m_view);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAccessibleName(tr("Files of the import"));
    m_view->header()->resizeSection(ImportQueue::FileColumn, 280);
    m_view->header()->resizeSection(ImportQueue::StateColumn, 130);
    connect(m_view, &QTreeView::activated, this, &ImportWindow::open);
}

QWidget *ImportWindow::makeButtons()
{
    auto *box = new QWidget(this);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    const auto add = [box, line](const QString &text, const QString &name) {
        auto *button = new QPushButton(text, box);
        line->addWidget(button);
        button->setObjectName(name);
        button->setAutoDefault(false); // Enter in the list opens the article
        return button;
    };
    m_open = add(tr("&Open Article"), u"import.open"_s);
    m_pause = add(tr("&Pause"), u"import.pause"_s);
    m_skip = add(tr("S&kip"), u"import.skip"_s);
    m_cancel = add(tr("&Stop Import"), u"import.cancel"_s);
    m_retry = add(tr("&Retry Failed"), u"import.retry"_s);
    m_preview = add(tr("Pre&view…"), u"import.preview"_s);
    m_preview->setToolTip(tr("What the chosen file is read as; another encoding can be chosen there"));
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
    connect(m_open, &QPushButton::clicked, this, [this] { open(m_view->selectionModel()->selectedRows().value(0)); });
    connect(save, &QPushButton::clicked, this, &ImportWindow::save);
    line->addStretch(1);
    connect(add(tr("&Close"), u"import.close"_s), &QPushButton::clicked, this, &QDialog::close);
    return box;
}

void ImportWindow::setRunning(bool running, bool paused)
{
    m_running = running;
    m_paused = paused;
    m_stopping = m_stopping && running;
    const QWidget *focus = focusWidget(); // what is turned off gives it away
    m_pause->setText(paused ? tr("&Go On") : tr("&Pause"));
    m_pause->setEnabled(running && !m_stopping);
    m_cancel->setEnabled(running && !m_stopping);
    for (QPushButton *button : {m_pause, m_skip, m_cancel})
        button->setVisible(running);
    for (QPushButton *button : {m_retry, m_preview})
        button->setVisible(!running);
    if (focus && !focus->isVisibleTo(this))
        m_view->setFocus(Qt::OtherFocusReason);
    showCounts();
    if (!running)
        chooseRow();
    showSelection();
}

/// Where nobody has chosen a row: the first that went wrong, else the first. What is chosen is told in full below.
void ImportWindow::chooseRow()
{
    if (!selectedRows().isEmpty() || m_shown->rowCount() == 0)
        return;
    int row = 0;
    for (int i = m_shown->rowCount() - 1; i >= 0; --i) {
        if (m_shown->index(i, 0).data(ImportQueue::StepRole).toInt() == static_cast<int>(Step::Refused))
            row = i;
    }
    m_view->setCurrentIndex(m_shown->index(row, 0));
}

void ImportWindow::open(const QModelIndex &index)
{
    if (const ArticleId article{index.data(ImportQueue::ArticleRole).toLongLong()}; article)
        Q_EMIT articleWanted(article);
}

void ImportWindow::showCounts()
{
    const int total = m_queue.rowCount();
    const int done = m_queue.finished();
    QStringList parts{tr("%L1 of %L2 done").arg(done).arg(total)}; // a file may hold several
    for (const Step step : {Step::Imported, Step::Duplicate, Step::Version, Step::Refused, Step::Skipped}) {
        if (const int count = m_queue.count(step); count > 0)
            parts << ImportQueue::countInWords(step, count);
    }
    if (m_stopping)
        parts << tr("stopping");
    else if (m_running && m_paused)
        parts << tr("paused");
    m_summary->setText(parts.join(u" · "_s));
    m_progress->setRange(0, std::max(1, total));
    m_progress->setValue(done);
    m_retry->setEnabled(!m_running && !m_queue.failedRows().empty());
    const auto all = choices();
    for (int i = 0; i < all.size(); ++i) {
        int count = all[i].steps.isEmpty() ? total : 0;
        for (const Step step : all[i].steps)
            count += m_queue.count(step);
        m_which->setItemText(i, tr("%1 (%L2)", "files of a state, their number").arg(all[i].words).arg(count));
    }
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
    const QModelIndex only = rows.size() == 1 ? m_queue.index(rows.front(), 0) : QModelIndex();
    m_open->setEnabled(only.data(ImportQueue::ArticleRole).toLongLong() != 0);
    const QString result = only.siblingAtColumn(ImportQueue::ResultColumn).data().toString();
    m_detail->setText(!only.isValid() ? QString() : result.isEmpty() ? only.data().toString() : tr("%1: %2", "a file, what became of it").arg(only.data().toString(), result));
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
