// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exchangesamples.h"

namespace onrecord::test {

QByteArray ftmSample()
{
    return R"({"id":"p1","schema":"Person","properties":{"name":["Ana Ruiz"],"alias":["Annie Ruiz"],"weakAlias":["Ana"],"previousName":["Ana Vela"],"nationality":["pa"]}}
{"id":"p2","schema":"Person","properties":{"name":["Vela Ruiz"]}}
{"id":"c1","schema":"Company","properties":{"name":["Acme Mills Ltd"]}}
{"id":"c2","schema":"PublicBody","properties":{"name":["Northport Council"]}}
{"id":"v1","schema":"Vessel","properties":{"name":["MV Ann"],"flag":["pa"]}}
{"id":"d1","schema":"Document","properties":{"title":["Mill to close"],"publisher":["The Evening"],"fileName":["close.pdf"]}}
{"id":"d2","schema":"Article","properties":{"title":["Mill to stay"],"publisher":["The Daily"],"author":["Bo Li"],"publishedAt":["2025-03-02"],"sourceUrl":["https://example.org/mill"],"language":["eng"],"retrievedAt":["2025-03-03"],"bodyText":["The council met on Saturday. \"The mill will stay where it is.\" Nobody else spoke for long."]}}
{"id":"q1","schema":"Documentation","properties":{"document":["d2"],"entity":["p1"],"role":["quoted"],"summary":["The mill will stay where it is."],"date":["2025-03-01"],"description":["At the council"]}}
{"id":"q2","schema":"Documentation","properties":{"document":["d2"],"entity":["c2"],"role":["quoted"],"summary":["Words that nobody printed."]}}
{"id":"q3","schema":"Documentation","properties":{"document":["d1"],"entity":["p1"],"role":["quoted"],"summary":["We shall see."]}}
{"id":"emp-1","schema":"Employment","properties":{"employee":["p1"],"employer":["c2"],"role":["mayor"],"startDate":["2018"]}}
{"id":"dir-1","schema":"Directorship","properties":{"director":["p1"],"organization":["c1"],"role":["adviser"],"startDate":["2001"],"endDate":["2004"]}}
{"id":"own-1","schema":"Ownership","properties":{"owner":["p1"],"asset":["c1"],"startDate":["2019"],"percentage":["51"]}}
{"id":"own-2","schema":"Ownership","properties":{"owner":["c1"],"asset":["v1"]}}
{"id":"sim-1","schema":"Similar","properties":{"candidate":["p1"],"match":["p2"],"score":["0.8"]}}
{"id":"n-1","schema":"Note","properties":{"entity":["p1"],"description":["Seen at the mill."]}}
{"id":"m-1","schema":"Mention","properties":{"document":["d2"],"name":["Mayor Ruiz"],"resolved":["p1"]}}
{"id":"e-1","schema":"Event","properties":{"name":["Council meets"],"date":["2025-03-01"],"involved":["p1","c2"],"proof":["d2"],"location":["Town hall"]}}
{"id":"doc-1","schema":"Documentation","properties":{"document":["d1"],"entity":["c1"],"role":["subject"]}}
{"id":"v2","schema":"Vessel","properties":{"name":["MV Lost"]}}
{"id":"x1","schema":"Person","properties":{"name":"Not a list"}}
{"id":broken}
{"id":"own-9","schema":"Ownership","properties":{"owner":["p1"],"asset":["nobody-here"]}}
)";
}

QByteArray gexfSample()
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta lastmodifieddate="2025-03-02"><creator>Graph Works 1.0</creator><description>Who works where</description></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
<attributes class="node"><attribute id="0" title="Type" type="string"/><attribute id="1" title="Position" type="string"/><attribute id="2" title="aliases" type="string"/>
<attribute id="3" title="born" type="string"/><attribute id="4" title="url" type="anyURI"/><attribute id="5" title="checked" type="boolean"><default>no</default></attribute></attributes>
<attributes class="edge"><attribute id="0" title="source of this" type="string"/></attributes>
<nodes>
<node id="n1" label="Ana Ruiz"><attvalues><attvalue for="0" value="politician"/><attvalue for="1" value="mayor"/><attvalue for="2" value="Annie Ruiz; Ana R. Ruiz"/><attvalue for="3" value="1970"/></attvalues><viz:color r="1" g="2" b="3"/><viz:position x="1" y="2"/><spells><spell start="2018" end="2022"/></spells></node>
<node id="n2" label="Northport Council"><attvalues><attvalue for="0" value="organisation"/></attvalues></node>
<node id="n3" label="Acme Mills Ltd"/>
<node id="n4" label="Mill to stay"><attvalues><attvalue for="0" value="article"/><attvalue for="4" value="https://example.org/mill"/></attvalues></node>
<node id="n5" label="The Daily"><attvalues><attvalue for="0" value="newspaper"/></attvalues></node>
<node id="n6" label="Council meets" start="2025-03-01"><attvalues><attvalue for="0" value="event"/></attvalues></node>
<node id="n7" label="Northport"><attvalues><attvalue for="0" value="town"/></attvalues></node>
<node id="n8" label="Mills are good"><attvalues><attvalue for="0" value="claim"/></attvalues></node>
</nodes>
<edges>
<edge id="e1" source="n1" target="n2" label="works for" weight="1.0"/>
<edge id="e2" source="n1" target="n3" label="owns" weight="2.5" start="2019" end="2021"><attvalues><attvalue for="0" value="register"/></attvalues></edge>
<edge id="e3" source="n1" target="n4" label="quoted in"/>
<edge id="e4" source="n5" target="n4" label="published"/>
<edge id="e5" source="n1" target="n6" label="took part in"/>
<edge id="e6" source="n3" target="n2" type="undirected" label="trades with"/>
<edge id="e7" source="n1" target="n99" label="knows"/>
</edges></graph></gexf>
)";
}

