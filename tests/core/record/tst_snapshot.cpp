// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/struck.h"
#include "tests/support/samplerecord.h"

#include <QTest>
#include <algorithm>

using namespace onrecord;

namespace {

template<class Id>
QList<qint64> values(std::span<const Id> ids)
{
    QList<qint64> out;
    for (const Id id : ids)
        out.append(id.value);
    return out;
}

} // namespace

class tst_Snapshot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsStruckIsNotRead()
    {
        const QString text = QStringLiteral("Home\n\nA headline\n\nAlso read: x\n\nThe words.\n\nImprint");
        const auto region = [&text](const QString &words, bool struck) {
            const auto at = static_cast<qint32>(text.indexOf(words));
            return Region{{at, at + static_cast<qint32>(words.size())}, RegionKind::Boilerplate, struck};
        };
        const std::vector<Region> regions{region(QStringLiteral("Home"), true), region(QStringLiteral("A headline"), false), region(QStringLiteral("Also read: x"), true),
                                          region(QStringLiteral("Imprint"), true)};
        QCOMPARE(withoutStruck(text, regions), QStringLiteral("A headline\n\nThe words."));
        QCOMPARE(withoutStruck(text, {regions[1]}), text);
        QCOMPARE(withoutStruck(QStringLiteral("ab"), {Region{{1, 9}, RegionKind::Boilerplate, true}}), QStringLiteral("ab"));
    }

    void rowsAreFoundByIdWhateverOrderTheyCameIn()
    {
        Snapshot::Rows rows;
        for (const int id : {9, 2, 700, 5}) {
            Article article;
            article.id = {id};
            article.wordCount = id * 10;
            rows.articles.push_back(article);
        }
        const Snapshot record(std::move(rows), 3);
        QCOMPARE(record.revision(), 3U);
        QVERIFY(std::ranges::is_sorted(record.articles(), {}, &Article::id));
        for (const int id : {2, 5, 9, 700})
            QCOMPARE(record.article({id})->wordCount, id * 10);
        for (const int id : {-1, 0, 1, 3, 701})
            QVERIFY(!record.article({id}));
    }

    void whatAnArticleHoldsIsInTextOrder()
    {
        Snapshot::Rows rows;
        Article article;
        article.id = {1};
        rows.articles = {article};
        for (const auto &[id, start] : {std::pair(1, 50), std::pair(2, 10), std::pair(3, 30)}) {
            Quotation quotation;
            quotation.id = {id};
            quotation.article = {1};
            quotation.content.span = {start, start + 5};
            rows.quotations.push_back(quotation);
            Mention mention;
            mention.id = {id};
            mention.article = {1};
            mention.agent = {4};
            mention.span = {start, start + 5};
            rows.mentions.push_back(mention);
        }
        const Snapshot record(std::move(rows));
        QCOMPARE(values(record.quotationsIn({1})), (QList<qint64>{2, 3, 1}));
        QCOMPARE(values(record.mentionsIn({1})), (QList<qint64>{2, 3, 1}));
        QCOMPARE(values(record.mentionsOf({4})), (QList<qint64>{1, 2, 3}));
    }

    void theSampleIsLinkedBothWays()
    {
        const auto record = test::sampleRecord();
        QCOMPARE(values(record->quotationsBy({1})), (QList<qint64>{1, 4}));
        QCOMPARE(values(record->variantsOf({1})), (QList<qint64>{1, 4}));
        QCOMPARE(values(record->articlesOf({2})), (QList<qint64>{2}));
        QCOMPARE(values(record->figuresIn({2})), (QList<qint64>{2}));
        QCOMPARE(values(record->datesIn({1})), (QList<qint64>{1}));
        QCOMPARE(record->outletName({1}), QStringLiteral("Harbour Herald"));
        QCOMPARE(record->outletName({3}), QString());
        QCOMPARE(record->outletName({99}), QString());
    }

    void nobodyIsNotASpeaker()
    {
        const auto record = test::sampleRecord();
        QVERIFY(record->quotationsBy({}).empty());
        QVERIFY(record->variantsOf({}).empty());
        QVERIFY(record->articlesOf({}).empty());
        QVERIFY(!record->agent({}));
    }

    void anEmptyRecordAnswersEverything()
    {
        const Snapshot record;
        QVERIFY(record.articles().empty());
        QVERIFY(!record.quotation({1}));
        QVERIFY(record.quotationsIn({1}).empty());
        QCOMPARE(record.revision(), 0U);
    }
};

QTEST_GUILESS_MAIN(tst_Snapshot)
#include "tst_snapshot.moc"
