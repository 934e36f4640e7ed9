// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/factsheet.h"
#include "core/io/readers/reader.h"

#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

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

    /// Written so that a parser of XML and one of HTML both read it, and read the same.
    void hostileWordsComeBackFromTwoParsers()
    {
        const QStringList evil{u"<script src=//x.example/a.js></script>"_s, u"</td></table><img src=x onerror=alert(1)>"_s, u"]]><!-- --><![CDATA["_s, u"\" onload=\"x' y=`z`"_s,
                               u"&lt;b&gt; &amp;amp; &#x3c;"_s, u"javascript:alert(1) file:///etc/passwd"_s, u"a\u0000b\u0001c\u001b[31m\u007f\u0085\ufffe"_s, u"\u202Egpj.exe\u2066"_s,
                               u"two\nlines\tand\u2028a third"_s, u"𝒜\u0301 👩‍🚀 王"_s, QString(QChar(0xD800)) + u'x'};
        const QString all = evil.join(u' ');
        const QByteArray page = factSheetHtml({all, all, all, evil, {evil, evil}});
        QStringList cells;
        QSet<QString> elements;
        QXmlStreamReader xml(page);
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            elements.insert(xml.name().toString());
            if (xml.name() == "td"_L1 || xml.name() == "th"_L1)
                cells << xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(cells.size(), evil.size() * 3);
        const QSet<QString> ours{u"html"_s, u"head"_s, u"meta"_s, u"title"_s, u"style"_s, u"body"_s, u"h1"_s, u"table"_s, u"thead"_s, u"tbody"_s, u"tr"_s, u"p"_s};
        QCOMPARE(elements, (ours + QSet<QString>{u"th"_s, u"td"_s}));
        QCOMPARE(cells[4], evil[4]);
        QCOMPARE(cells[0], evil[0]);
        const auto read = readBytes(page, {u"sheet.html"_s, {}});
        QVERIFY(read);
        const QString words = read->text.simplified();
        for (const QString &cell : std::as_const(cells))
            QVERIFY2(words.contains(cell.simplified()), qPrintable(cell));
    }
};

QTEST_GUILESS_MAIN(TestFactSheet)
#include "tst_factsheet.moc"
