// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/importqueue.h"

#include "core/text/shown.h"
#include "ui/present/signdelegate.h"
#include "ui/present/words.h"
#include "ui/shell/partnames.h"

#include <QFileInfo>
#include <algorithm>
#include <numeric>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using ingest::FileState;

ImportQueue::ImportQueue(QObject *parent) : QAbstractTableModel(parent) {}

void ImportQueue::begin(const QStringList &files)
{
    beginResetModel();
    m_rows.assign(static_cast<size_t>(files.size()), {});
    for (qsizetype i = 0; i < files.size(); ++i) {
        Row &row = m_rows[static_cast<size_t>(i)];
        row.outcome.file = row.offered = files[i];
    }
    m_jobRows.resize(m_rows.size());
    std::iota(m_jobRows.begin(), m_jobRows.end(), 0);
    m_counts = {};
    m_counts[static_cast<size_t>(Step::Waiting)] = static_cast<int>(m_rows.size());
    m_hidden = 0;
    m_wasCancelled = false;
    endResetModel();
    Q_EMIT countsChanged();
}

void ImportQueue::beginAgain(const std::vector<int> &rows)
{
    m_jobRows = rows;
    for (const int row : rows) {
        m_rows[static_cast<size_t>(row)].willSkip = false;
        setStep(m_rows[static_cast<size_t>(row)], Step::Waiting);
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount_ - 1));
    Q_EMIT countsChanged();
}

void ImportQueue::setStep(Row &row, Step step)
{
    --m_counts[static_cast<size_t>(row.step)];
    row.step = step;
    ++m_counts[static_cast<size_t>(step)];
}

ImportQueue::Step ImportQueue::stepAfter(const ingest::FileOutcome &outcome)
{
    switch (outcome.state) {
    case FileState::Imported:
        return Step::Imported;
    case FileState::Duplicate:
        return Step::Duplicate;
    case FileState::Version:
        return Step::Version;
    case FileState::Refused:
        break;
    }
    return outcome.reason.fault == Fault::Cancelled ? Step::Skipped : Step::Refused;
}

void ImportQueue::take(const std::vector<ingest::FileChange> &changes)
{
    int first = rowCount();
    int last = -1;
    for (const ingest::FileChange &change : changes) {
        if (change.file < 0 || change.file >= static_cast<int>(m_jobRows.size()))
            continue;
        const int at = m_jobRows[static_cast<size_t>(change.file)];
        Row &row = m_rows[static_cast<size_t>(at)];
        if (change.outcome && row.step != Step::Waiting && row.step != Step::Reading) {
            addPart(*change.outcome, row.offered);
            continue;
        }
        if (change.outcome) {
            row.isPart = row.outcome.file != change.outcome->file;
            row.outcome = *change.outcome;
            setStep(row, stepAfter(*change.outcome));
        } else {
            if (row.step == Step::Waiting)
                setStep(row, Step::Reading);
            row.page = change.page;
            row.pages = change.pages;
        }
        first = std::min(first, at);
        last = std::max(last, at);
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount_ - 1));
    Q_EMIT countsChanged();
}

/// A file that holds several articles has a row for each; the further ones stand at the end.
void ImportQueue::addPart(const ingest::FileOutcome &outcome, const QString &offered)
{
    beginInsertRows({}, rowCount(), rowCount());
    const Step step = stepAfter(outcome);
    m_rows.push_back({.step = step, .outcome = outcome, .isPart = true, .offered = offered});
    ++m_counts[static_cast<size_t>(step)];
    endInsertRows();
}

void ImportQueue::end(const ingest::ImportReport &report)
{
    m_hidden += report.hidden;
    m_wasCancelled = report.wasCancelled;
    m_jobRows.clear();
    Q_EMIT countsChanged();
}

int ImportQueue::finished() const
{
    return rowCount() - count(Step::Waiting) - count(Step::Reading);
}

int ImportQueue::numberInJob(int row) const
{
    const auto it = std::ranges::find(m_jobRows, row);
    return it == m_jobRows.end() ? -1 : static_cast<int>(it - m_jobRows.begin());
}

void ImportQueue::expectSkip(int row)
{
    m_rows[static_cast<size_t>(row)].willSkip = true;
    Q_EMIT dataChanged(index(row, StateColumn), index(row, StateColumn));
}

QString ImportQueue::fileOf(int row) const
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<size_t>(row)].isPart)
        return {};
    const QString &file = outcomeOf(row).file;
    return QFileInfo(file).isAbsolute() ? file : QString();
}

std::vector<int> ImportQueue::failedRows() const
{
    std::vector<int> rows;
    for (int i = 0; i < rowCount(); ++i) {
        const Step step = stepOf(i);
        if ((step == Step::Refused || step == Step::Skipped) && !fileOf(i).isEmpty())
            rows.push_back(i);
    }
    return rows;
}

ingest::ImportReport ImportQueue::report() const
{
    ingest::ImportReport out;
    out.hidden = m_hidden;
    out.wasCancelled = m_wasCancelled;
    for (const Row &row : m_rows) {
        if (row.step != Step::Waiting && row.step != Step::Reading)
            out.files.push_back(row.outcome);
    }
    return out;
}

int ImportQueue::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportQueue::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount_;
}

