// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/articlemarks.h"
#include "tests/support/samplerecord.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::explore;
using namespace Qt::StringLiterals;

class TestArticleMarks : public QObject
{
    Q_OBJECT

private:
    static Snapshot withQuotations(const QString &text, const std::vector<Span> &spans)
    {
        Snapshot::Rows rows;
        Article article;
        article.id = {1};
        rows.articles = {article};
        for (const Span span : spans) {
            Quotation q;
            q.id = {static_cast<qint64>(rows.quotations.size()) + 1};
            q.article = {1};
            q.content = anchorAt(text, span);
            rows.quotations.push_back(q);
        }
        return Snapshot(std::move(rows));
    }

private Q_SLOTS:
    void everyMarkStandsOnItsAnchor()
    {
        const SnapshotPtr record = test::sampleRecord();
        for (const Article &article : record->articles()) {
            const QString text = test::sampleText(article.id);
            const ArticleMarks marks(*record, article.id, text);
            QCOMPARE(marks.lost(), 0);
            for (const QuotationId id : record->quotationsIn(article.id)) {
                const Anchor &anchor = record->quotation(id)->content;
                QCOMPARE(marks.wordsOf(id), std::vector<Span>{anchor.span});
                QCOMPARE(text.mid(anchor.span.start, anchor.span.length()), anchor.exact);
            }
        }
    }

    void offsetsBehindEmojiAreThoseOfTheText()
    {
        const QString text = u"A 😀👩‍🚒 said: “Hello 🌍 there”."_s;
        const auto at = static_cast<qint32>(text.indexOf(u"Hello"));
        const auto end = static_cast<qint32>(text.indexOf(u'\u201d'));
        const ArticleMarks marks(withQuotations(text, {{at, end}}), {1}, text);
        QCOMPARE(marks.all().size(), size_t(1));
        QCOMPARE(text.mid(marks.all().front().span.start, marks.all().front().span.length()), u"Hello 🌍 there"_s);
    }

    void ofALongPhraseOnlyTheSpeakersNameIsMarked()
    {
        const QString text = u"Ana Ruiz, who has run the depot for years, said: “It leaks.”"_s;
        Snapshot::Rows rows;
        Article article;
        article.id = {1};
        rows.articles = {article};
        Agent agent;
        agent.id = {1};
        agent.name = u"Ana Ruiz"_s;
        rows.agents = {agent};
        Quotation q;
        q.id = {1};
        q.article = {1};
        const auto at = static_cast<qint32>(text.indexOf(u"It"));
        q.content = anchorAt(text, {at, at + 9});
        q.speaker = {1};
        q.speakerSpan = {0, 41};
        rows.quotations = {q};
        const auto speakerMark = [&] {
            const ArticleMarks marks(Snapshot(rows), {1}, text);
            return std::ranges::find(marks.all(), Sign::Speaker, &Mark::sign)->span;
        };
        QCOMPARE(speakerMark(), (Span{0, 41})); // no mention is known: the phrase itself
        rows.mentions = {{{1}, {1}, {1}, {0, 8}}};
        QCOMPARE(speakerMark(), (Span{0, 8}));
    }

    void eachOfSeveralSpeakersIsMarked()
    {
        const QString text = u"“It leaks,” Ana Ruiz and Tom Hale said."_s;
        const auto named = [](qint64 id, const QString &name) {
            Agent agent;
            agent.id = {id};
            agent.name = name;
            return agent;
        };
        const auto place = [&text](const QString &words) { return Span{static_cast<qint32>(text.indexOf(words)), static_cast<qint32>(text.indexOf(words) + words.size())}; };
        Snapshot::Rows rows;
        Article article;
        article.id = {1};
        rows.articles = {article};
        rows.agents = {named(1, u"Ana Ruiz"_s), named(2, u"Tom Hale"_s)};
        Quotation q;
        q.id = {1};
        q.article = {1};
        q.content = anchorAt(text, place(u"It leaks,"_s));
        q.speaker = {1};
        q.alsoSpeakers = {{2}};
        q.speakerSpan = place(u"Ana Ruiz and Tom Hale"_s);
        rows.quotations = {q};
        rows.mentions = {{{1}, {1}, {1}, place(u"Ana Ruiz"_s)}, {{2}, {1}, {2}, place(u"Tom Hale"_s)}};
        const ArticleMarks marks(Snapshot(rows), {1}, text);
        QMap<qint64, Span> spans;
        for (const Mark &mark : marks.all()) {
            if (mark.sign == Sign::Speaker)
                spans.insert(mark.item.value, mark.span);
        }
        QCOMPARE(spans, (QMap<qint64, Span>{{1, place(u"Ana Ruiz"_s)}, {2, place(u"Tom Hale"_s)}}));
    }

    void anAnchorThatSaysSomethingElseIsLostNotMoved()
    {
        const QString text = u"One two three four"_s;
        const Snapshot record = withQuotations(text, {{4, 7}});
        const ArticleMarks marks(record, {1}, u"Now one two three four"_s);
        QVERIFY(marks.all().empty());
        QCOMPARE(marks.lost(), 1);
    }

    void rejectedQuotationsAreNotMarked()
    {
        const QString text = u"One two three four"_s;
        Snapshot::Rows rows;
        Article article;
        article.id = {1};
        rows.articles = {article};
        Quotation q;
        q.id = {1};
        q.article = {1};
        q.content = anchorAt(text, {4, 7});
        q.status = Status::Rejected;
        rows.quotations = {q};
        const ArticleMarks marks(Snapshot(std::move(rows)), {1}, text);
        QVERIFY(marks.all().empty());
        QCOMPARE(marks.lost(), 0);
    }

    void overlappingMarksHaveDifferentLanes()
    {
        const QString text(100, u'x');
        const ArticleMarks marks(withQuotations(text, {{0, 60}, {10, 30}, {20, 40}, {70, 80}}), {1}, text);
        for (const Mark &a : marks.all()) {
            for (const Mark &b : marks.all())
                QVERIFY(&a == &b || !a.span.overlaps(b.span) || a.lane != b.lane);
        }
        QCOMPARE(marks.all().back().lane, quint8(0));
    }

    void whatLiesUnderAPlaceComesShortestFirst()
    {
        const QString text(100, u'x');
        const ArticleMarks marks(withQuotations(text, {{0, 60}, {10, 30}, {15, 20}}), {1}, text);
        std::vector<qint32> lengths;
        for (const int i : marks.at(16))
            lengths.push_back(marks.all()[static_cast<size_t>(i)].span.length());
        QCOMPARE(lengths, (std::vector<qint32>{5, 20, 60}));
        QVERIFY(marks.at(60).empty());
        QVERIFY(marks.at(16, MarkLayer::Figures).empty());
    }

    void overlappingAgreesWithLookingAtEach()
    {
        const QString text(1000, u'x');
        std::vector<Span> spans;
        for (qint32 i = 0; i < 200; ++i) {
            const qint32 start = (i * 7919) % 900;
            spans.push_back({start, start + 1 + (i * 31) % 97});
        }
        const ArticleMarks marks(withQuotations(text, spans), {1}, text);
        for (qint32 from = 0; from < 1000; from += 37) {
            const Span asked{from, from + 20};
            std::vector<int> expected;
            for (size_t i = 0; i < marks.all().size(); ++i) {
                if (marks.all()[i].span.overlaps(asked))
                    expected.push_back(static_cast<int>(i));
            }
            QCOMPARE(marks.overlapping(asked), expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestArticleMarks)
#include "tst_articlemarks.moc"
