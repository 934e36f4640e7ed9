// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scans into a project: what is kept of their recognition, and what everything else makes of it.
#include "core/ingest/importer.h"
#include "core/ingest/restrike.h"
#include "tests/core/store/dump.h"
#include "tests/support/scans.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

using namespace onrecord;
using namespace onrecord::test;
using namespace Qt::StringLiterals;
using ingest::FileState;

namespace {

/// What a program of that name would say of any page: three words, the last of them uncertain.
constexpr QByteArrayView threeWords = "printf '5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t90\\t20\\t99\\tRust\\n5\\t1\\t1\\t1\\t1\\t2\\t110\\t10\\t90\\t20\\t95\\tand\\n5\\t1\\t1\\t1\\t1\\t3\\t210\\t10\\t90\\t20\\t61\\trumours.\\n'";

} // namespace

class TestScanImport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_next = 0;
    std::unique_ptr<store::Project> m_project;
    QByteArray m_scan; ///< a PDF of three pages
    QString m_program;

    QString fake(QByteArrayView deed)
    {
        const QString path = m_dir.filePath(u"fake%1"_s.arg(++m_next));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no script");
        file.write("#!/bin/sh\ncase $1 in\n--version) echo 'tesseract 5.9.9';;\n--list-langs) printf 'List:\\neng\\ndeu\\n';;\n*) " + deed.toByteArray() + ";;\nesac\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    ingest::ImportReport take(const std::vector<std::pair<QString, QByteArray>> &files, const QString &languages, const QString &program, const ingest::Listener &listener = {})
    {
        ingest::Offer offer;
        for (const auto &[name, bytes] : files)
            offer.files.push_back({{}, bytes, name, io::Links::Follow});
        ingest::ProjectSink sink(*m_project);
        ingest::ImportOptions options;
        options.recognition = io::RecognitionChoice::from(languages);
        options.recogniser = program;
        return ingest::importFiles(offer, sink, listener, options);
    }

    const Article &only() const { return (*m_project->snapshot())->articles().front(); }

private Q_SLOTS:
    void initTestCase()
    {
        QImage page(600, 800, QImage::Format_Grayscale8);
        page.fill(Qt::white);
        for (int x = 100; x < 300; ++x)
            page.scanLine(200)[x] = page.scanLine(201)[x] = page.scanLine(202)[x] = page.scanLine(203)[x] = 0;
        m_scan = scannedPdf({page, page, page});
        m_program = fake(threeWords);
    }
    void init()
    {
        auto made = store::Project::create(m_dir.filePath(u"%1.onrecord"_s.arg(++m_next)), std::make_shared<SystemClock>());
        QVERIFY(made);
        m_project = std::move(*made);
    }

    void whatWasRecognisedIsKeptAndChecked()
    {
        const auto report = take({{u"scan.pdf"_s, m_scan}}, {}, m_program);
        QCOMPARE(report.count(FileState::Imported), 1);
        const SnapshotPtr record = *m_project->snapshot();
        const Article &article = record->articles().front();
        QVERIFY(article.recognition);
        QCOMPARE(article.recognition->program, u"Tesseract 5.9.9"_s);
        QVERIFY(article.recognition->languages.contains(u"eng"_s));
        QCOMPARE(article.recognition->words, 9);
        QCOMPARE(article.recognition->mean, 85.0);
        QCOMPARE(article.recognition->uncertain.size(), 3U);
        const QString text = *m_project->articleText(article.id);
        for (const UncertainWord &word : article.recognition->uncertain)
            QCOMPARE(text.sliced(word.span.start, word.span.length()), u"rumours."_s);
        QVERIFY(inEnglish(article.remarks).join(u' ').contains(u"Tesseract 5.9.9"_s));
        QVERIFY(m_project->check()->ok);

        // Undone and redone it is the same; so it is in a copy, and in the file opened anew.
        QVERIFY(m_project->undo() && m_project->redo());
        QCOMPARE((*m_project->snapshot())->articles().front().recognition, article.recognition);
        const QString copy = m_dir.filePath(u"copy%1.onrecord"_s.arg(++m_next));
        QVERIFY(m_project->backup(copy));
        const auto opened = store::Project::open(copy, std::make_shared<SystemClock>());
        QVERIFY(opened && (*opened)->check()->ok);
        QCOMPARE((*(*opened)->snapshot())->articles().front().recognition, article.recognition);
    }

    void aChangedRecognitionIsNamed()
    {
        QCOMPARE(take({{u"scan.pdf"_s, m_scan}}, {}, m_program).count(FileState::Imported), 1);
        const QString path = m_project->path();
        m_project.reset();
        meddle(path, u"UPDATE source_recognition SET uncertain = '[[0,4,1],[5,99999,1]]'"_s);
        auto opened = store::Project::open(path, std::make_shared<SystemClock>());
        if (!opened) { // the check at opening has found it
            QCOMPARE(opened.error().fault, Fault::Damaged);
            return;
        }
        const auto report = (*opened)->check();
        QVERIFY(!report->ok);
        QCOMPARE(report->bad.front().what, u"source recognition"_s);
        QCOMPARE((*(*opened)->snapshot())->articles().front().recognition->uncertain.size(), 1U); // what lies outside is not believed
    }

    void theSameScanIsKnownAndOtherLanguagesMakeAVersion()
    {
        QCOMPARE(take({{u"scan.pdf"_s, m_scan}}, {}, m_program).count(FileState::Imported), 1);
        const QString other = fake("printf '5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t90\\t20\\t99\\tRost\\n5\\t1\\t1\\t1\\t1\\t2\\t110\\t10\\t90\\t20\\t95\\tund\\n5\\t1\\t1\\t1\\t1\\t3\\t210\\t10\\t90\\t20\\t61\\tGerede.\\n'");
        // Another program reads the same bytes in another way: they are known nevertheless, unless somebody chose how to read them.
        QCOMPARE(take({{u"again.pdf"_s, m_scan}}, {}, other).count(FileState::Duplicate), 1);
        QCOMPARE(take({{u"german.pdf"_s, m_scan}}, u"deu"_s, other).count(FileState::Version), 1);
        QCOMPARE(take({{u"german.pdf"_s, m_scan}}, u"deu"_s, other).count(FileState::Duplicate), 1);
        const SnapshotPtr record = *m_project->snapshot();
        QCOMPARE(record->articles().size(), 2U);
        QCOMPARE(record->articles().back().recognition->languages, QStringList{u"deu"_s});
        QVERIFY(m_project->check()->ok);
    }

    void strikingAndRestoringDoesNotRecogniseAnew()
    {
        QCOMPARE(take({{u"scan.pdf"_s, m_scan}}, {}, m_program).count(FileState::Imported), 1);
        QFile::remove(m_program); // whoever asked it again would learn nothing
        const auto before = only().recognition;
        const QString text = *m_project->articleText(only().id);
        for (const bool struck : {true, false}) {
            const auto done = ingest::storedArticle(*m_project, only().id)
                                  .and_then([&](const ingest::StoredArticle &stored) { return ingest::readAnew(stored, {0, 4}, struck); })
                                  .and_then([&](const store::Restriking &restriking) { return m_project->restrike(restriking); });
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
            QCOMPARE(*m_project->articleText(only().id), text);
            QCOMPARE(only().recognition, before);
        }
        QVERIFY(m_project->check()->ok);
        m_program = fake(threeWords);
    }

    void pagesAreToldAndCancelOrSkipWorksInTheMiddle()
    {
        std::vector<int> pages;
        ingest::Listener listener;
        listener.recognising = [&pages](int file, int page, int of) {
            if (file == 0 && of == 3)
                pages.push_back(page);
        };
        QCOMPARE(take({{u"scan.pdf"_s, m_scan}}, {}, m_program, listener).count(FileState::Imported), 1);
        QCOMPARE(pages, (std::vector<int>{1, 2, 3}));

        std::atomic<bool> stop = false;
        listener.recognising = [&stop](int, int page, int) { stop = page == 2; };
        listener.isCancelled = [&stop] { return stop.load(); };
        const auto cancelled = take({{u"other.pdf"_s, m_scan + "\n"}}, {}, m_program, listener);
        QVERIFY(cancelled.wasCancelled);
        QCOMPARE(cancelled.files.front().reason.fault, Fault::Cancelled);

        stop = false;
        listener.isCancelled = [] { return false; };
        listener.isSkipped = [&stop](int file) { return file == 0 && stop.load(); };
        const auto skipped = take({{u"other.pdf"_s, m_scan + "\n"}, {u"words.txt"_s, "Nobody on the bank had anything to add to that."}}, {}, m_program, listener);
        QCOMPARE(skipped.offered(), 2);
        QCOMPARE(skipped.files.front().reason.fault, Fault::Cancelled);
        QCOMPARE(skipped.files.back().state, FileState::Imported);
    }

    void withoutAProgramAScanIsRefusedAndTheRestGoesIn()
    {
        const auto report = take({{u"scan.pdf"_s, m_scan}, {u"words.txt"_s, "Nobody on the bank had anything to add to that."}, {u"p.png"_s, encoded(scanOf({u"<p>x</p>"_s}, {.dotsPerInch = 72}), "PNG")}}, {}, u"/nowhere/tesseract"_s);
        QCOMPARE(report.offered(), 3);
        QCOMPARE(report.count(FileState::Imported), 1);
        QCOMPARE(report.files[0].reason.fault, Fault::NoRecogniser);
        QVERIFY(report.files[0].reason.detail.contains(u"3 page(s)"_s));
        QCOMPARE(report.files[2].reason.fault, Fault::NoRecogniser);
    }
};

QTEST_MAIN(TestScanImport)
#include "tst_scanimport.moc"
