// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/frame.h"

#include <QTest>
#include <QtEndian>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

io::ReadDocument sample()
{
    io::ReadDocument document;
    document.text = u"Headline 😀\n\nWords with a nul\0 and é."_s;
    document.regions = {{{0, 11}, RegionKind::Headline, false}, {{13, 18}, RegionKind::Boilerplate, true}};
    document.title = {u"Headline 😀"_s, Basis::Metadata};
    document.outlet = {u"The Daily"_s, Basis::Header};
    document.authors = {u"Ann Ray"_s, u"Bo Li"_s};
    document.authorsBasis = Basis::Stated;
    document.published = {*PartialDate::fromEdtf(u"2025-01-27/.."), Basis::Inferred, u"after 27 January"_s};
    document.url = {u"https://example.org/a"_s, Basis::Metadata};
    document.language = u"en"_s;
    document.mediaType = u"text/html"_s;
    document.encoding = u"UTF-8"_s;
    document.replacements = 3;
    document.note = u"A note."_s;
    document.turns = {{{0, 8}, {13, 18}, u"00:01"_s}};
    document.textIs = io::TextIs::Listed;
    document.people = {
        {{1, 7}, AgentType::Organisation, {{2, 3}, {3, 5}}, {{0, 1}}, {{5, 6}}, {4, 6}, {}, u"Said of them 😀."_s, u"[Company 😀]"_s}};
    document.events = {{{0, 8},
                        u"More."_s,
                        {*PartialDate::fromEdtf(u"2025-01"), Basis::Metadata, u"January"_s},
                        {0},
                        {u"https://example.org/b"_s}}};
    document.marks = {{{13, 18},
                       {u"exact 😀"_s, u"before"_s, u"behind"_s, 3, 9},
                       true,
                       u"Ann Ray"_s,
                       AgentType::Organisation,
                       {*PartialDate::fromEdtf(u"2025"), Basis::Metadata, {}},
                       u"Said."_s,
                       u"[Person p1]"_s},
                      {{}, {}, false, {}, AgentType::Person, {}, u"Lost."_s}};
    document.areMarksElsewhere = true;
    document.remarks = {{RemarkKind::OtherType, {u"txt"_s, u"HTML"_s}}, {RemarkKind::CutOff}};
    document.pageCount = 3;
    document.pictures = {0, 2};
    document.recognition = Recognition{{}, {}, 7, 81.25, {{{0, 8}, 40}, {{13, 18}, 79}}};
    return document;
}

/// The bytes of a string in an answer.
QByteArray utf16(const QString &words)
{
    QByteArray out(words.size() * 2, '\0');
    qToLittleEndian<char16_t>(words.utf16(), words.size(), out.data());
    return out;
}

} // namespace

