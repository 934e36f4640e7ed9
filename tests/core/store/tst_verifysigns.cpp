// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "tests/core/store/samplearticles.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;
using match::Verdict;

/// Words that stand there letter by letter after folding, and do not say what was printed.
class TestVerifySigns : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<store::Project> m_project;

private Q_SLOTS:
    void initTestCase()
    {
        auto made = store::Project::create(m_folder.filePath(u"signs.onrecord"_s), test::fixedClock());
        QVERIFY(made);
        m_project = std::move(*made);
        const auto add = [this](const QString &text, const QString &speaker, const QStringList &quotations, const QString &cue) {
            test::ArticleBuilder article(text, speaker + u".txt"_s);
            const int by = article.agent(speaker);
            for (const QString &words : quotations)
                article.quotation(words, by, Kind::Statement, cue);
            QVERIFY(m_project->addArticle(article.article()));
        };
        add(u"Ana Ruiz said: “The new lamp costs $5-6 million in all.” Later she said: “We will [not] pay the old keeper.” "
            "Then: “I will ... resign from the harbour board.” And: “You lied to the whole crew?”"_s,
            u"Ana Ruiz"_s,
            {u"The new lamp costs $5-6 million in all."_s, u"We will [not] pay the old keeper."_s, u"I will ... resign from the harbour board."_s, u"You lied to the whole crew?"_s}, u"said"_s);
        add(u"Tom Hale denied ever saying “we sold the harbour to strangers”."_s, u"Tom Hale"_s, {u"we sold the harbour to strangers"_s}, u"denied"_s);
        add(u"Mira Novak said: “Yes, the old lamp is not safe for ships.”"_s, u"Mira Novak"_s, {u"Yes, the old lamp is not safe for ships."_s}, u"said"_s);
        add(u"Ida Moor said: “Ask not what the ferry can bring to you, ask what you can bring to the ferry.”"_s, u"Ida Moor"_s,
            {u"Ask not what the ferry can bring to you, ask what you can bring to the ferry."_s}, u"said"_s);
        add(u"“The pump was never paid for,” Osk said."_s, u"Osk"_s, {u"The pump was never paid for,"_s}, u"said"_s);
        add(u"Lee Park said: “Yes, the old lamp is safe for ships.”"_s, u"Lee Park"_s, {u"Yes, the old lamp is safe for ships."_s}, u"said"_s);
    }

    void sameLettersAreNotSameWords_data()
    {
        QTest::addColumn<QString>("quote");
        QTest::addColumn<QString>("speaker");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("says"); // in the explanation of the best hit
        const auto row = [](const char *name, const QString &quote, const QString &speaker, Verdict verdict, const QString &says) { QTest::newRow(name) << quote << speaker << verdict << says; };
        row("as printed", u"The new lamp costs $5-6 million in all."_s, {}, Verdict::Verbatim, u"Every character"_s);
        row("a range made a number", u"The new lamp costs $56 million in all."_s, {}, Verdict::Altered, u"number"_s);
        row("an editor's not", u"We will not pay the old keeper."_s, {}, Verdict::Altered, u"[not]"_s);
        row("the article's own gap", u"I will resign from the harbour board."_s, {}, Verdict::Shortened, u"not known"_s);
        row("a question made a statement", u"You lied to the whole crew."_s, {}, Verdict::Altered, u"hedge"_s);
        row("what was not said", u"we sold the harbour to strangers"_s, {}, Verdict::Verbatim, u"was not said"_s);
        row("what the speaker denies", u"we sold the harbour to strangers"_s, u"Tom Hale"_s, Verdict::VerbatimOtherSpeaker, u"was not said"_s);
        row("a not lost from a part", u"Ask what the ferry can bring to you"_s, {}, Verdict::Altered, u"negation “not” is lost"_s);
        row("known by a surname alone", u"The pump was never paid for"_s, u"Rita Osk"_s, Verdict::Verbatim, u"names only “Osk”"_s);
        row("another surname", u"The pump was never paid for"_s, u"Rita Oskar"_s, Verdict::VerbatimOtherSpeaker, u"another speaker"_s);
        row("with a title", u"Yes, the old lamp is safe for ships."_s, u"Captain Lee Park"_s, Verdict::Verbatim, u"names the speaker"_s);
        row("another prints the contrary", u"Yes, the old lamp is safe for ships."_s, {}, Verdict::Verbatim, u"an article below prints"_s);
    }

    void sameLettersAreNotSameWords()
    {
        QFETCH(QString, quote);
        QFETCH(QString, speaker);
        QFETCH(Verdict, verdict);
        QFETCH(QString, says);
        const auto answer = store::verify(*m_project, quote, speaker);
        QVERIFY(answer && !answer->hits.empty());
        QVERIFY2(answer->verdict == verdict, qPrintable(answer->hits.front().explanation));
        QVERIFY2(answer->hits.front().explanation.contains(says), qPrintable(answer->hits.front().explanation));
        if (says == u"was not said")
            QVERIFY(!answer->hits.front().speaker);
    }
};

QTEST_GUILESS_MAIN(TestVerifySigns)
#include "tst_verifysigns.moc"
