// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/recogniser.h"
#include "tests/support/exchangesamples.h"
#include "tests/support/scans.h"
#include "ui/shell/importpreview.h"
#include "ui/shell/pastedialog.h"
#include "ui/shell/recognitiondialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

class TestImportPreview : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_dir.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    template<class T>
    static T *child(const QWidget &window, const QString &name)
    {
        T *found = window.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    static QPushButton *acceptButton(const QDialog &dialog)
    {
        const auto buttons = dialog.findChild<QDialogButtonBox *>()->buttons();
        for (QAbstractButton *button : buttons) {
            if (dialog.findChild<QDialogButtonBox *>()->buttonRole(button) == QDialogButtonBox::AcceptRole)
                return static_cast<QPushButton *>(button);
        }
        qFatal("nothing to accept with");
    }

private Q_SLOTS:
    void another_encoding_shows_other_letters_and_is_imported_so()
    {
        const QString path = write(u"koi.txt"_s, QByteArray::fromHex("f0d2c9d7c5d420cdc9d2"));
        QPointer<ImportPreview> preview = new ImportPreview(path, nullptr);
        preview->show();
        auto *text = child<QPlainTextEdit>(*preview, u"preview.text"_s);
        QTRY_VERIFY(!text->toPlainText().isEmpty());
        QCOMPARE(text->toPlainText(), u"Привет мир"_s); // as guessed
        auto *encoding = child<QComboBox>(*preview, u"preview.encoding"_s);
        encoding->setFocus();
        encoding->setCurrentText(u"windows-1251"_s);
        Q_EMIT encoding->activated(encoding->currentIndex());
        QVERIFY(!acceptButton(*preview)->isEnabled()); // not before it was read
        QTRY_COMPARE(text->toPlainText(), u"рТЙЧЕФ НЙТ"_s);
        QVERIFY(child<QLabel>(*preview, u"preview.kind"_s)->text().contains(u"windows-1251"_s));
        QSignalSpy wanted(preview, &ImportPreview::importWanted);
        QTest::mouseClick(acceptButton(*preview), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst(), (QVariantList{path, u"windows-1251"_s, QString()}));
        QTRY_VERIFY(!preview);
    }

    void the_rows_of_a_table_are_listed_with_their_errors()
    {
        const QString path = write(u"rows.csv"_s, "title,text,size\nRow one,Its words are these.,3\nRow two\n");
        const QPointer<ImportPreview> preview = new ImportPreview(path, nullptr);
        preview->show();
        auto *parts = child<QTreeWidget>(*preview, u"preview.parts"_s);
        QTRY_COMPARE(parts->topLevelItemCount(), 2);
        QVERIFY(parts->isVisible() && !child<QPlainTextEdit>(*preview, u"preview.text"_s)->isVisible());
        QVERIFY(parts->topLevelItem(0)->text(1).contains(u"Row one"_s));
        QVERIFY(parts->topLevelItem(1)->text(2).contains(u"1 fields where the header has 3"_s));
        QVERIFY(child<QLabel>(*preview, u"preview.remarks"_s)->text().contains(u"size"_s)); // the column nobody understood
        delete preview;
    }

    void what_people_and_graphs_hold_is_told_in_words()
    {
        const QPointer<ImportPreview> preview = new ImportPreview(write(u"people.ftm.json"_s, test::ftmSample()), nullptr);
        preview->show();
        auto *parts = child<QTreeWidget>(*preview, u"preview.parts"_s);
        QTRY_VERIFY(parts->topLevelItemCount() > 3);
        QCOMPARE(parts->topLevelItem(0)->text(0), u"people"_s); // of which file the title says
        QVERIFY(parts->topLevelItem(0)->text(1).startsWith(u"Ana Ruiz · "_s));
        QVERIFY(parts->topLevelItem(1)->text(1).startsWith(u"Mill to close"_s));
        for (int i = 0; i < parts->topLevelItemCount(); ++i)
            QVERIFY2(!parts->topLevelItem(i)->text(1).contains(u'{'), qPrintable(parts->topLevelItem(i)->text(1)));
        const QString refused = parts->topLevelItem(parts->topLevelItemCount() - 4)->text(2);
        QVERIFY2(refused.startsWith(u"refused: “x1”"_s), qPrintable(refused)); // which line it is stands in the row already
        const QTreeWidgetItem &last = *parts->topLevelItem(parts->topLevelItemCount() - 1);
        QCOMPARE(last.text(1), u"Vessel MV Lost"_s);
        QVERIFY2(last.text(2).startsWith(u"refused: the record has "_s), qPrintable(last.text(2)));
        QVERIFY(parts->topLevelItem(0)->toolTip(1).contains(u"Ana Ruiz"_s));
        delete preview;
    }

    void a_picture_without_words_leaves_another_language_to_try()
    {
        if (!io::Recogniser().installed())
            QSKIP("Tesseract is not installed: nobody looked at a picture");
        QImage blank(600, 400, QImage::Format_Grayscale8);
        blank.fill(Qt::white);
        const QPointer<ImportPreview> preview = new ImportPreview(write(u"blank.png"_s, test::encoded(blank, "PNG")), nullptr);
        preview->show();
        auto *languages = child<QComboBox>(*preview, u"preview.languages"_s);
        QTRY_VERIFY_WITH_TIMEOUT(languages->isVisible(), 60'000);
        QVERIFY(languages->count() > 1 && !acceptButton(*preview)->isEnabled());
        QVERIFY(!child<QComboBox>(*preview, u"preview.encoding"_s)->isEnabled()); // a picture has none
        delete preview;
    }

    void what_cannot_be_read_says_why()
    {
        const QPointer<ImportPreview> preview = new ImportPreview(write(u"cut.pdf"_s, "%PDF-1.7\nnothing else"), nullptr);
        preview->show();
        auto *kind = child<QLabel>(*preview, u"preview.kind"_s);
        const QString reading = kind->text();
        QTRY_VERIFY(kind->text() != reading);
        QVERIFY(!kind->text().isEmpty() && !acceptButton(*preview)->isEnabled());
        QVERIFY2(!kind->text().contains(u"imported"_s), qPrintable(kind->text())); // nobody tried to
        QVERIFY(!child<QPlainTextEdit>(*preview, u"preview.text"_s)->isVisible()); // there is none
        delete preview;
    }

    void a_document_has_a_plain_name_and_no_encoding_to_choose()
    {
        const QPointer<ImportPreview> preview = new ImportPreview(write(u"a.rtf"_s, "{\\rtf1 Words of a letter.}"), nullptr);
        preview->show();
        QTRY_COMPARE(child<QLabel>(*preview, u"preview.kind"_s)->text(), u"RTF document"_s);
        QVERIFY(!child<QComboBox>(*preview, u"preview.encoding"_s)->isVisible());
        delete preview;
    }

    void text_in_pictures_is_shown_and_its_language_chosen()
    {
        if (!io::Recogniser().installed())
            QSKIP("Tesseract is not installed: nobody looked at a picture");
        const QString path = write(u"notice.png"_s, test::encoded(test::scanOf({u"<p>The owner of the mill gave in on Monday, after two years of dispute.</p>"_s}, {.dotsPerInch = 150}), "PNG"));
        QPointer<ImportPreview> preview = new ImportPreview(path, nullptr, {u"eng"_s, {}});
        preview->show();
        auto *text = child<QPlainTextEdit>(*preview, u"preview.text"_s);
        QTRY_COMPARE_WITH_TIMEOUT(text->toPlainText(), u"The owner of the mill gave in on Monday, after two years of dispute."_s, 60'000);
        QVERIFY(child<QLabel>(*preview, u"preview.remarks"_s)->text().contains(u"Tesseract"_s));
        auto *languages = child<QComboBox>(*preview, u"preview.languages"_s);
        QVERIFY(languages->isVisible() && languages->findData(u"eng"_s) > 0);
        // Left out, it is refused and says so; the choice stays.
        languages->setFocus();
        languages->setCurrentIndex(languages->findData(u"none"_s));
        Q_EMIT languages->activated(languages->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(*preview, u"preview.kind"_s)->text().contains(u"turned off"_s), 60'000);
        QVERIFY(languages->isVisible() && !acceptButton(*preview)->isEnabled());
        languages->setCurrentIndex(languages->findData(u"eng"_s));
        Q_EMIT languages->activated(languages->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(acceptButton(*preview)->isEnabled(), 60'000);
        QSignalSpy wanted(preview, &ImportPreview::importWanted);
        QTest::mouseClick(acceptButton(*preview), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst(), (QVariantList{path, QString(), u"eng"_s}));
    }

    void languages_of_pictures_are_chosen_for_good()
    {
        QSettings settings(m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
        if (!io::Recogniser().installed())
            QSKIP("Tesseract is not installed: there are no languages to choose");
        QPointer<RecognitionDialog> dialog = new RecognitionDialog({u"eng"_s, {}}, nullptr);
        connect(dialog, &RecognitionDialog::chosen, &settings, [&settings](const RecognitionSettings &chosen) { chosen.keep(settings); });
        dialog->show();
        auto *list = child<QListWidget>(*dialog, u"recognition.languages"_s);
        QTRY_VERIFY(list->count() > 0);
        QVERIFY(child<QLabel>(*dialog, u"recognition.status"_s)->text().contains(u"Tesseract"_s));
        QVERIFY(child<QRadioButton>(*dialog, u"recognition.these"_s)->isChecked());
        QStringList codes;
        for (int i = 0; i < list->count(); ++i) {
            const QString code = list->item(i)->data(Qt::UserRole).toString();
            codes << code;
            QCOMPARE(list->item(i)->checkState() == Qt::Checked, code == "eng"_L1);
            list->item(i)->setCheckState(Qt::Checked);
        }
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(RecognitionSettings::from(settings).languages, codes.join(u'+'));
        QVERIFY(!RecognitionSettings::from(settings).choice().isOff);

        dialog = new RecognitionDialog(RecognitionSettings::from(settings), nullptr);
        connect(dialog, &RecognitionDialog::chosen, &settings, [&settings](const RecognitionSettings &chosen) { chosen.keep(settings); });
        dialog->show();
        child<QRadioButton>(*dialog, u"recognition.none"_s)->click();
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(RecognitionSettings::from(settings).choice().isOff);
    }

    void a_program_that_is_not_there_is_said()
    {
        const QPointer<RecognitionDialog> dialog = new RecognitionDialog({{}, u"/nowhere/tesseract"_s}, nullptr);
        dialog->show();
        QTRY_VERIFY(child<QLabel>(*dialog, u"recognition.status"_s)->text().contains(u"/nowhere/tesseract"_s));
        QVERIFY(child<QLabel>(*dialog, u"recognition.status"_s)->text().contains(u"tesseract-ocr"_s));
        delete dialog;
    }

    void pasted_markup_is_taken_only_when_asked_for()
    {
        const QString markup = u"<html><head><title>Mill to stay</title><meta name=author content='Ann Ray'></head><body><h1>Mill to stay</h1><p>The <b>owner</b> gave in.<script>evil()</script></body></html>"_s;
        PasteDialog dialog(u"The owner gave in."_s, markup, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QCOMPARE(dialog.article().text, u"The owner gave in."_s);
        QVERIFY(dialog.article().markup.isEmpty());
        auto *kind = child<QComboBox>(dialog, u"paste.kind"_s);
        QVERIFY(kind->isVisible());
        kind->setCurrentIndex(1);
        auto *text = dialog.findChild<QPlainTextEdit *>();
        QTRY_COMPARE(text->toPlainText(), u"Mill to stay\n\nThe owner gave in."_s);
        QVERIFY(text->isReadOnly() && acceptButton(dialog)->isEnabled());
        QCOMPARE(dialog.article().markup, markup);
        QVERIFY(dialog.article().text.isEmpty());
        kind->setCurrentIndex(0);
        QCOMPARE(dialog.article().text, u"The owner gave in."_s);
        QVERIFY(!text->isReadOnly());
    }

    void a_date_is_written_as_people_write_it()
    {
        PasteDialog dialog(u"Words"_s, {}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QLineEdit *date = nullptr;
        for (QLineEdit *line : dialog.findChildren<QLineEdit *>())
            date = line->placeholderText().contains(u"2025-01-24"_s) ? line : date;
        QVERIFY(date);
        QTest::keyClicks(date, u"24 March 2024"_s);
        QVERIFY(acceptButton(dialog)->isEnabled());
        QCOMPARE(dialog.article().date, u"2024-03-24"_s);
        date->clear();
        QTest::keyClicks(date, u"spring"_s);
        QVERIFY(!acceptButton(dialog)->isEnabled());
        date->clear();
        QVERIFY(acceptButton(dialog)->isEnabled() && dialog.article().date.isEmpty());
    }

    void without_markup_there_is_nothing_to_choose()
    {
        PasteDialog dialog(u"Words"_s, {}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(!child<QComboBox>(dialog, u"paste.kind"_s)->isVisible());
    }
};

QTEST_MAIN(TestImportPreview)
#include "tst_importpreview.moc"
