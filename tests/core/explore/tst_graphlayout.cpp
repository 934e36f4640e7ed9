// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/graphlayout.h"
#include "core/explore/graphpicture.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace onrecord::explore;

namespace {

/// A tree with some more links, in one piece.
LayoutInput someGraph(int nodes, int moreLinks, unsigned seed = 7)
{
    std::mt19937 random(seed);
    LayoutInput input;
    input.count = nodes;
    for (int i = 1; i < nodes; ++i)
        input.links.push_back({static_cast<qint32>(random() % static_cast<unsigned>(i)), i});
    for (int i = 0; i < moreLinks; ++i) {
        const auto a = static_cast<qint32>(random() % static_cast<unsigned>(nodes));
        const auto b = static_cast<qint32>(random() % static_cast<unsigned>(nodes));
        if (a != b)
            input.links.push_back({a, b});
    }
    for (int i = 0; i < nodes; ++i)
        input.keys.push_back(static_cast<quint64>(random()) << 32 | random());
    return input;
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// Mean length of links against the mean distance of nodes that are not linked: small where the picture shows the graph.
double linkShare(const LayoutInput &input, const std::vector<QPointF> &places)
{
    double links = 0;
    for (const LayoutLink &link : input.links)
        links += distance(places[static_cast<size_t>(link.a)], places[static_cast<size_t>(link.b)]);
    double pairs = 0;
    int count = 0;
    for (size_t i = 0; i < places.size(); i += 3) {
        for (size_t j = i + 1; j < places.size(); j += 7) {
            pairs += distance(places[i], places[j]);
            ++count;
        }
    }
    return links / static_cast<double>(input.links.size()) / (pairs / count);
}

} // namespace

class TestGraphLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameGraphGivesTheSamePicture_data();
    void theSameGraphGivesTheSamePicture();
    void threadsChangeNothing();
    void placesAreAlwaysNumbers_data();
    void placesAreAlwaysNumbers();
    void linkedNodesLieNearEachOther_data();
    void linkedNodesLieNearEachOther();
    void aSmallPictureKeepsTheWantedLength();
    void leavesOfAStarSpreadOut();
    void fixedNodesStay_data();
    void fixedNodesStay();
    void aWarmStartMovesLittle();
    void boxesArePushedApart();
    void aCancelledRunEndsAtOnce();
    void theGridFindsWhatASearchFinds();
    void theNearestLineIsFound();
    void labelsNeverCollide();
    void importantLabelsComeFirst();
    void neededLabelsAreNeverLeftOut();
};

void TestGraphLayout::theSameGraphGivesTheSamePicture_data()
{
    QTest::addColumn<int>("nodes");
    QTest::newRow("small") << 60;
    QTest::newRow("large") << 900;
}

void TestGraphLayout::theSameGraphGivesTheSamePicture()
{
    QFETCH(int, nodes);
    const LayoutInput input = someGraph(nodes, nodes);
    QCOMPARE(layOutGraph(input), layOutGraph(input));
}

void TestGraphLayout::threadsChangeNothing()
{
    LayoutInput input = someGraph(5000, 6000);
    input.steps = 12;
    input.threads = 1;
    const std::vector<QPointF> one = layOutGraph(input);
    input.threads = 3;
    QCOMPARE(layOutGraph(input), one);
}

void TestGraphLayout::placesAreAlwaysNumbers_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<int>("shape");
    for (const int nodes : {1, 2, 3, 50, 700}) {
        for (const int shape : {0, 1, 2, 3, 4})
            QTest::addRow("%d nodes, shape %d", nodes, shape) << nodes << shape;
    }
}

void TestGraphLayout::placesAreAlwaysNumbers()
{
    QFETCH(int, nodes);
    QFETCH(int, shape);
    LayoutInput input;
    input.count = nodes;
    input.keys.assign(static_cast<size_t>(nodes), 5); // all alike: nothing tells them apart
    for (qint32 i = 1; i < nodes; ++i) {
        if (shape == 1) // a chain
            input.links.push_back({i - 1, i});
        else if (shape == 2) // a star
            input.links.push_back({0, i});
        else if (shape == 3 && i % 2 == 1) // pairs
            input.links.push_back({i - 1, i});
        else if (shape == 4) // the same link again and again, and a loop
            input.links.insert(input.links.end(), {{0, i % 2}, {0, 0}});
    } // shape 0: no links
    input.steps = 30;
    const std::vector<QPointF> places = layOutGraph(input);
    QCOMPARE(places.size(), static_cast<size_t>(nodes));
    for (const QPointF &place : places)
        QVERIFY(std::isfinite(place.x()) && std::isfinite(place.y()));
}

