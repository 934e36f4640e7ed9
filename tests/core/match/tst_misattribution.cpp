// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/misattribution.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

class TestMisattribution : public QObject
{
    Q_OBJECT

    Snapshot::Rows m_rows;

    AgentId agent(const QString &name, AgentType type = AgentType::Person, AgentId of = {})
    {
        Agent row;
        row.id = {static_cast<qint64>(m_rows.agents.size()) + 1};
        row.name = name;
        row.type = type;
        row.affiliation = of;
        m_rows.agents.push_back(row);
        return row.id;
    }

    QuotationId quotation(qint64 article, const QString &words, AgentId by, Kind kind = Kind::Statement)
    {
        Quotation row;
        row.id = {static_cast<qint64>(m_rows.quotations.size()) + 1};
        row.article = {article};
        row.content.exact = words;
        row.speaker = by;
        row.kind = kind;
        m_rows.quotations.push_back(row);
        return row.id;
    }

    [[nodiscard]] std::vector<Misattribution> found() const { return misattributions(Snapshot(m_rows)); }

private Q_SLOTS:
    void init()
    {
        m_rows = {};
        for (qint64 id = 1; id <= 3; ++id) {
            Article article;
            article.id = {id};
            m_rows.articles.push_back(article);
        }
    }

    void theSameWordsUnderTwoPeopleAreListed()
    {
        const QuotationId a = quotation(1, u"We never closed the ferry."_s, agent(u"Ida Moor"_s));
        const QuotationId b = quotation(2, u"“we never closed the ferry”"_s, agent(u"Jon Falk"_s));
        const auto list = found();
        QCOMPARE(list.size(), 1u);
        QCOMPARE(list.front().doubt, Doubt::TwoSpeakers);
        QCOMPARE(list.front().a, a);
        QCOMPARE(list.front().b, b);
        QVERIFY(explanation(list.front(), Snapshot(m_rows)).contains(u"Ida Moor"));
    }

    void whatIsNotTheSameOrNotSpeechIsNot()
    {
        const AgentId ida = agent(u"Ida Moor"_s);
        const AgentId jon = agent(u"Jon Falk"_s);
        quotation(1, u"We closed the ferry."_s, ida);
        quotation(2, u"We never closed the ferry."_s, jon); // another statement
        quotation(1, u"So be it."_s, ida, Kind::Scare);
        quotation(2, u"So be it."_s, jon, Kind::Scare); // marks that report nobody
        quotation(1, u"Of course"_s, ida);
        quotation(2, u"of course"_s, jon); // two words anybody says
        quotation(1, u"Nobody saw the second boat."_s, ida);
        quotation(2, u"Nobody saw the second boat."_s, ida); // one speaker
        quotation(3, u"Nobody saw the second boat."_s, {});  // nobody named
        QVERIFY2(found().empty(), qPrintable(found().empty() ? QString() : found().front().words));
    }

    void whatASpeakerQuotesIsNotGivenToTwo()
    {
        const QuotationId outer = quotation(1, u"Jon told us nobody saw the second boat there."_s, agent(u"Ida Moor"_s));
        const QuotationId inner = quotation(1, u"nobody saw the second boat there."_s, agent(u"Jon Falk"_s));
        m_rows.quotations[static_cast<size_t>(outer.value) - 1].content.span = {100, 145};
        m_rows.quotations[static_cast<size_t>(inner.value) - 1].content.span = {112, 145};
        QVERIFY(found().empty());
        QVERIFY(SameWords(Snapshot(m_rows)).of(inner).empty());
        m_rows.quotations[static_cast<size_t>(inner.value) - 1].content.span = {200, 233}; // elsewhere
        QCOMPARE(found().size(), 1u);
    }

    void aPartOfFiveWordsIsEnough()
    {
        quotation(1, u"carry the hardest loads of winter."_s, agent(u"Northline"_s, AgentType::Organisation));
        quotation(2, u"Always carry the hardest loads of winter."_s, agent(u"Ida Moor"_s));
        const auto list = found();
        QCOMPARE(list.size(), 1u);
        QCOMPARE(list.front().doubt, Doubt::HouseAndPerson);
        QVERIFY(!list.front().related);
        QCOMPARE(list.front().words, u"carry the hardest loads of winter."_s);
    }

    void aSpokesmanIsOfHisHouse()
    {
        const AgentId house = agent(u"Northline"_s, AgentType::Organisation);
        quotation(1, u"The timetable stays as it is."_s, house);
        quotation(2, u"The timetable stays as it is."_s, agent(u"Ida Moor"_s, AgentType::Person, house));
        quotation(3, u"The timetable stays as it is."_s, agent(u"a spokesman for Northline"_s, AgentType::Unnamed));
        const auto list = found();
        QCOMPARE(list.size(), 3u);
        QCOMPARE(std::ranges::count(list, true, &Misattribution::related), 2);
        QCOMPARE(std::ranges::count(list, Doubt::HouseAndPerson, &Misattribution::doubt), 2);
    }

