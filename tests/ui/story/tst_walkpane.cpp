// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplerecord.h"
#include "ui/story/stopdots.h"
#include "ui/story/walkpane.h"
#include "ui/widgets/accentbutton.h"
#include "ui/widgets/desk.h"

#include <QJsonObject>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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

class TestWalkPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void startsWithTheIntroductionAndNoFilter();
    void nextAppliesTheStop();
    void keysWalkAndTheLastStopLetsGo();
    void aDotOpensItsStop();
    void saysWhenAStopPointsAtNothing();
    void remembersTheStopWithoutApplyingIt();
    void keepsTheOldWalkWhenTheNewOneIsNotOne();

private:
    [[nodiscard]] QString shownText() const;

    QTemporaryDir m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<explore::Workspace> m_space;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<WalkPane> m_pane;
};

void TestWalkPane::init()
{
    m_settings = std::make_unique<QSettings>(m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_store = std::make_unique<store::Store>(std::make_shared<SystemClock>());
    m_space = std::make_unique<explore::Workspace>();
    m_space->reset(test::sampleRecord());
    m_desk = std::make_unique<Desk>(*m_space, *m_store, *m_settings);
    m_pane = std::make_unique<WalkPane>(*m_desk);
    m_pane->setWalk(sample);
    m_pane->resize(420, 520);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestWalkPane::cleanup()
{
    m_pane.reset();
    m_desk.reset();
    m_space.reset();
    m_store.reset();
    m_settings.reset();
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
    QVERIFY(m_space->filter().isEmpty());
    QCOMPARE(m_pane->findChild<AccentButton *>()->text(), u"S&tart"_s);
}

void TestWalkPane::nextAppliesTheStop()
{
    QSignalSpy wanted(m_desk.get(), &Desk::actionWanted);
    QTest::mouseClick(m_pane->findChild<AccentButton *>(), Qt::LeftButton);
    QCOMPARE(m_pane->stop(), 0);
    QCOMPARE(m_space->filter().terms.size(), 1);
    QCOMPARE(m_space->filter().terms[0].value, 1);
    QCOMPARE(m_space->selection().current(), ItemId(QuotationId{4}));
    QCOMPARE(m_space->passage().article, ArticleId{2});
    QCOMPARE(m_space->timeWindow().start(), PartialDate::day(2031, 5, 1).earliest());
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
    QVERIFY(m_space->filter().isEmpty());
    m_pane->goTo(0);
    QVERIFY(!shownText().contains(u"not in this project"_s));
}

void TestWalkPane::remembersTheStopWithoutApplyingIt()
{
    m_pane->goTo(0);
    const QJsonObject state = m_pane->saveState();
    m_space->setFilter({});
    WalkPane other(*m_desk);
    other.setWalk(sample);
    other.restoreState(state);
    QCOMPARE(other.stop(), 0);
    QVERIFY(m_space->filter().isEmpty());
}

void TestWalkPane::keepsTheOldWalkWhenTheNewOneIsNotOne()
{
    QSignalSpy said(m_desk.get(), &Desk::messageWanted);
    m_pane->setWalk(u"# Nothing here"_s);
    QCOMPARE(said.size(), 1);
    QCOMPARE(m_pane->walk().stops.size(), 2);
}

QTEST_MAIN(TestWalkPane)
#include "tst_walkpane.moc"
