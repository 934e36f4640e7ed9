// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/coverage.h"

#include <QTest>
#include <map>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

class TestCoverage : public QObject
{
    Q_OBJECT

    Snapshot::Rows m_rows;

    void quotation(qint64 article, const QString &words, Directness how = Directness::Direct)
    {
        Quotation row;
        row.id = {static_cast<qint64>(m_rows.quotations.size()) + 1};
        row.article = {article};
        row.content.exact = words;
        row.directness = how;
        row.utterance = {1};
        m_rows.quotations.push_back(row);
    }

private Q_SLOTS:
    void init()
    {
        m_rows = {};
        const QStringList outlets{u"Tram Weekly"_s, u"Harbour Post"_s, u"Lamp"_s, u"Kite"_s, u"Moss"_s};
        for (const QString &name : outlets) {
            Outlet outlet;
            outlet.id = {static_cast<qint64>(m_rows.outlets.size()) + 1};
            outlet.name = name;
            m_rows.outlets.push_back(outlet);
            Article article;
            article.id = {outlet.id.value};
            article.outlet = outlet.id;
            m_rows.articles.push_back(article);
        }
        Article nowhere;
        nowhere.id = {6};
        m_rows.articles.push_back(nowhere);
        Utterance utterance;
        utterance.id = {1};
        m_rows.utterances.push_back(utterance);
    }

    void everyOutletSaysHowItCarriesARemark()
    {
        quotation(1, u"We will open the new line in March, whatever the weather brings us."_s);
        quotation(2, u"We will open the new line in March, whatever the weather brings us."_s);
        quotation(3, u"We will open the new line in March"_s);
        quotation(4, u"We will not open the new line in March, whatever the weather brings us."_s);
        quotation(6, u"that the new line opens in March in any weather"_s, Directness::Indirect);
        const Coverage made = coverage(Snapshot(m_rows));
        QCOMPARE(made.columns.size(), 6u);
        QCOMPARE(made.columns.front().outlet, OutletId{2}); // Harbour Post
        QCOMPARE(made.columns.back().outlet, OutletId{5}); // prints nothing of it
        QCOMPARE(made.rows.size(), 1u);
        const auto carriage = [&](OutletId outlet, ArticleId article = {}) {
            const auto at = std::ranges::find(made.columns, CoverageColumn{outlet, article}) - made.columns.begin();
            return made.rows.front().cells[static_cast<size_t>(at)].carriage;
        };
        QCOMPARE(carriage({1}), Carriage::Verbatim);
        QCOMPARE(carriage({2}), Carriage::Verbatim);
        QCOMPARE(carriage({3}), Carriage::Shortened);
        QCOMPARE(carriage({4}), Carriage::Altered);
        QCOMPARE(carriage({5}), Carriage::Absent);
        QCOMPARE(carriage({}, {6}), Carriage::Paraphrased);
        QCOMPARE(made.rows.front().carriers, 5);
    }

    void theSameWordsUnderAnotherNameAreNotAbsent()
    {
        for (qint64 id = 1; id <= 2; ++id) {
            Agent agent;
            agent.id = {id};
            agent.name = id == 1 ? u"Ida Moor"_s : u"Jon Falk"_s;
            m_rows.agents.push_back(agent);
        }
        const QString words = u"We will open the new line in March, whatever the weather brings us."_s;
        for (int article = 1; article <= 4; ++article) {
            quotation(article, words);
            m_rows.quotations.back().speaker = {article == 3 ? 2 : article == 4 ? 0 : 1};
            if (article > 2)
                m_rows.quotations.back().utterance = {};
        }
        const Coverage made = coverage(Snapshot(m_rows));
        QCOMPARE(made.rows.size(), 1u);
        std::map<OutletId, CoverageCell> cells;
        for (size_t i = 0; i < made.columns.size(); ++i)
            cells[made.columns[i].outlet] = made.rows.front().cells[i];
        QCOMPARE(cells[{1}].carriage, Carriage::Verbatim);
        QCOMPARE(cells[{3}].carriage, Carriage::OtherSpeaker); // Jon Falk
        QCOMPARE(cells[{3}].item, ItemId(QuotationId{3}));
        QCOMPARE(cells[{4}].carriage, Carriage::OtherSpeaker); // nobody
        QCOMPARE(cells[{5}].carriage, Carriage::Absent);
    }

