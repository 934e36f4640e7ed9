// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplerecord.h"
#include "tests/ui/panecase.h"
#include "ui/story/stopdots.h"
#include "ui/story/walkpane.h"
#include "ui/widgets/accentbutton.h"

#include <QJsonObject>
#include <QLabel>
#include <QSignalSpy>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

namespace {

const QString sample = uR"(# A walk by the river

Two stops.

## The chief engineer
show: person "Ana Ruiz"
select: quotation "rust in every" in article2.txt
time: 2031-05-01/2031-05-10
panes: source, timeline

She says it *twice*.

Why it matters: once said, twice printed.

## Nobody
show: person "Nobody Known"
panes: library

Words.
)"_s;

} // namespace

class TestWalkPane : public test::PaneCase<WalkPane>
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_pane.reset(); }
    void startsWithTheIntroductionAndNoFilter();
    void nextAppliesTheStop();
    void keysWalkAndTheLastStopLetsGo();
    void aDotOpensItsStop();
    void saysWhenAStopPointsAtNothing();
    void remembersTheStopWithoutApplyingIt();
    void keepsTheOldWalkWhenTheNewOneIsNotOne();

private:
    [[nodiscard]] QString shownText() const;
};

void TestWalkPane::init()
{
    enter(test::sampleRecord());
    newPane();
    m_pane->setWalk(sample);
    showPane({420, 520});
}

QString TestWalkPane::shownText() const
{
    QStringList out;
    for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
        if (label->isVisible())
            out.append(label->text());
    }
    return out.join(u'\n');
}

void TestWalkPane::startsWithTheIntroductionAndNoFilter()
{
    QCOMPARE(m_pane->stop(), -1);
    QVERIFY(shownText().contains(u"Two stops."_s));
    QVERIFY(m_room->workspace.filter().isEmpty());
    QCOMPARE(m_pane->findChild<AccentButton *>()->text(), u"S&tart"_s);
}

void TestWalkPane::nextAppliesTheStop()
{
    QSignalSpy wanted(&m_room->desk, &Desk::actionWanted);
    QTest::mouseClick(m_pane->findChild<AccentButton *>(), Qt::LeftButton);
    QCOMPARE(m_pane->stop(), 0);
    QCOMPARE(m_room->workspace.filter().terms.size(), 1);
    QCOMPARE(m_room->workspace.filter().terms[0].value, 1);
    QCOMPARE(m_room->workspace.selection().current(), ItemId(QuotationId{4}));
    QCOMPARE(m_room->workspace.passage().article, ArticleId{2});
    QCOMPARE(m_room->workspace.timeWindow().start(), PartialDate::day(2031, 5, 1).earliest());
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[0][0].toString(), u"pane.beside.source"_s);
    QTRY_VERIFY(shownText().contains(u"She says it twice."_s));
    QVERIFY(!shownText().contains(u"once said"_s));
    QCOMPARE(m_pane->subtitle(), u"stop 1 of 2"_s);
}

void TestWalkPane::keysWalkAndTheLastStopLetsGo()
{
    QSignalSpy left(m_pane.get(), &WalkPane::left);
    m_pane->findChild<AccentButton *>()->setFocus();
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_PageDown);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_PageDown);
    QCOMPARE(m_pane->stop(), 1);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_PageUp);
    QCOMPARE(m_pane->stop(), 0);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_PageDown);
    QCOMPARE(left.size(), 0);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_PageDown);
    QCOMPARE(left.size(), 1);
}

void TestWalkPane::aDotOpensItsStop()
{
    auto *dots = m_pane->findChild<StopDots *>();
    QTest::mouseClick(dots, Qt::LeftButton, {}, QPoint(4 + 20 + 10, dots->height() / 2));
    QCOMPARE(m_pane->stop(), 1);
    QTest::keyClick(dots, Qt::Key_Home);
    QCOMPARE(m_pane->stop(), 0);
}

void TestWalkPane::saysWhenAStopPointsAtNothing()
{
    m_pane->goTo(1);
    QVERIFY(shownText().contains(u"not in this project"_s));
    QVERIFY(m_room->workspace.filter().isEmpty());
    m_pane->goTo(0);
    QVERIFY(!shownText().contains(u"not in this project"_s));
}

void TestWalkPane::remembersTheStopWithoutApplyingIt()
{
    m_pane->goTo(0);
    const QJsonObject state = m_pane->saveState();
    m_room->workspace.setFilter({});
    WalkPane other(m_room->desk);
    other.setWalk(sample);
    other.restoreState(state);
    QCOMPARE(other.stop(), 0);
    QVERIFY(m_room->workspace.filter().isEmpty());
}

void TestWalkPane::keepsTheOldWalkWhenTheNewOneIsNotOne()
{
    QSignalSpy said(&m_room->desk, &Desk::messageWanted);
    m_pane->setWalk(u"# Nothing here"_s);
    QCOMPARE(said.size(), 1);
    QCOMPARE(m_pane->walk().stops.size(), 2);
}

QTEST_MAIN(TestWalkPane)
#include "tst_walkpane.moc"
