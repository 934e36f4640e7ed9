// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/latest.h"
#include "core/io/readscan.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QRadioButton;
class QSettings;

namespace onrecord::ui {

/// How text in pictures is recognised, as somebody chose on this machine.
struct RecognitionSettings {
    QString languages; ///< "eng+deu", "none", or nothing for the usual ones
    QString program;   ///< absolute path; empty: the one at its usual place

    [[nodiscard]] static RecognitionSettings from(const QSettings &settings);
    void keep(QSettings &settings) const;
    [[nodiscard]] io::RecognitionChoice choice() const { return io::RecognitionChoice::from(languages); }
};

/// Chooses them: which program is there, in which languages it is to read, or that pictures are left out. The program is asked on a worker.
/// Deletes itself.
class RecognitionDialog : public QDialog
{
    Q_OBJECT
public:
    RecognitionDialog(const RecognitionSettings &settings, QWidget *parent);

Q_SIGNALS:
    void chosen(const onrecord::ui::RecognitionSettings &settings);

private:
    void ask();
    void showInstalled(const Result<io::Recogniser::Installed> &installed);
    [[nodiscard]] RecognitionSettings settings() const;

    QStringList m_wanted; ///< languages that were chosen before
    QLabel *m_status;
    QRadioButton *m_usual;
    QRadioButton *m_these;
    QRadioButton *m_none;
    QListWidget *m_languages;
    QLineEdit *m_program;
    Latest<Result<io::Recogniser::Installed>> m_asking;
};

} // namespace onrecord::ui
