// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "core/record/spelling.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace onrecord;
using namespace onrecord::extract;

namespace {

/// Sentences written for OnRecord; everybody in them is invented. text, ¶ begins a paragraph | who and what a reader finds named in it
constexpr const char *rows[] = {
    "“It leaks,” Ana Ruiz said in June. | person Ana Ruiz",
    "In June, the port opened. June was wet. |",
    "Theresa May left in May. “It leaks,” Theresa May said. | person Theresa May",
    "April Novak is an engineer, and April is a month. April Novak said so. | person April Novak",
    "The bridge is old. The Bridge closed. |",
    "Stone & Sons won the contract. Stone & Sons paid the fine. | organisation Stone & Sons",
    "Hale & Daughters said it was late. | organisation Hale & Daughters",
    "Hunter & Lee LLP said it leaks. | organisation Hunter & Lee LLP",
    // a heading in Title Case is no name; the names in it are
    "Vela Checkmates Hale Works In Style¶Vela said that Hale Works is late. Vela paid. Hale Works left. | organisation Hale Works ; person Vela",
    // words that ran together where a heading ended
    "MessyVelaWorks opens¶VelaWorks said the pump leaks. | organisation VelaWorks",
    "Money, Drama, and Norway¶The port opened in Norway. | place Norway",
    // abbreviations of things
    "The ROI is low and GDP rose, Ana Ruiz said. The R&D budget fell. | person Ana Ruiz",
    "Vela CEO Ana Ruiz said it leaks. | organisation Vela ; person Ana Ruiz",
    // lone names that only a body bears
    "The port sued Orvel. Orvel’s chief executive left. | organisation Orvel",
    "Buses stood still as Orvel paid. Orvel, a ferry operator, closed. | organisation Orvel",
    "Orvel employs 90 sailors, and the port thanked Orvel. | organisation Orvel",
    "Ana Orvel left. The port thanked Orvel. Orvel’s factory closed. | person Ana Orvel",
    "Orvel Ferries closed a route. The town sued Orvel. | organisation Orvel Ferries",
    "On Monday Ana Ruiz told Radio Orle it leaks. | organisation Radio Orle ; person Ana Ruiz",
    "Repairs would cost more. The port is old. |",
};

} // namespace

class TestAgents : public QObject
{
    Q_OBJECT

private slots:
    void areThoseWhomAReaderFinds_data();
    void areThoseWhomAReaderFinds();
    void areNotSoughtInWhatIsStruckAlone();
};

void TestAgents::areThoseWhomAReaderFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    for (const char *row : rows) {
        const QStringList cells = QString::fromUtf8(row).split(u'|');
        QTest::addRow("%s", qPrintable(cells[0].trimmed())) << cells[0].trimmed().replace(u'¶', u"\n\n"_s) << cells[1].trimmed();
    }
}

void TestAgents::areThoseWhomAReaderFinds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, wanted);
    QStringList found;
    for (const FoundAgent &agent : extract::extract(text, {.language = u"en"_s, .published = {}, .authors = {}, .struck = {}, .setApart = {}, .words = {}}).agents)
        found.append(QString(spelling(agent.type)) + u' ' + agent.name);
    found.sort();
    QCOMPARE(found.join(u" ; "_s), wanted);
}

/// Struck words may tell a full name, but nobody is found in them, and no date.
void TestAgents::areNotSoughtInWhatIsStruckAlone()
{
    const QString text = u"Ana Ruiz and Emil Kraus of Vela Pumps met on 3 May 2031.\n\n“The pump leaks,” Ruiz said on 5 May 2031.\n\nTom Hale left on 4 May 2031."_s;
    const auto from = static_cast<qint32>(text.indexOf(u"“The pump"_s));
    const auto to = static_cast<qint32>(text.indexOf(u"Tom Hale"_s));
    const Span read{from, to};
    const Extraction found = extract::extract(text, {.language = u"en"_s, .published = {}, .authors = {}, .struck = {{to, static_cast<qint32>(text.size())}, {0, from}}, .setApart = {}, .words = {}});
    QCOMPARE(found.agents.size(), size_t(1));
    QCOMPARE(found.agents.front().name, u"Ana Ruiz"_s);
    for (const Span mention : found.agents.front().mentions)
        QVERIFY(read.contains(mention));
    QCOMPARE(found.quotations.size(), size_t(1));
    QCOMPARE(found.quotations.front().speaker, 0);
    QCOMPARE(found.dates.size(), size_t(1));
    QVERIFY(read.contains(found.dates.front().content));
}

QTEST_GUILESS_MAIN(TestAgents)
#include "tst_agents.moc"
