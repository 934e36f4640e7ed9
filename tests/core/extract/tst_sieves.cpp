// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "core/extract/sieves/sieves.h"
#include "tests/core/extract/markedblocks.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace onrecord;
using namespace onrecord::extract;

namespace {

struct Row {
    QString file;
    int line = 0;
    QStringList cells; ///< language, text, words, rule, speaker, cue
};

QString folder()
{
    return qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/core/extract/sieves"_s;
}

QList<Row> rows()
{
    QList<Row> out;
    for (const QString &name : QDir(folder()).entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder() + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        int number = 0;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            ++number;
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            QStringList cells = line.split(u" |"_s);
            for (QString &cell : cells)
                cell = cell.trimmed().replace(u'¶', u'\n');
            out.append({name, number, cells});
        }
    }
    return out;
}

} // namespace

/// Each sieve by itself: a table of sentences a file under core/extract/sieves, with whom it names and by which words, and
/// sentences that it must leave to another.
class TestSieves : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decidesWhatIsItsOwn_data();
    void decidesWhatIsItsOwn();
    void everySieveHasATable();
    void everyRuleHasARow();
};

void TestSieves::decidesWhatIsItsOwn_data()
{
    QTest::addColumn<QStringList>("cells");
    for (const Row &row : rows())
        QTest::addRow("%s:%d", qPrintable(row.file), row.line) << row.cells;
}

void TestSieves::decidesWhatIsItsOwn()
{
    QFETCH(const QStringList, cells);
    QVERIFY2(cells.size() == 6, qPrintable(cells.join(u'|')));
    const auto [text, blocks] = test::blocksIn(cells[1]);
    Options options;
    options.language = cells[0];
    options.setApart = blocks;
    const Extraction found = extract::extract(text, options);
    const auto it = std::ranges::find_if(found.quotations, [&, &text = text](const FoundQuotation &q) { return q.kind != Kind::Indirect && text.sliced(q.content.start, q.content.length()) == cells[2]; });
    QVERIFY2(it != found.quotations.end(), qPrintable(text));
    if (cells[3].startsWith(u"not "_s))
        QVERIFY2(it->rule != cells[3].sliced(4), qPrintable(it->rule));
    else
        QCOMPARE(it->rule, cells[3]);
    QCOMPARE(it->speaker < 0 ? u"-"_s : found.agents[static_cast<size_t>(it->speaker)].name, cells[4]);
    QCOMPARE(text.sliced(it->cue.start, it->cue.length()), cells[5]);
}

void TestSieves::everySieveHasATable()
{
    const QDir sources(qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/../core/extract/sieves"_s);
    QStringList names = sources.entryList({u"*.cpp"_s}, QDir::Files, QDir::Name);
    names.removeIf([&sources](const QString &name) { return sources.exists(name.chopped(4) + u".h"_s); }); // what sieves share
    QVERIFY(names.size() > 5);
    for (const QString &name : names)
        QVERIFY2(QFile::exists(folder() + u'/' + name.chopped(4) + u".txt"_s), qPrintable(name));
}

void TestSieves::everyRuleHasARow()
{
    QMap<QString, int> counts;
    for (const Row &row : rows())
        ++counts[row.cells[3]];
    for (const auto sieves : {sentenceSieves(), neighbourSieves()}) {
        for (const Sieve &sieve : sieves) {
            if (sieve.name != continuedRule) // joined to the quotation it continues, whose rule it then has
                QVERIFY2(counts[sieve.name] > 0, sieve.name.data());
        }
    }
}

QTEST_GUILESS_MAIN(TestSieves)
#include "tst_sieves.moc"
