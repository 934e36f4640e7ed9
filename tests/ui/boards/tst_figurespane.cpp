// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "tests/core/store/samplearticles.h"
#include "ui/boards/figurespane.h"
#include "ui/boards/valuerow.h"
#include "ui/widgets/desk.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

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

class TestFiguresPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
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
        for (const Figure &row : m_space->snapshot()->figures()) {
            if (row.content.exact == exact)
                return row.id;
        }
        return {};
    }

    QTemporaryDir m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<explore::Workspace> m_space;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<FiguresPane> m_pane;
};

void TestFiguresPane::initTestCase()
{
    m_settings = std::make_unique<QSettings>(m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_store = std::make_unique<store::Store>(test::fixedClock());
    const auto made = m_store->create(m_dir.filePath(u"figures.onrecord"_s));
    QTRY_VERIFY(made.isFinished());
    QVERIFY(made.result());
    const auto added = m_store->run([](store::Project &project) -> Result<void> {
        for (const auto &one :
             {article(u"A winter plan.\n\nVelmar bought 400 trams. Korrin sold 30 ferries in the spring."_s,
                      u"one.txt"_s),
              article(u"The depot speaks.\n\nLast year Velmar bought 450 trams. Korrin sold 30 ferries, too."_s,
                      u"two.txt"_s)}) {
            if (const auto done = project.addArticle(one); !done)
                return std::unexpected(done.error());
        }
        return {};
    });
    QTRY_VERIFY(added.isFinished());
    QVERIFY(added.result());
    QTRY_COMPARE(m_store->snapshot()->articles().size(), 2);
    QVERIFY(m_store->snapshot()->figures().size() >= 4);
}

void TestFiguresPane::init()
{
    m_space = std::make_unique<explore::Workspace>();
    m_space->reset(m_store->snapshot());
    m_desk = std::make_unique<Desk>(*m_space, *m_store, *m_settings);
    m_pane = std::make_unique<FiguresPane>(*m_desk);
    m_pane->resize(1000, 420);
    QSignalSpy changed(m_pane.get(), &FiguresPane::boardsChanged);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    QTRY_VERIFY(!changed.isEmpty());
    QTRY_COMPARE(m_pane->boards().size(), 2u);
}

void TestFiguresPane::cleanup()
{
    m_pane.reset();
    m_desk.reset();
    m_space.reset();
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
    QCOMPARE(m_space->selection().current(), ItemId(row->figure()));
    QCOMPARE(m_space->passage().span, m_space->snapshot()->figure(row->figure())->content.span);
}

void TestFiguresPane::aClickOnARowOpensItsPassage()
{
    QTRY_COMPARE(rows().size(), 2u);
    ValueRow *row = rows().front();
    QTest::mouseClick(row, Qt::LeftButton);
    QCOMPARE(m_space->passage().article, m_space->snapshot()->figure(row->figure())->article);
}

void TestFiguresPane::aFigureChosenElsewhereBringsUpItsBoard()
{
    for (const QString &words : {u"30 ferries"_s, u"450 trams"_s, u"30 ferries"_s}) {
        const FigureId wanted = figure(words);
        QVERIFY(wanted);
        m_space->selection().set(wanted);
        QTRY_VERIFY(std::ranges::any_of(rows(), [&](const ValueRow *row) { return row->figure() == wanted; }));
    }
}

void TestFiguresPane::theFilterLeavesItsFiguresOnly()
{
    const ArticleId first = m_space->snapshot()->articles().front().id;
    m_space->setFilter(explore::Filter().with({explore::Facet::Article, first.value}));
    QTRY_VERIFY(m_pane->boards().empty());
    m_space->setFilter({});
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