using Breach = void (*)(io::ReadDocument &);
Q_DECLARE_METATYPE(Breach)

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentComesBackAsItWent()
    {
        const auto back = io::decodeAnswer(io::encodeAnswer(sample()));
        QVERIFY2(back, qPrintable(back ? QString() : back.error().detail));
        QVERIFY(*back == sample());
    }

    void partsComeBackAsTheyWent()
    {
        io::ReadDocument archive;
        archive.mediaType = u"application/zip"_s;
        archive.parts = {{u"a/b.txt"_s, QByteArray("\0\xFFwords", 7), {}},
                         {u"c.txt"_s, {}, u"encrypted with a password"_s}};
        const auto back = io::decodeAnswer(io::encodeAnswer(archive));
        QVERIFY2(back, qPrintable(back ? QString() : back.error().detail));
        QVERIFY(*back == archive);
        archive.text = u"words"_s; // both is neither
        QVERIFY(!io::decodeAnswer(io::encodeAnswer(archive)));
    }

    void aFailureComesBackAsItWent()
    {
        const auto back = io::decodeAnswer(io::encodeAnswer(fail(Fault::UnsupportedType, u"a film"_s)));
        QVERIFY(!back);
        QCOMPARE(back.error(), (Error{Fault::UnsupportedType, u"a film"_s}));
    }

    void aLongReasonIsCutBetweenCharacters()
    {
        for (const qsizetype before : {499, 9'999}) {
            const auto back = io::decodeAnswer(io::encodeAnswer(fail(Fault::Malformed, QString(before, u'x') + u"😀 and more of it"_s.repeated(1'000))));
            QVERIFY(!back);
            QCOMPARE(back.error().fault, Fault::Malformed);
            QCOMPARE(back.error().detail, QString(before, u'x').left(500));
        }
    }

    void questionsComeBackAsTheyWent()
    {
        const io::Question question{{u"odd \n name\".txt"_s, u"KOI8-R"_s, {{0, "level\tpage"}, {7, {}}}}, 12};
        const QByteArray bytes = io::encodeQuestion(question);
        QCOMPARE(io::decodeQuestion(bytes).value(), question);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!io::decodeQuestion(bytes.first(size)));
        QVERIFY(!io::decodeQuestion(bytes + '\0'));
    }

    void picturesComeBackAsTheyWent()
    {
        const io::PagePicture picture{3, 2, 300, QByteArray("\0\x80\xFFxyz", 6)};
        const QByteArray bytes = io::encodePicture(picture);
        QCOMPARE(io::decodePicture(bytes).value(), picture);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QCOMPARE(io::decodePicture(bytes.first(size)).error().fault, Fault::ReaderCrashed);
        QVERIFY(!io::decodePicture(io::encodePicture(io::PagePicture{3, 3, 300, QByteArray(6, 'x')})));
        QVERIFY(!io::decodePicture(io::encodePicture(io::PagePicture{30'000, 1, 300, QByteArray(30'000, 'x')})));
        QVERIFY(!io::decodePicture(io::encodeAnswer(sample())));
        QVERIFY(!io::decodeAnswer(bytes));
        QCOMPARE(io::decodePicture(io::encodePicture(fail(Fault::TooLarge, u"wide"_s))).error(),
                 (Error{Fault::TooLarge, u"wide"_s}));
    }

    void lengthsAreBigEndian()
    {
        QCOMPARE(io::frameLength(0x01020304U), QByteArray("\x01\x02\x03\x04"));
        QCOMPARE(io::lengthOf(io::frameLength(4'000'000'000U)), 4'000'000'000U);
    }

    void whatBreaksARuleIsRefused_data()
    {
        QTest::addColumn<Breach>("breach");
        const auto row = [](const char *name, Breach breach) { QTest::newRow(name) << breach; };
        row("uncertain words that overlap",
            [](io::ReadDocument &d) { d.recognition->uncertain = {{{0, 8}, 1}, {{7, 9}, 1}}; });
        row("an uncertain word beyond the text",
            [](io::ReadDocument &d) { d.recognition->uncertain = {{{0, 99'999}, 1}}; });
        row("surer than sure", [](io::ReadDocument &d) { d.recognition->uncertain = {{{0, 8}, 101}}; });
        row("a mean above all", [](io::ReadDocument &d) { d.recognition->mean = 101; });
        row("a page that is not there", [](io::ReadDocument &d) { d.pictures = {3}; });
        row("a page of none", [](io::ReadDocument &d) { d.pageCount = 0; }); // found by fuzzing
        row("somebody of none took part", [](io::ReadDocument &d) { d.people.clear(); });
        row("a page twice", [](io::ReadDocument &d) { d.pictures = {1, 1}; });
        row("region beyond the text", [](io::ReadDocument &document) { document.regions[1].span.end = 1800; });
        row("region before the text", [](io::ReadDocument &document) { document.regions[1].span.start = -1; });
        row("region backwards", [](io::ReadDocument &document) { document.regions[1].span = {18, 13}; });
        row("region empty", [](io::ReadDocument &document) { document.regions[1].span = {13, 13}; });
        row("region splits a character", [](io::ReadDocument &document) { document.regions[0].span.end = 10; });
        row("somebody without a name", [](io::ReadDocument &document) { document.people[0].name = {1, 1}; });
        row("a name beyond the text", [](io::ReadDocument &document) { document.people[0].name.end = 700; });
        row("another name without letters", [](io::ReadDocument &document) { document.people[0].forms[0] = {2, 2}; });
        row("somebody of no type",
            [](io::ReadDocument &document) { document.people[0].type = static_cast<AgentType>(6); });
        row("an earlier name beyond the text",
            [](io::ReadDocument &document) { document.people[0].former[0].end = 700; });
        row("an event without a name", [](io::ReadDocument &document) { document.events[0].name = {}; });
        row("nobody took part", [](io::ReadDocument &document) { document.events[0].people = {1}; });
        row("half a character in an event's note",
            [](io::ReadDocument &document) { document.events[0].note = QChar(0xD800); });
        row("a mark beyond the text", [](io::ReadDocument &document) { document.marks[0].place.end = 700; });
        row("a mark's words with half a character", [](io::ReadDocument &document) { document.marks[0].selector.exact = QChar(0xD800); });
        row("a mark far before everything", [](io::ReadDocument &document) { document.marks[0].selector.start = -2; });
        row("a speaker of no type",
            [](io::ReadDocument &document) { document.marks[0].speakerType = static_cast<AgentType>(0); });
        row("a text of no kind", [](io::ReadDocument &document) { document.textIs = static_cast<io::TextIs>(2); });
        row("a turn without words", [](io::ReadDocument &document) { document.turns[0].words = {13, 13}; });
        row("unknown kind", [](io::ReadDocument &document) { document.regions[1].kind = static_cast<RegionKind>(10); });
        row("no kind", [](io::ReadDocument &document) { document.regions[1].kind = static_cast<RegionKind>(0); });
        row("unknown basis", [](io::ReadDocument &document) { document.published.basis = static_cast<Basis>(9); });
        row("number below zero", [](io::ReadDocument &document) { document.replacements = -3; });
        row("text missing", [](io::ReadDocument &document) { document.text.clear(); });
        row("half a character", [](io::ReadDocument &document) { document.note = QChar(0xD800); });
        row("half a character in the text", [](io::ReadDocument &document) { document.text += QChar(0xDC00); });
        row("too many authors", [](io::ReadDocument &document) { document.authors.resize(1001); });
        row("field far too long", [](io::ReadDocument &document) { document.title.value = QString(20'000, u'x'); });
        row("a part without a name", [](io::ReadDocument &document) {
            document = {};
            document.parts = {{{}, "words", {}}};
        });
    }
    void whatBreaksARuleIsRefused()
    {
        QFETCH(Breach, breach);
        io::ReadDocument document = sample();
        breach(document);
        const auto back = io::decodeAnswer(io::encodeAnswer(document));
        QVERIFY(!back);
        QCOMPARE(back.error().fault, Fault::ReaderCrashed);
    }

    void bytesThatNoReaderWritesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &to) { QTest::newRow(name) << from << to; };
        row("not a date", utf16(u"2025-01-27/.."_s), utf16(u"2025-02-30/.."_s));
        row("struck is no truth value", QByteArray("\x12\0\0\0\7\1", 6), QByteArray("\x12\0\0\0\7\2", 6));
        row("more units than there are bytes", QByteArray("\7\0\0\0", 4) + utf16(u"A note."_s), QByteArray("\7\0\0\1", 4) + utf16(u"A note."_s));
        row("below no units", QByteArray("\7\0\0\0", 4) + utf16(u"A note."_s), QByteArray(4, '\xFF') + utf16(u"A note."_s));
        row("neither a document nor a failure", "D", "X");
    }
    void bytesThatNoReaderWritesAreRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray bytes = io::encodeAnswer(sample());
        QCOMPARE_GE(bytes.indexOf(from), 0);
        bytes.replace(bytes.indexOf(from), from.size(), to);
        const auto back = io::decodeAnswer(bytes);
        QVERIFY(!back);
        QCOMPARE(back.error().fault, Fault::ReaderCrashed);
    }

    void nothingStandsBehindAnAnswer()
    {
        QVERIFY(!io::decodeAnswer(io::encodeAnswer(sample()) + '\0'));
        QCOMPARE(io::decodeAnswer(io::encodeAnswer(fail(Fault::Empty)) + '\0').error().fault, Fault::ReaderCrashed);
    }

    void noCutOfAnAnswerIsBelieved()
    {
        const QByteArray bytes = io::encodeAnswer(sample());
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!io::decodeAnswer(bytes.first(size)));
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
