// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/offer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

int entriesBeforeError = -1; ///< of every folder; negative: no error

} // namespace

/// Stands before the C library's: a listing can break off in the middle, as those of failing disks and of network folders do.
extern "C" dirent *readdir(DIR *folder)
{
    static const auto real = reinterpret_cast<dirent *(*)(DIR *)>(::dlsym(RTLD_NEXT, "readdir"));
    if (entriesBeforeError == 0) {
        errno = EIO;
        return nullptr;
    }
    if (entriesBeforeError > 0)
        --entriesBeforeError;
    return real(folder);
}

class TestOffer : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    QString write(const QString &name) const
    {
        const QString path = m_dir.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    static QStringList names(const ingest::Offer &offer)
    {
        QStringList out;
        for (const auto &file : offer.files)
            out << file.name;
        return out;
    }

private Q_SLOTS:
    void foldersUnfoldInByteOrder()
    {
        for (const QString &name : {u"f/b.txt"_s, u"f/a.txt"_s, u"f/Z.txt"_s, u"f/ä.txt"_s, u"f/10.txt"_s, u"f/9.txt"_s, u"f/c/z.txt"_s, u"f/c/a.txt"_s, u"f/a/deep/x.txt"_s})
            write(name);
        QCOMPARE(names(ingest::offerOf({m_dir.filePath(u"f"_s)})), (QStringList{u"10.txt"_s, u"9.txt"_s, u"Z.txt"_s, u"a.txt"_s, u"b.txt"_s, u"ä.txt"_s, u"x.txt"_s, u"a.txt"_s, u"z.txt"_s}));
    }

    void everyNameIsOffered()
    {
        const QByteArray folder = QFile::encodeName(m_dir.filePath(u"odd"_s));
        QVERIFY(QDir().mkpath(QFile::decodeName(folder)));
        const QByteArrayList odd{"a\nb.txt", "b\xFF\xFE.txt", "c\t.txt", "\"d'.txt", "e\xF0\x9F\x98\x80.txt", "-f.txt", " g .txt", QByteArray(251, 'x') + ".txt"};
        for (const QByteArray &name : odd) {
            const int file = ::open(QByteArray(folder + '/' + name).constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
            QVERIFY(file >= 0);
            ::close(file);
        }
        const auto offer = ingest::offerOf({QFile::decodeName(folder) + u'/'});
        QCOMPARE(offer.files.size(), size_t(odd.size()));
        QVERIFY(offer.files.front().path.endsWith(u"/odd/ g .txt"_s));
        QVERIFY(!offer.files.front().path.contains(u"//"_s));
        // The one that is no text can be told, to be refused for its name.
        QCOMPARE(std::ranges::count_if(offer.files, [](const auto &file) { return file.path.contains(QChar::ReplacementCharacter); }), 1);
    }

    void hiddenEntriesAreLeftOutAndCounted()
    {
        for (const QString &name : {u"h/a.txt"_s, u"h/.hidden"_s, u"h/.git/config"_s, u"h/.git/HEAD"_s, u"h/below/.hidden"_s})
            write(name);
        const auto offer = ingest::offerOf({m_dir.filePath(u"h"_s)});
        QCOMPARE(names(offer), QStringList{u"a.txt"_s});
        QCOMPARE(offer.hidden, 3); // a hidden folder counts once
    }

    void aHiddenFileThatIsNamedIsTaken()
    {
        const auto offer = ingest::offerOf({write(u".named.txt"_s)});
        QCOMPARE(names(offer), QStringList{u".named.txt"_s});
        QCOMPARE(offer.hidden, 0);
    }

    void linksInFoldersAreOfferedToBeRefusedAndNotWalked()
    {
        write(u"l/a.txt"_s);
        QVERIFY(QFile::link(m_dir.filePath(u"l"_s), m_dir.filePath(u"l/circle"_s)));
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_dir.filePath(u"l/out"_s)));
        const auto offer = ingest::offerOf({m_dir.filePath(u"l"_s)});
        QCOMPARE(names(offer), (QStringList{u"a.txt"_s, u"circle"_s, u"out"_s}));
        for (const auto &file : offer.files)
            QCOMPARE(file.links, io::Links::Refuse);
    }

    void aListingThatBreaksOffIsSaid()
    {
        for (const QString &name : {u"broken/a.txt"_s, u"broken/b.txt"_s})
            write(name);
        entriesBeforeError = 3; // "." and ".." among them
        const auto offer = ingest::offerOf({m_dir.filePath(u"broken"_s)});
        entriesBeforeError = -1;
        QCOMPARE(offer.files.front().path, m_dir.filePath(u"broken"_s));
        QVERIFY(offer.files.front().refusal);
        QCOMPARE(offer.files.front().refusal->fault, Fault::NotReadable);
        QVERIFY(offer.files.front().refusal->detail.startsWith(u"the folder could not be read to its end"_s));
        QVERIFY(offer.files.size() <= 3); // what was listed is offered
        errno = EIO; // of something before
        for (const auto &file : ingest::offerOf({m_dir.filePath(u"broken"_s)}).files)
            QVERIFY(!file.refusal);
    }

    void whatIsMissingIsStillOffered()
    {
        const auto offer = ingest::offerOf({m_dir.filePath(u"nowhere"_s)});
        QCOMPARE(offer.files.size(), size_t(1));
        QCOMPARE(offer.files[0].links, io::Links::Follow);
    }

    void pastedWordsAreAFileOfBytes()
    {
        const auto offer = ingest::offerOfText(u"“Words”"_s, u"Pasted"_s);
        QCOMPARE(offer.files.size(), size_t(1));
        QVERIFY(offer.files[0].path.isEmpty());
        QCOMPARE(offer.files[0].bytes, QByteArray("“Words”"));
    }
};

QTEST_GUILESS_MAIN(TestOffer)
#include "tst_offer.moc"
