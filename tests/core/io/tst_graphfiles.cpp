// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/graph.h"
#include "core/io/readers/reader.h"
#include "tests/support/exchangesamples.h"
#include "tests/support/readback.h"

#include <QTest>
#include <algorithm>
#include <ctime>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray types = "<attributes class='node'><attribute id='0' title='type'/><attribute id='1' title='role'/>"
                         "</attributes>";

QByteArray node(const QByteArray &id, const QByteArray &label, const QByteArray &type, const QByteArray &values = {})
{
    return "<node id='" + id + "' label='" + label + "'><attvalues><attvalue for='0' value='" + type + "'/>" + values
        + "</attvalues></node>";
}

QByteArray gexf(const QByteArray &nodes, const QByteArray &edges = {})
{
    return "<gexf><graph defaultedgetype='directed'>" + types + "<nodes>" + nodes + "</nodes><edges>" + edges
        + "</edges></graph></gexf>";
}

} // namespace

class TestGraphFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gexfBecomesPeopleArticlesAndEvents()
    {
        const auto document = readOf(gexfSample(), u"who.gexf"_s);
        QCOMPARE(document.mediaType, u"application/gexf+xml"_s);
        const auto people = partOf(document, u"people of who.gexf"_s);
        QVERIFY2(remarkOf(people, RemarkKind::OtherType).isEmpty(), "a part of a graph is no mislabelled file");
        const auto ana = listed(people, u"Ana Ruiz"_s);
        QCOMPARE(ana.type, AgentType::Person);
        QCOMPARE(words(people, ana.role), u"mayor"_s);
        QCOMPARE(words(people, ana.organisation), u"Northport Council"_s);
        QCOMPARE(ana.forms.size(), size_t(2));
        for (const QString &line :
             {u"born: 1970"_s, u"type: politician"_s, u"checked: no"_s, u"time: 2018 – 2022"_s,
              u"works for → Northport Council; weight: 1.0 [Employment e1]"_s,
              u"owns → Acme Mills Ltd; weight: 2.5; source of this: register; time: 2019 – 2021 [UnknownLink e2]"_s,
              u"quoted in → Mill to stay (Article) [UnknownLink e3]"_s,
              u"took part in → Council meets (Event) [UnknownLink e5]"_s})
            QVERIFY2(ana.note.split(u'\n').contains(line), qPrintable(line + u"\nnot in\n"_s + ana.note));
        QCOMPARE(listed(people, u"Northport Council"_s).type, AgentType::Organisation);
        QCOMPARE(listed(people, u"Acme Mills Ltd"_s).type, AgentType::Organisation);
        QVERIFY(listed(people, u"Acme Mills Ltd"_s).note.contains(u"trades with — Northport Council"_s));
        QCOMPARE(listed(people, u"Northport"_s).type, AgentType::Place);
        const auto article = partOf(document, u"node 4 of who.gexf"_s);
        QCOMPARE(article.title.value, u"Mill to stay"_s);
        QCOMPARE(article.outlet.value, u"The Daily"_s);
        QCOMPARE(article.url.value, u"https://example.org/mill"_s);
        const auto events = partOf(document, u"events of who.gexf"_s);
        QCOMPARE(events.events.size(), size_t(1));
        QCOMPARE(words(events, events.people.at(0).name), u"Ana Ruiz"_s);
        QVERIFY2(remarkOf(document, RemarkKind::GraphLeft).contains(u"drawing (viz) (2)"_s),
                 qPrintable(remarkOf(document, RemarkKind::GraphLeft)));
        QCOMPARE(remarkOf(document, RemarkKind::NodesGuessed), u"1"_s);
        QVERIFY(remarkOf(document, RemarkKind::GraphSays).contains(u"Who works where"_s));
        QVERIFY2(remarkOf(document, RemarkKind::Columns).contains(u"Position → position"_s),
                 qPrintable(remarkOf(document, RemarkKind::Columns)));
        QCOMPARE(refusals(document).size(), 2);
        QVERIFY(refusals(document).join(u'\n').contains(u"there is no node “n99”"_s));
        QVERIFY(refusals(document).join(u'\n').contains(u"Mills are good"_s));
    }

    void graphMlOfSeveralPrograms()
    {
        const auto document = readOf(graphMlSample(), u"who.graphml"_s);
        QCOMPARE(document.mediaType, u"application/graphml+xml"_s);
        const auto people = partOf(document, u"people of who.graphml"_s);
        const auto rene = listed(people, u"René Vela"_s);
        QCOMPARE(words(people, rene.role), u"harbour master"_s);
        QCOMPARE(words(people, rene.organisation), u"Harbour Office"_s);
        QCOMPARE(listed(people, u"Harbour Office"_s).type, AgentType::Organisation);
        QVERIFY(listed(people, u"Bo Li"_s).note.contains(u"wrote to → René Vela"_s));
        QVERIFY(listed(people, u"Bo Li"_s).note.contains(u"knows — Ito Vale"_s));
        QVERIFY(listed(people, u"Ito Vale"_s).note.contains(u"within: n2"_s));
        const QString left = remarkOf(document, RemarkKind::GraphLeft);
        for (const QString &what : {u"drawing (4)"_s, u"graphs within nodes, their nodes taken for nodes (1)"_s,
                                    u"hyperedges (1)"_s, u"ports (1)"_s})
            QVERIFY2(left.contains(what), qPrintable(left));
        QCOMPARE(refusals(document).size(), 2);
    }

    void whatXmlForbidsIsReported()
    {
        const auto document =
            readOf("<gexf><graph><nodes><node id='a' label='Ann\x01 &#2;Ray'/></nodes></graph></gexf>", u"a.gexf"_s);
        QCOMPARE(words(document, document.people.at(0).name), u"Ann\uFFFD \uFFFDRay"_s);
        QCOMPARE(remarkOf(document, RemarkKind::ControlCharacters), u"2"_s);
    }

    void valuesAreNoIds()
    {
        const auto document =
            readOf("<gexf><graph><attributes class='node'><attribute id='0' title='rank'/></attributes><nodes><node "
                   "id='1' label='Ann Ray'><attvalues><attvalue for='0' value='2'/></attvalues></node><node id='2' "
                   "label='Bo Li'/></nodes></graph></gexf>",
                   u"a.gexf"_s);
        QVERIFY2(listed(document, u"Ann Ray"_s).note == u"rank: 2"_s, qPrintable(listed(document, u"Ann Ray"_s).note));
        const auto apart =
            readOf("<gexf><graph><attributes class='node'><attribute id='0' title='rank'/></attributes><nodes><node "
                   "id='1' label='Ann Ray'><attvalues><attvalue for='0' value='2'/></attvalues></node><node id='2' "
                   "label='Bo Li'/><node id='3'/></nodes></graph></gexf>",
                   u"a.gexf"_s);
        QCOMPARE(listed(partOf(apart, u"people of a.gexf"_s), u"Ann Ray"_s).note, u"rank: 2"_s);
    }

    void brokenGraphsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("entities") << QByteArray(
            "<!DOCTYPE gexf [<!ENTITY a 'b'>]><gexf><graph><nodes><node id='&a;'/></nodes></graph></gexf>")
                                  << u"document type"_s;
        QTest::newRow("cut off") << QByteArray("<gexf><graph>\n<nodes><node id='a'") << u"line 2"_s;
        QTest::newRow("deep") << "<graphml>" + QByteArray("<graph>").repeated(1000) << u"nested"_s;
        QTest::newRow("nothing in it") << QByteArray("<gexf><graph><nodes/></graph></gexf>") << u"without nodes"_s;
        QTest::newRow("nobody") << QByteArray("<gexf><graph><nodes><node id='12'/></nodes></graph></gexf>")
                                << u"nobody is named"_s;
    }
    void brokenGraphsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        const auto document = io::readBytes(bytes, {u"a.gexf"_s, {}});
        QVERIFY(!document);
        QVERIFY2(document.error().detail.contains(why), qPrintable(document.error().detail));
    }

    void partsCanBeReadAgain_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("as long as an id may be") << QByteArray(1000, 'a') << true;
        QTest::newRow("too long") << QByteArray(1001, 'a') << false;
        QTest::newRow("long in letters that JSON escapes") << QByteArray("&quot;").repeated(1000) << true;
        QTest::newRow("blanks around it") << QByteArray(" n7\t") << true;
        QTest::newRow("blanks alone") << QByteArray("  ") << false;
    }
    void partsCanBeReadAgain()
    {
        QFETCH(QByteArray, id);
        const QByteArray nodes = "<node id='" + id + "' label='Ann Ray'/><node id='b' label='Bo Li'/><node id='b'/>";
        const QByteArray edge = "<edge source='b' target='" + id + " ' label='knows'/>";
        const auto document =
            readOf("<gexf><graph><nodes>" + nodes + "</nodes><edges>" + edge + "</edges></graph></gexf>", u"a.gexf"_s);
        const auto people = partOf(document, u"people of a.gexf"_s);
        QVERIFY2(people.parts.empty(), "a part does not come apart");
        QFETCH(bool, isTaken);
        QCOMPARE(people.people.size(), isTaken ? 2U : 1U);
        QCOMPARE(refusals(document).size(), isTaken ? 1 : 3);
        QCOMPARE(listed(people, u"Bo Li"_s).note.contains(u"knows — Ann Ray"_s), isTaken);
    }

    void asManyAttributesAsThereMayBe()
    {
        QByteArray keys;
        QByteArray data;
        for (int i = 0; i < 600; ++i) {
            const QByteArray number = QByteArray::number(i);
            keys += "<key id='k" + number + "' for='node' attr.name='word " + number + "'/>";
            data += "<data key='k" + number + "'>v" + number + "</data>";
        }
        const auto document = readOf("<graphml>" + keys + "<graph><node id='Ann Ray'>" + data
                                         + "</node><node id='b b'/><node id='b b'/></graph></graphml>",
                                     u"a.graphml"_s);
        const auto people = partOf(document, u"people of a.graphml"_s);
        QVERIFY(people.parts.empty());
        QVERIFY(listed(people, u"Ann Ray"_s).note.contains(u"v599"_s));
    }

    void anElementOfADrawingEndsNoNode()
    {
        const auto document = readOf("<gexf xmlns:viz='viz'><graph><nodes><node id='a'><viz:node/><attvalues><attvalue "
                                     "for='name' value='Ann Ray'/></attvalues></node></nodes></graph></gexf>",
                                     u"a.gexf"_s);
        QCOMPARE(words(document, document.people.at(0).name), u"Ann Ray"_s);
    }

    void twoNodesOfOneIdAreNot()
    {
        const auto document = readOf("<graphml><graph><node id='Ann Ray'/><node id='Ann Ray'/>"
                                     "<node id='Bo Li'/></graph></graphml>",
                                     u"a.graphml"_s);
        QCOMPARE(refusals(document).size(), 1);
        QCOMPARE(partOf(document, u"people of a.graphml"_s).people.size(), size_t(2));
    }

    /// Some programs number the edges between two nodes, each pair from 0.
    void edgesOfOneIdAreTwo()
    {
        const auto document = readOf(
            "<graphml><graph><node id='Ann Ray'/><node id='Bo Li'/><edge id='0' source='Ann Ray' target='Bo Li'/>"
            "<edge id='0' source='Ann Ray' target='Bo Li'/><edge id='0' source='Ann Ray' target='Bo Li'/>"
            "<edge id='0 (edge 3)' source='Ann Ray' target='Bo Li'/></graph></graphml>",
            u"a.graphml"_s);
        QVERIFY(document.parts.empty());
        const QString note = listed(document, u"Ann Ray"_s).note;
        for (const QString &id : {u"0"_s, u"0 (edge 2)"_s, u"0 (edge 3)"_s, u"0 (edge 3) (edge 4)"_s})
            QCOMPARE(note.count(u" [UnknownLink %1]"_s.arg(id)), 1);
    }

    void whatALabelMeans_data()
    {
        QTest::addColumn<QString>("role");
        for (const char *label : {"is the mayor of", "vice president of", "acting head of", "co-founder of",
                                  "non-executive director of", "editor-in-chief at", "shadow minister for"}) {
            QString role = QString::fromLatin1(label).section(u' ', 0, -2).replace(u'-', u' ');
            QTest::newRow(label) << role.remove(u"is the "_s);
        }
        for (const char *label :
             {"denied being director of", "not the president of", "wants to be mayor of", "fired as head of",
              "future minister of", "former member of", "opposes president of", "ousted chairman of",
              "candidate for governor of", "son of president of", "no longer director of", "former chief of",
              "ex-director at", "president-elect of", "director wannabe of", "mayor never of"})
            QTest::newRow(label) << QString();
    }
    void whatALabelMeans()
    {
        const QByteArray label = QTest::currentDataTag();
        const auto document = readOf(gexf(node("p", "Ana Ruiz", "person") + node("o", "Oxley Council", "organisation"),
                                          "<edge id='e' source='p' target='o' label='" + label + "'/>"),
                                     u"a.gexf"_s);
        const auto ana = listed(document, u"Ana Ruiz"_s);
        QTEST(words(document, ana.role), "role");
        QCOMPARE(ana.organisation.isEmpty(), ana.role.isEmpty());
        QVERIFY2(ana.note.contains(QString::fromLatin1(label) + u" → Oxley Council"_s), qPrintable(ana.note));
    }

    /// A role is one in the organisation where nothing else is said to join the two.
    void whatARoleIsOf_data()
    {
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QString>("role");
        QTest::newRow("nothing else") << QByteArray() << u"plaintiff"_s;
        QTest::newRow("a post") << QByteArray("works for") << u"plaintiff"_s;
        QTest::newRow("something else") << QByteArray("sued") << QString();
    }
    void whatARoleIsOf()
    {
        QFETCH(QByteArray, label);
        const auto document = readOf("<graphml><key id='t' for='node' attr.name='type'/><key id='l' for='edge' attr.name='label'/><key id='r' for='edge' attr.name='role'/><graph>"
                                     "<node id='Ana Ruiz'><data key='t'>person</data></node><node id='Oxley Council'><data key='t'>organisation</data></node>"
                                     "<edge source='Ana Ruiz' target='Oxley Council'><data key='l'>"
                                         + label + "</data><data key='r'>plaintiff</data></edge></graph></graphml>",
                                     u"a.graphml"_s);
        const auto ana = listed(document, u"Ana Ruiz"_s);
        QTEST(words(document, ana.role), "role");
        QCOMPARE(ana.organisation.isEmpty(), ana.role.isEmpty());
        QVERIFY2(ana.note.contains(u"plaintiff"_s), qPrintable(ana.note));
    }

    void whatIsOverIsNoRole_data()
    {
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<QByteArray>("edge");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("organisation");
        const QByteArray mayor = "<attvalue for='1' value='mayor' start='2001' end='2003'/>";
        const QByteArray minister = "<attvalue for='1' value='minister' start='2003'";
        QTest::newRow("values") << mayor + minister + " end='2005'/>" << QByteArray() << QString() << QString();
        QTest::newRow("the last goes on") << mayor + minister + "/>" << QByteArray() << u"minister"_s << QString();
        QTest::newRow("without end") << mayor + minister + " end='Infinity'/>" << QByteArray() << u"minister"_s
                                     << QString();
        QTest::newRow("an edge") << QByteArray() << QByteArray("label='works for' start='1990' end='1995'") << QString()
                                 << QString();
        QTest::newRow("an edge that goes on")
            << QByteArray() << QByteArray("label='mayor of' start='1990'") << u"mayor"_s << u"Oxley Council"_s;
        QTest::newRow("intervals") << QByteArray() << QByteArray("label='mayor of' intervals='&lt;[1990,1995]&gt;'")
                                   << QString() << QString();
        QTest::newRow("intervals that go on")
            << QByteArray() << QByteArray("label='mayor of' intervals='&lt;[1990, Infinity]&gt;'") << u"mayor"_s
            << u"Oxley Council"_s;
    }
    void whatIsOverIsNoRole()
    {
        QFETCH(QByteArray, values);
        QFETCH(QByteArray, edge);
        const auto document =
            readOf(gexf(node("p", "Ana Ruiz", "person", values) + node("o", "Oxley Council", "organisation"),
                        edge.isEmpty() ? edge : "<edge id='e' source='p' target='o' " + edge + "/>"),
                   u"a.gexf"_s);
        const auto ana = listed(document, u"Ana Ruiz"_s);
        QTEST(words(document, ana.role), "role");
        QTEST(words(document, ana.organisation), "organisation");
        QVERIFY2(ana.note.contains(u"199"_s) || ana.note.contains(u"role over time: mayor (2001 – 2003); minister ("_s),
                 qPrintable(ana.note));
    }

    void labelsAndArrowsOfADrawing()
    {
        const QByteArray keys = "<key for='node' id='d' yfiles.type='nodegraphics'/>"
                                "<key for='edge' id='e' yfiles.type='edgegraphics'/>";
        const auto drawnEdge = [](const QByteArray &source, const QByteArray &target, const QByteArray &label) {
            return "<edge source='a' target='b'><data key='e'><y:Line><y:Arrows source='" + source + "' target='"
                + target + "'/><y:EdgeLabel>" + label + "</y:EdgeLabel></y:Line></data></edge>";
        };
        const auto document = readOf(
            "<graphml xmlns:y='y'>" + keys
                + "<graph><node id='a'><data key='d'><y:S><y:NodeLabel>Ana\nRuiz</y:NodeLabel><y:NodeLabel>Mayor of "
                  "Oxley</y:NodeLabel></y:S></data></node><node id='b'><data key='d'><y:NodeLabel>Bo Li"
                  "</y:NodeLabel></data></node>"
                + drawnEdge("none", "standard", "knows") + drawnEdge("standard", "none", "pays")
                + drawnEdge("none", "none", "met") + "</graph></graphml>",
            u"a.graphml"_s);
        const QString ana = listed(document, u"Ana Ruiz"_s).note;
        QVERIFY2(ana.contains(u"further label: Mayor of Oxley"_s), qPrintable(ana));
        QVERIFY2(ana.contains(u"knows → Bo Li"_s) && ana.contains(u"met → Bo Li"_s), qPrintable(ana));
        QVERIFY2(listed(document, u"Bo Li"_s).note.startsWith(u"pays → Ana Ruiz"_s), qPrintable(ana));
    }

    void fewDefaultsMakeNoGraphBeyondMeasure()
    {
        QByteArray attributes;
        for (int i = 0; i < 3'000; ++i)
            attributes += "<attribute id='" + QByteArray::number(i) + "' title='t" + QByteArray::number(i)
                + "'><default>" + QByteArray(400, 'x') + "</default></attribute>";
        const QByteArray bytes = "<gexf><graph><attributes class='node'>" + attributes + "</attributes><nodes>"
            + QByteArray("<node id='a'/>").repeated(5'000) + "</nodes></graph></gexf>";
        const auto document = io::readBytes(bytes, {u"a.gexf"_s, {}});
        QVERIFY(!document);
        QCOMPARE(document.error().fault, Fault::TooLarge);
    }

    void whatIsCutIsCounted()
    {
        const auto document =
            readOf("<graphml><key id='d' for='node' attr.name='text'/><graph><node id='Ann Ray'><data key='d'>"
                       + QByteArray(1'000'001, 'w') + "</data></node></graph></graphml>",
                   u"a.graphml"_s);
        QCOMPARE(remarkOf(document, RemarkKind::GraphLeft), u"ends of values of more than 1000000 letters (1)"_s);
    }

    void wordsOfOurOwnAreAttributesLikeOthers()
    {
        const auto document = readOf(
            "<graphml><key id='d' for='all' attr.name='onrecordUndirected'/><graph><node id='Ann Ray'/>"
            "<node id='Bo Li'/><edge source='Ann Ray' target='Bo Li'><data key='d'>1</data></edge></graph></graphml>",
            u"a.graphml"_s);
        QCOMPARE(listed(document, u"Ann Ray"_s).note,
                 u"linked to → Bo Li; _onrecordUndirected: 1 [UnknownLink edge 1]"_s);
    }

    void anEventOfManyTakesNoLongerEach()
    {
        QByteArray nodes = node("e", "The assembly", "event");
        QByteArray edges;
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray id = 'p' + QByteArray::number(i);
            nodes += node(id, "Ana Ruiz " + id, "person");
            edges += "<edge source='" + id + "' target='e' label='joined'/>";
        }
        const std::clock_t begin = std::clock();
        (void)io::readBytes(gexf(nodes, edges), {u"a.gexf"_s, {}});
        const auto seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 5, QByteArray::number(seconds).constData());
    }
};

QTEST_GUILESS_MAIN(TestGraphFiles)
#include "tst_graphfiles.moc"
