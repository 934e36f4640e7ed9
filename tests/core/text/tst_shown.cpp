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
