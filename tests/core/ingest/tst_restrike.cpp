// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ingest/restrikecase.h"
#include "core/store/verify.h"

#include <QRandomGenerator>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;
using store::Project;
using store::Restruck;

/// Passages struck and restored for good: every change is one step that undo takes back to the byte, and no decision is lost.
class TestRestrike : public RestrikeCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void what_is_restored_is_read()
    {
        const ArticleId article = add(page, u"lock.html"_s);
        QVERIFY(!quotation(boats));
        QVERIFY(!isAnybody(u"Emil Kraus"_s));
        verifyStep(article, spanOf(article, u"“We counted 420 boats"_s), false, [&](const Restruck &) {
            // The passage asked for is a part of the region: the rest of it stays struck.
            QVERIFY(std::ranges::any_of(now()->article(article)->regions, &Region::struck));
        });
        QVERIFY(m_project->undo());

        const QSet<QuotationId> were = [&] {
            QSet<QuotationId> ids;
            for (const Quotation &row : now()->quotations())
                ids.insert(row.id);
            return ids;
        }();
        const Span box = spanOf(article, u"“We counted 420 boats since 3 May 2031,” said Emil Kraus, the harbour clerk of Osterby, in our weekly letter to subscribers."_s);
        verifyStep(article, box, false, [&](const Restruck &restruck) {
            QCOMPARE(restruck.quotations, 1);
            QCOMPARE(restruck.figures, 1);
            QCOMPARE(restruck.gone, 0);
            QVERIFY(!std::ranges::any_of(now()->article(article)->regions, &Region::struck));
            QVERIFY(quotation(boats));
            QCOMPARE(quotation(boats)->status, Status::Suggested);
            QCOMPARE(speakerOf(boats), u"Emil Kraus"_s);
            QVERIFY(std::ranges::any_of(now()->figures(), [&](const Figure &figure) { return figure.content.exact.startsWith(u"420"_s) && figure.quotation == quotation(boats)->id; }));
            QVERIFY(std::ranges::any_of(now()->dates(), [](const DateMention &date) { return date.content.exact.contains(u"3 May 2031"_s); }));
            for (const QuotationId id : were)
                QVERIFY(now()->quotation(id));
        });

        const auto answer = m_project->search(u"\"counted 420 boats\""_s);
        QVERIFY(answer);
        QVERIFY(std::ranges::any_of(answer->hits, [&](const store::SearchHit &hit) { return hit.item == ItemId(quotation(boats)->id); }));
        const auto kraus = m_project->search(u"kraus"_s);
        QVERIFY(std::ranges::any_of(kraus->hits, [](const store::SearchHit &hit) { return hit.item.type == ItemType::Agent; }));
        const auto verified = store::verify(*m_project, boats, u"Emil Kraus"_s);
        QVERIFY(verified);
        QCOMPARE(verified->verdict, match::Verdict::Verbatim);
        QCOMPARE(now()->agent(verified->hits.front().speaker)->name, u"Emil Kraus"_s);
        const auto alike = m_project->quotationsAlike(u"we counted 420 boats since May"_s);
        QVERIFY(alike && !alike->empty());
        QCOMPARE(alike->front().id, quotation(boats)->id);
    }

    void what_is_struck_is_suggested_no_more()
    {
        const ArticleId article = add(page, u"lock.html"_s);
        const qsizetype count = static_cast<qsizetype>(now()->quotations().size());
        QVERIFY(isAnybody(u"Vera Quint"_s));
        verifyStep(article, spanOf(article, u"Nobody on the bank had anything to add. “The gates are old,” Vera Quint said. “They leak every night.” The council paid 12 million euros for them."_s), true,
                   [&](const Restruck &restruck) {
                       QVERIFY(restruck.gone >= 2);
                       QCOMPARE(restruck.kept, 0);
                       QVERIFY(!quotation(u"They leak every night."_s));
                       QVERIFY(std::ranges::none_of(now()->figures(), [](const Figure &figure) { return figure.content.exact.contains(u"12 million"_s); }));
                       QVERIFY(isAnybody(u"Vera Quint"_s)); // she speaks elsewhere
                       QVERIFY(std::ranges::none_of(now()->mentions(), [&](const Mention &mention) { return mention.span.overlaps(spanOf(article, u"Vera Quint said"_s)); }));
                   });
        // Restored again, all is as it was.
        QVERIFY(restrike(article, {0, static_cast<qint32>(spanOf(article, u"for them."_s).end)}, false));
        QVERIFY(quotation(u"They leak every night."_s));
        QCOMPARE(speakerOf(u"They leak every night."_s), u"Vera Quint"_s);
        QVERIFY(static_cast<qsizetype>(now()->quotations().size()) > count); // and the box was restored too
    }

    void who_stands_nowhere_else_goes_with_the_passage()
    {
        const ArticleId article = add(page, u"lock.html"_s);
        const Span box = spanOf(article, u"“We counted 420 boats since 3 May 2031,” said Emil Kraus, the harbour clerk of Osterby, in our weekly letter to subscribers."_s);
        QVERIFY(restrike(article, box, false));
        QVERIFY(isAnybody(u"Emil Kraus"_s));
        verifyStep(article, box, true, [&](const Restruck &restruck) {
            QCOMPARE(restruck.gone, 2);
            QVERIFY(!isAnybody(u"Emil Kraus"_s));
        });
        QCOMPARE(now()->article(article)->regions.size(), ingest::storedArticle(*m_project, article)->article.regions.size());
    }

    void words_around_a_struck_line_are_one_quotation_again()
    {
        const ArticleId article = add("The lock at Norrby\n\n“We close the lock in May,\n\nSubscribe to our letter.\n\nand we open it in June,” said Vera Quint.\n", u"split.txt"_s);
        const Span advert = spanOf(article, u"Subscribe to our letter."_s);
        const auto words = [&] {
            QStringList all;
            for (const Quotation &row : now()->quotations())
                all << row.content.exact;
            return all;
        };
        const QStringList before = words();
        QVERIFY(restrike(article, advert, true));
        QVERIFY(restrike(article, advert, false));
        QCOMPARE(words(), before);
    }

    void a_quotation_restored_in_two_goes_is_whole_again()
    {
        const ArticleId article = add(pump, u"pump.txt"_s);
        QVERIFY(quotation(leaks) && quotation(told));
        QCOMPARE(speakerOf(leaks), u"Tom Hale"_s);
        const QStringList fresh = found();
        const Span sentence = spanOf(article, u"“Tom Hale told me, ‘The pump leaks 30 liters,’ and I left,” said Ana Ruiz."_s);
        QVERIFY(restrike(article, sentence, true));
        QVERIFY(!quotation(leaks));
        QVERIFY(restrike(article, spanOf(article, u"“Tom Hale told me, ‘The pump leaks 30 liters,’ and"_s), false));
        verifyStep(article, sentence, false, [&](const Restruck &) { QCOMPARE(found(), fresh); });
    }

    void struck_here_and_there_and_restored_all_is_as_it_was()
    {
        const ArticleId article = add(pump + "\nVera Quint, the keeper of the lock, had counted 420 boats. “The gates are old,” she said. “They leak 12 liters a night.”\n\n"
                                             "Lena Brandt said that the council would pay 3 million euros by May 2032. “I paid 40 euros,” Tom Hale said.\n",
                                      u"much.txt"_s);
        const QStringList fresh = found();
        const auto size = static_cast<quint32>(textOf(article).size());
        QRandomGenerator random(20310510);
        for (int round = 0; round < 12; ++round) {
            QStringList steps;
            for (int step = 0; step < 4; ++step) {
                const auto start = static_cast<qint32>(random.bounded(size));
                const Span passage{start, std::min(static_cast<qint32>(size), start + 1 + static_cast<qint32>(random.bounded(90)))};
                const bool struck = random.bounded(3) != 0;
                steps << u"%1 “%2”"_s.arg(struck ? u"strike"_s : u"restore"_s, textOf(article).sliced(passage.start, passage.length()));
                (void)restrike(article, passage, struck); // there may be nothing to do
            }
            (void)restrike(article, {0, static_cast<qint32>(size)}, false);
            const QStringList all = found();
            QVERIFY2(all == fresh, qPrintable(u"%1\nis\n%2\nnot\n%3"_s.arg(steps.join(u'\n'), all.join(u'\n'), fresh.join(u'\n'))));
        }
    }

    void who_says_it_together_goes_and_comes_with_the_passage()
    {
        const ArticleId article = add("The pump at Norrby\n\n“The pump is old and it leaks,” Ana Ruiz and Tom Hale said. Nobody else came.\n\n“We close at noon,” said Vera Quint.\n", u"joint.txt"_s);
        const QString words = u"The pump is old and it leaks,"_s;
        QCOMPARE(namesOf(*now(), speakersOf(*quotation(words))), u"Ana Ruiz, Tom Hale"_s);
        const QStringList fresh = found();
        const Span sentence = spanOf(article, u"“The pump is old and it leaks,” Ana Ruiz and Tom Hale said."_s);
        verifyStep(article, sentence, true, [&](const Restruck &) {
            QVERIFY(!quotation(words));
            QVERIFY(!isAnybody(u"Ana Ruiz"_s) && !isAnybody(u"Tom Hale"_s));
        });
        verifyStep(article, sentence, false, [&](const Restruck &) { QCOMPARE(found(), fresh); });
        QVERIFY(m_project->setStatus({quotation(words)->id}, Status::Accepted));
        verifyStep(article, sentence, true, [&](const Restruck &) { QCOMPARE(namesOf(*now(), speakersOf(*quotation(words))), u"Ana Ruiz, Tom Hale"_s); });
    }

    void stated_turns_are_read_from_the_bytes()
    {
        const ArticleId article = add(transcript, u"interview.txt"_s);
        const Quotation *row = quotation(u"I closed the gates myself."_s);
        QVERIFY(row);
        const QString rule = row->rule;
        const auto count = now()->quotations().size();
        const Span line = spanOf(article, u"MARLOW: Nobody was there."_s);
        QVERIFY(restrike(article, line, true));
        QVERIFY(restrike(article, line, false));
        QCOMPARE(now()->quotations().size(), count);
        QCOMPARE(quotation(u"I closed the gates myself."_s)->rule, rule);
        QCOMPARE(speakerOf(u"Nobody was there."_s), speakerOf(u"I closed the gates myself."_s));
    }

    void kin_follows()
    {
        const ArticleId first = add("Halls fill up\n\n" + shared().toUtf8() + "\n\nThe first report has an end of its own, and that is all.\n", u"first.txt"_s);
        const Span common = spanOf(first, shared());
        QVERIFY(restrike(first, common, true));
        QCOMPARE(test::ask(m_project->path(), u"SELECT count(*) FROM source_sketch"_s), u"0"_s);
        const ArticleId second = add("Another day\n\n" + shared().toUtf8() + "\n\nSomebody else wrote this one and says so at the end.\n", u"second.txt"_s);
        QVERIFY(now()->kinships().empty());
        verifyStep(first, common, false, [&](const Restruck &) {
            QCOMPARE(now()->kinships().size(), 1u);
            QCOMPARE(now()->kinships().front().article, second);
            QCOMPARE(now()->kinships().front().earlier, first);
            QVERIFY(now()->kinships().front().likeness > 0.7);
        });
        verifyStep(second, spanOf(second, shared()), true, [&](const Restruck &) { QVERIFY(now()->kinships().empty()); });
        QVERIFY(m_project->undo());
        // What somebody said of the two stays.
        QVERIFY(m_project->setKinshipStatus(now()->kinships().front().id, Status::Accepted));
        QVERIFY(restrike(second, spanOf(second, shared()), true));
        QCOMPARE(now()->kinships().size(), 1u);
    }

    void an_undone_strike_counts_for_later_imports()
    {
        const ArticleId first = add("Halls fill up\n\n" + shared().toUtf8() + "\n\nThe first report has an end of its own, and that is all.\n", u"first.txt"_s);
        QVERIFY(restrike(first, spanOf(first, shared()), true));
        QVERIFY(m_project->undo());
        add("Another day\n\n" + shared().toUtf8() + "\n\nSomebody else wrote this one and says so at the end.\n", u"second.txt"_s);
        QCOMPARE(now()->kinships().size(), 1u);
    }

    void projects_of_older_formats_can_do_it()
    {
        for (const QString &format : {u"1"_s, u"2"_s, u"3"_s}) {
            const QString path = m_folder.filePath(u"old%1.onrecord"_s.arg(format));
            QVERIFY(QFile::copy(qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/core/store/formats/%1.onrecord"_s.arg(format), path));
            QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
            auto opened = Project::open(path, test::fixedClock());
            QVERIFY(opened);
            m_project = std::move(*opened);
            const QuotationId first = now()->quotations().front().id;
            const Quotation was = *now()->quotation(first);
            QVERIFY(m_project->setStatus({first}, Status::Accepted));
            verifyStep(was.article, was.content.span, true, [&](const Restruck &restruck) {
                QVERIFY(restruck.kept >= 1);
                QCOMPARE(now()->quotation(first)->content, was.content);
            });
            verifyStep(was.article, was.content.span, false, [&](const Restruck &) { QVERIFY(std::ranges::none_of(now()->article(was.article)->regions, [&](const Region &region) { return region.struck && region.span.overlaps(was.content.span); })); });
        }
    }

    void nothing_to_do_is_said()
    {
        const ArticleId article = add(page, u"lock.html"_s);
        const auto restored = restrike(article, spanOf(article, u"Nobody on the bank"_s), false);
        QCOMPARE(restored.error().fault, Fault::BadInput);
        QCOMPARE(restrike(article, {3, 3}, true).error().fault, Fault::BadInput);
        QCOMPARE(restrike({99}, {0, 3}, true).error().fault, Fault::NotFound);
    }

    void an_article_changed_meanwhile_is_left_alone()
    {
        const ArticleId article = add(page, u"lock.html"_s);
        const auto stored = ingest::storedArticle(*m_project, article);
        const auto slow = ingest::readAnew(*stored, spanOf(article, u"Nobody on the bank"_s), true);
        QVERIFY(slow && restrike(article, spanOf(article, u"The council paid"_s), true));
        const QStringList before = test::dump(m_project->path());
        QCOMPARE(m_project->restrike(*slow).error().fault, Fault::Conflict);
        QCOMPARE(test::dump(m_project->path()), before);
    }
};

QTEST_GUILESS_MAIN(TestRestrike)
#include "tst_restrike.moc"
