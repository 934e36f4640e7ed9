// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/context.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

const QString text = u"The crossing is shut. Nobody knows why.\n\n“We found rust,” said the engineer. “It is, I think, worse than rust,” she said later. The board is silent. A letter came."_s;

Span spanOf(QStringView words)
{
    const auto at = static_cast<qint32>(text.indexOf(words));
    return {at, at + static_cast<qint32>(words.size())};
}

QString wordsOf(Span span)
{
    return text.sliced(span.start, span.length());
}

} // namespace

class tst_Context : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeSentencesStandAround()
    {
        const Span passage = spanOf(u"It is, I think, worse than rust,");
        const Context context = contextOf(text, passage, 1);
        QCOMPARE(wordsOf(context.before), u"“We found rust,” said the engineer. “"_s);
        QCOMPARE(wordsOf(context.after), u"” she said later. The board is silent."_s);
        QVERIFY(!context.startsInside);
        QVERIFY(context.endsInside);
    }

    void noneAskedForIsTheOwnSentence()
    {
        const Context context = contextOf(text, spanOf(u"worse than rust,"), 0);
        QCOMPARE(wordsOf(context.before), u"“It is, I think, "_s);
        QVERIFY(context.startsInside);
    }

    void theTextsEndsEndIt()
    {
        const Context first = contextOf(text, spanOf(u"The crossing is shut."), 5);
        QVERIFY(first.before.isEmpty());
        QVERIFY(!first.startsInside && !first.endsInside);
        const Context last = contextOf(text, spanOf(u"A letter came."), 5);
        QVERIFY(last.after.isEmpty());
        const Context all = contextOf(text, {0, static_cast<qint32>(text.size())}, 2);
        QVERIFY(all.before.isEmpty() && all.after.isEmpty());
        QVERIFY(contextOf(u"", {0, 0}, 2).before.isEmpty());
    }

    void aLongTextIsLookedAtOnlyNearThePassage()
    {
        const QString many = u"Word after word. "_s.repeated(20000);
        const Context context = contextOf(many, {170000, 170004}, 2);
        QVERIFY(context.before.length() < 60);
        QVERIFY(context.after.length() < 60);
        QVERIFY(context.before.end == 170000 && context.after.start == 170004);
    }
};

QTEST_GUILESS_MAIN(tst_Context)
#include "tst_context.moc"
