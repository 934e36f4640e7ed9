// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/spelling.h"

#include <QSet>
#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

class tst_Spelling : public QObject
{
    Q_OBJECT

    template<class E, class Back>
    static void roundTrip(int first, int last, Back back)
    {
        for (int i = first; i <= last; ++i) {
            const auto value = static_cast<E>(i);
            const auto again = back(QString(spelling(value)));
            QVERIFY2(again && *again == value, QByteArray::number(i).constData());
        }
        QVERIFY(!back(u"no such word"_s));
        QVERIFY(spelling(static_cast<E>(last + 1)).isEmpty());
    }

    template<class E>
    static void allDiffer(int first, int last)
    {
        QSet<QString> words;
        for (int i = first; i <= last; ++i)
            words.insert(QString(spelling(static_cast<E>(i))));
        QCOMPARE(words.size(), last - first + 1);
    }

private Q_SLOTS:
    void everyValueReadsBack()
    {
        roundTrip<Kind>(1, 7, [](const QString &word) { return kindFromSpelling(word); });
        roundTrip<AgentType>(1, 5, [](const QString &word) { return agentTypeFromSpelling(word); });
        roundTrip<Basis>(0, 8, [](const QString &word) { return basisFromSpelling(word); });
        roundTrip<Status>(1, 4, [](const QString &word) { return statusFromSpelling(word); });
        roundTrip<RegionKind>(1, 9, [](const QString &word) { return regionKindFromSpelling(word); });
    }

    void noTwoValuesAreSpelledAlike()
    {
        allDiffer<NameType>(1, 8);
        allDiffer<Directness>(1, 3);
        allDiffer<Qualifier>(0, 7);
        allDiffer<MarkerKind>(1, 4);
        allDiffer<Precision>(0, 5);
    }

    void spellingIsExact()
    {
        QVERIFY(!kindFromSpelling(u"Statement"));
        QVERIFY(!kindFromSpelling(u" statement"));
        QVERIFY(!kindFromSpelling(u""));
        QCOMPARE(basisFromSpelling(u""), std::optional(Basis::None));
    }
};

QTEST_GUILESS_MAIN(tst_Spelling)
#include "tst_spelling.moc"