QString ImportQueue::words(Step step)
{
    switch (step) {
    case Step::Waiting:
        return tr("waiting");
    case Step::Reading:
        return tr("reading");
    case Step::Imported:
        return tr("imported");
    case Step::Duplicate:
        return tr("already here");
    case Step::Version:
        return tr("new version");
    case Step::Refused:
        return tr("refused");
    case Step::Skipped:
        return tr("left out");
    }
    return {};
}

static present::Sign signOf(ImportQueue::Step step)
{
    using enum ImportQueue::Step;
    switch (step) {
    case Waiting:
        return present::Sign::Waiting;
    case Reading:
        return present::Sign::Busy;
    case Imported:
        return present::Sign::Done;
    case Duplicate:
        return present::Sign::Same;
    case Version:
        return present::Sign::Changed;
    case Refused:
        return present::Sign::Refused;
    case Skipped:
        return present::Sign::LeftOut;
    }
    return present::Sign::None;
}

QString ImportQueue::countInWords(Step step, int count)
{
    if (step == Step::Version)
        return count == 1 ? tr("1 new version") : tr("%L1 new versions").arg(count);
    return tr("%L1 %2", "count and state of files").arg(count).arg(words(step));
}

QString ImportQueue::reasonInWords(const Error &error)
{
    return error.detail.isEmpty() ? present::faultInWords(error.fault) : tr("%1 – %2", "detail, what it means").arg(error.detail, present::faultInWords(error.fault));
}

/// "a.zip/inner.txt", "line 2 of rows.csv"
QString ImportQueue::nameOf(const Row &row)
{
    const QString file = QFileInfo(row.offered).fileName();
    const QString inside = row.isPart ? row.outcome.file.mid(row.offered.size() + 1) : QString();
    const QString part = shortPartName(inside, file);
    const QString name = inside.isEmpty() ? file : part != inside ? part + u" of "_s + file : inside.contains(file) ? inside : file + u'/' + inside;
    return shownName(name);
}

/// Of a row of a table the reason alone: its file is fine, and the row begins with its name.
QString ImportQueue::refusalOf(const Row &row)
{
    const Error &reason = row.outcome.reason;
    const QString inside = row.isPart ? row.outcome.file.mid(row.offered.size() + 1) : QString();
    const QString part = shortPartName(inside, QFileInfo(row.offered).fileName());
    if (part == inside || reason.fault != Fault::Malformed || reason.detail.isEmpty())
        return reasonInWords(reason);
    const auto [what, why] = partRefusal(reason.detail, part);
    return what.isEmpty() ? why : tr("%1: %2", "what is refused, why").arg(what, why);
}

QString ImportQueue::resultOf(const Row &row) const
{
    const ingest::FileOutcome &outcome = row.outcome;
    switch (row.step) {
    case Step::Waiting:
        return {};
    case Step::Reading:
        return row.page > 0 ? tr("recognising page %L1 of %L2").arg(row.page).arg(row.pages) : QString();
    case Step::Refused:
        return refusalOf(row);
    case Step::Skipped:
        return outcome.reason.detail == ingest::skippedDetail ? tr("skipped as you asked") : tr("the import was stopped before it");
    default:
        break;
    }
    QStringList parts;
    if (!outcome.title.isEmpty())
        parts << outcome.title;
    else if (row.step == Step::Duplicate)
        parts << tr("the same text as an article without a headline");
    const auto isNoticed = [&outcome](RemarkKind kind) { return std::ranges::contains(outcome.remarks, kind, &Remark::kind); };
    const bool isPeople = isNoticed(RemarkKind::PeopleListed);
    const bool isList = isPeople || isNoticed(RemarkKind::EventsListed);
    if (isPeople && row.step != Step::Duplicate)
        parts << tr("people and organisations: %L1").arg(outcome.agents);
    if (row.step != Step::Duplicate && (!isList || outcome.quotations > 0)) // nobody looks for quotations in a list
        parts << present::countInWords(present::Noun::Quotation, outcome.quotations);
    if (row.step == Step::Version && outcome.carried > 0)
        parts << tr("%L1 carried over").arg(outcome.carried);
    if (row.step == Step::Version && outcome.lost > 0)
        parts << tr("%L1 to look at").arg(outcome.lost);
    if (outcome.sameText)
        parts << tr("%1 % the same words as another article").arg(qRound(outcome.likeness * 100));
    return shownName((parts + present::remarksInWords(outcome.remarks)).join(u" · "_s));
}

QVariant ImportQueue::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    if (role == StepRole)
        return static_cast<int>(row.step);
    if (role == ArticleRole)
        return row.outcome.article.value;
    if (role == present::SignDelegate::SignRole && index.column() == StateColumn)
        return static_cast<int>(signOf(row.step));
    if (role == Qt::ToolTipRole) {
        QStringList lines{shownName(row.outcome.file)};
        if (const QString result = resultOf(row); !result.isEmpty())
            lines << result;
        for (QString &line : lines)
            line = u"<p>"_s + line.toHtmlEscaped() + u"</p>"_s; // as text with marks it is broken into lines
        return lines.join(QString());
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case FileColumn:
        return nameOf(row);
    case StateColumn:
        return row.willSkip && (row.step == Step::Waiting || row.step == Step::Reading) ? tr("to be left out") : words(row.step);
    default:
        return resultOf(row);
    }
}

QVariant ImportQueue::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FileColumn:
        return tr("File");
    case StateColumn:
        return tr("State");
    default:
        return tr("Result");
    }
}

} // namespace onrecord::ui
