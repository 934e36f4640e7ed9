// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace onrecord;
using namespace Qt::StringLiterals;

class TestReadFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return path(name);
    }

private Q_SLOTS:
    void bytesComeUnchanged()
    {
        const QByteArray bytes("a\0b\xFF\r\n", 6);
        QCOMPARE(io::readFile(write(u"plain"_s, bytes)).value(), bytes);
        QCOMPARE(io::readFile(write(u"empty"_s, {})).value(), QByteArray());
    }

    void oddNamesAreNames()
    {
        for (const QString &name : {u"-rf"_s, u"line\nbreak"_s, u"\u202Etxt.exe"_s, u"  "_s, QString(250, u'x')})
            QCOMPARE(io::readFile(write(name, "words")).value(), QByteArray("words"));
    }

    void whatIsNoRegularFileIsRefusedWithoutWaiting()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
        const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray socketPath = QFile::encodeName(path(u"socket"_s));
        QVERIFY(socketPath.size() < qsizetype(sizeof address.sun_path));
        std::copy(socketPath.cbegin(), socketPath.cend(), address.sun_path);
        QCOMPARE(::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        ::close(fd);
        for (const QString &one : {path(u"pipe"_s), path(u"socket"_s), m_dir.path(), u"/dev/null"_s, u"/dev/zero"_s}) {
            const auto bytes = io::readFile(one);
            QVERIFY(!bytes);
            QCOMPARE(bytes.error().fault, Fault::NotAFile);
        }
    }

    void missingFilesAreNotFound()
    {
        QCOMPARE(io::readFile(path(u"nothing"_s)).error().fault, Fault::NotFound);
        QCOMPARE(io::readFile(QString()).error().fault, Fault::NotFound);
        QCOMPARE(io::readFile(u"a\0b"_s).error().fault, Fault::NotFound);
    }

    void aLinkIsFollowedOnlyWhereTheUserNamedIt()
    {
        const QString target = write(u"target"_s, "words");
        QVERIFY(QFile::link(target, path(u"link"_s)));
        QCOMPARE(io::readFile(path(u"link"_s)).value(), QByteArray("words"));
        QCOMPARE(io::readFile(path(u"link"_s), io::Links::Refuse).error().fault, Fault::NotAFile);
        QVERIFY(QFile::link(path(u"circle"_s), path(u"circle"_s)));
        QCOMPARE(io::readFile(path(u"circle"_s)).error().fault, Fault::NotAFile);
    }

    void tooLargeIsRefusedUnread()
    {
        const QString sparse = write(u"sparse"_s, {});
        QCOMPARE(::truncate(QFile::encodeName(sparse).constData(), off_t(1) << 40), 0);
        QCOMPARE(io::readFile(sparse).error().fault, Fault::TooLarge);
        QCOMPARE(io::readFile(write(u"ten"_s, QByteArray(10, 'x')), io::Links::Follow, 9).error().fault, Fault::TooLarge);
        QVERIFY(io::readFile(path(u"ten"_s), io::Links::Follow, 10));
    }

    void aFileThatHoldsMoreThanItSaysIsRefused()
    {
        const auto bytes = io::readFile(u"/proc/self/status"_s);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().fault, Fault::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestReadFile)
#include "tst_readfile.moc"
