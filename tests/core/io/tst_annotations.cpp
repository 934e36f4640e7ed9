// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/reader.h"
#include "tests/support/exchangesamples.h"
#include "tests/support/readback.h"

#include <QTest>
#include <algorithm>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray annotation(const QByteArray &more)
{
    return quoted("{'type':'Annotation','motivation':'commenting'," + more + "}");
}

} // namespace

class TestAnnotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSourceIsOnePart()
    {
        const auto document = readOf(annotationSample(), u"notes.jsonld"_s);
        QCOMPARE(document.mediaType, u"application/ld+json"_s);
        QStringList parts;
        for (const io::ReadPart &part : document.parts)
            parts << (part.refusal.isEmpty() ? part.name : part.refusal);
        QCOMPARE(parts, (QStringList{u"source 1 of notes.jsonld"_s, u"source 2 of notes.jsonld"_s, u"source 3 of notes.jsonld"_s,
                                     u"annotation 6: another one has the id “urn:a5”"_s, u"annotation 7: it has no target (urn:a7)"_s}));
        const auto first = readOf(document.parts[0].bytes, document.parts[0].name);
        QVERIFY(first.areMarksElsewhere);
        QCOMPARE(first.url.value, u"https://example.org/mill"_s);
        QCOMPARE(first.marks.size(), size_t(3));
        const io::MarkedPassage &mark = first.marks[0];
        QVERIFY(mark.isQuotation);
        QCOMPARE(mark.speaker, u"Ana Ruiz"_s);
        QCOMPARE(mark.selector, (Selector{u"The mill will stay where it is."_s, u"said: \""_s, u"\""_s, 2, 9}));
        QCOMPARE(first.text.sliced(mark.place.start, mark.place.length()), mark.selector.exact);
    }

    void shapesThatJsonLdLeavesOpen_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("exact");
        QTest::addColumn<QString>("inNote");
        QTest::newRow("a target that is an address") << annotation("'target':'https://example.org/a','bodyValue':'Words.'") << QString() << u"Words."_s;
        QTest::newRow("a list of targets") << annotation("'target':[{'source':{'id':'https://example.org/a'},'selector':[{'type':['TextQuoteSelector'],'exact':'x y'}]}]") << u"x y"_s << u"motivation: commenting"_s;
        QTest::newRow("refined") << annotation("'target':{'source':'https://example.org/a','selector':{'type':'FragmentSelector','value':'p1','refinedBy':{'type':'TextQuoteSelector','exact':'x y'}}}") << u"x y"_s << u"Annotation"_s;
        QTest::newRow("an old spelling") << quoted("{'@type':'Annotation','@id':'urn:x','motivation':'tagging','body':{'value':'mill'},'target':'https://example.org/a'}") << QString() << u"tags: mill\n"_s;
        QTest::newRow("a body elsewhere") << annotation("'body':'https://example.org/b','target':'https://example.org/a'") << QString() << u"see: https://example.org/b"_s;
        QTest::newRow("a position alone") << annotation("'target':{'source':'https://example.org/a','selector':{'type':'TextPositionSelector','start':4,'end':9}}") << QString() << u"TextPositionSelector 4–9"_s;
        QTest::newRow("another selector") << annotation("'target':{'source':'https://example.org/a','selector':{'type':'XPathSelector','value':'/p[1]'}}") << QString() << u"XPathSelector /p[1]"_s;
        const QByteArray quote = "{'type':'TextQuoteSelector','exact':'x y'}";
        const QByteArray onQuote = "'target':{'source':'https://example.org/a','selector':" + quote + "}";
        QTest::newRow("a range of quotes") << annotation("'target':{'source':'https://example.org/a','selector':{'type':'RangeSelector','startSelector':" + quote + ",'endSelector':{'type':'TextQuoteSelector','exact':'z'}}}") << QString() << u"RangeSelector from “x y” to “z”"_s;
        QTest::newRow("a second quote") << annotation("'target':{'source':'https://example.org/a','selector':[" + quote + ",{'type':'TextQuoteSelector','exact':'z'}]}") << u"x y"_s << u"TextQuoteSelector “z”"_s;
        QTest::newRow("a second speaker") << annotation("'body':[{'type':'Person','name':'Ana Ruiz','purpose':'identifying'},{'type':'Person','name':'Bo Li','purpose':'identifying'}]," + onQuote) << u"x y"_s << u"identifying: Bo Li"_s;
        QTest::newRow("a speaker of nothing quoted") << annotation("'body':{'type':'Person','name':'Bo Li','purpose':'identifying'},'target':'https://example.org/a'") << QString() << u"identifying: Bo Li"_s;
        QTest::newRow("a fragment") << annotation("'target':'https://example.org/a#xywh=0,0,9,9'") << QString() << u"fragment: #xywh=0,0,9,9"_s;
        QTest::newRow("a state") << annotation("'target':{'source':'https://example.org/a','state':{'type':'TimeState','sourceDate':'2015-07-20'}}") << QString() << u"state: {\"sourceDate\":\"2015-07-20\""_s;
        QTest::newRow("a private note") << annotation("'permissions':{'read':['acct:cy@example.org']}," + onQuote) << u"x y"_s << u"private: for acct:cy@example.org alone"_s;
        QTest::newRow("other addresses") << annotation("'document':{'link':[{'href':'https://example.org/print'}]}," + onQuote) << u"x y"_s << u"document: https://example.org/print"_s;
        QTest::newRow("a body of markup") << annotation("'body':{'value':'<b>no</b>','format':'text/html','language':'fr'}," + onQuote) << u"x y"_s << u"<b>no</b> (text/html, fr)"_s;
        QTest::newRow("a body that is a number") << annotation("'body':{'value':5}," + onQuote) << u"x y"_s << u"5\n"_s;
        QTest::newRow("a JSON-LD graph") << quoted("{'@context':{'oa':'http://www.w3.org/ns/oa#'},'@graph':[{'@id':'_:s','@type':'oa:TextQuoteSelector','oa:exact':{'@value':'x y'}},{'@id':'urn:1','@type':'oa:Annotation','oa:motivatedBy':{'@id':'oa:tagging'},"
                                                  "'oa:hasBody':{'@value':'mill'},'oa:hasTarget':{'oa:hasSource':{'@id':'https://example.org/a'},'oa:hasSelector':{'@id':'_:s'}}}]}") << u"x y"_s << u"tags: mill"_s;
        QTest::newRow("behind long words") << "[" + annotation("'body':{'value':'" + QByteArray(450'000, 'v') + "'}," + onQuote) + "]" << u"x y"_s << u"vvv"_s;
        QTest::newRow("circular") << annotation("'target':{'source':'https://example.org/a','selector':" + QByteArray("{'type':'RangeSelector','refinedBy':").repeated(300) + "{}" + QByteArray("}").repeated(300) + "}") << QString() << u"Annotation"_s;
    }
    void shapesThatJsonLdLeavesOpen()
    {
        QFETCH(QByteArray, json);
        const auto document = readOf(json, u"a.json"_s);
        QCOMPARE(document.marks.size(), size_t(1));
        QTEST(document.marks[0].selector.exact, "exact");
        QFETCH(QString, inNote);
        QVERIFY2(document.marks[0].note.contains(inNote), qPrintable(document.marks[0].note));
    }

    void aMarkIsAQuotationWhereItSaysSo()
    {
        const QByteArray onQuote = "'target':{'source':'https://example.org/a','selector':{'type':'TextQuoteSelector','exact':'x y'}}";
        QVERIFY(!readOf(annotation(onQuote), u"a.json"_s).marks[0].isQuotation);
        QVERIFY(readOf(quoted("{'type':'Annotation','motivation':'quoting'," + onQuote + "}"), u"a.json"_s).marks[0].isQuotation);
        QVERIFY(readOf(annotation("'body':{'purpose':'identifying','value':'Bo Li'}," + onQuote), u"a.json"_s).marks[0].isQuotation);
    }

    void keysThatAreLeftAreNamed()
    {
        const auto document = readOf(annotation("'target':'https://example.org/a','flagged':false,'stars':5,'links':{}"), u"a.json"_s);
        QVERIFY(std::ranges::contains(document.remarks, Remark{RemarkKind::EntityKeysLeft, {u"links (1), stars (1)"_s}}));
    }

    void severalTargetsOfOneSourceStayTogether()
    {
        const auto target = [](const QByteArray &words) { return "{'source':'https://example.org/a','selector':{'type':'TextQuoteSelector','exact':'" + words + "'}}"; };
        const auto document = readOf("[" + annotation("'id':'urn:1','target':[" + target("x") + "," + target("y") + ",'https://example.org/b']") + "]", u"a.json"_s);
        QCOMPARE(document.parts.size(), size_t(2));
        const auto first = readOf(document.parts[0].bytes, document.parts[0].name);
        QCOMPARE(first.marks.size(), size_t(2));
        QCOMPARE(first.marks[1].selector.exact, u"y"_s);
    }

    /// What is one annotation in a collection is one by itself, too: found by fuzzing.
    void aPartDoesNotComeApart()
    {
        const QByteArray rows = "{'id':'urn:1','type':'Annotation','rows':[{'id':'x','target':'https://example.org/c'}],'bodyValue':'x','target':'https://example.org/a'}";
        const QByteArray page = "{'id':'urn:2','type':['Annotation','AnnotationPage'],'items':[{'type':'Annotation','target':'https://example.org/c'}],'bodyValue':'x','target':'https://example.org/a'}";
        const auto document = readOf(quoted("{'type':'AnnotationPage','items':[" + rows + "," + page + ",{'type':'Annotation','bodyValue':'y','target':'https://example.org/b'}]}"), u"a.jsonld"_s);
        QCOMPARE(document.parts.size(), size_t(3));
        QVERIFY(readOf(document.parts[0].bytes, document.parts[0].name).parts.empty());
        QVERIFY(document.parts[2].refusal.contains(u"a collection within another"_s));
    }

    void whatIsElsewhereIsNotFetched()
    {
        const auto document = readOf(quoted("{'@context':'https://example.org/evil','type':'AnnotationPage','next':'https://example.org/2','items':[{'type':'Annotation','bodyValue':'x','target':'https://example.org/a'},42]}"), u"a.jsonld"_s);
        QCOMPARE(document.parts.size(), size_t(3));
        QVERIFY(document.parts[1].refusal.contains(u"it is no object"_s));
        QVERIFY(document.parts[2].refusal.contains(u"nothing is fetched: https://example.org/2"_s));
        const auto some = readOf(quoted("{'type':'AnnotationCollection','total':9,'first':{'type':'AnnotationPage','items':[{'type':'Annotation','bodyValue':'x','target':'https://example.org/a'}]},'last':'https://example.org/9'}"), u"a.jsonld"_s);
        QCOMPARE(some.parts.size(), size_t(2));
        QVERIFY(some.parts[1].refusal.contains(u"says that there are 9 annotations and holds 1"_s));
    }

    void brokenOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no target") << annotation("'body':'x'");
        QTest::newRow("no source") << annotation("'target':{'selector':{'type':'TextQuoteSelector','exact':'x'}}");
        QTest::newRow("many targets") << annotation("'target':[" + QByteArray("'https://example.org/a',").repeated(200) + "'b']");
        QTest::newRow("a collection elsewhere") << quoted("{'type':'AnnotationCollection','first':'https://example.org/1','motivation':'x','target':'a'}");
        QTest::newRow("words beyond measure") << annotation("'target':{'source':'https://example.org/a','selector':{'type':'TextQuoteSelector','exact':'" + QByteArray(100'001, 'x') + "'}}");
        QTest::newRow("rows of something else") << quoted("{'total':2,'rows':[{'name':'Ana Ruiz','said':'yes'},{'name':'Bo'}]}");
        QTest::newRow("a graph of something else") << quoted("{'@graph':[{'@id':'a','@type':'oa:Thing','target':'b'}]}");
        QTest::newRow("empty page") << quoted("{'type':'AnnotationPage','items':[]}");
    }
    void brokenOnesAreRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!io::readBytes(json, {u"a.jsonld"_s, {}}));
    }
};

QTEST_GUILESS_MAIN(TestAnnotations)
#include "tst_annotations.moc"
