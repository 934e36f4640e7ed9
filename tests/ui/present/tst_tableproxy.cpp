// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/shapes.h"
#include "tests/support/samplerecord.h"
#include "ui/present/tableproxy.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace onrecord;
using namespace onrecord::present;
using namespace Qt::StringLiterals;

/// What the rows of a table say, without the table.
class tst_TableProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTableSpeaksInWords()
    {
        const auto record = test::sampleRecord();
        for (int i = 0; i < sectionCount; ++i) {
            const auto section = static_cast<Section>(i);
            models::RecordModel model(shapeOf(section));
            TableProxy words(section, model);
            QAbstractItemModelTester tester(&words, QAbstractItemModelTester::FailureReportingMode::QtTest);
            model.show(record, explore::apply({}, *record));
            for (int column = 0; column < words.columnCount(); ++column) {
                QVERIFY(!words.headerData(column, Qt::Horizontal).toString().isEmpty());
                QVERIFY(!columnKey(section, column).isEmpty());
            }
            QCOMPARE(sectionFromKey(sectionKey(section)), std::optional(section));
        }
    }

    void wordsKeepClearOfTheDiscBesideThem()
    {
        const SnapshotPtr sample = test::sampleRecord();
        Snapshot::Rows rows;
        rows.outlets = sample->outlets();
        rows.articles = sample->articles();
        rows.agents = sample->agents();
        rows.quotations = sample->quotations();
        Carry lost;
        lost.id = {1};
        lost.quotation = rows.quotations.front().id;
        lost.article = rows.articles.back().id;
        rows.carries.push_back(lost);
        const auto record = std::make_shared<Snapshot>(std::move(rows));
        bool isInAttention = false;
        for (int i = 0; i < sectionCount; ++i) {
            const auto section = static_cast<Section>(i);
            models::RecordModel model(shapeOf(section));
            const TableProxy words(section, model);
            model.show(record, explore::apply({}, *record));
            for (int row = 0; row < words.rowCount(); ++row) {
                const QModelIndex first = words.index(row, 0);
                const bool hasDisc = !first.data(TableProxy::DiscRole).value<Disc>().identity.isEmpty();
                QVERIFY(!hasDisc || first.data(TableProxy::HasDiscsRole).toBool());
                isInAttention = isInAttention || (hasDisc && section == Section::Attention);
            }
        }
        QVERIFY(isInAttention); // a quotation that a later version lost, with its speaker's disc
    }

    void whoPerhapsSaysItTogetherIsNamed()
    {
        Snapshot::Rows rows = test::sampleRows();
        rows.quotations[0].alsoSpeakers = {{4}};
        rows.quotations[0].confidence = 0.1;
        const auto record = std::make_shared<Snapshot>(std::move(rows));
        models::RecordModel model(shapeOf(Section::Attention));
        const TableProxy words(Section::Attention, model);
        model.show(record, explore::apply({}, *record));
        const QString line = words.index(model.rowOf(QuotationId{1}), 0).data(TableProxy::SecondLineRole).toString();
        QVERIFY2(line.startsWith(u"perhaps Ana Ruiz, Tom Hale"_s), qPrintable(line));
    }
};

QTEST_MAIN(tst_TableProxy)
#include "tst_tableproxy.moc"
