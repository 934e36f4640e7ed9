// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/latest.h"
#include "core/io/readdocument.h"
#include "ui/shell/recognitiondialog.h"

#include <QDialog>
#include <QTimer>
#include <atomic>
#include <memory>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace onrecord::ui {

/// What one file is read as, before it is taken in: its kind, what it says about itself, the text with what will be struck, the rows or
/// records of a file that holds several with those that are refused. The encoding can be chosen where the file has one, the languages where it
/// holds pictures of text. Reads in the reader process, on a worker. Deletes itself.
class ImportPreview : public QDialog
{
    Q_OBJECT
public:
    ImportPreview(const QString &path, QWidget *parent, RecognitionSettings recognition = {});

Q_SIGNALS:
    /// `encoding`: the one chosen; empty when none was. `languages` of text in pictures likewise, as RecognitionSettings has them.
    void importWanted(const QString &path, const QString &encoding, const QString &languages);

private:
    struct Reading {
        Result<io::ReadDocument> document;
        QStringList beginnings; ///< of the parts, as many as are listed
        QStringList languages; ///< that text in pictures can be recognised in; asked after when there are pictures
    };

    void addChoices(QVBoxLayout *rows);
    void read();
    void showPage();
    void showDocument(const Reading &reading);
    void showRefusal(const Reading &reading);
    void setKind(const QString &words, bool isRefusal = false);
    void showLanguages(const Reading &reading);
    void showEncoding(const io::ReadDocument &document);
    void showEncodingChoice(bool on);
    void showParts(const Reading &reading);
    [[nodiscard]] QString chosenEncoding() const;
    [[nodiscard]] QString chosenLanguages() const;

    /// The page whose text is being recognised, from 1, and how many there are; written by the worker.
    struct Page {
        std::atomic_int number = 0;
        std::atomic_int count = 0;
    };

    QString m_path;
    RecognitionSettings m_recognition;
    QLabel *m_kind;
    QLabel *m_encodingLabel;
    QWidget *m_nothing; ///< stands where the text would
    QLabel *m_fields;
    QLabel *m_remarks;
    QComboBox *m_encoding;
    QLabel *m_languagesLabel;
    QComboBox *m_languages;
    QPlainTextEdit *m_text;
    QTreeWidget *m_parts;
    QPushButton *m_import;
    std::shared_ptr<Page> m_page;
    QTimer m_pageTimer;
    Latest<Reading> m_reading;
};

inline constexpr int pageMargin = 14; ///< px around the text of a reading view

/// The text of a document in a reading view, what is struck set back. At most the first 200,000 units of it.
void showRead(QPlainTextEdit &view, const io::ReadDocument &document);
/// Headline, outlet, authors, date: as far as the document states them, in one line of plain words.
[[nodiscard]] QString statedFields(const io::ReadDocument &document);

} // namespace onrecord::ui
