// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "tests/core/store/samplearticles.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;
using match::Verdict;

namespace {

QString nameOf(const SnapshotPtr &record, AgentId id)
{
    const Agent *agent = record->agent(id);
    return agent ? agent->name : QString();
}

} // namespace

/// Whose words they are: one utterance in two pieces, somebody quoted by somebody, parts of two speakers, a report without marks.
class TestVerifySpeech : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<store::Project> m_project;

    void add(const QString &text, const QString &speaker, const QStringList &quotations, const QString &cue = u"said"_s)
    {
        test::ArticleBuilder article(text, u"%1 %2.txt"_s.arg(speaker).arg(text.size()));
        const int by = article.agent(speaker);
        for (const QString &words : quotations)
            article.quotation(words, by, Kind::Statement, cue);
        QVERIFY(m_project->addArticle(article.article()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto made = store::Project::create(m_folder.filePath(u"speech.onrecord"_s), test::fixedClock());
        QVERIFY(made);
        m_project = std::move(*made);
        add(u"“The pump is old,” Ana Ruiz said, “and it leaks every single night.” The room was full."_s, u"Ana Ruiz"_s, {u"The pump is old,"_s, u"and it leaks every single night."_s});
        add(u"“The water will rise by two metres,” Emil Kraus said, “unless the gates at Norrby are opened.”"_s, u"Emil Kraus"_s,
            {u"The water will rise by two metres,"_s, u"unless the gates at Norrby are opened."_s});
        add(u"“Nobody paid for the tram,” Ida Moor said. “The city paid for the boats.”"_s, u"Ida Moor"_s, {u"Nobody paid for the tram,"_s, u"The city paid for the boats."_s});
        add(u"“The organ is out of tune,” Per Lind said. Months went by. “The choir sings anyway.”"_s, u"Per Lind"_s, {u"The organ is out of tune,"_s, u"The choir sings anyway."_s});
        add(u"„Die Schleuse ist seit Jahren undicht“, sagte Hanna Vogt, „und der Kanal läuft leer.“"_s, u"Hanna Vogt"_s, {u"Die Schleuse ist seit Jahren undicht"_s, u"und der Kanal läuft leer."_s},
            u"sagte"_s);
        add(u"Tom Hale came late. “Hale told me ‘we will close the old shipyard in autumn’ and left,” said Lena Brandt."_s, u"Lena Brandt"_s,
            {u"Hale told me ‘we will close the old shipyard in autumn’ and left,"_s});
        add(u"“I told the board ‘the crane must be painted green this year’,” said Mira Osei."_s, u"Mira Osei"_s, {u"I told the board ‘the crane must be painted green this year’,"_s});
        add(u"“They built what they call ‘a palace of the people for ever’ there,” said Jon Vee."_s, u"Jon Vee"_s, {u"They built what they call ‘a palace of the people for ever’ there,"_s});
        addTwoSpeakers();
        addEntryWithin();
        addOwnWithin();
        addReport();
        addContraries();
        test::ArticleBuilder headed(u"The town has a new bridge, and it is long."_s, u"headed.md"_s);
        headed.title(u"Harbour bridge is finished at last, says Ruiz"_s);
        QVERIFY(m_project->addArticle(headed.article()));
    }

    /// Words within words, each an entry: the outer ones in two pieces around the cue.
    void addEntryWithin()
    {
        test::ArticleBuilder article(u"“Abel Finn wrote ‘no lock will ever be built at Orne’ to me,” Rosa Klee said, “and then he built one there.”"_s, u"within.txt"_s);
        const int rosa = article.agent(u"Rosa Klee"_s);
        article.quotation(u"Abel Finn wrote ‘no lock will ever be built at Orne’ to me,"_s, rosa, Kind::Statement, u"said"_s);
        article.quotation(u"no lock will ever be built at Orne"_s, article.agent(u"Abel Finn"_s), Kind::Statement, u"wrote"_s);
        article.quotation(u"and then he built one there."_s, rosa, Kind::Statement, u"said"_s);
        QVERIFY(m_project->addArticle(article.article()));
    }

    /// Entries within a speaker's words that name nobody: one taken down by hand, one in scare marks.
    void addOwnWithin()
    {
        test::ArticleBuilder article(u"Olga Brandt said: “The bell is cracked. Nobody paid for the towers. It is a ‘museum piece for all of us’ now.”"_s, u"own.txt"_s);
        const int olga = article.agent(u"Olga Brandt"_s);
        article.quotation(u"The bell is cracked. Nobody paid for the towers. It is a ‘museum piece for all of us’ now."_s, olga, Kind::Statement, u"said"_s);
        article.quotation(u"Nobody paid for the towers."_s);
        article.quotation(u"museum piece for all of us"_s, -1, Kind::Scare);
        QVERIFY(m_project->addArticle(article.article()));
    }

    void addTwoSpeakers()
    {
        const QString first = u"The ferry company owes the islanders a new pier."_s;
        const QString second = u"The islanders owe the company nothing at all."_s;
        test::ArticleBuilder article(u"Jonas Veld said: “%1” Petra Sommer said: “%2”"_s.arg(first, second), u"two.txt"_s);
        article.quotation(first, article.agent(u"Jonas Veld"_s), Kind::Statement, u"said"_s);
        article.quotation(second, article.agent(u"Petra Sommer"_s), Kind::Statement, u"said"_s);
        QVERIFY(m_project->addArticle(article.article()));
    }

    void addReport()
    {
        test::ArticleBuilder builder(u"According to Tom Hale, the mill will keep all two hundred workers through the winter."_s, u"report.txt"_s);
        builder.quotation(u"the mill will keep all two hundred workers through the winter"_s, builder.agent(u"Tom Hale"_s), Kind::Indirect, u"According"_s);
        store::NewArticle article = builder.article();
        article.extraction.quotations.back().directness = Directness::Indirect;
        QVERIFY(m_project->addArticle(article));
    }

    void addContraries()
    {
        int day = 1;
        for (const auto &[speaker, outlet, words] : {std::tuple(u"Mira Novak"_s, u"North Post"_s, u"The old lamp is safe for all ships."_s), std::tuple(u"Mira Novak"_s, u"South Post"_s, u"The old lamp is safe for all ships."_s),
                                                     std::tuple(u"Lee Park"_s, u"East Post"_s, u"The old lamp is not safe for all ships."_s)}) {
            test::ArticleBuilder article(u"%1 said in %2: “%3”"_s.arg(speaker, outlet, words), outlet + u".txt"_s);
            article.outlet(outlet).published(PartialDate::day(2031, 5, day++));
            article.quotation(words, article.agent(speaker), Kind::Statement, u"said"_s);
            QVERIFY(m_project->addArticle(article.article()));
        }
    }

    void whoseWordsTheyAre_data()
    {
        QTest::addColumn<QString>("quote");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("speaker");
        QTest::addColumn<QString>("says"); // in the explanation of the best hit
        const auto row = [](const char *name, const QString &quote, const QString &asked, Verdict verdict, const QString &speaker, const QString &says) {
            QTest::newRow(name) << quote << asked << verdict << speaker << says;
        };
        row("two pieces of one utterance", u"The pump is old, and it leaks every single night."_s, {}, Verdict::Verbatim, u"Ana Ruiz"_s, u"“Ana Ruiz said” interrupts"_s);
        row("one piece of it", u"It leaks every single night."_s, {}, Verdict::Verbatim, u"Ana Ruiz"_s, {});
        row("two pieces with a not", u"The pump is old, and it never leaks every single night."_s, {}, Verdict::Altered, u"Ana Ruiz"_s, u"never"_s);
        row("the piece without its condition", u"The water will rise by two metres."_s, {}, Verdict::Shortened, u"Emil Kraus"_s, u"unless"_s);
        row("both with the condition", u"The water will rise by two metres, unless the gates at Norrby are opened."_s, {}, Verdict::Verbatim, u"Emil Kraus"_s, u"interrupts"_s);
        row("two sentences around the attribution", u"Nobody paid for the tram. The city paid for the boats."_s, {}, Verdict::Verbatim, u"Ida Moor"_s, u"interrupts"_s);
        row("a story in between", u"The organ is out of tune. The choir sings anyway."_s, {}, Verdict::Stitched, u"Per Lind"_s, {});
        row("German pieces", u"Die Schleuse ist seit Jahren undicht, und der Kanal läuft leer."_s, {}, Verdict::Verbatim, u"Hanna Vogt"_s, u"interrupts"_s);
        row("quoted by another", u"We will close the old shipyard in autumn"_s, {}, Verdict::Verbatim, u"Tom Hale"_s, u"Lena Brandt quotes"_s);
        row("quoted by another, given to that one", u"We will close the old shipyard in autumn"_s, u"Lena Brandt"_s, Verdict::VerbatimOtherSpeaker, u"Tom Hale"_s, u"Lena Brandt quotes"_s);
        row("quoted by another, given to the speaker", u"We will close the old shipyard in autumn"_s, u"Tom Hale"_s, Verdict::Verbatim, u"Tom Hale"_s, u"Lena Brandt quotes"_s);
        row("an entry within another", u"No lock will ever be built at Orne."_s, {}, Verdict::Verbatim, u"Abel Finn"_s, u"Rosa Klee quotes"_s);
        row("an entry within another, given to its carrier", u"No lock will ever be built at Orne."_s, u"Rosa Klee"_s, Verdict::VerbatimOtherSpeaker, u"Abel Finn"_s, u"Rosa Klee quotes"_s);
        row("around an entry, in two pieces", u"Abel Finn wrote ‘no lock will ever be built at Orne’ to me, and then he built one there."_s, {}, Verdict::Verbatim, u"Rosa Klee"_s, u"interrupts"_s);
        row("an entry by hand within, of nobody", u"Nobody paid for the towers."_s, u"Olga Brandt"_s, Verdict::Verbatim, u"Olga Brandt"_s, {});
        row("scare marks within", u"museum piece for all of us"_s, u"Olga Brandt"_s, Verdict::Verbatim, u"Olga Brandt"_s, {});
        row("quoting oneself", u"The crane must be painted green this year"_s, u"Mira Osei"_s, Verdict::Verbatim, u"Mira Osei"_s, {});
        row("a name in marks", u"a palace of the people for ever"_s, u"Jon Vee"_s, Verdict::Verbatim, u"Jon Vee"_s, {});
        row("parts of two speakers", u"The ferry company owes the islanders a new pier. The islanders owe the company nothing at all."_s, {}, Verdict::Stitched, {}, u"Jonas Veld and Petra Sommer"_s);
        row("a report", u"The mill will keep all two hundred workers through the winter"_s, u"Tom Hale"_s, Verdict::Verbatim, u"Tom Hale"_s, u"no direct quotation"_s);
        row("a report of another", u"The mill will keep all two hundred workers through the winter"_s, u"Ana Ruiz"_s, Verdict::VerbatimOtherSpeaker, u"Tom Hale"_s, u"no direct quotation"_s);
        row("a headline of its own", u"Harbour bridge is finished at last, says Ruiz"_s, {}, Verdict::Verbatim, {}, u"headline"_s);
        row("a headline with a not", u"Harbour bridge is not finished at last, says Ruiz"_s, {}, Verdict::Altered, {}, u"headline"_s);
    }

    void whoseWordsTheyAre()
    {
        QFETCH(QString, quote);
        QFETCH(QString, asked);
        QFETCH(Verdict, verdict);
        QFETCH(QString, speaker);
        QFETCH(QString, says);
        const auto answer = store::verify(*m_project, quote, asked);
        QVERIFY(answer && !answer->hits.empty());
        const match::Hit &best = answer->hits.front();
        QVERIFY2(answer->verdict == verdict, qPrintable(QString::number(static_cast<int>(answer->verdict)) + u' ' + best.explanation));
        QVERIFY2(best.explanation.contains(says), qPrintable(best.explanation));
        QCOMPARE(nameOf(*m_project->snapshot(), best.speaker), speaker);
    }

    void anInterruptedHitStandsInItsPieces()
    {
        const auto answer = store::verify(*m_project, u"The pump is old, and it leaks every single night."_s);
        QVERIFY(answer && !answer->hits.empty());
        const match::Hit &best = answer->hits.front();
        QCOMPARE(best.passages.size(), 2U);
        const auto text = m_project->articleText(best.article);
        QCOMPARE(text->sliced(best.passages[0].start, best.passages[0].length()), u"The pump is old,"_s);
        QCOMPARE(text->sliced(best.passages[1].start, best.passages[1].length()), u"and it leaks every single night."_s);
        QCOMPARE(best.text, u"The pump is old, and it leaks every single night."_s);
    }

    void othersThatPrintTheContraryAreCounted()
    {
        auto answer = store::verify(*m_project, u"The old lamp is safe for all ships."_s);
        QVERIFY(answer);
        QCOMPARE(answer->verdict, Verdict::Verbatim);
        QCOMPARE(answer->contrary, 1);
        answer = store::verify(*m_project, u"The old lamp is not safe for all ships."_s);
        QCOMPARE(answer->verdict, Verdict::Verbatim);
        QCOMPARE(answer->contrary, 2);
        answer = store::verify(*m_project, u"The pump is old, and it leaks every single night."_s);
        QCOMPARE(answer->contrary, 0);
    }

    void whatWasAskedForComesFirst()
    {
        const QString words = u"The old lamp is safe for all ships."_s;
        const SnapshotPtr record = *m_project->snapshot();
        for (const QString &outlet : {u"North Post"_s, u"South Post"_s}) {
            const auto answer = store::verify(*m_project, store::Question{words, {}, {}, outlet});
            QCOMPARE(answer->verdict, Verdict::Verbatim);
            QCOMPARE(record->outletName(answer->hits.front().article), outlet);
        }
        // The nearest of those that differ: one word, by the speaker asked for or by another.
        const auto answer = store::verify(*m_project, u"The old lamp is safe for most ships."_s, u"Lee Park"_s);
        QCOMPARE(answer->verdict, Verdict::Altered);
        QCOMPARE(nameOf(record, answer->hits.front().speaker), u"Lee Park"_s);
    }
};

QTEST_GUILESS_MAIN(TestVerifySpeech)
#include "tst_verifyspeech.moc"
