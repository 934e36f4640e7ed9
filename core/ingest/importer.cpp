// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importer.h"

#include "core/ingest/people.h"
#include "core/ingest/readers.h"
#include "core/ingest/suggestions.h"
#include "core/io/readfile.h"
#include "core/store/preparedsource.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QFuture>
#include <QStandardPaths>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrentRun>
#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <sys/stat.h>
#include <utility>

namespace onrecord::ingest {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostThreads = 4;
constexpr size_t mostAhead = 512;         // files
constexpr size_t mostTogether = 256;      // articles in one transaction
constexpr size_t enoughTogether = 64;     // for which it waits: every transaction has its price, a segment of the search index most of all
constexpr qint64 patience = 200;          // ms since the last one
constexpr unsigned long pollEvery = 500;  // microseconds
constexpr qint64 mostBytesAhead = qint64(32) << 20;
constexpr int freeingFirst = 1;           // priority in the pool, before files
constexpr int deepestArchive = 3;         // archives in archives
constexpr size_t mostParts = 100'000;     // of one file

/// The project's own file. To open and close it by any other way than SQLite's would drop the locks that SQLite holds on it
/// ("How To Corrupt An SQLite Database File", 2.2), so it is told by device and inode, without being opened; so are the files beside it.
class OwnFile
{
public:
    explicit OwnFile(const QString &path) : m_path(path), m_known(::stat(QFile::encodeName(path).constData(), &m_file) == 0) {}

    [[nodiscard]] bool is(const QString &path) const
    {
        struct stat other = {};
        const QFileInfo file(path);
        if (const QString name = m_path.fileName(); m_known && file.fileName().startsWith(name)
            && QStringList{u"-journal"_s, u"-wal"_s, u"-shm"_s}.contains(file.fileName().sliced(name.size())))
            return file.canonicalPath() == m_path.canonicalPath();
        return m_known && ::stat(QFile::encodeName(path).constData(), &other) == 0 && other.st_dev == m_file.st_dev && other.st_ino == m_file.st_ino;
    }

private:
    QFileInfo m_path;
    struct stat m_file = {};
    bool m_known;
};

void say(const GivenFields &given, io::ReadDocument &document)
{
    const auto set = [](Sourced &field, const QString &value) {
        if (!value.isEmpty())
            field = {value, Basis::User};
    };
    set(document.title, given.title);
    set(document.outlet, given.outlet);
    set(document.url, given.url);
    if (given.published.isKnown())
        document.published = {given.published, Basis::User, {}};
}

/// One import, from the first file to the last.
class Import
{
public:
    Import(const Offer &offer, ArticleSink &sink, const Listener &listener, const ImportOptions &options)
        : m_offer(offer), m_sink(sink), m_listener(listener), m_readers(options.reader), m_recogniser(options.recogniser), m_recognition(options.recognition), m_encoding(options.encoding),
          m_words(extract::userLexicons(options.words)), m_own(sink.projectPath())
    {
        m_offered = static_cast<int>(offer.files.size());
        const int ideal = std::clamp(QThread::idealThreadCount(), 1, mostThreads);
        m_pool.setMaxThreadCount(options.threads > 0 ? options.threads : ideal);
        m_report.hidden = offer.hidden;
        for (const auto &list : m_words)
            m_report.wordProblems += list->problems();
        m_report.files.reserve(offer.files.size());
    }

    ImportReport run()
    {
        QStringList names;
        for (const OfferedFile &file : m_offer.files)
            names << nameOf(file);
        m_listener.offered(names);
        if (auto begun = m_sink.begin(u"Import %n Article(s)"_s); !begun)
            m_stopped = begun.error();
        m_sinceStored.start();
        while (m_next < m_offer.files.size() || !m_ahead.empty()) {
            readAhead();
            std::vector<Prepared> ready = takeReady();
            for (size_t from = 0; from < ready.size(); from += mostTogether)
                finish(std::span(ready).subspan(from, std::min(mostTogether, ready.size() - from)));
            m_sinceStored.start();
        }
        if (auto ended = m_sink.end(); !ended && !m_stopped)
            m_stopped = ended.error();
        m_report.wasCancelled = m_listener.isCancelled();
        return std::move(m_report);
    }

private:
    /// One article of a file, read and extracted.
    struct Prepared {
        int number = 0; ///< of the offered file
        QString file; ///< path or name; of a part "archive.zip/inner.txt"
        Result<store::NewArticle> article;
    };

    struct Ahead {
        QFuture<std::vector<Prepared>> pieces;
        qint64 bytes = 0; ///< what it weighs in the read-ahead
    };

    static QString nameOf(const OfferedFile &file) { return file.path.isEmpty() ? file.name : file.path; }

