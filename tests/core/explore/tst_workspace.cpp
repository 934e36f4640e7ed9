// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/workspace.h"
#include "tests/support/generatedrecord.h"
#include "tests/support/samplerecord.h"

#include <QSignalSpy>
#include <QTest>

using namespace onrecord;
using namespace onrecord::explore;
using namespace Qt::StringLiterals;

namespace {

Term term(Facet facet, qint64 value)
{
    return {.facet = facet, .value = value};
}

/// Collects what changed() told, one entry a signal.
struct Changed {
    explicit Changed(Workspace &workspace)
    {
        QObject::connect(&workspace, &Workspace::changed, &workspace, [this](Workspace::Changes changes) { told.append(changes); });
    }
    /// What one turn of the event loop tells.
    Workspace::Changes turn()
    {
        told.clear();
        QCoreApplication::processEvents();
        Workspace::Changes all;
        for (const auto changes : std::as_const(told))
            all |= changes;
        return all;
    }
    QList<Workspace::Changes> told;
};

} // namespace

class tst_Workspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void selectingTheSameEmitsNothing()
    {
        Selection selection;
        QSignalSpy changed(&selection, &Selection::changed);
        QSignalSpy hovered(&selection, &Selection::hoveredChanged);
        selection.set(AgentId{1});
        selection.set(AgentId{1});
        selection.set({AgentId{1}}, AgentId{1});
        QCOMPARE(changed.count(), 1);
        selection.clear();
        selection.clear();
        selection.set(ItemId());
        QCOMPARE(changed.count(), 2);
        selection.setHovered(AgentId{1});
        selection.setHovered(AgentId{1});
        QCOMPARE(hovered.count(), 1);
        QCOMPARE(changed.count(), 2);
    }

    void togglingKeepsACurrentItem()
    {
        Selection selection;
        selection.toggle(AgentId{1});
        selection.toggle(QuotationId{1});
        QCOMPARE(selection.current(), ItemId(QuotationId{1}));
        QCOMPARE(selection.items().size(), 2);
        selection.toggle(QuotationId{1});
        QCOMPARE(selection.current(), ItemId(AgentId{1}));
        selection.toggle(AgentId{1});
        QVERIFY(selection.items().isEmpty());
        QVERIFY(selection.current().isNull());
    }

    void changesAreToldOnceATurn()
    {
        Workspace workspace;
        Changed changed(workspace);
        workspace.reset(test::sampleRecord());
        changed.turn();
        workspace.selection().set(AgentId{1});
        workspace.selection().set(AgentId{2});
        workspace.setFilter(Filter().with(term(Facet::Agent, 1)));
        workspace.timeWindow().set(0, 10);
        workspace.setPassage({{1}, {0, 3}, {}});
        QCOMPARE(changed.turn(), Workspace::SelectionChange | Workspace::FilterChange | Workspace::TimeWindowChange | Workspace::PassageChange);
        QCOMPARE(changed.told.size(), 1);
        workspace.setFilter(workspace.filter());
        workspace.setPassage(workspace.passage());
        workspace.setSnapshot(workspace.snapshot());
        workspace.setSnapshot(nullptr);
        QCOMPARE(changed.turn(), Workspace::Changes());
    }

    void openingSelectsAndShowsThePassage()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        workspace.open(QuotationId{4});
        QCOMPARE(workspace.selection().current(), ItemId(QuotationId{4}));
        QCOMPARE(workspace.passage().article, ArticleId{2});
        QCOMPARE(workspace.passage().span, workspace.snapshot()->quotation({4})->content.span);
        workspace.open(AgentId{1}); // their first visible words
        QCOMPARE(workspace.passage().item, ItemId(QuotationId{1}));
        workspace.setFilter(Filter().with(term(Facet::Outlet, 2)));
        workspace.open(AgentId{1});
        QCOMPARE(workspace.passage().item, ItemId(QuotationId{4}));
        workspace.open(AgentId{4}); // says nothing, is named nowhere
        QCOMPARE(workspace.selection().current(), ItemId(AgentId{4}));
        QCOMPARE(workspace.passage().item, ItemId(QuotationId{4}));
    }

    void everyKindOfItemHasItsPassage()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        QCOMPARE(workspace.passageOf(FigureId{2}).article, ArticleId{2});
        QCOMPARE(workspace.passageOf(OutletId{2}).article, ArticleId{2});
        QCOMPARE(workspace.passageOf(UtteranceId{1}).item, ItemId(QuotationId{1}));
        QCOMPARE(workspace.passageOf(MentionId{3}).article, ArticleId{2});
        QCOMPARE(workspace.passageOf(DateMentionId{1}).span, workspace.snapshot()->date({1})->content.span);
        QCOMPARE(workspace.passageOf(EventId{1}).article, ArticleId{1});
        QVERIFY(workspace.passageOf(ItemId()).article.isNull());
        QVERIFY(workspace.passageOf(QuotationId{99}).article.isNull());
    }

    void whatASelectionTouchesIsRelated()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        QVERIFY(workspace.related().isEmpty());
        workspace.selection().set(QuotationId{1});
        QCOMPARE(workspace.related(), (QSet<ItemId>{QuotationId{1}, QuotationId{4}, ArticleId{1}, OutletId{1}, AgentId{1}}));
        workspace.selection().set(AgentId{2});
        QVERIFY(workspace.related().contains(QuotationId{2}));
        QVERIFY(workspace.related().contains(FigureId{1}));
        QVERIFY(workspace.related().contains(EventId{1}));
        QVERIFY(workspace.related().contains(ArticleId{2}));
        QVERIFY(!workspace.related().contains(QuotationId{1}));
        workspace.selection().set(EventId{1});
        QCOMPARE(workspace.related(), (QSet<ItemId>{EventId{1}, AgentId{2}, ArticleId{1}}));
    }

    void backAndForwardReturnToPlaces()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        workspace.open(QuotationId{1});
        workspace.setFilter(Filter().with(term(Facet::Agent, 2)));
        workspace.open(QuotationId{2});
        workspace.markPlace(); // equal: not a second place
        QCOMPARE(workspace.trail().size(), size_t(2));
        QVERIFY(workspace.canGoBack() && !workspace.canGoForward());
        workspace.goBack();
        QCOMPARE(workspace.selection().current(), ItemId(QuotationId{1}));
        QVERIFY(workspace.filter().isEmpty());
        QCOMPARE(workspace.visible().quotationCount.shown, 6);
        QCOMPARE(workspace.passage().article, ArticleId{1});
        QCOMPARE(workspace.trail().size(), size_t(2)); // travelling marks nothing
        workspace.goForward();
        QVERIFY(workspace.filter().has(Facet::Agent));
        workspace.goForward(); // no further
        workspace.goBack();
        workspace.open(QuotationId{3}); // another way forward
        QCOMPARE(workspace.trail().size(), size_t(2));
        QVERIFY(!workspace.canGoForward());
    }

    void aNewRecordForgetsWhatIsGone()
    {
        Workspace workspace;
        const auto record = test::sampleRecord();
        workspace.reset(record);
        workspace.selection().set({QuotationId{1}, QuotationId{2}}, QuotationId{1});
        workspace.setPassage(workspace.passageOf(QuotationId{1}));
        Snapshot::Rows rows;
        rows.articles = {*record->article({2})};
        rows.quotations = {*record->quotation({2})};
        workspace.setSnapshot(std::make_shared<Snapshot>(rows));
        QCOMPARE(workspace.selection().items(), QSet<ItemId>{QuotationId{2}});
        QCOMPARE(workspace.selection().current(), ItemId(QuotationId{2}));
        QVERIFY(workspace.passage().article.isNull());
        workspace.reset(record);
        QVERIFY(workspace.selection().items().isEmpty());
        QVERIFY(!workspace.canGoBack());
    }

    void aPlaceWithSomethingGoneIsStillAPlace()
    {
        Workspace workspace;
        const auto record = test::sampleRecord();
        workspace.reset(record);
        workspace.open(QuotationId{6});
        workspace.open(QuotationId{1});
        Snapshot::Rows rows{.outlets = record->outlets(), .articles = {*record->article({1}), *record->article({2})}, .agents = record->agents(), .mentions = {},
                            .quotations = {*record->quotation({1})}, .figures = {}, .dates = {}, .events = {}, .utterances = {}, .claims = {}, .grades = {}, .relations = {}, .notes = {},
                            .kinships = {}, .carries = {}};
        workspace.setSnapshot(std::make_shared<Snapshot>(rows));
        workspace.goBack();
        QVERIFY(workspace.selection().current().isNull());
        QVERIFY(workspace.passage().article.isNull());
    }

    void wordsAreAskedForAndOnlyTheirOwnAnswerCounts()
    {
        Workspace workspace;
        workspace.reset(test::sampleRecord());
        QSignalSpy wanted(&workspace, &Workspace::wordsWanted);
        workspace.setFilter(Filter().with({.facet = Facet::Words, .words = u"rust"_s}));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toString(), u"rust"_s);
        workspace.setWordHits({u"ru"_s, {}});
        QCOMPARE(workspace.visible().quotationCount.shown, 6);
        workspace.setWordHits({u"rust"_s, {QuotationId{1}}});
        QCOMPARE(workspace.visible().quotationCount.shown, 1);
    }

    void aLargeRecordIsFilteredOnAWorker()
    {
        Workspace workspace;
        Changed changed(workspace);
        const auto record = test::generatedRecord({.articles = 6000, .people = 300, .quotationsPerArticle = 10});
        workspace.reset(record);
        QCOMPARE(workspace.snapshot(), record);
        QVERIFY(workspace.visible().quotationCount.total > 50000);
        changed.turn();
        workspace.setFilter(Filter().with(term(Facet::Agent, 1)));
        workspace.setFilter(Filter().with(term(Facet::Agent, 2)));
        QVERIFY(workspace.isFiltering());
        QCOMPARE(workspace.visible().quotationCount.shown, workspace.visible().quotationCount.total); // still what was shown
        QCOMPARE(changed.turn(), Workspace::Changes(Workspace::FilterChange));
        changed.told.clear();
        QTRY_VERIFY(!workspace.isFiltering());
        QCOMPARE(workspace.visible(), apply(workspace.filter(), *record));
        QTRY_COMPARE(changed.told, QList<Workspace::Changes>{Workspace::FilterChange});
    }

    void recordAndVisibleAlwaysBelongTogether()
    {
        Workspace workspace;
        const auto first = test::generatedRecord({.articles = 6000, .people = 300, .quotationsPerArticle = 10});
        const auto second = test::generatedRecord({.articles = 7000, .people = 300, .quotationsPerArticle = 10});
        workspace.reset(first);
        workspace.setFilter(Filter().with(term(Facet::Agent, 1)));
        workspace.setSnapshot(second);
        QCOMPARE(workspace.snapshot(), first);
        QCOMPARE(workspace.visible().quotations.size(), first->quotations().size());
        QTRY_COMPARE(workspace.snapshot(), second);
        QCOMPARE(workspace.visible(), apply(workspace.filter(), *second));
        workspace.setFilter(Filter().with(term(Facet::Agent, 3)));
        workspace.reset(first); // another project: nothing of the old one arrives later
        QCOMPARE(workspace.snapshot(), first);
        QVERIFY(!workspace.isFiltering());
        QCOMPARE(workspace.visible().quotations.size(), first->quotations().size());
    }
};

QTEST_GUILESS_MAIN(tst_Workspace)
#include "tst_workspace.moc"
