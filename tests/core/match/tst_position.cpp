// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/position.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

class TestPosition : public QObject
{
    Q_OBJECT

    Snapshot::Rows m_rows;

    void says(const QString &day, const QString &words, Kind kind = Kind::Statement)
    {
        Quotation row;
        row.id = {static_cast<qint64>(m_rows.quotations.size()) + 1};
        row.article = {1};
        row.speaker = {1};
        row.kind = kind;
        row.content.exact = words;
        row.said.when = PartialDate::fromEdtf(day).value_or(PartialDate());
        m_rows.quotations.push_back(row);
    }

    static QList<qint64> order(const Positions &found)
    {
        QList<qint64> out;
        for (const Position &row : found.order)
            out.append(row.appearance.quotation.value);
        return out;
    }

private Q_SLOTS:
    void init()
    {
        m_rows = {};
        Agent agent;
        agent.id = {1};
        agent.name = u"Ida Moor"_s;
        m_rows.agents.push_back(agent);
        Article article;
        article.id = {1};
        m_rows.articles.push_back(article);
    }

    void theSameRemarkWithALostNotIsATurn()
    {
        says(u"2031-03-09"_s, u"We will build the second pier before the winter storms come."_s);
        says(u"2031-02-01"_s, u"We will not build the second pier before the winter storms come."_s);
        says(u"2031-02-20"_s, u"The herring are late this year."_s);
        const Positions found = positionsOf(Snapshot(m_rows), {1}, {});
        QCOMPARE(order(found), (QList<qint64>{2, 3, 1}));
        QCOMPARE(found.order[2].against, QuotationId{2});
        QCOMPARE(found.order[2].changes.size(), 1u);
        QCOMPARE(found.order[2].changes.front().kind, ChangeKind::Negation);
        QVERIFY(!found.order[0].against && !found.order[1].against);
    }

    void aTopicKeepsWhatHasItsWords_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QList<qint64>>("kept");
        QTest::newRow("none") << QString() << QList<qint64>{1, 2, 3};
        QTest::newRow("one word") << u"Pier"_s << QList<qint64>{1, 3};
        QTest::newRow("the beginning of a word") << u"herr"_s << QList<qint64>{2};
        QTest::newRow("not its middle") << u"ring"_s << QList<qint64>{};
        QTest::newRow("all words") << u"pier stone"_s << QList<qint64>{3};
    }

    void aTopicKeepsWhatHasItsWords()
    {
        QFETCH(QString, topic);
        says(u"2031-02-01"_s, u"The pier stands."_s);
        says(u"2031-02-02"_s, u"The herring are late."_s);
        says(u"2031-02-03"_s, u"A pier of stone would stand longer."_s);
        QTEST(order(positionsOf(Snapshot(m_rows), {1}, topic)), "kept");
    }

    void whatIsNoStatementIsLeftOut()
    {
        says(u"2031-02-01"_s, u"so-called"_s, Kind::Scare);
        says(u"2031-02-01"_s, u"The Pier and I"_s, Kind::Title);
        says(u"2031-02-01"_s, u"imagine we said yes"_s, Kind::Hypothetical);
        says(u"2031-02-02"_s, u"The pier stands."_s);
        says(u"2031-02-02"_s, u"the pier stands"_s); // printed twice
        says(u"2031-02-05"_s, u"The pier stands."_s); // said again
        QCOMPARE(order(positionsOf(Snapshot(m_rows), {1}, {})), (QList<qint64>{4, 6}));
    }

    void whatIsTooMuchIsCounted()
    {
        for (int i = 0; i < 9; ++i)
            says(u"2031-02-0%1"_s.arg(i + 1), u"Pier number %1 stands."_s.arg(i));
        const Positions found = positionsOf(Snapshot(m_rows), {1}, {}, 4);
        QCOMPARE(found.order.size(), 4u);
        QCOMPARE(found.found, 9);
    }
};

QTEST_GUILESS_MAIN(TestPosition)
#include "tst_position.moc"
