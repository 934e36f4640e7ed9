// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/factsheet.h"

#include <QTest>

using namespace onrecord::io;
using namespace Qt::StringLiterals;

class TestFactSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreQuotedAndLinesEndWithCrLf()
    {
        const FactSheet sheet{u"Sheet"_s,
                              u"en"_s,
                              u"all"_s,
                              {u"Words"_s, u"Verdict"_s},
                              {{u"He said \"no\", twice\nand left"_s, u"verbatim"_s}}};
        QCOMPARE(factSheetCsv(sheet),
                 QByteArray(
                     "\xEF\xBB\xBF\"Words\",\"Verdict\"\r\n\"He said \"\"no\"\", twice\nand left\",\"verbatim\"\r\n"));
    }

    void noCellIsAFormula_data()
    {
        QTest::addColumn<QString>("cell");
        for (const QString &cell :
             {u"=1+1"_s, u"+49"_s, u"-1"_s, u"@SUM(A1)"_s, u"  =1"_s, u"\t=1"_s, u"\r=1"_s, u"\uFF1D1"_s, u"\n=1"_s})
            QTest::newRow(qPrintable(cell.toHtmlEscaped())) << cell;
    }
    void noCellIsAFormula()
    {
        QFETCH(QString, cell);
        const QByteArray csv = factSheetCsv({{}, {}, {}, {cell}, {{cell}}});
        QCOMPARE(csv, "\xEF\xBB\xBF\"'" + cell.toUtf8() + "\"\r\n\"'" + cell.toUtf8() + "\"\r\n");
    }

    void plainWordsStayAsTheyAre() { QVERIFY(factSheetCsv({{}, {}, {}, {}, {{u"a = b"_s}}}).contains("\"a = b\"")); }

    void nothingOfTheWordsIsMarkup()
    {
        const QString evil = u"<script>alert(1)</script> & \"so\""_s;
        const QByteArray page = factSheetHtml({evil, evil, evil, {evil}, {{evil}}});
        QVERIFY(!page.contains("<script"));
        QCOMPARE(page.count("&lt;script&gt;"), 6);
        QVERIFY(page.contains("lang=\"&lt;"));
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.contains("Content-Security-Policy\" content=\"default-src 'none'; "));
    }
};

QTEST_GUILESS_MAIN(TestFactSheet)
#include "tst_factsheet.moc"
