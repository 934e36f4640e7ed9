// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "ui/draft/draftwords.h"
#include "ui/widgets/pane.h"

class QLabel;
class QListWidget;
class QPushButton;
class QTextEdit;

namespace onrecord::ui {

class DraftJob;

/// Check a draft: a text of one's own, pasted or loaded, with every quotation and figure underlined by what the record
/// says about it, the same as a list that leads to the sources, and the fact-check sheet to save. The draft is not
/// stored. Object name "draft".
class DraftPane : public Pane
{
    Q_OBJECT
public:
    explicit DraftPane(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] const std::vector<DraftLine> &lines() const { return m_lines; }

    /// Reads a file as an article would be read; says so when it cannot.
    void load(const QString &path);
    /// CSV, or a page when the name ends in .html.
    void saveSheet(const QString &path);
    void check();

Q_SIGNALS:
    void checked();
    void sheetSaved(const QString &path);

protected:
    void refresh(explore::Workspace::Changes changes) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void askForFile();
    void askForSheet();
    /// What is found so far; `isAll` when nothing more comes.
    void take(const match::DraftReport &report, bool isAll);
    void showChecking(bool on);
    void stop();
    void underline();
    void showLine(int row);
    void openLine(int row);

    QTextEdit *m_text;
    QPushButton *m_check;
    QPushButton *m_save;
    QLabel *m_state;
    QListWidget *m_list;
    QString m_name; ///< of the loaded file
    std::vector<DraftLine> m_lines;
    DraftJob *m_job;
    bool m_hasReport = false;
};

} // namespace onrecord::ui
