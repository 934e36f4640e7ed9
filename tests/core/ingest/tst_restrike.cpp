// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/restrike.h"

#include "core/ingest/importer.h"
#include "core/store/verify.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QRandomGenerator>
#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;
using store::Project;
using store::Restruck;

namespace {

/// The first passage is what a reader strikes of a page; the second is the article.
const auto page = QByteArray(R"(<!DOCTYPE html><html lang="en"><head><title>Lock stays open</title><meta property="article:published_time" content="2031-05-06"></head><body><article>
<h1>Lock stays open</h1>
<p>“The lock stays open until the autumn,” said Vera Quint, the keeper of the lock at Norrby, when the council met there on Monday.</p>
<aside class="newsletter"><p>“We counted 420 boats since 3 May 2031,” said Emil Kraus, the harbour clerk of Osterby, in our weekly letter to subscribers.</p></aside>
<p>Nobody on the bank had anything to add. “The gates are old,” Vera Quint said. “They leak every night.” The council paid 12 million euros for them.</p>
</article></body></html>)");

const QString boats = u"We counted 420 boats since 3 May 2031,"_s;

const QByteArray transcript = "Interview at the lock\n\nANCHOR: Good evening and welcome to the lock.\n\nMARLOW: The water came in at three o'clock.\n\n"
                              "ANCHOR: Who closed the gates then?\n\nMARLOW: I closed the gates myself.\n\nANCHOR: Was anybody with you?\n\nMARLOW: Nobody was there.\n";

const QByteArray pump = "The pump at Norrby\n\n“Tom Hale told me, ‘The pump leaks 30 liters,’ and I left,” said Ana Ruiz.\n";
const QString told = u"Tom Hale told me, ‘The pump leaks 30 liters,’ and I left,"_s;
const QString leaks = u"The pump leaks 30 liters,"_s;

/// Thirty-odd runs of words that two articles may share.
QString shared()
{
    QString text;
    for (int i = 1; i < 14; ++i)
        text += u"Crate %1 of shelf %2 went to hall %3 by noon. "_s.arg(i).arg(i * 3).arg(i * 5);
    return text.trimmed();
}

} // namespace

/// Passages struck and restored for good: every change is one step that undo takes back to the byte, and no decision is lost.
class TestRestrike : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;
    std::unique_ptr<Project> m_project;

    SnapshotPtr now() const { return *m_project->snapshot(); }
    QString textOf(ArticleId article) const { return *m_project->articleText(article); }

    ArticleId add(const QByteArray &bytes, const QString &name)
    {
        ingest::Offer offer;
        offer.files.push_back({{}, bytes, name, io::Links::Follow});
        ingest::ProjectSink sink(*m_project);
        const auto report = importFiles(offer, sink);
        if (report.files.empty() || !report.files.front().article)
            qFatal("not imported: %s", qPrintable(name));
        return report.files.front().article;
    }

    Span spanOf(ArticleId article, const QString &words) const
    {
        const qsizetype at = textOf(article).indexOf(words);
        if (at < 0)
            qFatal("not in the text: %s", qPrintable(words));
        return {static_cast<qint32>(at), static_cast<qint32>(at + words.size())};
    }

    Result<Restruck> restrike(ArticleId article, Span passage, bool struck)
    {
        return ingest::storedArticle(*m_project, article)
            .and_then([&](const ingest::StoredArticle &stored) { return ingest::readAnew(stored, passage, struck); })
            .and_then([&](const store::Restriking &restriking) { return m_project->restrike(restriking); });
    }

    /// The change, its undo and redo, and the file opened anew.
    template<class Verify>
    void verifyStep(ArticleId article, Span passage, bool struck, Verify verify)
    {
        const QStringList before = test::dump(m_project->path());
        const auto done = restrike(article, passage, struck);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        QVERIFY(m_project->undoName().startsWith(struck ? u"Strike “"_s : u"Restore “"_s));
        verify(*done);
        if (QTest::currentTestFailed())
            return;
        const QStringList after = test::dump(m_project->path());
        QVERIFY(before != after);
        QVERIFY(m_project->undo());
        QCOMPARE(test::dump(m_project->path()), before);
        QVERIFY(m_project->redo());
        QCOMPARE(test::dump(m_project->path()), after);
        const QString path = m_project->path();
        m_project.reset();
        auto opened = Project::open(path, test::fixedClock());
        QVERIFY(opened);
        m_project = std::move(*opened);
        verify(*done);
        const auto report = m_project->check();
        QVERIFY(report && report->ok);
    }

    const Quotation *quotation(const QString &words) const
    {
        const SnapshotPtr record = now();
        const auto row = std::ranges::find_if(record->quotations(), [&](const Quotation &one) { return one.content.exact == words; });
        return row == record->quotations().end() ? nullptr : &*row;
    }

    /// All that was found, by its words: what a fresh import finds is found by striking and restoring too.
    QStringList found() const
    {
        const SnapshotPtr record = now();
        const auto nameOf = [&record](AgentId id) { return id ? record->agent(id)->name : u"nobody"_s; };
        QStringList all;
        for (const Quotation &row : record->quotations())
            all << u"quotation %1 | %2 | %3 | %4"_s.arg(row.content.exact, nameOf(row.speaker), row.rule, row.carriers.join(u", "_s));
        for (const Figure &row : record->figures())
            all << u"figure %1 | %2 | %3"_s.arg(row.content.exact, nameOf(row.assertedBy), row.quotation ? record->quotation(row.quotation)->content.exact : QString());
        for (const Mention &row : record->mentions())
            all << u"mention %1 | %2"_s.arg(textOf(row.article).sliced(row.span.start, row.span.length()), nameOf(row.agent));
        for (const DateMention &row : record->dates())
            all << u"date %1"_s.arg(row.content.exact);
        all.sort();
        return all;
    }

    bool isAnybody(const QString &name) const { return std::ranges::contains(now()->agents(), name, &Agent::name); }
    QString speakerOf(const QString &words) const
    {
        const Quotation *row = quotation(words);
        const Agent *agent = row ? now()->agent(row->speaker) : nullptr;
        return agent ? agent->name : QString();
    }

