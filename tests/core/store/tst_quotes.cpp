// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/quoterows.h"
#include "core/store/store.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QFile>
#include <QTest>
#include <random>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

/// The index of quotations: kept in the file with every change, read into memory behind the calls.
class TestQuotes : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Project> m_project;
    QString m_path;
    int m_next = 0;

    [[nodiscard]] SnapshotPtr record() const { return *m_project->snapshot(); }

    static QStringList indexIn(const QString &path)
    {
        QStringList lines = test::dump(path);
        lines.removeIf([](const QString &line) {
            return !line.startsWith("pairs|"_L1) && !line.startsWith("quote_words|"_L1) && !line.startsWith("meta "_L1);
        });
        return lines;
    }

    /// What the index would be if it were made from the quotations now.
    QStringList indexMadeAnew() const
    {
        const QString copy = m_folder.filePath(u"anew.onrecord"_s);
        QFile::remove(copy);
        if (!QFile::copy(m_path, copy))
            qFatal("cannot copy the project");
        {
            Connection connection(QFile::encodeName(copy), Connection::Access::Write);
            Transaction transaction(connection);
            QuoteRows(connection).rebuild();
            transaction.commit();
        }
        return indexIn(copy);
    }

    void loadAll() const
    {
        QTRY_VERIFY(m_project->loadQuotes(std::chrono::milliseconds(5)));
        QVERIFY(m_project->hasLoadedQuotes());
    }

    [[nodiscard]] std::vector<Project::AlikeQuotation> answer(const QString &words) const
    {
        const auto found = m_project->quotationsAlike(words, 8);
        return found ? *found : std::vector<Project::AlikeQuotation>{{QuotationId{-1}, 0}};
    }

    /// Something happens to the project; which thing, `random` decides.
    void change(std::mt19937 &random)
    {
        const auto any = [&random](const auto &rows) { return rows.at(random() % rows.size()).id; };
        switch (random() % 10) {
        case 0:
        case 1:
        case 2:
            QVERIFY(m_project->addArticle(test::numbered(static_cast<int>(random() % 12)))); // often one that is there
            return;
        case 3: {
            NewArticle empty = test::numbered(3);
            empty.document.text = u"  "_s;
            const std::array articles{test::numbered(20 + static_cast<int>(random() % 9)), empty, test::numbered(5)};
            (void)m_project->addArticles(articles);
            return;
        }
        case 4:
            if (!record()->articles().empty())
                QVERIFY(m_project->removeItems({any(record()->articles())}, {}));
            return;
        case 5:
            if (!record()->quotations().empty())
                QVERIFY(m_project->removeItems({any(record()->quotations())}, {}));
            return;
        case 6:
            if (!record()->quotations().empty()) {
                const Quotation &row = record()->quotations().at(random() % record()->quotations().size());
                QVERIFY(m_project->setContent(row.id, {row.content.span.start, row.content.span.end - 2}));
            }
            return;
        case 7:
            if (!record()->quotations().empty())
                QVERIFY(m_project->setStatus({any(record()->quotations())}, Status::Rejected));
            return;
        case 8:
            (void)m_project->redo();
            return;
        default:
            (void)m_project->undo();
            return;
        }
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(u"%1.onrecord"_s.arg(++m_next));
        auto made = Project::create(m_path, test::fixedClock());
        QVERIFY(made);
        m_project = std::move(*made);
    }

    void after_whatever_happens_the_index_is_as_one_made_anew_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("inMemory");
        for (const quint32 seed : {1U, 2U, 3U, 4U})
            QTest::addRow("seed %u", seed) << seed << (seed % 2 == 0);
    }
    void after_whatever_happens_the_index_is_as_one_made_anew()
    {
        QFETCH(const quint32, seed);
        QFETCH(const bool, inMemory);
        std::mt19937 random(seed);
        for (const int n : {0, 1, 2})
            QVERIFY(m_project->addArticle(test::numbered(n)));
        if (inMemory)
            loadAll();
        for (int step = 0; step < 48; ++step) {
            change(random);
            if (QTest::currentTestFailed())
                return;
            if (step % 6 != 5)
                continue;
            const QStringList index = indexIn(m_path);
            QCOMPARE(index, indexMadeAnew());
            QCOMPARE(index.filter(u"quote_words|"_s).size(), qsizetype(record()->quotations().size()));
            // And every quotation is found by its own words.
            for (const Quotation &row : record()->quotations()) {
                const auto found = answer(row.content.exact);
                QVERIFY2(std::ranges::contains(found, row.id, &Project::AlikeQuotation::id), qPrintable(row.content.exact));
                for (const auto &one : found)
                    QVERIFY(record()->quotation(one.id));
            }
        }
        QVERIFY(m_project->check()->ok);
        m_project.reset();
        auto again = Project::open(m_path, test::fixedClock());
        QVERIFY(again);
        m_project = std::move(*again);
        QCOMPARE(indexIn(m_path), indexMadeAnew());
    }

    void memory_and_file_give_the_same_answer()
    {
        for (int n = 0; n < 60; ++n)
            QVERIFY(m_project->addArticle(test::numbered(n)));
        std::vector<std::vector<Project::AlikeQuotation>> fromFile;
        QVERIFY(!m_project->hasLoadedQuotes());
        for (const Quotation &row : record()->quotations())
            fromFile.push_back(answer(row.content.exact));
        loadAll();
        size_t at = 0;
        for (const Quotation &row : record()->quotations()) {
            const auto found = answer(row.content.exact);
            QCOMPARE(found.front().likeness, 1.0);
            QCOMPARE(fromFile[at].front(), found.front());
            ++at;
        }
        // What has no pair is asked of the other index.
        QVERIFY(answer(u"bridge"_s).empty());
        QVERIFY(answer({}).empty());
    }

    void a_piece_of_words_that_many_say_is_found_in_the_file()
    {
        NewArticle article;
        article.fileName = u"many.txt"_s;
        const auto say = [&article](const QString &words) {
            QString &text = article.document.text;
            extract::FoundQuotation found;
            found.content = {static_cast<qint32>(text.size()), static_cast<qint32>(text.size() + words.size())};
            found.kind = Kind::Statement;
            article.extraction.quotations.push_back(found);
            text += words + u'\n';
        };
        // Each pair of the last one's words stands in hundreds that come before it; all of them in none.
        const QStringList pairs{u"over the"_s, u"the long"_s, u"long hill"_s, u"hill again"_s};
        for (int i = 0; i < 1200; ++i) {
            const QString own = u"q%1"_s.arg(i, 4, 26, QChar(u'z'));
            say(u"%1a %2 %1b %1c"_s.arg(own, pairs[i % pairs.size()]));
        }
        say(u"nobody carried lanterns yesterday evening"_s);
        say(u"over the long hill again"_s);
        article.original = article.document.text.toUtf8();
        QVERIFY(m_project->addArticle(article));
        QVERIFY(!m_project->hasLoadedQuotes());
        const auto &quotations = record()->quotations();
        const auto hasFound = [](const std::vector<Project::AlikeQuotation> &answers, QuotationId id) { return std::ranges::contains(answers, id, &Project::AlikeQuotation::id); };
        const auto alone = answer(u"over the long hill again"_s);
        QVERIFY(hasFound(alone, quotations.back().id));
        const auto stitched = answer(u"carried lanterns yesterday evening over the long hill again"_s);
        QVERIFY(hasFound(stitched, quotations.back().id));
        QVERIFY(hasFound(stitched, quotations[quotations.size() - 2].id));
    }

    void an_index_that_does_not_fit_is_not_trusted()
    {
        QVERIFY(m_project->addArticle(test::bridgeShut()));
        QVERIFY(m_project->addArticle(test::rustAndRumours()));
        const auto row = record()->quotations().front();
        m_project.reset();
        test::meddle(m_path, u"UPDATE quote_words SET words = zeroblob(8) WHERE quotation_id = %1"_s.arg(row.id.value));
        auto again = Project::open(m_path, test::fixedClock());
        QVERIFY(again);
        m_project = std::move(*again);
        const auto report = m_project->check();
        QVERIFY(!report->ok);
        QCOMPARE(report->bad.front().what, u"index of quotations"_s);
        loadAll();
        QCOMPARE(answer(row.content.exact).front().id, row.id);
        QCOMPARE(answer(row.content.exact).front().likeness, 1.0);
    }

    void an_index_by_other_rules_is_made_anew_at_opening()
    {
        QVERIFY(m_project->addArticle(test::bridgeShut()));
        const QStringList right = indexIn(m_path);
        m_project.reset();
        test::meddle(m_path, u"DELETE FROM quote_words"_s);
        test::meddle(m_path, u"UPDATE meta SET value = '0 0 0' WHERE key = 'quote_index'"_s);
        auto again = Project::open(m_path, test::fixedClock());
        QVERIFY(again);
        m_project = std::move(*again);
        QCOMPARE(indexIn(m_path), right);
        QVERIFY(m_project->check()->ok);
    }

    void a_store_loads_it_behind_the_calls()
    {
        QVERIFY(m_project->addArticle(test::bridgeShut()));
        m_project.reset();
        Store store(test::fixedClock());
        const auto opened = store.open(m_path);
        QTRY_VERIFY(opened.isFinished());
        QVERIFY(opened.result());
        const auto isLoaded = [&store] {
            const auto answer = store.run([](Project &project) -> Result<bool> { return project.hasLoadedQuotes(); });
            return QTest::qWaitFor([&answer] { return answer.isFinished(); }) && answer.result().value_or(false);
        };
        QTRY_VERIFY(isLoaded());
    }
};

QTEST_GUILESS_MAIN(TestQuotes)
#include "tst_quotes.moc"
