// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplerecord.h"
#include "ui/shell/placestate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using explore::Facet;
using explore::Place;
using explore::Term;

class TestPlaceState : public QObject
{
    Q_OBJECT
private:
    static Place somewhere()
    {
        Place place;
        Term outlet{Facet::Outlet, 2, 0, 0, {}, true};
        Term said{Facet::Said, 0, -5, 4'000'000'000, {}, false};
        Term words{Facet::Words, 0, 0, 0, u"rust “bolt” <b>"_s, false};
        place.filter.terms = {outlet, said, words};
        place.items = {AgentId{1}, QuotationId{4}};
        place.current = QuotationId{4};
        place.passage = {{2}, {10, 30}, QuotationId{4}};
        return place;
    }

private Q_SLOTS:
    void comesBackAsItWasThroughStoredJson()
    {
        const auto record = test::sampleRecord();
        const QByteArray stored = QJsonDocument(placeToJson(somewhere())).toJson();
        QCOMPARE(placeFromJson(QJsonDocument::fromJson(stored).object(), *record), somewhere());
    }

    void emptyPlaceIsEmpty()
    {
        const auto record = test::sampleRecord();
        QCOMPARE(placeFromJson(placeToJson({}), *record), Place());
        QCOMPARE(placeFromJson({}, *record), Place());
    }

    void itemsThatAreGoneAreLeftOut()
    {
        Place place = somewhere();
        place.items.insert(QuotationId{999});
        place.current = QuotationId{999};
        place.passage = {{77}, {1, 2}, {}};
        const Place back = placeFromJson(placeToJson(place), *test::sampleRecord());
        QCOMPARE(back.items, somewhere().items);
        QVERIFY(back.current.isNull());
        QVERIFY(back.passage.article.isNull());
    }

    void passageOutsideTheTextIsItsBeginning()
    {
        Place place = somewhere();
        place.passage.span = {5, 1'000'000};
        QCOMPARE(placeFromJson(placeToJson(place), *test::sampleRecord()).passage.span, Span());
    }

    void nonsenseIsLeftOut()
    {
        const QJsonObject json =
            QJsonDocument::fromJson(
                R"({"filter":[{"facet":99},{"facet":"x"},7],"items":[[99,1],[2],"a",null],"current":3,"passage":[]})")
                .object();
        QCOMPARE(placeFromJson(json, *test::sampleRecord()), Place());
    }
};

QTEST_GUILESS_MAIN(TestPlaceState)
#include "tst_placestate.moc"
