// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "tests/core/store/samplearticles.h"

#include <QFile>
#include <QTest>
#include <algorithm>
#include <array>

using namespace onrecord;
using namespace Qt::StringLiterals;
using match::Verdict;

namespace {

struct Block {
    QString speaker;
    QString words;
    QList<std::pair<QString, QString>> asked;
};

constexpr std::array verdicts{"verbatim", "verbatim-other-speaker", "verbatim-other-source", "shortened", "altered", "stitched", "paraphrase", "not-found"};
constexpr std::array kinds{"negation", "number", "unit", "name", "hedge", "quantifier", "tense", "cut", "insert", "wording", "order"};

QString curly(QString words)
{
    return words.replace(u'\'', u'’').prepend(u'“').append(u'”');
}
QString broken(const QString &words)
{
    QString out;
    int number = 0;
    for (const QChar c : words)
        out += c == u' ' && ++number % 3 == 0 ? u"\r\n "_s : QString(c);
    return out;
}
QString swung(QString words)
{
    for (qsizetype i = 0; i < words.size(); i += 2)
        words[i] = words[i].toUpper();
    return words;
}
QString softened(const QString &words)
{
    QString out;
    for (qsizetype i = 0; i < words.size(); ++i) {
        out += words[i];
        if (words[i].isLetter() && i + 1 < words.size() && words[i + 1].isLetter() && i % 5 == 0)
            out += QChar(0x00AD);
    }
    return out;
}
QString withoutSigns(QString words)
{
    words.chop(1);
    return words.replace(u", "_s, u" "_s);
}
QString firstWords(const QString &words, int count)
{
    return words.split(u' ').first(count).join(u' ');
}

} // namespace

class tst_Verify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyCaseHasItsVerdict_data();
    void everyCaseHasItsVerdict();
    void aSpeakerAndADateAreJudged();
    void whatWasReportedIsAParaphrase();

private:
    void readBlocks();

    QList<Block> m_blocks;
    QTemporaryDir m_dir;
    std::unique_ptr<store::Project> m_project;
};

void tst_Verify::readBlocks()
{
    QFile file(qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/core/store/verifygrid.txt"_s);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        QStringList fields = line.split(u'|');
        for (QString &field : fields)
            field = field.trimmed();
        if (fields[0] == u"quote")
            m_blocks.append({fields[1], fields[2], {}});
        else
            m_blocks.last().asked.append({fields[0], fields[1]});
    }
}

void tst_Verify::initTestCase()
{
    readBlocks();
    auto made = store::Project::create(m_dir.filePath(u"grid.onrecord"_s), test::fixedClock());
    QVERIFY(made);
    m_project = std::move(*made);
    // Two articles hold all blocks, each between sentences of its own, so that a stitched quote stands in one or in two.
    for (int half = 0; half < 2; ++half) {
        QString text = u"What was said, part %1\n\n"_s.arg(half + 1);
        for (int i = half; i < m_blocks.size(); i += 2)
            text += u"The hall fell quiet at item %1. “%2” said %3. A door closed somewhere.\n\n"_s.arg(i).arg(m_blocks[i].words, m_blocks[i].speaker);
        if (half == 0)
            text += u"Ada Nolte told reporters that the museum would return all forty carved masks to the village next spring."_s;
        test::ArticleBuilder builder(text, u"part%1.txt"_s.arg(half));
        builder.title(u"Part %1"_s.arg(half + 1)).outlet(u"Grid Gazette %1"_s.arg(half)).published(PartialDate::day(2031, 5, 6 + half));
        for (int i = half; i < m_blocks.size(); i += 2)
            builder.quotation(m_blocks[i].words, builder.agent(m_blocks[i].speaker), Kind::Statement);
        auto article = builder.article();
        if (half == 0) {
            builder.quotation(u"the museum would return all forty carved masks to the village next spring"_s, builder.agent(u"Ada Nolte"_s), Kind::Indirect);
            article = builder.article();
            article.extraction.quotations.back().directness = Directness::Indirect;
        }
        const auto added = m_project->addArticle(article);
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
    }
}

