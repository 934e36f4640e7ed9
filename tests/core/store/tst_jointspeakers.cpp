// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/misattribution.h"
#include "core/record/speakers.h"
#include "core/store/project.h"
#include "core/store/verify.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;
using match::Verdict;

/// Words that several say together belong to each of them: in the record, in a check, through merging and removal, and back by undo.
class TestJointSpeakers : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;
    std::unique_ptr<store::Project> m_project;

    SnapshotPtr now() const { return *m_project->snapshot(); }

    AgentId named(const QString &name) const
    {
        const SnapshotPtr record = now();
        const auto it = std::ranges::find(record->agents(), name, &Agent::name);
        return it == record->agents().end() ? AgentId() : it->id;
    }

    QString speakers() const
    {
        const SnapshotPtr record = now();
        return namesOf(*record, speakersOf(record->quotations().front()));
    }

    struct Said {
        QString words;
        QStringList by;
        QString cue = u"said"_s;
    };
    /// Takes in a text in which somebody, or several together, say these words. `silent` is named in it and says nothing.
    void add(const QString &text, const std::vector<Said> &all, const QString &silent = {})
    {
        test::ArticleBuilder article(text, u"%1.txt"_s.arg(++m_next));
        QStringList names;
        for (const Said &said : all) {
            for (const QString &name : said.by) {
                if (!names.contains(name))
                    names.append(name);
            }
        }
        for (const QString &name : std::as_const(names))
            article.agent(name);
        if (!silent.isEmpty())
            article.agent(silent);
        const auto indexOf = [&names](const QString &name) { return static_cast<int>(names.indexOf(name)); };
        for (const Said &said : all)
            article.quotation(said.words, indexOf(said.by.front()), Kind::Statement, said.cue);
        store::NewArticle whole = article.article();
        for (size_t i = 0; i < all.size(); ++i) {
            for (const QString &name : all[i].by.mid(1))
                whole.extraction.quotations[i].alsoSpeakers.push_back(indexOf(name));
        }
        QVERIFY(m_project->addArticle(whole));
    }

    template<class Change>
    void step(Change change, const QString &wanted)
    {
        const QStringList before = test::dump(m_project->path());
        QVERIFY(change());
        QCOMPARE(speakers(), wanted);
        const auto report = m_project->check();
        QVERIFY(report && report->ok);
        QVERIFY(m_project->undo());
        QCOMPARE(test::dump(m_project->path()), before);
        QVERIFY(m_project->redo());
        QCOMPARE(speakers(), wanted);
    }

