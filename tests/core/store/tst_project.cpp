// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "tests/core/store/samplearticles.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

class TestProject : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;

    std::unique_ptr<Project> fresh()
    {
        auto project = Project::create(m_folder.filePath(u"p%1.onrecord"_s.arg(++m_next)), test::fixedClock());
        if (!project)
            qFatal("%s", qPrintable(project.error().detail));
        return std::move(*project);
    }

    static SnapshotPtr snapshotOf(const Project &project)
    {
        const auto snapshot = project.snapshot();
        return snapshot ? *snapshot : SnapshotPtr(std::make_shared<Snapshot>());
    }

    static const Agent *agentNamed(const Snapshot &snapshot, const QString &name)
    {
        const auto it = std::ranges::find(snapshot.agents(), name, &Agent::name);
        return it == snapshot.agents().end() ? nullptr : &*it;
    }

private Q_SLOTS:
    void what_goes_in_comes_out_the_same()
    {
        auto project = fresh();
        const NewArticle article = test::bridgeShut();
        const auto added = project->addArticle(article);
        QVERIFY2(added, qPrintable(added ? QString() : added.error().detail));
        QCOMPARE(added->state, AddState::Imported);
        QCOMPARE(*project->articleText(added->article), article.document.text);
        QCOMPARE(*project->originalBytes(added->article), article.original);

        const QString path = project->path();
        project.reset();
        project = std::move(*Project::open(path, test::fixedClock()));
        const SnapshotPtr s = snapshotOf(*project);
        QCOMPARE(s->articles().size(), 1u);
        const Article &a = s->articles().front();
        QCOMPARE(a.title, article.document.title);
        QCOMPARE(a.published, article.document.published);
        QCOMPARE(s->outletName(a.id), u"Harbour Herald"_s);
        QCOMPARE(a.textLength, static_cast<qint32>(article.document.text.size()));
        QCOMPARE(a.byteCount, article.original.size());
        QCOMPARE(s->quotations().size(), 3u);
        for (const Quotation &q : s->quotations()) {
            QVERIFY(holds(q.content, article.document.text));
            QCOMPARE(q.status, Status::Suggested);
            QVERIFY(!q.speaker.isNull());
        }
        QCOMPARE(s->quotations().front().cueText, u"said"_s);
        QCOMPARE(s->figures().size(), 1u);
        QCOMPARE(s->figures().front().value, std::optional(40e6));
        QCOMPARE(s->dates().size(), 1u);
        QCOMPARE(s->dates().front().when.when, PartialDate::day(2031, 5, 6));
        QCOMPARE(s->agents().size(), 3u);
    }

    void an_agent_met_again_is_the_same_agent_and_the_same_words_one_utterance()
    {
        auto project = fresh();
        QVERIFY(project->addArticle(test::bridgeShut()));
        QVERIFY(project->addArticle(test::rustAndRumours()));
        const SnapshotPtr s = snapshotOf(*project);
        QCOMPARE(s->agents().size(), 3u);
        const Agent *ruiz = agentNamed(*s, u"Ana Ruiz"_s);
        QVERIFY(ruiz);
        QCOMPARE(s->quotationsBy(ruiz->id).size(), 2u);
        QCOMPARE(s->utterances().size(), 1u);
        QCOMPARE(s->variantsOf(s->utterances().front().id).size(), 2u);
        // The figure inside the quotation knows so; the one outside does not.
        QVERIFY(!s->figures().at(1).quotation.isNull());
        QVERIFY(s->figures().at(2).quotation.isNull());
    }

    void the_same_bytes_or_the_same_words_are_linked_not_doubled()
    {
        auto project = fresh();
        const NewArticle first = test::bridgeShut();
        const auto added = project->addArticle(first);
        NewArticle again = first;
        again.fileName = u"copy.txt"_s;
        QCOMPARE(project->addArticle(again)->state, AddState::Duplicate);
        NewArticle wrapped = first;
        wrapped.document.text.replace(u"“"_s, u"\""_s).replace(u"”"_s, u"\""_s).replace(u"\n\n"_s, u"\n \n"_s);
        wrapped.original = wrapped.document.text.toUtf8();
        wrapped.extraction = {};
        const auto twin = project->addArticle(wrapped);
        QCOMPARE(twin->state, AddState::Duplicate);
        QCOMPARE(twin->article, added->article);
        QCOMPARE(snapshotOf(*project)->articles().size(), 1u);
    }

    void undo_and_redo_survive_closing()
    {
        auto project = fresh();
        const QString path = project->path();
        QVERIFY(project->beginBatch(u"Import %n Article(s)"_s));
        QVERIFY(project->addArticle(test::bridgeShut()));
        QVERIFY(project->addArticle(test::rustAndRumours()));
        QVERIFY(project->endBatch());
        QCOMPARE(project->undoName(), u"Import 2 Articles"_s);
        QVERIFY(project->addArticle(test::letter()));
        QCOMPARE(project->undoName(), u"Import 1 Article"_s);
        project.reset();

        project = std::move(*Project::open(path, test::fixedClock()));
        QVERIFY(project->undo());
        QCOMPARE(snapshotOf(*project)->articles().size(), 2u);
        QVERIFY(project->undo());
        QVERIFY(snapshotOf(*project)->articles().empty());
        QVERIFY(snapshotOf(*project)->agents().empty());
        QCOMPARE(project->undoName(), QString());
        QCOMPARE(project->undo().error().fault, Fault::NotFound);
        project.reset();

        project = std::move(*Project::open(path, test::fixedClock()));
        QCOMPARE(project->redoName(), u"Import 2 Articles"_s);
        QVERIFY(project->redo());
        QCOMPARE(snapshotOf(*project)->articles().size(), 2u);
        QVERIFY(project->addArticle(test::numbered(1)));
        QCOMPARE(project->redoName(), QString());
    }

    void a_second_opening_is_refused()
    {
        auto project = fresh();
        QCOMPARE(Project::open(project->path(), test::fixedClock()).error().fault, Fault::InUse);
        QVERIFY(project->addArticle(test::letter())); // and did no harm
    }
};

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
