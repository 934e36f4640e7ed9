// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameutterance.h"

#include <QTest>

using namespace onrecord::match;
using namespace Qt::StringLiterals;

class TestSameUtterance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void same_words_are_one_utterance_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *name, const QString &a, const QString &b, bool same) { QTest::newRow(name) << a << b << same; };
        row("equal", u"regrettable"_s, u"regrettable"_s, true);
        row("signs at the ends", u"“We found rust,”"_s, u"we found rust."_s, true);
        row("glyphs and spaces", u"We won’t  open"_s, u"we won't\nopen"_s, true);
        row("a part of six words", u"We found rust in every bolt"_s, u"Yes. We found rust in every bolt, and more."_s, true);
        row("a part of five words", u"found rust in every bolt"_s, u"Yes. We found rust in every bolt, and more."_s, false);
        row("a part that cuts a word", u"We found rust in every bol"_s, u"Yes. We found rust in every bolt, and more."_s, false);
        row("a negation between", u"We did not find rust in any bolt"_s, u"We did find rust in any bolt"_s, false);
        row("another number", u"We found rust in 12 of the bolts"_s, u"We found rust in 13 of the bolts"_s, false);
        row("nothing", u"…"_s, u"…"_s, false);
    }

    void same_words_are_one_utterance()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, same);
        QCOMPARE(isSameUtterance(comparableWords(a), comparableWords(b)), same);
        QCOMPARE(isSameUtterance(comparableWords(b), comparableWords(a)), same);
    }
};

QTEST_GUILESS_MAIN(TestSameUtterance)
#include "tst_sameutterance.moc"
