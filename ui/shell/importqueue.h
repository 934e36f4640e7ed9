// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/importjob.h"

#include <QAbstractTableModel>
#include <vector>

namespace onrecord::ui {

/// The files of the last import, each with where it stands. A retry works on the same rows again.
class ImportQueue : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FileColumn, StateColumn, ResultColumn, ColumnCount_ };
    enum Role { StepRole = Qt::UserRole, ArticleRole };
    /// Where a file stands; the last ones are how it can end.
    enum class Step : quint8 { Waiting, Reading, Imported, Duplicate, Version, Refused, Skipped };

    explicit ImportQueue(QObject *parent = nullptr);

    /// A new import: its files, all waiting.
    void begin(const QStringList &files);
    /// These rows once more, in this order: the numbers of the next changes count them.
    void beginAgain(const std::vector<int> &rows);
    void take(const std::vector<ingest::FileChange> &changes);
    /// The job is over; `hidden` and Cancel are of the report.
    void end(const ingest::ImportReport &report);

    [[nodiscard]] int count(Step step) const { return m_counts[static_cast<size_t>(step)]; }
    [[nodiscard]] int finished() const;
    [[nodiscard]] Step stepOf(int row) const { return m_rows[static_cast<size_t>(row)].step; }
    [[nodiscard]] const ingest::FileOutcome &outcomeOf(int row) const { return m_rows[static_cast<size_t>(row)].outcome; }
    /// The number of a row in the job under way; -1 when it has no part in it.
    [[nodiscard]] int numberInJob(int row) const;
    /// Somebody wants this file left out: it says so until its turn comes.
    void expectSkip(int row);
    /// The file of a row, when it lies on the disk and is not a part of another; else empty.
    [[nodiscard]] QString fileOf(int row) const;
    /// Rows that were refused and whose file can be read again.
    [[nodiscard]] std::vector<int> failedRows() const;
    /// Everything so far; files that are not finished are left out.
    [[nodiscard]] ingest::ImportReport report() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] static QString words(Step step);
    /// "3 new versions", "20 refused"
    [[nodiscard]] static QString countInWords(Step step, int count);
    /// What is wrong with this very file first; what that means for its kind behind.
    [[nodiscard]] static QString reasonInWords(const Error &error);

Q_SIGNALS:
    void countsChanged();

private:
    struct Row {
        Step step = Step::Waiting;
        ingest::FileOutcome outcome; ///< its file from the beginning
        bool isPart = false;         ///< of a file with several articles: cannot be read by itself
        bool willSkip = false;       ///< as somebody wants, when its turn comes
        int page = 0;                ///< while it is read: the page whose text is being recognised, from 1; 0: none
        int pages = 0;
        QString offered;             ///< path of the file, or of the one that holds it
    };
    void setStep(Row &row, Step step);
    void addPart(const ingest::FileOutcome &outcome, const QString &offered);
    [[nodiscard]] static Step stepAfter(const ingest::FileOutcome &outcome);
    [[nodiscard]] static QString nameOf(const Row &row);
    [[nodiscard]] static QString refusalOf(const Row &row);
    [[nodiscard]] QString resultOf(const Row &row) const;

    std::vector<Row> m_rows;
    std::vector<int> m_jobRows; ///< of the job under way: number -> row
    std::array<int, 7> m_counts{};
    int m_hidden = 0;
    bool m_wasCancelled = false;
};

} // namespace onrecord::ui
