// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokens.h"
#include "core/text/quotemarks.h"

#include <QTest>

#include <algorithm>

using namespace onrecord;
using namespace Qt::StringLiterals;

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesOfOneWidthAreOneParagraph_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("paragraphs");
        const QString wrapped = u"The council met on Tuesday in the old mill by the river, and it\nheard for two hours what the new pump would cost the town, which\nhas no money.\n"_s;
        QTest::newRow("wrapped") << wrapped << 1;
        QTest::newRow("two of them") << wrapped + u"\n"_s + wrapped << 2;
        QTest::newRow("long lines are paragraphs") << wrapped.left(120).replace(u'\n', u' ') + u"\n"_s + wrapped.left(120).replace(u'\n', u' ') << 2;
        QTest::newRow("sentences of their own") << u"The council met on Tuesday in the old mill by the river in May.\nThe mayor heard for two hours what the new pump would cost us.\n"_s << 2;
        QTest::newRow("a conversation") << u"Ruiz: the pump is old and it leaks in more than one of its old parts\nHale: the pump is fine and nobody has to pay for any of its parts\n"_s << 2;
        QTest::newRow("a list of short lines") << u"milk and bread\nnails\na pump for the mill\n"_s << 3;
        QTest::newRow("a heading above") << u"Pump leaks\nThe council met on Tuesday in the old mill by the river, and it\nheard for two hours.\n"_s << 3;
        QTest::newRow("a line that had room left") << u"The council met on Tuesday in the old mill by the big river, and\nit heard for two hours what a\nnew pump would cost the town, which has no money to pay for this.\n"_s << 3;
    }
    /// A text may end anywhere: what was read behind it once was found by an assertion.
    void everyBeginningCanBeRead()
    {
        const QString text = u"A talk with the singer Ute Ruhland in her old mill, in which she\nsings of pumps\n\nWhy does it leak?\n\n\n"_s;
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const auto tokens = tokenise(QStringView(text).first(length));
            QVERIFY(tokens.empty() || tokens.back().end <= length);
        }
    }

    void words_take_the_marks_around_them()
    {
        const auto wide = [](const QString &text) {
            const QString words = u"It leaks,"_s;
            const auto at = static_cast<qint32>(text.indexOf(words));
            const Span span = withQuoteMarks(text, {at, at + static_cast<qint32>(words.size())});
            return text.sliced(span.start, span.length());
        };
        QCOMPARE(wide(u"It leaks,"_s), u"It leaks,"_s);
        QCOMPARE(wide(u"“It leaks,” said"_s), u"“It leaks,”"_s);
        QCOMPARE(wide(u"he: ‘It leaks, and"_s), u"‘It leaks,"_s);
        QCOMPARE(wide(u"dit : « It leaks, »."_s), u"« It leaks, »"_s);
        QCOMPARE(wide(u"It leaks, “and”"_s), u"It leaks,"_s);
        QCOMPARE(wide(u"«\nIt leaks,\n»"_s), u"It leaks,"_s);
    }

    void linesOfOneWidthAreOneParagraph()
    {
        QFETCH(QString, text);
        QFETCH(int, paragraphs);
        const auto tokens = tokenise(text);
        QCOMPARE(std::ranges::count_if(tokens, &Token::startsParagraph), paragraphs);
    }
};

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