private Q_SLOTS:
    void init()
    {
        auto created = Project::create(m_folder.filePath(u"r%1.onrecord"_s.arg(++m_next)), test::fixedClock());
        QVERIFY(created);
        m_project = std::move(*created);
    }

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

    void decisions_stay()
    {
        const ArticleId article = add(page, u"lock.html"_s);
        const Span box = spanOf(article, u"“We counted 420 boats since 3 May 2031,” said Emil Kraus, the harbour clerk of Osterby, in our weekly letter to subscribers."_s);
        QVERIFY(restrike(article, box, false));
        const QuotationId accepted = quotation(boats)->id;
        QVERIFY(m_project->setStatus({accepted}, Status::Accepted));
        // Elsewhere: another speaker by hand, one rejected, and the speaker has another name now.
        const QuotationId edited = quotation(u"The gates are old,"_s)->id;
        const auto other = m_project->addAgent(u"Lena Brandt"_s, AgentType::Person);
        QVERIFY(other && m_project->setSpeaker(edited, *other));
        const QuotationId rejected = quotation(u"They leak every night."_s)->id;
        QVERIFY(m_project->setStatus({rejected}, Status::Rejected));
        const Span shorter{quotation(boats)->content.span.start, quotation(boats)->content.span.end - 1};
        verifyStep(article, box, true, [&](const Restruck &restruck) {
            QCOMPARE(restruck.kept, 1);
            QCOMPARE(restruck.gone, 1); // the figure
            QVERIFY(now()->quotation(accepted));
            QCOMPARE(now()->quotation(accepted)->status, Status::Accepted);
            QCOMPARE(speakerOf(boats), u"Emil Kraus"_s);
            QCOMPARE(now()->quotation(edited)->speaker, *other);
        });
        QVERIFY(m_project->setContent(accepted, shorter));
        verifyStep(article, box, false, [&](const Restruck &restruck) {
            QCOMPARE(restruck.quotations, 0); // it is there, with an end moved by hand
            QCOMPARE(restruck.figures, 1);
            QCOMPARE(now()->quotation(accepted)->content.span, shorter);
            QCOMPARE(now()->quotation(accepted)->status, Status::Edited);
            QCOMPARE(now()->quotation(edited)->speaker, *other);
            QCOMPARE(now()->quotation(rejected)->status, Status::Rejected);
        });
        // What was rejected is not suggested again.
        QVERIFY(m_project->setStatus({accepted}, Status::Rejected));
        QVERIFY(restrike(article, box, true));
        const auto again = restrike(article, box, false);
        QVERIFY(again);
        QCOMPARE(again->quotations, 0);
        QCOMPARE(now()->quotation(accepted)->status, Status::Rejected);
    }

    void what_is_built_upon_stays()
    {
        const ArticleId article = add(page, u"lock.html"_s);
        const Quotation gates = *quotation(u"The gates are old,"_s);
        QVERIFY(m_project->addClaim(u"The gates are old."_s, {{gates.id, Stance::For}}));
        const auto struck = restrike(article, spanOf(article, u"“The gates are old,” Vera Quint said."_s), true);
        QVERIFY(struck);
        QCOMPARE(struck->kept, 1);
        QCOMPARE(now()->claims().front().evidence.size(), 1u);
        QVERIFY(now()->quotation(gates.id));
    }

    void somebody_merged_stays_merged()
    {
        const ArticleId article = add(page, u"lock.html"_s);
        const AgentId quint = quotation(u"The gates are old,"_s)->speaker;
        const auto kept = m_project->addAgent(u"The Keeper"_s, AgentType::Person);
        QVERIFY(kept && m_project->mergeAgents(*kept, {quint}));
        const Span passage = spanOf(article, u"“The gates are old,” Vera Quint said. “They leak every night.”"_s);
        QVERIFY(restrike(article, passage, true));
        QVERIFY(!quotation(u"They leak every night."_s));
        QVERIFY(restrike(article, passage, false));
        QCOMPARE(quotation(u"They leak every night."_s)->speaker, *kept);
        QVERIFY(!isAnybody(u"Vera Quint"_s));
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

    void words_within_decided_words_are_suggested_again()
    {
        const ArticleId article = add("The old shipyard\n\n“Tom Hale told me, ‘We will close the old shipyard for ever in autumn,’” said Lena Brandt.\n", u"nested.txt"_s);
        const QString inner = u"We will close the old shipyard for ever in autumn,"_s;
        const Quotation *outer = quotation(u"Tom Hale told me, ‘We will close the old shipyard for ever in autumn,’"_s);
        QVERIFY(outer && quotation(inner));
        QVERIFY(m_project->setStatus({outer->id}, Status::Accepted));
        const Span sentence = spanOf(article, u"“Tom Hale told me, ‘We will close the old shipyard for ever in autumn,’” said Lena Brandt."_s);
        QVERIFY(restrike(article, sentence, true));
        QVERIFY(!quotation(inner));
        QCOMPARE(restrike(article, sentence, false)->quotations, 1);
        QCOMPARE(speakerOf(inner), u"Tom Hale"_s);
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

    void who_asserts_a_decided_figure_is_not_touched()
    {
        const ArticleId article = add(pump, u"pump.txt"_s);
        const Span sentence = spanOf(article, u"“Tom Hale told me, ‘The pump leaks 30 liters,’ and I left,” said Ana Ruiz."_s);
        QVERIFY(restrike(article, sentence, true));
        QVERIFY(restrike(article, spanOf(article, u"“Tom Hale told me, ‘The pump leaks 30 liters,’ and"_s), false));
        const Figure was = now()->figures().front();
        QVERIFY(!was.assertedBy);
        QVERIFY(m_project->setStatus({was.id}, Status::Accepted));
        QVERIFY(restrike(article, sentence, false));
        QCOMPARE(now()->figures().front().id, was.id);
        QVERIFY(!now()->figures().front().assertedBy);
        QCOMPARE(now()->figures().front().quotation, quotation(told)->id);
    }

    void a_quotation_goes_with_its_closing_mark()
    {
        const ArticleId article = add(pump, u"pump.txt"_s);
        const QStringList fresh = found();
        const Span end = spanOf(article, u"” said Ana Ruiz."_s);
        verifyStep(article, end, true, [&](const Restruck &restruck) {
            QVERIFY(!quotation(told));
            QVERIFY(!quotation(leaks));
            QCOMPARE(restruck.gone, 2);
            QVERIFY(!isAnybody(u"Ana Ruiz"_s));
            QVERIFY(std::ranges::none_of(now()->figures(), [](const Figure &figure) { return figure.quotation || figure.assertedBy; }));
        });
        verifyStep(article, end, false, [&](const Restruck &) { QCOMPARE(found(), fresh); });
        // Decided words stay without their mark, and what stands within them with them.
        QVERIFY(m_project->setStatus({quotation(told)->id}, Status::Accepted));
        QVERIFY(restrike(article, end, true));
        QCOMPARE(speakerOf(told), u"Ana Ruiz"_s);
        QVERIFY(quotation(leaks));
        QVERIFY(m_project->undo());
        QVERIFY(restrike(article, spanOf(article, u"‘The pump"_s), true));
        QVERIFY(!quotation(leaks));
        QCOMPARE(now()->figures().front().quotation, quotation(told)->id);
        QCOMPARE(now()->figures().front().assertedBy, quotation(told)->speaker);
    }

    void a_name_that_somebody_added_stays()
    {
        const ArticleId article = add(page, u"lock.html"_s);
        const Span box = spanOf(article, u"“We counted 420 boats since 3 May 2031,” said Emil Kraus, the harbour clerk of Osterby, in our weekly letter to subscribers."_s);
        QVERIFY(restrike(article, box, false));
        const AgentId kraus = quotation(boats)->speaker;
        QVERIFY(m_project->addName(kraus, {u"The Old Clerk"_s, NameType::Nickname}));
        QCOMPARE(now()->agent(kraus)->status, Status::Edited);
        verifyStep(article, box, true, [&](const Restruck &) { QVERIFY(now()->agent(kraus)); });
        verifyStep(article, box, false, [&](const Restruck &) {
            QCOMPARE(quotation(boats)->speaker, kraus);
            QVERIFY(std::ranges::contains(now()->agent(kraus)->names, u"The Old Clerk"_s, &AgentName::name));
        });
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
