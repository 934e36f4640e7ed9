// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/speakers.h"
#include "tests/core/store/kinsamples.h"

using namespace onrecord;
using namespace onrecord::store;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

/// A later text from the same address: what was decided goes with it, and what is lost is said.
class TestVersions : public KinCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { finish(); }

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

    void who_says_it_together_goes_with_the_words()
    {
        NewArticle joint = firstDepot();
        joint.extraction.quotations.front().alsoSpeakers = {1};
        const Added first = add(joint);
        accept(keeper);
        accept(clerk);
        const QuotationId old = now()->quotationsIn(first.article).front();
        QVERIFY(m_project->addSpeaker(now()->quotationsIn(first.article).back(), now()->quotation(old)->speaker));
        const Added second = add(secondDepot()); // finds the words under one name
        QCOMPARE(second.carried, 1);
        const SnapshotPtr record = now();
        const Quotation &carried = *record->quotation(record->quotationsIn(second.article).front());
        QCOMPARE(namesOf(*record, speakersOf(carried)), u"Nora Blum, Otto Pell"_s);
        QCOMPARE(namesOf(*record, speakersOf(*record->quotation(old))), u"Nora Blum, Otto Pell"_s);
        // So do those of the words that are gone, when somebody finds them.
        const auto lost = std::ranges::find(record->carries(), Status::Suggested, &Carry::status);
        QVERIFY(lost != record->carries().end());
        const CarryId id = lost->id;
        QVERIFY(m_project->attachCarried(id, lost->guess));
        QCOMPARE(namesOf(*now(), speakersOf(*now()->quotation(now()->carry(id)->to))), u"Otto Pell, Nora Blum"_s);
        QVERIFY(m_project->undo());
        QVERIFY(m_project->undo());
        QCOMPARE(now()->articles().size(), 1u);
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
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
