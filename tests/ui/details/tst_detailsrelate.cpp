// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/details/detailsstage.h"
#include "ui/details/editablefield.h"
#include "ui/details/passagepicker.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using Stage = test::DetailsStage;

/// A passage that is related to another.
class tst_DetailsRelate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPassageIsRelatedToAnotherAndBothSidesSayIt()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        const Snapshot &record = *stage.workspace.snapshot();
        const QuotationId from = record.quotations().front().id;
        const QuotationId to = record.quotations().back().id;
        QVERIFY(stage.select(from));
        stage.press(u"details.relate"_s);
        auto *picker = stage.find<PassagePicker>(u"details.relation.picker"_s);
        QVERIFY(picker && picker->line()->hasFocus());
        QSignalSpy searched(picker, &PassagePicker::searched);
        const QString words = record.quotation(to)->content.exact.section(u' ', 1, 4);
        QTest::keyClicks(picker->line(), words);
        QTRY_VERIFY(searched.size() > 0 && picker->list()->count() == 1);
        QTest::keyClick(picker->line(), Qt::Key_Return);
        auto *kind = stage.find<QComboBox>(u"details.relation.kind"_s);
        QTRY_VERIFY(kind->hasFocus()); // how they stand is not chosen for anybody
        QVERIFY(stage.workspace.snapshot()->relations().empty());
        QTest::keyClick(kind, Qt::Key_Down);
        QTest::keyClick(kind, Qt::Key_Tab);
        QTRY_VERIFY(picker->line()->hasFocus());
        QTest::keyClick(picker->line(), Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.snapshot()->relations().size(), 1u);
        QTRY_VERIFY(stage.words().contains(u"contradicts"_s));
        QVERIFY(stage.select(to));
        QVERIFY(stage.words().contains(u"is contradicted by"_s));
        const auto id = stage.workspace.snapshot()->relations().front().id;
        auto *note = stage.find<EditableField>(u"details.relation.note.%1"_s.arg(id.value));
        note->edit();
        auto *line = note->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"one of them was there"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.snapshot()->relations().front().note, u"one of them was there"_s);
        QTRY_VERIFY(stage.words().contains(u"one of them was there"_s));
        stage.press(u"details.relation.remove.%1"_s.arg(id.value));
        QTRY_VERIFY(stage.workspace.snapshot()->relations().empty());
    }

    void aPassageIsRelatedFromThePaletteToo()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        auto *relate = stage.pane.findChild<QAction *>(u"details.relateTo"_s);
        QVERIFY(relate && stage.pane.actions().contains(relate));
        stage.workspace.selection().clear();
        QTRY_VERIFY(!relate->isEnabled());
        QVERIFY(stage.select(stage.workspace.snapshot()->quotations().front().id));
        QVERIFY(relate->isEnabled());
        relate->trigger();
        QVERIFY(stage.find<PassagePicker>(u"details.relation.picker"_s));
    }

    void whatIsSelectedBesideIsOfferedFirst()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        const Snapshot &record = *stage.workspace.snapshot();
        const ItemId one = record.quotations().front().id;
        const ItemId other = record.figures().front().id;
        stage.workspace.selection().set({one, other}, one);
        QTRY_COMPARE(stage.pane.shownItem(), one);
        stage.press(u"details.relate"_s);
        auto *picker = stage.find<PassagePicker>(u"details.relation.picker"_s);
        QCOMPARE(picker->list()->item(0)->data(Qt::UserRole).value<ItemId>(), other);
        QTest::keyClick(picker->line(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.find<PassagePicker>(u"details.relation.picker"_s));
        QVERIFY(stage.workspace.snapshot()->relations().empty());
    }
};

QTEST_MAIN(tst_DetailsRelate)
#include "tst_detailsrelate.moc"
