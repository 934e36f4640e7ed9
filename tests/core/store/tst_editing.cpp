// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "core/store/values.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

namespace {

const Agent &agentNamed(const Snapshot &snapshot, const QString &name)
{
    const auto it = std::ranges::find(snapshot.agents(), name, &Agent::name);
    if (it == snapshot.agents().end())
        qFatal("nobody is called %s", qPrintable(name));
    return *it;
}

const Quotation &quotationWith(const Snapshot &snapshot, const QString &words)
{
    const auto it = std::ranges::find_if(snapshot.quotations(), [&](const Quotation &q) { return q.content.exact.contains(words); });
    if (it == snapshot.quotations().end())
        qFatal("no quotation says %s", qPrintable(words));
    return *it;
}

} // namespace

/// Every change of the record, each checked the same way: it does what it says, it is one step with a name, undo brings back
/// every byte of every table and of the search index, redo brings the change back, and the project passes its check throughout.
class TestEditing : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;
    std::unique_ptr<Project> m_project;

    SnapshotPtr now() const { return *m_project->snapshot(); }

    template<class Change, class Verify>
    void verifyStep(const QString &name, Change change, Verify verify)
    {
        const QStringList before = test::dump(m_project->path());
        const auto done = change();
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        QCOMPARE(m_project->undoName(), name);
        verify();
        if (QTest::currentTestFailed())
            return;
        const QStringList after = test::dump(m_project->path());
        QVERIFY(before != after);
        QVERIFY(m_project->undo());
        QCOMPARE(test::dump(m_project->path()), before);
        QCOMPARE(m_project->redoName(), name);
        QVERIFY(m_project->redo());
        QCOMPARE(test::dump(m_project->path()), after);
        verify();
        const auto report = m_project->check();
        QVERIFY(report);
        QVERIFY2(report->ok, qPrintable(report->bad.empty() ? report->structure : report->bad.front().what + u": "_s + report->bad.front().why));
    }

