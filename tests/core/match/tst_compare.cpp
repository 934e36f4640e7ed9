// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/compare.h"

#include <QFile>
#include <QTest>

using namespace onrecord::match;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kinds{u"negation", u"number", u"unit", u"name", u"hedge", u"quantifier", u"tense", u"cut", u"insert", u"wording", u"order"};
constexpr std::array relations{u"identical", u"shortened", u"altered", u"different"};

QString named(const std::vector<Change> &changes)
{
    QStringList out;
    for (const Change &change : changes) {
        const QString kind = QString::fromUtf16(kinds.at(static_cast<size_t>(change.kind)));
        const QString bearing = change.bearing == Bearing::Conflict ? u"*"_s : change.bearing == Bearing::SameValue ? u"="_s : QString();
        out.append(kind + bearing + u" "_s + change.from + u">"_s + change.to);
    }
    return out.join(u"; "_s);
}

} // namespace

class tst_Compare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordingsAreToldApart_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("relation");
        QTest::addColumn<QString>("changes");
        QFile file(qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/core/match/wordings.txt"_s);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine()).trimmed();
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            QStringList fields = line.split(u'|');
            QVERIFY2(fields.size() == 4, qPrintable(line));
            for (QString &field : fields)
                field = field.trimmed().replace(u"\\n"_s, u"\n"_s).replace(u"\\-"_s, QString(QChar(0x00AD)));
            QTest::newRow(qPrintable(fields[0] + u" / "_s + fields[1])) << fields[0] << fields[1] << fields[2] << fields[3];
        }
    }
    void wordingsAreToldApart()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const Comparison answer = compare(a, b);
        QCOMPARE(QString::fromUtf16(relations.at(static_cast<size_t>(answer.relation))), *static_cast<QString *>(QTest::qData("relation", qMetaTypeId<QString>())));
        QCOMPARE(named(answer.changes), *static_cast<QString *>(QTest::qData("changes", qMetaTypeId<QString>())));
        QCOMPARE(answer.same, answer.relation != Relation::Different);
        QString printed;
        for (const Piece &piece : answer.pieces)
            printed += piece.op == Piece::Op::Asked ? QString() : piece.text;
        if (answer.printedWords > 0)
            QCOMPARE(printed, a);
    }

    /// Only on the article's side: who asks may leave out a sign of his own.
    void whatTheArticleLeavesOutOrPutsInIsNamed()
    {
        const Comparison gap = compare(u"I will ... resign over this affair."_s, u"I will resign over this affair."_s);
        QCOMPARE(gap.relation, Relation::Shortened);
        QVERIFY(gap.signsDiffer);
        QCOMPARE(named(gap.changes), u"cut …>"_s);
        QVERIFY(!compare(u"I will resign over this affair."_s, u"I will ... resign over this affair."_s).signsDiffer);
        const Comparison editor = compare(u"[The keeper] left the tower."_s, u"The keeper left the tower."_s);
        QCOMPARE(editor.relation, Relation::Altered);
        QVERIFY(!editor.meaningChanged);
        const Comparison turned = compare(u"We will [not] pay the debt."_s, u"We will not pay the debt."_s);
        QVERIFY(turned.meaningChanged);
        QCOMPARE(named(turned.changes), u"negation [not]>not"_s);
    }

    void aConflictIsFoundWhicheverWayOneLooks_data() { wordingsAreToldApart_data(); }
    void aConflictIsFoundWhicheverWayOneLooks()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const Comparison there = compare(a, b);
        const Comparison back = compare(b, a);
        QCOMPARE(back.relation, there.relation);
        QCOMPARE(back.meaningChanged, there.meaningChanged);
    }
};

QTEST_GUILESS_MAIN(tst_Compare)
#include "tst_compare.moc"