void TestGraphLayout::linkedNodesLieNearEachOther_data()
{
    theSameGraphGivesTheSamePicture_data();
}

void TestGraphLayout::linkedNodesLieNearEachOther()
{
    QFETCH(int, nodes);
    const LayoutInput input = someGraph(nodes, nodes / 10);
    const double share = linkShare(input, layOutGraph(input));
    QVERIFY2(share < 0.5, qPrintable(QString::number(share)));
}

void TestGraphLayout::aSmallPictureKeepsTheWantedLength()
{
    LayoutInput input = someGraph(40, 0);
    input.linkLength = 120;
    const std::vector<QPointF> places = layOutGraph(input);
    double sum = 0;
    for (const LayoutLink &link : input.links)
        sum += distance(places[static_cast<size_t>(link.a)], places[static_cast<size_t>(link.b)]);
    const double mean = sum / static_cast<double>(input.links.size());
    QVERIFY2(mean > 80 && mean < 200, qPrintable(QString::number(mean)));
}

void TestGraphLayout::leavesOfAStarSpreadOut()
{
    LayoutInput input;
    input.count = 16;
    for (qint32 i = 1; i < 16; ++i)
        input.links.push_back({0, i});
    for (quint64 i = 0; i < 16; ++i)
        input.keys.push_back(i * 77);
    const std::vector<QPointF> places = layOutGraph(input);
    for (size_t a = 1; a < 16; ++a) {
        for (size_t b = a + 1; b < 16; ++b)
            QVERIFY(distance(places[a], places[b]) > 15);
    }
}

void TestGraphLayout::fixedNodesStay_data()
{
    theSameGraphGivesTheSamePicture_data();
}

void TestGraphLayout::fixedNodesStay()
{
    QFETCH(int, nodes);
    LayoutInput input = someGraph(nodes, nodes / 2);
    input.before.resize(static_cast<size_t>(nodes));
    input.isFixed.assign(static_cast<size_t>(nodes), false);
    input.room.assign(static_cast<size_t>(nodes), QSizeF(60, 30));
    input.steps = 30;
    input.before[3] = QPointF(400, -20);
    input.before[9] = QPointF(-300, 77);
    input.isFixed[3] = input.isFixed[9] = true;
    const std::vector<QPointF> places = layOutGraph(input);
    QCOMPARE(places[3], QPointF(400, -20));
    QCOMPARE(places[9], QPointF(-300, 77));
}

void TestGraphLayout::aWarmStartMovesLittle()
{
    LayoutInput input = someGraph(50, 20);
    const std::vector<QPointF> first = layOutGraph(input);
    LayoutInput more = input;
    more.count = 53;
    for (qint32 i = 50; i < 53; ++i) {
        more.links.push_back({i - 45, i});
        more.keys.push_back(static_cast<quint64>(i));
    }
    more.before.assign(first.begin(), first.end());
    more.before.resize(53);
    const std::vector<QPointF> second = layOutGraph(more);
    double moved = 0;
    for (size_t i = 0; i < 50; ++i)
        moved += distance(first[i], second[i]) / 50;
    QVERIFY2(moved < 1, qPrintable(QString::number(moved)));
}

void TestGraphLayout::boxesArePushedApart()
{
    std::vector<QPointF> places;
    for (int i = 0; i < 30; ++i)
        places.emplace_back(i % 6, i / 6);
    std::vector<QSizeF> room(30, QSizeF(80, 34));
    pushApart(places, room, {}, 400);
    for (size_t a = 0; a < 30; ++a) {
        for (size_t b = a + 1; b < 30; ++b)
            QVERIFY(std::abs(places[a].x() - places[b].x()) >= 79.5 || std::abs(places[a].y() - places[b].y()) >= 33.5);
    }
}

void TestGraphLayout::aCancelledRunEndsAtOnce()
{
    LayoutInput input = someGraph(3000, 3000);
    int asked = 0;
    input.isCanceled = [&asked] { return ++asked > 3; };
    QCOMPARE(layOutGraph(input).size(), size_t{3000});
    QVERIFY(asked < 20);
}

