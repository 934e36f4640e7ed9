// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "core/extract/lexicon.h"
#include "core/ingest/importer.h"
#include "core/record/snapshot.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace onrecord;
using namespace onrecord::extract;

namespace {

/// Keeps what it is given.
class KeepingSink final : public ingest::ArticleSink
{
public:
    [[nodiscard]] QString projectPath() override { return {}; }
    Result<void> begin(const QString &) override { return {}; }
    std::vector<Result<store::Added>> add(const Articles &articles) override
    {
        kept.insert(kept.end(), articles->begin(), articles->end());
        return std::vector<Result<store::Added>>(articles->size(), store::Added{});
    }
    Result<void> end() override { return {}; }
    Result<void> addEvents(const std::vector<Event> &) override { return {}; }
    Result<SnapshotPtr> snapshot() override { return std::make_shared<Snapshot>(); }

    std::vector<store::NewArticle> kept;
};

} // namespace

/// Word lists of the user's own, laid over those built in.
class TestOwnWords : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void withoutListsNothingChanges();
    void aNewVerbReports();
    void anOwnListWins();
    void aWordIsTakenOut();
    void grammarStays();
    void sharedListsServeEveryLanguage();
    void badLinesAreSaid_data();
    void badLinesAreSaid();
    void anImportUsesThemAndSaysWhatIsBad();

private:
    void write(const QString &name, const QByteArray &text);
    [[nodiscard]] Extraction read(const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOwnWords::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestOwnWords::write(const QString &name, const QByteArray &text)
{
    const QString path = m_folder->filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

Extraction TestOwnWords::read(const QString &text) const
{
    return extract::extract(text, {.language = u"en"_s, .published = {}, .authors = {}, .struck = {}, .setApart = {}, .words = userLexicons(m_folder->path())});
}

void TestOwnWords::withoutListsNothingChanges()
{
    QVERIFY(userLexicons(m_folder->path()).empty());
    QVERIFY(userLexicons({}).empty());
    QVERIFY(userLexicons(m_folder->filePath(u"missing"_s)).empty());
}

void TestOwnWords::aNewVerbReports()
{
    const QString text = u"The port was shut. “It leaks,” quarb Ana Ruiz."_s;
    QVERIFY(read(text).quotations.front().cue.isEmpty());
    write(u"en/speech.txt"_s, "# mine\nquorb quorbs quarb quorben quorbing\n");
    const Extraction found = read(text);
    QCOMPARE(text.sliced(found.quotations.front().cue.start, found.quotations.front().cue.length()), u"quarb"_s);
    QCOMPARE(found.agents[static_cast<size_t>(found.quotations.front().speaker)].name, u"Ana Ruiz"_s);
}

void TestOwnWords::anOwnListWins()
{
    const QString text = u"They met Paris on Monday. “It leaks,” said Paris."_s;
    QCOMPARE(read(text).agents.front().type, AgentType::Place);
    write(u"en/names.txt"_s, "[female]\nParis\n");
    QCOMPARE(read(text).agents.front().type, AgentType::Person);
}

void TestOwnWords::aWordIsTakenOut()
{
    write(u"en/places.txt"_s, "-Paris\n");
    const auto lists = userLexicons(m_folder->path());
    QCOMPARE(lists.size(), size_t(1));
    QCOMPARE(lists.front()->language(), u"en"_s);
    QCOMPARE(lists.front()->classesOf(u"Paris") & word::Place, quint64(0));
    QVERIFY(lists.front()->problems().isEmpty());
}

void TestOwnWords::grammarStays()
{
    write(u"en/names.txt"_s, "[female]\nMay\n");
    const quint64 classes = userLexicons(m_folder->path()).front()->classesOf(u"May");
    QVERIFY(classes & word::GivenName);
    QVERIFY(classes & word::Month);
}

void TestOwnWords::sharedListsServeEveryLanguage()
{
    write(u"shared/organisations.txt"_s, "Quorble Works\n");
    const auto lists = userLexicons(m_folder->path());
    QCOMPARE(lists.size(), size_t(2));
    for (const auto &list : lists)
        QVERIFY(list->find(phraseHash(wordHash(u"Quorble"), wordHash(u"Works"))).classes & word::Organisation);
}

void TestOwnWords::badLinesAreSaid_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("said");
    QTest::newRow("no such class") << u"en/titles.txt"_s << QByteArray("[knights]\nSir\n") << u"en/titles.txt, line 1: there is no class [knights]"_s;
    QTest::newRow("no list of this name") << u"en/mine.txt"_s << QByteArray("Quorble\n") << u"en/mine.txt, line 1: the list has no class"_s;
    QTest::newRow("nothing to take out") << u"en/titles.txt"_s << QByteArray("-Quorble\n") << u"en/titles.txt, line 1: “Quorble” is in no list"_s;
    QTest::newRow("forms of a verb") << u"en/speech.txt"_s << QByteArray("# mine\n\nquorble quorbled\n") << u"en/speech.txt, line 3: a verb has one form or five"_s;
    QTest::newRow("an entry of a page") << u"en/roles.txt"_s << QByteArray(200, 'x') << u"en/roles.txt, line 1: an entry of more than 120 characters"_s;
    QTest::newRow("another character set") << u"de/titles.txt"_s << QByteArray("K\xf6nig\n") << u"de/titles.txt is not UTF-8"_s;
}

void TestOwnWords::badLinesAreSaid()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, list);
    QFETCH(const QString, said);
    write(file, list);
    const QStringList problems = userLexicons(m_folder->path()).front()->problems();
    QVERIFY2(!problems.isEmpty() && problems.front().startsWith(said), qPrintable(problems.join(u" / "_s)));
}

void TestOwnWords::anImportUsesThemAndSaysWhatIsBad()
{
    write(u"en/speech.txt"_s, "quorb quorbs quarb quorben quorbing\n[oops]\n");
    ingest::Offer offer;
    offer.files.push_back({{}, "Report of the lock keeper\n\nThe boat passed the lock at noon on Monday. “The pump leaks,” quarb Vera Quint, the keeper.\n", u"a.txt"_s, io::Links::Follow});
    KeepingSink sink;
    ingest::ImportOptions options;
    options.words = m_folder->path();
    const auto report = ingest::importFiles(offer, sink, {}, options);
    QCOMPARE(sink.kept.size(), size_t(1));
    const store::NewArticle &article = sink.kept.front();
    QCOMPARE(article.extraction.quotations.size(), size_t(1));
    const Span cue = article.extraction.quotations.front().cue;
    QCOMPARE(article.document.text.sliced(cue.start, cue.length()), u"quarb"_s);
    QCOMPARE(report.wordProblems, QStringList{u"en/speech.txt, line 2: there is no class [oops]"_s});
}

QTEST_GUILESS_MAIN(TestOwnWords)
#include "tst_ownwords.moc"
