// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "core/record/spelling.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace onrecord;

/// Runs our own sentences (cases.txt, one a line: language, bar, text with ¶ for a new paragraph) through the extraction and
/// compares what comes out with expected.txt. ONRECORD_REFRESH_GOLDEN=1 writes expected.txt anew; read its diff then.
class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesComeOutAsBefore();
    void threadsAndRepetitionChangeNothing();
    void everyPieceOfALineCanBeRead();

private:
    static QString folder() { return qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/golden/"_s; }
    /// The lines of a file that are no remarks; those of the other files with what is expected behind them.
    static QStringList cases(const QString &name = u"cases.txt"_s);
    static QString rendered(const QString &line);
};

QStringList TestGolden::cases(const QString &name)
{
    QFile file(folder() + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList out;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.isEmpty() && !line.startsWith(u'#'))
            out.append(line);
    }
    return out;
}

QString TestGolden::rendered(const QString &line)
{
    const qsizetype bar = line.indexOf(u'|');
    QString text = line.sliced(bar + 1);
    text.replace(u'¶', u'\n');
    extract::Options options;
    options.language = line.first(bar);
    options.published = PartialDate::day(2026, 5, 15);
    const extract::Extraction found = extract::extract(text, options);
    const auto words = [&text](Span span) { return text.sliced(span.start, span.length()).replace(u'\n', u'¶'); };
    QString out = line + u'\n';
    for (const auto &q : found.quotations) {
        out += u"  quotation ["_s + words(q.content) + u"] "_s + spelling(q.kind) + u" by "_s
            + (q.speaker < 0 ? u"nobody"_s : found.agents[static_cast<size_t>(q.speaker)].name) + u" ("_s + words(q.speakerSpan) + u"), cue ["_s + words(q.cue)
            + u"], "_s + q.rule + u'\n';
    }
    for (const auto &agent : found.agents)
        out += u"  "_s + spelling(agent.type) + u' ' + agent.name + u" = "_s + agent.forms.join(u" / "_s) + u'\n';
    for (const auto &f : found.figures) {
        out += u"  figure ["_s + words(f.content) + u"] "_s + (f.value ? QString::number(*f.value, 'g', 12) : u"vague"_s)
            + (f.max ? u" to "_s + QString::number(*f.max, 'g', 12) : QString()) + u' ' + f.unit + u' ' + spelling(f.qualifier) + u'\n';
    }
    for (const auto &d : found.dates)
        out += u"  date ["_s + words(d.content) + u"] "_s + d.when.when.toEdtf() + u'\n';
    return out;
}

void TestGolden::sentencesComeOutAsBefore()
{
    const QStringList lines = cases();
    QVERIFY(lines.size() > 100);
    QString now;
    for (const QString &line : lines)
        now += rendered(line) + u'\n';
    QFile file(folder() + u"expected.txt"_s);
    if (qEnvironmentVariableIsSet("ONRECORD_REFRESH_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(now.toUtf8());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList expected = QString::fromUtf8(file.readAll()).split(u"\n\n"_s, Qt::SkipEmptyParts);
    const QStringList got = now.split(u"\n\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(got.size(), expected.size());
    for (qsizetype i = 0; i < got.size(); ++i)
        QCOMPARE(got[i], expected[i]);
}

void TestGolden::threadsAndRepetitionChangeNothing()
{
    for (const QString &line : cases())
        QCOMPARE(rendered(line), rendered(line));
}

/// A text may break off anywhere. Run with the assertions of the containers, this finds what looks behind the last word.
void TestGolden::everyPieceOfALineCanBeRead()
{
    int pieces = 0;
    for (const QString &line : cases() + cases(u"truth.txt"_s) + cases(u"figures.txt"_s) + cases(u"reports.txt"_s)) {
        const qsizetype bar = line.indexOf(u'|');
        const QString text = line.sliced(bar + 1).section(u'|', 0, 0).trimmed().replace(u'¶', u'\n');
        extract::Options options;
        options.language = line.first(bar).trimmed();
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text[at].isLetterOrNumber() && at > 0 && text[at - 1].isLetterOrNumber())
                continue; // between words is enough
            for (const QString &piece : {text.first(at), text.sliced(at)}) {
                const extract::Extraction found = extract::extract(piece, options);
                for (const auto &q : found.quotations)
                    QVERIFY2(q.content.start >= 0 && q.content.start < q.content.end && q.content.end <= piece.size(), qPrintable(piece));
                ++pieces;
            }
        }
    }
    QVERIFY(pieces > 5000);
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
