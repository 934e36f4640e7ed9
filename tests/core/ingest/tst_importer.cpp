// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importer.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <atomic>
#include <optional>

using namespace onrecord;
using namespace Qt::StringLiterals;
using ingest::FileState;

namespace {

QByteArray article(int number)
{
    return "Report " + QByteArray::number(number) + " of the lock keeper\n\n“Boat " + QByteArray::number(number)
        + " passed the lock at noon,” said Vera Quint, the keeper. Nobody on the bank had anything to add to that at all.\n";
}

ingest::Offer offerOfArticles(int count)
{
    ingest::Offer offer;
    for (int i = 0; i < count; ++i)
        offer.files.push_back({{}, article(i), u"%1.txt"_s.arg(i), io::Links::Follow});
    return offer;
}

int sum(const ingest::ImportReport &report)
{
    return report.count(FileState::Imported) + report.count(FileState::Duplicate) + report.count(FileState::Version) + report.count(FileState::Refused);
}

/// A sink whose disk fills up, and that remembers what it was asked.
class FullSink final : public ingest::ArticleSink
{
public:
    explicit FullSink(int room, Fault fault) : m_room(room), m_fault(fault) {}
    [[nodiscard]] QString projectPath() override { return {}; }
    Result<void> begin(const QString &) override { return {}; }
    std::vector<Result<store::Added>> add(const Articles &articles) override
    {
        std::vector<Result<store::Added>> answers;
        for (const store::NewArticle &article : *articles)
            answers.push_back(addOne(article));
        return answers;
    }
    Result<void> end() override
    {
        ++ends;
        return {};
    }
    Result<void> addEvents(const std::vector<Event> &) override { return {}; }
    Result<SnapshotPtr> snapshot() override { return std::make_shared<Snapshot>(); }

    int asked = 0;
    int ends = 0;
    QStringList names;

private:
    Result<store::Added> addOne(const store::NewArticle &article)
    {
        ++asked;
        if (asked > m_room)
            return fail(m_fault, u"no more"_s);
        store::Added added;
        added.article = ArticleId{asked};
        names << article.fileName;
        return added;
    }

    int m_room;
    Fault m_fault;
};

} // namespace

class TestImporter : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    std::unique_ptr<store::Project> project(const QString &name) const
    {
        auto made = store::Project::create(m_dir.filePath(name), std::make_shared<SystemClock>());
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return std::move(*made);
    }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_dir.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

