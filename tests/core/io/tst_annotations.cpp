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

    void whatIsElsewhereIsNotFetched()
    {
        const auto document = readOf(quoted("{'@context':'https://example.org/evil','type':'AnnotationPage','next':'https://example.org/2','items':[{'type':'Annotation','bodyValue':'x','target':'https://example.org/a'},42]}"), u"a.jsonld"_s);
        QCOMPARE(document.parts.size(), size_t(3));
        QVERIFY(document.parts[1].refusal.contains(u"it is no object"_s));
        QVERIFY(document.parts[2].refusal.contains(u"nothing is fetched: https://example.org/2"_s));
    }

    void brokenOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no target") << annotation("'body':'x'");
        QTest::newRow("no source") << annotation("'target':{'selector':{'type':'TextQuoteSelector','exact':'x'}}");
        QTest::newRow("many targets") << annotation("'target':[" + QByteArray("'https://example.org/a',").repeated(200) + "'b']");
        QTest::newRow("a collection elsewhere") << quoted("{'type':'AnnotationCollection','first':'https://example.org/1','motivation':'x','target':'a'}");
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
