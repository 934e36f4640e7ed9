// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/imports.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace onrecord::ui {

/// Takes the text of an article as it was pasted, and what somebody knows about it; only the text is needed. Deletes itself.
class PasteDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PasteDialog(const QString &text, QWidget *parent);
    [[nodiscard]] PastedArticle article() const;

Q_SIGNALS:
    void given(const onrecord::ui::PastedArticle &article);

private:
    void validate();

    QPlainTextEdit *m_text;
    QLineEdit *m_title;
    QLineEdit *m_outlet;
    QLineEdit *m_date;
    QLineEdit *m_url;
    QLabel *m_hint;
    QPushButton *m_add;
};

} // namespace onrecord::ui
