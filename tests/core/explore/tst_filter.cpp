// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/facets.h"
#include "core/explore/filter.h"
#include "tests/support/generatedrecord.h"
#include "tests/support/samplerecord.h"

#include <QElapsedTimer>
#include <QTest>

using namespace onrecord;
using namespace onrecord::explore;
using namespace Qt::StringLiterals;

namespace {

Term term(Facet facet, qint64 value, bool excluded = false)
{
    return {.facet = facet, .value = value, .excluded = excluded};
}

Term within(Facet facet, QStringView edtf)
{
    const auto date = PartialDate::fromEdtf(edtf);
    return {.facet = facet, .from = date->earliest(), .to = date->latest()};
}

Filter filterOf(std::initializer_list<Term> terms)
{
    return {.terms = terms};
}

/// Ids of the rows that pass, for each kind.
template<class Row>
QList<qint64> shown(const std::vector<Row> &rows, const std::vector<bool> &flags)
{
    QList<qint64> out;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (flags[i])
            out.append(rows[i].id.value);
    }
    return out;
}

using Ids = QList<qint64>;

/// What the text of filter.h says, row by row, slowly: an oracle for quotations and articles.
bool quotationPasses(const Filter &filter, const Snapshot &record, const Quotation &row)
{
    const Article *article = record.article(row.article);
    const Agent *speaker = record.agent(row.speaker);
    for (const Facet facet : {Facet::Agent, Facet::Outlet, Facet::Article, Facet::Kind, Facet::Status, Facet::Said, Facet::Printed, Facet::AgentType}) {
        bool wanted = false;
        bool met = false;
        for (const Term &asked : filter.terms) {
            if (asked.facet != facet)
                continue;
            const auto during = [&asked](const PartialDate &date) { return date.isKnown() && date.earliest() <= asked.to && date.latest() >= asked.from; };
            const bool holds = facet == Facet::Agent ? row.speaker.value == asked.value
                : facet == Facet::Outlet             ? article->outlet.value == asked.value
                : facet == Facet::Article            ? row.article.value == asked.value
                : facet == Facet::Kind               ? static_cast<qint64>(row.kind) == asked.value
                : facet == Facet::Status             ? static_cast<qint64>(row.status) == asked.value
                : facet == Facet::AgentType          ? speaker && static_cast<qint64>(speaker->type) == asked.value
                : facet == Facet::Said               ? during(row.said.when)
                                                     : during(article->published.when);
            if (asked.excluded && holds)
                return false;
            wanted |= !asked.excluded;
            met |= !asked.excluded && holds;
        }
        if (wanted && !met)
            return false;
    }
    return filter.has(Facet::Status) || row.status != Status::Rejected;
}

} // namespace