    void theFirstFullWordingIsWhatOthersAreComparedWith()
    {
        quotation(1, u"We will open the new line in March, whatever the weather brings us, and we will all be there to see it."_s);
        quotation(2, u"We will open the new line in March, whatever the weather brings us."_s);
        quotation(3, u"the new line in March"_s);
        m_rows.articles[0].published.when = PartialDate::day(2031, 5, 9);
        m_rows.articles[1].published.when = PartialDate::day(2031, 5, 7);
        m_rows.articles[2].published.when = PartialDate::day(2031, 5, 6); // earlier, and only a piece
        QCOMPARE(coverage(Snapshot(m_rows)).rows.front().base, QuotationId{2});
        m_rows.quotations[1].directness = Directness::Indirect;
        QCOMPARE(coverage(Snapshot(m_rows)).rows.front().base, QuotationId{1});
    }

    void aRemarkPrintedOnceIsNoRow()
    {
        quotation(1, u"We will open the new line in March."_s);
        QVERIFY(coverage(Snapshot(m_rows)).rows.empty());
        quotation(2, u"We will open the new line in March."_s);
        QCOMPARE(coverage(Snapshot(m_rows)).rows.size(), 1u);
        m_rows.quotations.back().status = Status::Rejected;
        QVERIFY(coverage(Snapshot(m_rows)).rows.empty());
    }

    void aTextPrintedByFiveOutletsIsOneSource()
    {
        for (int article = 1; article <= 5; ++article)
            quotation(article, u"We will open the new line in March, whatever the weather brings us."_s);
        for (int copy = 2; copy <= 4; ++copy) { // article 1 is the first print; 5 has a text of its own
            Kinship kinship;
            kinship.id = {copy};
            kinship.article = {copy};
            kinship.earlier = {1};
            kinship.likeness = 0.9;
            m_rows.kinships.push_back(kinship);
        }
        const Coverage made = coverage(Snapshot(m_rows));
        QCOMPARE(made.rows.front().carriers, 2);
        QCOMPARE(std::ranges::count(made.rows.front().cells, ArticleId{1}, &CoverageCell::copyOf), 3);
        QCOMPARE(std::ranges::count(made.rows.front().cells, Carriage::Verbatim, &CoverageCell::carriage), 5);
    }

    void whatTheFilterHidesIsNeitherRowNorColumn()
    {
        quotation(1, u"We will open the new line in March, whatever the weather brings us."_s);
        quotation(2, u"We will open the new line in March, whatever the weather brings us."_s);
        quotation(3, u"We will open the new line in March"_s);
        const Coverage made = coverage(Snapshot(m_rows), [](ItemId item) { return item != ItemId(ArticleId{2}) && item != ItemId(QuotationId{3}); });
        QCOMPARE(made.columns.size(), 5u);
        QVERIFY(made.rows.empty()); // one print is left
        const Coverage some = coverage(Snapshot(m_rows), [](ItemId item) { return item != ItemId(ArticleId{2}); });
        QCOMPARE(some.rows.size(), 1u);
        QCOMPARE(some.rows.front().carriers, 2);
    }

    void aClaimHasItsEvidence()
    {
        quotation(1, u"We will open the new line in March."_s);
        Claim claim;
        claim.id = {4};
        claim.text = u"The line opens in March."_s;
        claim.evidence = {{QuotationId{1}, Stance::For}};
        m_rows.claims.push_back(claim);
        const Coverage made = coverage(Snapshot(m_rows));
        QCOMPARE(made.rows.size(), 1u);
        QCOMPARE(made.rows.front().what, ItemId(ClaimId{4}));
        QCOMPARE(made.rows.front().carriers, 1);
    }
};

QTEST_GUILESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