private Q_SLOTS:
    void everyFileOfAFolderEndsInOneState()
    {
        const auto into = project(u"states.onrecord"_s);
        write(u"states/a.txt"_s, article(1));
        write(u"states/b.txt"_s, article(1));
        write(u"states/c.txt"_s, {});
        write(u"states/d.pdf"_s, "%PDF-1.4 nothing else");
        write(u"states/e.html"_s, "<html><body><p>" + article(2) + "</p></body></html>");
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_dir.filePath(u"states/f-link"_s)));
        write(u"states/.g"_s, article(3));
        ingest::ProjectSink sink(*into);
        const auto report = ingest::importFiles(ingest::offerOf({m_dir.filePath(u"states"_s), m_dir.filePath(u"nowhere"_s)}), sink);
        QCOMPARE(report.offered(), 7);
        QCOMPARE(sum(report), 7);
        QCOMPARE(report.count(FileState::Imported), 2);
        QCOMPARE(report.count(FileState::Duplicate), 1);
        QCOMPARE(report.hidden, 1);
        QCOMPARE(report.files[1].article, report.files[0].article);
        QCOMPARE(report.files[2].reason.fault, Fault::Empty);
        QCOMPARE(report.files[3].reason.fault, Fault::Malformed);
        QCOMPARE(report.files[5].reason.fault, Fault::NotAFile);
        QCOMPARE(report.files[6].reason.fault, Fault::NotFound);
        const QString text = report.toText([](const Error &error) { return error.detail; });
        QVERIFY(text.contains(u"offered 7 = imported 2 + duplicate 1 + version 0 + refused 4"_s));
        QVERIFY(text.contains(u"hidden files left out: 1"_s));
        QCOMPARE(into->snapshot().value()->articles().size(), size_t(2));
    }

    void aHundredThousandFilesEachEndInOneState()
    {
        constexpr int many = 100'000;
        ingest::Offer offer;
        for (int i = 0; i < many; ++i)
            offer.files.push_back({m_dir.filePath(u"gone/%1.txt"_s.arg(i)), {}, u"%1.txt"_s.arg(i), io::Links::Follow});
        offer.files.push_back({{}, article(1), u"last.txt"_s, io::Links::Follow});
        const auto into = project(u"many.onrecord"_s);
        ingest::ProjectSink sink(*into);
        const auto report = ingest::importFiles(offer, sink);
        QCOMPARE(report.offered(), many + 1);
        QCOMPARE(sum(report), many + 1);
        QCOMPARE(report.count(FileState::Refused), many);
        QCOMPARE(report.files.back().state, FileState::Imported);
    }

    void aNameInLettersThatLookAlikeIsKeptApartAndSaid()
    {
        const auto into = project(u"alike.onrecord"_s);
        const auto saying = [](const QByteArray &name) { return "Report on the lock\n\n“The lock of " + name + " stays shut,” said " + name + " Quint, the keeper of the lock.\n"; };
        ingest::Offer offer;
        offer.files.push_back({{}, saying("Vera"), u"a.txt"_s, io::Links::Follow});
        offer.files.push_back({{}, saying("V\xD0\xB5ra"), u"b.txt"_s, io::Links::Follow}); // a Cyrillic letter
        ingest::ProjectSink sink(*into);
        const auto report = ingest::importFiles(offer, sink);
        QVERIFY(report.files[0].remarks.empty());
        QCOMPARE(report.files[1].remarks, (std::vector<Remark>{{RemarkKind::MixedScripts, {u"V\u0435ra Quint"_s}}}));
        const auto record = into->snapshot().value();
        QVERIFY(std::ranges::count_if(record->agents(), [](const Agent &row) { return row.name.endsWith(u"ra Quint"); }) == 2); // never merged
        QCOMPARE(record->article(report.files[1].article)->remarks, report.files[1].remarks);
    }

    void oneImportIsOneStepOfUndo()
    {
        const auto into = project(u"undo.onrecord"_s);
        ingest::ProjectSink sink(*into);
        QCOMPARE(ingest::importFiles(offerOfArticles(7), sink).count(FileState::Imported), 7);
        QCOMPARE(into->history().value().size(), size_t(1));
        QVERIFY(into->undo());
        QCOMPARE(into->snapshot().value()->articles().size(), size_t(0));
    }

    void theOrderIsTheOffersOnAnyNumberOfThreads()
    {
        QStringList records;
        for (const int threads : {1, 4}) {
            const auto into = project(u"threads%1.onrecord"_s.arg(threads));
            ingest::ProjectSink sink(*into);
            QStringList finished;
            ingest::Listener listener;
            listener.finished = [&finished](int, int, const ingest::FileOutcome &outcome) { finished << outcome.file; };
            const auto report = ingest::importFiles(offerOfArticles(30), sink, listener, {{}, threads});
            QCOMPARE(report.count(FileState::Imported), 30);
            QString record = finished.join(u',');
            for (const Article &one : into->snapshot().value()->articles())
                record += u"|%1 %2"_s.arg(one.id.value).arg(one.fileName);
            for (const Quotation &one : into->snapshot().value()->quotations())
                record += u"|%1 %2 %3"_s.arg(one.article.value).arg(one.speaker.value).arg(one.content.exact);
            records << record;
        }
        QCOMPARE(records[0], records[1]);
    }

    void afterCancelTheRestIsRefusedAndTheDoneIsKept()
    {
        const auto into = project(u"cancel.onrecord"_s);
        ingest::ProjectSink sink(*into);
        std::atomic<bool> cancelled = false;
        ingest::Listener listener;
        listener.isCancelled = [&cancelled] { return cancelled.load(); };
        listener.finished = [&cancelled](int done, int offered, const ingest::FileOutcome &) {
            QCOMPARE(offered, 40);
            cancelled = cancelled || done == 5;
        };
        const auto report = ingest::importFiles(offerOfArticles(40), sink, listener);
        QVERIFY(report.wasCancelled);
        QCOMPARE(report.offered(), 40);
        // What was stored in one transaction with the fifth is kept and said as well.
        const auto kept = static_cast<size_t>(report.count(FileState::Imported));
        QVERIFY(kept >= 5);
        QCOMPARE(report.count(FileState::Refused), 40 - static_cast<int>(kept));
        for (size_t i = 0; i < 40; ++i)
            QCOMPARE(report.files[i].state, i < kept ? FileState::Imported : FileState::Refused);
        for (size_t i = kept; i < 40; ++i)
            QCOMPARE(report.files[i].reason.fault, Fault::Cancelled);
        QCOMPARE(into->snapshot().value()->articles().size(), kept);
    }

    void cancelEndsTheWaitForFilesStillBeingRead()
    {
        FullSink sink(10, Fault::DiskFull);
        const auto *importing = QThread::currentThread();
        std::atomic<int> asked = 0; // by the importing thread, before it says what became of the first file
        ingest::Listener listener;
        QSemaphore isAsked;
        listener.isCancelled = [&] {
            if (QThread::currentThread() != importing)
                return false;
            ++asked;
            isAsked.release();
            return true;
        };
        // The second is being read until somebody asks.
        listener.started = [&](int file) {
            if (file == 1)
                isAsked.acquire();
        };
        std::optional<int> askedBefore;
        listener.finished = [&](int, int, const ingest::FileOutcome &) { askedBefore = askedBefore.value_or(asked.load()); };
        ingest::ImportOptions options;
        options.threads = 2;
        ingest::Offer offer = ingest::offerOf({m_dir.filePath(u"nowhere"_s)}); // is refused at once
        offer.files.push_back({{}, article(1), u"1.txt"_s, io::Links::Follow});
        (void)ingest::importFiles(offer, sink, listener, options);
        QCOMPARE_GE(askedBefore.value_or(0), 2); // in the wait, and when the first file was finished
    }

    void whatWasRefusedWhenOfferedIsRefusedWithThatReason()
    {
        FullSink sink(10, Fault::DiskFull);
        ingest::Offer offer = offerOfArticles(2);
        offer.files[0].refusal = Error{Fault::NotReadable, u"not to its end"_s};
        const auto report = ingest::importFiles(offer, sink);
        QCOMPARE(report.files[0].reason, (Error{Fault::NotReadable, u"not to its end"_s}));
        QCOMPARE(report.count(FileState::Imported), 1);
    }

    void aFullDiskRefusesTheRestWithItsReason()
    {
        FullSink sink(3, Fault::DiskFull);
        const auto report = ingest::importFiles(offerOfArticles(20), sink);
        QVERIFY(sink.asked >= 4);
        QCOMPARE(sink.ends, 1);
        QCOMPARE(report.offered(), 20);
        QCOMPARE(report.count(FileState::Imported), 3);
        for (size_t i = 3; i < 20; ++i)
            QCOMPARE(report.files[i].reason, (Error{Fault::DiskFull, u"no more"_s}));
    }

    void aFailureOfOneArticleIsItsOwn()
    {
        FullSink sink(0, Fault::Internal);
        const auto report = ingest::importFiles(offerOfArticles(20), sink);
        QCOMPARE(sink.asked, 20);
        QCOMPARE(report.count(FileState::Refused), 20);
    }

    void theOpenProjectItselfIsNeverRead()
    {
        const auto into = project(u"self.onrecord"_s);
        ingest::ProjectSink sink(*into);
        const QString link = m_dir.filePath(u"other-name"_s);
        QVERIFY(QFile::link(into->path(), link));
        const QString beside = into->path() + u"-shm"_s;
        QFile shared(beside);
        QVERIFY(shared.exists() || shared.open(QIODevice::WriteOnly));
        const auto report = ingest::importFiles(ingest::offerOf({into->path(), link, beside}), sink);
        QCOMPARE(report.count(FileState::Refused), 3);
        for (const auto &file : report.files)
            QCOMPARE(file.reason.detail, u"this is the open project itself"_s);
    }

    void anEmptyOfferLeavesNoTrace()
    {
        const auto into = project(u"empty.onrecord"_s);
        ingest::ProjectSink sink(*into);
        QCOMPARE(ingest::importFiles({}, sink).offered(), 0);
        QVERIFY(into->undoName().isEmpty());
    }

    void struckTextIsNotSearchedForQuotations()
    {
        const auto into = project(u"struck.onrecord"_s);
        ingest::ProjectSink sink(*into);
        QByteArray page = "<html><body><nav class=menu>“Buy our paper today and tomorrow,” said Old Menu.</nav><article>";
        for (int i = 0; i < 4; ++i)
            page += "<p>" + article(i) + "</p>";
        page += "</article></body></html>";
        const auto report = ingest::importFiles({{{{}, page, u"p.html"_s, io::Links::Follow}}, 0}, sink);
        QCOMPARE(report.count(FileState::Imported), 1);
        const auto snapshot = into->snapshot().value();
        QVERIFY(!snapshot->quotations().empty());
        for (const Quotation &quotation : snapshot->quotations())
            QVERIFY2(!quotation.content.exact.contains(u"Buy our paper"_s), qPrintable(quotation.content.exact));
    }

    void wordsThatLayoutSetsApartAreQuotationsInEveryFormat_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("Markdown") << u"q.md"_s << QByteArray("# The lock\n\nIt rained all week. Vera Quint wrote to the council:\n\n> The lock will not survive the winter.\n\nNobody answered.\n");
        QTest::newRow("HTML") << u"q.html"_s
                              << QByteArray("<html><body><article><h1>The lock</h1><p>It rained all week. Vera Quint wrote to the council:</p><blockquote><p>The lock will not "
                                            "survive the winter.</p></blockquote><p>Nobody answered.</p></article></body></html>");
    }

    void wordsThatLayoutSetsApartAreQuotationsInEveryFormat()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const auto into = project(name + u".onrecord"_s);
        ingest::ProjectSink sink(*into);
        QCOMPARE(ingest::importFiles({{{{}, bytes, name, io::Links::Follow}}, 0}, sink).count(FileState::Imported), 1);
        const auto snapshot = into->snapshot().value();
        QCOMPARE(snapshot->quotations().size(), size_t(1));
        const Quotation &quotation = snapshot->quotations().front();
        QCOMPARE(quotation.content.exact, u"The lock will not survive the winter."_s);
        QCOMPARE(snapshot->agent(quotation.speaker)->name, u"Vera Quint"_s);
    }

    void reportedSpeechIsSuggestedWhereItIsPlain()
    {
        const auto into = project(u"reported.onrecord"_s);
        ingest::ProjectSink sink(*into);
        const QByteArray text = "The lock stays shut\n\nVera Quint said the repair would take eighteen months. The town pool will close in May, Tom Hale said. "
                                "Hale declined to comment on the matter of the key.\n";
        QCOMPARE(ingest::importFiles({{{{}, text, u"r.txt"_s, io::Links::Follow}}, 0}, sink).count(FileState::Imported), 1);
        const auto snapshot = into->snapshot().value();
        QStringList reported;
        for (const Quotation &quotation : snapshot->quotations())
            reported << quotation.content.exact;
        QCOMPARE(reported, (QStringList{u"the repair would take eighteen months"_s, u"The town pool will close in May"_s}));
    }

    void aMissingReaderRefusesEveryFileAndSaysSo()
    {
        const auto into = project(u"missing.onrecord"_s);
        ingest::ProjectSink sink(*into);
        const auto report = ingest::importFiles(offerOfArticles(3), sink, {}, {u"/nowhere/onrecord-reader"_s, 1});
        QCOMPARE(report.count(FileState::Refused), 3);
        QVERIFY(report.files[0].reason.detail.contains(u"/nowhere/onrecord-reader"_s));
    }
};

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
