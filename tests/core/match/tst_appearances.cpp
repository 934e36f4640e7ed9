// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/appearances.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

/// Each row: when said, when published, when captured; the order they are expected in, and whether the first is certain.
class TestAppearances : public QObject
{
    Q_OBJECT

    Snapshot::Rows m_rows;

    void quotation(const QString &said, const QString &published, int capturedDay = 0)
    {
        const qint64 id = static_cast<qint64>(m_rows.quotations.size()) + 1;
        Article article;
        article.id = {id};
        article.published.when = PartialDate::fromEdtf(published).value_or(PartialDate());
        if (capturedDay > 0)
            article.capturedAt = QDateTime(QDate(2031, 5, capturedDay), QTime(10, 0), QTimeZone::UTC);
        m_rows.articles.push_back(article);
        Quotation row;
        row.id = {id};
        row.article = {id};
        row.said.when = PartialDate::fromEdtf(said).value_or(PartialDate());
        row.utterance = {1};
        m_rows.quotations.push_back(row);
    }

    static QList<qint64> order(const Appearances &found)
    {
        QList<qint64> out;
        for (const Appearance &row : found.order)
            out.append(row.quotation.value);
        return out;
    }

private Q_SLOTS:
    void init()
    {
        m_rows = {};
        m_rows.utterances.push_back({{1}, {}, Status::Suggested});
    }

    void theDayOfTheWordsGoesBeforeTheDayOfPrinting()
    {
        quotation({}, u"2031-05-04"_s);
        quotation(u"2031-05-02"_s, u"2031-05-06"_s);
        const Appearances found = appearancesOf(Snapshot(m_rows), {1});
        QCOMPARE(order(found), (QList<qint64>{2, 1}));
        QCOMPARE(found.order.front().by, DatedBy::Said);
        QVERIFY(found.firstIsSure);
        QCOMPARE(found.sources, 2);
    }

    /// Printed on the 3rd; on the 6th another says that the words were said on the 3rd.
    void whoPrintedFirstIsKnownWhereWhoSaidFirstIsNot()
    {
        quotation({}, u"2031-05-03"_s);
        quotation(u"2031-05-03"_s, u"2031-05-06"_s);
        Appearances found = appearancesOf(Snapshot(m_rows), {1});
        QVERIFY(!found.firstIsSure);
        QCOMPARE(found.firstPrinted, QuotationId{1});
        QCOMPARE(found.printed.toEdtf(), u"2031-05-03"_s);
        quotation({}, {});
        QCOMPARE(appearancesOf(Snapshot(m_rows), {1}).firstPrinted, QuotationId());
    }

    void aVagueDateMakesNoFirst()
    {
        quotation({}, u"2031-05"_s);
        quotation({}, u"2031-05-06"_s);
        QVERIFY(!appearancesOf(Snapshot(m_rows), {1}).firstIsSure);
    }

    void theDayOfCaptureIsNoEvidence()
    {
        quotation({}, {}, 1);
        quotation({}, u"2031-05-06"_s, 9);
        quotation({}, {});
        const Appearances found = appearancesOf(Snapshot(m_rows), {1});
        QCOMPARE(order(found), (QList<qint64>{2, 1, 3}));
        QCOMPARE(found.order[1].by, DatedBy::Captured);
        QCOMPARE(found.order[2].by, DatedBy::Nothing);
        QVERIFY(!found.firstIsSure); // the undated ones may have been earlier
    }

    void copiesOfOneTextAreOneSource()
    {
        quotation({}, u"2031-05-01"_s);
        quotation({}, u"2031-05-02"_s);
        quotation({}, u"2031-05-03"_s);
        Kinship kin;
        kin.id = {1};
        kin.article = {3};
        kin.earlier = {1};
        kin.kind = Kin::SameText;
        kin.likeness = 0.9;
        m_rows.kinships.push_back(kin);
        const Appearances found = appearancesOf(Snapshot(m_rows), {1});
        QCOMPARE(found.sources, 2);
        QVERIFY(!found.order[0].isCopy);
        QVERIFY(!found.order[1].isCopy);
        QVERIFY(found.order[2].isCopy);
    }

    void rejectedOnesAreLeftOut()
    {
        quotation({}, u"2031-05-01"_s);
        quotation({}, u"2031-05-02"_s);
        m_rows.quotations[0].status = Status::Rejected;
        QCOMPARE(order(appearancesOf(Snapshot(m_rows), {1})), (QList<qint64>{2}));
        QVERIFY(appearancesOf(Snapshot(m_rows), {7}).order.empty());
    }
};

QTEST_GUILESS_MAIN(TestAppearances)
#include "tst_appearances.moc"