private Q_SLOTS:
    void init()
    {
        auto made = store::Project::create(m_folder.filePath(u"joint%1.onrecord"_s.arg(++m_next)), test::fixedClock());
        QVERIFY(made);
        m_project = std::move(*made);
        add(u"“The pump is old and it leaks,” Ana Ruiz, Tom Hale and Ida Lind said. Vera Quint left."_s,
            {{u"The pump is old and it leaks,"_s, {u"Ana Ruiz"_s, u"Tom Hale"_s, u"Ida Lind"_s}}}, u"Vera Quint"_s);
        QCOMPARE(speakers(), u"Ana Ruiz, Tom Hale, Ida Lind"_s);
    }

    void each_of_them_said_it()
    {
        const SnapshotPtr record = now();
        for (const QString &name : {u"Ana Ruiz"_s, u"Tom Hale"_s, u"Ida Lind"_s}) {
            QCOMPARE(record->quotationsBy(named(name)).size(), size_t(1));
            const auto answer = store::verify(*m_project, u"The pump is old and it leaks"_s, name);
            QVERIFY(answer);
            QCOMPARE(answer->verdict, Verdict::Verbatim);
            QCOMPARE(record->agent(answer->hits.front().speaker)->name, name);
            QCOMPARE(answer->hits.front().alsoSpeakers.size(), size_t(2));
        }
        QCOMPARE(store::verify(*m_project, u"The pump is old and it leaks"_s, u"Vera Quint"_s)->verdict, Verdict::VerbatimOtherSpeaker);
    }

    void one_of_them_alone_is_no_other_speaker()
    {
        add(u"“The pump is old and it leaks,” Tom Hale said on the radio."_s, {{u"The pump is old and it leaks,"_s, {u"Tom Hale"_s}}});
        QVERIFY(match::misattributions(*now()).empty());
        add(u"“The pump is old and it leaks,” Vera Quint said at noon."_s, {{u"The pump is old and it leaks,"_s, {u"Vera Quint"_s}}});
        QVERIFY(!match::misattributions(*now()).empty());
    }

    void a_part_of_the_name_is_enough()
    {
        add(u"“We have never seen a night as dark,” Moss and Kerr said."_s, {{u"We have never seen a night as dark,"_s, {u"Moss"_s, u"Kerr"_s}}});
        for (const QString &name : {u"Ida Moss"_s, u"Tom Kerr"_s, u"Kerr"_s})
            QCOMPARE(store::verify(*m_project, u"We have never seen a night as dark"_s, name)->verdict, Verdict::Verbatim);
    }

    void what_one_goes_on_with_alone_is_not_the_others()
    {
        add(u"“The lamp at the depot went out at nine,” Ana Ruiz and Tom Hale said on Monday, “and nobody came to mend it,” Ruiz said."_s,
            {{u"The lamp at the depot went out at nine,"_s, {u"Ana Ruiz"_s, u"Tom Hale"_s}}, {u"and nobody came to mend it,"_s, {u"Ana Ruiz"_s}}});
        const QString both = u"The lamp at the depot went out at nine and nobody came to mend it"_s;
        const auto answer = store::verify(*m_project, both, u"Tom Hale"_s);
        QVERIFY(answer);
        QVERIFY(answer->verdict != Verdict::Verbatim);
        const auto hers = store::verify(*m_project, both, u"Ana Ruiz"_s);
        QVERIFY(hers && !hers->hits.empty());
        QVERIFY(hers->hits.front().speakerAgrees);
    }

    void the_same_words_are_one_utterance_whoever_is_named_first()
    {
        add(u"“The pump is old and it leaks,” Ida Lind said on the radio."_s, {{u"The pump is old and it leaks,"_s, {u"Ida Lind"_s}}});
        const SnapshotPtr record = now();
        QVERIFY(record->quotations().front().utterance);
        QCOMPARE(record->quotations().front().utterance, record->quotations().back().utterance);
    }

    void merging_names_nobody_twice()
    {
        step([&] { return m_project->mergeAgents(named(u"Ida Lind"_s), {named(u"Tom Hale"_s)}).has_value(); }, u"Ana Ruiz, Ida Lind"_s);
        step([&] { return m_project->mergeAgents(named(u"Ida Lind"_s), {named(u"Ana Ruiz"_s)}).has_value(); }, u"Ida Lind"_s);
    }

    void who_goes_leaves_the_words_to_the_others()
    {
        step([&] { return m_project->removeItems({named(u"Ana Ruiz"_s)}, u"Remove"_s).has_value(); }, u"Tom Hale, Ida Lind"_s);
        step([&] { return m_project->removeItems({named(u"Ida Lind"_s)}, u"Remove"_s).has_value(); }, u"Tom Hale"_s);
    }

    void words_within_their_own_words_are_not_somebody_elses()
    {
        add(u"“We told them ‘the sluice must be shut at once’ and they laughed,” Ana Ruiz and Tom Hale said."_s,
            {{u"We told them ‘the sluice must be shut at once’ and they laughed,"_s, {u"Ana Ruiz"_s, u"Tom Hale"_s}},
             {u"the sluice must be shut at once"_s, {u"Tom Hale"_s}, u"told"_s}});
        const auto answer = store::verify(*m_project, u"the sluice must be shut at once"_s, u"Tom Hale"_s);
        QVERIFY(answer && !answer->hits.empty());
        QVERIFY(answer->hits.front().carrier.isNull());
    }

    void their_words_are_found_under_each_name()
    {
        const QuotationId id = now()->quotations().front().id;
        for (const QString &name : {u"ruiz"_s, u"hale"_s, u"lind"_s}) {
            const auto answer = m_project->search(u"speaker:%1 in:quotations pump"_s.arg(name));
            QVERIFY(answer);
            QCOMPARE(answer->hits.size(), size_t(1));
            QCOMPARE(answer->hits.front().item, ItemId(id));
        }
        QVERIFY(m_project->search(u"speaker:quint in:quotations"_s)->hits.empty());
    }

    void with_the_article_they_go_and_come_back()
    {
        add(u"Vera Quint spoke of the gates. “They leak,” she said."_s, {{u"They leak,"_s, {u"Vera Quint"_s}}});
        const QStringList before = test::dump(m_project->path());
        QVERIFY(m_project->removeItems({now()->articles().front().id}, u"Remove"_s));
        QVERIFY(!named(u"Ana Ruiz"_s) && !named(u"Tom Hale"_s) && !named(u"Ida Lind"_s)); // who stands nowhere else goes too
        QCOMPARE(test::ask(m_project->path(), u"SELECT count(*) FROM joint_speaker"_s), u"0"_s);
        const auto report = m_project->check();
        QVERIFY(report && report->ok);
        QVERIFY(m_project->undo());
        QCOMPARE(test::dump(m_project->path()), before);
        QCOMPARE(speakers(), u"Ana Ruiz, Tom Hale, Ida Lind"_s);
    }

    void one_more_is_added_by_hand_and_one_is_taken_away()
    {
        const QuotationId id = now()->quotations().front().id;
        const auto add = [&](const QString &name) { return [=, this] { return m_project->addSpeaker(id, named(name)).has_value(); }; };
        const auto remove = [&](const QString &name) { return [=, this] { return m_project->removeSpeaker(id, named(name)).has_value(); }; };
        step(add(u"Vera Quint"_s), u"Ana Ruiz, Tom Hale, Ida Lind, Vera Quint"_s);
        QCOMPARE(now()->quotation(id)->status, Status::Edited);
        QCOMPARE(m_project->undoName(), u"Add Speaker “Vera Quint”"_s);
        const QStringList before = test::dump(m_project->path());
        QVERIFY(m_project->addSpeaker(id, named(u"Tom Hale"_s))); // says it already
        QCOMPARE(test::dump(m_project->path()), before);
        step(remove(u"Tom Hale"_s), u"Ana Ruiz, Ida Lind, Vera Quint"_s);
        step(remove(u"Ana Ruiz"_s), u"Ida Lind, Vera Quint"_s); // the next one is the speaker
        QCOMPARE(m_project->removeSpeaker(id, named(u"Tom Hale"_s)).error().fault, Fault::NotFound);
        QCOMPARE(m_project->addSpeaker(id, AgentId{99}).error().fault, Fault::NotFound);
        step(remove(u"Vera Quint"_s), u"Ida Lind"_s);
        step(remove(u"Ida Lind"_s), QString());
        step(add(u"Tom Hale"_s), u"Tom Hale"_s);
    }

    void somebody_named_by_hand_says_it_alone()
    {
        const QuotationId id = now()->quotations().front().id;
        step([&] { return m_project->setSpeaker(id, named(u"Vera Quint"_s)).has_value(); }, u"Vera Quint"_s);
    }
};

QTEST_GUILESS_MAIN(TestJointSpeakers)
#include "tst_jointspeakers.moc"
