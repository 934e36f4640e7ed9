// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/scandoubt.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

class TestScanDoubt : public QObject
{
    Q_OBJECT

    static Hit hit(std::vector<Change> changes)
    {
        Hit hit;
        hit.passages = {{10, 30}, {50, 60}};
        hit.changes = std::move(changes);
        return hit;
    }
    static Change at(Span printed) { return {ChangeKind::Wording, u"a"_s, u"b"_s, printed, {}, Bearing::OfKind}; }
    const Recognition m_scan{u"Tesseract"_s, {u"eng"_s}, 20, 90, {{{0, 5}, 10}, {{12, 16}, 61}, {{35, 40}, 20}, {{58, 63}, 79}}};

private Q_SLOTS:
    void onlyWordsOfThePassagesCount()
    {
        const ScanDoubt doubt = scanDoubt(hit({}), m_scan);
        QVERIFY(doubt.words == (std::vector<UncertainWord>{{{12, 16}, 61}, {{58, 63}, 79}}));
        QVERIFY(!doubt.isAll); // nothing differs
    }

    void changesOnUncertainWordsAreTold()
    {
        const ScanDoubt some = scanDoubt(hit({at({14, 20}), at({20, 25})}), m_scan);
        QCOMPARE(some.changesThere(), 1);
        QVERIFY(some.changes == (std::vector<bool>{true, false}));
        QVERIFY(!some.isAll);
        QVERIFY(scanDoubt(hit({at({14, 20}), at({50, 59})}), m_scan).isAll);
        Change cut = at({20, 25});
        cut.kind = ChangeKind::Cut;
        QVERIFY(scanDoubt(hit({at({14, 20}), cut}), m_scan).isAll);
        QVERIFY(!scanDoubt(hit({cut}), m_scan).isAll);
    }

    void wordsThatAreNotPrintedStandNowhere()
    {
        // Whoever asked for more words than are printed cannot blame the scan.
        QVERIFY(!scanDoubt(hit({at({14, 14})}), m_scan).isAll);
    }

    void aCertainScanRaisesNoDoubt()
    {
        const ScanDoubt doubt = scanDoubt(hit({at({12, 16})}), {u"Tesseract"_s, {}, 20, 99, {}});
        QVERIFY(doubt.words.empty() && !doubt.isAll && doubt.changesThere() == 0);
    }
};

QTEST_GUILESS_MAIN(TestScanDoubt)
#include "tst_scandoubt.moc"
