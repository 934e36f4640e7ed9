// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/innerquote.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

class tst_InnerQuote : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsFoundWithWhoSaysIt_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("found"); // "speaker: words", one after the other
        const auto row = [](const char *name, const QString &content, const QString &found) { QTest::newRow(name) << content << found; };
        row("before", u"Hale told me ‘we will close it’ and left"_s, u"Hale: we will close it"_s);
        row("before, with a comma", u"My mother used to say, 'A tram that waits is no tram,' and she was right"_s, u"My mother: A tram that waits is no tram,"_s);
        row("before, with a colon", u"My coach told us: “Never trade queens.” I did."_s, u"My coach: Never trade queens."_s);
        row("with an apposition", u"My coach, Marta Diaz, told me: 'Never trade queens.' I did."_s, u"Marta Diaz: Never trade queens."_s);
        row("behind", u"‘We will close it,’ Hale told me"_s, u"Hale: We will close it,"_s);
        row("behind, the verb first", u"‘We will close it,’ said Hale"_s, u"Hale: We will close it,"_s);
        row("in another clause", u"I was ill, but the engineers told us 'the rock is soft' and we believed them"_s, u"the engineers: the rock is soft"_s);
        row("nobody named", u"I was told ‘the rock is soft’ by letter"_s, u": the rock is soft"_s);
        row("an apostrophe inside", u"Hale said ‘we don’t know’ twice"_s, u"Hale: we don’t know"_s);
        row("German marks", u"Der Rat sagte ‚wir zahlen nichts‘ und ging"_s, u"Der Rat: wir zahlen nichts"_s);
        row("oneself", u"I told them ‘we will close it’ and left"_s, {});
        row("a name", u"They built the ‘palace of the people’ there"_s, {});
        row("an apostrophe is no mark", u"We don't know the workers' names and they don't know ours"_s, {});
        row("nothing", u"We will close it"_s, {});
    }

    void itIsFoundWithWhoSaysIt()
    {
        QFETCH(QString, content);
        QFETCH(QString, found);
        // Offsets are those of the text around it.
        const QString text = u"He wrote: “"_s + content + u"”."_s;
        const auto start = static_cast<qint32>(text.indexOf(content));
        QStringList seen;
        for (const InnerQuote &inner : innerQuotes(text, {start, start + static_cast<qint32>(content.size())}))
            seen.append(text.sliced(inner.speaker.start, inner.speaker.length()) + u": "_s + text.sliced(inner.words.start, inner.words.length()));
        QCOMPARE(seen.join(u" | "_s), found);
    }
};

QTEST_GUILESS_MAIN(tst_InnerQuote)
#include "tst_innerquote.moc"
