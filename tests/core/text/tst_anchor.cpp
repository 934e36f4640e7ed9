// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/anchor.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

class tst_Anchor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnchorHoldsWhatStandsThereAndAround()
    {
        const QString text = u"The mayor said “we will open the bridge” on Monday morning."_s;
        const auto at = static_cast<qint32>(text.indexOf(u"we will"));
        const Anchor anchor = anchorAt(text, {at, at + 7});
        QCOMPARE(anchor.exact, u"we will"_s);
        QCOMPARE(anchor.prefix, u"The mayor said “"_s);
        QVERIFY(anchor.suffix.startsWith(u" open the bridge"));
        QCOMPARE(anchor.suffix.size(), anchorContext);
        QVERIFY(holds(anchor, text));
    }

    void anAnchorOfAnotherTextDoesNotHold()
    {
        const QString text = u"one two three"_s;
        const Anchor anchor = anchorAt(text, {4, 7});
        QVERIFY(!holds(anchor, u"one TWO three"));
        QVERIFY(!holds(anchor, u"a one two three"));
        QVERIFY(!holds(anchor, u"One two three"));
        QVERIFY(!holds(anchor, u"one two thrice"));
        QVERIFY(!holds(anchor, u"one"));
        QVERIFY(!holds(anchor, u""));
        Anchor moved = anchor;
        moved.span = {-1, 2};
        QVERIFY(!holds(moved, text));
    }

    void contextNeverSplitsACharacter()
    {
        // Thirty-one letters and an emoji: the context border falls into the pair on both sides.
        const QString text = u"😀"_s + QString(31, u'a') + u"HERE"_s + QString(31, u'b') + u"😀"_s;
        const Anchor anchor = anchorAt(text, {33, 37});
        QCOMPARE(anchor.exact, u"HERE"_s);
        QCOMPARE(anchor.prefix, QString(31, u'a'));
        QCOMPARE(anchor.suffix, QString(31, u'b'));
        QVERIFY(holds(anchor, text));
    }

    void theWholeTextAndNothingAtAll()
    {
        const QString text = u"漢字"_s;
        const Anchor all = anchorAt(text, {0, 2});
        QCOMPARE(all.exact, text);
        QVERIFY(all.prefix.isEmpty() && all.suffix.isEmpty());
        QVERIFY(holds(all, text));
        QVERIFY(anchorAt(text, {1, 1}).isNull());
        QVERIFY(anchorAt(u"", {0, 0}).isNull());
    }

    void spansOverlapOnlyInside()
    {
        constexpr Span a{2, 5};
        QVERIFY(a.overlaps({4, 9}));
        QVERIFY(!a.overlaps({5, 9}));
        QVERIFY(a.contains(Span{2, 5}));
        QVERIFY(!a.contains(Span{2, 6}));
        QVERIFY(a.contains(4));
        QVERIFY(!a.contains(5));
        QVERIFY((Span{3, 3}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Anchor)
#include "tst_anchor.moc"