private Q_SLOTS:
    void init()
    {
        auto created = Project::create(m_folder.filePath(u"e%1.onrecord"_s.arg(++m_next)), test::fixedClock());
        QVERIFY(created);
        m_project = std::move(*created);
        QVERIFY(m_project->addArticle(test::bridgeShut()));
        QVERIFY(m_project->addArticle(test::rustAndRumours()));
    }

    void importing_an_article()
    {
        verifyStep(u"Import 1 Article"_s, [&] { return m_project->addArticle(test::letter()); }, [&] { QCOMPARE(now()->articles().size(), 3u); });
    }

    void importing_a_duplicate_keeps_its_file_name()
    {
        NewArticle again = test::bridgeShut();
        again.fileName = u"again.txt"_s;
        verifyStep(u"Link Duplicate of “The bridge stays shut”"_s, [&] { return m_project->addArticle(again); }, [&] {
            QCOMPARE(now()->articles().size(), 2u);
            QCOMPARE(test::ask(m_project->path(), u"SELECT count(*) FROM capture WHERE file_name = 'again.txt'"_s), u"1"_s);
        });
    }

    void accepting_and_rejecting()
    {
        const std::vector<ItemId> items{now()->quotations().at(0).id, now()->figures().at(0).id, now()->agents().at(0).id, now()->utterances().at(0).id};
        verifyStep(u"Accept 4 Suggestions"_s, [&] { return m_project->setStatus(items, Status::Accepted); }, [&] {
            QCOMPARE(now()->quotations().at(0).status, Status::Accepted);
            QCOMPARE(now()->agents().at(0).status, Status::Accepted);
        });
        verifyStep(u"Reject 1 Suggestion"_s, [&] { return m_project->setStatus({items.front()}, Status::Rejected); },
                   [&] { QCOMPARE(now()->quotations().at(0).status, Status::Rejected); });
    }

    void setting_and_clearing_a_speaker()
    {
        const QuotationId ghost = quotationWith(*now(), u"ghost bridge"_s).id;
        const AgentId ruiz = agentNamed(*now(), u"Ana Ruiz"_s).id;
        verifyStep(u"Set Speaker to “Ana Ruiz”"_s, [&] { return m_project->setSpeaker(ghost, ruiz); }, [&] {
            QCOMPARE(now()->quotation(ghost)->speaker, ruiz);
            QCOMPARE(now()->quotation(ghost)->status, Status::Edited);
        });
        verifyStep(u"Clear Speaker"_s, [&] { return m_project->setSpeaker(ghost, {}); }, [&] { QVERIFY(now()->quotation(ghost)->speaker.isNull()); });
    }

    void setting_a_kind()
    {
        const QuotationId id = now()->quotations().front().id;
        verifyStep(u"Set Kind to fragment"_s, [&] { return m_project->setKind(id, Kind::Fragment); }, [&] { QCOMPARE(now()->quotation(id)->kind, Kind::Fragment); });
    }

    void marking_a_quotation_by_hand()
    {
        const ArticleId article = now()->articles().front().id;
        const QString words = u"The repair costs 40 million euros"_s;
        const auto at = static_cast<qint32>(m_project->articleText(article)->indexOf(words));
        verifyStep(u"Add Quotation “The repair costs 40 million euros”"_s,
                   [&] { return m_project->addQuotation(article, {at, at + static_cast<qint32>(words.size())}, Kind::Indirect, {}); }, [&] {
                       QCOMPARE(quotationWith(*now(), words).status, Status::Accepted);
                       QCOMPARE(quotationWith(*now(), words).directness, Directness::Indirect);
                   });
    }

    void moving_the_boundaries_of_a_quotation()
    {
        const Quotation was = quotationWith(*now(), u"nobody wants"_s);
        const Span shorter{was.content.span.start, was.content.span.start + 6};
        verifyStep(u"Move Boundaries of “nobody”"_s, [&] { return m_project->setContent(was.id, shorter); }, [&] {
            QCOMPARE(now()->quotation(was.id)->content.exact, u"nobody"_s);
            QCOMPARE(now()->quotation(was.id)->content.suffix.first(6), u" wants"_s);
        });
    }

    void adding_renaming_and_naming_agents()
    {
        AgentId mayor;
        verifyStep(u"Add “Tom Hale”"_s, [&] {
            const auto added = m_project->addAgent(u" Tom  Hale "_s, AgentType::Person);
            mayor = added.value_or(AgentId());
            return added;
        }, [&] { QCOMPARE(agentNamed(*now(), u"Tom Hale"_s).status, Status::Accepted); });
        verifyStep(u"Rename “Tom Hale” to “Thomas Hale”"_s, [&] { return m_project->renameAgent(mayor, u"Thomas Hale"_s); }, [&] {
            QCOMPARE(now()->agent(mayor)->name, u"Thomas Hale"_s);
            QCOMPARE(now()->agent(mayor)->names.size(), 2u);
        });
        verifyStep(u"Add Name “Tommy” to “Thomas Hale”"_s, [&] { return m_project->addName(mayor, {u"Tommy"_s, NameType::Nickname}); },
                   [&] { QCOMPARE(now()->agent(mayor)->names.back().type, NameType::Nickname); });
        QCOMPARE(m_project->addAgent(u" \n"_s, AgentType::Person).error().fault, Fault::BadInput);
    }

    void merging_agents_moves_everything_they_said()
    {
        const AgentId ruiz = agentNamed(*now(), u"Ana Ruiz"_s).id;
        const AgentId unnamed = agentNamed(*now(), u"A person close to the talks"_s).id;
        QVERIFY(m_project->addNote(unnamed, u"who is this?"_s));
        verifyStep(u"Merge 1 Agent into “Ana Ruiz”"_s, [&] { return m_project->mergeAgents(ruiz, {unnamed}); }, [&] {
            QVERIFY(!now()->agent(unnamed));
            QCOMPARE(now()->quotationsBy(ruiz).size(), 3u);
            QCOMPARE(now()->notes().front().about, ItemId(ruiz));
            QVERIFY(std::ranges::any_of(now()->agent(ruiz)->names, [](const AgentName &n) { return n.name == u"A person close to the talks"; }));
        });
        QCOMPARE(m_project->mergeAgents(ruiz, {ruiz}).error().fault, Fault::BadInput);
    }

    void setting_article_fields()
    {
        const ArticleId article = now()->articles().front().id;
        verifyStep(u"Set the Title of an Article"_s, [&] { return m_project->setArticleField(article, u"title"_s, u"Shut"_s); },
                   [&] { QCOMPARE(now()->article(article)->title, (Sourced{u"Shut"_s, Basis::User})); });
        verifyStep(u"Set the Date of an Article"_s, [&] { return m_project->setArticleField(article, u"published"_s, u"2031-05"_s); },
                   [&] { QCOMPARE(now()->article(article)->published, (Dated{PartialDate::month(2031, 5), Basis::User, {}})); });
        verifyStep(u"Set the Outlet of an Article"_s, [&] { return m_project->setArticleField(article, u"outlet"_s, u"RIVER POST"_s); }, [&] {
            QCOMPARE(now()->outletName(article), u"River Post"_s);
            QCOMPARE(now()->outlets().size(), 1u); // the one nobody publishes in any more is gone
        });
        verifyStep(u"Set the Authors of an Article"_s, [&] { return m_project->setArticleField(article, u"authors"_s, u"A. Writer; B. Writer"_s); },
                   [&] { QCOMPARE(now()->article(article)->authors, (QStringList{u"A. Writer"_s, u"B. Writer"_s})); });
        verifyStep(u"Set the Address of an Article"_s, [&] { return m_project->setArticleField(article, u"url"_s, u"https://example.org/a"_s); },
                   [&] { QCOMPARE(now()->article(article)->url.basis, Basis::User); });
        QCOMPARE(m_project->setArticleField(article, u"published"_s, u"30 February"_s).error().fault, Fault::BadInput);
        QCOMPARE(m_project->setArticleField(article, u"colour"_s, u"red"_s).error().fault, Fault::BadInput);
        QCOMPARE(m_project->setArticleField(ArticleId{999}, u"title"_s, u"x"_s).error().fault, Fault::NotFound);
    }

    void a_field_of_several_articles_is_one_step()
    {
        const std::vector<ArticleId> both{now()->articles().at(0).id, now()->articles().at(1).id};
        verifyStep(u"Set the Outlet of 2 Articles"_s, [&] { return m_project->setArticleField(both, u"outlet"_s, u"The Lantern"_s); },
                   [&] { QVERIFY(std::ranges::all_of(both, [&](ArticleId id) { return now()->outletName(id) == u"The Lantern"; })); });
        verifyStep(u"Set the Date of 2 Articles"_s, [&] { return m_project->setArticleField(both, u"published"_s, {}); },
                   [&] { QVERIFY(std::ranges::all_of(both, [&](ArticleId id) { return now()->article(id)->published == Dated{{}, Basis::User, {}}; })); });
        QCOMPARE(m_project->setArticleField({both.front(), ArticleId{999}}, u"title"_s, u"x"_s).error().fault, Fault::NotFound);
        QVERIFY(now()->article(both.front())->title.value != u"x"); // all of it or nothing
    }

    void what_reading_noticed_is_kept_until_somebody_has_looked()
    {
        NewArticle odd = test::letter();
        odd.document.remarks = {{RemarkKind::CutOff}, {RemarkKind::BytesNotValid, {u"3"_s, u"UTF-8"_s}}};
        const auto added = m_project->addArticle(odd);
        QVERIFY(added);
        QCOMPARE(now()->article(added->article)->remarks, odd.document.remarks);
        verifyStep(u"Mark 1 Article as Looked At"_s, [&] { return m_project->setRemarksSeen({added->article}); }, [&] {
            const auto &remarks = now()->article(added->article)->remarks;
            QVERIFY(remarks.size() == 2 && std::ranges::all_of(remarks, &Remark::isSeen));
            QCOMPARE(inEnglish(remarks), inEnglish(odd.document.remarks));
        });
        QCOMPARE(m_project->setRemarksSeen({ArticleId{999}}).error().fault, Fault::NotFound);
        // As programs wrote it before remarks had keys: shown as it stands.
        const auto old = store::remarksFrom(uR"(["named .txt, is %1"])"_s);
        QCOMPARE(inEnglish(old), QStringList{u"named .txt, is %1"_s});
        QCOMPARE(store::remarksFrom(store::jsonOf(old)), old);
    }

    void adding_and_changing_events()
    {
        Event event;
        event.name = u"Bridge closed"_s;
        event.when = {PartialDate::month(2031, 4), Basis::PublicRecord, {}};
        event.agents = {agentNamed(*now(), u"Ana Ruiz"_s).id};
        event.articles = {now()->articles().at(0).id, now()->articles().at(1).id};
        verifyStep(u"Add Event “Bridge closed”"_s, [&] { return m_project->addEvent(event); }, [&] { QCOMPARE(now()->events().front().articles.size(), 2u); });
        event.id = now()->events().front().id;
        event.articles.pop_back();
        event.agents.clear();
        event.when.when = PartialDate::day(2031, 4, 2);
        verifyStep(u"Change Event “Bridge closed”"_s, [&] { return m_project->setEvent(event); }, [&] {
            QCOMPARE(now()->events().front().articles.size(), 1u);
            QVERIFY(now()->events().front().agents.empty());
            QCOMPARE(now()->events().front().when.when, PartialDate::day(2031, 4, 2));
        });
        verifyStep(u"Remove 1 Item"_s, [&] { return m_project->removeItems({event.id}, {}); }, [&] { QVERIFY(now()->events().empty()); });
    }

    void writing_changing_and_emptying_notes()
    {
        NoteId note;
        verifyStep(u"Add Note “ask the board”"_s, [&] {
            const auto added = m_project->addNote(now()->quotations().front().id, u"ask the board"_s);
            note = added.value_or(NoteId());
            return added;
        }, [&] { QCOMPARE(now()->notes().front().text, u"ask the board"_s); });
        verifyStep(u"Change Note “asked”"_s, [&] { return m_project->setNote(note, u"asked"_s); }, [&] { QCOMPARE(now()->note(note)->text, u"asked"_s); });
        verifyStep(u"Remove Note"_s, [&] { return m_project->setNote(note, u" "_s); }, [&] { QVERIFY(now()->notes().empty()); });
        QCOMPARE(m_project->addNote(ArticleId{77}, u"about nothing"_s).error().fault, Fault::NotFound);
    }

    void removing_an_article_takes_all_that_lives_in_it()
    {
        const ArticleId article = now()->articles().front().id;
        QVERIFY(m_project->addNote(article, u"a note on it"_s));
        QVERIFY(m_project->addNote(now()->quotationsIn(article).front(), u"a note in it"_s));
        verifyStep(u"Remove the First"_s, [&] { return m_project->removeItems({article}, u"Remove the First"_s); }, [&] {
            QCOMPARE(now()->articles().size(), 1u);
            QCOMPARE(now()->quotations().size(), 2u);
            QVERIFY(now()->notes().empty());
            QVERIFY(now()->utterances().empty()); // one quotation alone is no group
            QCOMPARE(now()->agents().size(), 2u); // the unnamed person was only here
            QCOMPARE(now()->outlets().size(), 1u);
        });
    }

    void removing_smaller_things()
    {
        const SnapshotPtr s = now();
        const std::vector<ItemId> items{agentNamed(*s, u"Ana Ruiz"_s).id, s->figures().front().id, s->outlets().front().id, s->dates().front().id};
        verifyStep(u"Remove 4 Items"_s, [&] { return m_project->removeItems(items, {}); }, [&] {
            QVERIFY(std::ranges::none_of(now()->agents(), [](const Agent &a) { return a.name == u"Ana Ruiz"; }));
            QCOMPARE(now()->quotations().size(), 5u); // her words stay, without a speaker
        });
        QCOMPARE(m_project->removeItems({ItemId(FigureId{12345})}, {}).error().fault, Fault::NotFound);
    }

    void a_change_that_fails_halfway_leaves_nothing()
    {
        const QStringList before = test::dump(m_project->path());
        const QString name = m_project->undoName();
        const std::vector<ItemId> items{now()->quotations().front().id, QuotationId{4711}};
        QCOMPARE(m_project->setStatus(items, Status::Accepted).error().fault, Fault::NotFound);
        NewArticle bad = test::letter();
        bad.extraction.quotations.front().content.end = 100'000;
        QCOMPARE(m_project->addArticle(bad).error().fault, Fault::BadInput);
        QCOMPARE(m_project->setContent(now()->quotations().front().id, {5, 5}).error().fault, Fault::BadInput);
        QCOMPARE(test::dump(m_project->path()), before);
        QCOMPARE(m_project->undoName(), name);
    }

    void a_change_that_changes_nothing_is_no_step()
    {
        const QString name = m_project->undoName();
        const Quotation q = now()->quotations().front();
        QVERIFY(m_project->setContent(q.id, q.content.span)); // only the status differs
        QVERIFY(m_project->setContent(q.id, q.content.span));
        QCOMPARE(m_project->history()->size(), 3u);
        QVERIFY(m_project->undo());
        QCOMPARE(m_project->undoName(), name);
    }

    void history_names_every_step_newest_first()
    {
        QVERIFY(m_project->setKind(now()->quotations().front().id, Kind::Self));
        QVERIFY(m_project->undo());
        const auto history = m_project->history();
        QVERIFY(history);
        QCOMPARE(history->size(), 3u);
        QCOMPARE(history->at(0).name, u"Set Kind to self"_s);
        QVERIFY(history->at(0).undone);
        QCOMPARE(history->at(0).message, u"Set Kind to %1"_s);
        QCOMPARE(history->at(0).args, QStringList(u"self"_s));
        QCOMPARE(history->at(1).name, u"Import 1 Article"_s);
        QCOMPARE(history->at(1).at, test::fixedClock()->now());
        QVERIFY(!history->at(1).undone);
    }

    void an_edit_between_imports_keeps_its_own_step()
    {
        QVERIFY(m_project->beginBatch(u"Import %n Article(s)"_s));
        QVERIFY(m_project->addArticle(test::numbered(1)));
        QVERIFY(m_project->setKind(now()->quotations().front().id, Kind::Self));
        QVERIFY(m_project->addArticle(test::numbered(2)));
        QVERIFY(m_project->addArticle(test::numbered(3)));
        QVERIFY(m_project->endBatch());
        const size_t all = now()->articles().size();
        QCOMPARE(m_project->undoName(), u"Import 2 Articles"_s);
        QVERIFY(m_project->undo());
        QCOMPARE(now()->articles().size(), all - 2);
        QCOMPARE(m_project->undoName(), u"Set Kind to self"_s);
        QVERIFY(m_project->undo());
        QCOMPARE(m_project->undoName(), u"Import 1 Article"_s);
        QVERIFY(m_project->redo());
        QVERIFY(m_project->redo());
        QCOMPARE(now()->articles().size(), all);
    }

    void several_changes_can_be_one_step()
    {
        const QuotationId quotation = now()->quotations().front().id;
        const AgentId before = now()->quotation(quotation)->speaker;
        const size_t agents = now()->agents().size();
        QVERIFY(m_project->oneStep(u"Name %1"_s, {u"Lena Fox"_s}, [&](Project &project) -> Result<void> {
            return project.addAgent(u"Lena Fox"_s, AgentType::Person).and_then([&](AgentId added) { return project.setSpeaker(quotation, added); });
        }));
        QCOMPARE(m_project->undoStep().name, u"Name Lena Fox"_s);
        QCOMPARE(m_project->undoStep().message, u"Name %1"_s);
        QCOMPARE(m_project->undoStep().args, QStringList(u"Lena Fox"_s));
        QVERIFY(m_project->undo());
        QCOMPARE(now()->agents().size(), agents);
        QCOMPARE(now()->quotation(quotation)->speaker, before);
        QCOMPARE(m_project->redoStep().name, u"Name Lena Fox"_s);
        QVERIFY(m_project->redo());
        QCOMPARE(now()->agents().size(), agents + 1);
    }

    void a_step_is_in_the_file_as_a_whole_or_not_at_all()
    {
        const auto agentsInFile = [this] { return test::ask(m_project->path(), u"SELECT count(*) FROM agent"_s); };
        const QString before = agentsInFile();
        const auto both = [&](Project &project) -> Result<void> {
            const auto first = project.addAgent(u"Lena Fox"_s, AgentType::Person);
            QString between = agentsInFile(); // as if the program had been killed here
            if (first && between == before)
                return project.addAgent(u"Olaf Fox"_s, AgentType::Person).transform([](AgentId) {});
            return fail(Fault::Internal, between);
        };
        const auto done = m_project->oneStep(u"Name %1"_s, {u"two"_s}, both);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(agentsInFile().toInt(), before.toInt() + 2);
    }

    void a_batch_that_only_links_duplicates_says_so()
    {
        QVERIFY(m_project->beginBatch(u"Import %n Article(s)"_s));
        for (const QString &name : {u"again.txt"_s, u"once more.txt"_s}) {
            NewArticle twin = test::bridgeShut();
            twin.fileName = name;
            QCOMPARE(m_project->addArticle(twin)->state, AddState::Duplicate);
        }
        QVERIFY(m_project->endBatch());
        QCOMPARE(m_project->undoName(), u"Link 2 Duplicates"_s);
        QVERIFY(m_project->undo());
        QVERIFY(m_project->undoName() != u"Link 2 Duplicates"_s);
    }

    void a_step_that_fails_leaves_nothing()
    {
        const size_t agents = now()->agents().size();
        const ChangeSet before = m_project->undoStep();
        const auto done = m_project->oneStep(u"Name %1"_s, {u"Lena Fox"_s}, [&](Project &project) -> Result<void> {
            return project.addAgent(u"Lena Fox"_s, AgentType::Person).and_then([&](AgentId added) { return project.setSpeaker(QuotationId{9999}, added); });
        });
        QVERIFY(!done);
        QCOMPARE(now()->agents().size(), agents);
        QCOMPARE(m_project->undoStep(), before);
        QVERIFY(m_project->redoName().isEmpty());
        QVERIFY(m_project->check()->ok);
    }

    void a_rejected_agent_is_not_suggested_again()
    {
        const AgentId ruiz = agentNamed(*now(), u"Ana Ruiz"_s).id;
        QVERIFY(m_project->setStatus({ruiz}, Status::Rejected));
        test::ArticleBuilder b(u"Another day. “It holds,” Ana Ruiz said."_s);
        b.agent(u"Ana Ruiz"_s);
        QVERIFY(m_project->addArticle(b.article()));
        QCOMPARE(std::ranges::count(now()->agents(), u"Ana Ruiz"_s, &Agent::name), 1);
        QCOMPARE(now()->agent(ruiz)->status, Status::Rejected);
    }

    void a_chosen_name_is_not_replaced_by_an_import()
    {
        const AgentId ruiz = agentNamed(*now(), u"Ana Ruiz"_s).id;
        QVERIFY(m_project->renameAgent(ruiz, u"A. Ruiz"_s));
        test::ArticleBuilder b(u"Another day. “It holds,” Ana Ruiz said."_s);
        b.agent(u"Ana Ruiz"_s);
        QVERIFY(m_project->addArticle(b.article()));
        QCOMPARE(now()->agent(ruiz)->name, u"A. Ruiz"_s);
    }
};

QTEST_GUILESS_MAIN(TestEditing)
#include "tst_editing.moc"
