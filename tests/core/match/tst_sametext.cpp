// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sametext.h"
#include "core/record/record.h"
#include "core/text/fold.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

namespace {

/// `count` words, all different: word number `from` and those after it.
QString wordsFrom(int from, int count)
{
    QStringList words;
    for (int i = 0; i < count; ++i)
        words << u"w%1"_s.arg(from + i);
    return words.join(u' ');
}

double likenessOf(const QString &a, const QString &b)
{
    return likeness(wordRuns(foldedText(a)), wordRuns(foldedText(b)));
}

} // namespace

class TestSameText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_same_words_are_the_same_whatever_their_setting()
    {
        const QString text = wordsFrom(0, 200);
        QCOMPARE(likenessOf(text, text.toUpper().replace(u' ', u",\n"_s)), 1.0);
    }

    void a_shortened_copy_is_inside_the_long_one()
    {
        QCOMPARE(likenessOf(wordsFrom(0, 300), wordsFrom(0, 150)), 1.0);
        // Another head, another tail: two thirds of the shorter one's runs are the copy's.
        const double mixed = likenessOf(wordsFrom(0, 300), wordsFrom(1000, 50) + u' ' + wordsFrom(50, 100));
        QVERIFY2(mixed > 0.6 && mixed < 0.7, qPrintable(QString::number(mixed)));
    }

    void other_words_and_few_words_are_not_the_same()
    {
        QCOMPARE(likenessOf(wordsFrom(0, 200), wordsFrom(1000, 200)), 0.0);
        QCOMPARE(likenessOf(wordsFrom(0, 20), wordsFrom(0, 20)), 0.0);
        QVERIFY(sketchOf(wordRuns(wordsFrom(0, 20))).empty());
    }

    void one_changed_word_in_twenty_leaves_most_of_it()
    {
        QStringList words = wordsFrom(0, 400).split(u' ');
        for (qsizetype i = 10; i < words.size(); i += 20)
            words[i] = u"other"_s;
        const double alike = likenessOf(wordsFrom(0, 400), words.join(u' '));
        QVERIFY2(alike > 0.8 && alike < 0.9, qPrintable(QString::number(alike)));
    }

    void sketches_of_copies_share_most_hashes()
    {
        const auto a = sketchOf(wordRuns(wordsFrom(0, 400)));
        const auto b = sketchOf(wordRuns(wordsFrom(0, 300)));
        QCOMPARE(a.size(), sketchSize);
        std::vector<quint32> both;
        std::ranges::set_intersection(a, b, std::back_inserter(both));
        QVERIFY(both.size() > sketchSize / 2);
        QCOMPARE(unpackSketch(packSketch(a)), a);
    }

    void hashes_are_the_same_on_every_machine()
    {
        // A stored sketch must be found again by any build.
        QCOMPARE(wordRuns(u"one two three"_s), WordRuns({1726123571U}));
    }

    void copies_of_one_address_have_one_key_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("key");
        const QString key = u"news.example/a/b"_s;
        QTest::newRow("plain") << u"https://news.example/a/b"_s << key;
        QTest::newRow("scheme, www, slash") << u"http://www.news.example/a/b/"_s << key;
        QTest::newRow("mobile") << u"https://m.news.example/a/b"_s << key;
        QTest::newRow("fragment") << u"https://news.example/a/b#top"_s << key;
        QTest::newRow("followers") << u"https://news.example/a/b?utm_source=x&fbclid=y"_s << key;
        QTest::newRow("case of the host") << u"https://NEWS.example/a/b"_s << key;
        QTest::newRow("parameters that count, in any order") << u"https://news.example/?id=3&b=2&utm_medium=z"_s << u"news.example?b=2&id=3"_s;
        QTest::newRow("case of the path counts") << u"https://news.example/A/b"_s << u"news.example/A/b"_s;
        QTest::newRow("front page") << u"https://news.example/"_s << QString();
        QTest::newRow("file") << u"file:///home/x/a.html"_s << QString();
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("no address") << u"not an address"_s << QString();
    }

    void copies_of_one_address_have_one_key()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, key);
        QCOMPARE(addressKey(url), key);
    }

    void words_are_carried_only_to_their_only_place()
    {
        const QString old = u"She said it was late. It was late again, he said."_s;
        const Anchor first = anchorAt(old, {12, 20}); // "was late"
        QCOMPARE(first.exact, u"was late"_s);
        QVERIFY(!onlyPlace(u"nothing of it"_s, first));
        QCOMPARE(onlyPlace(u"Now it was late."_s, first), Span(7, 15));
        // Twice, once with the same surroundings.
        QCOMPARE(onlyPlace(old, first), Span(12, 20));
        QVERIFY(!onlyPlace(u"It was late and was late."_s, first));
    }

    void a_guess_shares_half_of_the_words()
    {
        const QString text = u"The depot closed at noon. The mayor denied on Friday that the depot would open again soon. Rain fell."_s;
        const Span guess = likeliestPlace(text, u"denied that the old depot would open"_s);
        QVERIFY(!guess.isEmpty());
        QVERIFY(text.sliced(guess.start, guess.length()).contains(u"the depot would"_s));
        // Words anywhere count less than words in their order.
        const QString later = u"Weir to open By Ann Ray and Bo Li Corrected. The weir will open by Sunday at the latest, said Nora Blum, who keeps the lock house."_s;
        const Span moved = likeliestPlace(later, u"The weir will open by Friday and not a day later"_s);
        QVERIFY(later.sliced(moved.start, moved.length()).startsWith(u"The weir will open by Sunday at the latest"_s));
        QCOMPARE(likeliestPlace(u"The depot opens"_s, u"opens"_s), Span(10, 15));
        QVERIFY(likeliestPlace(text, u"nobody has ever seen such things before"_s).isEmpty());
        QVERIFY(likeliestPlace({}, u"words"_s).isEmpty());
        QVERIFY(likeliestPlace(text, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSameText)
#include "tst_sametext.moc"
