// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ingest/restrikecase.h"

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;
using store::Restruck;

/// What somebody decided stays when its passage is struck, and is not suggested anew when it is restored.
class TestRestrikeDecided : public RestrikeCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

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
};

QTEST_GUILESS_MAIN(TestRestrikeDecided)
#include "tst_restrikedecided.moc"