    /// Keeps files in work ahead of storing: enough never to wait, little enough to fit into memory.
    void readAhead()
    {
        for (; m_next < m_offer.files.size() && m_ahead.size() < mostAhead && (m_ahead.empty() || m_bytesAhead < mostBytesAhead); ++m_next) {
            const OfferedFile &file = m_offer.files[m_next];
            const qint64 bytes = file.path.isEmpty() ? file.bytes.size() : QFileInfo(file.path).size();
            m_bytesAhead += bytes;
            m_ahead.push_back({QtConcurrent::run(&m_pool, [this, &file, number = static_cast<int>(m_next)] { return prepare(file, number); }), bytes});
        }
    }

    /// The next file, and those behind it that are read by now or soon: they are stored together. The slower the disk, the more they are.
    std::vector<Prepared> takeReady()
    {
        std::vector<Prepared> ready;
        do {
            std::vector<Prepared> pieces = m_ahead.front().pieces.takeResult();
            m_offered += static_cast<int>(pieces.size()) - 1;
            std::ranges::move(pieces, std::back_inserter(ready));
            m_bytesAhead -= m_ahead.front().bytes;
            m_ahead.pop_front();
            while (!m_ahead.empty() && ready.size() < enoughTogether && !m_ahead.front().pieces.isFinished() && m_sinceStored.elapsed() < patience && !m_listener.isCancelled())
                QThread::usleep(pollEvery);
        } while (!m_ahead.empty() && ready.size() < mostTogether && m_ahead.front().pieces.isFinished());
        return ready;
    }

    [[nodiscard]] bool isUnwanted(int number) const { return m_listener.isCancelled() || m_listener.isSkipped(number); }

    /// On a worker thread. Never empty.
    std::vector<Prepared> prepare(const OfferedFile &file, int number)
    {
        m_listener.waitWhilePaused();
        std::vector<Prepared> pieces;
        if (isUnwanted(number)) {
            pieces.push_back({number, nameOf(file), fail(Fault::Cancelled)});
            return pieces;
        }
        m_listener.started(number);
        auto bytes = file.refusal ? Result<QByteArray>(std::unexpected(*file.refusal)) : bytesOf(file);
        if (bytes)
            read(nameOf(file), file.name, std::move(*bytes), 0, pieces, number, file.given);
        else
            pieces.push_back({number, nameOf(file), std::unexpected(bytes.error())});
        return pieces;
    }

    Result<QByteArray> bytesOf(const OfferedFile &file)
    {
        if (file.path.isEmpty())
            return file.bytes;
        if (m_own.is(file.path))
            return fail(Fault::UnsupportedType, u"this is the open project itself"_s);
        auto bytes = io::readFile(file.path, file.links);
        if (!bytes && bytes.error().fault == Fault::NotFound && file.path.contains(QChar::ReplacementCharacter))
            return fail(Fault::NotReadable, u"its name or that of its folder is no valid text: rename it"_s);
        return bytes;
    }

    void read(const QString &label, const QString &name, QByteArray bytes, int depth, std::vector<Prepared> &pieces, int number, const GivenFields &given = {})
    {
        if (isUnwanted(number)) {
            pieces.push_back({number, label, fail(Fault::Cancelled)});
            return;
        }
        auto reader = m_readers.take();
        const io::ReadEvents events{
            [this, number] { return isUnwanted(number); },
            [this, number](int page, int pages) { m_listener.recognising(number, page, pages); }};
        auto document =
            io::readScan(*reader, m_recogniser, bytes, {name.section(u'/', -1), m_encoding}, m_recognition, events);
        m_readers.giveBack(std::move(reader));
        if (document)
            say(given, *document);
        if (!document) {
            pieces.push_back({number, label, std::unexpected(document.error())});
        } else if (document->parts.empty()) {
            pieces.push_back({number, label, articleOf(name, std::move(bytes), std::move(*document))});
        } else if (depth >= deepestArchive || pieces.size() + document->parts.size() > mostParts) {
            pieces.push_back({number, label, fail(Fault::TooLarge, depth >= deepestArchive ? u"archives nested more than %1 deep"_s.arg(deepestArchive) : u"holds more than %1 articles"_s.arg(mostParts))});
        } else {
            bytes.clear();
            const size_t first = pieces.size();
            for (io::ReadPart &part : document->parts)
                readPart(label, part, depth, pieces, number);
            // What is to be said of the whole is said once.
            const auto piece = std::ranges::find_if(pieces.begin() + static_cast<std::ptrdiff_t>(first), pieces.end(), [](const Prepared &one) { return one.article.has_value(); });
            if (piece != pieces.end())
                piece->article->document.remarks.insert(piece->article->document.remarks.begin(), document->remarks.begin(), document->remarks.end());
        }
    }

