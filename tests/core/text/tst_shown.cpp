// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/shown.h"

#include <QTest>

using namespace onrecord;
using namespace Qt::StringLiterals;

class TestShown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameInLettersOfTwoScriptsIsNoticed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("mixed");
        QTest::newRow("Latin") << u"Ana Ruíz-Žižek O’Brien"_s << false;
        QTest::newRow("Cyrillic") << u"Анна Петрова"_s << false;
        QTest::newRow("a word each") << u"Анна Smith"_s << false;
        QTest::newRow("Cyrillic A in Latin") << u"\u0410na Ruiz"_s << true;
        QTest::newRow("Greek o in Latin") << u"J\u03BFhn Hale"_s << true;
        QTest::newRow("Latin a in Cyrillic") << u"Анн\u0061"_s << true;
        QTest::newRow("Latin with Chinese") << u"王Wang"_s << false;
        QTest::newRow("numbers") << u"Б2B"_s << false;
        QTest::newRow("empty") << QString() << false;
    }
    void aNameInLettersOfTwoScriptsIsNoticed()
    {
        QFETCH(QString, name);
        QTEST(mixesScripts(name), "mixed");
    }

    void aNameCannotPassForAnother_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Mill to stay"_s << u"Mill to stay"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("turned") << u"x\u202Egpj.txt"_s << u"x<U+202E>gpj.txt"_s;
        QTest::newRow("isolated") << u"\u2066a\u2069"_s << u"<U+2066>a<U+2069>"_s;
        QTest::newRow("two lines") << u"two\nlines\t!"_s << u"two␊lines␉!"_s;
        QTest::newRow("escape") << u"\u001b[31m"_s << u"␛[31m"_s;
        QTest::newRow("other lines") << u"a\u2028b\u2029c\u0085d"_s << u"a<U+2028>b<U+2029>c<U+0085>d"_s;
        QTest::newRow("commands") << u"a\u007Fb\u009Bc"_s << u"a\u2421b<U+009B>c"_s;
        QTest::newRow("unseen") << u"re\u200Bport\uFEFF\u2060.t\u200Dxt"_s << u"re<U+200B>port<U+FEFF><U+2060>.t<U+200D>xt"_s;
        QTest::newRow("turned by a letter mark") << u"a\u061C1"_s << u"a<U+061C>1"_s;
        QTest::newRow("joiners at the ends") << u"\u200Cمی\u200D"_s << u"<U+200C>می<U+200D>"_s;
        QTest::newRow("joiners where they are needed") << u"می\u200Cروم 👩\u200D🚀"_s << u"می\u200Cروم 👩\u200D🚀"_s;
        // Scripts that run the other way, and the marks that they are written with, are nobody's trick.
        QTest::newRow("from the right") << u"\u200Fשלום 3"_s << u"\u200Fשלום 3"_s;
    }
    void aNameCannotPassForAnother()
    {
        QFETCH(QString, name);
        QTEST(shownName(name), "shown");
    }
};

QTEST_GUILESS_MAIN(TestShown)
#include "tst_shown.moc"