void tst_Verify::everyCaseHasItsVerdict_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("speaker");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("conflict");
    const auto row = [](const QString &name, const QString &quote, const QString &speaker, const QString &verdict, const QString &conflict = u"-"_s) {
        QTest::newRow(qPrintable(name)) << quote << speaker << verdict << conflict;
    };
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        const Block &block = m_blocks[i];
        const QString name = block.speaker + u": "_s;
        const QString verbatim = u"verbatim"_s;
        row(name + u"as printed"_s, block.words, {}, verbatim);
        row(name + u"curly marks"_s, curly(block.words), {}, verbatim);
        row(name + u"straight marks"_s, u'"' + block.words + u'"', {}, verbatim);
        row(name + u"angled marks"_s, u'»' + block.words + u'«', {}, verbatim);
        row(name + u"line breaks"_s, broken(block.words), {}, verbatim);
        row(name + u"case"_s, swung(block.words), {}, verbatim);
        row(name + u"soft hyphens"_s, softened(block.words), {}, verbatim);
        row(name + u"no-break spaces"_s, QString(block.words).replace(u' ', QChar(0x00A0)), {}, verbatim);
        row(name + u"without signs"_s, withoutSigns(block.words), {}, verbatim);
        row(name + u"ellipsis at the end"_s, block.words.chopped(1) + u" …"_s, {}, verbatim);
        row(name + u"ellipsis before"_s, u"... "_s + block.words, {}, verbatim);
        row(name + u"bracketed capital"_s, u'[' + block.words.first(1) + u']' + block.words.sliced(1), {}, verbatim);
        row(name + u"right speaker"_s, block.words, block.speaker, verbatim);
        row(name + u"surname"_s, block.words, block.speaker.section(u' ', 1), verbatim);
        const Block &next = m_blocks[(i + 1) % m_blocks.size()];
        const Block &same = m_blocks[(i + 2) % m_blocks.size()];
        row(name + u"wrong speaker"_s, block.words, next.speaker, u"verbatim-other-speaker"_s);
        row(name + u"wrong speaker, other glyphs"_s, curly(broken(block.words)), next.speaker, u"verbatim-other-speaker"_s);
        row(name + u"stitched in one article"_s, firstWords(block.words, 6) + u" … "_s + firstWords(same.words, 6), {}, u"stitched"_s);
        row(name + u"stitched from two"_s, firstWords(block.words, 6) + u" "_s + firstWords(next.words, 6), {}, u"stitched"_s);
        row(name + u"absent"_s, u"Purple elephants %1 danced merrily across frozen tundra"_s.arg(i), {}, u"not-found"_s);
        for (const auto &[what, words] : block.asked)
            row(name + what + u": "_s + words, words, {}, what.section(u' ', 0, 0), what.section(u' ', 1));
    }
}