    void readPart(const QString &label, io::ReadPart &part, int depth, std::vector<Prepared> &pieces, int number)
    {
        const QString inner = label + u'/' + part.name;
        if (part.refusal.isEmpty())
            read(inner, part.name, std::exchange(part.bytes, {}), depth + 1, pieces, number);
        else
            pieces.push_back({number, inner, fail(Fault::Malformed, part.refusal)});
    }

    store::NewArticle articleOf(const QString &name, QByteArray bytes, io::ReadDocument document) const
    {
        store::NewArticle article;
        article.fileName = name.section(u'/', -1);
        article.original = std::move(bytes);
        article.document = std::move(document);
        article.extraction = suggestionsOf(article.document, m_words);
        remarkOnNames(article);
        const auto prepared = std::make_shared<store::PreparedSource>(store::prepareSource(article));
        prepared->isReadAnew =
            !m_encoding.isEmpty() || (article.document.recognition && !m_recognition.languages.isEmpty());
        article.prepared = prepared;
        return article;
    }

    /// The next pieces, in the order of the offer.
    void finish(std::span<Prepared> pieces)
    {
        std::vector<FileOutcome> outcomes(pieces.size());
        auto articles = std::make_shared<std::vector<store::NewArticle>>();
        std::vector<size_t> places;
        const bool isOver = m_stopped || m_listener.isCancelled();
        for (size_t i = 0; i < pieces.size(); ++i) {
            FileOutcome &outcome = outcomes[i];
            outcome.file = pieces[i].file;
            outcome.number = pieces[i].number;
            if (isOver) {
                outcome.reason = m_stopped.value_or(Error{Fault::Cancelled, {}});
            } else if (m_listener.isSkipped(outcome.number)) {
                outcome.reason = {Fault::Cancelled, skippedDetail};
            } else if (!pieces[i].article) {
                outcome.reason = pieces[i].article.error();
            } else {
                outcome.remarks = pieces[i].article->document.remarks;
                articles->push_back(std::move(*pieces[i].article));
                places.push_back(i);
            }
        }
        if (!articles->empty()) {
            const auto answers = m_sink.add(articles);
            // To give back so many small pieces of memory takes its time, and most to a thread that did not take them.
            m_pool.start([gone = std::move(articles)] {}, freeingFirst);
            for (size_t i = 0; i < answers.size(); ++i)
                describe(answers[i], outcomes[places[i]]);
        }
        for (FileOutcome &outcome : outcomes) {
            m_report.files.push_back(std::move(outcome));
            m_listener.finished(m_report.offered(), m_offered, m_report.files.back());
        }
    }

    void describe(const Result<store::Added> &added, FileOutcome &outcome)
    {
        if (!added) {
            outcome.reason = added.error();
            if (endsEverything(added.error().fault) && !m_stopped)
                m_stopped = added.error();
            return;
        }
        outcome.state = stateOf(added->state);
        outcome.article = added->article;
        outcome.title = added->title;
        outcome.quotations = added->quotations;
        outcome.agents = added->agents;
        outcome.figures = added->figures;
        outcome.earlier = added->earlier;
        outcome.carried = added->carried;
        outcome.lost = added->lost;
        if (added->annotations > 0)
            outcome.remarks.push_back({RemarkKind::AnnotationsPlaced, {QString::number(added->placed), QString::number(added->annotations)}});
        if (added->likeness >= usualLikeness) {
            outcome.sameText = added->sameText;
            outcome.likeness = added->likeness;
        }
    }

    static FileState stateOf(store::AddState state)
    {
        switch (state) {
        case store::AddState::Duplicate:
            return FileState::Duplicate;
        case store::AddState::Version:
            return FileState::Version;
        case store::AddState::Imported:
            break;
        }
        return FileState::Imported;
    }

    /// A failure of the project, not of the file: every further file would meet it too.
    static bool endsEverything(Fault fault)
    {
        return fault == Fault::DiskFull || fault == Fault::NotWritable || fault == Fault::Damaged || fault == Fault::InUse || fault == Fault::NotFound || fault == Fault::NotReadable
            || fault == Fault::Conflict;
    }

    const Offer &m_offer;
    ArticleSink &m_sink;
    const Listener &m_listener;
    Readers m_readers;
    io::Recogniser m_recogniser;
    io::RecognitionChoice m_recognition;
    QString m_encoding;
    OwnWords m_words;
    OwnFile m_own;
    ImportReport m_report;
    std::optional<Error> m_stopped;
    size_t m_next = 0;
    QElapsedTimer m_sinceStored;
    int m_offered = 0;
    qint64 m_bytesAhead = 0;
    std::deque<Ahead> m_ahead;
    QThreadPool m_pool; // last: its threads use the others
};

} // namespace

QString ownWordsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/onrecord/words"_s;
}

ImportReport importFiles(const Offer &offer, ArticleSink &sink, const Listener &listener, const ImportOptions &options)
{
    return Import(offer, sink, listener, options).run();
}

} // namespace onrecord::ingest
