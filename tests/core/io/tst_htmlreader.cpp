// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/html.h"
#include "core/io/readers/reader.h"
#include "tests/support/readback.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;
using test::wordsOf;

namespace {

io::ReadDocument read(const QByteArray &markup)
{
    auto document = io::readBytes(markup, {u"page.html"_s, {}});
    return document ? *document : io::ReadDocument{};
}

QString bodyOf(const io::ReadDocument &document)
{
    QString body;
    qint32 at = 0;
    for (const Region &region : document.regions) {
        if (region.struck) {
            body += document.text.sliced(at, region.span.start - at);
            at = region.span.end;
        }
    }
    return body + document.text.sliced(at);
}

const QByteArray paragraph = "<p>The council met for three hours on Monday, heard eleven speakers, and decided "
                             "nothing, which surprised nobody who had "
                             "followed the matter over the last two years, least of all the owner of the mill.</p>";

QByteArray page(const QByteArray &head, const QByteArray &inside = {})
{
    return "<!DOCTYPE html><html lang=en-GB><head>" + head
        + "</head><body><nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>"
          "<div class=article-body><h1>Mill to stay</h1>"
        + inside + paragraph + paragraph + paragraph
        + "</div><aside class=related><h3>More stories</h3><a href=/2>Another story entirely, with a long "
          "name</a></aside>"
          "<footer>Imprint and contact <a href=/i>here</a></footer></body></html>";
}

} // namespace

class TestHtmlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theArticleStaysAndTheRestIsStruck()
    {
        const auto document = read(page("<title>Mill to stay</title>"));
        const QString body = bodyOf(document);
        QCOMPARE(body.count(u"eleven speakers"_s), 3);
        QVERIFY(!body.contains(u"Home"_s));
        QVERIFY(!body.contains(u"More stories"_s));
        QVERIFY(!body.contains(u"Imprint"_s));
        for (const QString &words : {u"Home"_s, u"More stories"_s, u"Imprint"_s}) // struck, not lost
            QVERIFY(document.text.contains(words));
        QCOMPARE(wordsOf(document, RegionKind::Headline), u"Mill to stay"_s);
    }

    void ofSeveralArticlesThatAPageStatesItsOwnCounts()
    {
        const QByteArray other = R"({"@type":"NewsArticle","headline":"Ferry fares to rise","url":"https://example.org/b","datePublished":"2020-01-01","author":"Wrong One"})";
        const QByteArray own = R"({"@type":"NewsArticle","headline":"Mill to stay","datePublished":"2025-01-27","author":"Ann Ray"})";
        const auto byHeadline = read(page("<title>Mill to stay | The Daily</title><script type='application/ld+json'>[" + other + "," + own + "]</script>"));
        QCOMPARE(byHeadline.authors, QStringList{u"Ann Ray"_s});
        QCOMPARE(byHeadline.published.when.toEdtf(), u"2025-01-27"_s);
        QVERIFY(byHeadline.url.value.isEmpty());
        const auto byAddress = read(page("<title>x</title><link rel=canonical href='https://example.org/b'><script type='application/ld+json'>["
                                         R"({"@type":"NewsArticle","headline":"Elsewhere","author":"No One"},)" + other + "]</script>"));
        QCOMPARE(byAddress.authors, QStringList{u"Wrong One"_s});
        // One alone is believed, whatever its headline.
        QCOMPARE(read(page("<title>y</title><script type='application/ld+json'>" + other + "</script>")).authors, QStringList{u"Wrong One"_s});
    }

    void keysThatThePagesDataHasTwiceAreSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("twice");
        const auto row = [](const char *name, const char *json, const QString &twice) { QTest::newRow(name) << QByteArray(json).replace('\'', '"') << twice; };
        row("none", "{'@type':'NewsArticle','headline':'Mill','author':{'name':'A'},'publisher':{'name':'B'}}", {});
        row("a headline", "{'@type':'NewsArticle','headline':'Mill','headline':'Hill'}", u"headline"_s);
        row("spelled with an escape", "{'@type':'NewsArticle','headline':'Mill','head\\u006cine':'Hill'}", u"headline"_s);
        row("inside", "[{'a':[{'b':1},{'b':2}]},{'@type':'NewsArticle','author':{'name':'A','x':'{\\'name\\':1}','name':'B'}}]", u"name"_s);
        row("of two objects", "[{'headline':'Mill'},{'headline':'Hill'}]", {});
        row("as a value", "{'a':'b','b':'b'}", {});
    }
    void keysThatThePagesDataHasTwiceAreSaid()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, twice);
        const auto document = read(page("<title>x</title><script type=application/ld+json>" + json + "</script>"));
        QCOMPARE(document.remarks, twice.isEmpty() ? std::vector<Remark>() : (std::vector<Remark>{{RemarkKind::SaidTwice, {twice}}}));
    }

    void theDayPrintedBehindTheHeadlineCountsWhereNothingStatesOne()
    {
        const auto pageWith = [](const QByteArray &before, const QByteArray &behind) {
            return "<!doctype html><html><head><meta charset=utf-8><title>Mill to stay</title></head><body>" + before + "<article><h1>Mill to stay</h1>" + behind + paragraph + paragraph
                + paragraph + "</article></body></html>";
        };
        const auto published = [&](const QByteArray &before, const QByteArray &behind) { return read(pageWith(before, behind)).published; };
        QCOMPARE(published({}, "<p class=byline>By Ann Ray | 3 May 2025, 14:05</p>").when.toEdtf(), u"2025-05-03T14:05"_s);
        QCOMPARE(published({}, "<div>27.01.2025, 14:05 Uhr</div>").when.toEdtf(), u"2025-01-27T14:05"_s);
        QCOMPARE(published({}, "<div>Published: January 27, 2025</div>").basis, Basis::Stated);
        // Not today's date above the page, not when it was changed, not a year, not one beside which the page states another.
        QVERIFY(!published("<p>Monday, 3 May 2025</p>", {}).when.isKnown());
        QVERIFY(!published({}, "<p>Updated 3 May 2025</p><p>2024</p>").when.isKnown());
        QCOMPARE(published("<time datetime=2025-01-20>x</time>", "<p>3 May 2025</p>").when.toEdtf(), u"2025-01-20"_s);
    }

    void aListOfSentencesWithLinksIsNoMenu()
    {
        const auto document = read(page({},
                                        "<ul><li>The council <a href=/1>put the sluice works off again</a> for want of a single offer"
                                        "<li>Three owners <a href=/2>wrote to the harbour office about the noise</a> and were told to wait"
                                        "<li>Bo Li <a href=/3>mended the lock gate at last</a></ul>"
                                        "<ul><li><a href=/4>Mayor opens the new market hall today</a> 3 May<li><a href=/5>Ferry fares to rise in the spring, says the company</a></ul>"
                                        "<p>Advertising</p><p>Related to this is the bridge</p>"));
        const QString body = bodyOf(document);
        QVERIFY(body.contains(u"put the sluice works off"_s) && body.contains(u"lock gate"_s) && body.contains(u"Related to this"_s));
        QVERIFY(!body.contains(u"market hall"_s) && !body.contains(u"Ferry fares"_s) && !body.contains(u"Advertising"_s));
    }

    void aListThatASentenceAnnouncesIsTheArticlesOwn()
    {
        const QByteArray papers = "<ul><li><a href=/a>Minutes of the council, 3 May</a><li><a href=/b>Letter of the owner to the mayor</a><li><a href=/c>Plan of the lock house</a></ul>";
        const auto with = [&](const QByteArray &before) { return bodyOf(read(page({}, paragraph + before + papers + paragraph))); };
        QVERIFY(with("<p>These are the papers that the council sent to the owner:</p>").contains(u"Plan of the lock house"_s));
        QVERIFY(!with("<p>Read more about the mill:</p>").contains(u"Plan of the lock house"_s));
        QVERIFY(!with("<p>Topics:</p>").contains(u"Plan of the lock house"_s));
        QVERIFY(!with("<p>Nobody asked.</p>").contains(u"Plan of the lock house"_s));
    }

    void aFragmentIsAllArticle()
    {
        const auto document =
            read("<meta charset='utf-8'><h2>Mill to stay</h2><ul><li><a href=/1>One</a><li><a href=/2>Two</a></ul>"
                 + paragraph);
        QVERIFY(std::ranges::none_of(document.regions, &Region::struck));
        QCOMPARE(document.title.value, u""_s);
        QVERIFY(document.text.startsWith(u"Mill to stay\n\nOne\nTwo\n\nThe council"_s));
    }

    void wordsOfBlocksKeepTheirPlaces()
    {
        QCOMPARE(
            io::plainTextOfHtml(
                u"<p>One  <b>bold</b>\n word<br>next<br><br>then<ul><li>a<li>b</ul><pre> x\n  y</pre>&ldquo;q&rdquo;&nbsp;!"_s),
            u"One bold word\nnext\n\nthen\n\na\n\nb\n\n x\n  y\n\n“q”\u00A0!"_s);
    }

    void whatIsNotShownIsNotText()
    {
        const auto document = read(page({},
                                        "<script>var a='evil'</script><style>p{color:evil}</style><p hidden>evil</p><p "
                                        "style='display: none'>evil</p>"
                                        "<template><p>evil</p></template><noscript>evil</noscript><iframe "
                                        "src=evil>evil</iframe><svg><text>evil</text></svg><!-- evil -->"));
        QVERIFY(!document.text.contains(u"evil"_s));
        QVERIFY(document.text.contains(u"eleven speakers"_s));
    }

    void markupBecomesRegions()
    {
        const auto document =
            read(page({},
                      "<p class=byline>By <a rel=author href=/ann>Ann Ray</a></p><h2>Part one</h2>"
                      "<blockquote><p>Quoted words in their own block, long enough to "
                      "stay.</p></blockquote><figure><img src=x><figcaption>The mill in May</figcaption></figure>"));
        QCOMPARE(wordsOf(document, RegionKind::Byline), u"By Ann Ray"_s);
        QCOMPARE(wordsOf(document, RegionKind::Heading), u"Part one"_s);
        QCOMPARE(wordsOf(document, RegionKind::BlockQuote), u"Quoted words in their own block, long enough to stay."_s);
        QCOMPARE(wordsOf(document, RegionKind::Caption), u"The mill in May"_s);
        QCOMPARE(document.authors, QStringList{u"Ann Ray"_s});
        QCOMPARE(document.authorsBasis, Basis::Stated);
    }

    void bylinesAreFoundByTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QStringList>("authors");
        const QByteArray teaser = "<div class=related><h3>Another</h3><p><span class=byline>By Dee Other</span></div>";
        QTest::newRow("class with more to it")
            << QByteArray("<div class='c-byline__wrap x1'><span>Words by</span> <b>Ann Ray</b></div>")
            << QStringList{u"Ann Ray"_s};
        QTest::newRow("link to the author's page")
            << QByteArray("<p><a href='/authors/ann-ray/'>Ann Ray</a>") << QStringList{u"Ann Ray"_s};
        QTest::newRow("words alone") << QByteArray("<p>By Ann Ray and Bo Li") << QStringList{u"Ann Ray"_s, u"Bo Li"_s};
        QTest::newRow("one block each") << QByteArray(
            "<ul class=authors><li class=author>Ann Ray<li class=author>Bo Li</ul>")
                                        << QStringList{u"Ann Ray"_s, u"Bo Li"_s};
        QTest::newRow("another story's") << QByteArray(teaser + "<p class=byline>By Ann Ray</p>")
                                         << QStringList{u"Ann Ray"_s};
        QTest::newRow("microdata") << QByteArray(
            "<div itemprop=author><a itemprop=url>Mill Weekly</a> <span itemprop=name>Ann Ray</span></div>")
                                   << QStringList{u"Ann Ray"_s};
        QTest::newRow("the house is no author")
            << QByteArray("<meta name=author content='The Daily'><meta property='og:site_name' content='The Daily'><p "
                          "class=byline>Ann Ray, The Daily</p>")
            << QStringList{u"Ann Ray"_s};
        QTest::newRow("behind a mark") << QByteArray("<p><span>// By Ann Ray • Nov 11, 2024</span>") << QStringList{u"Ann Ray"_s};
        QTest::newRow("by a handle's address") << QByteArray("<div><a href='/@annray?source=post'>Ann Ray</a></div>") << QStringList{u"Ann Ray"_s};
        QTest::newRow("teasers stand apart") << QByteArray(
            "<p class=byline>Ann Ray</p><p>What the council made of it when the owner of the mill came to the town hall at noon.</p><p class=byline>Dee Other</p>")
                                             << QStringList{u"Ann Ray"_s};
        QTest::newRow("no byline") << QByteArray("<p class=author-box>Sign Up For Our Newsletter") << QStringList{};
    }
    void bylinesAreFoundByTheirPlace()
    {
        QFETCH(QByteArray, inside);
        QTEST(read(page("<title>Mill to stay</title>", inside)).authors, "authors");
    }

    void bylinesSayMoreThanNames_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("authors");
        const auto row = [](const char *line, const QStringList &authors) { QTest::newRow(line) << QString::fromUtf8(line) << authors; };
        const QStringList ann{u"Ann Ray"_s};
        const QStringList both{u"Ann Ray"_s, u"Bo Li"_s};
        row("By Ann Ray, Bo Li and Cy Doe", {u"Ann Ray"_s, u"Bo Li"_s, u"Cy Doe"_s});
        row("BY ANN RAY", {u"ANN RAY"_s});
        row("Von Ann Ray und Bo Li", both);
        row("Von Ann Ray, Lowford", ann);
        row("Ann Ray & Bo Li", both);
        row("Ann Ray with Bo Li", both);
        row("By Ann Ray, Chief Political Correspondent", ann);
        row("Political editor Ann Ray", ann);
        row("By Ann Ray for the Harbour Herald", ann);
        row("By Ann Ray in Lowford and Bo Li in Eastlake", both);
        row("By Ann Ray, Associated Press", ann);
        row("By Ann Ray, AFP", ann);
        row("By Reuters", {u"Reuters"_s});
        row("By Ann Ray (ann@daily.example)", ann);
        row("By Ann Ray @annray", ann);
        row("By Ann Ray Follow on Social", ann);
        row("By Ann Ray. Additional reporting by Dee Other", ann);
        row("By Ann Ray; Editing by Dee Other", ann);
        row("Reporting by Ann Ray and Bo Li; editing by Dee Other", both);
        row("(Reporting by Ann Ray; Editing by Dee Other)", ann);
        row("Published by Ann Ray on 4 May", ann);
        row("By Ann Ray4 May 2024", ann);
        row("By Al Ray, Jr. and Bo Li", {u"Al Ray, Jr."_s, u"Bo Li"_s});
        row("By Dr. Ann Ray", {u"Dr. Ann Ray"_s});
        row("By Anne-Marie O’Hara-Vela", {u"Anne-Marie O’Hara-Vela"_s});
        row("By Ana de la Vega", {u"Ana de la Vega"_s});
        row("Ann Ray/The Daily", ann);
        row("Eine Analyse von Ann Ray", ann);
        row("Interview von Ann Ray und Bo Li", both);
        row("Propos recueillis par Ann Ray", ann);
        row("Exclusive by Ann Ray", ann);
        row("Guest column by Ann Ray", ann);
        row("Contributed by Ann Ray", ann);
        row("Written by: Ann Ray", ann);
        row("Interview: Ann Ray", ann);
        row("By Ann Ray 3 min read", ann);
        row("By Ann Ray/Bo Li", both);
        row("By Reuters Staff", {u"Reuters Staff"_s});
        row("dpa", {u"dpa"_s});
        row("By Staff", {});
        row("By Staff Writer", {});
        row("By Monday the council had given in", {});
    }
    void bylinesSayMoreThanNames()
    {
        QFETCH(QString, line);
        QTEST(read(page("<title>Mill to stay</title>", "<p class=byline>" + line.toUtf8().replace("&", "&amp;") + "</p>")).authors, "authors");
    }

    void structuredDataNamesAuthorsInManyShapes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("authors");
        const QStringList ann{u"Ann Ray"_s};
        const QStringList both{u"Ann Ray"_s, u"Bo Li"_s};
        QTest::newRow("a house alone") << QByteArray("{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"Harbour News Agency\"}}") << QStringList{u"Harbour News Agency"_s};
        QTest::newRow("the publisher alone")
            << QByteArray("{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"The Daily\"},\"publisher\":{\"name\":\"The Daily\"}}") << QStringList{u"The Daily"_s};
        QTest::newRow("somebody beside the publisher")
            << QByteArray("{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Ray\"},{\"name\":\"The Daily\"}],\"publisher\":{\"name\":\"The Daily\"}}") << ann;
        QTest::newRow("words") << QByteArray("{\"@type\":\"NewsArticle\",\"author\":\"Ann Ray\"}") << ann;
        QTest::newRow("a list of words") << QByteArray("{\"@type\":\"NewsArticle\",\"author\":[\"Ann Ray\",\"Bo Li\"]}") << both;
        QTest::newRow("a list of names") << QByteArray("{\"@type\":\"NewsArticle\",\"author\":{\"name\":[\"Ann Ray\",\"Bo Li\"]}}") << both;
        QTest::newRow("a list of things") << QByteArray("[{\"@type\":\"WebPage\",\"name\":\"x\"},{\"@type\":\"ReportageNewsArticle\",\"author\":{\"name\":\"Ann Ray\"}}]") << ann;
        QTest::newRow("a graph that points")
            << QByteArray("{\"@graph\":[{\"@type\":\"Article\",\"author\":[{\"@id\":\"#a\"},{\"@id\":\"#b\"}]},{\"@id\":\"#a\",\"name\":\"Ann Ray\"},{\"@id\":\"#b\",\"name\":\"Bo Li\"}]}") << both;
        QTest::newRow("of the main entity") << QByteArray("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ann Ray\"}}}") << ann;
        QTest::newRow("a live blog") << QByteArray("{\"@type\":\"LiveBlogPosting\",\"author\":{\"name\":\"Ann Ray\"}}") << ann;
        QTest::newRow("a name in parts") << QByteArray("{\"@type\":\"NewsArticle\",\"author\":{\"givenName\":\"Ann\",\"familyName\":\"Ray\"}}") << ann;
        QTest::newRow("nobody") << QByteArray("{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"admin\"}}") << QStringList{};
        QTest::newRow("an address") << QByteArray("{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"https://social.example/annray\"}}") << QStringList{};
    }
    void structuredDataNamesAuthorsInManyShapes()
    {
        QFETCH(QByteArray, json);
        QTEST(read(page("<title>Mill to stay</title><script type='application/ld+json'>" + json + "</script>")).authors, "authors");
    }

    void whatALinkIsShownWithNamesTheAuthor()
    {
        QCOMPARE(read(page("<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ann Ray'>")).authors, QStringList{u"Ann Ray"_s});
        QCOMPARE(read(page("<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='Three Minutes'>")).authors, QStringList{});
    }

    void referencesTurnNamesRound()
    {
        QCOMPARE(read(page("<meta name=citation_author content='Ray, Ann'><meta name=citation_author content='Li, Bo'>")).authors,
                 (QStringList{u"Ann Ray"_s, u"Bo Li"_s}));
    }

    void theTitleMayNameTheAuthor()
    {
        QCOMPARE(read(page("<title>Mill to stay. What the owner said… | by Ann Ray | Blogs</title>")).authors, QStringList{u"Ann Ray"_s});
        QCOMPARE(read(page("<title>Run over by the mill - by the river | Blogs</title>")).authors, QStringList{});
    }

    void authorsMayBePointedAt()
    {
        const auto document = read(
            page("<script "
                 "type='application/"
                 "ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Mill\",\"author\":{\"@id\":\"#a\"}},"
                 "{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ann Ray\"}]}</script>"));
        QCOMPARE(document.authors, QStringList{u"Ann Ray"_s});
    }

    void partsOfAnArticleAreNamed()
    {
        const auto document = read(page(
            "<title>Mill to stay</title>",
            "<p class=article__standfirst>Nobody had thought that the owner would give in.</p><time>4 May 2024</time>"
            "<p>LOWFORD, England (ABC) — The owner of the mill gave in on Monday, after two years of dispute, and will "
            "keep it.</p>"
            "<div class=wp-caption-text>The mill in May</div><p>Also read: Another story entirely</p><p>Sign up for "
            "our weekly newsletter.</p>"
            "<p>Correction: an earlier version of this article misstated the year.</p>"));
        QCOMPARE(wordsOf(document, RegionKind::Standfirst), u"Nobody had thought that the owner would give in."_s);
        QCOMPARE(wordsOf(document, RegionKind::Dateline), u"4 May 2024|LOWFORD, England (ABC) —"_s);
        QCOMPARE(wordsOf(document, RegionKind::Caption), u"The mill in May"_s);
        QCOMPARE(wordsOf(document, RegionKind::Correction),
                 u"Correction: an earlier version of this article misstated the year."_s);
        const QString body = bodyOf(document);
        QVERIFY(!body.contains(u"Also read"_s) && !body.contains(u"newsletter"_s));
        QVERIFY(document.text.contains(u"Also read"_s) && document.text.contains(u"newsletter"_s));
    }

    void metadataComesInItsOrder()
    {
        const QByteArray jsonLd =
            "<script "
            "type='application/ld+json'>{\"@context\":\"https://"
            "schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"no\"},{\"@type\":[\"NewsArticle\"],"
            "\"headline\":\"From JSON\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Ray\"},{\"name\":\"Bo "
            "Li\"}],\"publisher\":{\"name\":\"The Daily\"},"
            "\"datePublished\":\"2025-03-02T08:00:00+01:00\",\"url\":\"https://example.org/a\"}]}</script>";
        const QByteArray og =
            "<meta property='og:title' content='From OG'><meta property='og:site_name' content='OG Site'>"
            "<meta property='article:published_time' content='2024-01-01'><meta property='og:url' "
            "content='https://example.org/og'><meta name=author content='Cy Doe'>";
        const auto both = read(page("<title>T</title>" + og + jsonLd));
        QCOMPARE(both.title, (Sourced{u"From JSON"_s, Basis::Metadata}));
        QCOMPARE(both.authors, (QStringList{u"Ann Ray"_s, u"Bo Li"_s}));
        QCOMPARE(both.outlet.value, u"The Daily"_s);
        QCOMPARE(both.published.when.toEdtf(), u"2025-03-02T08:00:00+01:00"_s);
        QCOMPARE(both.published.basis, Basis::Metadata);
        QCOMPARE(both.url.value, u"https://example.org/a"_s);
        QCOMPARE(both.language, u"en-GB"_s);

        const auto second = read(page("<title>T</title>" + og));
        QCOMPARE(second.title.value, u"From OG"_s);
        QCOMPARE(second.outlet.value, u"OG Site"_s);
        QCOMPARE(second.authors, QStringList{u"Cy Doe"_s});
        QCOMPARE(second.published.when.toEdtf(), u"2024-01-01"_s);
        QCOMPARE(second.url.value, u"https://example.org/og"_s);

        QCOMPARE(read(page("<meta name=author content='Mac &amp; i'>")).authors, QStringList{u"Mac & i"_s});
        QCOMPARE(read(page("<meta property='dc:creator x:creator' content='Ann Ray, Bo Li'>")).authors,
                 (QStringList{u"Ann Ray"_s, u"Bo Li"_s}));

        const auto last =
            read(page("<title>Mill to stay | The Daily</title>", "<time datetime='2023-05-06'>6 May</time>"));
        QCOMPARE(last.published.when.toEdtf(), u"2023-05-06"_s);
        QCOMPARE(last.title.basis, Basis::Metadata);
    }

    void saversLeaveTheAddress_data()
    {
        QTest::addColumn<QByteArray>("comment");
        QTest::newRow("browser") << QByteArray("<!-- saved from url=(0023)https://example.org/mill -->");
        QTest::newRow("single file") << QByteArray(
            "<!--\n Page saved with SingleFile \n url: https://example.org/mill \n saved date: Sun Mar 02 2025\n-->");
    }
    void saversLeaveTheAddress()
    {
        QFETCH(QByteArray, comment);
        QCOMPARE(read("<!DOCTYPE html>\n" + comment + "<html><body>" + paragraph).url,
                 (Sourced{u"https://example.org/mill"_s, Basis::Metadata}));
        QCOMPARE(read("<!DOCTYPE html><html>" + comment + "<head></head><body>" + paragraph).url.value,
                 u"https://example.org/mill"_s);
    }

    void onlyWebAddressesAreAddresses()
    {
        const auto document = read(page(
            "<link rel=canonical href='javascript:alert(1)'><meta property='og:url' content='file:///etc/passwd'>"));
        QCOMPARE(document.url, Sourced{});
    }

    void brokenMetadataIsPassedOver()
    {
        const auto document = read(
            page("<title>T</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":</script>"
                 "<script type='application/ld+json'>[[[[1]]]]</script><meta property='article:published_time' "
                 "content='soon'>"));
        QVERIFY(!document.published.when.isKnown());
        QCOMPARE(document.title.value, u"T"_s);
    }

    void declaredCharsetsAreFollowed()
    {
        const auto document = read("<html><head><meta charset='windows-1251'></head><body><p>\xCF\xF0\xE8\xE2\xE5\xF2 "
                                   "and a few more words to read on this page.</p>");
        QVERIFY(document.text.startsWith(u"Привет"_s));
        QCOMPARE(document.encoding, u"windows-1251"_s);
    }

    void everyRegionLiesInTheText_data()
    {
        QTest::addColumn<QByteArray>("markup");
        const QByteArray whole =
            page("<title>Mill</title>", "<p class=byline>By Ann Ray</p><table><tr><td>😀<td>b</table>");
        for (qsizetype cut = 16; cut < whole.size(); cut += 29)
            QTest::addRow("cut at %lld", static_cast<long long>(cut)) << whole.first(cut);
    }
    void everyRegionLiesInTheText()
    {
        QFETCH(QByteArray, markup);
        const auto document = read(markup);
        qint32 at = 0;
        for (const Region &region : document.regions) {
            QVERIFY(region.span.start >= at && !region.span.isEmpty() && region.span.end <= document.text.size());
            at = region.span.end;
        }
    }
};

QTEST_GUILESS_MAIN(TestHtmlReader)
#include "tst_htmlreader.moc"
