// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "core/record/spelling.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace onrecord;
using namespace onrecord::extract;

/// Asks the extraction for what a reader finds in our own sentences beside words in marks: reports without marks (reports.txt), words that
/// carry the meaning of a quotation (markers.txt), figures (figures.txt) and dates (dates.txt). A line is: language | text, ¶ begins a
/// paragraph | facts, parted by " ; ". "# not yet" opens lines that are true and not found; "# found" ends them.
class TestFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reportsWithoutMarks_data() { lines(u"reports"_s, 90); }
    void reportsWithoutMarks() { check(reports); }
    void wordsThatCarryMeaning_data() { lines(u"markers"_s, 25); }
    void wordsThatCarryMeaning() { check(markers); }
    void figuresWithTheirSense_data() { lines(u"figures"_s, 50); }
    void figuresWithTheirSense() { check(figures); }
    void datesWithTheirPrecision_data() { lines(u"dates"_s, 35); }
    void datesWithTheirPrecision() { check(dates); }

private:
    using Say = QStringList (*)(const QString &text, const Extraction &found);

    static void lines(const QString &name, int fewest);
    static void check(Say say);
    static QString words(const QString &text, Span span) { return text.sliced(span.start, span.length()).replace(u'\n', u'¶'); }
    static QString nameOf(const Extraction &found, int agent) { return agent < 0 ? u"-"_s : found.agents[static_cast<size_t>(agent)].name; }
    static QStringList reports(const QString &text, const Extraction &found);
    static QStringList markers(const QString &text, const Extraction &found);
    static QStringList figures(const QString &text, const Extraction &found);
    static QStringList dates(const QString &text, const Extraction &found);
};

void TestFacts::lines(const QString &name, int fewest)
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("isKnownGap");
    QFile file(qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/golden/"_s + name + u".txt"_s);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    bool gap = false;
    int number = 0;
    int rows = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++number;
        gap = (gap || line == u"# not yet"_s) && line != u"# found"_s;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList parts = line.split(u" |"_s);
        QVERIFY2(parts.size() == 3, qPrintable(line));
        QString text = parts[1].sliced(1);
        QTest::addRow("%d %s", number, qPrintable(text)) << parts[0] << text.replace(u'¶', u'\n') << parts[2].trimmed() << gap;
        ++rows;
    }
    QVERIFY2(rows >= fewest, qPrintable(QString::number(rows)));
}

void TestFacts::check(Say say)
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const QString, wanted);
    QFETCH(const bool, isKnownGap);
    Options options;
    options.language = language;
    options.published = PartialDate::day(2026, 5, 15); // a Friday
    if (isKnownGap)
        QEXPECT_FAIL("", "known gap", Abort);
    QCOMPARE(say(text, extract::extract(text, options)).join(u" ; "_s), wanted);
}

/// content = source / cue (who); a content in pieces has "…" between them. What has marks inside is left out.
QStringList TestFacts::reports(const QString &text, const Extraction &found)
{
    QStringList out;
    for (const FoundQuotation &q : found.quotations) {
        if (q.directness != Directness::Indirect)
            continue;
        QStringList content;
        for (const Span piece : q.segments)
            content.append(words(text, piece));
        if (content.isEmpty())
            content.append(words(text, q.content));
        const QString source = q.speakerSpan.isEmpty() ? u"-"_s : words(text, q.speakerSpan);
        const QString who = nameOf(found, q.speaker);
        out.append(content.join(u" … "_s) + u" = "_s + source + u" / "_s + words(text, q.cue) + (who == source ? QString() : u" ("_s + who + u')'));
    }
    return out;
}

/// Of all quotations in marks: word kind.
QStringList TestFacts::markers(const QString &text, const Extraction &found)
{
    QStringList out;
    for (const FoundQuotation &q : found.quotations) {
        for (const FoundMarker &marker : q.markers) {
            if (q.directness != Directness::Indirect)
                out.append(words(text, marker.span) + u' ' + spelling(marker.kind));
        }
    }
    return out;
}

/// figure = value[..max] unit [qualifier] : subject / predicate (who says it)
QStringList TestFacts::figures(const QString &text, const Extraction &found)
{
    QStringList out;
    for (const FoundFigure &f : found.figures) {
        const QString value = f.value ? QString::number(*f.value, 'g', 12) : u"vague"_s;
        const QString max = f.max ? u".."_s + QString::number(*f.max, 'g', 12) : QString();
        const QString qualifier = f.qualifier == Qualifier::None ? QString() : u" ["_s + spelling(f.qualifier) + u']';
        out.append(words(text, f.content) + u" = "_s + value + max + u' ' + f.unit + qualifier + u" : "_s + f.subject + u" / "_s + f.predicate + u" ("_s + nameOf(found, f.assertedBy) + u')');
    }
    return out;
}

/// words = date in EDTF, basis
QStringList TestFacts::dates(const QString &text, const Extraction &found)
{
    QStringList out;
    for (const FoundDate &date : found.dates)
        out.append(words(text, date.content) + u" = "_s + date.when.when.toEdtf() + u", "_s + spelling(date.when.basis));
    return out;
}

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