QByteArray graphMlSample()
{
    return R"(<?xml version="1.0" encoding="ISO-8859-1"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" yfiles.type="nodegraphics"/>
<key id="d1" for="node" attr.name="kind" attr.type="string"><default>person</default></key>
<key id="d2" for="edge" attr.name="interaction" attr.type="string"/>
<key id="d3" for="edge" attr.name="role" attr.type="string"/>
<key id="d4" for="node" attr.name="x" attr.type="double"/>
<key id="d5" for="graph" attr.name="made by" attr.type="string"/>
<graph id="G" edgedefault="undirected"><data key="d5">Graph Works</data>
<node id="n0"><data key="d0"><y:ShapeNode><y:Geometry height="30" x="1"/><y:Fill color="#FFCC00"/><y:NodeLabel fontSize="12">Ren)" "é" R"( Vela</y:NodeLabel></y:ShapeNode></data><data key="d4">12.5</data></node>
<node id="Bo Li"/>
<node id="n2"><data key="d0"><y:ShapeNode><y:NodeLabel>Harbour Office</y:NodeLabel></y:ShapeNode></data><data key="d1">company</data>
<graph id="n2:" edgedefault="directed"><node id="n2::n0"><data key="d0"><y:ShapeNode><y:NodeLabel>Ito Vale</y:NodeLabel></y:ShapeNode></data></node></graph><port name="p"/></node>
<node id="n3"><data key="d1">keyword</data></node>
<edge id="e0" source="n2" target="n0"><data key="d2">employs</data><data key="d3">harbour master</data></edge>
<edge source="Bo Li" target="n0" directed="true"><data key="d2">wrote to</data></edge>
<edge source="Bo Li" target="n2::n0"><data key="d2">knows</data></edge>
<hyperedge><endpoint node="n0"/><endpoint node="n2"/></hyperedge>
<edge id="e9" source="n0" target="nowhere"/>
</graph></graphml>
)";
}

QByteArray annotationSample()
{
    return R"({"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:c","type":"AnnotationCollection","total":7,"first":{"type":"AnnotationPage","items":[
{"id":"urn:a1","type":"Annotation","motivation":"quoting","creator":{"type":"Person","name":"Cy Doe"},"created":"2025-03-04T10:00:00Z","body":{"type":"TextualBody","purpose":"identifying","value":"Ana Ruiz"},
 "target":{"source":"https://example.org/mill","selector":[{"type":"TextQuoteSelector","exact":"The mill will stay where it is.","prefix":"said: \"","suffix":"\""},{"type":"TextPositionSelector","start":2,"end":9}]}},
{"id":"urn:a2","type":"Annotation","motivation":["commenting","tagging"],"body":[{"type":"TextualBody","purpose":"commenting","value":"He said otherwise before."},{"type":"TextualBody","purpose":"tagging","value":"mill"}],
 "target":{"source":"https://www.example.org/mill#top","selector":{"type":"TextQuoteSelector","exact":"mill will stay"}}},
{"id":"urn:a3","type":"Annotation","motivation":"commenting","bodyValue":"Who counted them?","target":{"source":"https://example.org/mill","selector":{"type":"TextQuoteSelector","exact":"eleven speakers"}}},
{"id":"urn:a4","type":"Annotation","motivation":"quoting","body":{"purpose":"identifying","type":"TextualBody","value":"Bo Li"},"target":{"source":"https://example.org/mill","selector":{"type":"TextQuoteSelector","exact":"words that do not stand there"}}},
{"id":"urn:a5","type":"Annotation","motivation":"quoting","body":[{"purpose":"identifying","type":"TextualBody","value":"Bo Li"},{"purpose":"commenting","type":"TextualBody","value":"Asked twice."}],
 "target":{"source":"https://example.org/elsewhere","selector":{"type":"TextQuoteSelector","exact":"We never met."}}},
{"id":"urn:a5","type":"Annotation","target":"https://example.org/mill"},
{"id":"urn:a7","type":"Annotation","body":"https://example.org/why"}]}})";
}

