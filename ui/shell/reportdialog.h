// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace onrecord::ui {

/// A written report to read, copy or save. Deletes itself when closed.
class ReportDialog : public QDialog
{
    Q_OBJECT
public:
    ReportDialog(const QString &title, const QString &text, QWidget *parent);

private:
    void save(const QString &text);
};

} // namespace onrecord::ui
