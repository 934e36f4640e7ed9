// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/kinsamples.h"
#include "core/record/syndication.h"
#include "core/store/connection.h"
#include "tests/core/store/dump.h"

#include <QFile>

using namespace onrecord;
using namespace onrecord::store;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

/// Articles that print one text, and what makes the same bytes or the same words one article.
class TestKin : public KinCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { finish(); }

    void a_reprint_is_linked_and_kept()
    {
        const Added first = add(firstDepot());
        const Added second = add(reprint());
        QCOMPARE(second.state, AddState::Imported);
        QCOMPARE(second.sameText, first.article);
        QVERIFY(second.likeness > 0.9);
        QCOMPARE(now()->articles().size(), 2u);
        QCOMPARE(now()->syndicationGroup(first.article).size(), 2u);
        QVERIFY(m_project->setKinshipStatus(now()->kinships().front().id, Status::Rejected));
        QVERIFY(now()->syndicationGroup(first.article).empty());
        QVERIFY(m_project->undo());
        QCOMPARE(now()->syndicationGroup(first.article).size(), 2u);
    }

    void other_texts_of_the_same_kind_are_not()
    {
        for (int i = 1; i < 40; ++i) {
            ArticleBuilder builder(filling(i), u"%1.txt"_s.arg(i));
            QVERIFY(add(builder.article()).sameText.isNull());
        }
        QVERIFY(now()->kinships().empty());
    }

    void the_likeness_that_counts_is_kept_in_the_file()
    {
        add(firstDepot());
        ArticleBuilder half(u"“%1,” said Nora Blum. %2"_s.arg(keeper, filling(1).first(260) + filling(9).first(240)), u"half.txt"_s);
        add(half.article());
        QCOMPARE(now()->kinships().size(), 1u);
        const double likeness = now()->kinships().front().likeness;
        QVERIFY2(likeness > 0.45 && likeness < 0.75, qPrintable(QString::number(likeness)));
        QVERIFY(m_project->setSameTextFrom(likeness + 0.01));
        QVERIFY(now()->syndicationGroup({1}).empty());
        m_project.reset();
        m_project = *Project::open(m_path, test::fixedClock());
        QCOMPARE(now()->sameTextFrom(), likeness + 0.01);
        QVERIFY(m_project->setSameTextFrom(likeness));
        QCOMPARE(now()->syndicationGroup({1}).size(), 2u);
        QVERIFY(m_project->setSameTextFrom(0));
        QCOMPARE(now()->sameTextFrom(), leastLikeness);
    }

    void the_same_text_from_the_same_address_is_a_duplicate()
    {
        const Added first = add(firstDepot());
        NewArticle again = firstDepot();
        again.original += "\n<!-- printed anew -->";
        const Added second = add(again);
        QCOMPARE(second.state, AddState::Duplicate);
        QCOMPARE(second.article, first.article);
    }

    void the_same_text_in_another_outlet_is_an_article_of_its_own()
    {
        const Added first = add(firstDepot());
        ArticleBuilder wire = depot(firstDepot().document.text, u"post.txt"_s);
        wire.outlet(u"Evening Post"_s).quotation(keeper, wire.agent(u"Nora Blum"_s));
        NewArticle post = wire.article();
        post.original.prepend("Outlet: Evening Post\n\n");
        const Added second = add(post);
        QCOMPARE(second.state, AddState::Imported);
        QCOMPARE(second.sameText, first.article);
        QCOMPARE(second.likeness, 1.0);
        QCOMPARE(now()->syndicationGroup(first.article).size(), 2u);
        QCOMPARE(independentTexts(*now(), std::vector{first.article, second.article}), 1);
        // Each comes once: the same file again, and a copy that does not say where it is from.
        NewArticle again = post;
        again.original += "\n";
        QCOMPARE(add(again).article, second.article);
        again.document.outlet = {};
        again.original += "\n";
        QCOMPARE(add(again).article, first.article);
        QCOMPARE(now()->articles().size(), 2u);
        // Undone and removed it leaves the other as it was.
        QVERIFY(m_project->removeItems({second.article}, u"Remove"_s));
        QCOMPARE(m_project->articleText(first.article).value(), firstDepot().document.text);
        QVERIFY(m_project->undo());
        QCOMPARE(now()->syndicationGroup(first.article).size(), 2u);
    }

    void few_words_are_one_text_too_where_they_are_the_very_same()
    {
        ArticleBuilder here(u"The pier is shut."_s, u"here.txt"_s);
        here.outlet(u"The Lantern"_s);
        ArticleBuilder there(u"The pier is shut."_s, u"there.txt"_s);
        there.outlet(u"Evening Post"_s);
        NewArticle post = there.article();
        post.original.prepend("Outlet: Evening Post\n\n");
        const Added first = add(here.article());
        const Added second = add(post);
        QCOMPARE(second.sameText, first.article);
        QCOMPARE(now()->syndicationGroup(first.article).size(), 2u);
    }

    void however_many_print_a_text_they_are_one_group()
    {
        constexpr int outlets = 40;
        for (int i = 0; i < outlets; ++i) {
            NewArticle copy = firstDepot();
            copy.document.url = {};
            copy.document.outlet.value = u"Outlet Number %1"_s.arg(i);
            copy.original += "\n" + QByteArray::number(i);
            QCOMPARE(add(copy).state, AddState::Imported);
        }
        QCOMPARE(now()->syndicationGroup({1}).size(), size_t(outlets));
    }

    void pasted_words_with_an_outlet_typed_beside_them_are_that_outlets()
    {
        NewArticle pasted = depot(filling(3), u"Pasted"_s).article();
        pasted.document.outlet = {u"The Lantern"_s, Basis::User};
        const Added first = add(pasted);
        QCOMPARE(add(pasted).state, AddState::Duplicate);
        pasted.document.outlet = {u"Evening Post"_s, Basis::User};
        const Added second = add(pasted);
        QCOMPARE(second.state, AddState::Imported);
        QCOMPARE(second.sameText, first.article);
    }

    void what_somebody_mended_does_not_make_the_same_bytes_another_article()
    {
        const Added first = add(firstDepot());
        QVERIFY(m_project->setArticleField(first.article, u"outlet"_s, u"Lantern Weekend"_s));
        QVERIFY(m_project->setArticleField(first.article, u"title"_s, u"The depot is shut"_s));
        QCOMPARE(add(firstDepot()).article, first.article);
    }

    void what_somebody_mended_does_not_make_the_same_text_another_article()
    {
        const auto copy = [](const QByteArray &end) {
            NewArticle article = firstDepot();
            article.document.url = {};
            article.original += end;
            return article;
        };
        const Added first = add(copy("1"));
        QVERIFY(m_project->setArticleField(first.article, u"title"_s, u"The depot is shut"_s));
        QCOMPARE(add(copy("2")).article, first.article);
        // What is typed beside the words, and another outlet than the one typed for the first, still tell them apart.
        NewArticle typed = copy("3");
        typed.document.title = {u"Depot shut for good"_s, Basis::User};
        QCOMPARE(add(typed).state, AddState::Imported);
        NewArticle nameless = copy("4");
        nameless.document.text += u" And so on."_s;
        nameless.document.outlet = {};
        const Added paper = add(nameless);
        QVERIFY(m_project->setArticleField(paper.article, u"outlet"_s, u"The Lantern"_s));
        nameless.original += "5";
        QCOMPARE(add(nameless).article, paper.article);
        nameless.document.outlet = {u"Evening Post"_s, Basis::Header};
        nameless.original += "6";
        QCOMPARE(add(nameless).state, AddState::Imported);
    }

    void one_text_under_many_headlines_is_told_apart_by_what_the_project_holds_now()
    {
        const auto copy = [](int headline, int bytes) {
            NewArticle article = firstDepot();
            article.document.url = {};
            article.document.title.value = u"Headline %1"_s.arg(headline);
            article.original += QByteArray::number(bytes);
            return article;
        };
        std::vector<NewArticle> copies;
        for (int i = 0; i < 60; ++i)
            copies.push_back(copy(i % 30, i));
        const auto added = m_project->addArticles(copies);
        for (size_t i = 0; i < added.size(); ++i) {
            QVERIFY(added[i]);
            QCOMPARE(added[i]->state, i < 30 ? AddState::Imported : AddState::Duplicate);
            QCOMPARE(added[i]->article, added[i % 30]->article);
        }
        QVERIFY(m_project->removeItems({added[7]->article}, u"Remove"_s));
        QCOMPARE(add(copy(8, 100)).article, added[8]->article);
        const Added anew = add(copy(7, 101));
        QCOMPARE(anew.state, AddState::Imported);
        QCOMPARE(add(copy(7, 102)).article, anew.article);
        QVERIFY(m_project->undo()); // the capture
        QVERIFY(m_project->undo()); // the article made anew
        QCOMPARE(add(copy(7, 103)).state, AddState::Imported);
        m_project.reset();
        auto opened = Project::open(m_path, test::fixedClock());
        QVERIFY(opened);
        m_project = std::move(*opened);
        QCOMPARE(add(copy(29, 104)).article, added[29]->article);
        NewArticle silent = copy(0, 105);
        silent.document.title = {};
        QCOMPARE(add(silent).article, added[0]->article);
    }

    void what_older_files_lack_is_made_at_the_next_import()
    {
        const Added first = add(firstDepot());
        m_project.reset();
        {
            Connection connection(QFile::encodeName(m_path), Connection::Access::Write);
            connection.execute("DELETE FROM source_sketch");
        }
        m_project = *Project::open(m_path, test::fixedClock());
        QCOMPARE(add(reprint()).sameText, first.article);
        QCOMPARE(test::ask(m_path, u"SELECT count(*) FROM source_sketch"_s), u"2"_s);
    }

    void articles_stored_together_answer_each_for_itself()
    {
        std::vector<NewArticle> articles{firstDepot(), reprint(), firstDepot(), secondDepot()};
        NewArticle blank;
        blank.document.text = u"  \n"_s;
        blank.original = "  \n";
        articles.insert(articles.begin() + 1, blank);
        const auto answers = m_project->addArticles(articles);
        QCOMPARE(answers.size(), 5u);
        QCOMPARE(answers[0]->state, AddState::Imported);
        QCOMPARE(answers[1].error().fault, Fault::Empty);
        QCOMPARE(answers[2]->sameText, answers[0]->article);
        QCOMPARE(answers[3]->state, AddState::Duplicate);
        QCOMPARE(answers[4]->state, AddState::Version);
        QCOMPARE(now()->articles().size(), 3u);
        QCOMPARE(m_project->history()->size(), 1u); // what is stored together is one change set
        QCOMPARE(m_project->undoName(), u"Import 3 Articles"_s);
    }

    void what_is_stored_does_not_depend_on_what_it_is_stored_with()
    {
        NewArticle broken = secondDepot(); // refused when its people are stored already
        broken.document.text.prepend(u"Vela spoke. "_s);
        broken.document.url = {};
        broken.original.prepend("Vela spoke. ");
        broken.extraction.agents.push_back({u"Vela"_s, AgentType::Organisation, {u"Vela"_s}, {{0, 4}}, {}, -1});
        broken.extraction.quotations.push_back({});
        broken.extraction.quotations.back().content = {5, 100'000};
        NewArticle after = reprint();
        after.document.text.prepend(u"Vela again. "_s);
        after.original.prepend("Vela again. ");
        after.extraction = {};
        after.extraction.agents.push_back({u"Vela"_s, AgentType::Organisation, {u"Vela"_s}, {{0, 4}}, {}, -1});
        const std::vector<NewArticle> articles{firstDepot(), broken, after};

        const auto answers = m_project->addArticles(articles);
        QVERIFY(answers[0] && answers[2]);
        QCOMPARE(answers[1].error().fault, Fault::BadInput);
        const QString other = m_folder.filePath(u"one by one.onrecord"_s);
        auto single = Project::create(other, test::fixedClock());
        QVERIFY(single);
        for (const NewArticle &article : articles)
            (void)(*single)->addArticle(article);
        for (const QString &rows : {u"SELECT count(*) FROM agent WHERE name = 'Vela'"_s, u"SELECT group_concat(id || name) FROM agent"_s,
                                    u"SELECT group_concat(id || name || agent_id) FROM agent_name"_s, u"SELECT group_concat(id || agent_id) FROM mention"_s,
                                    u"SELECT group_concat(id || article_id) FROM capture"_s})
            QCOMPARE(test::ask(m_path, rows), test::ask(other, rows));
        QCOMPARE(test::ask(m_path, u"SELECT count(*) FROM agent WHERE name = 'Vela'"_s), u"1"_s);
        QVERIFY(m_project->check()->ok);
        QVERIFY(m_project->undo());
        QCOMPARE(test::ask(m_path, u"SELECT count(*) FROM agent"_s), u"0"_s);
        QVERIFY(m_project->redo());
        QVERIFY(m_project->check()->ok);
    }
};

QTEST_GUILESS_MAIN(TestKin)
#include "tst_kin.moc"
