// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/reader.h"
#include "tests/support/filesamples.h"
#include "tests/support/readback.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;

/// Archives of files.
class TestArchives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void archivesHandOutFilesByHarmlessNames()
    {
        const auto archive = readOf(zip({{"../../etc/passwd.txt", "one"},
                                         {"C:\\win\\two.txt", "two"},
                                         {"dir/", {}},
                                         {".hidden", "x"},
                                         {"__MACOSX/a", "x"},
                                         {"three.txt", "three", true, 0x801}}),
                                    u"a.zip"_s);
        QCOMPARE(archive.parts.size(), 3U);
        QCOMPARE(archive.parts[0].name, u"etc/passwd.txt"_s);
        QCOMPARE(archive.parts[1].name, u"win/two.txt"_s);
        QCOMPARE(archive.parts[1].bytes, QByteArray("two"));
        QCOMPARE(archive.parts[2].refusal, u"encrypted with a password"_s);
        QVERIFY(inEnglish(archive.remarks).contains(u"hidden entries of the archive, left out: 2"_s));
    }

    void bombsStopAtTheCap()
    {
        const auto bomb = io::readBytes(zip({{"bomb.txt", QByteArray(80 << 20, 'a')}, {"good.txt", "words"}}), {u"a.zip"_s, {}});
        QVERIFY(bomb);
        QVERIFY2(bomb->parts[0].refusal.contains(u"unpacks to more than"_s), qPrintable(bomb->parts[0].refusal));
        QCOMPARE(bomb->parts[1].bytes, QByteArray("words"));
        QCOMPARE(io::readBytes(overlappingZip(1000), {u"a.zip"_s, {}}).error().detail,
                 u"entries of the archive overlap, as in a bomb"_s);
    }
};

QTEST_GUILESS_MAIN(TestArchives)
#include "tst_archives.moc"