    void ofSeveralEachIsHeldAgainstEach_data()
    {
        QTest::addColumn<QList<int>>("here");
        QTest::addColumn<QList<int>>("there");
        QTest::addColumn<int>("doubt");
        QTest::addColumn<bool>("related");
        QTest::addColumn<bool>("isVoice");
        // 1 the house, 2 who speaks for it, 3 who works there, 4 and 5 strangers, 6 another house
        const auto row = [](const char *name, const QList<int> &here, const QList<int> &there, Doubt doubt, bool related, bool isVoice) {
            QTest::newRow(name) << here << there << static_cast<int>(doubt) << related << isVoice;
        };
        row("the second speaks for the house", {4, 2}, {1}, Doubt::HouseAndPerson, true, true);
        row("the second is of the house", {1}, {4, 3}, Doubt::HouseAndPerson, true, false);
        row("nobody is of it", {4, 5}, {1}, Doubt::HouseAndPerson, false, false);
        row("a house beside a person", {6, 4}, {5}, Doubt::TwoSpeakers, false, false);
        row("all of one house", {2, 3}, {7}, Doubt::TwoSpeakers, true, false);
        row("one of another", {2, 4}, {7}, Doubt::TwoSpeakers, false, false);
    }
    void ofSeveralEachIsHeldAgainstEach()
    {
        QFETCH(QList<int>, here);
        QFETCH(QList<int>, there);
        const AgentId house = agent(u"Northline"_s, AgentType::Organisation);
        agent(u"Ida Moor"_s, AgentType::Person, house);
        m_rows.agents.back().role = u"spokeswoman"_s;
        agent(u"Jon Falk"_s, AgentType::Person, house);
        agent(u"Vera Quint"_s);
        agent(u"Emil Kraus"_s);
        agent(u"Kestrel"_s, AgentType::Organisation);
        agent(u"Lena Brandt"_s, AgentType::Person, house);
        for (const QList<int> &speakers : {here, there}) {
            quotation(speakers == here ? 1 : 2, u"The timetable stays as it is."_s, {speakers.front()});
            for (const int also : speakers.mid(1))
                m_rows.quotations.back().alsoSpeakers.push_back({also});
        }
        const auto list = found();
        QCOMPARE(list.size(), 1u);
        QTEST(static_cast<int>(list.front().doubt), "doubt");
        QTEST(list.front().related, "related");
        QTEST(list.front().isVoice, "isVoice");
    }

    void thoseWithAnotherSecondSpeakerAreAnotherPair()
    {
        const AgentId ida = agent(u"Ida Moor"_s);
        const AgentId jon = agent(u"Jon Falk"_s);
        const AgentId vera = agent(u"Vera Quint"_s);
        quotation(1, u"We never closed the ferry."_s, ida);
        m_rows.quotations.back().alsoSpeakers = {vera};
        quotation(2, u"We never closed the ferry."_s, jon);
        quotation(3, u"We never closed the ferry."_s, ida);
        QCOMPARE(found().size(), 2u); // Ida and Vera against Jon, Ida alone against Jon
    }

    void aPairOfSpeakersIsToldOnce()
    {
        const AgentId ida = agent(u"Ida Moor"_s);
        const AgentId jon = agent(u"Jon Falk"_s);
        for (qint64 article = 1; article <= 3; ++article) {
            quotation(article, u"We never closed the ferry."_s, ida);
            quotation(article, u"We never closed the ferry."_s, jon);
        }
        QCOMPARE(found().size(), 1u);
    }

    void aQuotationOfTheHeadlineMustStandInTheBody()
    {
        const QString text = u"Moor: “Never a ferry again”\n\nIda Moor spoke. “Never again a ferry,” she said.\n"_s;
        const auto at = static_cast<qint32>(text.indexOf(u"Never a ferry"));
        quotation(1, u"Never a ferry again"_s, agent(u"Ida Moor"_s));
        m_rows.quotations.back().content.span = {at, at + 19};
        m_rows.articles.front().regions = {
            {{0, static_cast<qint32>(text.indexOf(u'\n'))}, RegionKind::Headline, false}};
        const Snapshot snapshot(m_rows);
        QVERIFY(quotesInHeadline(snapshot, {1}));
        QVERIFY(!quotesInHeadline(snapshot, {2}));
        QCOMPARE(headlineOnly(snapshot, {1}, text).size(), 1u);
        QVERIFY(headlineOnly(snapshot, {1}, QString(text + u"\nLater: “never a ferry again.”"_s)).empty());
    }
};

QTEST_GUILESS_MAIN(TestMisattribution)
#include "tst_misattribution.moc"
