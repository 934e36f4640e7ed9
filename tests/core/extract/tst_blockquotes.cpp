// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "tests/core/extract/markedblocks.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::extract;
using namespace Qt::StringLiterals;

namespace {

/// "Ana Ruiz: the words", for every quotation that is no indirect speech.
QStringList saidIn(const QString &marked)
{
    const auto [text, blocks] = test::blocksIn(marked);
    Options options;
    options.language = u"en"_s;
    options.setApart = blocks;
    const Extraction found = extract::extract(text, options);
    QStringList out;
    for (const FoundQuotation &quotation : found.quotations) {
        if (quotation.kind == Kind::Indirect)
            continue;
        const QString who = quotation.speaker >= 0 ? found.agents[static_cast<size_t>(quotation.speaker)].name : u"?"_s;
        out << who + u": "_s + text.sliced(quotation.content.start, quotation.content.length());
    }
    return out;
}

} // namespace

class tst_BlockQuotes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsSetApartAreSomebodys_data()
    {
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("introduced by a colon") << u"Ana Ruiz wrote on her page:\n\n⟦The pier will hold for another year.⟧\n\nNobody answered."_s
                                               << QStringList{u"Ana Ruiz: The pier will hold for another year."_s};
        QTest::newRow("by a pronoun") << u"Ana Ruiz built the pier. She put it bluntly in a letter:\n\n⟦The pier will hold for another year.⟧"_s
                                      << QStringList{u"Ana Ruiz: The pier will hold for another year."_s};
        QTest::newRow("signed") << u"A post made the rounds.\n\n⟦The pier will hold for another year.\n\n— Ana Ruiz (@ruiz) May 3, 2031⟧\n\nNobody answered."_s
                                << QStringList{u"Ana Ruiz: The pier will hold for another year."_s};
        QTest::newRow("signed on the same line") << u"A post made the rounds.\n\n⟦The pier will hold for another year. — Ana Ruiz⟧\n\nNobody answered."_s
                                                 << QStringList{u"Ana Ruiz: The pier will hold for another year."_s};
        QTest::newRow("followed by who said it") << u"The hall was full. “No,” said Tom Hale.\n\n⟦The pier will hold for another year⟧\n\nsaid Ana Ruiz at the town hall."_s
                                                 << QStringList{u"Tom Hale: No,"_s, u"Ana Ruiz: The pier will hold for another year"_s};
        QTest::newRow("not whoever spoke last") << u"“No,” said Tom Hale.\n\n⟦The pier will hold for another year.⟧\n\nThe hall was full."_s
                                                << QStringList{u"Tom Hale: No,"_s, u"?: The pier will hold for another year."_s};
        QTest::newRow("paragraphs are one quotation") << u"Ana Ruiz wrote:\n\n⟦The pier will hold for another year.\n\nThen we shall see about the roof.⟧\n\nNobody answered."_s
                                                      << QStringList{u"Ana Ruiz: The pier will hold for another year.\n\nThen we shall see about the roof."_s};
        QTest::newRow("nobody is named") << u"The wall bore an old inscription.\n\n⟦Whoever passes here must pay a penny.⟧\n\nIt rained."_s
                                         << QStringList{u"?: Whoever passes here must pay a penny."_s};
        QTest::newRow("marks of its own") << u"Ana Ruiz wrote:\n\n⟦“The pier will hold for another year.”⟧\n\nNobody answered."_s
                                          << QStringList{u"Ana Ruiz: The pier will hold for another year."_s};
        QTest::newRow("a line of the text in large letters") << u"⟦The pier will hold for another year.⟧\n\nThe town waits. The pier will hold for another year. So they say."_s
                                                             << QStringList();
        QTest::newRow("two words are none") << u"Ana Ruiz wrote:\n\n⟦Read more⟧\n\nNobody answered."_s << QStringList();
    }

    void wordsSetApartAreSomebodys()
    {
        QFETCH(QString, marked);
        QFETCH(QStringList, said);
        QCOMPARE(saidIn(marked), said);
    }

    void marksBehindABlockQuoteArePairedAsEver()
    {
        QCOMPARE(saidIn(u"Ana Ruiz wrote:\n\n⟦The pier will hold for another year.⟧\n\n“I doubt it very much,” said Tom Hale."_s),
                 (QStringList{u"Ana Ruiz: The pier will hold for another year."_s, u"Tom Hale: I doubt it very much,"_s}));
    }
};

QTEST_GUILESS_MAIN(tst_BlockQuotes)
#include "tst_blockquotes.moc"
