// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/syndication.h"
#include "core/store/connection.h"
#include "core/store/project.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace onrecord;
using namespace onrecord::store;
using test::ArticleBuilder;
using namespace Qt::StringLiterals;

namespace {

const QString address = u"https://lantern.example/news/depot"_s;
const QString keeper = u"We lost the key on Monday and nobody dared to say so"_s;
const QString clerk = u"The lock was changed before the count began"_s;

/// Enough sentences of its own to be compared; each number another text.
QString filling(int number)
{
    QString text;
    for (int i = 0; i < 12; ++i)
        text += u"Crate %1 of shelf %2 went to hall %3 by noon. "_s.arg(number * 100 + i).arg(number * 7 + i * 3).arg(number * 13 + i * 5);
    return text;
}

ArticleBuilder depot(const QString &body, const QString &fileName)
{
    ArticleBuilder builder(body, fileName);
    builder.title(u"Depot shut"_s).outlet(u"The Lantern"_s);
    return builder;
}

NewArticle withAddress(NewArticle article, const QString &url = address)
{
    article.document.url = {url, Basis::Metadata};
    return article;
}

NewArticle firstDepot()
{
    ArticleBuilder builder = depot(u"“%1,” said Nora Blum. “%2,” said Otto Pell. %3"_s.arg(keeper, clerk, filling(1)), u"depot1.html"_s);
    const int nora = builder.agent(u"Nora Blum"_s);
    const int otto = builder.agent(u"Otto Pell"_s);
    builder.quotation(keeper, nora).quotation(clerk, otto);
    return withAddress(builder.article());
}

/// The same address a day later: one quotation unchanged and moved, the other reworded.
NewArticle secondDepot()
{
    ArticleBuilder builder = depot(u"Corrected. %3 “%1,” said Nora Blum. Otto Pell said that the lock had been changed before the count was done."_s.arg(keeper, filling(1)), u"depot2.html"_s);
    const int nora = builder.agent(u"Nora Blum"_s);
    builder.quotation(keeper, nora);
    return withAddress(builder.article(), address + u"/?utm_source=letter"_s);
}

NewArticle reprint()
{
    ArticleBuilder builder(u"From our agency. “%1,” said Nora Blum. “%2,” said Otto Pell. %3"_s.arg(keeper, clerk, filling(1)), u"reprint.txt"_s);
    builder.title(u"Key lost"_s).outlet(u"Evening Post"_s);
    return builder.article();
}

} // namespace

