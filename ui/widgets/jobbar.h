// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace onrecord::ui {

/// The one bar of the window for long work: what is being done, how far, Cancel. Hidden while there is none.
class JobBar : public QWidget
{
    Q_OBJECT
public:
    explicit JobBar(QWidget *parent = nullptr);

    /// `hasDetails`: there is more to see than a bar; a button asks for it.
    void start(const QString &what, bool cancellable = true, bool hasDetails = false);
    /// `done` of `total`; a total of 0 means nobody knows how much there is: then no share is drawn.
    void setProgress(qint64 done, qint64 total, const QString &what = {});
    void finish();
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void cancelWanted();
    void detailsWanted();

private:
    QLabel *m_what;
    QProgressBar *m_bar;
    QPushButton *m_details;
    QPushButton *m_cancel;
    bool m_busy = false;
};

} // namespace onrecord::ui
