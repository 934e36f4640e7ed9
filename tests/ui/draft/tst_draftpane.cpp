// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panecase.h"
#include "ui/draft/draftpane.h"

#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextEdit>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

class TestDraftPane : public test::PaneCase<DraftPane>
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_pane.reset(); }
    void everyQuotationAndFigureIsUnderlinedAndListed();
    void enterOnAFindingOpensItsSource();
    void otherWordsDropWhatWasFound();
    void aDraftIsLoadedFromAFile();
    void theSheetIsSavedAsTableAndAsPage();

private:
    void check(const QString &text)
    {
        QSignalSpy checked(m_pane.get(), &DraftPane::checked);
        auto *field = m_pane->findChild<QTextEdit *>(u"draft.text"_s);
        field->setPlainText(text);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!checked.isEmpty());
    }
    const QString m_draft =
        u"“We found rust in every second bolt,” said Ana Ruiz. “We have never seen a bridge,” said Tom Hale. It weighs 7 tonnes."_s;
};

void TestDraftPane::initTestCase()
{
    enter({test::bridgeShut()});
}

void TestDraftPane::init()
{
    newPane();
    showPane({520, 700});
}

void TestDraftPane::everyQuotationAndFigureIsUnderlinedAndListed()
{
    check(m_draft);
    QCOMPARE(m_pane->lines().size(), 3u);
    QCOMPARE(m_pane->lines()[0].mood, DraftLine::Mood::Good);
    QCOMPARE(m_pane->lines()[1].mood, DraftLine::Mood::Quiet);
    QCOMPARE(m_pane->lines()[2].mood, DraftLine::Mood::Quiet);
    const auto marks = m_pane->findChild<QTextEdit *>(u"draft.text"_s)->extraSelections();
    QCOMPARE(marks.size(), 3);
    QVERIFY(marks[0].cursor.selectedText().startsWith(u"We found rust"));
    QVERIFY(marks[0].format.underlineStyle() != marks[1].format.underlineStyle());
    auto *list = m_pane->findChild<QListWidget *>(u"draft.findings"_s);
    QCOMPARE(list->count(), 3);
    QVERIFY2(list->item(0)->data(Qt::AccessibleTextRole).toString().startsWith(u"verbatim"),
             qPrintable(list->item(0)->data(Qt::AccessibleTextRole).toString()));
    QVERIFY(m_pane->subtitle().contains(u'3'));
}

void TestDraftPane::enterOnAFindingOpensItsSource()
{
    check(m_draft);
    auto *list = m_pane->findChild<QListWidget *>(u"draft.findings"_s);
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_room->workspace.passage().article, m_room->workspace.snapshot()->articles().front().id);
    QVERIFY(!m_room->workspace.passage().span.isEmpty());
}

void TestDraftPane::otherWordsDropWhatWasFound()
{
    check(m_draft);
    auto *field = m_pane->findChild<QTextEdit *>(u"draft.text"_s);
    field->setFocus();
    QTest::keyClicks(field, u"x"_s);
    QVERIFY(m_pane->lines().empty());
    QVERIFY(field->extraSelections().isEmpty());
    QVERIFY(!m_pane->findChild<QPushButton *>(u"draft.save"_s)->isEnabled());
}

void TestDraftPane::aDraftIsLoadedFromAFile()
{
    const QString path = m_room->folder.filePath(u"mine.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_draft.toUtf8());
    file.close();
    QSignalSpy checked(m_pane.get(), &DraftPane::checked);
    m_pane->load(path);
    QTRY_VERIFY_WITH_TIMEOUT(!checked.isEmpty(), 20000);
    QCOMPARE(m_pane->lines().size(), 3u);
    QSignalSpy told(&m_room->desk, &Desk::errorReported);
    m_pane->load(m_room->folder.filePath(u"missing.txt"_s));
    QTRY_COMPARE(told.size(), 1);
}

void TestDraftPane::theSheetIsSavedAsTableAndAsPage()
{
    check(m_draft);
    QSignalSpy saved(m_pane.get(), &DraftPane::sheetSaved);
    const QString table = m_room->folder.filePath(u"sheet.csv"_s);
    const QString page = m_room->folder.filePath(u"sheet.html"_s);
    m_pane->saveSheet(table);
    QTRY_COMPARE(saved.size(), 1);
    m_pane->saveSheet(page);
    QTRY_COMPARE(saved.size(), 2);
    QFile csv(table);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count("\r\n"), 4);
    QFile html(page);
    QVERIFY(html.open(QIODevice::ReadOnly));
    QVERIFY(html.readAll().contains("We found rust"));
    QSignalSpy told(&m_room->desk, &Desk::errorReported);
    m_pane->saveSheet(m_room->folder.filePath(u"no such folder/sheet.csv"_s));
    QTRY_COMPARE(told.size(), 1);
}

QTEST_MAIN(TestDraftPane)
#include "tst_draftpane.moc"