QByteArray hypothesisSample()
{
    return quoted("{'total':2,'rows':[{'id':'h1','user':'acct:cy@example.org','created':'2025-03-04T10:00:00Z','uri':'https://example.org/mill','text':'Loud.','tags':['voice'],'document':{'title':['Mill to stay']},"
                  "'target':[{'source':'https://example.org/mill','selector':[{'type':'TextPositionSelector','start':0,'end':11},{'type':'TextQuoteSelector','exact':'eleven speakers','prefix':'','suffix':''}]}]},"
                  "{'id':'h2','user':'acct:cy@example.org','uri':'https://example.org/mill','text':'Of the page.','target':[{'source':'https://example.org/mill'}]}]}");
}

void addExchange(std::vector<Sample> &all)
{
    const auto article = [](const QByteArray &mark) {
        return quoted("{'id':'d1','schema':'Article','properties':{'title':['Mill to stay'],'bodyText':['The council "
                      "met for three hours on Monday in the "
                      + mark + " hall, heard eleven speakers, and decided nothing, which surprised nobody.']}}\n");
    };
    all.push_back({QStringLiteral("good.ftm"), article("entity")});
    all.push_back({QStringLiteral("cut.ftm"), article("damaged entity").chopped(40), false});
    all.push_back({QStringLiteral("deep.ftm"),
                   quoted("{'id':'d','schema':'Article','properties':{'title':") + QByteArray("[").repeated(20'000)
                       + QByteArray("]").repeated(20'000) + "}}",
                   false});
    all.push_back({QStringLiteral("entities.csv"), article("mislabelled entity")});
    const auto annotation = [](const QByteArray &words) -> QByteArray {
        return quoted("{'@context':'http://www.w3.org/ns/anno.jsonld','id':'urn:1','type':'Annotation','motivation':'quoting','target':{'source':'https://example.org/" + QByteArray::number(words.size())
                      + "','selector':{'type':'TextQuoteSelector','exact':'" + words + "'}}}");
    };
    all.push_back({QStringLiteral("good.jsonld"), annotation("Words of an annotation.")});
    all.push_back({QStringLiteral("cut.jsonld"), annotation("Words of a damaged annotation.").chopped(30), false});
    all.push_back({QStringLiteral("deep.jsonld"), quoted("{'type':'Annotation','motivation':'quoting','target':{'source':") + QByteArray("[").repeated(20'000) + QByteArray("]").repeated(20'000) + "}}", false});
    all.push_back({QStringLiteral("annotation.txt"), annotation("Words of a mislabelled annotation.")});
    const auto gexf = [](const QByteArray &name, const QByteArray &prolog = {}) -> QByteArray {
        return "<?xml version='1.0'?>" + prolog + "<gexf version='1.3'><graph><nodes><node id='" + name + "'/><node id='Bo Vale'/></nodes><edges><edge source='Bo Vale' target='" + name + "'/></edges></graph></gexf>";
    };
    all.push_back({QStringLiteral("good.gexf"), gexf("Ann Gexf")});
    all.push_back({QStringLiteral("cut.gexf"), gexf("Ann Cut").chopped(30), false});
    all.push_back({QStringLiteral("entities.gexf"), gexf("&a;", "<!DOCTYPE gexf [<!ENTITY a 'Ann'>]>"), false});
    all.push_back({QStringLiteral("graph.html"), gexf("Ann Mislabelled")});
    const auto graphMl = [](const QByteArray &name, const QByteArray &prolog = {}) -> QByteArray {
        return prolog + "<graphml><graph edgedefault='directed'><node id='" + name + "'/><node id='Bo Vela'/><edge source='Bo Vela' target='" + name + "'/></graph></graphml>";
    };
    all.push_back({QStringLiteral("good.graphml"), graphMl("Ann Graph")});
    all.push_back({QStringLiteral("cut.graphml"), graphMl("Ann Half").chopped(20), false});
    all.push_back({QStringLiteral("deep.graphml"), "<graphml>" + QByteArray("<graph><node id='a'>").repeated(5'000), false});
    all.push_back({QStringLiteral("graph.csv"), graphMl("Ann Otherwise")});
}

} // namespace onrecord::test
