// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace onrecord::ui;
using namespace Qt::StringLiterals;

class TestMessageBar : public QObject
{
    Q_OBJECT
private:
    static QWidget *firstShownChild(MessageBar &bar, const QString &name)
    {
        const auto found = bar.findChildren<QWidget *>(name);
        for (QWidget *one : found) {
            if (!one->isHidden() && !one->parentWidget()->isHidden())
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void isThereOnlyWhileThereIsAMessage()
    {
        MessageBar bar;
        QVERIFY(bar.isHidden());
        bar.show({u"One"_s, Desk::Tone::Error, {}, {}});
        QVERIFY(!bar.isHidden());
        QTest::mouseClick(firstShownChild(bar, u"close"_s), Qt::LeftButton);
        QVERIFY(bar.isHidden());
        QCOMPARE(bar.count(), 0);
    }

    void sameWordsBecomeOneRowWithACount()
    {
        MessageBar bar;
        bar.show({u"The disk is full."_s, Desk::Tone::Error, {}, {}});
        bar.show({u"Other"_s, Desk::Tone::Warning, {}, {}});
        bar.show({u"The disk is full."_s, Desk::Tone::Error, {}, {}});
        QCOMPARE(bar.count(), 2);
        QCOMPARE(bar.texts(), QStringList({u"The disk is full. (2 times)"_s, u"Other"_s}));
    }

    void fourthMessageWaitsUntilARowIsFree()
    {
        MessageBar bar;
        for (const QString &text : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            bar.show({text, Desk::Tone::Warning, {}, {}});
        QCOMPARE(bar.texts(), QStringList({u"d"_s, u"c"_s, u"b"_s}));
        QTest::mouseClick(firstShownChild(bar, u"close"_s), Qt::LeftButton);
        QCOMPARE(bar.texts(), QStringList({u"c"_s, u"b"_s, u"a"_s}));
    }

    void newGoodNewsReplacesOldButNeverAProblem()
    {
        MessageBar bar;
        bar.show({u"problem"_s, Desk::Tone::Error, {}, {}});
        bar.show({u"done"_s, Desk::Tone::Positive, {}, {}});
        bar.show({u"done again"_s, Desk::Tone::Information, {}, {}});
        QCOMPARE(bar.texts(), QStringList({u"done again"_s, u"problem"_s}));
    }

    void actionRunsOnceAndTakesItsRowAway()
    {
        MessageBar bar;
        int runs = 0;
        bar.show({u"In use"_s, Desk::Tone::Warning, u"Try Again"_s, [&runs] { ++runs; }});
        auto *act = qobject_cast<QPushButton *>(firstShownChild(bar, u"act"_s));
        QVERIFY(act);
        QCOMPARE(act->text(), u"Try Again"_s);
        QTest::mouseClick(act, Qt::LeftButton);
        QCOMPARE(runs, 1);
        QCOMPARE(bar.count(), 0);
    }

    void textIsNeverTakenForMarkup()
    {
        MessageBar bar;
        bar.show({u"<b>bold</b> & <img src=x>"_s, Desk::Tone::Error, {}, {}});
        auto *label = qobject_cast<QLabel *>(firstShownChild(bar, u"text"_s));
        QVERIFY(label);
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(label->text(), u"<b>bold</b> & <img src=x>"_s);
    }

    void escapeInTheRowClosesIt()
    {
        MessageBar bar;
        bar.show({u"One"_s, Desk::Tone::Error, {}, {}});
        QTest::keyClick(firstShownChild(bar, u"close"_s), Qt::Key_Escape);
        QCOMPARE(bar.count(), 0);
    }
};

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
