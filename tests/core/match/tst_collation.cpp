// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/collation.h"

#include <QTest>

using namespace onrecord::match;
using namespace Qt::StringLiterals;

namespace {

/// A row as one line: "word" the same, "-word" missing, "+word" added, "." nothing; "!" before a conflict.
QString line(const CollatedRow &row)
{
    QStringList out;
    for (const CollatedCell &cell : row.cells) {
        const QString sign = cell.state == CollatedCell::State::Missing ? u"-"_s : cell.state == CollatedCell::State::Added ? u"+"_s : QString();
        out.append((cell.conflict ? u"!"_s : QString()) + sign + (cell.state == CollatedCell::State::Nothing ? u"."_s : cell.word));
    }
    return out.join(u' ');
}

QString baseLine(const Collation &made)
{
    QStringList out;
    for (const CollatedColumn &column : made.columns)
        out.append(column.base.isEmpty() ? u"."_s : column.base);
    return out.join(u' ');
}

} // namespace

class TestCollation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyWordingStandsUnderTheBase_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QStringList>("wordings");
        QTest::addColumn<QStringList>("lines"); // the base, then each wording
        const auto row = [](const char *name, const QString &base, const QStringList &wordings, const QStringList &lines) {
            QTest::newRow(name) << base << wordings << lines;
        };
        row("the same words", u"The ferry sails at noon."_s, {u"the ferry sails at noon"_s}, {u"The ferry sails at noon."_s, u"the ferry sails at noon"_s});
        row("an inserted negation pushes the others apart", u"The ferry will sail on Monday."_s,
            {u"The ferry will not sail on Monday."_s, u"The ferry will sail on Monday."_s},
            {u"The ferry will . sail on Monday."_s, u"The ferry will !+not sail on Monday."_s, u"The ferry will . sail on Monday."_s});
        row("another number stands behind the one it replaces", u"We lost 40 boats in the storm."_s, {u"We lost 14 boats in the storm."_s},
            {u"We lost 40 . boats in the storm."_s, u"We lost !-40 !+14 boats in the storm."_s});
        row("words cut at both ends", u"Well, I think the harbour master kept every log book he had."_s, {u"the harbour master kept every log book"_s},
            {u"Well, I think the harbour master kept every log book he had."_s, u"-Well, -I !-think the harbour master kept every log book -he -had."_s});
        row("words added behind the end", u"We repaired the old lighthouse lamp"_s, {u"We repaired the old lighthouse lamp last winter"_s},
            {u"We repaired the old lighthouse lamp . ."_s, u"We repaired the old lighthouse lamp +last +winter"_s});
        row("brackets and marks stay at their words", u"He called it “plain robbery” and left."_s, {u"[The baker] called it “plain robbery” and left."_s},
            {u"He . . called it “plain robbery” and left."_s, u"-He +[The +baker] called it “plain robbery” and left."_s});
    }

    void everyWordingStandsUnderTheBase()
    {
        QFETCH(QString, base);
        QFETCH(QStringList, wordings);
        QFETCH(QStringList, lines);
        const Collation made = collate(base, wordings);
        QStringList got{baseLine(made)};
        for (const CollatedRow &row : made.rows) {
            QCOMPARE(row.cells.size(), made.columns.size());
            got.append(line(row));
        }
        QCOMPARE(got, lines);
    }

    void columnsCountTheWordingsThatDiffer()
    {
        const Collation made = collate(u"The mill will close in autumn."_s, {u"The mill will never close in autumn."_s, u"The mill will close in spring."_s, u"The mill will close in autumn."_s});
        QList<int> heat;
        QList<bool> conflicts;
        for (const CollatedColumn &column : made.columns) {
            heat.append(column.differing);
            conflicts.append(column.conflict);
        }
        // The mill will [never] close in autumn [spring]
        QCOMPARE(heat, (QList<int>{0, 0, 0, 1, 0, 0, 1, 1}));
        QVERIFY(conflicts[3]);
        QCOMPARE(made.rows[0].added, 1);
        QCOMPARE(made.rows[1].missing, 1);
        QVERIFY(made.rows[0].comparison.meaningChanged);
        QCOMPARE(made.rows[2].comparison.relation, Relation::Identical);
    }

    void theBaseCanBeReadFromItsColumnsAndEachWordingFromItsCells()
    {
        const QString base = u"Maybe we should sell the third-grade coal by the end of the 50 million year contract, I don’t know."_s;
        const QStringList wordings{u"We should sell the third grade coal by the end of the contract"_s, u"perhaps we should not sell coal"_s, u""_s, base};
        const Collation made = collate(base, wordings);
        QStringList words;
        for (const CollatedColumn &column : made.columns) {
            if (!column.base.isEmpty())
                words.append(column.base);
        }
        QCOMPARE(words.join(QString()).remove(u' '), QString(base).remove(u' ')); // a hyphen's two words stand in two columns
        for (qsizetype i = 0; i < wordings.size(); ++i) {
            QStringList own;
            for (const CollatedCell &cell : made.rows[static_cast<size_t>(i)].cells) {
                if ((cell.state == CollatedCell::State::Same || cell.state == CollatedCell::State::Added) && !cell.word.isEmpty())
                    own.append(cell.word);
            }
            QCOMPARE(own.join(QString()).remove(u' '), QString(wordings[i]).remove(u' '));
        }
    }

    void nothingHasNoColumns()
    {
        const Collation made = collate({}, {QString(), u"one word"_s});
        QCOMPARE(made.columns.size(), 2u);
        QVERIFY(collate({}, {}).columns.empty());
    }
};

QTEST_GUILESS_MAIN(TestCollation)
#include "tst_collation.moc"
