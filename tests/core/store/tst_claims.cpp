// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

class TestClaims : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Project> m_project;
    int m_next = 0;

    [[nodiscard]] SnapshotPtr record() const { return *m_project->snapshot(); }
    [[nodiscard]] Claim claim() const { return record()->claims().empty() ? Claim() : record()->claims().front(); }

private Q_SLOTS:
    void init()
    {
        auto made = Project::create(m_folder.filePath(u"%1.onrecord"_s.arg(++m_next)), test::fixedClock());
        QVERIFY(made);
        m_project = std::move(*made);
        QVERIFY(m_project->addArticle(test::bridgeShut()));
        QVERIFY(!record()->quotations().empty());
        QVERIFY(!record()->figures().empty());
    }

    void aClaimHasEvidenceAndAVerdictAndEachStepIsUndone()
    {
        const QuotationId quotation = record()->quotations().front().id;
        const FigureId figure = record()->figures().front().id;
        std::vector<QStringList> states{test::dump(m_project->path())};
        const auto step = [&](const auto &result) {
            QVERIFY2(result, "the change was refused");
            states.push_back(test::dump(m_project->path()));
        };
        step(m_project->addClaim(u"  The bridge is safe. "_s, {{quotation, Stance::For}}));
        const ClaimId id = claim().id;
        QCOMPARE(claim().text, u"The bridge is safe."_s);
        step(m_project->setEvidence(id, {{figure, Stance::Against}}));
        step(m_project->setEvidence(id, {{quotation, Stance::Mentions}}));
        QCOMPARE(claim().evidence, (std::vector<Evidence>{{quotation, Stance::Mentions}, {figure, Stance::Against}}));
        step(m_project->setClaimText(id, u"The bridge was safe."_s));
        step(m_project->giveVerdict(id, u"half true"_s, u"Rust in some bolts."_s, u"Ann Ray"_s));
        QCOMPARE(claim().verdict, u"half true"_s);
        QCOMPARE(claim().explanation, u"Rust in some bolts."_s);
        QCOMPARE(claim().author, u"Ann Ray"_s);
        QCOMPARE(claim().givenAt, test::fixedClock()->now());
        step(m_project->giveVerdict(id, u"false"_s, {}, u"Bo Lind"_s));
        QCOMPARE(claim().verdict, u"false"_s);
        QVERIFY(claim().explanation.isEmpty());
        QCOMPARE(claim().author, u"Bo Lind"_s);
        step(m_project->removeEvidence(id, figure));
        QCOMPARE(claim().evidence.size(), 1u);
        QVERIFY(m_project->check()->ok);

        while (states.size() > 1) {
            states.pop_back();
            QVERIFY(m_project->undo());
            QCOMPARE(test::dump(m_project->path()), states.back());
        }
        QVERIFY(record()->claims().empty());
    }

    void aVerdictWithoutAnAuthorHasNone()
    {
        const auto id = m_project->addClaim(u"The bridge is safe."_s, {});
        QVERIFY(id);
        QVERIFY(m_project->giveVerdict(*id, u"true"_s, u"First line.\nSecond line."_s, {}));
        QCOMPARE(claim().explanation, u"First line.\nSecond line."_s);
        QVERIFY(claim().author.isEmpty());
    }

    void theScaleOfVerdictsIsChangedAsOneStep()
    {
        QVERIFY(record()->grades().empty());
        QVERIFY(m_project->setGrades({{{}, 2, u" so-so "_s}, {{}, 1, u"false"_s}, {{}, 3, {}}}));
        const auto scale = [&] {
            QStringList words;
            for (const Grade &grade : record()->grades())
                words << QString::number(grade.number) + u' ' + grade.label;
            return words.join(u", "_s);
        };
        QCOMPARE(scale(), u"1 false, 2 so-so"_s);
        const auto before = test::dump(m_project->path());
        QVERIFY(m_project->setGrades({{{}, 5, u"true"_s}}));
        QCOMPARE(scale(), u"5 true"_s);
        QVERIFY(m_project->check()->ok);
        QVERIFY(m_project->undo());
        QCOMPARE(test::dump(m_project->path()), before);
    }

    void onePassageStandsToAnother()
    {
        const QuotationId quotation = record()->quotations().front().id;
        const FigureId figure = record()->figures().front().id;
        const auto before = test::dump(m_project->path());
        const auto id = m_project->addRelation({{}, {}, figure, quotation, RelationKind::Contradicts, u" Other bolts. "_s});
        QVERIFY(id);
        QCOMPARE(record()->relations().size(), 1u);
        QCOMPARE(record()->relationsOf(quotation).front(), *id);
        QCOMPARE(record()->relationsOf(figure).front(), *id);
        Relation row = *record()->relation(*id);
        QCOMPARE(row.note, u"Other bolts."_s);
        row.kind = RelationKind::Corrects;
        QVERIFY(m_project->setRelation(row));
        QCOMPARE(record()->relation(*id)->kind, RelationKind::Corrects);
        QVERIFY(m_project->check()->ok);
        // A passage that goes takes its relations along, and brings them back.
        QVERIFY(m_project->removeItems({figure}, {}));
        QVERIFY(record()->relations().empty());
        QVERIFY(m_project->undo());
        QCOMPARE(record()->relation(*id)->kind, RelationKind::Corrects);
        QVERIFY(m_project->removeRelation(*id));
        QVERIFY(record()->relations().empty());
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_project->undo());
        QCOMPARE(test::dump(m_project->path()), before);
        QCOMPARE(m_project->addRelation({{}, {}, quotation, quotation, RelationKind::Corrects, {}}).error().fault, Fault::BadInput);
        QCOMPARE(m_project->addRelation({{}, {}, quotation, record()->agents().front().id, RelationKind::Corrects, {}}).error().fault, Fault::BadInput);
        QCOMPARE(m_project->addRelation({{}, {}, quotation, FigureId{999}, RelationKind::Corrects, {}}).error().fault, Fault::NotFound);
        QCOMPARE(m_project->removeRelation({999}).error().fault, Fault::NotFound);
    }

    void whatIsNotThereIsRefusedAndNothingIsStored()
    {
        const auto before = test::dump(m_project->path());
        const AgentId agent = record()->agents().front().id;
        QCOMPARE(m_project->addClaim(u"  "_s, {}).error().fault, Fault::BadInput);
        QCOMPARE(m_project->addClaim(u"x"_s, {{agent, Stance::For}}).error().fault, Fault::BadInput);
        QCOMPARE(m_project->addClaim(u"x"_s, {{QuotationId{9999}, Stance::For}}).error().fault, Fault::NotFound);
        QCOMPARE(m_project->setClaimText({7}, u"x"_s).error().fault, Fault::NotFound);
        QCOMPARE(m_project->giveVerdict({7}, u"true"_s, {}, {}).error().fault, Fault::NotFound);
        QCOMPARE(m_project->removeEvidence({7}, record()->quotations().front().id).error().fault, Fault::NotFound);
        QCOMPARE(test::dump(m_project->path()), before);
    }

    void aRemovedClaimTakesItsEvidenceAlong()
    {
        const auto id =
            m_project->addClaim(u"The bridge is safe."_s, {{record()->quotations().front().id, Stance::For}});
        QVERIFY(id);
        QVERIFY(m_project->removeItems({*id}, {}));
        QVERIFY(record()->claims().empty());
        QVERIFY(m_project->undo());
        QCOMPARE(claim().evidence.size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
