// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "core/match/figureboard.h"

#include <QTest>
#include <cmath>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

namespace {

Figure figureOf(const QString &exact, std::optional<double> value, const QString &unit,
                Qualifier qualifier = Qualifier::None, std::optional<double> max = {})
{
    Figure out;
    out.content.exact = exact;
    out.value = value;
    out.max = max;
    out.unit = unit;
    out.qualifier = qualifier;
    return out;
}

/// Articles of one paragraph each, read as the program reads them: agents of one name are one agent.
class Desk
{
public:
    Desk &print(const QString &text, const QString &outlet = {})
    {
        const ArticleId id{static_cast<qint64>(m_rows.articles.size()) + 1};
        Article article;
        article.id = id;
        article.outlet = outletOf(outlet);
        m_rows.articles.push_back(article);
        const auto found = extract::extract(text);
        std::vector<AgentId> agents;
        ArticleNames names;
        for (const auto &agent : found.agents) {
            agents.push_back(agentOf(agent));
            for (const Span span : agent.mentions) {
                m_rows.mentions.push_back({{static_cast<qint64>(m_rows.mentions.size()) + 1}, id, agents.back(), span});
            }
            names.add(agent.mentions, agent.type, agent.name);
        }
        names.finish();
        for (const auto &f : found.figures) {
            Figure figure;
            figure.id = {static_cast<qint64>(m_rows.figures.size()) + 1};
            figure.article = id;
            figure.content = anchorAt(text, f.content);
            figure.value = f.value;
            figure.max = f.max;
            figure.unit = f.unit;
            figure.qualifier = f.qualifier;
            figure.subject = f.subject;
            figure.predicate = f.predicate;
            if (f.assertedBy >= 0)
                figure.assertedBy = agents[static_cast<size_t>(f.assertedBy)];
            m_rows.figures.push_back(figure);
            m_contexts.push_back(readContext(figure, text, names, u"en"_s));
        }
        return *this;
    }

    std::vector<Board> boards()
    {
        m_snapshot = Snapshot(m_rows);
        return figureBoards(m_snapshot, m_contexts);
    }

    /// The board that holds these words, or an empty one.
    Board with(const QString &words)
    {
        for (const Board &board : boards()) {
            if (std::ranges::any_of(board.values, [&](const BoardValue &v) {
                    return m_snapshot.figure(v.figure)->content.exact == words;
                }))
                return board;
        }
        return {};
    }
    void reject(int figure) { m_rows.figures[static_cast<size_t>(figure)].status = Status::Rejected; }

private:
    OutletId outletOf(const QString &name)
    {
        if (name.isEmpty())
            return {};
        for (const Outlet &outlet : m_rows.outlets) {
            if (outlet.name == name)
                return outlet.id;
        }
        Outlet outlet;
        outlet.id = {static_cast<qint64>(m_rows.outlets.size()) + 1};
        outlet.name = name;
        m_rows.outlets.push_back(outlet);
        return outlet.id;
    }

    AgentId agentOf(const extract::FoundAgent &found)
    {
        for (const Agent &agent : m_rows.agents) {
            if (agent.name == found.name)
                return agent.id;
        }
        Agent agent;
        agent.id = {static_cast<qint64>(m_rows.agents.size()) + 1};
        agent.name = found.name;
        agent.type = found.type;
        m_rows.agents.push_back(agent);
        return agent.id;
    }

    Snapshot::Rows m_rows;
    Snapshot m_snapshot;
    std::vector<FigureContext> m_contexts;
};

} // namespace

class TestFigureBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitsOfOneKindShareAScaleAndCurrenciesDoNot()
    {
        QCOMPARE(amountOf(figureOf(u"3 km"_s, 3, u"km"_s)).low, 3000.0);
        QCOMPARE(amountOf(figureOf(u"3 km"_s, 3, u"km"_s)).dimension,
                 amountOf(figureOf(u"2 miles"_s, 2, u"miles"_s)).dimension);
        QCOMPARE(amountOf(figureOf(u"2 weeks"_s, 2, u"weeks"_s)).low, 14.0);
        QVERIFY(amountOf(figureOf(u"$3"_s, 3, u"USD"_s)).dimension
                != amountOf(figureOf(u"€3"_s, 3, u"EUR"_s)).dimension);
        QCOMPARE(amountOf(figureOf(u"$3 per million tokens"_s, 3, u"USD/1M tokens"_s)).low, 3e-6);
        QCOMPARE(amountOf(figureOf(u"$3 per thousand tokens"_s, 3, u"USD/1K tokens"_s)).dimension,
                 amountOf(figureOf(u"$3"_s, 3, u"USD/1M tokens"_s)).dimension);
        QCOMPARE(amountOf(figureOf(u"1/4"_s, 0.25, u"ratio"_s)).low,
                 amountOf(figureOf(u"25%"_s, 25, u"percent"_s)).low);
        QVERIFY(std::isinf(amountOf(figureOf(u"more than 9"_s, 9, u"trams"_s, Qualifier::MoreThan)).high));
        const Amount vague = amountOf(figureOf(u"tens of thousands of tiles"_s, {}, u"tiles"_s, Qualifier::Vague));
        QVERIFY(vague.isVague);
        QCOMPARE(vague.low, 10'000.0);
    }

    void twoStatementsOfOneThingAgreeOrConflict_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<FigureRelation>("relation");
        QTest::addColumn<FigureReason>("reason");
        const auto row = [](const char *name, const QString &a, const QString &b, FigureRelation relation, FigureReason reason) {
            QTest::newRow(name) << a << b << relation << reason;
        };
        row("same", u"Velmar bought 400 trams."_s, u"Last year Velmar bought 400 trams."_s, FigureRelation::Agree,
            FigureReason::SameNumber);
        row("other number", u"Velmar bought 400 trams."_s, u"Last year Velmar bought 450 trams."_s, FigureRelation::Conflict,
            FigureReason::NumbersDiffer);
        row("one word for the deed", u"Velmar bought 400 trams."_s, u"Velmar has purchased 450 trams."_s,
            FigureRelation::Conflict, FigureReason::NumbersDiffer);
        row("a range holds", u"Velmar bought 400 to 450 trams."_s, u"Velmar bought 430 trams."_s, FigureRelation::Agree,
            FigureReason::Contains);
        row("ranges overlap", u"Velmar bought 400 to 450 trams."_s, u"Velmar bought 430 to 480 trams."_s,
            FigureRelation::Agree, FigureReason::Overlaps);
        row("a limit holds", u"Velmar bought more than 400 trams."_s, u"Velmar bought 430 trams."_s, FigureRelation::Agree,
            FigureReason::BoundHolds);
        row("a limit is broken", u"Velmar bought more than 400 trams."_s, u"Velmar bought 390 trams."_s,
            FigureRelation::Conflict, FigureReason::BoundBroken);
        row("a limit far away", u"Velmar bought at least 10 trams."_s, u"Velmar bought 430 trams."_s, FigureRelation::Unknown,
            FigureReason::BoundFar);
        row("about", u"Velmar bought about 400 trams."_s, u"Velmar bought 410 trams."_s, FigureRelation::Agree,
            FigureReason::Rounded);
        row("rounded", u"Velmar sold 1.3 million tiles."_s, u"Velmar sold 1,296,000 tiles."_s, FigureRelation::Agree,
            FigureReason::Rounded);
        row("small counts are not rounded", u"Velmar bought 10 trams."_s, u"Velmar bought 11 trams."_s,
            FigureRelation::Conflict, FigureReason::NumbersDiffer);
        row("vague holds", u"Velmar sold thousands of tiles."_s, u"Velmar sold 9,000 tiles."_s, FigureRelation::Agree,
            FigureReason::VagueHolds);
        row("vague does not hold", u"Velmar sold thousands of tiles."_s, u"Velmar sold 90 tiles."_s, FigureRelation::Conflict,
            FigureReason::NumbersDiffer);
        row("another deed", u"Velmar bought 400 trams."_s, u"Velmar sold 450 trams."_s, FigureRelation::NotComparable,
            FigureReason::OtherPredicate);
        row("another year", u"Velmar bought 400 trams in 2019."_s, u"Velmar bought 450 trams in 2021."_s,
            FigureRelation::NotComparable, FigureReason::OtherTime);
        row("money", u"Velmar will invest $60-65B in rails this year."_s,
            u"This year Velmar spends $65 billion on rails."_s, FigureRelation::Agree, FigureReason::Contains);
    }
    void twoStatementsOfOneThingAgreeOrConflict()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(FigureRelation, relation);
        QFETCH(FigureReason, reason);
        const auto boards = Desk().print(a).print(b).boards();
        QCOMPARE(boards.size(), 1u);
        QCOMPARE(boards.front().values.size(), 2u);
        QCOMPARE(boards.front().pairs.size(), 1u);
        QCOMPARE(boards.front().pairs.front().reason, reason);
        QCOMPARE(boards.front().relation, relation);
        const auto turned = Desk().print(b).print(a).boards();
        QCOMPARE(turned.size(), 1u);
        QCOMPARE(turned.front().relation, relation);
        QVERIFY(!explanation(boards.front()).isEmpty());
    }

    void figuresOfOtherThingsShareNoBoard()
    {
        QVERIFY(Desk().print(u"Velmar bought 400 trams."_s).print(u"Korrin bought 400 benches."_s).boards().empty());
        QVERIFY(Desk()
                    .print(u"Velmar spent $40 million on rails."_s)
                    .print(u"Korrin spent $50 million on rails."_s)
                    .boards()
                    .empty());
        QVERIFY(Desk().print(u"Velmar bought 400 trams."_s).boards().empty());
    }

    void currenciesStayApart()
    {
        for (const Board &board : Desk()
                                      .print(u"Velmar spent $40 million on rails."_s)
                                      .print(u"Velmar spent €40 million on rails."_s)
                                      .boards())
            QVERIFY(board.relation != FigureRelation::Agree && board.relation != FigureRelation::Conflict);
    }

    void ratiosStandTogetherAndSayWhatIsNotComparable()
    {
        Desk desk;
        desk.print(u"Velmar's new tram is 20 times cheaper than Korrin's tram."_s)
            .print(u"The tram of Velmar costs 95% less than Korrin's tram."_s);
        Board board = desk.with(u"95% less"_s);
        QCOMPARE(board.values.size(), 2u);
        QCOMPARE(board.relation, FigureRelation::Agree); // a twentieth and five hundredths
        QVERIFY(qAbs(board.values.front().relative.low - 0.05) < 1e-9);
        desk.print(u"Velmar's tram needs 1/10th of the energy that Korrin's tram needs."_s);
        board = desk.with(u"95% less"_s);
        QCOMPARE(board.values.size(), 3u);
        QVERIFY(wordsOf(board, FigureReason::OtherMeasure).contains(u"energy"_s));
        QVERIFY(std::ranges::any_of(board.pairs, [](const FigurePair &c) {
            return c.relation == FigureRelation::NotComparable && c.reason == FigureReason::OtherMeasure;
        }));
    }

    void copiesAreOneSource()
    {
        Desk desk;
        desk.print(u"Velmar bought 400 trams, the mayor hears."_s, u"Morning Post"_s)
            .print(u"Velmar bought 400 trams, the mayor hears."_s, u"Evening Post"_s);
        QCOMPARE(desk.with(u"400 trams"_s).sources, 1);
        desk.print(u"From now on Velmar owns more: it bought 400 trams."_s, u"Tram Weekly"_s);
        QCOMPARE(desk.with(u"400 trams"_s).sources, 2);
        desk.print(u"It was Velmar that bought 400 trams in a week."_s, u"Tram Weekly"_s);
        QCOMPARE(desk.with(u"400 trams"_s).sources, 2);
    }

    void rejectedFiguresAreLeftOut()
    {
        Desk desk;
        desk.print(u"Velmar bought 400 trams."_s).print(u"Velmar bought 450 trams."_s);
        QCOMPARE(desk.boards().size(), 1u);
        desk.reject(0);
        QVERIFY(desk.boards().empty());
    }
};

QTEST_GUILESS_MAIN(TestFigureBoard)
#include "tst_figureboard.moc"
