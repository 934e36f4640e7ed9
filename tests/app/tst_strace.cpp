// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The system calls of an import of pages that try to reach out: no socket is made but the pair to the reader, nothing is opened outside
// the list in docs/reading.md, and the reader opens nothing at all once it is confined.
#include "clirun.h"
#include "straced.h"
#include "tests/support/filesamples.h"

#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace onrecord::test;
using namespace Qt::StringLiterals;

class TestStrace : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString m_strace = QStandardPaths::findExecutable(u"strace"_s);
    QString m_folder;  ///< what is imported
    QString m_secrets; ///< what the files in it point to
    std::vector<Call> m_calls;
    CliRun m_run;

    QByteArray secret(const char *name) const { return QFile::encodeName(m_secrets) + '/' + name; }

    /// Everything a page or its like can reach out with, by every spelling of an address.
    void writeHostileFiles()
    {
        m_folder = m_dir.filePath(u"pages"_s);
        m_secrets = m_dir.filePath(u"secrets"_s);
        for (const QString &name : {u"a.css"_s, u"b.js"_s, u"c.png"_s, u"d.html"_s, u"e.dtd"_s, u"f.txt"_s})
            writeFile(m_secrets + u'/' + name, "Nobody may read this.");
        const QByteArray words = "<p>The owner of the mill gave in on Monday, after two years of dispute, and will keep it for good.</p>";
        const auto page = [&](const QString &name, const QByteArray &head, const QByteArray &body) {
            writeFile(m_folder + u'/' + name, "<!DOCTYPE html><html><head><title>" + name.toUtf8() + "</title>" + head + "</head><body><article>" + words + "<p>" + name.toUtf8().repeated(20) + "</p>" + body + "</article></body></html>");
        };
        page(u"images.html"_s, {}, "<img src='http://192.0.2.1/c.png'><img src='//192.0.2.1/c.png'><img src='file://" + secret("c.png") + "'><img src='" + secret("c.png")
                 + "'><img src='../secrets/c.png' srcset='../secrets/c.png 2x'><picture><source srcset='file:" + secret("c.png") + "'></picture><input type=image src='../secrets/c.png'>");
        page(u"scripts.html"_s, "<script src='file://" + secret("b.js") + "'></script><script>fetch('http://192.0.2.1/')</script>",
             "<p onclick='x()'>x</p><a href='javascript:alert(1)'>y</a><img src=x onerror='fetch(\"http://localhost/\")'>");
        page(u"frames.html"_s, "<base href='file://" + QFile::encodeName(m_secrets) + "/'>",
             "<iframe src='d.html'></iframe><iframe srcdoc='<img src=c.png>'></iframe><object data='d.html'></object><embed src='c.png'><video poster='c.png' src='c.png'></video><audio src='c.png'></audio>");
        page(u"styles.html"_s, "<link rel=stylesheet href='file://" + secret("a.css") + "'><link rel='dns-prefetch preconnect prefetch' href='http://example.invalid/'><style>@import url('../secrets/a.css'); "
                               "@font-face{font-family:x;src:url(http://192.0.2.1/f)} body{background:url(file://" + secret("c.png") + ")}</style>", "<p style='background:url(../secrets/c.png)'>z</p>");
        page(u"refresh.html"_s, "<meta http-equiv=refresh content='0;url=file://" + secret("d.html") + "'><meta http-equiv=Link content='<../secrets/a.css>;rel=stylesheet'>", {});
        page(u"data.html"_s, {}, "<img src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file://" + secret("c.png") + "\"/></svg>'><a href='data:text/html,<script>1</script>'>w</a>");
        page(u"json.html"_s, "<script type='application/ld+json'>{\"@context\":\"http://192.0.2.1/context\",\"@type\":\"NewsArticle\",\"headline\":\"Mill\",\"url\":\"file://" + secret("d.html") + "\"}</script>", {});
        writeFile(m_folder + u"/entity.xhtml"_s, "<?xml version='1.0'?><?xml-stylesheet href='../secrets/a.css'?><!DOCTYPE html [<!ENTITY x SYSTEM 'file://" + secret("f.txt") + "'><!ENTITY % d SYSTEM '" + secret("e.dtd")
                      + "'> %d;]><html xmlns='http://www.w3.org/1999/xhtml'><body><p>&x;</p>" + words + "</body></html>");
        writeFile(m_folder + u"/drawing.svg"_s, "<?xml version='1.0'?><!DOCTYPE svg SYSTEM 'http://192.0.2.1/svg.dtd' [<!ENTITY x SYSTEM 'file://" + secret("f.txt")
                      + "'>]><svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='file://" + secret("c.png") + "'/><use href='http://192.0.2.1/x#y'/><text>&x;</text></svg>");
        writeFile(m_folder + u"/saved.mhtml"_s, "From: <Saved by a browser>\r\nSnapshot-Content-Location: file://" + secret("d.html") + "\r\nSubject: Mill\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b; type=\"text/html\"\r\n\r\n--b\r\n"
                      "Content-Type: text/html\r\nContent-Location: http://192.0.2.1/\r\n\r\n<html><body><img src='cid:1'><img src='file://" + secret("c.png") + "'>" + words
                      + "</body></html>\r\n--b\r\nContent-Type: message/external-body; access-type=local-file; name=\"" + secret("f.txt") + "\"\r\n\r\n\r\n--b--\r\n");
        const QByteArray relation = "<!DOCTYPE w [<!ENTITY x SYSTEM 'file://" + secret("f.txt") + "'>]>";
        writeFile(m_folder + u"/entity.docx"_s, docx("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", {}, relation));
        writeFile(m_folder + u"/entity.odt"_s, odt("<text:p>&x;</text:p>", relation));
        writeFile(m_folder + u"/book.epub"_s, epub({words + "<img src='file://" + secret("c.png") + "'/>"}));
        writeFile(m_folder + u"/links.md"_s, "# Mill\n\n![x](file://" + secret("c.png") + ") [y](../secrets/d.html) <http://192.0.2.1/>\n\n" + words);
        writeFile(m_folder + u"/field.rtf"_s, "{\\rtf1\\ansi The owner of the mill gave in.{\\field{\\*\\fldinst INCLUDEPICTURE \"file://" + secret("c.png") + "\"}{\\fldrslt x}}{\\*\\template " + secret("f.txt") + "}\\par}");
        writeFile(m_folder + u"/actions.pdf"_s, pdf({{{72, 700, 11, "The owner of the mill gave in on Monday, after two years of dispute."}}}, "/Title(Mill)").replace("/Type/Catalog", QByteArray("/Type/Catalog/OpenAction<</S/Launch/F(" + secret("d.html") + ")>>")));
    }

    [[nodiscard]] bool mayOpen(const QString &path) const
    {
        const QString programs = QFileInfo(cliProgram()).path();
        const auto isUnder = [&path](const QString &folder) { return path == folder || path.startsWith(folder + u'/'); };
        static const QSet<QString> single{u"/etc/ld.so.cache"_s, u"/etc/ld.so.preload"_s, u"/etc/localtime"_s, u"/dev/null"_s, u"/dev/urandom"_s, u"/sys/devices/system/cpu/possible"_s, u"/sys/devices/system/cpu/online"_s, u"/proc/sys/vm/overcommit_memory"_s};
        return isUnder(m_folder) || isUnder(programs) || isUnder(QDir::cleanPath(programs + u"/../lib"_s)) || isUnder(u"/usr"_s) || isUnder(u"/lib"_s) || isUnder(u"/lib64"_s) || isUnder(u"/proc/self"_s) || single.contains(path)
            || isUnder(m_dir.filePath(u"data/onrecord/words"_s)) || path == m_dir.path() || path.startsWith(m_dir.filePath(u"project.onrecord"_s));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (m_strace.isEmpty())
            QSKIP("strace is not installed: nobody watched the system calls of an import");
        QProcess probe;
        probe.start(m_strace, {u"-f"_s, u"-o"_s, m_dir.filePath(u"probe"_s), u"true"_s});
        if (!probe.waitForFinished() || probe.exitCode() != 0)
            QSKIP("ptrace is forbidden here: nobody watched the system calls of an import");
        writeHostileFiles();
        const QString project = m_dir.filePath(u"project.onrecord"_s);
        QCOMPARE(runCli({u"new"_s, project}).code, 0);
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"LD_LIBRARY_PATH"_s);
        environment.insert(u"XDG_DATA_HOME"_s, m_dir.filePath(u"data"_s));
        process.setProcessEnvironment(environment);
        const QString log = m_dir.filePath(u"log"_s);
        process.start(m_strace, {u"-f"_s, u"-qq"_s, u"-y"_s, u"-s"_s, u"4096"_s, u"-o"_s, log, u"-e"_s, u"trace=%file,%network,prctl,seccomp,clone,clone3,fork,vfork"_s, cliProgram(), u"import"_s, project, m_folder, u"--json"_s});
        QVERIFY(process.waitForFinished(240'000));
        m_run = {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_calls = callsIn(QString::fromUtf8(file.readAll()), m_dir.path());
    }

    void theFilesWereOffered()
    {
        const QJsonObject totals = m_run.lines().value(m_run.lines().size() - 1);
        QCOMPARE(totals[u"offered"_s].toInt(), static_cast<int>(QDir(m_folder).entryList(QDir::Files).size()));
        QVERIFY2(totals[u"imported"_s].toInt() >= 10, m_run.out.constData());
        // That it was watched at all.
        QVERIFY(std::ranges::any_of(m_calls, [this](const Call &call) { return opens(call) && call.paths.contains(m_folder + u"/images.html"_s); }));
        QVERIFY(std::ranges::any_of(m_calls, [](const Call &call) { return call.name == "execve"_L1 && call.line.contains(u"onrecord-reader"_s); }));
    }

    void noSocketIsMade()
    {
        for (const Call &call : m_calls) {
            QVERIFY2(call.name != "socket"_L1 && call.name != "connect"_L1 && call.name != "bind"_L1 && call.name != "listen"_L1, qPrintable(call.line));
            QVERIFY2(call.name != "socketpair"_L1 || call.line.contains(u"AF_UNIX"_s), qPrintable(call.line));
        }
    }

    void nothingIsOpenedThatIsNotOnTheList()
    {
        for (const Call &call : m_calls) {
            if (opens(call))
                QVERIFY2(mayOpen(call.paths.value(0)), qPrintable(call.line));
        }
    }

    void nobodyAsksAfterWhatThePagesPointTo()
    {
        static const QSet<QString> messages{u"sendto"_s, u"recvfrom"_s, u"sendmsg"_s, u"recvmsg"_s}; // the pages themselves
        for (const Call &call : m_calls) {
            if (!messages.contains(call.name))
                QVERIFY2(!call.line.contains(m_secrets) && !call.line.contains(u"/secrets"_s), qPrintable(call.line));
        }
    }

    void noProgramIsRunButTheReaders()
    {
        const QString reader = QFileInfo(cliProgram()).path() + u"/onrecord-reader"_s;
        const QStringList programs{cliProgram(), reader, reader + u"-pdf"_s};
        for (const Call &call : m_calls) {
            if (call.name.startsWith("execve"_L1))
                QVERIFY2(programs.contains(call.paths.value(0)), qPrintable(call.line));
        }
    }

    void aConfinedReaderAsksForNoFile()
    {
        QSet<int> confined;
        int readers = 0;
        for (const Call &call : m_calls) {
            const bool confines = call.line.contains(u"SECCOMP_SET_MODE_FILTER, 0, {"_s) || call.line.contains(u"SECCOMP_MODE_FILTER, {"_s);
            readers += confines && !confined.contains(call.process) ? 1 : 0;
            if (confines)
                confined << call.process;
            else if (confined.contains(call.process))
                QVERIFY2(call.paths.isEmpty() || call.name.startsWith("send"_L1) || call.name.startsWith("recv"_L1), qPrintable(call.line));
        }
        // One confined parent at least, and a process of its own for each file.
        QVERIFY2(readers > QDir(m_folder).entryList(QDir::Files).size(), qPrintable(QString::number(readers)));
    }
};

QTEST_GUILESS_MAIN(TestStrace)
#include "tst_strace.moc"