void tst_Verify::everyCaseHasItsVerdict()
{
    QFETCH(QString, quote);
    QFETCH(QString, speaker);
    QFETCH(QString, verdict);
    QFETCH(QString, conflict);
    const auto answer = store::verify(*m_project, quote, speaker);
    QVERIFY(answer);
    QString seen = QLatin1StringView(verdicts[static_cast<size_t>(answer->verdict)]);
    QStringList named;
    if (!answer->hits.empty()) {
        for (const match::Change &change : answer->hits.front().changes)
            named.append(QLatin1StringView(kinds[static_cast<size_t>(change.kind)]));
    }
    QVERIFY2(seen == verdict, qPrintable(seen + u" ["_s + named.join(u' ') + u"] for "_s + verdict + (answer->hits.empty() ? QString() : u": "_s + answer->hits.front().explanation)));
    const bool isTurned = conflict.endsWith(u'!');
    const bool isSameValue = conflict.endsWith(u'=');
    if (isTurned || isSameValue)
        conflict.chop(1);
    if (conflict != u"-")
        QVERIFY2(named.contains(conflict), qPrintable(named.join(u' ')));
    if (isSameValue)
        QVERIFY2(answer->hits.front().explanation.contains(u"the same value written otherwise"_s), qPrintable(answer->hits.front().explanation));
    const bool turns = isTurned || QStringList{u"negation"_s, u"number"_s, u"unit"_s, u"name"_s, u"hedge"_s, u"quantifier"_s}.contains(conflict);
    if (!answer->hits.empty() && (verdict == u"shortened" || verdict == u"altered"))
        QCOMPARE(answer->hits.front().meaningChanged, turns);
    for (const match::Hit &hit : answer->hits) {
        QVERIFY(!hit.explanation.isEmpty() && !hit.tier.isEmpty() && !hit.passages.empty());
        const auto text = m_project->articleText(hit.article);
        for (const Span span : hit.passages)
            QVERIFY(span.start >= 0 && span.start < span.end && span.end <= text->size());
        for (const match::Change &change : hit.changes)
            QVERIFY(change.printed.isEmpty() || text->sliced(change.printed.start, change.printed.length()).contains(change.from.section(u" … "_s, 0, 0).section(u' ', 0, 0)));
    }
    QCOMPARE(answer->searched.articles, 2);
}

void tst_Verify::aSpeakerAndADateAreJudged()
{
    const QString said = m_blocks.first().words;
    auto answer = store::verify(*m_project, store::Question{said, {}, PartialDate::day(2031, 5, 6)});
    QVERIFY(answer && answer->hits.front().dateAgrees);
    answer = store::verify(*m_project, store::Question{said, {}, PartialDate::year(2029)});
    QVERIFY(answer && !answer->hits.front().dateAgrees);
    QVERIFY(answer->hits.front().explanation.contains(u"another time"_s));
    QCOMPARE(answer->verdict, Verdict::VerbatimOtherSource);
    // The source: the outlet that prints it, another one, its headline, its address.
    const auto from = [&](const QString &source, const QString &speaker = {}) {
        const auto asked = store::verify(*m_project, store::Question{said, speaker, {}, source});
        return asked ? asked->verdict : Verdict::NotFound;
    };
    const SnapshotPtr record = *m_project->snapshot();
    const Article &printed = *record->article(answer->hits.front().article);
    QCOMPARE(from(record->outletName(printed.id)), Verdict::Verbatim);
    QCOMPARE(from(u"The "_s + record->outletName(printed.id).toUpper()), Verdict::Verbatim);
    QCOMPARE(from(printed.title.value), Verdict::Verbatim);
    QCOMPARE(from(u"Valley Gazette"_s), Verdict::VerbatimOtherSource);
    QCOMPARE(from(u"Valley Gazette"_s, u"Nobody Known"_s), Verdict::VerbatimOtherSpeaker);
    answer = store::verify(*m_project, QString(said).replace(u"never"_s, u"always"_s), u"Tom Hale"_s);
    QCOMPARE(answer->verdict, Verdict::Altered);
    QVERIFY(!answer->hits.front().speakerAgrees);
}

void tst_Verify::whatWasReportedIsAParaphrase()
{
    auto answer = store::verify(*m_project, u"We will give the forty carved masks back to the village: they return next spring."_s);
    QVERIFY(answer);
    QCOMPARE(answer->verdict, Verdict::Paraphrase);
    QVERIFY(!answer->hits.front().meaningChanged);
    answer = store::verify(*m_project, u"We will not give the sixty carved masks back to the village: they do not return next spring."_s);
    QVERIFY(answer);
    QVERIFY(answer->verdict == Verdict::Paraphrase || answer->verdict == Verdict::NotFound);
    if (!answer->hits.empty())
        QVERIFY(answer->hits.front().meaningChanged);
}

QTEST_GUILESS_MAIN(tst_Verify)
#include "tst_verify.moc"
