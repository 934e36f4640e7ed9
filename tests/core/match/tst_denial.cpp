// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/denial.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

class TestDenial : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWordsOfSayingTell_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cue");
        QTest::addColumn<bool>("denied");
        const auto row = [](const QString &text, const QString &cue, bool denied) { QTest::newRow(qPrintable(text)) << text << cue << denied; };
        row(u"Ana Ruiz said: “We sold it.”"_s, u"said"_s, false);
        row(u"Ana Ruiz never said: “We sold it.”"_s, u"said"_s, true);
        row(u"Ana Ruiz denied ever saying “we sold it”."_s, u"saying"_s, true);
        row(u"Ana Ruiz denied “we sold it”."_s, u"denied"_s, true);
        row(u"Ana Ruiz did not deny saying “we sold it”."_s, u"saying"_s, false);
        row(u"Ana Ruiz didn’t say “we sold it”."_s, u"say"_s, true);
        row(u"Ana Ruiz not only said “we sold it”, she sang it."_s, u"said"_s, false);
        row(u"“No,” she said, “we sold it.”"_s, u"said"_s, false);
        row(u"He was not there. Ana Ruiz said: “We sold it.”"_s, u"said"_s, false);
        row(u"Anna Ruhland hat nie gesagt: „Wir haben es verkauft.“"_s, u"gesagt"_s, true);
        row(u"Anna Ruhland bestritt, „wir“ gesagt zu haben."_s, u"bestritt"_s, true);
    }

    void theWordsOfSayingTell()
    {
        QFETCH(QString, text);
        QFETCH(QString, cue);
        QFETCH(bool, denied);
        const auto at = static_cast<qint32>(text.indexOf(cue));
        QVERIFY(at >= 0);
        QCOMPARE(isSayingDenied(text, {at, at + static_cast<qint32>(cue.size())}), denied);
        QVERIFY(!isSayingDenied(text, {}));
    }
};

QTEST_GUILESS_MAIN(TestDenial)
#include "tst_denial.moc"
