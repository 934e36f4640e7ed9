// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplerecord.h"
#include "ui/present/citation.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"

#include <QTest>
#include <QTranslator>

using namespace onrecord;
using namespace onrecord::present;
using namespace Qt::StringLiterals;

class tst_Words : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kinds_of_files_have_names_that_people_use()
    {
        QCOMPARE(mediaTypeName(u"text/html"_s), u"web page"_s);
        QCOMPARE(mediaTypeName(u"application/x-unheard-of"_s), u"application/x-unheard-of"_s);
        QCOMPARE(readAsInWords(u"message/rfc822"_s, u"UTF-8"_s), u"mail, UTF-8"_s);
        QCOMPARE(readAsInWords(u"application/pdf"_s, {}), u"PDF"_s);
        QCOMPARE(readAsInWords({}, {}), QString());
    }

    void a_moment_is_not_called_a_second_one()
    {
        QCOMPARE(precisionAndBasis({*PartialDate::fromEdtf(u"2025-01-24T14:05:09Z"_s), Basis::Metadata, {}}), u"to the second · page metadata"_s);
        QCOMPARE(precisionAndBasis({*PartialDate::fromEdtf(u"2025-01-24"_s), Basis::Stated, {}}), u"day · in the text"_s);
    }

    void a_remark_made_twice_is_said_once()
    {
        const Remark columns{RemarkKind::Words, {u"columns: name → name"_s}};
        QCOMPARE(remarksInWords({columns, {RemarkKind::Words, {u"cut off"_s}}, columns}), (QStringList{u"columns: name → name"_s, u"cut off"_s}));
    }

    void datesAreNeverFinerThanKnown_data()
    {
        QTest::addColumn<QString>("edtf");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("american");
        QTest::addColumn<QString>("german");
        const auto row = [](const char *edtf, const QString &english, const QString &american, const QString &german) {
            QTest::newRow(edtf) << QString::fromLatin1(edtf) << english << american << german;
        };
        row("2025", u"2025"_s, u"2025"_s, u"2025"_s);
        row("2025-01", u"January 2025"_s, u"January 2025"_s, u"Januar 2025"_s);
        row("2025-01-24", u"24 January 2025"_s, u"January 24, 2025"_s, u"24. Januar 2025"_s);
        row("2025-01-24T14:05Z", u"24 January 2025, 14:05 UTC"_s, u"January 24, 2025, 14:05 UTC"_s, u"24. Januar 2025, 14:05 UTC"_s);
        row("2025-01-24T14:05:09+05:30", u"24 January 2025, 14:05:09 UTC+5:30"_s, u"January 24, 2025, 14:05:09 UTC+5:30"_s,
            u"24. Januar 2025, 14:05:09 UTC+5:30"_s);
        row("2025-01-24/2025-01-30", u"24–30 January 2025"_s, u"January 24–30, 2025"_s, u"24–30. Januar 2025"_s);
        row("2025-01-24/2025-01-24", u"24 January 2025"_s, u"January 24, 2025"_s, u"24. Januar 2025"_s);
        row("2025-01/2025-03", u"January–March 2025"_s, u"January–March 2025"_s, u"Januar–März 2025"_s);
        row("2024/2025", u"2024–2025"_s, u"2024–2025"_s, u"2024–2025"_s);
        row("2024-12-30/2025-01-02", u"30 December 2024 – 2 January 2025"_s, u"December 30, 2024 – January 2, 2025"_s,
            u"30. Dezember 2024 – 2. Januar 2025"_s);
        row("2024/2025-01", u"2024 – January 2025"_s, u"2024 – January 2025"_s, u"2024 – Januar 2025"_s);
        row("2025-01-27/..", u"after 27 January 2025"_s, u"after January 27, 2025"_s, u"after 27. Januar 2025"_s);
        row("../2025-01", u"before January 2025"_s, u"before January 2025"_s, u"before Januar 2025"_s);
        row("2025-01~", u"about January 2025"_s, u"about January 2025"_s, u"about Januar 2025"_s);
        row("-0043-03-15", u"15 March 44 BC"_s, u"March 15, 44 BC"_s, u"15. März 44 BC"_s);
        row("0000-02-29", u"29 February 1 BC"_s, u"February 29, 1 BC"_s, u"29. Februar 1 BC"_s);
    }
    void datesAreNeverFinerThanKnown()
    {
        QFETCH(QString, edtf);
        const auto date = PartialDate::fromEdtf(edtf);
        QVERIFY(date);
        QTEST(dateInWords(*date, QLocale(QLocale::English, QLocale::UnitedKingdom)), "english");
        QTEST(dateInWords(*date, QLocale(QLocale::English, QLocale::UnitedStates)), "american");
        QTEST(dateInWords(*date, QLocale(QLocale::German)), "german");
    }

    void everyLocaleSaysDayMonthAndYear()
    {
        const auto all = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
        QVERIFY(all.size() > 200);
        for (const QLocale &locale : all) {
            const QString words = dateInWords(PartialDate::day(2025, 1, 24), locale);
            QLocale plain = locale;
            plain.setNumberOptions(QLocale::OmitGroupSeparator);
            QVERIFY2(words.contains(plain.toString(2025)) && words.contains(plain.toString(24)), qPrintable(locale.name() + u": "_s + words));
            const QString month = dateInWords(PartialDate::month(2025, 1), locale);
            QVERIFY2(month.contains(plain.toString(2025)) && !month.contains(plain.toString(24)), qPrintable(locale.name() + u": "_s + month));
        }
    }

    void anUnknownDateSaysSo()
    {
        QCOMPARE(dateInWords({}), u"date not known"_s);
        QCOMPARE(dateShort({}), QString());
        QCOMPARE(precisionAndBasis({}), QString());
    }

    void rangesAreWholeDays()
    {
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        const auto range = PartialDate::fromEdtf(u"2025-01-23/2025-01-27");
        QCOMPARE(rangeInWords(range->earliest(), range->latest(), english), u"23–27 January 2025"_s);
        QCOMPARE(rangeInWords(range->earliest(), std::numeric_limits<qint64>::max(), english), u"since 23 January 2025"_s);
        QCOMPARE(rangeInWords(std::numeric_limits<qint64>::min(), range->latest(), english), u"until 27 January 2025"_s);
        QCOMPARE(rangeInWords(std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), english), u"any time"_s);
    }

    void precisionAndBasisStandTogether()
    {
        QCOMPARE(precisionAndBasis({PartialDate::day(2025, 1, 24), Basis::PublicRecord, {}}), u"day · public record"_s);
        QCOMPARE(precisionAndBasis({PartialDate::after(PartialDate::day(2025, 1, 27).from()), Basis::None, {}}), u"range"_s);
    }

    void figuresKeepEveryDigitAndAddNone_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("zero") << 0.0 << u"0"_s;
        QTest::newRow("small") << 2.5 << u"2.5"_s;
        QTest::newRow("thousands") << 10000.0 << u"10,000"_s;
        QTest::newRow("million") << 1.3e6 << u"1.3 million"_s;
        QTest::newRow("not round") << 1300001.0 << u"1,300,001"_s;
        QTest::newRow("billion") << 60e9 << u"60 billion"_s;
        QTest::newRow("trillion") << 1e12 << u"1 trillion"_s;
        QTest::newRow("negative") << -5.576e6 << u"-5.576 million"_s;
        QTest::newRow("huge") << 1e18 << u"1E+18"_s;
    }
    void figuresKeepEveryDigitAndAddNone()
    {
        QFETCH(double, value);
        QTEST(numberInWords(value, QLocale(QLocale::English, QLocale::UnitedKingdom)), "words");
    }

    void figuresSayQualifierRangeAndUnit()
    {
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        Figure figure;
        figure.value = 60e9;
        figure.max = 65e9;
        figure.unit = u"USD"_s;
        QCOMPARE(figureInWords(figure, english), u"60–65 billion US dollars"_s);
        figure.max = 1.2e12;
        QCOMPARE(figureInWords(figure, english), u"60 billion – 1.2 trillion US dollars"_s);
        figure.max.reset();
        figure.value = 5;
        figure.unit = u"percent"_s;
        figure.qualifier = Qualifier::AtLeast;
        QCOMPARE(figureInWords(figure, english), u"at least 5%"_s);
        figure.qualifier = Qualifier::None;
        figure.value = 3;
        figure.unit = u"rank"_s;
        QCOMPARE(figureInWords(figure, english), u"rank 3"_s);
        figure.value.reset();
        figure.content.exact = u"thousands\nof bolts"_s;
        QCOMPARE(figureInWords(figure, english), u"thousands of bolts"_s);
    }

    void confidenceHasThreeWords()
    {
        QCOMPARE(confidenceWord(0.9), u"sure"_s);
        QCOMPARE(confidenceWord(0.7), u"likely"_s);
        QCOMPARE(confidenceWord(0.3), u"unsure"_s);
    }

    void countsAgreeWithTheirNoun()
    {
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        QCOMPARE(countInWords(Noun::Person, 1, english), u"1 person"_s);
        QCOMPARE(countInWords(Noun::Person, 0, english), u"0 people"_s);
        QCOMPARE(countInWords(Noun::Quotation, 12000, english), u"12,000 quotations"_s);
    }

    void changeNamesWithoutATranslationStayAsTheyAre()
    {
        store::ChangeSet change;
        change.name = u"Import 5 Articles"_s;
        change.message = u"Import %n Article(s)"_s;
        change.count = 5;
        QCOMPARE(changeName(change), u"Import 5 Articles"_s);
        change.name = u"Rename “100% of %1”"_s;
        change.message = u"Rename “%1”"_s;
        change.args = {u"100% of %1"_s};
        QCOMPARE(changeName(change), u"Rename “100% of %1”"_s);
    }

    void changeNamesTakeTheirArgumentsInTheCatalogueSentence()
    {
        class Catalogue : public QTranslator
        {
        public:
            QString translate(const char *context, const char *source, const char *, int n) const override
            {
                if (qstrcmp(context, "onrecord::changes") != 0)
                    return {};
                if (qstrcmp(source, "Import %n Article(s)") == 0)
                    return n == 1 ? u"%n Artikel importieren"_s : u"%n Artikel (alle) importieren"_s;
                return qstrcmp(source, "Rename “%1”") == 0 ? u"„%1“ umbenennen"_s : QString();
            }
            bool isEmpty() const override { return false; }
        };
        Catalogue german;
        QVERIFY(QCoreApplication::installTranslator(&german));
        store::ChangeSet change;
        change.name = u"Import 5 Articles"_s;
        change.message = u"Import %n Article(s)"_s;
        change.count = 5;
        QCOMPARE(changeName(change), u"5 Artikel (alle) importieren"_s);
        change.name = u"Rename “R2-D2”"_s;
        change.message = u"Rename “%1”"_s;
        change.args = {u"R2-D2"_s};
        QCOMPARE(changeName(change), u"„R2-D2“ umbenennen"_s);
        QCoreApplication::removeTranslator(&german);
    }

    void everyRemarkIsASentenceInTheUsersLanguage()
    {
        class Catalogue : public QTranslator
        {
        public:
            QString translate(const char *context, const char *source, const char *, int) const override
            {
                if (qstrcmp(context, "onrecord::remarks") != 0)
                    return {};
                return qstrcmp(source, "plain text") == 0 ? u"reiner Text"_s : qstrcmp(source, "named .%1, but the content is %2") == 0 ? u"heißt .%1, ist aber %2"_s : QString();
            }
            bool isEmpty() const override { return false; }
        };
        for (int i = 0; i < static_cast<int>(RemarkKind::Count_); ++i) {
            Remark remark{static_cast<RemarkKind>(i)};
            for (qsizetype arg = 0; arg < messageOf(remark.kind).count(u'%'); ++arg)
                remark.args << (arg == 0 ? u"%2"_s : u"%1"_s); // what one says is no place for another
            QCOMPARE(remarkInWords(remark), inEnglish(remark));
            QCOMPARE(remarkKindOf(keyOf(remark.kind)), remark.kind);
            QVERIFY(!messageOf(remark.kind).isEmpty());
        }
        Catalogue german;
        QVERIFY(QCoreApplication::installTranslator(&german));
        QCOMPARE(remarkInWords({RemarkKind::OtherType, {u"pdf"_s, u"plain text"_s}}), u"heißt .pdf, ist aber reiner Text"_s);
        QCOMPARE(remarkInWords({RemarkKind::Words, {u"a sentence of an older project"_s}}), u"a sentence of an older project"_s);
        QCoreApplication::removeTranslator(&german);
    }

    void everyFaultHasASentence()
    {
        for (int i = 0; i <= static_cast<int>(Fault::NoSuchLanguage); ++i)
            QVERIFY2(faultInWords(static_cast<Fault>(i)).endsWith(u'.'), QByteArray::number(i).constData());
    }

    void aCitationSaysOnlyWhatIsKnown()
    {
        const auto record = test::sampleRecord();
        const QString date = dateInWords(PartialDate::day(2031, 5, 6));
        QCOMPARE(citation(*record, QuotationId{2}, CitationStyle::Plain, 3), u"“regrettable” — Harbour Board, “The bridge stays shut”, Harbour Herald, "_s + date + u", paragraph 3."_s);
        QCOMPARE(citation(*record, QuotationId{6}), u"“Let us walk.” — “A letter from the river”."_s);
        QCOMPARE(citation(*record, AgentId{1}), u"Ana Ruiz"_s);
        QCOMPARE(citation(*record, QuotationId{99}), QString());
    }

    void aCitationInMarkdownStaysText()
    {
        Snapshot::Rows rows;
        Article article;
        article.id = {1};
        article.title.value = u"Bolts *and* [links]"_s;
        article.url.value = u"https://example.org/bolts"_s;
        rows.articles = {article};
        Quotation quotation;
        quotation.id = {1};
        quotation.article = {1};
        quotation.content.exact = u"rust_is #1"_s;
        rows.quotations = {quotation};
        QCOMPARE(citation(Snapshot(rows), QuotationId{1}, CitationStyle::Markdown), u"> “rust\\_is \\#1”\n>\n> — [Bolts \\*and\\* \\[links\\]](https://example.org/bolts)."_s);
    }

    void paragraphsAreCountedByBlankLinesOrByLines()
    {
        const QString text = u"Headline\n\nFirst line\nstill first.\n\n\nSecond."_s;
        QCOMPARE(paragraphAt(text, 0), 1);
        QCOMPARE(paragraphAt(text, static_cast<qint32>(text.indexOf(u"still"))), 2);
        QCOMPARE(paragraphAt(text, static_cast<qint32>(text.indexOf(u"Second"))), 3);
        QCOMPARE(paragraphAt(u"one\ntwo\nthree", 5), 2);
        QCOMPARE(paragraphAt(u"", 7), 1);
    }

    void discsHoldTheLettersThatTellPeopleApart()
    {
        QCOMPARE(initials(u"Ana Ruiz"_s), u"AR"_s);
        QCOMPARE(initials(u"Ana de la Vega Ruiz"_s), u"AR"_s);
        QCOMPARE(initials(u"DeepSeek"_s), u"DS"_s);
        QCOMPARE(initials(u"the water board"_s), u"WB"_s);
        QCOMPARE(initials(u"a spokesman for the board"_s), u"SB"_s);
        QCOMPARE(initials(u"The ministry"_s), u"M"_s);
        QCOMPARE(initials(u"the"_s), u"T"_s);
        QCOMPARE(initials(u"a the"_s), u"A"_s);
        QCOMPARE(initials({}), QString());
    }

    void datesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("edtf");
        QTest::newRow("EDTF") << u"2025-01-24"_s << u"2025-01-24"_s;
        QTest::newRow("long") << u"24 January 2025"_s << u"2025-01-24"_s;
        QTest::newRow("short month") << u" 24  Jan 2025 "_s << u"2025-01-24"_s;
        QTest::newRow("American") << u"January 24, 2025"_s << u"2025-01-24"_s;
        QTest::newRow("month") << u"January 2025"_s << u"2025-01"_s;
        QTest::newRow("year") << u"2025"_s << u"2025"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("words") << u"yesterday"_s << QString();
        QTest::newRow("no such day") << u"30 February 2025"_s << QString();
    }
    void datesAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, words);
        const auto date = dateFromWords(words, QLocale(QLocale::English, QLocale::UnitedKingdom));
        QTEST(date ? date->toEdtf() : QString(), "edtf");
    }

    void tablesShowTimesToTheMinute()
    {
        const auto date = PartialDate::fromEdtf(u"2025-01-24T14:05:09+05:30");
        QCOMPARE(dateShort(*date, QLocale(QLocale::English, QLocale::UnitedKingdom)), u"24 Jan 2025, 14:05"_s);
    }

    void itemsHaveNames()
    {
        const auto record = test::sampleRecord();
        QCOMPARE(itemName(*record, AgentId{1}), u"Ana Ruiz"_s);
        QCOMPARE(itemName(*record, QuotationId{2}), u"“regrettable”"_s);
        QVERIFY(itemName(*record, QuotationId{4}).endsWith(u"…”"_s));
        QCOMPARE(itemName(*record, ArticleId{99}), QString());
    }
};

QTEST_GUILESS_MAIN(tst_Words)
#include "tst_words.moc"
