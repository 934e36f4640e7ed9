// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/offsets.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

class tst_CodePointMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offsetsAgreeWithCounting_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("ascii") << u"plain words"_s;
        QTest::newRow("cjk") << u"漢字とかな"_s;
        QTest::newRow("emoji") << u"a😀b😀😀c"_s;
        QTest::newRow("emoji first and last") << u"😀x😀"_s;
        QTest::newRow("family") << u"👩‍👩‍👧‍👦!"_s;
        QTest::newRow("combining") << u"e\u0301a\u0308 na\u00EFve"_s;
        QTest::newRow("rare han") << u"𠀀𠀁漢𪛖"_s;
        QTest::newRow("lone surrogates") << (QString(QChar(0xD83D)) + u'x' + QChar(0xDE00) + u"😀" + QChar(0xD83D));
    }
    void offsetsAgreeWithCounting()
    {
        QFETCH(QString, text);
        const CodePointMap map(text);
        qint64 points = 0;
        for (qsizetype unit = 0; unit <= text.size(); ++unit) {
            const bool inside = unit > 0 && unit < text.size() && text[unit - 1].isHighSurrogate() && text[unit].isLowSurrogate();
            if (inside)
                continue;
            QCOMPARE(map.toCodePoints(unit), points);
            QCOMPARE(map.toUtf16(points), unit);
            ++points;
        }
    }
};

QTEST_GUILESS_MAIN(tst_CodePointMap)
#include "tst_offsets.moc"