class tst_Filter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addingTwiceIsAddingOnce()
    {
        const Filter one = Filter().with(term(Facet::Agent, 1));
        QCOMPARE(one.with(term(Facet::Agent, 1)), one);
        QVERIFY(one.has(Facet::Agent));
        QVERIFY(one.without(term(Facet::Agent, 1)).isEmpty());
        QCOMPARE(one.without(term(Facet::Agent, 1, true)), one);
        QVERIFY(one.with(term(Facet::Kind, 1)).without(Facet::Agent).has(Facet::Kind));
    }

    void draggingATimeReplacesIt()
    {
        const Filter filter = Filter().with(within(Facet::Said, u"2031-05")).replacing(within(Facet::Said, u"2031-06"));
        QCOMPARE(filter.terms.size(), size_t(1));
        QCOMPARE(filter.terms[0], within(Facet::Said, u"2031-06"));
    }

    void nothingAskedShowsAllButTheRejected()
    {
        const auto record = test::sampleRecord();
        const Visible visible = apply({}, *record);
        QCOMPARE(visible.quotationCount, (Visible::Count{6, 6}));
        QCOMPARE(visible.articleCount, (Visible::Count{3, 3}));
        QCOMPARE(visible.personCount, (Visible::Count{3, 3}));
        QCOMPARE(visible.organisationCount, (Visible::Count{1, 1}));
        QCOMPARE(visible.eventCount, (Visible::Count{1, 1}));
        Snapshot::Rows rows{.outlets = record->outlets(), .articles = record->articles(), .agents = record->agents(), .mentions = record->mentions(), .quotations = record->quotations(),
                            .figures = record->figures(), .dates = {}, .events = {}, .utterances = {}, .claims = {}, .grades = {}, .relations = {}, .notes = {}, .kinships = {}, .carries = {}};
        rows.quotations[0].status = Status::Rejected;
        rows.figures[1].status = Status::Rejected;
        rows.agents[3].status = Status::Rejected;
        const Snapshot rejected(rows);
        QCOMPARE(shown(rejected.quotations(), apply({}, rejected).quotations), (Ids{2, 3, 4, 5, 6}));
        QCOMPARE(shown(rejected.figures(), apply({}, rejected).figures), (Ids{1}));
        QCOMPARE(shown(rejected.agents(), apply({}, rejected).agents), (Ids{1, 2, 3}));
        const Visible asked = apply(filterOf({term(Facet::Status, static_cast<qint64>(Status::Rejected))}), rejected);
        QCOMPARE(shown(rejected.quotations(), asked.quotations), (Ids{1}));
    }

    void aPersonShowsWhatTheySayAndWhereTheyAreNamed()
    {
        const auto record = test::sampleRecord();
        const Visible visible = apply(filterOf({term(Facet::Agent, 2)}), *record);
        QCOMPARE(shown(record->quotations(), visible.quotations), (Ids{2}));
        QCOMPARE(shown(record->articles(), visible.articles), (Ids{1, 2})); // named in both
        QCOMPARE(shown(record->agents(), visible.agents), (Ids{2}));
        QCOMPARE(shown(record->figures(), visible.figures), (Ids{1, 2}));
        QCOMPARE(shown(record->events(), visible.events), (Ids{1}));
        QCOMPARE(shown(record->outlets(), visible.outlets), (Ids{1, 2}));
    }

    void termsOfOneFacetAreAlternativesOfTwoBothHold()
    {
        const auto record = test::sampleRecord();
        const Visible either = apply(filterOf({term(Facet::Agent, 1), term(Facet::Agent, 2)}), *record);
        QCOMPARE(shown(record->quotations(), either.quotations), (Ids{1, 2, 4}));
        const Visible both = apply(filterOf({term(Facet::Agent, 1), term(Facet::Outlet, 2)}), *record);
        QCOMPARE(shown(record->quotations(), both.quotations), (Ids{4}));
        QCOMPARE(shown(record->articles(), both.articles), (Ids{2}));
    }

    void excludedTermsMustNotHold()
    {
        const auto record = test::sampleRecord();
        const Visible visible = apply(filterOf({term(Facet::Agent, 1, true)}), *record);
        QCOMPARE(shown(record->quotations(), visible.quotations), (Ids{2, 3, 5, 6}));
        QVERIFY(!visible.has(*record, AgentId{1}));
        QVERIFY(visible.has(*record, AgentId{2}));
        const Visible none = apply(filterOf({term(Facet::Outlet, 1), term(Facet::Outlet, 1, true)}), *record);
        QCOMPARE(none.quotationCount.shown, 0);
    }

    void anOutletShowsItsArticlesAndWhoIsInThem()
    {
        const auto record = test::sampleRecord();
        const Visible visible = apply(filterOf({term(Facet::Outlet, 2)}), *record);
        QCOMPARE(shown(record->articles(), visible.articles), (Ids{2}));
        QCOMPARE(shown(record->quotations(), visible.quotations), (Ids{4, 5}));
        QCOMPARE(shown(record->agents(), visible.agents), (Ids{1, 2})); // one speaks, one is named
        QCOMPARE(shown(record->events(), visible.events), Ids{});
    }

    void timeAsksWhatTheDateCanMean()
    {
        const auto record = test::sampleRecord();
        // Article 2 was printed some day from the 7th to the 9th.
        for (const auto &[day, articles] : {std::pair(u"2031-05-06", Ids{1}), std::pair(u"2031-05-08", Ids{2}), std::pair(u"2031-05-10", Ids{}), std::pair(u"2031-05", Ids{1, 2})})
            QCOMPARE(shown(record->articles(), apply(filterOf({within(Facet::Printed, day)}), *record).articles), articles);
        // Only what is known to be said then; words without a date are not.
        QCOMPARE(shown(record->quotations(), apply(filterOf({within(Facet::Said, u"2031-05-06")}), *record).quotations), (Ids{1, 2, 3}));
    }

    void wordsShowOnlyWhatTheIndexFound()
    {
        const auto record = test::sampleRecord();
        const Filter filter = filterOf({{.facet = Facet::Words, .words = u"rust"_s}});
        QCOMPARE(apply(filter, *record).quotationCount.shown, 6); // no answer yet
        const WordHits hits{u"rust"_s, {QuotationId{1}, ArticleId{2}, AgentId{4}}};
        const Visible visible = apply(filter, *record, hits);
        QCOMPARE(shown(record->quotations(), visible.quotations), (Ids{1}));
        QCOMPARE(shown(record->articles(), visible.articles), (Ids{1, 2}));
        QCOMPARE(shown(record->agents(), visible.agents), (Ids{1, 4}));
    }

    void whatIsNotReducedIsAlwaysThere()
    {
        const auto record = test::sampleRecord();
        const Visible visible = apply(filterOf({term(Facet::Article, 99)}), *record);
        QVERIFY(visible.has(*record, MentionId{1}));
        QVERIFY(!visible.has(*record, QuotationId{1}));
        QVERIFY(!visible.has(*record, QuotationId{99}));
        QVERIFY(!visible.has(*record, ArticleId{0}));
    }

    void anyFilterAgreesWithTheSlowReading()
    {
        const auto record = test::generatedRecord({.articles = 60, .people = 12, .organisations = 4, .outlets = 5, .quotationsPerArticle = 6});
        const std::vector<Term> pool{term(Facet::Agent, 1), term(Facet::Agent, 2, true), term(Facet::Agent, 13), term(Facet::Outlet, 1), term(Facet::Outlet, 2),
                                     term(Facet::Outlet, 3, true), term(Facet::Kind, 1), term(Facet::Kind, 2, true), term(Facet::Article, 5, true), term(Facet::AgentType, 1),
                                     term(Facet::Status, 1), term(Facet::Status, 4), within(Facet::Said, u"2031-01-22/2031-01-25"), within(Facet::Printed, u"2031-01-24/..")};
        for (size_t mask = 0; mask < (size_t(1) << pool.size()); mask += 7) {
            Filter filter;
            for (size_t i = 0; i < pool.size(); ++i) {
                if (mask >> i & 1)
                    filter = filter.with(pool[i]);
            }
            const Visible visible = apply(filter, *record);
            for (size_t i = 0; i < record->quotations().size(); ++i) {
                if (visible.quotations[i] != quotationPasses(filter, *record, record->quotations()[i]))
                    QFAIL(qPrintable(u"filter %1, quotation %2"_s.arg(mask).arg(i)));
            }
        }
    }

    void facetsCountWhatWouldRemain()
    {
        const auto record = test::sampleRecord();
        const auto agents = countFacet(Facet::Agent, {}, *record);
        QCOMPARE(agents.size(), size_t(3));
        QCOMPARE(agents[0], (FacetCount{.value = 1, .quotations = 2, .articles = 2}));
        // The facet's own terms do not narrow it; the others do; a named value stays even when nothing is left of it.
        const Filter filter = filterOf({term(Facet::Outlet, 1), term(Facet::Agent, 4), term(Facet::Agent, 2, true)});
        const auto within1 = countFacet(Facet::Agent, filter, *record);
        QCOMPARE(within1.size(), size_t(4));
        QCOMPARE(within1[0], (FacetCount{.value = 1, .quotations = 1, .articles = 1}));
        QCOMPARE(within1[1], (FacetCount{.value = 2, .quotations = 1, .articles = 1, .excluded = true}));
        QCOMPARE(within1[3], (FacetCount{.value = 4, .wanted = true}));
        QVERIFY(countFacet(Facet::Said, {}, *record).empty());
    }

    void everybodyWhoSaysItIsShownAndCounted()
    {
        const auto record = test::jointRecord();
        QCOMPARE(shown(record->quotations(), apply(filterOf({term(Facet::Agent, 4)}), *record).quotations), (Ids{1, 3}));
        QCOMPARE(shown(record->quotations(), apply(filterOf({term(Facet::Agent, 4, true)}), *record).quotations), (Ids{2, 4, 5, 6}));
        QCOMPARE(shown(record->quotations(), apply(filterOf({term(Facet::AgentType, 1)}), *record).quotations), (Ids{1, 3, 4}));
        QVERIFY(std::ranges::contains(shown(record->agents(), apply(filterOf({term(Facet::Kind, 1)}), *record).agents), 4));
        QVERIFY(std::ranges::contains(countFacet(Facet::Agent, {}, *record), FacetCount{.value = 4, .quotations = 2, .articles = 1}));
    }

    void everyFacetCountComesTrueWhenItIsAskedFor_data()
    {
        QTest::addColumn<SnapshotPtr>("record");
        QTest::newRow("many") << test::generatedRecord({.articles = 80, .people = 10, .quotationsPerArticle = 6});
        QTest::newRow("words of several") << test::jointRecord();
    }
    void everyFacetCountComesTrueWhenItIsAskedFor()
    {
        QFETCH(SnapshotPtr, record);
        const Filter base = filterOf({term(Facet::Outlet, 1), term(Facet::Outlet, 2), term(Facet::Kind, 3, true)});
        for (const Facet facet : {Facet::Agent, Facet::Outlet, Facet::Article, Facet::Kind, Facet::Status, Facet::AgentType}) {
            const auto counts = countFacet(facet, base, *record);
            QVERIFY(!counts.empty());
            for (const FacetCount &count : counts) {
                if (count.excluded)
                    continue;
                QCOMPARE(apply(base.without(facet).with(term(facet, count.value)), *record).quotationCount.shown, count.quotations);
            }
        }
    }

    void aLargeRecordIsFilteredQuickly()
    {
        const auto record = test::generatedRecord({.articles = 20000, .people = 1000, .organisations = 100, .outlets = 40, .quotationsPerArticle = 10, .days = 700});
        const std::vector<std::pair<const char *, Filter>> filters{
            {"nothing", {}}, {"person", filterOf({term(Facet::Agent, 1)})}, {"outlet", filterOf({term(Facet::Outlet, 1)})},
            {"range and kind", filterOf({within(Facet::Said, u"2031-03/2031-08"), term(Facet::Kind, 1)})}};
        for (const auto &[name, filter] : filters) {
            QElapsedTimer timer;
            timer.start();
            const Visible visible = apply(filter, *record);
            const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            QVERIFY(visible.quotationCount.shown > 0);
            qInfo("%s: %.1f ms for %zu quotations", name, ms, record->quotations().size());
        }
    }
};

QTEST_GUILESS_MAIN(tst_Filter)
#include "tst_filter.moc"
