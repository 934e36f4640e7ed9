// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/importqueue.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace onrecord::ui {

/// The queue of an import: every file with where it stands, and what can be done: pause, skip, cancel, try again, save the report.
/// Stays open beside the window while work goes on; closing it stops nothing.
class ImportWindow : public QDialog
{
    Q_OBJECT
public:
    ImportWindow(ImportQueue &queue, QWidget *parent);

    /// What can be done depends on whether a job runs.
    void setRunning(bool running, bool paused);

Q_SIGNALS:
    void pauseWanted(bool paused);
    void cancelWanted();
    void skipWanted(const QList<int> &rows);
    void retryWanted(const std::vector<int> &rows);
    void previewWanted(const QString &path);
    void articleWanted(onrecord::ArticleId article);

private:
    /// What the list can be cut down to.
    struct Which {
        QString words;
        QList<ImportQueue::Step> steps; ///< empty: all
    };
    static QList<Which> choices();
    QWidget *makeTop();
    void makeView();
    QWidget *makeButtons();
    void showCounts();
    void showSelection();
    void chooseRow();
    void open(const QModelIndex &index);
    void save();
    [[nodiscard]] QList<int> selectedRows() const;

    ImportQueue &m_queue;
    QSortFilterProxyModel *m_shown;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QComboBox *m_which;
    QTreeView *m_view;
    QLabel *m_detail;
    QPushButton *m_pause;
    QPushButton *m_skip;
    QPushButton *m_retry;
    QPushButton *m_preview;
    QPushButton *m_open;
    QPushButton *m_cancel;
    bool m_running = false;
    bool m_paused = false;
    bool m_stopping = false;
};

} // namespace onrecord::ui