void TestGraphLayout::theGridFindsWhatASearchFinds()
{
    std::mt19937 random(3);
    std::vector<QPointF> places;
    std::vector<double> radii;
    for (int i = 0; i < 800; ++i) {
        places.emplace_back(static_cast<double>(random() % 2000), static_cast<double>(random() % 900));
        radii.push_back(4 + static_cast<double>(random() % 14));
    }
    const HitGrid grid(places, radii);
    int hits = 0;
    for (int i = 0; i < 3000; ++i) {
        const QPointF point(static_cast<double>(random() % 2100) - 50, static_cast<double>(random() % 1000) - 50);
        qint32 best = -1;
        for (size_t k = 0; k < places.size(); ++k) {
            if (distance(places[k], point) <= radii[k] && (best < 0 || distance(places[k], point) < distance(places[static_cast<size_t>(best)], point)))
                best = static_cast<qint32>(k);
        }
        const qint32 found = grid.at(point);
        QCOMPARE(found < 0, best < 0);
        if (best >= 0) {
            QCOMPARE(distance(places[static_cast<size_t>(found)], point), distance(places[static_cast<size_t>(best)], point));
            ++hits;
        }
    }
    QVERIFY(hits > 300);
    QCOMPARE(HitGrid().at({0, 0}), -1);
}

void TestGraphLayout::theNearestLineIsFound()
{
    const std::vector<Line> lines{{{0, 0}, {100, 0}}, {{0, 10}, {100, 10}}, {{5, 5}, {5, 5}}};
    QCOMPARE(lineAt(lines, {50, 2}, 4), 0);
    QCOMPARE(lineAt(lines, {50, 8}, 4), 1);
    QCOMPARE(lineAt(lines, {5, 6}, 2), 2);
    QCOMPARE(lineAt(lines, {50, 5}, 4), -1);
    QCOMPARE(lineAt(lines, {140, 0}, 4), -1); // beyond its end
}

void TestGraphLayout::labelsNeverCollide()
{
    std::mt19937 random(5);
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 300; ++i) {
        const QPointF at(static_cast<double>(random() % 900), static_cast<double>(random() % 500));
        wishes.push_back({QRectF(at.x() - 8, at.y() - 8, 16, 16), QSizeF(30 + static_cast<double>(random() % 80), 14), static_cast<double>(random() % 10)});
    }
    const QRectF view(0, 0, 900, 500);
    const std::vector<QRectF> labels = placeLabels(wishes, view);
    int shown = 0;
    for (size_t a = 0; a < labels.size(); ++a) {
        if (labels[a].isEmpty())
            continue;
        ++shown;
        QVERIFY(view.contains(labels[a]));
        for (size_t b = 0; b < labels.size(); ++b) {
            if (a != b)
                QVERIFY(!labels[a].intersects(labels[b]));
            QVERIFY(!labels[a].intersects(wishes[b].node) || !view.intersects(wishes[b].node));
        }
    }
    QVERIFY(shown > 30);
}

void TestGraphLayout::importantLabelsComeFirst()
{
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 12; ++i)
        wishes.push_back({QRectF(100 + i * 3, 100, 4, 4), QSizeF(90, 14), i == 9 ? 5.0 : 0.0});
    QVERIFY(!placeLabels(wishes, {0, 0, 300, 200})[9].isEmpty());
}

void TestGraphLayout::neededLabelsAreNeverLeftOut()
{
    // A wall of nodes all around, so that no place is free.
    std::vector<LabelWish> wishes;
    for (int x = 0; x < 12; ++x) {
        for (int y = 0; y < 12; ++y)
            wishes.push_back({QRectF(10 + x * 12, 10 + y * 12, 11, 11), QSizeF(90, 14), 0});
    }
    const size_t middle = 6 * 12 + 6;
    const QRectF view(0, 0, 170, 170);
    QVERIFY(placeLabels(wishes, view)[middle].isEmpty());
    wishes[middle].isNeeded = true;
    const QRectF label = placeLabels(wishes, view)[middle];
    QVERIFY(!label.isEmpty());
    QVERIFY(view.contains(label));
    QVERIFY(!label.intersects(wishes[middle].node));
}

QTEST_GUILESS_MAIN(TestGraphLayout)
#include "tst_graphlayout.moc"
