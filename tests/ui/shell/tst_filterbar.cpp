// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplerecord.h"
#include "ui/shell/filterbar.h"
#include "ui/widgets/chip.h"

#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using explore::Facet;
using explore::Filter;
using explore::Term;
using explore::Workspace;

class TestFilterBar : public QObject
{
    Q_OBJECT
private:
    static Term outlet(qint64 id) { return {Facet::Outlet, id, 0, 0, {}, false}; }
    static Term person(qint64 id) { return {Facet::Agent, id, 0, 0, {}, false}; }

    static QList<Chip *> chips(FilterBar &bar)
    {
        QList<Chip *> shown;
        const auto all = bar.findChildren<Chip *>();
        for (Chip *chip : all) {
            if (!chip->isHidden())
                shown << chip;
        }
        return shown;
    }
    static QStringList texts(FilterBar &bar)
    {
        QStringList all;
        for (const Chip *chip : chips(bar))
            all << chip->text();
        return all;
    }

private Q_SLOTS:
    void isThereOnlyWhileAFilterIsOn()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        FilterBar bar(workspace);
        QVERIFY(bar.isHidden());
        workspace.setFilter(Filter().with(outlet(2)));
        QTRY_VERIFY(!bar.isHidden());
        QCOMPARE(texts(bar), QStringList({u"outlet River Post"_s}));
        QCOMPARE(bar.countText(), u"2 of 6 quotations · 4 hidden"_s);
        workspace.setFilter({});
        QTRY_VERIFY(bar.isHidden());
    }

    void deleteKeyRemovesAndTheNextChipHasTheFocus()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        FilterBar bar(workspace);
        workspace.setFilter(Filter().with(person(1)).with(outlet(2)).with(outlet(1)));
        bar.show();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        QTRY_COMPARE(chips(bar).size(), 3);
        chips(bar).at(1)->setFocus();
        QTest::keyClick(chips(bar).at(1), Qt::Key_Delete);
        QCOMPARE(workspace.filter(), Filter().with(person(1)).with(outlet(1)));
        QTRY_COMPARE(texts(bar), QStringList({u"person Ana Ruiz"_s, u"outlet Harbour Herald"_s}));
        QTRY_VERIFY(chips(bar).at(1)->hasFocus());
        QTest::keyClick(chips(bar).at(1), Qt::Key_Backspace);
        QTRY_COMPARE(chips(bar).size(), 1);
        QTRY_VERIFY(chips(bar).at(0)->hasFocus());
    }

    void addSaysWhatWouldRemainAndKeysChooseIt()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        FilterBar bar(workspace);
        workspace.setFilter(Filter().with(outlet(2)));
        bar.show();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        auto *menu = bar.findChild<QToolButton *>(u"add"_s)->menu();
        QMenu *people = menu->actions().front()->menu();
        Q_EMIT people->aboutToShow();
        QTRY_VERIFY(people->actions().front()->isEnabled());
        // Two quotations pass the outlet, one of them by somebody known; each line says how many are left with it.
        int together = 0;
        for (const QAction *action : people->actions())
            together += action->text().section(u'\t', 1).toInt();
        QCOMPARE(together, 1);
        QAction *first = people->actions().front();
        const QString name = first->text().section(u'\t', 0, 0);
        const int remain = first->text().section(u'\t', 1).toInt();
        people->popup({0, 0});
        people->setActiveAction(people->actions().front());
        QTRY_VERIFY(people->actions().front()->isEnabled() && !people->actions().front()->text().contains(u'…'));
        people->setActiveAction(people->actions().front());
        QTest::keyClick(people, Qt::Key_Return);
        QTRY_COMPARE(chips(bar).size(), 2);
        QVERIFY(texts(bar).at(1).endsWith(name));
        QVERIFY(bar.countText().startsWith(QString::number(remain) + u' '));
    }

    void minusTurnsATermRound()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        FilterBar bar(workspace);
        bar.show();
        workspace.setFilter(Filter().with(outlet(2)));
        QTRY_COMPARE(chips(bar).size(), 1);
        QTest::keyClick(chips(bar).at(0), Qt::Key_Minus);
        QVERIFY(workspace.filter().terms.front().excluded);
        QTRY_COMPARE(texts(bar), QStringList({u"not outlet River Post"_s}));
        QVERIFY(chips(bar).at(0)->isExcluded());
        QCOMPARE(bar.countText(), u"4 of 6 quotations · 2 hidden"_s);
    }

    void crossRemovesAndTheRestOfAChipDoesNot()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        FilterBar bar(workspace);
        bar.resize(900, 44);
        bar.show();
        workspace.setFilter(Filter().with(outlet(2)));
        QTRY_COMPARE(chips(bar).size(), 1);
        Chip *chip = chips(bar).at(0);
        QTRY_VERIFY(chip->width() > 60);
        QTest::mouseClick(chip, Qt::LeftButton, {}, {20, chip->height() / 2});
        QCOMPARE(workspace.filter().terms.size(), 1U);
        QTest::mouseClick(chip, Qt::LeftButton, {}, {chip->width() - 14, chip->height() / 2});
        QVERIFY(workspace.filter().isEmpty());
    }

    void clearRemovesEverythingAndBackBringsItBack()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        FilterBar bar(workspace);
        bar.show();
        workspace.setFilter(Filter().with(outlet(2)).with(person(1)));
        workspace.markPlace();
        QTest::mouseClick(bar.findChild<QToolButton *>(u"clear"_s), Qt::LeftButton);
        QVERIFY(workspace.filter().isEmpty());
        workspace.goBack();
        QCOMPARE(workspace.filter().terms.size(), 2U);
        QTRY_COMPARE(texts(bar), QStringList({u"outlet River Post"_s, u"person Ana Ruiz"_s}));
    }

    void chipsAreNamedForScreenReaders()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        FilterBar bar(workspace);
        workspace.setFilter(Filter().with(outlet(2)));
        QTRY_COMPARE(chips(bar).size(), 1);
        QCOMPARE(chips(bar).at(0)->accessibleName(), u"Filter: outlet River Post"_s);
        QVERIFY(chips(bar).at(0)->focusPolicy() & Qt::TabFocus);
    }
};

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
