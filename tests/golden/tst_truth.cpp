// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "core/record/spelling.h"

#include <QFile>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace onrecord;
using namespace onrecord::extract;

/// Asks the extraction for what truth.txt says a reader finds: each stretch in marks, its speaker, its kind and the sieve.
class TestTruth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatAReaderFinds_data();
    void findsWhatAReaderFinds();
    void isLargeEnough();
};

void TestTruth::findsWhatAReaderFinds_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("isKnownGap");
    QFile file(qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/golden/truth.txt"_s);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QString rule = u"*"_s;
    bool gap = false;
    int number = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++number;
        if (line.startsWith(u"# rule: "_s))
            rule = line.sliced(8);
        gap = gap || line == u"# not yet"_s;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList parts = line.split(u" |"_s);
        QVERIFY2(parts.size() == 3, qPrintable(line));
        QString text = parts[1].sliced(1);
        QTest::addRow("%d %s", number, qPrintable(text)) << parts[0] << text.replace(u'¶', u'\n') << parts[2].trimmed().split(u" ; "_s, Qt::SkipEmptyParts) << rule << gap;
    }
}

void TestTruth::findsWhatAReaderFinds()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const QStringList, wanted);
    QFETCH(const QString, rule);
    QFETCH(const bool, isKnownGap);
    Options options;
    options.language = language;
    const Extraction found = extract::extract(text, options);
    QStringList got;
    QString firstRule;
    for (const FoundQuotation &q : found.quotations) {
        if (q.kind == Kind::Indirect)
            continue;
        QString speaker = q.speaker < 0 ? u"-"_s : found.agents[static_cast<size_t>(q.speaker)].name;
        for (const int also : q.alsoSpeakers)
            speaker += u" + "_s + found.agents[static_cast<size_t>(also)].name;
        const QString words = text.sliced(q.content.start, q.content.length()).replace(u'\n', u'¶');
        got.append(words + u" = "_s + speaker + (q.kind == Kind::Statement ? QString() : u" ["_s + spelling(q.kind) + u']'));
        if (firstRule.isEmpty() && q.kind != Kind::Scare && q.kind != Kind::Title)
            firstRule = q.rule;
    }
    if (isKnownGap)
        QEXPECT_FAIL("", "known gap", Abort);
    QCOMPARE(got.join(u" ; "_s), wanted.join(u" ; "_s));
    if (rule != u"*"_s)
        QCOMPARE(firstRule, rule);
}

void TestTruth::isLargeEnough()
{
    QFile file(qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/golden/truth.txt"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    QVERIFY(std::ranges::count_if(lines, [](const QString &line) { return line.contains(u" | "_s); }) > 280);
}

QTEST_GUILESS_MAIN(TestTruth)
#include "tst_truth.moc"
