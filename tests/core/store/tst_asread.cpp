// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

/// A copy of an article whose outlet somebody mended since: what stood in its file tells whether it is the article once more.
class TestAsRead : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Project> m_project;
    int m_next = 0;
    int m_bytes = 0;

    SnapshotPtr now() const { return *m_project->snapshot(); }

    /// The same words in a file of other bytes, which says this of its outlet.
    Added add(const QString &outlet, Basis basis = Basis::Header, const QString &words = u"The pier is shut until the ice has gone."_s)
    {
        test::ArticleBuilder builder(words, u"pier%1.txt"_s.arg(++m_bytes));
        builder.title(u"Pier shut"_s);
        NewArticle article = builder.article();
        article.document.outlet = {outlet, outlet.isEmpty() ? Basis::None : basis};
        article.original += QByteArray::number(m_bytes);
        const auto added = m_project->addArticle(article);
        if (!added)
            qFatal("%s", qPrintable(added.error().detail));
        return *added;
    }

    void mend(ArticleId article, const QString &outlet) { QVERIFY(m_project->setArticleField(article, u"outlet"_s, outlet)); }

private Q_SLOTS:
    void init()
    {
        auto made = Project::create(m_folder.filePath(u"%1.onrecord"_s.arg(++m_next)), std::make_shared<SystemClock>());
        QVERIFY(made);
        m_project = std::move(*made);
    }

    void a_copy_of_an_article_with_a_mended_outlet_is_that_article()
    {
        const ArticleId first = add(u"Evning Post"_s).article;
        mend(first, u"Evening Post"_s);
        QCOMPARE(add(u"Evning Post"_s).article, first);
        QCOMPARE(add(u"Evening Post"_s).article, first);
        QCOMPARE(add(u"Harbour Herald"_s).state, AddState::Imported);
        QCOMPARE(now()->articles().size(), 2u);
    }

    void it_is_so_after_several_mendings_and_in_a_file_opened_anew()
    {
        const ArticleId first = add(u"Evning Post"_s).article;
        mend(first, u"Evening Pst"_s);
        mend(first, u"Evening Post"_s);
        const QString path = m_project->path();
        m_project.reset();
        m_project = std::move(*Project::open(path, std::make_shared<SystemClock>()));
        QCOMPARE(add(u"Evning Post"_s).article, first);
        QCOMPARE(add(u"Evening Pst"_s).state, AddState::Imported); // what was typed in between never stood in a file
    }

    void many_mended_at_once_are_known_each_by_its_own()
    {
        const QString other = u"The ferry runs again since the thaw began in earnest."_s;
        const ArticleId pier = add(u"Evning Post"_s).article;
        const ArticleId ferry = add(u"Harbor Herold"_s, Basis::Metadata, other).article;
        QVERIFY(m_project->setArticleField({pier, ferry}, u"outlet"_s, u"The Lantern"_s));
        QCOMPARE(add(u"Evning Post"_s).article, pier);
        QCOMPARE(add(u"Harbor Herold"_s, Basis::Header, other).article, ferry);
        QCOMPARE(add(u"Harbor Herold"_s).state, AddState::Imported);
    }

    void an_outlet_confirmed_first_and_mended_then_is_known()
    {
        const ArticleId first = add(u"Evning Post"_s).article;
        mend(first, u"Evning Post"_s);
        QCOMPARE(now()->article(first)->outletBasis, Basis::User);
        mend(first, u"Evening Post"_s);
        QCOMPARE(add(u"Evning Post"_s).article, first);
    }

    void an_outlet_taken_away_is_known()
    {
        const ArticleId first = add(u"Evning Post"_s).article;
        mend(first, {});
        QCOMPARE(add(u"Evning Post"_s).article, first);
    }

    void an_outlet_that_other_articles_have_is_known()
    {
        const ArticleId first = add(u"Evning Post"_s).article;
        const ArticleId other = add(u"Evning Post"_s, Basis::Header, u"The ferry runs again since the thaw began in earnest."_s).article;
        mend(first, u"Evening Post"_s);
        QCOMPARE(add(u"Evning Post"_s).article, first);
        mend(other, u"Evening Post"_s); // and now nobody has it any more
        QCOMPARE(add(u"Evning Post"_s).article, first);
    }

    void a_number_taken_over_by_another_outlet_is_not_believed()
    {
        const ArticleId first = add(u"Evening Post"_s).article;
        add(u"Evning Post"_s, Basis::Header, u"The ferry runs again since the thaw began in earnest."_s);
        const ArticleId third = add(u"Evning Post"_s).article;
        QVERIFY(third != first);
        mend(third, u"Evening Post"_s);
        QVERIFY(m_project->removeItems({now()->articles().at(1).id}, u"Remove"_s)); // its outlet goes with it
        const QString path = m_project->path();
        m_project.reset();
        QTest::qSleep(2); // another millisecond than that of the mending
        m_project = std::move(*Project::open(path, std::make_shared<SystemClock>()));
        add(u"Harbour Herald"_s, Basis::Header, u"Nobody has seen the lamp since the storm took it."_s);
        QCOMPARE(test::ask(path, u"SELECT count(*) FROM outlet WHERE name = 'Harbour Herald' AND id = 2"_s), u"1"_s);
        QCOMPARE(add(u"Harbour Herald"_s).state, AddState::Imported);
    }

    void what_was_typed_at_import_or_set_where_nothing_stood_still_tells_apart()
    {
        const ArticleId typed = add(u"The Lantern"_s, Basis::User).article;
        mend(typed, u"Lantern Weekend"_s);
        const Added said = add(u"The Lantern"_s);
        QCOMPARE(said.state, AddState::Imported);
        const QString words = u"The ferry runs again since the thaw began in earnest."_s;
        const ArticleId nameless = add({}, Basis::None, words).article;
        mend(nameless, u"The Lantern"_s);
        QCOMPARE(add({}, Basis::None, words).article, nameless);
        QCOMPARE(add(u"Evening Post"_s, Basis::Header, words).state, AddState::Imported);
    }

    void an_undone_mending_counts_no_more()
    {
        const ArticleId first = add(u"Evning Post"_s).article;
        mend(first, u"Evening Post"_s);
        QVERIFY(m_project->undo());
        QCOMPARE(add(u"Evning Post"_s).article, first);
        QCOMPARE(add(u"Evening Post"_s).state, AddState::Imported);
    }
};

QTEST_GUILESS_MAIN(TestAsRead)
#include "tst_asread.moc"