class TestKin : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Project> m_project;
    int m_next = 0;

    SnapshotPtr now() const { return *m_project->snapshot(); }

    Added add(const NewArticle &article)
    {
        const auto added = m_project->addArticle(article);
        if (!added)
            qFatal("%s", qPrintable(added.error().detail));
        return *added;
    }

    void accept(const QString &words)
    {
        const SnapshotPtr record = now();
        for (const Quotation &row : record->quotations()) {
            if (row.content.exact == words)
                QVERIFY(m_project->setStatus({row.id}, Status::Accepted));
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

    void cleanup()
    {
        const auto report = m_project->check();
        QVERIFY(report && report->ok);
        m_project.reset();
    }

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

    void another_text_from_the_same_address_is_a_version()
    {
        const Added first = add(firstDepot());
        const Added second = add(secondDepot());
        QCOMPARE(second.state, AddState::Version);
        QCOMPARE(second.earlier, first.article);
        QCOMPARE(second.carried, 0); // nobody had decided on anything
        QCOMPARE(second.lost, 0);
        QVERIFY(second.sameText.isNull()); // its own earlier version is no reprint
        QCOMPARE(now()->articles().size(), 2u);
        QCOMPARE(now()->kinships().size(), 1u);
        QCOMPARE(now()->kinships().front().kind, Kin::Version);
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

    void another_headline_at_the_same_address_is_a_version()
    {
        const Added first = add(firstDepot());
        NewArticle renamed = firstDepot();
        renamed.document.title.value = u"Depot shut, key lost"_s;
        renamed.original += "\n";
        const Added second = add(renamed);
        QCOMPARE(second.state, AddState::Version);
        QCOMPARE(second.earlier, first.article);
        QVERIFY(second.sameText.isNull());
        QCOMPARE(add(renamed).article, second.article);
    }

    void decisions_go_with_unchanged_words_and_the_rest_is_lost()
    {
        const Added first = add(firstDepot());
        accept(keeper);
        accept(clerk);
        const Added second = add(secondDepot());
        QCOMPARE(second.carried, 1);
        QCOMPARE(second.lost, 1);
        const SnapshotPtr record = now();
        QCOMPARE(record->carries().size(), 2u);
        for (const Carry &carry : record->carries()) {
            const Quotation &old = *record->quotation(carry.quotation);
            QCOMPARE(old.article, first.article);
            QCOMPARE(old.status, Status::Accepted); // the earlier version stays as it was
            if (old.content.exact == keeper) {
                QCOMPARE(carry.status, Status::Accepted);
                const Quotation &carried = *record->quotation(carry.to);
                QCOMPARE(carried.article, second.article);
                QCOMPARE(carried.content.exact, keeper);
                QCOMPARE(carried.status, Status::Accepted);
                QCOMPARE(carried.speaker, old.speaker);
            } else {
                QCOMPARE(carry.status, Status::Suggested);
                QVERIFY(carry.to.isNull());
                const QString text = *m_project->articleText(second.article);
                QVERIFY(!carry.guess.isEmpty());
                QVERIFY(text.sliced(carry.guess.start, carry.guess.length()).contains(u"changed before the count"_s));
            }
        }
    }

    void a_quotation_marked_by_hand_is_made_again()
    {
        const Added first = add(firstDepot());
        const QString text = *m_project->articleText(first.article);
        const auto at = static_cast<qint32>(text.indexOf(u"went to hall"_s));
        QVERIFY(m_project->addQuotation(first.article, {at - 21, at + 12}, Kind::Fragment, {}));
        const QString words = now()->quotations().back().content.exact;
        const Added second = add(secondDepot());
        QCOMPARE(second.carried, 1);
        const Carry carry = now()->carries().front();
        QCOMPARE(now()->quotation(carry.to)->content.exact, words);
        QCOMPARE(now()->quotation(carry.to)->kind, Kind::Fragment);
    }

    void a_lost_quotation_is_attached_by_hand_or_said_to_be_gone()
    {
        add(firstDepot());
        accept(clerk);
        const Added second = add(secondDepot());
        const Carry lost = now()->carries().front();
        QVERIFY(m_project->attachCarried(lost.id, lost.guess));
        const Carry attached = now()->carries().front();
        QCOMPARE(attached.status, Status::Edited);
        const Quotation &there = *now()->quotation(attached.to);
        QCOMPARE(there.article, second.article);
        QCOMPARE(there.content.span, lost.guess);
        QCOMPARE(there.speaker, now()->quotation(lost.quotation)->speaker);
        QVERIFY(m_project->undo());
        QCOMPARE(now()->carries().front(), lost);
        QVERIFY(m_project->dismissCarried(lost.id));
        QCOMPARE(now()->carries().front().status, Status::Rejected);
        QVERIFY(now()->carries().front().to.isNull());
        QCOMPARE(m_project->attachCarried(lost.id, {0, 100000}).error().fault, Fault::BadInput);
        QCOMPARE(m_project->attachCarried(CarryId{99}, {0, 5}).error().fault, Fault::NotFound);
    }

    void a_rejected_suggestion_is_not_suggested_again()
    {
        add(firstDepot());
        const SnapshotPtr before = now();
        for (const Quotation &row : before->quotations())
            QVERIFY(m_project->setStatus({row.id}, Status::Rejected));
        const Added second = add(secondDepot());
        QVERIFY(now()->carries().empty());
        for (const QuotationId id : now()->quotationsIn(second.article))
            QCOMPARE(now()->quotation(id)->status, Status::Rejected);
    }

    void a_version_is_one_step_of_undo()
    {
        add(firstDepot());
        accept(keeper);
        add(secondDepot());
        QVERIFY(m_project->undo());
        QVERIFY(now()->kinships().empty());
        QVERIFY(now()->carries().empty());
        QCOMPARE(now()->articles().size(), 1u);
        QVERIFY(m_project->redo());
        QCOMPARE(now()->carries().size(), 1u);
    }

    void a_removed_version_leaves_the_others_in_a_row()
    {
        const Added first = add(firstDepot());
        const Added second = add(secondDepot());
        ArticleBuilder builder = depot(u"Corrected twice. “%1,” said Nora Blum. %2"_s.arg(keeper, filling(1)), u"depot3.html"_s);
        const Added third = add(withAddress(builder.article()));
        QCOMPARE(third.earlier, second.article);
        QVERIFY(m_project->removeItems({second.article}, u"Remove Article"_s));
        const auto &kinships = now()->kinships();
        QCOMPARE(kinships.size(), 1u);
        QCOMPARE(kinships.front().article, third.article);
        QCOMPARE(kinships.front().earlier, first.article);
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
