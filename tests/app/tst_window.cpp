// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// The window's program as the shell runs it.
class TestWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void helpAndVersionNeedNoDisplay_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("--help") << u"--help"_s << QByteArray("--new-session");
        QTest::newRow("-h") << u"-h"_s << QByteArray("--new-session");
        QTest::newRow("--version") << u"--version"_s << QByteArray("onrecord ");
    }
    void helpAndVersionNeedNoDisplay()
    {
        QFETCH(QString, word);
        QFETCH(QByteArray, said);
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        program.setProcessEnvironment(environment);
        program.start(QFile::decodeName(ONRECORD_WINDOW), {word});
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().contains(said));
    }
};

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
