// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "core/record/spelling.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace onrecord;
using namespace onrecord::extract;

namespace {

/// Sentences written for OnRecord, with what a reader finds in them; everybody in them is invented.
/// text | figure as printed | value | unit | qualifier | subject | asserted by ("-": the author)
constexpr const char *rows[] = {
    // value, unit, magnitude
    "The port has 40 cranes. | 40 cranes | 40 | cranes | | The port | -",
    "The pump moved 1,250 tonnes. | 1,250 tonnes | 1250 | tonnes | | The pump | -",
    "Vela Corp. paid $3.5 million for the gate. | $3.5 million | 3500000 | USD | | Vela Corp. | -",
    "Vela Corp. paid €12 billion for the port. | €12 billion | 12000000000 | EUR | | Vela Corp. | -",
    "Vela Corp. paid £7m for the gate. | £7m | 7000000 | GBP | | Vela Corp. | -",
    "The gate cost 900 euros. | 900 euros | 900 | EUR | | The gate | -",
    "Prices rose 5%. | 5% | 5 | percent | | Prices | -",
    "Prices rose 5 percent. | 5 percent | 5 | percent | | Prices | -",
    "Prices rose 2.5 per cent. | 2.5 per cent | 2.5 | percent | | Prices | -",
    "The plant makes 3GW. | 3GW | 3000000000 | W | | The plant | -",
    "The depot employs 300 people. | 300 people | 300 | people | | The depot | -",
    "The depot employs two dozen engineers. | two dozen engineers | 24 | engineers | | The depot | -",
    // ranges
    "The gate will cost $60-65 million. | $60-65 million | 60000000 | USD | | The gate | -",
    "The gate will cost $60 to $65 million. | $60 to $65 million | 60000000 | USD | | The gate | -",
    // qualifiers
    "The port has more than 40 cranes. | 40 cranes | 40 | cranes | more-than | The port | -",
    "The port has fewer than 40 cranes. | 40 cranes | 40 | cranes | less-than | The port | -",
    "The port has at least 40 cranes. | 40 cranes | 40 | cranes | at-least | The port | -",
    "The port has at most 40 cranes. | 40 cranes | 40 | cranes | at-most | The port | -",
    "The port has up to 40 cranes. | 40 cranes | 40 | cranes | at-most | The port | -",
    "The port has about 40 cranes. | 40 cranes | 40 | cranes | about | The port | -",
    "The port has roughly 40 cranes. | 40 cranes | 40 | cranes | about | The port | -",
    "The port has ~40 cranes. | ~40 cranes | 40 | cranes | about | The port | -",
    "The port has over 40 cranes. | 40 cranes | 40 | cranes | more-than | The port | -",
    "The port likely has 40 cranes. | 40 cranes | 40 | cranes | likely | The port | -",
    "The plant makes 2GW+ of power. | 2GW+ | 2000000000 | W | more-than | The plant | -",
    "The port bought thousands of cranes. | thousands of cranes | - | cranes | vague | The port | -",
    // per unit, ratio, multiple
    "Vela Corp. charges $60 per million litres. | $60 per million litres | 60 | USD/1M litres | | Vela Corp. | -",
    "Vela Corp. charges $8 a month. | $8 a month | 8 | USD/month | | Vela Corp. | -",
    "The pump used 1/50th of the power. | 1/50th | 0.02 | ratio | | The pump | -",
    "The pump is 30 times cheaper. | 30 times cheaper | 30 | times | | The pump | -",
    "The pump costs 95% less. | 95% less | 95 | percent | | The pump | -",
    // subject and predicate
    "Vela Corp., which plans to spend $65 billion on pumps, is late. | $65 billion | 65000000000 | USD | | Vela Corp. | -",
    "It began with the Vela Works Initiative, a $500 million plan. | $500 million | 500000000 | USD | | Vela Works Initiative | -",
    "The gate, built at just 4% of the price, opened. | 4% | 4 | percent | | The gate | -",
    "Ana Ruiz left. She then bought 40 cranes. | 40 cranes | 40 | cranes | | Ana Ruiz | -",
    "Tom Hale met Ana Ruiz. He owns 40 cranes. | 40 cranes | 40 | cranes | | Tom Hale | -",
    "The port reached 300 paid members by May. | 300 paid members | 300 | members | | The port | -",
    // who asserts it
    "“The port has 40 cranes,” Ana Ruiz said. | 40 cranes | 40 | cranes | | | Ana Ruiz",
    "“I bought 40 cranes,” Ana Ruiz said. | 40 cranes | 40 | cranes | | Ana Ruiz | Ana Ruiz",
    "Ana Ruiz said that the port has 40 cranes. | 40 cranes | 40 | cranes | | the port | Ana Ruiz",
    "Ana Ruiz said the port has 40 cranes. | 40 cranes | 40 | cranes | | the port | Ana Ruiz",
    "The port has 40 cranes, Ana Ruiz said. | 40 cranes | 40 | cranes | | The port | Ana Ruiz",
    "The port has 40 cranes, according to Ana Ruiz. | 40 cranes | 40 | cranes | | The port | Ana Ruiz",
    "According to Ana Ruiz, the port has 40 cranes. | 40 cranes | 40 | cranes | | the port | Ana Ruiz",
    "Ana Ruiz plans to spend $5 million. | $5 million | 5000000 | USD | | Ana Ruiz | -",
    "Ana Ruiz wants 40 cranes. | 40 cranes | 40 | cranes | | Ana Ruiz | -",
    "Vela Corp. charges $60, Hale Works charges $2. | $60 | 60 | USD | | Vela Corp. | -",
    "Vela Corp. charges $60, Hale Works charges $2. | $2 | 2 | USD | | Hale Works | -",
    "Tom Hale said that Ana Ruiz said that the port has 40 cranes. | 40 cranes | 40 | cranes | | the port | Ana Ruiz",
    "The so-called “40 cranes” never came. | 40 cranes | 40 | cranes | | | -",
};

QString qualifierWord(Qualifier qualifier)
{
    return qualifier == Qualifier::None ? QString() : QString(spelling(qualifier));
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private slots:
    void meansWhatAReaderReads_data();
    void meansWhatAReaderReads();
    void isNoFigure_data();
    void isNoFigure();
};

void TestFigures::meansWhatAReaderReads_data()
{
    QTest::addColumn<QStringList>("row");
    for (const char *row : rows) {
        QStringList cells = QString::fromUtf8(row).split(u'|');
        for (QString &cell : cells)
            cell = cell.trimmed();
        QTest::addRow("%s %s", qPrintable(cells[0]), qPrintable(cells[1])) << cells;
    }
}

void TestFigures::meansWhatAReaderReads()
{
    QFETCH(const QStringList, row);
    const Extraction found = extract::extract(row[0], {.language = u"en"_s, .published = {}, .authors = {}, .struck = {}, .setApart = {}, .words = {}});
    QStringList printed;
    for (const FoundFigure &figure : found.figures) {
        const QString exact = row[0].sliced(figure.content.start, figure.content.length());
        printed.append(exact);
        if (exact != row[1])
            continue;
        QCOMPARE(figure.value.has_value(), row[2] != u"-"_s);
        if (figure.value)
            QCOMPARE(*figure.value, row[2].toDouble());
        QCOMPARE(figure.unit, row[3]);
        QCOMPARE(qualifierWord(figure.qualifier), row[4]);
        if (!row[5].isEmpty())
            QCOMPARE(figure.subject, row[5]);
        QCOMPARE(figure.assertedBy < 0 ? u"-"_s : found.agents[static_cast<size_t>(figure.assertedBy)].name, row[6]);
        return;
    }
    QFAIL(qPrintable(u"found "_s + printed.join(u" ; "_s)));
}

void TestFigures::isNoFigure_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"Ana Ruiz waited two weeks.", "It opened in 2019.", "Call 555-0199.", "The train left at 10:45.", "They flew a GPT-4 model.", "It was the third gate."})
        QTest::addRow("%s", text) << QString::fromUtf8(text);
}

void TestFigures::isNoFigure()
{
    QFETCH(const QString, text);
    QCOMPARE(extract::extract(text, {.language = u"en"_s, .published = {}, .authors = {}, .struck = {}, .setApart = {}, .words = {}}).figures.size(), size_t(0));
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
