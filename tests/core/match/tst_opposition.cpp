// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/opposition.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

class TestOpposition : public QObject
{
    Q_OBJECT

    /// Velmar and Korrin are organisations wherever they stand.
    static std::vector<Opposition> of(const QStringList &texts)
    {
        Snapshot::Rows rows;
        for (const QString &name : {u"Velmar"_s, u"Korrin"_s}) {
            Agent agent;
            agent.id = {static_cast<qint64>(rows.agents.size()) + 1};
            agent.name = name;
            agent.type = AgentType::Organisation;
            rows.agents.push_back(agent);
        }
        for (const QString &text : texts) {
            Article article;
            article.id = {static_cast<qint64>(rows.articles.size()) + 1};
            article.language = u"en"_s;
            for (const Agent &agent : rows.agents) {
                for (qsizetype at = text.indexOf(agent.name); at >= 0; at = text.indexOf(agent.name, at + 1))
                    rows.mentions.push_back({{static_cast<qint64>(rows.mentions.size()) + 1},
                                             article.id,
                                             agent.id,
                                             {static_cast<qint32>(at), static_cast<qint32>(at + agent.name.size())}});
            }
            rows.articles.push_back(article);
        }
        const Snapshot snapshot(std::move(rows));
        std::vector<Statement> all;
        const auto take = [&all](const std::vector<Statement> &more) {
            all.insert(all.end(), more.begin(), more.end());
        };
        for (const Article &article : snapshot.articles())
            take(statementsIn(snapshot, article.id, texts[article.id.value - 1]));
        std::vector<Statement> denied;
        std::ranges::copy_if(all, std::back_inserter(denied), &Statement::isDenied);
        for (const Article &article : snapshot.articles())
            take(passingStatements(snapshot, article.id, texts[article.id.value - 1], denied));
        return oppositions(all);
    }

private Q_SLOTS:
    void aStatementIsOfEachWhoSaysIt()
    {
        const QString text = u"“Velmar is safe,” Ana Ruiz and Tom Hale said."_s;
        Snapshot::Rows rows;
        Agent velmar;
        velmar.id = {1};
        velmar.name = u"Velmar"_s;
        velmar.type = AgentType::Organisation;
        rows.agents = {velmar};
        Article article;
        article.id = {1};
        article.language = u"en"_s;
        rows.articles = {article};
        rows.mentions = {{{1}, {1}, {1}, {1, 7}}};
        Quotation quotation;
        quotation.id = {1};
        quotation.article = {1};
        quotation.content = anchorAt(text, {1, 15});
        quotation.speaker = {2};
        quotation.alsoSpeakers = {{3}};
        rows.quotations = {quotation};
        const auto found = statementsIn(Snapshot(std::move(rows)), {1}, text);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found.front().speakers, (std::vector<AgentId>{{2}, {3}}));
    }

    void yesHereAndNoThereAreFound_data()
    {
        QTest::addColumn<QString>("yes");
        QTest::addColumn<QString>("no");
        QTest::newRow("plain") << u"Velmar is safe."_s << u"Velmar is not safe."_s;
        QTest::newRow("short form") << u"Velmar is safe."_s << u"But Velmar isn’t safe, they say."_s;
        QTest::newRow("adverb and marks")
            << u"Velmar is open source."_s << u"Velmar isn’t technically “open source,” a lawyer says."_s;
        QTest::newRow("in passing") << u"People like Velmar’s new open-source tram."_s
                                    << u"Velmar is not “open source.”"_s;
        QTest::newRow("next sentence") << u"Velmar shows its plans. This is an open source tram."_s
                                       << u"Velmar is not “open source.”"_s;
    }
    void yesHereAndNoThereAreFound()
    {
        QFETCH(QString, yes);
        QFETCH(QString, no);
        const auto found = of({yes, no});
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found.front().subject, u"Velmar"_s);
        QCOMPARE(found.front().yes.front().article, ArticleId{1});
        QCOMPARE(found.front().no.front().article, ArticleId{2});
    }

    void whatDoesNotOpposeIsNot_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("both yes") << u"Velmar is safe."_s << u"Velmar is safe."_s;
        QTest::newRow("both no") << u"Velmar is not safe."_s << u"Velmar isn't safe."_s;
        QTest::newRow("another subject") << u"Korrin is safe."_s << u"Velmar is not safe."_s;
        QTest::newRow("another property") << u"Velmar is cheap."_s << u"Velmar is not safe."_s;
        QTest::newRow("denied in passing")
            << u"Velmar makes no open source tram."_s << u"Velmar is not “open source.”"_s;
    }
    void whatDoesNotOpposeIsNot()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QVERIFY(of({a, b}).empty());
    }
};

QTEST_GUILESS_MAIN(TestOpposition)
#include "tst_opposition.moc"
