// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/quoteindex.h"
#include "core/match/sameutterance.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace onrecord::match;
using namespace Qt::StringLiterals;

class tst_QuoteIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        std::mt19937 random(11);
        for (int i = 0; i < 3000; ++i) {
            std::vector<quint32> words;
            for (int length = 10 + static_cast<int>(random() % 20); length > 0; --length)
                words.push_back(random() % 900);
            m_said.push_back(words);
            QCOMPARE(m_index.add(words), QuoteIndex::Doc(i));
        }
        m_index.settle();
        QCOMPARE(m_index.count(), 3000U);
    }

    void everyQuotationFindsItself()
    {
        for (QuoteIndex::Doc doc = 0; doc < m_index.count(); doc += 7) {
            const auto hits = m_index.find(m_said[doc], 5);
            QVERIFY(!hits.empty());
            QCOMPARE(hits.front().doc, doc);
            QCOMPARE(hits.front().likeness, 1.0F);
        }
    }

    void aPartFindsItsWhole()
    {
        for (QuoteIndex::Doc doc = 3; doc < m_index.count(); doc += 11) {
            std::vector<quint32> part(m_said[doc].begin() + 2, m_said[doc].begin() + 8);
            part[2] = 77'777; // a word that nobody said
            const auto hits = m_index.find(part, 5);
            QVERIFY(std::ranges::find(hits, doc, &QuoteIndex::Candidate::doc) != hits.end());
        }
    }

    void whatWasAddedLaterIsFoundAfterSettling()
    {
        QuoteIndex index;
        const auto first = wordCodes(u"We found rust in every second bolt of the bridge."_s);
        index.add(first);
        index.settle();
        const auto second = wordCodes(u"Nobody asked the ferry company about its timetable."_s);
        index.add(second);
        QVERIFY(index.find(second, 3).empty());
        index.settle();
        QCOMPARE(index.find(second, 3).front().doc, 1U);
        QCOMPARE(index.find(first, 3).front().doc, 0U);
    }

    void theSameQuotationsGiveTheSameIndex()
    {
        QuoteIndex again;
        for (const auto &words : m_said)
            again.add(words);
        again.settle();
        const auto one = m_index.find(m_said[42], 10, 256);
        const auto other = again.find(m_said[42], 10, 256);
        QCOMPARE(one.size(), other.size());
        for (size_t i = 0; i < one.size(); ++i)
            QCOMPARE(one[i].doc, other[i].doc);
        QCOMPARE(again.groups(), m_index.groups());
    }

    void variantsAreOneGroupAndOthersAreNot()
    {
        QuoteIndex index;
        for (const auto &words : m_said)
            index.add(words);
        auto variant = m_said[5];
        variant.erase(variant.begin() + 3);
        const auto cut = index.add(variant);
        std::vector<quint32> stock(m_said[9].begin(), m_said[9].begin() + 3);
        stock.insert(stock.end(), {80'001, 80'002, 80'003, 80'004, 80'005, 80'006});
        const auto other = index.add(stock);
        index.settle();
        const auto groups = index.groups();
        QCOMPARE(groups[cut], 5U);
        QCOMPARE(groups[other], other);
        QCOMPARE(std::ranges::count(groups, 5U), 2);
    }

    void spellingOfSignsDoesNotCount()
    {
        QCOMPARE(wordCodes(u"“It’s rust, rust — and\nmore rust…”"_s), wordCodes(u"it's rust rust and more rust"_s));
        QVERIFY(wordCodes(u"We will not pay"_s) != wordCodes(u"We will now pay"_s));
    }

    void wordingsOfOneSpeakerAreVariants_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("variant");
        const QString said = u"The ferry is one of the finest boats I have ever steered in my life"_s;
        QTest::newRow("a word added") << said << u"The ferry is one of the very finest boats I have ever steered in my life"_s << true;
        QTest::newRow("cut before, bracket behind") << said << u"one of the finest boats I have ever steered in my life [anchor emoji]"_s << true;
        QTest::newRow("a number exchanged in a long one") << u"We have ordered twelve new boats for the islands and we will not wait any longer"_s
                                                         << u"We have ordered twenty new boats for the islands and we will not wait any longer"_s << true;
        QTest::newRow("short and turned") << u"We will sign the contract in May"_s << u"We will not sign the contract in May"_s << false;
        QTest::newRow("a stock phrase") << u"At the end of the day it is what it is for the islands"_s << u"At the end of the day nobody has asked the fishermen about any of this"_s << false;
    }
    void wordingsOfOneSpeakerAreVariants()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, variant);
        QCOMPARE(isVariant(a, b), variant);
        QCOMPARE(isVariant(b, a), variant);
    }

private:
    QuoteIndex m_index;
    std::vector<std::vector<quint32>> m_said;
};

QTEST_GUILESS_MAIN(tst_QuoteIndex)
#include "tst_quoteindex.moc"
