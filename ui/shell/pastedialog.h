// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/latest.h"
#include "core/io/readdocument.h"
#include "ui/shell/imports.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace onrecord::ui {

/// Takes the text of an article as it was pasted, and what somebody knows about it; only the text is needed. Where the clipboard holds
/// markup too, it can be taken in instead, read in the reader process as a saved page is. Deletes itself.
class PasteDialog : public QDialog
{
    Q_OBJECT
public:
    PasteDialog(const QString &text, const QString &markup, QWidget *parent);
    [[nodiscard]] PastedArticle article() const;

Q_SIGNALS:
    void given(const onrecord::ui::PastedArticle &article);

private:
    [[nodiscard]] bool isPage() const;
    void showKind();
    void showPage(const Result<io::ReadDocument> &document);
    void validate();

    QString m_markup;
    QString m_plain; ///< the text as it stands while the page is shown
    QComboBox *m_kind;
    QPlainTextEdit *m_text;
    QLineEdit *m_title;
    QLineEdit *m_outlet;
    QLineEdit *m_date;
    QLineEdit *m_url;
    QLabel *m_hint;
    QPushButton *m_add;
    QString m_fault; ///< why the page cannot be read; empty
    Latest<Result<io::ReadDocument>> m_reading;
};

} // namespace onrecord::ui
