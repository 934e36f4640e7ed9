// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "tests/ui/panecase.h"
#include "ui/boards/figurespane.h"
#include "ui/boards/valuerow.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QSignalSpy>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

namespace {

store::NewArticle article(const QString &text, const QString &name)
{
    store::NewArticle out;
    out.document.text = text;
    out.document.mediaType = u"text/plain"_s;
    out.document.language = u"en"_s;
    out.extraction = extract::extract(text);
    out.original = text.toUtf8();
    out.fileName = name;
    return out;
}

} // namespace

class TestFiguresPane : public test::PaneCase<FiguresPane>
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_pane.reset(); }
    void boardsSayTheirAnswerInWordsAndSigns();
    void enterOnARowOpensItsPassage();
    void aClickOnARowOpensItsPassage();
    void aFigureChosenElsewhereBringsUpItsBoard();
    void theFilterLeavesItsFiguresOnly();
    void arrowKeysWalkBoardsAndRows();
    void aBoardCanBeCopied();

private:
    [[nodiscard]] std::vector<ValueRow *> rows() const
    {
        std::vector<ValueRow *> out;
        for (auto *row : m_pane->findChildren<ValueRow *>()) {
            if (row->isVisible())
                out.push_back(row);
        }
        return out;
    }
    [[nodiscard]] FigureId figure(const QString &exact) const
    {
        for (const Figure &row : m_room->workspace.snapshot()->figures()) {
            if (row.content.exact == exact)
                return row.id;
        }
        return {};
    }
};

void TestFiguresPane::initTestCase()
{
    enter({article(u"A winter plan.\n\nVelmar bought 400 trams. Korrin sold 30 ferries in the spring."_s, u"one.txt"_s),
           article(u"The depot speaks.\n\nLast year Velmar bought 450 trams. Korrin sold 30 ferries, too."_s, u"two.txt"_s)});
    QVERIFY(m_room->workspace.snapshot()->figures().size() >= 4);
}

void TestFiguresPane::init()
{
    newPane();
    QSignalSpy changed(m_pane.get(), &FiguresPane::boardsChanged);
    showPane({1000, 420});
    QTRY_VERIFY(!changed.isEmpty());
    QTRY_COMPARE(m_pane->boards().size(), 2u);
}

void TestFiguresPane::boardsSayTheirAnswerInWordsAndSigns()
{
    auto *list = m_pane->findChild<QListView *>(u"figures.boards"_s);
    QStringList spoken;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        spoken << list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.join(u'\n').contains(u"conflict"), qPrintable(spoken.join(u'\n')));
    QVERIFY2(spoken.join(u'\n').contains(u"agree"), qPrintable(spoken.join(u'\n')));
    QTRY_COMPARE(rows().size(), 2u);
    QVERIFY(rows().front()->tag().size() > 3);
    QAccessibleInterface *row = QAccessible::queryAccessibleInterface(rows().front());
    QVERIFY(row->text(QAccessible::Name).contains(u"author"));
    QVERIFY(m_pane->subtitle().contains(u'2'));
}

void TestFiguresPane::enterOnARowOpensItsPassage()
{
    QTRY_COMPARE(rows().size(), 2u);
    ValueRow *row = rows().back();
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Return);
    QCOMPARE(m_room->workspace.selection().current(), ItemId(row->figure()));
    QCOMPARE(m_room->workspace.passage().span, m_room->workspace.snapshot()->figure(row->figure())->content.span);
}

void TestFiguresPane::aClickOnARowOpensItsPassage()
{
    QTRY_COMPARE(rows().size(), 2u);
    ValueRow *row = rows().front();
    QTest::mouseClick(row, Qt::LeftButton);
    QCOMPARE(m_room->workspace.passage().article, m_room->workspace.snapshot()->figure(row->figure())->article);
}

void TestFiguresPane::aFigureChosenElsewhereBringsUpItsBoard()
{
    for (const QString &words : {u"30 ferries"_s, u"450 trams"_s, u"30 ferries"_s}) {
        const FigureId wanted = figure(words);
        QVERIFY(wanted);
        m_room->workspace.selection().set(wanted);
        QTRY_VERIFY(std::ranges::any_of(rows(), [&](const ValueRow *row) { return row->figure() == wanted; }));
    }
}

void TestFiguresPane::theFilterLeavesItsFiguresOnly()
{
    const ArticleId first = m_room->workspace.snapshot()->articles().front().id;
    m_room->workspace.setFilter(explore::Filter().with({explore::Facet::Article, first.value}));
    QTRY_VERIFY(m_pane->boards().empty());
    m_room->workspace.setFilter({});
    QTRY_COMPARE(m_pane->boards().size(), 2u);
}

void TestFiguresPane::arrowKeysWalkBoardsAndRows()
{
    auto *list = m_pane->findChild<QListView *>(u"figures.boards"_s);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
    QTRY_COMPARE(rows().size(), 2u);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(QGuiApplication::focusObject(), rows().front());
    QTest::keyClick(rows().front(), Qt::Key_Down);
    QTRY_COMPARE(QGuiApplication::focusObject(), rows().back());
}

void TestFiguresPane::aBoardCanBeCopied()
{
    auto *list = m_pane->findChild<QListView *>(u"figures.boards"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.count(u"\n- "_s) == 2, qPrintable(text));
}

QTEST_MAIN(TestFiguresPane)
#include "tst_figurespane.moc"
